import type { Authority, Sight } from '../authority/model.ts';
import { type LocalDate, sayDay } from '../local-date.ts';
import type { Post } from '../people/model.ts';
import { nameOf } from '../people/rules.ts';
import { type Deadline, FORCES, LEGAL_STATUSES, PLACEMENT_KINDS } from '../timetable/model.ts';
import { legalStatusOn, placementOn } from '../timetable/rules.ts';
import {
  type Choice,
  choicesOf,
  type Fact,
  type FormAgain,
  type Head,
  problemsOf,
  STANDING_SIGNS,
  sayWhen,
  typedAgain,
} from '../view.ts';
import { type ConcernsWaiting, concernsWaiting } from './concerns/waiting.ts';
import type { CaseList } from './deadlines/actions.ts';
import { FOLLOW_INPUTS } from './form.ts';
import type { Case } from './model.ts';
import { deadlinesOf, factsOf } from './rules.ts';
import { type CaseTips, caseTips } from './tips.ts';

/** The form to start following a child. */
export interface FollowFormView extends Head, FormAgain {
  readonly choices: {
    readonly legalStatuses: readonly Choice[];
    readonly placements: readonly Choice[];
    readonly socialWorkers: readonly Choice[];
    readonly teamManagers: readonly Choice[];
    readonly iros: readonly Choice[];
  };
}

export function followFormView(
  typed: Readonly<Record<string, unknown>>,
  problems: readonly string[],
  { authority }: Sight,
): FollowFormView {
  const holders = (post: Post) => peopleWith(post, authority);
  return {
    heading: 'Follow a child',
    quiet: 'Fill this in once. Homeward works out every visit and review from then on.',
    typed: typedAgain(FOLLOW_INPUTS, typed),
    ...problemsOf(problems),
    choices: {
      legalStatuses: choicesOf(LEGAL_STATUSES),
      placements: choicesOf(PLACEMENT_KINDS),
      socialWorkers: holders('social-worker'),
      teamManagers: holders('team-manager'),
      iros: holders('iro'),
    },
  };
}

/** Everybody who holds a post, to choose from. */
export function peopleWith(post: Post, { register }: Authority): readonly Choice[] {
  return [...register.values()]
    .filter(({ posts }) => posts.includes(post))
    .map(({ id, name, team }) => ({ title: team ? `${name}, ${team}` : name, value: id }));
}

/** One deadline as lists show it. */
export interface DeadlineLine {
  readonly sign: string;
  readonly colour: string;
  readonly duty: string;
  readonly when: string;
  /** Why: "Regulation · SI 2010/959 reg 28(2)(a)". */
  readonly why: string;
}

export function deadlineLine(deadline: Deadline, today: LocalDate, { holidays }: Authority): DeadlineLine {
  const { sign, colour } = STANDING_SIGNS[deadline.standing];
  const early = deadline.actBy < deadline.due ? ` (last working day before: ${sayDay(deadline.actBy)})` : '';
  return {
    sign,
    colour,
    duty: deadline.duty,
    // Its sign says that it is today.
    when: deadline.due === today ? sayDay(deadline.due) : `${sayWhen(deadline.due, today, holidays)}${early}`,
    why: `${FORCES[deadline.force]} · ${deadline.cite}`,
  };
}

/** The case as those around the child see it, 1:1. */
export interface CaseView extends Head, ConcernsWaiting, CaseTips {
  readonly reference: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
  readonly hasDeadlines: boolean;
  readonly deadlines: readonly DeadlineLine[];
  readonly hasUnsaid: boolean;
  readonly unsaid: readonly { readonly says: string }[];
}

export function caseView(about: Case, sight: Sight): CaseView {
  const { today, authority } = sight;
  const facts = factsOf(about, today);
  const { deadlines, cannotSay } = deadlinesOf(about, today, authority);
  const status = legalStatusOn(facts, today);
  const placement = placementOn(facts, today);
  const standing = deadlines[0] ? STANDING_SIGNS[deadlines[0].standing].sign : '✓ Nothing due';
  return {
    heading: childOf(about),
    quiet: `${status ? LEGAL_STATUSES[status] : 'Not looked after'} · ${standing}`,
    reference: about.id,
    revision: String(about.revision),
    facts: [
      {
        title: 'Living with',
        value: placement ? `${PLACEMENT_KINDS[placement.kind]}, since ${sayDay(placement.on)}` : 'No placement',
      },
      { title: 'Social worker', value: nameOf(about.people.socialWorker, authority.register) },
      { title: 'Team manager', value: nameOf(about.people.teamManager, authority.register) },
      { title: 'IRO', value: nameOf(about.people.iro, authority.register) },
    ],
    hasDeadlines: deadlines.length > 0,
    deadlines: deadlines.slice(0, 4).map((deadline) => deadlineLine(deadline, today, authority)),
    hasUnsaid: cannotSay.length > 0,
    unsaid: cannotSay.map(({ duty, because }) => ({ says: `${duty}: ${because}` })),
    ...concernsWaiting(about, sight),
    ...caseTips(about, sight),
  };
}

/** Asks which of a person's cases is meant, and goes on with what they asked for. */
export interface CasePickView extends Head {
  readonly verb: string;
  readonly typed: { readonly day: string; readonly route: string };
  readonly choices: readonly Choice[];
}

/** Which part of a long list is shown, and the way to the rest. */
export interface Pages {
  readonly hasPages: boolean;
  readonly nextPage: string;
  readonly nextTitle: string;
}

/** One page of a list; after the last comes the first again. */
export function pageOf<T>(
  all: readonly T[],
  page: number,
  size: number,
): { readonly shown: readonly T[]; readonly pages: Pages } {
  const last = Math.max(1, Math.ceil(all.length / size));
  const at = page > last ? 1 : page;
  const next = at === last ? 1 : at + 1;
  return {
    shown: all.slice((at - 1) * size, at * size),
    pages: {
      hasPages: last > 1,
      nextPage: String(next),
      nextTitle: next === 1 ? 'First page' : `Page ${next} of ${last}`,
    },
  };
}

/** A person's cases: the next date of each, and how it stands. */
export interface CaseListView extends Head, Pages {
  readonly hasCases: boolean;
  readonly cases: readonly {
    readonly child: string;
    readonly sign: string;
    readonly colour: string;
    readonly next: string;
    readonly reference: string;
    readonly revision: string;
  }[];
}

export function caseListView({ cases, page }: CaseList, { today, authority }: Sight): CaseListView {
  const { shown, pages } = pageOf(cases, page, 5);
  return {
    heading: 'Your cases',
    quiet: cases.length === 1 ? '1 child' : `${cases.length} children`,
    ...pages,
    hasCases: cases.length > 0,
    cases: shown.map((about) => {
      const { deadlines, cannotSay } = deadlinesOf(about, today, authority);
      const line = deadlines[0] ? deadlineLine(deadlines[0], today, authority) : null;
      const unsaid = cannotSay[0] ? cannotSay[0].duty : 'Log a visit or a review when it happens';
      return {
        child: childOf(about),
        sign: line?.sign ?? (cannotSay.length > 0 ? '⚠ No date' : '✓ Nothing due'),
        colour: line?.colour ?? (cannotSay.length > 0 ? 'attention' : 'default'),
        next: line ? `${line.duty}: ${line.when}` : unsaid,
        reference: about.id,
        revision: String(about.revision),
      };
    }),
  };
}

/** "AB · C-1042": never the initials alone. */
export function childOf({ initials, id }: Case): string {
  return `${initials} · ${id}`;
}
