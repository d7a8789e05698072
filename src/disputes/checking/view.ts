import type { Sight } from '../../authority/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Choice, Fact } from '../../view.ts';
import { CEASED, CEASED_CHOICES } from '../letters/after-words.ts';
import type { Dispute } from '../model.ts';
import { sayStage } from '../standing.ts';
import { type AboutDispute, aboutDispute, cut } from '../view.ts';
import type { AskedAfter } from './actions.ts';
import { CHECK_INPUTS } from './form.ts';
import { CHECKS } from './model.ts';
import { acceptedResponse, agreedStage, checksLeft, monitoring } from './standing.ts';

/** The IRO says whether what was agreed was done: each action with its owner and day, then the answer. */
export interface AgreedCheckView extends AboutDispute {
  readonly hasCeased: boolean;
  readonly ceased: string;
  readonly agreed: readonly Fact[];
  readonly when: string;
  readonly choices: {
    readonly kinds: readonly Choice[];
    readonly done: readonly Choice[];
    readonly stages: readonly Choice[];
  };
}

const DONE = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
] as const;

export function checkView(asked: AskedAfter, sight: Sight, problems: readonly string[] = []): AgreedCheckView {
  const { about: dispute } = asked;
  const form = aboutDispute(asked, 'Check what was agreed', CHECK_INPUTS, sight, problems);
  const kinds = checksLeft(dispute).map((kind) => ({ title: CHECKS[kind], value: kind }));
  const stages = stagesFrom(dispute);
  const kind = form.typed.kind || (kinds[0]?.value ?? '');
  return {
    ...form,
    typed: { ...form.typed, kind, to: form.typed.to || (stages[0]?.value ?? '') },
    hasCeased: !asked.isLookedAfter,
    ceased: asked.isLookedAfter ? '' : [CEASED, ...CEASED_CHOICES].join(' '),
    agreed: agreedOf(dispute),
    when: sayReady(asked),
    choices: { kinds, done: DONE, stages },
  };
}

/** The stage that agreed it and each above, as choices. */
export function stagesFrom(dispute: Dispute): readonly Choice[] {
  return dispute.ladder.stages
    .map((_, at) => ({ title: sayStage(dispute, at), value: String(at) }))
    .slice(agreedStage(dispute));
}

function agreedOf(dispute: Dispute): readonly Fact[] {
  const actions = acceptedResponse(dispute)?.actions ?? [];
  if (actions.length > 0)
    return actions.map(({ what, owner, by }) => ({ title: cut(what, 300), value: `${owner}, by ${sayDay(by)}` }));
  return [{ title: 'What should change', value: cut(dispute.issue.wanted, 300) }];
}

function sayReady({ about: dispute, reviewOn }: AskedAfter): string {
  const resolved = monitoring(dispute);
  if (!resolved) return '';
  const review = reviewOn ? `A review was held on ${sayDay(reviewOn)}.` : 'No review has been held since.';
  return `The ten working days end on ${sayDay(resolved.checkOn)}. ${review}`;
}
