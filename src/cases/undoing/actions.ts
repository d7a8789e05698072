import type { Outbox } from '../../letters/store.ts';
import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { type CaseNeeds, type Changed, changeCase } from '../actions.ts';
import type { UndoForm } from './form.ts';
import { undo } from './rules.ts';

interface UndoNeeds extends CaseNeeds {
  readonly outbox: Outbox;
}

/** Takes back a visit or a review that was logged by mistake. */
export async function undoLogged(form: UndoForm, by: Person, needs: UndoNeeds): Promise<Outcome<Changed>> {
  const letters = await needs.outbox.of({ kind: 'case', id: form.case });
  return changeCase(form.case, by, needs, (about, now) => undo(about, form.which, letters, by, needs.authority, now));
}
