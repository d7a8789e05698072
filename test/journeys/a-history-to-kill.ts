import type { Person } from '../../src/people/model.ts';
import { ayesha, grace, headHelen, iroOlu, nominatedSamuel, priya } from '../builders/people.ts';
import type { Holding, Press } from './homeward-killed.ts';

type Records = ReadonlyMap<string, Holding>;

/** One thing that somebody does, and what shows in the records that it was done. */
export interface Step {
  readonly name: string;
  readonly by: Person;
  /** What is typed to open the form, or the button that opens it. */
  readonly opens: string | Press;
  /** The buttons from there; the last is the one that counts, pressed with what is filled in. */
  readonly buttons: readonly [string, ...string[]];
  readonly filled: Readonly<Record<string, string>>;
  /** What the card says when it is done. */
  readonly says: string;
  /** How often it is in the records: once, whatever happened. */
  readonly times: (records: Records) => number;
}

/** The next morning that the history goes on: everything that falls due until half past nine is said. */
export interface Morning {
  readonly day: string;
  readonly spoken: string;
}

export const FIRST_DAY = '2026-03-02';

const CHILD = 'C-2001';
const DISPUTE = 'D-0003';
const RETURN = 'RH-0005';
const VISIT_DUE = { case: CHILD, revision: '1', rule: 'R-VIS-02', due: '2026-04-13' };

const inCase = lineIn(`cases/${CHILD}.json`);
const inDispute = lineIn(`disputes/${DISPUTE}.json`);
const inDiary = lineIn(`diarys/${ayesha.id}.json`);

function lineIn(file: string) {
  return (line: RegExp) => (records: Records) =>
    (records.get(file)?.record.history ?? []).filter(({ what }) => line.test(what)).length;
}

/** How many entries of a list in the child's case hold these words. */
function inList(list: string, words: string) {
  return (records: Records) => {
    const record = records.get(`cases/${CHILD}.json`)?.record as unknown as
      | Record<string, readonly unknown[]>
      | undefined;
    return (record?.[list] ?? []).filter((entry) => JSON.stringify(entry).includes(words)).length;
  };
}

/** How many answers of the return hold this note. */
function answersNoted(note: string) {
  return (records: Records) => {
    const record = records.get(`cases/${CHILD}.json`)?.record as
      | { returns?: { answers: { note: string }[] }[] }
      | undefined;
    return (record?.returns ?? []).flatMap(({ answers }) => answers).filter((answer) => answer.note === note).length;
  };
}

const DRIFT = {
  theme: 'drift-and-delay',
  concern: 'No progress since the last review',
  impact: 'She is unsettled at school',
  wishes: 'She asks when she can see her brother',
  wanted: 'A dated plan by the end of the month',
  startAt: '1',
  whyThere: 'The team manager took part in the decision',
};
const SEEN = { childSeen: 'true', seenAlone: 'true', welfare: 'yes' };
const PLAN = { kind: 'plan', action1: 'Meet each week', owner1: 'Ayesha Khan', by1: '2026-03-20' };

