import { done, type Outcome, refuse } from '../refusal.ts';
import { entryOf } from './entries.ts';
import { NO_ENTRY, type Question } from './form.ts';
import type { Found } from './model.ts';
import { answerTo, opened } from './rules.ts';

/** What somebody asked came to. The words of the question are kept nowhere. */
export interface Answer {
  readonly found: Found | { readonly known: 'nothing asked' };
  readonly namesARecord: boolean;
}

/** Answers a question from the built-in guidance; without one, says what can be asked. */
export function ask({ question, namesARecord }: Question): Outcome<Answer> {
  if (question === '' && !namesARecord) return done({ found: { known: 'nothing asked' }, namesARecord });
  return done({ found: answerTo(question), namesARecord });
}

/** Opens one entry, from a button. */
export function openEntry({ entry: id }: { readonly entry: string }): Outcome<Answer> {
  const entry = entryOf(id);
  return entry ? done({ found: opened(entry), namesARecord: false }) : refuse(NO_ENTRY);
}
