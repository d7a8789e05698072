import { z } from 'zod';
import { choice, maybeDay, maybeWords, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act, keysOf } from '../form.ts';
import { type AgreedAction, RESPONSES, type ResponseKind } from './model.ts';

/** One action of a plan takes three inputs: what, who and by when. A form has room for three. */
const ACTION_ROWS = [1, 2, 3] as const;

const actionRow = (row: number) => ({
  [`action${row}`]: maybeWords(`Action ${row}`, 300),
  [`owner${row}`]: maybeWords(`Owner ${row}`, 100),
  // A day that is left empty may not be sent at all.
  [`by${row}`]: z.preprocess((typed) => typed ?? '', maybeDay(`By when ${row}`)),
});

export interface RespondForm extends ActForm {
  readonly kind: ResponseKind;
  readonly says: string;
  readonly actions: readonly AgreedAction[];
}

export const RESPOND_INPUTS = [
  'kind',
  'says',
  ...ACTION_ROWS.flatMap((row) => [`action${row}`, `owner${row}`, `by${row}`]),
];

const respondForm: z.ZodType<RespondForm> = z
  .object({
    ...act,
    kind: choice('Response', keysOf<ResponseKind>(RESPONSES)),
    says: words('Response in words'),
    ...actionRow(1),
    ...actionRow(2),
    ...actionRow(3),
  })
  .transform((typed, at) => {
    const { dispute, revision, kind, says, ...rest } = typed as ActForm & Pick<RespondForm, 'kind' | 'says'>;
    const rows = rest as Readonly<Record<string, string | null>>;
    const actions: AgreedAction[] = [];
    for (const row of ACTION_ROWS) {
      const [what, owner, by] = [rows[`action${row}`], rows[`owner${row}`], rows[`by${row}`]];
      if (what && owner && by) actions.push({ what, owner, by: by as AgreedAction['by'] });
      else if (what || owner || by)
        at.addIssue({
          code: 'custom',
          path: [`action${row}`],
          message: `Action ${row}: give the action, its owner and its date, or leave all three empty.`,
        });
    }
    if (kind === 'plan' && actions.length === 0 && at.issues.length === 0)
      at.addIssue({
        code: 'custom',
        path: ['action1'],
        message: 'Action 1: a plan needs at least one action with its owner and date.',
      });
    return { dispute, revision, kind, says, actions };
  });

export const readRespondForm = (typed: unknown): Outcome<RespondForm> => readForm(respondForm, typed);
