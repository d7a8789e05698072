import type { Authority } from '../../authority/model.ts';
import type { PersonId } from '../../people/model.ts';
import { sayBy } from '../timeline/view.ts';

/** A line for words that may not have been given. */
export function given(heading: string, text: string): readonly string[] {
  return text === '' ? [] : [`${heading}: ${text}`];
}

/** "Priya Shah, Team manager": by name and post, as a record that is read in twenty years needs it. */
export function who(id: PersonId, { register }: Authority): string {
  return sayBy(id, register.get(id));
}
