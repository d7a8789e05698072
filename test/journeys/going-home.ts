import type { AtTeams, Seen } from '../fakes/council.ts';
import { answersOwn, does, type Filled, ticksChecklist } from './by-the-cards.ts';

/** Types for a return, and starts the checklist. An order to be discharged brings one question more. */
export async function starts(by: AtTeams, reference: string, filled: Filled): Promise<Seen> {
  return does(by, await by.says(`return home ${reference}`), 'Start checklist', filled);
}

/** The home page of the return, by way of the checklist. */
export async function hubOf(by: AtTeams, reference: string): Promise<Seen> {
  return does(by, await by.says(`checklist ${reference}`), 'This return');
}

export async function afterwards(by: AtTeams, reference: string): Promise<Seen> {
  return does(by, await hubOf(by, reference), 'After the return');
}

export const AGREED = {
  Goals: 'Bedtimes are kept and school is on time',
  Conditions: 'Nobody drinks at home',
  'What happens if a condition is broken': 'The manager hears the same day and we meet within two',
};

export interface Planned {
  readonly steps: readonly Filled[];
  readonly services: readonly Filled[];
  readonly ready: Filled;
}

/** Steps, agreement, services, the first weeks: from the home page of the return. Back comes “Plan and steps”. */
export async function plans(by: AtTeams, hub: Seen, { steps, services, ready }: Planned): Promise<Seen> {
  let card = await does(by, hub, 'Plan and steps');
  for (const step of steps) card = await does(by, await does(by, card, 'Add a step'), 'Save step', step);
  card = await does(by, await does(by, card, 'Agreement'), 'Save agreement', AGREED);
  for (const service of services) card = await does(by, await does(by, card, 'Services'), 'Save service', service);
  return does(by, await does(by, card, 'First weeks and sudden return'), 'Save', ready);
}

/** The social worker ticks the rest of the checklist, and asks. Back comes the checklist. */
export async function asks(by: AtTeams, reference: string): Promise<Seen> {
  const checklist = await ticksChecklist(by, await by.says(`checklist ${reference}`));
  return does(by, checklist, 'Request decision');
}

/** Everybody answers what is theirs before the return, the owners from their letters; and the decision is asked for. */
export async function preparesAll(reference: string, worker: AtTeams, ...owners: readonly AtTeams[]): Promise<Seen> {
  for (const owner of owners) await answersOwn(owner);
  return asks(worker, reference);
}

/** Records from the home page that the child went home. */
export async function goesHome(by: AtTeams, reference: string, filled: Filled = {}): Promise<Seen> {
  const form = await does(by, await hubOf(by, reference), 'Record the return');
  return does(by, form, 'Record the return', filled);
}

export const SEEN = {
  'Child seen': 'Yes, in person (a call is no visit)',
  'Seen alone': 'Yes',
  'Is the child’s welfare safeguarded and promoted?': 'Yes',
};

export async function visits(by: AtTeams, form: Seen, filled: Filled = {}): Promise<Seen> {
  return does(by, form, 'Save visit', { ...SEEN, ...filled });
}
