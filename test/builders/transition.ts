import { localDate } from '../../src/local-date.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import {
  type Agreement,
  NOTHING_PLANNED,
  type Service,
  type Step,
  type StepKind,
  type StepWent,
  type Transition,
} from '../../src/returns/transition/model.ts';
import { at } from '../fakes/stopped-clock.ts';
import { ayesha } from './people.ts';
import { aPlan, aReturningCase } from './returning-case.ts';

/** A step on a day; with how it went, said by the social worker that evening. */
export function aStep(id: number, kind: StepKind, on: string, how: StepWent | null = null, words = ''): Step {
  const went = how && { how, words, by: ayesha.id, at: at(on, '18:00') };
  return { id, kind, on: localDate(on), went };
}

/** The agreement with the parents of Thu 12 November 2026. */
export function anAgreement(parts: Partial<Agreement> = {}): Agreement {
  return {
    on: localDate('2026-11-12'),
    goals: 'Kayleigh is in school every day',
    conditions: 'Nobody drinks while she is at home',
    ifBroken: 'We meet the same week and the date may move',
    by: ayesha.id,
    at: at('2026-11-12'),
    ...parts,
  };
}

export function aService(parts: Partial<Service> = {}): Service {
  return {
    id: 1,
    name: 'Family support',
    who: 'Northmoor Early Help',
    startBy: localDate('2026-12-14'),
    checked: null,
    ...parts,
  };
}

/** A plan, and the child's case with it, in which some of the transition is written. */
export function withSteps(parts: Partial<Transition>, plan: ReturnPlan = aPlan()): ReturningCase {
  return aReturningCase({ returns: [{ ...plan, transition: { ...NOTHING_PLANNED, ...parts } }] });
}
