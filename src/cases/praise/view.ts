import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import type { Case } from '../model.ts';
import { childOf } from '../view.ts';
import type { PraiseIn } from './actions.ts';
import { PRAISE_INPUTS, PRAISE_LABELS } from './form.ts';
import type { Praise } from './model.ts';
import { toldTo } from './rules.ts';

/** The form to recognise good practice. Whose work it was is said, not asked. */
export interface PraiseFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly worker: string;
  readonly facts: readonly Fact[];
}

export function praiseFormView(
  { about, typed }: CaseAsked,
  { once, authority }: Sight,
  problems: readonly string[] = [],
): PraiseFormView {
  const { socialWorker, teamManager } = about.people;
  return {
    heading: 'Recognise good practice',
    quiet: `${childOf(about)} · no dispute, no clock, nobody has to answer`,
    reference: about.id,
    revision: String(about.revision),
    worker: socialWorker,
    facts: [
      { title: 'Whose work', value: `${nameOf(socialWorker, authority.register)}, social worker` },
      { title: 'Also told', value: `${nameOf(teamManager, authority.register)}, team manager` },
    ],
    typed: typedAgain(PRAISE_INPUTS, { ...typed, once: typed.once || once }),
    ...problemsOf(problems),
  };
}

/** Good practice as it is kept. */
export interface PraiseView extends Head {
  readonly id: string;
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
}

export function praiseView({ about, praise }: PraiseIn, { by, authority }: Sight): PraiseView {
  const { register } = authority;
  const told = toldTo(about, authority).filter(({ id }) => id !== by.id);
  const isTheirs = praise.by === by.id;
  return {
    heading: `Good practice ${praise.id}`,
    quiet: `${childOf(about)} · ${sayDay(dayOf(praise.at))}`,
    id: praise.id,
    reference: about.id,
    revision: String(about.revision),
    lines: [
      { says: `★ The work of ${nameOf(praise.worker, register)}, recognised by ${nameOf(praise.by, register)}.` },
      ...(isTheirs && told.length > 0 ? [{ says: `✓ Kept. Told: ${told.map(({ name }) => name).join(', ')}.` }] : []),
    ],
    facts: wordsOf(praise),
  };
}

/** To the worker and their team manager. */
export interface PraiseLetterView extends Head {
  readonly id: string;
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
}

export function praiseLetter(
  about: Case,
  { facts }: Pick<KeptLetter, 'facts'>,
  { by, authority }: Sight,
): PraiseLetterView | { readonly dropped: string } {
  const praise = about.praise.find(({ id }) => id === facts.praise);
  if (!praise) return { dropped: 'the good practice is no longer kept' };
  const whose = praise.worker === by.id ? 'Your' : `${nameOf(praise.worker, authority.register)}’s`;
  return {
    heading: `${whose} good practice was recognised`,
    quiet: `${childOf(about)} · ${praise.id}`,
    id: praise.id,
    reference: about.id,
    revision: String(about.revision),
    lines: [
      {
        says: `★ By ${nameOf(praise.by, authority.register)}, the child’s reviewing officer. Nothing is asked of you.`,
      },
    ],
    facts: wordsOf(praise),
  };
}

function wordsOf({ says, impact }: Praise): readonly Fact[] {
  return [
    { title: PRAISE_LABELS.says, value: says },
    { title: PRAISE_LABELS.impact, value: impact },
  ];
}
