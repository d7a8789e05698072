import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { done, type Outcome } from '../../refusal.ts';
import { acting, asItIs, type DisputeAsked, type DisputeNeeds, keep, openDispute } from '../actions.ts';
import type { DisputeAsk, DisputeForm } from '../form.ts';
import type { Dispute } from '../model.ts';
import type { VoidForm } from './form.ts';
import { agreeVoid as agree, askVoid as ask, refuseVoid } from './rules.ts';

/** Opens a dispute for asking that it is void. An administrator gets it too: only for cards that show nothing of the child. */
export async function openToVoid(form: DisputeForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  const found = holds(by, 'administrator') ? await needs.disputes.get(form.dispute) : undefined;
  return found ? done(await asItIs(found, needs, needs.clock.now())) : openDispute(form, by, needs);
}

/** Opens the question: the form, or how it stands once it was asked. */
export async function askToVoid(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  const opened = await openToVoid(form, by, needs);
  return opened.ok ? done({ about: opened.value, typed: form.typed }) : opened;
}

const askAsSeen = acting(ask, 'ask that it is void');

/** Asks that a dispute is void. */
export async function askVoid(form: VoidForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  const found = holds(by, 'administrator') ? await needs.disputes.get(form.dispute) : undefined;
  if (!found) return askAsSeen(form, by, needs);
  const decided = ask(found, form, by, needs.authority, needs.clock.now());
  return decided.ok ? keep(found, decided.value, by, needs) : decided;
}

export const agreeVoid = acting(agree, 'agree that it is void');
export const notVoid = acting(refuseVoid, 'say that it is not void');
