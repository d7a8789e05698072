/** What one input of a card can hold and a card can carry; a longer text comes in parts. */
export const PART = 6000;

/** A text in parts that an input can hold, cut between paragraphs, or else lines, or else words. Together they are the text. */
export function inParts(text: string, most: number = PART): readonly string[] {
  if (text.length <= most) return [text];
  const head = text.slice(0, most);
  const mark = ['\n\n', '\n', ' '].find((one) => head.includes(one));
  const cut = mark ? head.lastIndexOf(mark) + mark.length : wholeCharacters(head);
  return [text.slice(0, cut), ...inParts(text.slice(cut), most)];
}

/** How long a text is without a character cut in two at its end. */
function wholeCharacters(text: string): number {
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
