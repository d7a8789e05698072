/**
 * Numbers from 1 to 4 are held back from anybody outside the service and from whatever is published, so that no child can
 * be told from a figure (domain.md 3.7, a proposal there). Where a total would give one away, another is held back too.
 */

/** As it is; fewer than five; or not shown because a total would give a small one away. */
export type Shown = 'as-it-is' | 'fewer-than-5' | 'not-shown';

const FEWEST = 5;

export function isSmall(number: number): boolean {
  return number > 0 && number < FEWEST;
}

/** A number with no total beside it. */
export function shownAlone(number: number): Shown {
  return isSmall(number) ? 'fewer-than-5' : 'as-it-is';
}

/** How one number of a known total is shown: neither it nor the rest of the total may be told where it is small. */
export function shownOf(number: number, total: number): Shown {
  if (isSmall(total)) return 'not-shown';
  const rest = total - number;
  if (!isSmall(number) && !isSmall(rest)) return 'as-it-is';
  return isSmall(number) && total >= 2 * FEWEST ? 'fewer-than-5' : 'not-shown';
}

/** How each part of a known total is shown; null where there are too few to share out at all. */
export function shownParts(parts: readonly number[]): readonly Shown[] | null {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (isSmall(total)) return null;
  const small = parts.filter(isSmall).length;
  if (small === 0) return parts.map(() => 'as-it-is');
  // Large parts from the smallest up: as many of them are held back as it takes, and always one.
  const large = parts.filter((part) => part >= FEWEST).sort((a, b) => a - b);
  for (let more = 1; more <= large.length; more += 1) {
    const shown = large.slice(more);
    const hidden = total - shown.reduce((sum, part) => sum + part, 0);
    if (couldBeAny(small, more, hidden, shown[0] ?? Number.POSITIVE_INFINITY))
      return heldBack(parts, large.slice(0, more));
  }
  return parts.filter((part) => part > 0).length === 2
    ? parts.map((part) => (part > 0 ? 'not-shown' : 'as-it-is'))
    : null;
}

/**
 * Whether each small part could be any number from 1 to 4, for somebody who knows this rule: so many small parts and so
 * many large ones, none of those greater than the smallest that is shown, add up to `hidden`.
 */
function couldBeAny(small: number, large: number, hidden: number, atMost: number): boolean {
  return hidden - (FEWEST - 1) * small >= FEWEST * large && hidden - small <= atMost * large;
}

function heldBack(parts: readonly number[], held: readonly number[]): readonly Shown[] {
  const left = [...held];
  return parts.map((part) => {
    if (isSmall(part)) return 'fewer-than-5';
    const at = left.indexOf(part);
    if (at === -1) return 'as-it-is';
    left.splice(at, 1);
    return 'not-shown';
  });
}
