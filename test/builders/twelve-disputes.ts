import { momentOf } from '../../src/clock.ts';
import type { Climbed, Rung } from '../../src/disputes/climbing/model.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { Theme } from '../../src/disputes/raising/model.ts';
import { type LocalDate, localDate } from '../../src/local-date.ts';
import { aDispute } from './dispute.ts';
import { ben, directorRuth, iroManagerKaren, iroNadia, priya, tom } from './people.ts';

const day = (text: string) => localDate(`2026-${text}`);

/** A stage that was left: which, from, until, how. */
function left(stage: number, from: string, until: string, ended: Climbed['ended'], why = ''): Climbed {
  return { ...at(stage, from, until, why), endedOn: day(until), ended };
}

/** A stage that a dispute stands at. */
function at(stage: number, from: string, due: string, why = ''): Rung {
  return {
    stage,
    startedOn: day(from),
    due: day(due),
    officer: priya.id,
    whyOfficer: why,
    enteredAt: momentOf(day(from), '10:00'),
    lapsed: false,
    askedAgainOn: null,
  };
}

const cap = (formalOn: LocalDate, last: string) => ({ formalOn, cap: day(last) });
const agreed = { outcome: 'actions-agreed', changed: 'A date to go home' } as const;
const south = { socialWorker: ben.id, teamManager: tom.id, iro: iroNadia.id };

function one(nth: number, raised: string, theme: Theme, parts: Partial<Dispute>): Dispute {
  const base = aDispute();
  return {
    ...base,
    id: `D-${String(nth).padStart(4, '0')}`,
    once: `once-${nth}`,
    revision: 0,
    wakeAt: null,
    children: [`C-2${String(nth).padStart(3, '0')}`],
    raisedOn: day(raised),
    clock: null,
    ...parts,
    issue: { ...base.issue, ...parts.issue, theme },
    climbed: (parts.climbed ?? []).map((rung) => ({ ...rung, officer: parts.people?.teamManager ?? priya.id })),
  };
}

const { issue } = aDispute();
const checkOn = day('03-27');

/** The day on which they are counted: Tue 30 June 2026. */
export const COUNTED_ON = localDate('2026-06-30');

/** Twelve disputes of Northmoor, to be counted by hand. */
export const TWELVE: readonly Dispute[] = [
  one(1, '03-02', 'drift-and-delay', {
    children: ['C-1042'],
    issue: { ...issue, childTold: { knows: true, advocateOn: day('03-02') } },
    clock: cap(day('03-02'), '03-30'),
    climbed: [left(0, '03-02', '03-09', 'lapsed'), left(1, '03-09', '03-13', 'resolved')],
    responses: [
      {
        rung: 1,
        by: priya.id,
        at: momentOf(day('03-12'), '10:00'),
        kind: 'plan',
        says: 'A dated plan',
        actions: [{ what: 'Write the plan', owner: 'Ayesha Khan', by: day('04-10') }],
        arrived: 'in-time',
        judged: { on: day('03-13'), verdict: 'satisfactory', why: '' },
      },
    ],
    state: { at: 'resolved-monitoring', on: day('03-13'), ...agreed, checkOn },
  }),
  one(2, '03-02', 'visits', {
    climbed: [left(-1, '03-02', '03-06', 'resolved')],
    state: { at: 'closed', on: day('03-06'), outcome: 'explanation-accepted', changed: 'Visits are weekly' },
  }),
  one(3, '06-22', 'drift-and-delay', {
    children: ['C-1042'],
    issue: { ...issue, childTold: { knows: false, advocateOn: day('06-22') } },
    clock: cap(day('06-22'), '07-20'),
    state: { at: 'formal', rung: at(0, '06-22', '07-01') },
  }),
  one(4, '04-13', 'contact', {
    clock: cap(day('04-13'), '05-12'),
    climbed: [left(0, '04-13', '04-15', 'withdrawn')],
    state: { at: 'withdrawn', on: day('04-15'), why: 'Put right the same day' },
  }),
  one(5, '05-11', 'safeguarding', {
    people: south,
    service: 'South',
    urgent: true,
    cafcass: { on: day('05-12'), why: 'The child is not safe' },
    clock: cap(day('05-11'), '06-09'),
    climbed: [left(3, '05-11', '05-13', 'resolved')],
    state: { at: 'closed', on: day('05-13'), ...agreed },
  }),
  one(6, '05-11', 'drift-and-delay', {
    people: south,
    service: 'South',
    cafcassConsulted: { on: day('06-01'), why: 'To ask what is possible' },
    clock: cap(day('05-11'), '06-09'),
    climbed: [
      left(0, '05-11', '05-18', 'lapsed'),
      left(1, '05-18', '05-26', 'lapsed'),
      left(2, '05-26', '06-02', 'lapsed'),
      left(3, '06-02', '06-05', 'lapsed'),
    ],
    state: { at: 'formal', rung: { ...at(4, '06-05', '06-09'), officer: directorRuth.id } },
  }),
  one(7, '04-20', 'legal-status', {
    people: south,
    service: 'South',
    clock: cap(day('04-20'), '05-19'),
    climbed: [left(0, '04-20', '04-22', 'overtaken')],
    state: { at: 'overtaken', on: day('04-22'), why: 'The court made an order' },
  }),
  one(8, '02-02', 'care-planning', {
    earlierClocks: [cap(day('02-02'), '03-02')],
    clock: cap(day('02-20'), '03-20'),
    climbed: [
      left(0, '02-02', '02-06', 'resolved'),
      left(0, '02-20', '02-27', 'escalated'),
      left(1, '02-27', '03-03', 'resolved'),
    ],
    checks: [
      {
        kind: 'ten-days',
        on: day('02-20'),
        at: momentOf(day('02-20'), '10:00'),
        by: iroNadia.id,
        passed: false,
        says: 'No plan',
      },
    ],
    state: { at: 'closed', on: day('03-03'), ...agreed },
  }),
  one(9, '04-21', 'contact', {
    people: south,
    service: 'South',
    clock: cap(day('04-21'), '05-20'),
    climbed: [left(0, '04-21', '04-22', 'void')],
    state: {
      at: 'void',
      on: day('04-22'),
      why: 'Raised twice',
      by: directorRuth.id,
      asked: {
        by: iroManagerKaren.id,
        at: momentOf(day('04-21'), '15:00'),
        because: 'duplicate',
        why: 'Raised twice',
      },
    },
  }),
  one(10, '03-02', 'health', {
    raisedOn: localDate('2025-05-01'),
    state: { at: 'informal', rung: at(-1, '03-02', '03-09') },
  }),
  one(11, '05-05', 'education', {
    clock: cap(day('05-05'), '06-03'),
    climbed: [left(0, '05-05', '05-06', 'escalated'), left(2, '05-06', '05-08', 'resolved')],
    state: {
      at: 'resolved-monitoring',
      on: day('05-08'),
      outcome: 'partly-resolved',
      changed: 'A school place',
      checkOn: day('05-22'),
    },
  }),
  one(12, '06-01', 'drift-and-delay', {
    clock: cap(day('06-01'), '06-29'),
    climbed: [left(0, '06-01', '06-08', 'escalated')],
    state: {
      at: 'formal',
      rung: at(
        2,
        '06-08',
        '06-15',
        'Head of service. Service manager passed over: nobody holds the post or covers for it',
      ),
    },
  }),
];
