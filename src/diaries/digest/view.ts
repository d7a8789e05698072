import type { Sight } from '../../authority/model.ts';
import { type Owed, ownerOf, teamRefusal } from '../../cases/deadlines/rules.ts';
import { logButtons } from '../../cases/deadlines/view.ts';
import { standsFor } from '../../cases/rules.ts';
import { childOf, deadlineLine } from '../../cases/view.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Head } from '../../view.ts';
import { snoozeRefusal } from '../putting-off/rules.ts';
import type { Asked } from './actions.ts';
import type { Digest } from './model.ts';
import { isEmpty, manyWaiting } from './rules.ts';
import { sayAway, waitingLines } from './words.ts';

/** One line of a digest: what it is about, how it stands, what is owed, and what can be pressed. */
export interface DigestLine {
  readonly title: string;
  readonly sign: string;
  readonly colour: string;
  readonly says: string;
  /** What makes a date binding, and where that is written; nothing is said of what has no date by law. */
  readonly why: string;
  readonly hasWhy: boolean;
  readonly buttons: readonly DigestButton[];
}

/** A button under a line: its verb, and which record it means. */
export interface DigestButton {
  readonly title: string;
  readonly tooltip: string;
  readonly style: 'positive' | 'default';
  readonly verb: string;
  readonly carries: Readonly<Record<string, string>>;
}

/** The card of a day. Its heading, which has numbers only, is what a lock screen shows. */
export interface DigestView extends Head {
  readonly lines: readonly DigestLine[];
  readonly isEmpty: boolean;
  readonly nothing: string;
  readonly away: readonly { readonly says: string }[];
  readonly hasMore: boolean;
  /** The list that has the rest: of one's own deadlines, or by worker. */
  readonly more: string;
  readonly moreVerb: string;
  /** Asked for, it offers to change when digests come. */
  readonly isAsked: boolean;
}

/** Presses on a card, in all: what Teams recommends. */
const PRESSES = 6;

/** A line, and the deadline that it is about, if it is about one. */
interface Listed {
  readonly line: DigestLine;
  readonly one: Owed | null;
}

/** What a digest says now; `isAsked` when somebody typed for it, false when it was sent. */
export function digestView(digest: Digest, isAsked: boolean, sight: Sight): DigestView {
  const waiting = waitingLines(digest.waiting, sight).map((line) => ({ line, one: null }));
  const pressing = [...digest.late, ...digest.today, ...digest.told];
  const room = PRESSES - waiting.length - Number(isAsked);
  const many = pressing.length + digest.soon.length;
  const shown = many > room ? room - 1 : many;
  const listed = (owed: readonly Owed[]) => owed.map((one) => ({ line: deadlineOf(one, sight), one }));
  const lines = [
    ...listed(pressing.slice(0, shown)),
    ...waiting,
    ...listed(digest.soon.slice(0, Math.max(0, shown - pressing.length))),
  ];
  const spare = PRESSES - lines.length - Number(isAsked) - Number(many > shown);
  return {
    heading: tallyOf(digest),
    quiet: sayDay(sight.today),
    lines: withLogging(lines, spare, sight),
    isEmpty: isEmpty(digest),
    nothing: 'Nothing is late, due soon or waiting for you. Type “deadlines” for what comes next.',
    away: sayAway(digest.away, sight).map((says) => ({ says })),
    hasMore: many > shown,
    ...moreOf(digest, shown, many - shown, sight),
    isAsked,
  };
}

/** Where there is no room for what others owe, the list by worker has it. */
function moreOf({ late, today, told }: Digest, shown: number, hidden: number, { by }: Sight) {
  const isOfStaff = late.length + today.length + told.length > shown && told.length > 0 && teamRefusal(by) === null;
  return isOfStaff
    ? { more: `And ${hidden} more: Team deadlines`, moreVerb: 'team.list' }
    : { more: `And ${hidden} more: Deadlines`, moreVerb: 'deadline.list' };
}

/** "Today: 2 late, 1 due today". What is less pressing is counted where nothing is more so. */
function tallyOf(digest: Digest): string {
  const { late, today, soon, told, waiting } = digest;
  const ahead = soon.filter(({ deadline }) => deadline.standing === 'later').length;
  const counted = [
    [late.length, 'late'],
    [today.length, 'due today'],
    [told.length, 'late with others'],
    [manyWaiting(waiting), 'waiting for you'],
    [soon.length - ahead, 'due soon'],
    [ahead, 'coming up'],
  ] as const;
  const said = counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length > 0 ? `Today: ${said.slice(0, 3).join(', ')}` : 'Today: nothing waits for you';
}

function deadlineOf(one: Owed, { by, today, authority }: Sight): DigestLine {
  const { about, deadline } = one;
  const { sign, colour, when, duty, why } = deadlineLine(deadline, today, authority);
  const owner = ownerOf(one, authority, today);
  const whose = owner === null || owner === by.id ? '' : ` (${nameOf(owner, authority.register)})`;
  return {
    title: childOf(about),
    sign: `${sign} · ${when}`,
    colour,
    says: `${duty}${whose}`,
    why,
    hasWhy: true,
    buttons: [open(one, 'Open')],
  };
}

/** Opens the deadline, where it can be logged, snoozed, said to be seen and explained. */
function open({ about, deadline: { rule, due } }: Owed, title: string): DigestButton {
  const carries = { case: about.id, rule, due, revision: String(about.revision) };
  return { title, tooltip: `Log, snooze or see why: ${about.id}`, style: 'default', verb: 'deadline.open', carries };
}

/** Beside a log button: a form to put it off, or whatever else there is where it can no longer be. */
function other(one: Owed, { by, today, authority }: Sight): DigestButton {
  const button = open(one, 'More');
  if (snoozeRefusal(one, by, authority, today)) return button;
  return { ...button, title: 'Snooze', tooltip: `Put off ${one.about.id}`, verb: 'deadline.snooze' };
}

/** The button that logs a duty of one's own; null where it is another's, or nothing that is logged meets it. */
function logging(one: Owed, sight: Sight): DigestButton | null {
  const { isVisit, isReview, reference, revision } = logButtons(one, sight);
  const owner = ownerOf(one, sight.authority, sight.today);
  const isTheirs = owner !== null && standsFor(sight.by, owner, sight.authority, sight.today);
  if (!isTheirs || !(isVisit || isReview)) return null;
  const { rule, due } = one.deadline;
  // With the deadline that it was drawn beside, the button says so when that was met meanwhile.
  const carries = { case: reference, revision, rule, due };
  return isVisit
    ? { title: 'Log visit', tooltip: `Log a visit to ${reference}`, style: 'default', verb: 'visit.ask', carries }
    : { title: 'Log review', tooltip: `Log a review of ${reference}`, style: 'default', verb: 'review.ask', carries };
}

/** The most pressing lines have their log button on the card itself, as far as there is room; the others are opened for it. */
function withLogging(listed: readonly Listed[], room: number, sight: Sight): readonly DigestLine[] {
  let spare = room;
  const lines = listed.map(({ line, one }) => {
    const log = one && spare > 0 ? logging(one, sight) : null;
    if (!one || !log) return line;
    spare -= 1;
    return { ...line, buttons: [log, other(one, sight)] };
  });
  const [first, ...rest] = lines;
  const [main, ...others] = first?.buttons ?? [];
  return first && main ? [{ ...first, buttons: [{ ...main, style: 'positive' }, ...others] }, ...rest] : lines;
}

export function digestAskedView({ digest }: Asked, sight: Sight): DigestView {
  return digestView(digest, true, sight);
}
