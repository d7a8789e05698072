import type { Letter } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import { BEFORE_DECISION, type Returning, type ReturningCase, type ReturnPlan } from '../model.ts';
import type { Doing } from '../rules.ts';
import type { Item } from './checklist.ts';
import { holderFor, isTheirs, type Owner, postOf } from './owners.ts';
import { isAnswered, isSettled, leftBeforeDecision, type Question, questionsOf } from './rules.ts';
import { followsDecision, isDecisionItem } from './uses.ts';

export const QUESTIONS_A_CARD = 4;

/** A return, and the page of somebody's own questions to show. */
export interface Mine extends Returning {
  readonly page: number;
}

/** When people besides the practitioner are told that some questions of a return are theirs. */
export type Occasion = 'started' | 'decided' | 'home' | 'rest';

const TOLD: Readonly<Record<Exclude<Occasion, 'rest'>, readonly Owner[]>> = {
  started: ['team-manager', 'iro'],
  decided: ['team-manager'],
  home: ['iro', 'cin-coordinator'],
};

/** What is this person's to answer now, and is not answered: what is required first. */
export function questionsFor({ about, plan }: Returning, doing: Doing): readonly Question[] {
  if (plan.overtakenBy) return [];
  const open = questionsOf(plan, about).filter(
    (one) => !isAnswered(one) && isAskedNow(one.item, plan) && isTheirs(one.item, { about, plan }, doing),
  );
  return [...open.filter(({ use }) => use === 'required'), ...open.filter(({ use }) => use === 'offered')];
}

/** Tells the other owners that some questions are theirs: those who have any now, each once, and never who acts. */
export function questionsLetters(
  about: ReturningCase,
  plan: ReturnPlan,
  occasion: Exclude<Occasion, 'rest'>,
  doing: Doing,
): readonly Letter[] {
  const people = TOLD[occasion].flatMap((owner) => holderFor(owner, null, { about, plan }, doing)?.person ?? []);
  const asked = people.filter((by) => questionsFor({ about, plan }, { ...doing, by }).length > 0);
  return lettersTo(asked, plan, occasion, doing);
}

/** When the last of the social worker's questions before the decision is answered, the owners of the rest are told. */
export function lettersForTheRest(before: Returning, about: ReturningCase, doing: Doing): readonly Letter[] {
  const plan = about.returns.find(({ id }) => id === before.plan.id)!;
  const isWorkers = ({ item }: Question) => item.owners.some((owner) => postOf(owner) === 'social-worker');
  const left = leftBeforeDecision(plan, about);
  if (!leftBeforeDecision(before.plan, before.about).some(isWorkers) || left.some(isWorkers)) return [];
  const people = left.flatMap(({ item }) =>
    item.owners.flatMap((owner) => holderFor(owner, item, { about, plan }, doing)?.person ?? []),
  );
  return lettersTo(people, plan, 'rest', doing);
}

function lettersTo(people: readonly Person[], { id }: ReturnPlan, occasion: Occasion, { by, now }: Doing) {
  const others = new Set(people.map((person) => person.id).filter((person) => person !== by.id));
  return [...others].map(
    (person): Letter => ({
      key: `${id}/${occasion}/return.questions/${person}`,
      kind: 'return.questions',
      to: { person },
      facts: { return: id },
      live: false,
      writtenAt: now,
    }),
  );
}

/** Before the child is home, only what a decision looks back on; what follows a decision, once it is taken. */
function isAskedNow(item: Item, plan: ReturnPlan): boolean {
  if (isDecisionItem(item.id, plan.route) || isSettled(item, plan)) return false;
  if (followsDecision(item.id)) return plan.decision.stands === 'approved';
  return BEFORE_DECISION.includes(item.stage) || plan.wentHomeOn !== null;
}
