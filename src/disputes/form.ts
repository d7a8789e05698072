import { z } from 'zod';
import { INFORMAL } from '../escalation/model.ts';
import { choice, maybeDay, maybeWords, readForm, revision, words } from '../field.ts';
import { done, type Outcome } from '../refusal.ts';
import {
  type AgreedAction,
  type DisputeId,
  type DisputeOutcome,
  OUTCOMES,
  RESPONSES,
  type ResponseKind,
  VERDICTS,
  type Verdict,
} from './model.ts';

export const keysOf = <K extends string>(names: Readonly<Record<K, string>>) => Object.keys(names) as K[];

const dispute = words('Dispute', 20)
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^D-\d{4,12}$/, 'Dispute: write its reference like D-0001.'));

/** A stage as a choice: `informal`, or its place on the ladder counted from 0. */
export const stage = (label: string) =>
  z
    .string({ error: `${label}: please choose one from the list.` })
    .regex(/^(informal|\d{1,2})$/, `${label}: please choose one from the list.`)
    .transform((typed) => (typed === 'informal' ? INFORMAL : Number(typed)));

/** Which dispute. */
export interface DisputeForm {
  readonly dispute: DisputeId;
}

export const readDisputeForm = (typed: unknown): Outcome<DisputeForm> => readForm(z.object({ dispute }), typed);

/** A dispute, with whatever else was typed on the card that asks for it. */
export interface DisputeAsk extends DisputeForm {
  readonly typed: Readonly<Record<string, unknown>>;
}

export function readDisputeAsk(typed: Readonly<Record<string, unknown>>): Outcome<DisputeAsk> {
  const which = readDisputeForm(typed);
  return which.ok ? done({ ...which.value, typed }) : which;
}

/** What every button and form of a dispute carries: which one, and the revision its card was drawn from. */
export interface ActForm extends DisputeForm {
  readonly revision: number;
}

const act = { dispute, revision };

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

export interface ReasonForm extends ActForm {
  readonly why: string;
}

const reasonForm: z.ZodType<ReasonForm> = z.object({ ...act, why: words('Why') });

/** Agree to escalate, Withdraw, Refer to Cafcass: a reason each. */
export const readReasonForm = (typed: unknown): Outcome<ReasonForm> => readForm(reasonForm, typed);
export const REASON_INPUTS = ['why'] as const;

export interface EscalateForm extends ReasonForm {
  readonly to: number;
}

const escalateForm: z.ZodType<EscalateForm> = z.object({ ...act, to: stage('Escalate to'), why: words('Why') });

export const readEscalateForm = (typed: unknown): Outcome<EscalateForm> => readForm(escalateForm, typed);
export const ESCALATE_INPUTS = ['to', 'why'] as const;

export interface JudgeForm extends ReasonForm {
  readonly verdict: Verdict;
}

const judgeForm: z.ZodType<JudgeForm> = z.object({
  ...act,
  verdict: choice('Judge response', keysOf<Verdict>(VERDICTS)),
  why: maybeWords('Why'),
});

export const readJudgeForm = (typed: unknown): Outcome<JudgeForm> => readForm(judgeForm, typed);
export const JUDGE_INPUTS = ['verdict', 'why'] as const;

export interface ResolveForm extends ActForm {
  readonly outcome: DisputeOutcome;
  readonly changed: string;
}

const resolveForm: z.ZodType<ResolveForm> = z.object({
  ...act,
  outcome: choice('Outcome', keysOf<DisputeOutcome>(OUTCOMES)),
  changed: words('What changed for the child'),
});

export const readResolveForm = (typed: unknown): Outcome<ResolveForm> => readForm(resolveForm, typed);
export const RESOLVE_INPUTS = ['outcome', 'changed'] as const;

export interface AutomaticForm extends ActForm {
  readonly automatic: boolean;
}

const automaticForm: z.ZodType<AutomaticForm> = z.object({
  ...act,
  automatic: choice('Escalate automatically', ['true', 'false']).transform((typed) => typed === 'true'),
});

export const readAutomaticForm = (typed: unknown): Outcome<AutomaticForm> => readForm(automaticForm, typed);
