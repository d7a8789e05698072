/** Everything Homeward says unprompted. */
export const LETTERS = {
  'reminder.deadline':
    'a reminder of one duty, its day and its source, 1:1: in the digest, or alone when the next digest would be too late',
  'return.decide': 'a return waits for a decision, 1:1 to the decider',
  'return.decide.channel': 'a return waits for a decision, neutral, in the channel',
  'return.decided': 'how a return was decided, 1:1 to the social worker and the IRO',
  'return.lapsed':
    'an approval has lapsed before the child was home, 1:1 to the decider, the social worker and the team manager',
  'return.questions': 'some questions of a return are theirs to answer, 1:1 to their owner',
  'return.told': 'a child has gone home, or is about to, 1:1 to the people around the child',
  'concern.raised': 'a concern waits for an answer, 1:1 to the team manager or the service manager, at once',
  'concern.answered': 'how a concern was answered, 1:1 to who raised it',
  'concern.told': 'a concern was answered lower down, or after being passed up, 1:1 to the other manager',
  'return.stepped-down': 'support has stepped down, 1:1 to the social worker, the team manager and the co-ordinator',
  'return.broke-down': 'a return home broke down, with what was learned, 1:1 to the IRO and the managers',
  'return.check': 'a question to ask two and six weeks after a return, 1:1 to the social worker',
  'review.next': 'child in need reviews start, 1:1 to the child in need co-ordinator',
  'dispute.respond': 'a dispute waits for an answer, 1:1 to the officer at the stage',
  'dispute.told': 'a dispute moved, 1:1 to those copied and to the IRO',
  'dispute.channel': 'a dispute at a stage, neutral, in the channel of the stage',
  'dispute.reminder': 'a reminder of a dispute and its days, 1:1',
  'dispute.lapsed': 'nobody answered a dispute in time, 1:1',
  'concern.channel': 'a concern waits for the service manager, neutral, in the channel of the service',
  'channel.trouble': 'a channel cannot be written to, 1:1 to the administrators, once a day',
  'dispute.void-asked': 'somebody asks that a dispute is void, 1:1 to the second person',
  'dispute.void-answered': 'whether a dispute is void, 1:1 to whoever asked, with nothing of the child',
  'praise.told': 'good practice was recognised, 1:1 to the worker and their team manager',
  'cafcass.told': 'the IRO referred a child’s case to Cafcass, 1:1 to the Director and the IRO manager',
  'review.contested': 'a manager contests a review decision, 1:1 to the IRO',
  'digest.day': 'what is late, due and waiting for a person, 1:1, once on a working day',
  'digest.week': 'a manager’s staff by worker; what needs the Director or the Chief Executive, 1:1, once a week',
  'watch.missed': 'Homeward’s watch over itself found something undone, 1:1 to the administrators, once a day at most',
  'post.unreachable': 'somebody cannot be reached, 1:1 to business support, with nothing of any case',
} as const;

export type LetterKind = keyof typeof LETTERS;

/**
 * How soon a letter is said. `at-once` at any hour, for a child's safety; `in-hours` as soon as it is no quiet hour;
 * `digest` with the next digest of whoever it is to.
 */
export type Pace = 'at-once' | 'in-hours' | 'digest';

/** The kinds that are not said `in-hours`. */
export const PACES: Readonly<Partial<Record<LetterKind, Pace>>> = {
  'concern.raised': 'at-once',
  'reminder.deadline': 'digest',
};

/** The kinds that may be sent once more when nobody knows whether they arrived: reminders, never decisions (teams.md 1.3). */
export const MAY_REPEAT: readonly LetterKind[] = [
  'reminder.deadline',
  'dispute.reminder',
  'digest.day',
  'digest.week',
  'channel.trouble',
  'post.unreachable',
  'watch.missed',
];
