/**
 * A reference as somebody types it: letters, an optional hyphen, digits, and whatever follows without a space. Not the
 * law's own: s20, reg39; nor an age or a time: under-16, week6.
 */
const LAW = '(?:s|ss|sec|sect|section)\\d{2}[a-z]{0,2}\\b|(?:reg|regs)\\d{1,2}[a-z]?\\b';
const TIME = '(?:age|aged|under|over|pre|post|year|yr|month|week|day|stage|covid)-?\\d{1,2}s?\\b';
const REFERENCE = new RegExp(`\\b(?!${LAW}|${TIME})[a-z]{1,6}-?\\d{1,}[a-z0-9-]*\\b`, 'i');

/** The first reference in the words, of a child or of a record; null where there is none. */
export function referenceIn(text: string): string | null {
  return REFERENCE.exec(text)?.[0] ?? null;
}

/** The words without every reference in them. */
export function withoutReferences(text: string): string {
  return text.replace(new RegExp(REFERENCE, 'gi'), ' ').replace(/\s+/g, ' ').trim();
}
