import type { Post } from '../people/model.ts';

/** Something people type. The first of its words is its name; the others mean the same. */
export interface Command {
  readonly words: readonly [string, ...string[]];
  /** What it does, for the help card. */
  readonly about: string;
  /** Who is offered it; everybody may type it, and the rules decide. Nobody, where a reference alone does the same. */
  readonly offeredTo: readonly Post[] | 'everyone';
  /** The route that answers it, or null while it is still to come. */
  readonly verb: string | null;
  /** What it is about: a child's case, a dispute, a concern, a return, good practice, or none. A case may be left out where `maybe` says so. */
  readonly of: 'case' | 'maybe case' | 'dispute' | 'concern' | 'return' | 'praise' | 'nothing';
  /** Which way a day in the words lies. */
  readonly looking: 'back' | 'ahead';
}

const WORKERS: readonly Post[] = ['social-worker', 'team-manager'];
const MANAGERS: readonly Post[] = ['team-manager', 'service-manager', 'head-of-service', 'director'];
/** Who gets the list by worker. */
const OVER_STAFF: readonly Post[] = [...MANAGERS, 'iro-manager', 'chief-executive'];
const DECIDERS: readonly Post[] = ['nominated-officer', 'director'];
/** Whoever has a part in what becomes of a child: they see the disputes about it. */
const AFTERWARDS: readonly Post[] = ['nominated-officer', 'cin-coordinator'];
const WITH_CASES: readonly Post[] = [...WORKERS, 'iro', 'cin-coordinator'];

/** Everything a person can type (product.md 3). */
export const COMMANDS: readonly Command[] = [
  say(['help', 'hi', 'hello', 'menu', 'start'], 'What I can do here', 'everyone', 'help', 'nothing'),
  say(['follow', 'new case', 'new child'], 'Start following a child', WORKERS, 'case.ask', 'nothing'),
  say(['cases', 'my cases', 'my children'], 'Your cases and what is next on each', WITH_CASES, 'case.list', 'nothing'),
  say(['case', 'child'], 'One child: next dates, people, return', WITH_CASES, 'case.open', 'case'),
  say(['update', 'legal status', 'move'], 'A change of status, placement or people', WORKERS, 'case.update', 'case'),
  say(
    ['return home', 'reunification', 'going home', 'child went home', 'went home', 'returned home'],
    'Start a return home and its checklist',
    WORKERS,
    'return.ask',
    'case',
    'ahead',
  ),
  say(
    ['return', 'open return', 'return status'],
    'One return home, by its own reference',
    [],
    'return.record',
    'return',
  ),
  say(['checklist', 'return checklist'], 'The return-home checklist', WORKERS, 'return.checklist', 'case'),
  say(
    ['deadlines', 'my visits', 'what is due', 'this week'],
    'Late, due today, due soon',
    WITH_CASES,
    'deadline.list',
    'maybe case',
  ),
  say(
    ['digest', 'my digest', 'today', 'reminders', 'what is new'],
    'What is late, due today and waiting for you',
    'everyone',
    'digest.open',
    'nothing',
  ),
  say(['team', 'team deadlines', 'overdue'], 'What is due, by worker', OVER_STAFF, 'team.list', 'nothing'),
  say(['visit', 'log visit', 'visited', 'saw'], 'Log a visit', WORKERS, 'visit.ask', 'case'),
  say(['review', 'log review', 'reviewed'], 'Log a review', ['iro', 'cin-coordinator'], 'review.ask', 'case'),
  say(['why', 'why this date'], 'Each date with its rule and its working', WITH_CASES, 'deadline.why', 'case'),
  say(
    ['notes', 'note', 'record note', 'note for the record', 'notes for the record'],
    'Notes to copy into the child’s record',
    WITH_CASES,
    'note.list',
    'case',
  ),
  say(['what if'], 'Try another date, status or route', WORKERS, 'case.what-if', 'case', 'ahead'),
  say(
    ['raise dispute', 'challenge', 'escalate concern'],
    'Raise a dispute about a child’s case',
    ['iro'],
    'dispute.ask',
    'case',
  ),
  say(
    ['disputes', 'my disputes'],
    'Disputes you raised, must answer or may see',
    ['iro', 'iro-manager', ...MANAGERS, 'chief-executive', ...AFTERWARDS],
    'dispute.list',
    'nothing',
  ),
  say(
    ['dispute', 'status'],
    'One dispute, as you may see and act on it',
    ['iro', 'iro-manager', ...MANAGERS],
    'dispute.open',
    'dispute',
  ),
  say(
    ['timeline', 'history', 'story'],
    'One dispute from its beginning, day by day',
    ['iro', 'iro-manager', ...MANAGERS],
    'dispute.timeline',
    'dispute',
  ),
  say(['concern', 'worry', 'raise concern'], 'Raise a concern with your team manager', WORKERS, 'concern.ask', 'case'),
  say(['open concern', 'concern status'], 'One concern, as you may see and answer it', [], 'concern.open', 'concern'),
  say(['good practice'], 'Recognise good work', ['iro'], 'praise.ask', 'case'),
  say(['open good practice'], 'Good practice that was recognised, by its own reference', [], 'praise.open', 'praise'),
  say(
    ['cafcass', 'refer to cafcass'],
    'Refer a child’s case to Cafcass, no dispute needed',
    ['iro'],
    'cafcass.ask',
    'case',
  ),
  say(
    ['dispute to cafcass', 'refer dispute to cafcass'],
    'Refer to Cafcass from a dispute',
    [],
    'dispute.ask-cafcass',
    'dispute',
  ),
  say(
    ['contest review', 'contest', 'contest decision'],
    'Contest a decision of a child’s review',
    ['team-manager', 'service-manager'],
    'review.ask-contest',
    'case',
  ),
  say(
    ['void', 'void dispute'],
    'Ask that a dispute is void: wrong child, or raised twice',
    ['iro', 'iro-manager', 'administrator'],
    'dispute.ask-void',
    'dispute',
  ),
  say(['decisions', 'approvals'], 'What waits for your decision', DECIDERS, 'decision.list', 'nothing'),
  say(['cover', 'out of office', 'leave'], 'Who acts for you while you are away', 'everyone', null, 'nothing'),
  say(['ask', 'guidance'], 'Answers from the built-in guidance', 'everyone', 'guidance.ask', 'nothing'),
  say(
    ['report', 'figures'],
    'Charts and figures on disputes',
    ['iro', 'iro-manager', ...MANAGERS, 'chief-executive'],
    'figures.open',
    'nothing',
  ),
  say(
    ['messages', 'what was said', 'delivery list'],
    'What Homeward said about a child, to whom, and whether it arrived',
    [...WITH_CASES, ...MANAGERS, 'iro-manager'],
    'message.of',
    'case',
  ),
  say(
    ['messages about a dispute'],
    'What Homeward said about a dispute, to whom, and whether it arrived',
    [],
    'message.of',
    'dispute',
  ),
  say(
    ['calendar', 'my calendar', 'ics', 'subscribe'],
    'Your deadlines in your own calendar',
    [...WITH_CASES, 'nominated-officer'],
    'calendar.open',
    'nothing',
  ),
  say(
    ['settings', 'admin'],
    'Who cannot be reached, channels in trouble, messages of unknown fate',
    ['administrator', 'business-support'],
    'settings.open',
    'nothing',
  ),
];

function say(
  words: Command['words'],
  about: string,
  offeredTo: Command['offeredTo'],
  verb: string | null,
  of: Command['of'],
  looking: Command['looking'] = 'back',
): Command {
  return { words, about, offeredTo, verb, of, looking };
}
