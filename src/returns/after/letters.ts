import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import type { KeptLetter, Letter } from '../../letters/model.ts';
import { holderOf, whoActsFor } from '../../people/rules.ts';
import type { Returning, ReturningCase, ReturnPlan } from '../model.ts';
import { type Doing, lettersTo } from '../rules.ts';
import { CHECKS, isWanted } from './checks.ts';
import {
  type BrokeDownView,
  brokeDownView,
  type CheckView,
  checkView,
  type SteppedDownView,
  steppedDownView,
} from './letter-view.ts';
import type { StepDown } from './model.ts';

/** To the IRO, the team manager and the service manager, 1:1: learning is for those who plan the next return too. */
export function lettersOfBreakdown(about: ReturningCase, { id }: ReturnPlan, doing: Doing): readonly Letter[] {
  const { by, now, authority } = doing;
  const { iro, teamManager } = about.people;
  const { register } = authority;
  const day = dayOf(now);
  const service = register.get(teamManager)?.service ?? null;
  const told = [
    ...[iro, teamManager].map((one) => whoActsFor(one, register, day)?.person.id ?? one),
    holderOf('service-manager', service, register, day)?.person.id ?? null,
  ];
  return [...new Set(told)]
    .filter((person) => person !== null && person !== by.id)
    .map((person) => ({
      key: `${id}/broke-down/${person}`,
      kind: 'return.broke-down',
      to: { person: person! },
      facts: { return: id },
      live: false,
      writtenAt: now,
    }));
}

/** To the social worker, the team manager and the co-ordinator, 1:1: who leads now, and until when the worker stays beside them. */
export function lettersOfStepDown(
  about: ReturningCase,
  { id, after }: ReturnPlan,
  { to }: StepDown,
  doing: Doing,
): readonly Letter[] {
  const { now, authority } = doing;
  const { socialWorker, teamManager } = about.people;
  const service = authority.register.get(teamManager)?.service ?? null;
  const coordinator = holderOf('cin-coordinator', service, authority.register, dayOf(now))?.person.id;
  const told = [socialWorker, teamManager, ...(coordinator ? [coordinator] : [])];
  return lettersTo(told, 'return.stepped-down', id, `step-down/${after.stepDowns.length}`, doing).map((letter) => ({
    ...letter,
    facts: { ...letter.facts, to },
  }));
}

/** A letter that is no longer worth sending. */
interface Dropped {
  readonly dropped: string;
}

/** The return broke down, as its record says now. */
export function brokeDownLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): BrokeDownView | Dropped {
  const found = returnIn(about, letter);
  return found?.plan.after.breakdown ? brokeDownView(found, sight) : { dropped: 'no breakdown is recorded any more' };
}

/** A step down, as its record says. */
export function steppedDownLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): SteppedDownView | Dropped {
  const found = returnIn(about, letter);
  const step = found?.plan.after.stepDowns.find(({ to }) => to === letter.facts.to);
  return found && step ? steppedDownView(found, step, sight) : { dropped: 'the step down is no longer kept' };
}

/** A question to ask after the return, unless it has been answered since. */
export function checkLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): CheckView | Dropped {
  const found = returnIn(about, letter);
  const check = CHECKS.find(({ what }) => what === letter.facts.what);
  return found && check && isWanted(check, found.plan, about)
    ? checkView(found, check.what, sight)
    : { dropped: 'it was answered before it was sent' };
}

function returnIn(about: ReturningCase, { facts }: KeptLetter): Returning | null {
  const plan = about.returns.find(({ id }) => id === facts.return);
  return plan ? { about, plan } : null;
}
