import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { About } from './model.ts';

/** Which page of which list of messages. */
export interface ListForm {
  readonly about: About;
  readonly page: number;
}

/** One message, by what a card calls it, and the list that it was chosen from. */
export interface MessageForm {
  readonly about: About;
  readonly letter: string;
}

const page = z.coerce.number().int().min(1).catch(1);
const named = (pattern: RegExp) =>
  z
    .string()
    .transform((typed) => typed.trim().toUpperCase())
    .pipe(z.string().regex(pattern))
    .catch('');
const about = { case: named(/^[A-Z0-9][A-Z0-9-]{0,29}$/), dispute: named(/^D-\d{4,12}$/) };
const letter = words('Which message', 64);

const listForm = z.object({ ...about, page });
const messageForm = z.object({ ...about, letter });

export function readListForm(typed: unknown): Outcome<ListForm> {
  const read = readForm(listForm, typed);
  return read.ok ? done({ about: aboutOf(read.value), page: read.value.page }) : read;
}

/** A list of what was said about one case or one dispute. */
export function readAboutForm(typed: unknown): Outcome<ListForm> {
  const read = readListForm(typed);
  if (!read.ok || read.value.about) return read;
  return refuse(
    'Child: please choose one from the list, or type “messages” and a reference, like “messages C-1042” or “messages D-0001”.',
  );
}

export function readMessageForm(typed: unknown): Outcome<MessageForm> {
  const read = readForm(messageForm, typed);
  return read.ok ? done({ about: aboutOf(read.value), letter: read.value.letter }) : read;
}

function aboutOf({ case: child, dispute }: { readonly case: string; readonly dispute: string }): About {
  if (dispute) return { kind: 'dispute', id: dispute };
  return child ? { kind: 'case', id: child } : null;
}
