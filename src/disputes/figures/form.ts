import { z } from 'zod';
import { page } from '../../cases/form.ts';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';

/** What to count, and which figure was chosen to be opened. Anything that is not on offer comes to the first that is. */
export interface FiguresForm {
  readonly period: string;
  readonly whose: string;
  readonly figure: string;
  readonly page: number;
}

export const chosen = z.string().max(200).catch('');

const figuresForm: z.ZodType<FiguresForm> = z.object({ period: chosen, whose: chosen, figure: chosen, page });

export const readFiguresForm = (typed: unknown): Outcome<FiguresForm> => readForm(figuresForm, typed);
