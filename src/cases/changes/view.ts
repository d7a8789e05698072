import type { Sight } from '../../authority/model.ts';
import { sayTime } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import type { Post } from '../../people/model.ts';
import { type Deadline, FORCES, LEGAL_STATUSES, PLACEMENT_KINDS } from '../../timetable/model.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked, Changed } from '../actions.ts';
import { type Moved, movedBetween } from '../deadlines/rules.ts';
import type { Case } from '../model.ts';
import { deadlinesOf } from '../rules.ts';
import type { Logged } from '../undoing/logged.ts';
import { undoUntil } from '../undoing/rules.ts';
import { childOf, type DeadlineLine, deadlineLine, peopleWith } from '../view.ts';
import type { ChangePreview, ChangeSaved } from './actions.ts';
import { CHANGE_INPUTS, HAPPENED, PLACEMENT_FLAGS } from './form.ts';
import { changesFor } from './rules.ts';

/** The form for a change of status, placement or people. */
export interface ChangeFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  /** Whether the reader manages the case; the IRO only records an adjournment and who the IRO is. */
  readonly managesCase: boolean;
  readonly choices: Readonly<
    Record<
      'statuses' | 'placements' | 'flags' | 'happened' | 'socialWorkers' | 'teamManagers' | 'iros',
      readonly Choice[]
    >
  >;
}

export function changeFormView(
  { about, typed }: CaseAsked,
  { by, now, authority }: Sight,
  problems: readonly string[] = [],
): ChangeFormView {
  const managesCase = changesFor(about, by, authority, now) === 'case';
  const holders = (post: Post) => peopleWith(post, authority);
  return {
    heading: 'What has changed?',
    quiet: `${childOf(about)} · fill in only what is new; you see the moved dates before anything is saved`,
    reference: about.id,
    revision: String(about.revision),
    typed: typedAgain(CHANGE_INPUTS, typed),
    ...problemsOf(problems),
    managesCase,
    choices: {
      statuses: choicesOf(LEGAL_STATUSES),
      placements: choicesOf(PLACEMENT_KINDS),
      flags: choicesOf(PLACEMENT_FLAGS),
      happened: choicesOf(HAPPENED).filter(({ value }) => (value === 'review-adjourned') !== managesCase),
      socialWorkers: holders('social-worker'),
      teamManagers: holders('team-manager'),
      iros: holders('iro'),
    },
  };
}

/** A date before and after a change, side by side. */
export interface MovedLine {
  readonly duty: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

interface MovedView {
  readonly hasMoved: boolean;
  readonly moved: readonly MovedLine[];
  readonly unsaid: readonly { readonly says: string }[];
}

/** What a change would do, before it is saved. */
export interface ChangePreviewView extends Head, FormAgain, MovedView {
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
}

export function changePreviewView(
  { before, after, lines, typed }: ChangePreview,
  sight: Sight,
  problems: readonly string[] = [],
): ChangePreviewView {
  return {
    heading: 'Check before saving',
    quiet: `${childOf(before)} · nothing is saved yet`,
    reference: before.id,
    revision: String(before.revision),
    typed: typedAgain(CHANGE_INPUTS, typed),
    ...problemsOf(problems),
    lines: lines.map((says) => ({ says })),
    ...movedView(before, after, sight),
  };
}

/** What was saved, the next date of its kind with why, the other dates that moved, and the way to its note for the record. */
export interface SavedView extends Head, MovedView {
  readonly reference: string;
  readonly revision: string;
  readonly says: readonly { readonly says: string }[];
  /** The next date, or none. */
  readonly next: readonly (DeadlineLine & { readonly working: string })[];
  readonly hasNote: boolean;
  /** The key of its note for the record; empty where there is none. */
  readonly note: string;
  /** Whether it can be taken back, and until when, in words. */
  readonly canUndo: boolean;
  readonly which: string;
  readonly undoUntil: string;
}

interface Saved extends Changed {
  readonly heading: string;
  readonly says: readonly string[];
  /** The acts that this was: their next date is said. */
  readonly acts: readonly Deadline['act'][];
  /** Whether the date they were due is met by it. */
  readonly meets: boolean;
  readonly note: SavedView['note'];
  /** What the reader may take back for a few minutes, or null. */
  readonly undo: Logged | null;
}

export function savedView({ heading, says, acts, meets, note, undo, before, after }: Saved, sight: Sight): SavedView {
  const { today, authority } = sight;
  const next = deadlinesOf(after, today, authority).deadlines.find(({ act }) => acts.includes(act));
  return {
    heading,
    quiet: childOf(after),
    reference: after.id,
    revision: String(after.revision),
    says: says.map((each) => ({ says: each })),
    next: next ? [{ ...deadlineLine(next, today, authority), working: next.working }] : [],
    ...movedView(before, after, sight, { acts: meets ? acts : [], next: next ?? null }),
    hasNote: note !== '',
    note,
    canUndo: undo !== null,
    which: undo?.which ?? '',
    undoUntil: undo ? `A wrong tick? Undo works until ${sayTime(undoUntil(undo))}.` : '',
  };
}

export function changeSavedView({ before, after, lines }: ChangeSaved, sight: Sight): SavedView {
  const says = (lines.length > 0 ? lines : ['All of this was saved already.']).map((line) => `✓ ${line}`);
  return savedView(
    { heading: 'Change saved', says, acts: [], meets: false, note: '', undo: null, before, after },
    sight,
  );
}

const MOST_MOVED = 6;

/** What the card says above the moved dates: the acts that were done, and the next date of their kind. */
interface AlreadySaid {
  readonly acts: Saved['acts'];
  readonly next: Deadline | null;
}

const NOTHING_SAID: AlreadySaid = { acts: [], next: null };

function movedView(
  before: Case,
  after: Case,
  { today, authority }: Sight,
  { acts, next }: AlreadySaid = NOTHING_SAID,
): MovedView {
  const moved = movedBetween(before, after, today, authority).filter(
    (one) => one.before !== null || one.after?.rule !== next?.rule,
  );
  return {
    hasMoved: moved.length > 0,
    moved: moved.slice(0, MOST_MOVED).map((one) => movedLine(one, acts)),
    unsaid: deadlinesOf(after, today, authority).cannotSay.map(({ duty, because }) => ({
      says: `${duty}: ${because}`,
    })),
  };
}

function movedLine({ before, after }: Moved, met: Saved['acts']): MovedLine {
  const { duty, act, force, cite } = (after ?? before)!;
  return {
    duty,
    before: before ? sayDay(before.due) : 'no date',
    after: after ? sayDay(after.due) : met.includes(act) ? 'met' : 'no longer due',
    why: `${FORCES[force]} · ${cite}`,
  };
}
