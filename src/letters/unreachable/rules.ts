import { dayOf, type Instant, momentOf, sayTime } from '../../clock.ts';
import type { Person, PersonId, Register } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import type { Holidays } from '../../working-days.ts';
import { type KeptLetter, paceOf } from '../model.ts';
import { isTimeToTell, nextHours } from '../rules.ts';
import type { Plight, Undelivered, Unreachable, UnreachableCounts } from './model.ts';

/** Whether somebody has to see to a letter: it was tried and has not arrived, waits for a person, or nobody knows its fate. */
export function isInTrouble({ passage }: KeptLetter): boolean {
  return passage.at === 'unknown' || (passage.at === 'unsent' && (passage.tries > 0 || passage.waitsFor !== undefined));
}

/** Whom a letter in trouble does not reach; null for a channel. */
export function notReached({ passage, to }: KeptLetter): PersonId | null {
  return passage.at === 'unsent' && passage.waitsFor ? passage.waitsFor : 'person' in to ? to.person : null;
}

/** Since when the reader of a digest has not been reached, when those before it were tried and overtaken. */
export function sinceOf(letter: KeptLetter, beside: readonly KeptLetter[]): Instant {
  if (letter.kind !== 'digest.day' && letter.kind !== 'digest.week') return letter.writtenAt;
  const earlier = beside.filter(({ kind, writtenAt }) => kind === letter.kind && writtenAt < letter.writtenAt);
  const lastThatWasNot = earlier.findLastIndex(
    ({ passage, attempts }) => passage.at !== 'dropped' || attempts.length === 0,
  );
  return (earlier[lastThatWasNot + 1] ?? letter).writtenAt;
}

/** Everybody whom letters do not reach, longest first; somebody with letters of both kinds twice. */
export function unreachables(undelivered: readonly Undelivered[]): readonly Unreachable[] {
  const groups = Map.groupBy(
    undelivered.filter(({ letter }) => notReached(letter) !== null),
    ({ letter }) => `${plightOf(letter)} ${notReached(letter)}`,
  );
  return [...groups.values()].map(unreachable).toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** When business support is told: one working day after a letter could first be said; of an urgent one, when the next working day begins. */
export function toldFrom({ letter, since }: Undelivered, holidays: Holidays): Instant {
  if (paceOf(letter) === 'at-once') return nextHours(since, holidays);
  const begins = isTimeToTell(since, holidays) ? since : nextHours(since, holidays);
  return momentOf(dayOf(nextHours(begins, holidays)), sayTime(begins));
}

/** Who must be told by now that somebody cannot be reached. */
export function overdue(undelivered: readonly Undelivered[], holidays: Holidays, now: Instant): readonly Unreachable[] {
  const isDue = new Set(undelivered.filter((each) => toldFrom(each, holidays) <= now).map(({ letter }) => letter));
  return unreachables(undelivered).filter(({ letters }) => letters.some((letter) => isDue.has(letter)));
}

/**
 * Who sees to it: business support, or the administrators where no holder of that post can be reached; and the person's
 * manager. Of business support itself the administrators are told as well.
 */
export function toldOf(id: PersonId, register: Register, cannotBeReached: ReadonlySet<PersonId>): readonly PersonId[] {
  const person = register.get(id);
  const others = [...register.values()].filter((one) => one.id !== id);
  const support = others.filter((one) => isSupport(one) && !cannotBeReached.has(one.id));
  const administrators = others.filter((one) => holds(one, 'administrator'));
  const withAdministrators = support.length === 0 || (person !== undefined && isSupport(person));
  const manager = person?.manager && person.manager !== id && register.has(person.manager) ? [person.manager] : [];
  return [...new Set([...support, ...(withAdministrators ? administrators : [])].map((one) => one.id).concat(manager))];
}

/** How many cannot be reached for one working day. */
export function countUnreachable(
  undelivered: readonly Undelivered[],
  register: Register,
  holidays: Holidays,
  now: Instant,
): UnreachableCounts {
  const late = overdue(undelivered, holidays, now).filter(({ plight }) => plight === 'waiting');
  const sees = (id: PersonId) => {
    const person = register.get(id);
    return person !== undefined && holds(person, 'business-support', 'administrator');
  };
  return {
    peopleUnreachable: late.length,
    lettersWaitingForThem: late.flatMap(({ letters }) => letters).length,
    lettersOfUnknownFate: undelivered.filter(({ letter }) => letter.passage.at === 'unknown').length,
    supportUnreachable: late.filter(({ person }) => sees(person)).length,
  };
}

function isSupport(person: Person): boolean {
  return holds(person, 'business-support');
}

function plightOf({ passage }: Pick<KeptLetter, 'passage'>): Plight {
  return passage.at === 'unknown' ? 'unclear' : 'waiting';
}

function unreachable(group: readonly Undelivered[]): Unreachable {
  const letters = group.map(({ letter }) => letter);
  const { passage } = letters.toSorted((a, b) => (lastTried(a) < lastTried(b) ? -1 : 1)).at(-1)!;
  const trouble = passage.at === 'unsent' || passage.at === 'unknown' ? passage.trouble : null;
  return {
    person: notReached(letters[0]!)!,
    plight: plightOf(letters[0]!),
    since: group.map(({ since }) => since).toSorted()[0]!,
    trouble: trouble ?? CLOSED,
    letters,
  };
}

function lastTried({ attempts, writtenAt }: KeptLetter): Instant {
  return attempts.at(-1)?.at ?? writtenAt;
}

const CLOSED = 'Their chat with Homeward is closed. Ask the person to open Homeward in Teams and write "help" once.';
