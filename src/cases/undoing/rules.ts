import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant, plusMinutes, sayTime } from '../../clock.ts';
import type { KeptLetter, Letter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { Deadline } from '../../timetable/model.ts';
import { contradictions } from '../../timetable/rules.ts';
import type { Decided } from '../actions.ts';
import type { Case, CaseNote } from '../model.ts';
import { REVIEW_EVENTS } from '../noted.ts';
import { changed, deadlinesOf, factsOf } from '../rules.ts';
import { isUndone, type Logged, lastLogged, UNDONE } from './logged.ts';

/** How long a wrong tick can be taken back. */
const MINUTES = 10;

/** What can be undone by this person just now: the last visit or review, if it was theirs and is fresh. */
export function undoable(
  about: Case,
  kind: Logged['kind'],
  by: Person,
  authority: Authority,
  now: Instant,
): Logged | null {
  const last = lastLogged(about, kind);
  return last && !undoRefusal(about, last, by, authority, now) ? last : null;
}

/** Until when something that was logged can be undone. */
export function undoUntil({ line }: Logged): Instant {
  return plusMinutes(line.at, MINUTES);
}

/**
 * Takes a visit or a review out of what counts, keeping its words and every line of the history; or says why not.
 * `letters` are those kept with the case: a reminder that was withheld because the duty seemed met is written again.
 */
export function undo(
  about: Case,
  which: string,
  letters: readonly KeptLetter[],
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Decided> {
  const last = lastLogged(about, which.startsWith('review/') ? 'review' : 'visit');
  if (last?.which !== which) return notTheLast(about, which, authority);
  const no = undoRefusal(about, last, by, authority, now);
  if (no) return no;
  const after = changed(about, by, now, `${UNDONE}${last.line.what}`, {
    events: about.events.filter((event) => event !== last.event),
    notes: without(about.notes, last, now),
  });
  const wrong = contradictions(factsOf(after, dayOf(now)));
  if (wrong.length > 0) return refuse(`Something else rests on this already. ${wrong.join(' ')} ${PUT_RIGHT}`);
  return done({ after, letters: saidAgain(about, after, last, letters, authority, now) });
}

const PUT_RIGHT = 'Log the right one, and tell your manager, so that the wrong one is put right in the child’s record.';

function undoRefusal(about: Case, logged: Logged, by: Person, { register }: Authority, now: Instant): Refusal | null {
  const { kind, line, noteKey } = logged;
  if (line.by !== by.id) {
    return refuse(
      `This ${kind} was logged by ${nameOf(line.by, register)}: only they can undo it, within ten minutes. Tell them.`,
    );
  }
  if (now > undoUntil(logged)) {
    const [from, until] = [line.at, undoUntil(logged)].map(sayTime);
    return refuse(
      `This ${kind} was logged on ${sayDay(dayOf(line.at))} at ${from} and could be undone until ${until}. ${PUT_RIGHT}`,
    );
  }
  if (about.copied.some(({ of }) => of === noteKey)) {
    return refuse(
      `The note of this ${kind} is marked as being in the child’s record. Take it out there, unmark it under “Note for the record”, and press Undo again.`,
    );
  }
  return restsOn(about, logged);
}

/** What was done because of it: it cannot be undone behind somebody’s back. */
function restsOn({ concerns, contests, events, notes }: Case, { event, line }: Logged): Refusal | null {
  if (event.what === 'visit-made') {
    const said = `on ${sayDay(event.on)}`;
    const concern = concerns.find(
      ({ about, after, raisedAt }) => about === 'visit' && after.endsWith(said) && raisedAt >= line.at,
    );
    if (!concern) return null;
    return refuse(
      `Concern ${concern.id} was raised from this visit and has gone to a manager, so the visit stays. Tell them what is wrong. ${PUT_RIGHT}`,
    );
  }
  const kind = REVIEW_EVENTS[event.what];
  if (contests.some((contest) => contest.kind === kind && contest.on === event.on && contest.at >= line.at)) {
    return refuse(`A manager contests a decision of this review, so it stays. Talk to them. ${PUT_RIGHT}`);
  }
  const thatDay = events.filter(({ on, what }) => on === event.on && what in REVIEW_EVENTS).length;
  const written = notes.filter(({ about, on, undoneAt }) => about === 'review' && on === event.on && !undoneAt).length;
  if (thatDay === 1 || written === 0 || written === thatDay) return null;
  return refuse(
    `Two reviews of ${sayDay(event.on)} are logged, and what was written belongs to only one of them: Homeward cannot tell which. ${PUT_RIGHT}`,
  );
}

/** The note of what is undone is kept, and no longer shown with what counts. */
function without(notes: readonly CaseNote[], { kind, event, line }: Logged, now: Instant): readonly CaseNote[] {
  const note = notes.findLast(
    (one) => one.about === kind && one.on === event.on && !one.undoneAt && one.by === line.by,
  );
  return notes.map((one) => (one === note ? { ...one, undoneAt: now } : one));
}

/** Pressed a second time, or after another one was logged. */
function notTheLast({ history }: Case, which: string, { register }: Authority): Refusal {
  const place = Number(which.split('/')[1]);
  const undone = history.findLast(({ what }) => what === `${UNDONE}${history[place]?.what}`);
  if (!undone || !isUndone(history, place))
    return refuse(`This can no longer be undone: another was logged since. ${PUT_RIGHT}`);
  return refuse(
    `This was undone already, on ${sayDay(dayOf(undone.at))} at ${sayTime(undone.at)} by ${nameOf(undone.by, register)}.`,
  );
}

/**
 * A reminder whose time came in these minutes was dropped, or listed in a digest that did not show it: its key is used,
 * so it is said again under another. What was said before, or not yet, needs nothing.
 */
function saidAgain(
  before: Case,
  after: Case,
  { line, which }: Logged,
  letters: readonly KeptLetter[],
  authority: Authority,
  now: Instant,
): readonly Letter[] {
  const today = dayOf(now);
  const isSame = (a: Deadline) => (b: Deadline) => a.rule === b.rule && a.due === b.due;
  const was = deadlinesOf(before, today, authority).deadlines;
  const back = deadlinesOf(after, today, authority).deadlines.filter((one) => !was.some(isSame(one)));
  return letters
    .filter(({ kind, facts, passage }) => {
      const missed =
        (passage.at === 'dropped' && passage.droppedAt >= line.at) ||
        (passage.at === 'carried' && passage.carriedAt >= line.at);
      const isBack = back.some(({ rule, due }) => rule === facts.rule && due === facts.due);
      return kind === 'reminder.deadline' && missed && isBack;
    })
    .map(({ key, kind, to, facts, live }) => ({
      key: againKey(key, which),
      ...{ kind, to, facts, live, writtenAt: now },
    }));
}

/** The key of a reminder with its step, its fourth part, said to be one that comes again. */
function againKey(key: string, which: string): string {
  const [about, rule, due, step, ...role] = key.split('/');
  return [about, rule, due, `${step}-again-${which.split('/')[1]}`, ...role].join('/');
}
