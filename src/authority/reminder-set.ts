/** Who is told that a deadline was missed, besides the one who owes it. */
export type Told = 'team-manager' | 'service-manager' | 'iro' | 'iro-manager' | 'cin-manager' | 'nominated-officer';

/** When somebody is reminded of a deadline, and who hears when it is missed. */
export interface ReminderClass {
  readonly name: string;
  /** Rules of the timetable (domain.md 1). */
  readonly rules: readonly string[];
  /** How long before: working days before the day to act by, or calendar days before the last lawful day. */
  readonly before: readonly number[];
  readonly counted: 'working days' | 'calendar days';
  /** Working days after the last lawful day, and who is told then. The first is always said to the owner too. */
  readonly overdue: readonly { readonly after: number; readonly to: readonly Told[] }[];
}

/**
 * The reminder set of domain.md 8: a proposal, not law. "Same day" for an overdue duty is the first working day after
 * its last lawful day. Where the set has no line for a rule, the comment says which line is used for it.
 */
export const REMINDER_SET: readonly ReminderClass[] = [
  {
    name: 'weekly visit',
    // The first visits that are due within a week are reminded of like the weekly ones.
    rules: ['R-VIS-05a', 'R-VIS-06a', 'R-VIS-01', 'R-VIS-07a', 'R-VIS-22'],
    before: [2, 1, 0],
    counted: 'working days',
    overdue: [
      { after: 1, to: ['team-manager'] },
      { after: 2, to: ['service-manager'] },
    ],
  },
  {
    name: '4/6-week visit',
    // The first visit after a section 20 return, within two weeks, is reminded of like these.
    rules: ['R-VIS-02', 'R-VIS-03b', 'R-VIS-05b', 'R-VIS-06b', 'R-VIS-07b', 'R-VIS-21'],
    before: [10, 5, 2, 1, 0],
    counted: 'working days',
    overdue: [
      { after: 1, to: ['team-manager'] },
      { after: 3, to: ['service-manager'] },
    ],
  },
  {
    name: '3/6-month visit or review',
    rules: ['R-VIS-03a', 'R-VIS-04', 'R-REV-02', 'R-REV-03'],
    before: [20, 10, 5, 2],
    counted: 'working days',
    overdue: [{ after: 1, to: ['team-manager', 'iro'] }],
  },
  {
    name: 'first review',
    // An adjourned review has the same twenty working days.
    rules: ['R-REV-01', 'R-REV-06'],
    before: [10, 5, 2, 1],
    counted: 'working days',
    overdue: [{ after: 1, to: ['iro-manager'] }],
  },
  {
    name: 'reg 19: 10 + 10 working days',
    rules: ['R-PWP-05b', 'R-PWP-05c'],
    before: [5, 2, 1],
    counted: 'working days',
    overdue: [{ after: 1, to: ['nominated-officer', 'service-manager'] }],
  },
  {
    name: 'emergency notices',
    // No line in the set, and nothing that is recorded meets it: the owner is reminded, and nobody else.
    rules: ['R-NOT-01'],
    before: [2, 1],
    counted: 'working days',
    overdue: [],
  },
  {
    name: 'review after a return',
    rules: ['R-REV-21'],
    before: [10, 5, 2],
    counted: 'calendar days',
    overdue: [{ after: 1, to: ['iro-manager'] }],
  },
  {
    name: 'child in need review',
    rules: ['R-REV-22'],
    before: [10, 5, 2],
    counted: 'working days',
    overdue: [{ after: 1, to: ['cin-manager'] }],
  },
];

/** Rules that nobody is reminded of: a time to be sat out has nothing to be done by its day. */
export const NOT_REMINDED: readonly string[] = ['MON-05'];
