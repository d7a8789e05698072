export type Part = Readonly<Record<string, unknown>>;

/** Everything on a card that has a type: elements, inputs and actions, however deep. What a button carries is not among them. */
export function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}

export const ofType = (card: unknown, prefix: string) =>
  partsOf(card).filter(({ type }) => String(type).startsWith(prefix));
