import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { changeReturn, type ReturnNeeds } from '../actions.ts';
import { firstCard } from '../checklist/rules.ts';
import type { AtStage } from '../model.ts';
import type { WentForm } from './form.ts';
import { recordReturn } from './rules.ts';

/** Records the day on which a planned return happened. */
export async function recordWent(form: WentForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const kept = await changeReturn(form, by, needs, ({ about, plan }, doing) =>
    recordReturn(about, plan, form.day, doing),
  );
  return kept.ok ? done(firstCard(kept.value)) : kept;
}
