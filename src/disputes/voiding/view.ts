import type { Sight } from '../../authority/model.ts';
import { dayOf, sayTime } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Choice, choicesOf, type Fact, type FormAgain, type Head, problemsOf } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { sayStanding } from '../standing.ts';
import { type AboutDispute, aboutDispute, cut } from '../view.ts';
import { maySee } from '../who.ts';
import { ANSWER_INPUTS, VOID_INPUTS } from './form.ts';
import { isStillAsked } from './letters.ts';
import { VOID_BECAUSE, type VoidAsked } from './model.ts';
import { saySeconds, timesAsked } from './rules.ts';
import { mayAgree } from './who.ts';
import { TELL_OFFICER } from './words.ts';

/** The form to ask that a dispute is void. Nothing of the child is on it: an administrator sees it too. */
export interface VoidFormView extends AboutDispute {
  readonly drawn: string;
  readonly warning: string;
  readonly choices: { readonly because: readonly Choice[] };
}

export function voidFormView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): VoidFormView {
  const { about } = asked;
  const second = saySeconds(about, sight.by.id, sight.authority, sight.today);
  return {
    ...aboutDispute(asked, 'Ask that this dispute is void?', VOID_INPUTS, sight, problems),
    drawn: String(timesAsked(about)),
    warning: `Nobody deletes a dispute. A second person has to agree: ${second}. Until then its clock runs. ${TELL_OFFICER}`,
    choices: { because: choicesOf(VOID_BECAUSE) },
  };
}

/** As much of why as stands above the buttons. */
const MOST = 120;

/** What the second person is asked, with why: 1:1, to somebody who sees the dispute. */
export interface VoidAskedView extends AboutDispute {
  readonly asked: string;
  readonly facts: readonly Fact[];
  /** Why, in full, where the card says only how it begins. */
  readonly whole: readonly { readonly says: string }[];
}

export function voidAskedView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): VoidAskedView {
  const { voiding, children } = asked.about;
  return {
    ...aboutDispute(asked, 'Is this dispute void?', ANSWER_INPUTS, sight, problems),
    asked: voiding?.at ?? '',
    facts: [
      ...(voiding ? [{ title: 'Asked by', value: sayAsked(voiding, sight) }] : []),
      ...(voiding ? [{ title: 'Why', value: cut(voiding.why, MOST) }] : []),
      { title: 'Raised about', value: children.join(', ') },
    ],
    whole: voiding && voiding.why.length > MOST ? [{ says: `Why, in full: ${voiding.why}` }] : [],
  };
}

/** How it stands with the question whether a dispute is void. Nothing of the child is on it. */
export interface VoidedView extends Head, Omit<FormAgain, 'typed'> {
  readonly id: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  /** Whether the reader may see the dispute itself. */
  readonly mayOpen: boolean;
}

export function voidedView(dispute: Dispute, sight: Sight, problems: readonly string[] = []): VoidedView {
  const { by, today, authority } = sight;
  const { heading, lines } = cameOf(dispute, sight);
  return {
    heading,
    quiet: `${dispute.id} · ${sayStanding(dispute, today, authority.holidays)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    ...problemsOf(problems),
    lines: lines.map((says) => ({ says })),
    mayOpen: maySee(dispute, by, authority, today),
  };
}

function cameOf(dispute: Dispute, sight: Sight): { readonly heading: string; readonly lines: readonly string[] } {
  const { state, voiding, id } = dispute;
  const { authority, today } = sight;
  if (state.at === 'void') {
    const agreed = `Agreed by ${nameOf(state.by, authority.register)} on ${sayDay(state.on)}.`;
    const kept = 'It is kept for good, and the figures show it apart.';
    return {
      heading: `${id} is void`,
      lines: [`Asked by ${sayAsked(state.asked, sight)}.`, agreed, kept, TELL_OFFICER],
    };
  }
  if (!voiding) {
    return { heading: `${id} is not void`, lines: ['It stands as it did, and its clock has run on.'] };
  }
  const second = saySeconds(dispute, voiding.by, authority, today);
  return {
    heading: `Asked: is ${id} void?`,
    lines: [
      `Asked by ${sayAsked(voiding, sight)}.`,
      `A second person has to agree: ${second}. Until then its clock runs.`,
      TELL_OFFICER,
    ],
  };
}

function sayAsked({ by, at, because }: VoidAsked, { authority }: Sight): string {
  return `${nameOf(by, authority.register)}, ${sayDay(dayOf(at))}, ${sayTime(at)}: ${VOID_BECAUSE[because]}`;
}

/** Whether this person is asked now to be the second. */
export function isAskedOf(dispute: Dispute, { by, authority, today }: Sight): boolean {
  return dispute.voiding !== null && mayAgree(dispute, dispute.voiding.by, by, authority, today);
}

/** What a letter that asks has become: the question, how it stands since, or nothing worth sending. */
export function voidLetterOf(dispute: Dispute, kept: KeptLetter, sight: Sight): 'ask' | 'stands' | 'drop' {
  if (isStillAsked(dispute, kept) && isAskedOf(dispute, sight)) return 'ask';
  return kept.passage.at === 'sent' ? 'stands' : 'drop';
}
