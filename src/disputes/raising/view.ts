import type { Sight } from '../../authority/model.ts';
import { type Choice, choicesOf, type FormAgain, type Head, typedAgain } from '../../view.ts';
import { problemsOf } from '../view.ts';
import { RAISE_INPUTS } from './form.ts';
import { THEMES } from './model.ts';

/** The form on which an IRO writes down a dispute. */
export interface RaiseView extends Head, FormAgain {
  readonly once: string;
  /** The child's reference came with the words that asked for the form, so it is not asked again. */
  readonly hasCase: boolean;
  readonly choices: { readonly themes: readonly Choice[]; readonly stages: readonly Choice[] };
}

export function raiseView(
  typed: Readonly<Record<string, unknown>>,
  problems: readonly string[],
  { authority: { ladder }, once }: Sight,
): RaiseView {
  const kept = typedAgain(RAISE_INPUTS, {
    startAt: 'informal',
    urgent: 'false',
    escalateAutomatically: 'true',
    ...typed,
  });
  const stages = ladder.stages.map(({ title, workingDays }, at) => ({
    title: `Stage ${at + 1}, ${title} (${workingDays} working days)`,
    value: String(at),
  }));
  return {
    heading: 'Raise a dispute',
    quiet: kept.case === '' ? 'Nobody’s permission is needed' : `${kept.case} · nobody’s permission is needed`,
    once: typeof typed.once === 'string' && typed.once !== '' ? typed.once : once,
    hasCase: kept.case !== '',
    typed: kept,
    ...problemsOf(problems),
    choices: {
      themes: choicesOf(THEMES),
      stages: [{ title: `Informal (${ladder.informalDays} working days)`, value: 'informal' }, ...stages],
    },
  };
}