/** A fortnight of the main job: a child followed, a concern, a dispute up two stages, a return begun and sent back. */
export const HISTORY: readonly (Step | Morning)[] = [
  {
    name: 'a child followed',
    by: ayesha,
    opens: 'follow',
    buttons: ['Follow'],
    filled: {
      reference: CHILD,
      initials: 'ZQ',
      bornOn: '2015-05-01',
      legalStatus: 's20',
      lookedAfterSince: '2026-02-23',
      placement: 'foster',
      placementStarted: '2026-02-23',
      socialWorker: ayesha.id,
      teamManager: priya.id,
      iro: iroOlu.id,
    },
    says: `ZQ · ${CHILD}`,
    times: inCase(/^Started following/),
  },
  visit('a visit', { on: '2026-03-02', wishes: 'She likes her school' }),
  visit('a visit with a concern', { on: '2026-03-02', welfare: 'concern', wishes: 'She is afraid at night' }),
  step('the concern dealt with', priya, 'open concern E-0001', ['Deal with it here'], {
    filled: { says: 'I rang the carers' },
    says: '✓ Dealt with',
    times: inCase(/^E-0001: dealt with/),
  }),
  step('a visit put off', ayesha, { verb: 'deadline.snooze', data: VISIT_DUE }, ['Snooze'], {
    filled: { day: '2026-03-09' },
    says: '✓ Put off to Mon 9 March 2026.',
    times: inDiary(/^Put off to Mon 9 March 2026: R-VIS-02/),
  }),
  { day: '2026-03-03', spoken: '3 March' },
  step('a visit seen', ayesha, { verb: 'deadline.open', data: VISIT_DUE }, ['I have seen this'], {
    filled: { nextCheck: '2026-03-05' },
    says: '✓ Seen.',
    times: inDiary(/^Seen: R-VIS-02/),
  }),
  step('a dispute raised', iroOlu, `raise dispute ${CHILD}`, ['Raise dispute'], {
    filled: DRIFT,
    says: `Dispute ${DISPUTE}`,
    times: (records) =>
      [...records].filter(
        ([file, { record }]) => file.startsWith('disputes/') && JSON.stringify(record).includes(CHILD),
      ).length,
  }),
  step('the dispute answered', grace, `dispute ${DISPUTE}`, ['Respond', 'Respond'], {
    filled: { ...PLAN, says: 'We meet weekly' },
    says: 'proposed a plan: We meet weekly',
    times: inDispute(/^Responded at Stage 2/),
  }),
  step('the answer judged', iroOlu, `dispute ${DISPUTE}`, ['Judge response', 'Judge response'], {
    filled: { verdict: 'partly', why: 'No dates' },
    says: 'Judged partly satisfactory',
    times: inDispute(/^Judged the response: partly/),
  }),
  { day: '2026-03-04', spoken: '4 March' },
  step('the dispute escalated', iroOlu, `dispute ${DISPUTE}`, ['Escalate', 'Escalate'], {
    filled: { why: 'Nothing has moved' },
    says: 'Stage 3 of 5',
    times: inDispute(/^Escalated to Stage 3/),
  }),
  step('the dispute answered again', headHelen, `dispute ${DISPUTE}`, ['Respond', 'Respond'], {
    filled: { ...PLAN, says: 'Dates are set' },
    says: 'proposed a plan: Dates are set',
    times: inDispute(/^Responded at Stage 3/),
  }),
  step('the answer found good', iroOlu, `dispute ${DISPUTE}`, ['Judge response', 'Judge response'], {
    filled: { verdict: 'satisfactory' },
    says: 'response judged satisfactory',
    times: inDispute(/^Judged the response: satisfactory/),
  }),
  step('the dispute resolved', iroOlu, `dispute ${DISPUTE}`, ['Resolve', 'Resolve'], {
    filled: { outcome: 'actions-agreed', changed: 'She has a dated plan' },
    says: 'She has a dated plan',
    times: inDispute(/^Resolved/),
  }),
  { day: '2026-03-06', spoken: '6 March' },
  step('a return home begun', ayesha, `return home ${CHILD}`, ['Start checklist'], {
    filled: { route: 'planned-s20', day: '2026-04-24', prompted: 'Her mother kept to the plan' },
    says: RETURN,
    times: inList('returns', 'Her mother kept to the plan'),
  }),
  ticked('the first questions answered', ayesha, 'CON-01', 'Her mother asked'),
  ticked('the manager’s questions answered', priya, 'CON-02', 'Section 20'),
  ticked('more questions answered', ayesha, 'CON-03', 'Before the summer'),
  { day: '2026-03-10', spoken: '10 March' },
  step(
    'a decision asked for',
    ayesha,
    { verb: 'return.ask-request', data: { return: RETURN } },
    ['Ask for the decision'],
    {
      filled: { whyWithout: 'The lease begins' },
      says: 'Waiting for a decision',
      times: inCase(/^RH-0005: approval asked of/),
    },
  ),
  step('a review', iroOlu, `review ${CHILD}`, ['Save review'], {
    filled: { on: '2026-03-10', tasks: 'A letter to school' },
    says: 'Review saved',
    times: inList('notes', 'A letter to school'),
  }),
  { day: '2026-03-11', spoken: '11 March' },
  step('the return sent back', nominatedSamuel, { verb: 'return.view', data: { return: RETURN } }, ['Send back'], {
    filled: { reason: 'Write down what she wishes' },
    says: 'Sent back',
    times: inCase(/sent back/i),
  }),
  visit('another visit', { on: '2026-03-11', wishes: 'She misses her brother' }),
  { day: '2026-03-16', spoken: '16 March' },
];

function step(
  name: string,
  by: Person,
  opens: Step['opens'],
  buttons: Step['buttons'],
  rest: Pick<Step, 'filled' | 'says' | 'times'>,
): Step {
  return { name, by, opens, buttons, ...rest };
}

function visit(name: string, filled: { on: string; wishes: string; welfare?: string }): Step {
  return step(name, ayesha, `visit ${CHILD}`, ['Save visit'], {
    filled: { ...SEEN, ...filled },
    says: 'Visit saved',
    times: inList('notes', filled.wishes),
  });
}

function ticked(name: string, by: Person, item: string, note: string): Step {
  return step(name, by, `checklist ${CHILD}`, ['Save'], {
    filled: { [item]: 'done', [`note-${item}`]: note },
    says: RETURN,
    times: answersNoted(note),
  });
}
