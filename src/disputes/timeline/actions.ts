import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { DisputeNeeds } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { besideOf, openBeside } from '../siblings/actions.ts';
import type { Beside } from '../siblings/model.ts';
import type { TimelineForm } from './form.ts';

/** A dispute whose story is told, what its reader may know of its children, and how far it is told. */
export interface Told {
  readonly dispute: Dispute;
  readonly beside: Beside;
  readonly page: number;
}

/** Opens the story of a dispute. What was said along the way is kept back from those who see it for a sibling only. */
export async function openTimeline(form: TimelineForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Told>> {
  const opened = await openBeside(form, by, needs);
  if (!opened.ok) return opened;
  const beside = await besideOf(opened.value, by, needs);
  if (!beside.isOnlyBeside) return done({ dispute: opened.value, beside, page: form.page });
  return refuse(
    `You see ${form.dispute} because it is also about a child of yours. Its timeline may say what is private to another child, so it is kept back; ask the IRO.`,
  );
}
