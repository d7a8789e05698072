import { createHash } from 'node:crypto';
import type { Instant } from '../../clock.ts';
import type { Person, Register } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { Attempt, KeptLetter, Passage } from '../model.ts';
import type { Spell } from '../unreachable/items.ts';
import { isInTrouble, notReached } from '../unreachable/rules.ts';
import type { Fate } from './model.ts';

/** What a card calls a letter by: its key may name a child's reference, which not everybody may read. */
export function messageId({ record, key }: Pick<KeptLetter, 'record' | 'key'>): string {
  return createHash('sha256').update([record.kind, record.id, key].join('\0')).digest('hex').slice(0, 32);
}

/** Who looks after what did not arrive. They see no case content (product.md 1). */
export function looksAfterPost(person: Person): boolean {
  return holds(person, 'business-support', 'administrator');
}

/** How a letter has fared; one that a digest carried, as that digest did. */
export function fateOf(letter: KeptLetter, digest: KeptLetter | null): Fate {
  const { passage, attempts } = letter;
  if (passage.at === 'sent') return 'arrived';
  if (passage.at === 'unknown') return 'unclear';
  if (passage.at === 'held') return 'held';
  if (passage.at === 'dropped') return attempts.at(-1)?.came === 'arrived' ? 'arrived' : 'not-sent';
  if (passage.at === 'carried') return digest ? fateOf(digest, null) : 'unclear';
  return isInTrouble(letter) ? 'not-delivered' : 'waiting';
}

/** The letters that told of whomever a letter does not, or did not, reach: while it was on its way, or of a trouble that goes on. */
export function toldOfIt(
  letter: KeptLetter,
  digest: KeptLetter | null,
  spells: readonly Spell[],
): readonly KeptLetter[] {
  const carrier = digest ?? letter;
  const { passage } = carrier;
  const until = passage.at === 'sent' ? passage.sentAt : passage.at === 'dropped' ? passage.droppedAt : null;
  const isOnItsWay = ({ writtenAt }: KeptLetter) =>
    writtenAt >= letter.writtenAt && (until === null || writtenAt <= until);
  const missed = notReached(carrier);
  return spells
    .filter(({ person }) => person === missed)
    .flatMap(({ items, isOver }) => items.filter((item) => (!isOver && until === null) || isOnItsWay(item)));
}

/** Grouped by whom they do not reach, whoever has the newest trouble first; within one, the newest first. */
export function newestTroubleFirst(letters: readonly KeptLetter[]): readonly KeptLetter[] {
  const groups = [...Map.groupBy(letters, whomItMisses).values()].map(newestFirst);
  return groups.toSorted((a, b) => byTime(lastOf(b[0]!), lastOf(a[0]!))).flat();
}

export function newestFirst(letters: readonly KeptLetter[]): readonly KeptLetter[] {
  return letters.toSorted((a, b) => byTime(lastOf(b), lastOf(a)));
}

/** What a person says of a letter whose fate nobody knew. */
export type Verdict = 'arrived' | 'again';

/** A person settles what nobody knew; it is theirs, and stands among the attempts with their name. */
export function settle(
  { passage }: KeptLetter,
  verdict: Verdict,
  by: Person,
  now: Instant,
): Outcome<{ readonly passage: Passage; readonly attempt: Attempt }> {
  if (passage.at !== 'unknown')
    return refuse('This message was settled, or has been sent again, in the meantime. This is how it stands now.');
  return verdict === 'arrived'
    ? done({
        passage: { at: 'dropped', droppedAt: now, why: `${by.name} checked that it had arrived` },
        attempt: { at: now, came: 'arrived', trouble: `${by.name} checked that it had.` },
      })
    : done({
        passage: { at: 'unsent', tries: 0, nextTryAt: now, trouble: null, mayHaveArrived: true },
        attempt: { at: now, came: 'failed', trouble: `${by.name} checked, and asked for it to be said again.` },
      });
}

/** The channels with letters in trouble, each with why and how many. */
export function channelsWaiting(letters: readonly KeptLetter[]): readonly {
  readonly channel: string;
  readonly trouble: string;
  readonly many: number;
}[] {
  const toChannels = letters.filter((letter) => notReached(letter) === null);
  return [...Map.groupBy(toChannels, whomItMisses)].map(([channel, group]) => {
    const { passage } = newestFirst(group)[0]!;
    const trouble = passage.at === 'unsent' || passage.at === 'unknown' ? passage.trouble : null;
    return { channel, trouble: trouble ?? 'It could not be written to.', many: group.length };
  });
}

/** "Fiona Grant and Priya Shah". */
export function sayNames(ids: readonly string[], register: Register): string {
  const names = ids.map((id) => nameOf(id, register));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function whomItMisses(letter: KeptLetter): string {
  return notReached(letter) ?? ('channel' in letter.to ? letter.to.channel : '');
}

function lastOf({ attempts, writtenAt }: KeptLetter): Instant {
  return attempts.at(-1)?.at ?? writtenAt;
}

function byTime(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
