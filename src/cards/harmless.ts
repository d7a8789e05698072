/** Parts of a view that Teams shows as plain text, or that come back to us: never escaped. */
const PLAIN = new Set(['typed', 'choices']);

/** A view with the Markdown and mentions in people's words made harmless. */
export function harmless(part: unknown): unknown {
  if (typeof part === 'string') return part.startsWith('https://') ? part : harmlessText(part);
  if (Array.isArray(part)) return part.map(harmless);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, PLAIN.has(key) ? value : harmless(value)]),
  );
}

/** Teams reads Markdown and `<at>` in text. A list mark or heading counts only at the start of a line. */
export function harmlessText(text: string): string {
  return text
    .replace(/[\\*_[\]`~]/g, '\\$&')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/^(\s*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}
