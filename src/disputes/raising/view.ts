import type { Sight } from '../../authority/model.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { RaiseAsked } from './about.ts';
import { officersOfLine, sayOfficer } from './details.ts';
import { DETAIL_INPUTS, NOBODY, RAISE_INPUTS } from './form.ts';
import { GROUNDS, THEMES } from './model.ts';

/** The form on which an IRO writes down a dispute. What may be left out is folded away below. */
export interface RaiseView extends Head, FormAgain {
  readonly once: string;
  /** The child's reference came with the words that asked for the form, so it is not asked again. */
  readonly hasCase: boolean;
  readonly alsoOpen: string;
  readonly hasAlsoOpen: boolean;
  readonly isUnfolded: boolean;
  readonly hasOthers: boolean;
  readonly choices: {
    readonly themes: readonly Choice[];
    readonly stages: readonly Choice[];
    readonly grounds: readonly Choice[];
    readonly officers: readonly Choice[];
    readonly others: readonly Choice[];
  };
}

/** A card holds so many ticks before it grows too big for Teams; those with the same social worker come first. */
const MOST_CHILDREN = 60;

const UNLESS_TYPED = {
  startAt: 'informal',
  urgent: 'false',
  escalateAutomatically: 'true',
  childKnows: 'false',
  decidedBy: NOBODY,
};

export function raiseView(asked: RaiseAsked, sight: Sight, problems: readonly string[] = []): RaiseView {
  const { typed, about, others, open } = asked;
  const kept = typedAgain(RAISE_INPUTS, { ...UNLESS_TYPED, ...typed });
  const isGiven = DETAIL_INPUTS.some((input) => !['', 'false', NOBODY].includes(kept[input] ?? ''));
  const children = others.filter(({ id }) => id !== kept.case).slice(0, MOST_CHILDREN);
  return {
    heading: 'Raise a dispute',
    quiet: kept.case === '' ? 'Nobody’s permission is needed' : `${kept.case} · nobody’s permission is needed`,
    once: typeof typed.once === 'string' && typed.once !== '' ? typed.once : sight.once,
    hasCase: kept.case !== '',
    typed: kept,
    ...problemsOf(problems),
    hasAlsoOpen: open.length > 0,
    alsoOpen: `Also open about this child: ${open.join(', ')}`,
    isUnfolded: isGiven,
    hasOthers: children.length > 0,
    choices: {
      themes: choicesOf(THEMES),
      stages: stagesOf(sight),
      grounds: choicesOf(GROUNDS),
      officers: [
        { title: 'Nobody’s alone', value: NOBODY },
        ...officersOfLine(about, sight.authority).map((one) => ({ title: sayOfficer(one), value: one.id })),
      ],
      others: children.map(({ id }) => ({ title: id, value: id })),
    },
  };
}

function stagesOf({ authority: { ladder } }: Sight): readonly Choice[] {
  const stages = ladder.stages.map(({ title, workingDays }, at) => ({
    title: `Stage ${at + 1}, ${title} (${workingDays} working days)`,
    value: String(at),
  }));
  return [{ title: `Informal (${ladder.informalDays} working days)`, value: 'informal' }, ...stages];
}
