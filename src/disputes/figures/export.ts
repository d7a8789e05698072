import type { Sight } from '../../authority/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Head } from '../../view.ts';
import type { FiguresAt } from './actions.ts';
import { type Part, partsOf, SIGN_OF_HEALTH } from './words.ts';

/** The figures as text to copy into the annual report. What comes back from the block is never read. */
export interface FiguresTextView extends Head {
  readonly typed: { readonly block: string };
  readonly period: string;
  readonly whose: string;
}

export function figuresTextView(at: FiguresAt, sight: Sight): FiguresTextView {
  const { look, period } = at;
  return {
    heading: 'Text for the annual report',
    quiet: `${look.title} · ${period.title} · small numbers held back`,
    typed: { block: textOf(at, sight) },
    period: period.key,
    whose: look.key,
  };
}

/** Where the sentence about many disputes comes from (domain.md 3.7). */
const SOURCES = [
  'Sources: Herefordshire scrutiny 2021/22 (councillors.herefordshire.gov.uk/mgAi.aspx?ID=63334), Medway scrutiny 2021/22 (democracy.medway.gov.uk/mgAi.aspx?ID=28334).',
];

/** What may be published: no reference, nobody's name, numbers from 1 to 4 and whatever would give one away held back. */
export function textOf(at: FiguresAt, { authority, today }: Pick<Sight, 'authority' | 'today'>): string {
  const { look, period } = at;
  const whose = look.scope.of === 'service' ? `${authority.name}, ${look.title}` : authority.name;
  return [
    [
      'DISPUTES RAISED BY INDEPENDENT REVIEWING OFFICERS',
      whose,
      `Raised from ${sayDay(period.from)} to ${sayDay(period.to)}`,
    ],
    ...partsOf(at, false).map(linesOf),
    [
      SIGN_OF_HEALTH,
      'Numbers from 1 to 4 are held back, and others where a total would give one away. Void disputes are in no other figure; a dispute that was reopened is counted once.',
      ...SOURCES,
      `Made on ${sayDay(today)}.`,
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function linesOf({ title, said, isTooFew }: Part): readonly string[] {
  const lines = said.map((one) => `- ${one.title}: ${one.value}`);
  const instead = isTooFew ? ['- too few to share out'] : lines.length === 0 ? ['- none'] : [];
  return [title, ...lines, ...instead];
}
