import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, type Changed, changeCase, openCase } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { ChangeForm, TypedChange } from './form.ts';
import { changeRefusal, type Previewed, preview } from './rules.ts';

/** Opens the form for a change of status, placement or people. */
export function askChange(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, changeRefusal);
}

/** What a change would do, with what was typed, to be looked at before it is saved. */
export interface ChangePreview extends Previewed {
  readonly typed: TypedChange['typed'];
}

export async function previewChange(form: TypedChange, by: Person, needs: CaseNeeds): Promise<Outcome<ChangePreview>> {
  const found = await openCase(form, by, needs);
  if (!found.ok) return found;
  const seen = preview(found.value, form, by, needs.authority, needs.clock.now());
  if (!seen.ok) return seen;
  return seen.value.lines.length > 0 ? done({ ...seen.value, typed: form.typed }) : refuse(NOTHING);
}

/** A change that was saved, in words. */
export interface ChangeSaved extends Changed {
  readonly lines: readonly string[];
}

/** Saves what was previewed, worked out again; refused when the case has changed since the preview was drawn. */
export async function saveChange(form: ChangeForm, by: Person, needs: CaseNeeds): Promise<Outcome<ChangeSaved>> {
  let lines: readonly string[] = [];
  const kept = await changeCase(form.case, by, needs, (about, now) => {
    const seen = preview(about, form, by, needs.authority, now);
    if (!seen.ok) return seen;
    lines = seen.value.lines;
    const isStale = form.revision !== about.revision;
    if (lines.length === 0) return isStale ? done({ after: about, letters: [] }) : refuse(NOTHING);
    return isStale ? refuse(CHANGED_SINCE) : done({ after: seen.value.after, letters: [] });
  });
  return kept.ok ? done({ ...kept.value, lines }) : kept;
}

const NOTHING = 'Nothing would change: the case says all of this already. Fill in only what is new.';
const CHANGED_SINCE =
  'The case has changed since these dates were worked out, so nothing was saved. Below they are worked out again; press Save if they are right.';
