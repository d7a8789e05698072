import type { Authority } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import { dayOf, type Instant, momentOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { plusDays } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import { refreshed } from '../handover/rules.ts';
import { HOMEWARD } from '../history.ts';
import { ceasedLetters, handedOverLetters } from '../letters/after.ts';
import { noOfficerLetters } from '../letters/no-officer.ts';
import { askingLetters } from '../letters/rules.ts';
import { respondLetter, type Writing } from '../letters/writing.ts';
import { eighteenOn } from '../looked-after.ts';
import type { Dispute } from '../model.ts';
import { climbing, isLive, rungNumber } from '../standing.ts';
import { officerNow, postHolderNow } from '../who.ts';
import { lapse, lapseMoment } from './lapse.ts';
import { latestOf, type Point, pointsOf, START } from './points.ts';

/** What a dispute's time has brought. Letters whose key is kept already are left out by the store, so asking twice does no harm. */
export interface Woken {
  readonly dispute: Dispute;
  /** Whether how it stands changed: then it is saved, otherwise only reminded. */
  readonly changed: boolean;
  readonly letters: readonly Letter[];
  readonly wakeAt: Instant | null;
}

/**
 * Looks at a dispute: takes the people from its case as that stands now, lets every stage lapse whose time has come, in
 * order, and gives the letters due and the next moment to look again. After a long sleep only the stage that is now
 * current is asked, and only its latest reminder said.
 */
export function wake(dispute: Dispute, now: Instant, authority: Authority, about?: Case): Woken {
  const writing: Writing = { authority, now, by: HOMEWARD };
  const letters: Letter[] = [];
  let current = about && isLive(dispute) ? refreshed(dispute, about, authority, now) : dispute;
  letters.push(...handedOverLetters(dispute, current, writing));
  if (about) letters.push(...ceasedLetters(current, about, writing));

  for (let step = lapse(current, writing); step; step = lapse(current, writing)) {
    letters.push(...step.letters);
    current = step.dispute;
  }
  if (rungNumber(current) > rungNumber(dispute)) {
    const asking = askingLetters(current, writing);
    const asked = toldIn('dispute.respond', asking);
    const said = letters.filter(({ kind, to }) => kind !== 'dispute.lapsed' || !isTo(asked, to));
    letters.splice(0, letters.length, ...said, ...notToldYet(said, asking));
  } else letters.push(...askWhoeverActsNow(current, writing), ...noOfficerLetters(current, writing));

  const points = pointsOf(current, writing, about);
  letters.push(...latestOf(points, now).flatMap(({ letters: due }) => due));
  const wakeAt = next(current, points, writing, about);
  const changed = current !== dispute;
  return { dispute: changed ? { ...current, wakeAt } : dispute, changed, letters, wakeAt };
}

/** Whoever hears that the stage lapsed hears in the same letter that it moved up: no second one for that. */
function notToldYet(said: readonly Letter[], asking: readonly Letter[]): readonly Letter[] {
  const told = toldIn('dispute.lapsed', said);
  return asking.filter(({ kind, to }) => kind !== 'dispute.told' || !isTo(told, to));
}

function toldIn(wanted: Letter['kind'], letters: readonly Letter[]): ReadonlySet<PersonId> {
  return new Set(letters.flatMap(({ kind, to }) => (kind === wanted && 'person' in to ? [to.person] : [])));
}

function isTo(people: ReadonlySet<PersonId>, to: Letter['to']): boolean {
  return 'person' in to && people.has(to.person);
}

/** Cover that began, or a new team manager: whoever acts for the officer now has not been asked yet. */
function askWhoeverActsNow(dispute: Dispute, writing: Writing): readonly Letter[] {
  const state = climbing(dispute);
  const acting = officerNow(dispute, writing.authority, dayOf(writing.now))?.person.id;
  if (!state || state.at === 'awaiting-iro' || !acting || acting === state.rung.officer) return [];
  return [respondLetter(dispute, acting, writing)];
}

/** The next moment to look: the next reminder, the morning on which the stage lapses, on which cover begins or ends, or the child turns 18. */
function next(
  dispute: Dispute,
  points: readonly Point[],
  { authority, now }: Writing,
  about: Case | undefined,
): Instant | null {
  const state = climbing(dispute);
  const lapses = state && state.at !== 'awaiting-iro' && !state.rung.lapsed ? [lapseMoment(dispute, authority)] : [];
  const officers = state ? [state.rung.officer, postHolderNow(dispute, authority, dayOf(now))?.covering?.id ?? ''] : [];
  const covered = officers.flatMap((officer) => {
    const cover = authority.register.get(officer)?.cover;
    return cover ? [cover.from, plusDays(cover.to, 1)].map((day) => momentOf(day, START)) : [];
  });
  const birthday = about && isLive(dispute) ? [momentOf(eighteenOn(about), START)] : [];
  const ahead = [...points.map(({ at }) => at), ...lapses, ...covered, ...birthday].filter((at) => at > now).sort();
  return ahead[0] ?? null;
}
