import { months, workingDays } from './length.ts';
import { cpr, type Row, unread } from './row.ts';
import { VISITS } from './visits.ts';

/**
 * Every clock that law, policy or plan starts on a case. A change in the law is a new row with its own dates in force,
 * never an edit: a case uses the row in force on the day its clock started.
 */

const review = { act: 'review', owedBy: 'iro', countsFrom: 'start' } as const;

const WELSH_FIGURES =
  'The ten working days were read in the Welsh twin of this regulation (WSI 2015/1818, reg 20), not in the English one.';

const REVIEWS: readonly Row[] = [
  {
    ...review,
    id: 'R-REV-01',
    duty: 'Hold the child’s first review',
    startsFrom: 'looked-after',
    within: workingDays(20),
    appliesWhile: ['no-review'],
    source: cpr('33(1)'),
  },
  {
    ...review,
    id: 'R-REV-02',
    duty: 'Hold the child’s second review',
    startsFrom: 'review',
    within: months(3),
    appliesWhile: ['one-review'],
    source: cpr('33(2)'),
  },
  {
    ...review,
    id: 'R-REV-03',
    duty: 'Hold the child’s next review',
    startsFrom: 'review',
    within: months(6),
    appliesWhile: ['two-or-more-reviews'],
    source: cpr('33(2)'),
  },
  {
    ...review,
    id: 'R-REV-06',
    duty: 'Complete the adjourned review; it may be adjourned once',
    startsFrom: 'adjournment',
    within: workingDays(20),
    appliesWhile: [],
    unverified: 'Reg 36 has not been read: the 20 working days, and that it is once only, are general knowledge.',
    source: unread('36(3)-(4)'),
  },
];

const EARLY_RETURN: readonly Row[] = [
  {
    id: 'R-PWP-05b',
    duty: 'Complete the parent’s assessment and the review of the case',
    act: 'other',
    owedBy: 'social-worker',
    startsFrom: 'early-return',
    countsFrom: 'start',
    within: workingDays(10),
    appliesWhile: ['not-assessed-and-reviewed'],
    unverified: WELSH_FIGURES,
    source: unread('19(b)'),
  },
  {
    id: 'R-PWP-05c',
    duty: 'Decide on the placement with parents: confirm it, or end it',
    act: 'other',
    owedBy: 'nominated-officer',
    startsFrom: 'early-return-assessed',
    countsFrom: 'start',
    within: workingDays(10),
    appliesWhile: [],
    unverified: WELSH_FIGURES,
    source: unread('19(c)'),
  },
  {
    id: 'R-NOT-01',
    duty: 'Give written notice of the emergency placement to everyone who must be told',
    act: 'other',
    owedBy: 'social-worker',
    startsFrom: 'early-return',
    countsFrom: 'start',
    within: workingDays(5),
    appliesWhile: [],
    source: cpr('13'),
  },
];

const AFTER_RETURN: readonly Row[] = [
  {
    ...review,
    id: 'R-REV-21',
    duty: 'Hold the review after the return home, with the IRO in the chair',
    startsFrom: 'return-home',
    within: 'review-after-return',
    appliesWhile: ['no-post-return-review'],
    unverified:
      'The policy says "within 20 days" of an unplanned return without saying working or calendar days, and does not say which review follows a planned one. Calendar days are the stricter reading; your authority must confirm.',
    source: 'local-policy',
  },
  {
    id: 'R-REV-22',
    duty: 'Review the return plan as child in need co-ordinator',
    act: 'cin-review',
    owedBy: 'cin-coordinator',
    startsFrom: 'post-return-review',
    countsFrom: 'start',
    within: 'cin-reviews',
    appliesWhile: [],
    source: 'local-policy',
  },
  {
    id: 'MON-05',
    duty: 'Keep monitoring how the child is at home, for at least six months',
    act: 'other',
    owedBy: 'team-manager',
    startsFrom: 'return',
    countsFrom: 'start',
    within: months(6),
    appliesWhile: ['six-months-not-over'],
    unverified: 'Advice from research, not a duty in law: six months is the least that the NSPCC’s framework asks for.',
    source: {
      force: 'plan',
      cite: 'National Children’s Bureau research report on reunification for the Department for Education, after NSPCC Taking Care (2012)',
      url: '',
      inForceFrom: null,
      inForceUntil: null,
      readOn: null,
    },
  },
];

/** Every rule that gives a date. Where two dates are equal, the earlier row comes first. */
export const TIMETABLE: readonly Row[] = [...VISITS, ...REVIEWS, ...EARLY_RETURN, ...AFTER_RETURN];
