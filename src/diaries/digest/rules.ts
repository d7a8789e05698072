import type { Authority } from '../../authority/model.ts';
import { type Owed, ownerOf } from '../../cases/deadlines/rules.ts';
import type { Case } from '../../cases/model.ts';
import { deadlinesOf, maySee, standsFor } from '../../cases/rules.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import type { Deadline } from '../../timetable/model.ts';
import type { DeadlineRef, Diary } from '../model.ts';
import { entryFor } from '../putting-off/rules.ts';
import { putOffOf } from '../rules.ts';
import type { Digest, Waiting, WhileAway } from './model.ts';
import { nameOfReminder, OWNER } from './naming.ts';

/** What a digest is made from: the records as they stand, the reminders it brings, and those brought before. */
export interface DigestOf {
  readonly person: Person;
  readonly diary: Pick<Diary, 'putOff' | 'last'>;
  /** The cases in which this person may have a duty, and those that the reminders name. */
  readonly cases: readonly Case[];
  /** The keys of the reminders that come today, and of those that came before of what others owe. */
  readonly brings: readonly string[];
  readonly broughtBefore: readonly string[];
  readonly waiting: Waiting;
  readonly away: WhileAway | null;
}

export interface DigestAt {
  readonly now: Instant;
  readonly authority: Authority;
}

/**
 * What one person must know today. News is what was held for today, what is late, due today or waiting, and what was put
 * off until now; what is only due soon is shown when there is a digest, but makes none.
 */
export function digestOf(of: DigestOf, { now, authority }: DigestAt): Digest {
  const { person, diary, waiting, away } = of;
  const day = dayOf(now);
  const brought = namedIn(of.brings);
  const before = namedIn(of.broughtBefore, (role) => role !== OWNER);
  const isBrought = (one: Owed) => brought.has(nameOfOwed(one));
  const isPutOff = (one: Owed) => putOffOf(diary.putOff, { case: one.about.id, deadline: one.deadline }, day) !== null;
  const all = of.cases
    .filter((about) => maySee(about, person, authority, now))
    .flatMap((about) => deadlinesOf(about, day, authority).deadlines.map((deadline) => ({ about, deadline })))
    .filter((one) => !isPutOff(one))
    .sort(oldestFirst);
  const isTheirs = (one: Owed) => {
    const owner = ownerOf(one, authority, day);
    return owner !== null && standsFor(person, owner, authority, day);
  };
  const mine = all.filter(isTheirs);
  const stands = (standing: Deadline['standing']) => mine.filter(({ deadline }) => deadline.standing === standing);
  const soon = mine.filter((one) => one.deadline.standing === 'due-soon' || (isLater(one) && isBrought(one)));
  const told = all.filter((one) => !isTheirs(one) && (isBrought(one) || (isLate(one) && before.has(nameOfOwed(one)))));
  const shown = { late: stands('late'), today: stands('due-today'), soon, told };
  return {
    ...{ person, ...shown, waiting, away },
    hasNews:
      shown.late.length + shown.today.length + manyWaiting(waiting) > 0 ||
      away !== null ||
      [...soon, ...told].some((one) => isBrought(one) || isBack(one, diary, day)),
    about: idsOf([...Object.values(shown).flat(), ...waiting.concerns], waiting),
  };
}

/** How many things wait for a person, besides deadlines. */
export function manyWaiting(waiting: Waiting): number {
  return Object.values(waiting).reduce((sum, each) => sum + each.length, 0);
}

/** Whether there is nothing to show at all. */
export function isEmpty({ late, today, soon, told, waiting, away }: Digest): boolean {
  return late.length + today.length + soon.length + told.length + manyWaiting(waiting) === 0 && away === null;
}

/** A deadline that was put off until a day which has come since their last digest. */
function isBack(one: Owed, { putOff, last }: DigestOf['diary'], day: LocalDate): boolean {
  const until = entryFor({ putOff }, refOf(one))?.until;
  return until !== undefined && until <= day && (last === null || until > last.on || last.on === day);
}

/** The deadlines that some reminders are about, as far as `which` wants them. */
function namedIn(keys: readonly string[], which: (role: string) => boolean = () => true): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      const name = nameOfReminder(key);
      return name && which(name.role) ? [nameOf(name)] : [];
    }),
  );
}

const nameOf = ({ case: about, rule, due }: DeadlineRef) => `${about}/${rule}/${due}`;
const nameOfOwed = (one: Owed) => nameOf(refOf(one));
const refOf = ({ about, deadline: { rule, due } }: Owed): DeadlineRef => ({ case: about.id, rule, due });
const isLate = ({ deadline }: Owed) => deadline.standing === 'late';
const isLater = ({ deadline }: Owed) => deadline.standing === 'later';

function idsOf(ofCases: readonly { readonly about: Case }[], waiting: Waiting): readonly string[] {
  const { decisions, answers, judges, checks } = waiting;
  const cases = [...ofCases, ...decisions].map(({ about }) => about.id);
  return [...new Set([...cases, ...[...answers, ...judges, ...checks].map(({ id }) => id)])];
}

function oldestFirst(a: Owed, b: Owed): number {
  return compare(a.deadline.due, b.deadline.due) || compare(a.about.id, b.about.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
