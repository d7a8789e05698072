import type { Sight } from '../../authority/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Deadline } from '../../timetable/model.ts';
import { whyView as explain } from '../../timetable/view.ts';
import { type Head, STANDING_SIGNS, sayWhen } from '../../view.ts';
import type { Case } from '../model.ts';
import { mayReview } from '../reviews/rules.ts';
import { deadlinesOf } from '../rules.ts';
import { childOf, type DeadlineLine, deadlineLine, type Pages, pageOf } from '../view.ts';
import { visitRefusal } from '../visits/rules.ts';
import type { DeadlineList, Explained, TeamList } from './actions.ts';
import { type Owed, teamRefusal } from './rules.ts';

/** Which log button a reader gets beside a deadline, and which deadline that is. */
export interface LogButtons {
  readonly reference: string;
  readonly revision: string;
  readonly rule: string;
  readonly due: string;
  readonly isVisit: boolean;
  readonly isReview: boolean;
}

export function logButtons({ about, deadline }: Owed, { by, now, authority }: Sight): LogButtons {
  const kinds = mayReview(about, by, authority, now);
  const mine = deadline.act === 'cin-review' ? kinds.includes('in-need') : kinds.includes('looked-after');
  return {
    reference: about.id,
    revision: String(about.revision),
    rule: deadline.rule,
    due: deadline.due,
    isVisit: deadline.act === 'visit' && visitRefusal(about, by, authority, now) === null,
    isReview: (deadline.act === 'review' || deadline.act === 'cin-review') && mine,
  };
}

/** "A visit is due today". */
export function sayHow({ act, standing }: Deadline): string {
  return `${SUBJECTS[act]} ${HOW[standing]}`;
}

const SUBJECTS: Readonly<Record<Deadline['act'], string>> = {
  visit: 'A visit',
  review: 'A review',
  'cin-review': 'A child in need review',
  other: 'A deadline',
};

const HOW: Readonly<Record<Deadline['standing'], string>> = {
  late: 'is late',
  'due-today': 'is due today',
  'due-soon': 'is due soon',
  later: 'is coming up',
};

/** Deadlines, five a page, each with its log button. */
export interface DeadlineListView extends Head, Pages {
  readonly items: readonly (DeadlineLine & LogButtons & { readonly child: string; readonly hasChild: boolean })[];
  readonly hasItems: boolean;
  /** What to do next when nothing is due. */
  readonly nothing: string;
  readonly unsaid: readonly { readonly says: string }[];
  /** To ask for the next page: the case or the worker that the list is of, or empty. */
  readonly ofCase: string;
  readonly ofWorker: string;
}

export function deadlineListView(list: DeadlineList, sight: Sight): DeadlineListView {
  const { today, authority } = sight;
  const { shown, pages } = pageOf(list.owed, list.page, 5);
  const isOne = list.case !== null;
  return {
    heading: isOne ? 'Deadlines' : 'Late, due today, due soon',
    quiet: `${list.whose} · ${tally(list.owed)}`,
    ...pages,
    items: shown.map((owed) => ({
      ...deadlineLine(owed.deadline, today, authority),
      ...logButtons(owed, sight),
      child: childOf(owed.about),
      hasChild: !isOne,
    })),
    hasItems: list.owed.length > 0,
    nothing: nothingDue(list, sight),
    unsaid: list.cases.flatMap((about) => unsaidOf(about, sight, isOne)).slice(0, 3),
    ofCase: list.case ?? '',
    ofWorker: list.worker ?? '',
  };
}

function nothingDue({ next, worker }: DeadlineList, { by }: Sight): string {
  const says = next
    ? `Nothing is late or due in the next five working days. Next: ${next.deadline.duty}, ${childOf(next.about)}, ${sayDay(next.deadline.due)}.`
    : 'Nothing is due. Log a visit or a review when it happens, and the next dates appear here. “cases” lists your cases.';
  const manages = worker === null && teamRefusal(by) === null;
  return manages ? `${says} “team” lists what your staff owe.` : says;
}

