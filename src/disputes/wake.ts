import type { Authority } from '../authority/model.ts';
import type { Case } from '../cases/model.ts';
import { dayOf, type Instant, momentOf } from '../clock.ts';
import { stageDue, titleOf } from '../escalation/rules.ts';
import type { Letter } from '../letters/model.ts';
import { sayDay } from '../local-date.ts';
import { nameOf } from '../people/rules.ts';
import { plusWorkingDays } from '../working-days.ts';
import { HOMEWARD, landing, line, moveTo } from './climb.ts';
import { askingLetters, iroOf, type Lapsed, lapseLetters, respondLetter, told, type Writing } from './letters.ts';
import type { Dispute } from './model.ts';
import { latestOf, type Point, pointsOf, START } from './points.ts';
import { climbing, climbOf, isLive, lapseDay, rungNumber, sayStage } from './standing.ts';
import { officerNow, serviceOf } from './who.ts';

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
  let current = about ? refreshed(dispute, about, authority, now) : dispute;
  if (current.people.iro !== dispute.people.iro)
    letters.push(...told(current, 'handed-over', [iroOf(current, writing)], writing));

  for (let step = lapse(current, writing); step; step = lapse(current, writing)) {
    letters.push(...step.letters);
    current = step.dispute;
  }
  if (rungNumber(current) > rungNumber(dispute)) letters.push(...notToldYet(letters, askingLetters(current, writing)));
  else letters.push(...askWhoeverActsNow(current, writing));

  const points = pointsOf(current, writing);
  letters.push(...latestOf(points, now).flatMap(({ letters: due }) => due));
  const wakeAt = next(current, points, writing);
  const changed = current !== dispute;
  return { dispute: changed ? { ...current, wakeAt } : dispute, changed, letters, wakeAt };
}

/** Whoever hears that the stage lapsed hears in the same letter that it moved up: no second one for that. */
function notToldYet(said: readonly Letter[], asking: readonly Letter[]): readonly Letter[] {
  const told = new Set(
    said.flatMap(({ kind, to }) => (kind === 'dispute.lapsed' && 'person' in to ? [to.person] : [])),
  );
  return asking.filter(({ kind, to }) => kind !== 'dispute.told' || !('person' in to) || !told.has(to.person));
}

/** The dispute with the people of its case as they are now. A new IRO takes it over; the clock runs on. */
export function refreshed(dispute: Dispute, about: Case, authority: Authority, now: Instant): Dispute {
  const { people } = about;
  const { register } = authority;
  const service = serviceOf(people, authority) ?? dispute.service;
  const same =
    service === dispute.service &&
    (['socialWorker', 'teamManager', 'iro'] as const).every((post) => people[post] === dispute.people[post]);
  if (same || !isLive(dispute) || about.id !== dispute.children[0]) return dispute;
  const said =
    people.iro === dispute.people.iro
      ? []
      : [
          line(
            now,
            HOMEWARD,
            `Passed from ${nameOf(dispute.people.iro, register)} to ${nameOf(people.iro, register)}, now the child’s IRO. The clock runs on`,
          ),
        ];
  return { ...dispute, people, service, history: [...dispute.history, ...said] };
}

/** One stage lapsing, when its time has come: it moves up on the IRO's standing instruction, or stays and the IRO is asked. */
function lapse(
  dispute: Dispute,
  writing: Writing,
): { readonly dispute: Dispute; readonly letters: readonly Letter[] } | null {
  const { authority, now } = writing;
  const state = climbing(dispute);
  if (!state || state.at === 'awaiting-iro' || lapseMoment(dispute, authority) > now) return null;
  const moved = movedUp(dispute, writing);
  if (state.rung.lapsed && (!moved || !dispute.escalateAutomatically)) return null;
  if (moved && dispute.escalateAutomatically)
    return { dispute: moved, letters: lapseLetters(dispute, 'moved', writing) };

  const came: Lapsed = moved ? 'offered' : 'no-further';
  const said = line(
    now,
    HOMEWARD,
    `${sayNobody(dispute)}. ${moved ? 'The IRO is asked whether to escalate' : 'There is no later stage; the IRO is asked to consider Cafcass'}`,
  );
  const stays = { ...state, rung: { ...state.rung, lapsed: true } };
  return {
    dispute: { ...dispute, state: stays, history: [...dispute.history, said] },
    letters: lapseLetters(dispute, came, writing),
  };
}

/** The dispute one move further, counted from the day the last stage lapsed; null at the end, or when no day would be left to answer. */
function movedUp(dispute: Dispute, { authority, now }: Writing): Dispute | null {
  const { rung } = climbing(dispute)!;
  const from = lapseDay(rung);
  const to = landing(dispute, rung.stage + 1, authority, dayOf(now));
  if (!to) return null;
  if (dispute.clock && stageDue(climbOf(dispute), to.stage, from, authority.holidays) <= from) return null;
  const said = line(
    now,
    HOMEWARD,
    `${sayNobody(dispute)}. Moved up to ${sayStage(dispute, to.stage)} on the IRO’s standing instruction`,
  );
  return moveTo(dispute, to, 'lapsed', from, said, authority);
}

function sayNobody(dispute: Dispute): string {
  const { rung } = climbing(dispute)!;
  const what = rung.askedAgainOn ? 'No further response' : 'No response';
  return `${what} from ${titleOf(dispute.ladder, rung.stage)} by ${sayDay(lapseDay(rung))}`;
}

/** 09:00 on the working day after the stage's last day. */
function lapseMoment(dispute: Dispute, { holidays }: Authority): Instant {
  return momentOf(plusWorkingDays(lapseDay(climbing(dispute)!.rung), 1, holidays), START);
}

/** Cover that began, or a new team manager: whoever acts for the officer now has not been asked yet. */
function askWhoeverActsNow(dispute: Dispute, writing: Writing): readonly Letter[] {
  const state = climbing(dispute);
  const acting = officerNow(dispute, writing.authority, dayOf(writing.now))?.person.id;
  if (!state || state.at === 'awaiting-iro' || !acting || acting === state.rung.officer) return [];
  return [respondLetter(dispute, acting, writing)];
}

/** The next moment to look: the next reminder, or the morning on which the stage lapses. */
function next(dispute: Dispute, points: readonly Point[], { authority, now }: Writing): Instant | null {
  const state = climbing(dispute);
  const lapses = state && state.at !== 'awaiting-iro' && !state.rung.lapsed ? [lapseMoment(dispute, authority)] : [];
  const ahead = [...points.map(({ at }) => at), ...lapses].filter((at) => at > now).sort();
  return ahead[0] ?? null;
}
