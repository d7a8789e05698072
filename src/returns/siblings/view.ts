import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { type Choice, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { Siblings } from './actions.ts';

/** Whose answers about the home and the parents to use. */
export interface SiblingsView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly says: string;
  readonly canShare: boolean;
  readonly choices: { readonly from: readonly Choice[] };
}

export function siblingsView(
  { about, plan, others }: Siblings,
  _sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): SiblingsView {
  const useful = others.filter(({ count }) => count > 0);
  return {
    heading: 'Use a brother’s or sister’s answers',
    quiet: `${childOf(about)} · ${plan.id}`,
    id: plan.id,
    revision: String(about.revision),
    says:
      useful.length > 0
        ? 'Only for brothers and sisters who go home together to the same parents. Only answers about the home and the parents are used; what is about a child is asked for each child.'
        : 'You have no other return on the same day with answers to use. Start the brother’s or sister’s return with the same date, and answer its questions about the home and the parents first.',
    canShare: useful.length > 0,
    typed: typedAgain(['from'], { from: typed.from ?? (useful.length === 1 ? useful[0]?.plan.id : '') }),
    choices: {
      from: useful.map((other) => ({
        value: other.plan.id,
        title: `Use the answers of ${other.plan.id} (${childOf(other.about)}), ${other.count} of them`,
      })),
    },
    ...problemsOf(problems),
  };
}