/** What is pressing, by worker, five workers a page. */
export interface TeamListView extends Head, Pages {
  readonly workers: readonly {
    readonly worker: string;
    readonly name: string;
    readonly tally: string;
    readonly sign: string;
    readonly colour: string;
    readonly worst: string;
  }[];
  readonly hasWorkers: boolean;
}

export function teamListView({ shares, cases, page }: TeamList, { today, authority }: Sight): TeamListView {
  const { shown, pages } = pageOf(shares, page, 5);
  return {
    heading: 'Team deadlines',
    quiet: `${cases.length === 1 ? '1 case' : `${cases.length} cases`} · ${tally(shares.flatMap(({ owed }) => owed))}`,
    ...pages,
    workers: shown.map(({ worker, owed }) => {
      const { about, deadline } = owed[0]!;
      const { sign: standing, colour } = STANDING_SIGNS[deadline.standing];
      const [sign] = standing.split(' ') as [string];
      const when = sayWhen(deadline.due, today, authority.holidays);
      const worst = `${childOf(about)}: ${deadline.duty}, ${when}`;
      return { worker, name: nameOf(worker, authority.register), tally: tally(owed), sign, colour, worst };
    }),
    hasWorkers: shares.length > 0,
  };
}

/** One date, explained: the event, the working, the days stepped over, the source and how sure of it we are. */
export interface WhyLine extends DeadlineLine {
  readonly event: string;
  readonly working: string;
  readonly hasSkipped: boolean;
  readonly skipped: string;
  readonly force: string;
  readonly cite: string;
  readonly hasUrl: boolean;
  readonly url: string;
  readonly hasSince: boolean;
  readonly since: string;
  readonly isUnverified: boolean;
  readonly unverified: string;
}

/** Every date of a case, explained, four a page. */
export interface WhyView extends Head, Pages {
  readonly reference: string;
  readonly revision: string;
  readonly dates: readonly WhyLine[];
  readonly hasDates: boolean;
  readonly unsaid: readonly { readonly says: string }[];
}

export function whyView({ about, page }: Explained, sight: Sight): WhyView {
  const { today, authority } = sight;
  const { deadlines } = deadlinesOf(about, today, authority);
  const { shown, pages } = pageOf(deadlines, page, 4);
  return {
    heading: 'Why these dates?',
    quiet: childOf(about),
    ...pages,
    reference: about.id,
    revision: String(about.revision),
    dates: shown.map((deadline) => whyLine(deadline, sight)),
    hasDates: deadlines.length > 0,
    unsaid: unsaidOf(about, sight, true),
  };
}

function whyLine(deadline: Deadline, { today, authority }: Sight): WhyLine {
  const { event, working, skipped, force, cite, url, since, unverified } = explain(deadline);
  return {
    ...deadlineLine(deadline, today, authority),
    ...{ event, working, skipped, force, cite, url, since, unverified },
    hasSkipped: skipped !== '',
    hasUrl: url !== '',
    hasSince: since !== '',
    isUnverified: unverified !== '',
  };
}

function unsaidOf(about: Case, { today, authority }: Sight, isOne: boolean): readonly { readonly says: string }[] {
  const whose = isOne ? '' : `${childOf(about)}: `;
  return deadlinesOf(about, today, authority).cannotSay.map(({ duty, because }) => ({
    says: `${whose}${duty}: ${because}`,
  }));
}

/** "2 late · 1 due today · 3 due soon". */
function tally(owed: readonly Owed[]): string {
  const words = { late: 'late', 'due-today': 'due today', 'due-soon': 'due soon', later: 'on track' } as const;
  const counts = Object.entries(words).map(([standing, word]) => {
    const count = owed.filter(({ deadline }) => deadline.standing === standing).length;
    return count === 0 ? '' : `${count} ${word}`;
  });
  return counts.filter((word) => word !== '').join(' · ') || 'nothing due';
}
