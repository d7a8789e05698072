import { z } from 'zod';
import { page } from '../../cases/form.ts';
import { readForm } from '../../field.ts';
import { done, type Outcome } from '../../refusal.ts';
import { chosen, type FiguresForm } from '../figures/form.ts';

/** The lists of disputes to choose from. Those behind a figure are reached from the figure. */
export const LISTS = {
  waiting: 'Waiting for me',
  raised: 'Raised by me',
  service: 'My service',
  open: 'All open',
  ended: 'Ended',
  behind: 'Behind the figure',
} as const;
export type ListName = keyof typeof LISTS;

/** Which list, which page of it, and the figure that it is behind, where it is behind one. */
export interface ListForm extends FiguresForm {
  readonly show: ListName;
}

/** "ended", or "ended 2" for its second page: one choice says both. Anything else is all that is open. */
const show = z
  .string()
  .transform((typed) => typed.split(' '))
  .transform(([list, further]) => ({ list: isList(list) ? list : ('open' as const), further }))
  .catch({ list: 'open', further: undefined });

function isList(typed: string | undefined): typed is ListName {
  return typed !== undefined && Object.hasOwn(LISTS, typed);
}

const listForm = z.object({ show, page, period: chosen, whose: chosen, figure: chosen });

export function readListForm(typed: unknown): Outcome<ListForm> {
  const read = readForm(listForm, typed);
  if (!read.ok) return read;
  const { list, further } = read.value.show;
  return done({ ...read.value, show: list, page: further ? page.parse(further) : read.value.page });
}
