import type { Sight } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import { dayOf, sayTime } from '../../clock.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, problemsOf, STANDING_SIGNS, sayWhen } from '../../view.ts';
import { type Holidays, workingDaysFrom } from '../../working-days.ts';
import { planOf, planTitle } from '../climbing/view.ts';
import { HOMEWARD } from '../history.ts';
import type { Dispute } from '../model.ts';
import { THEMES } from '../raising/model.ts';
import { latestResponse, sayAction, sayAnswer, sayJudged } from '../responding/view.ts';
import { alone, type Beside, sayChildren } from '../siblings/model.ts';
import { sayStanding } from '../standing.ts';
import { cut } from '../view.ts';
import { type Buttons, buttonsOf } from './buttons.ts';
import { changesOf, passedOver } from './changes.ts';
import { detailsOf } from './details.ts';

/** A dispute as the IRO, the officer at the stage, or a reader sees it, 1:1 or on their own screen. */
export interface DisputeView extends Head, Omit<FormAgain, 'typed'>, Buttons {
  readonly id: string;
  readonly revision: string;
  readonly sign: string;
  readonly colour: string;
  readonly when: string;
  readonly needs: string;
  readonly hasButtons: boolean;
  readonly hasResponse: boolean;
  readonly response: string;
  readonly hasPlan: boolean;
  readonly planTitle: string;
  readonly plan: readonly Fact[];
  /** For the IRO: why stages are passed over, and what changed since yesterday. */
  readonly planNotes: readonly { readonly says: string }[];
  readonly hasAlsoOpen: boolean;
  readonly alsoOpen: string;
  readonly details: readonly Fact[];
  readonly history: readonly { readonly says: string }[];
}

export function disputeView(
  dispute: Dispute,
  sight: Sight,
  problems: readonly string[] = [],
  beside: Beside = alone(dispute),
): DisputeView {
  const { today, authority } = sight;
  const latest = latestResponse(dispute);
  const plan = planOf(dispute, sight);
  const buttons = buttonsOf(dispute, sight);
  const isIro = asIro(dispute, sight.by, authority, today) !== null;
  return {
    heading: `Dispute ${dispute.id} · ${THEMES[dispute.issue.theme]}`,
    quiet: `${sayChildren(beside)} · ${sayStanding(dispute, today, authority.holidays)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    ...problemsOf(problems),
    ...signOf(dispute, sight),
    needs: cut(dispute.issue.wanted, 90),
    hasResponse: latest !== undefined,
    response: latest
      ? cut(
          [sayJudged(latest), sayAnswer(latest, sight), ...latest.actions.map(sayAction)].filter(Boolean).join(' · '),
          90,
        )
      : '',
    hasPlan: plan.length > 0,
    planTitle: planTitle(dispute, sight),
    plan,
    planNotes: (isIro ? [...passedOver(dispute, sight), ...changesOf(dispute, sight)] : []).map((says) => ({ says })),
    hasAlsoOpen: beside.alsoOpen.length > 0,
    alsoOpen: `Also open about ${dispute.children.length === 1 ? 'this child' : 'these children'}: ${beside.alsoOpen.join(', ')}`,
    details: detailsOf(dispute, sight, beside),
    history: beside.isOnlyBeside ? [KEPT_BACK] : historyOf(dispute, sight),
    hasButtons: Object.values(buttons).some(Boolean),
    ...buttons,
  };
}

/** What was said along the way may be private to the child it was said about. */
const KEPT_BACK = { says: 'Kept back: it may say what is private to another child.' };

function historyOf({ history }: Dispute, { authority }: Sight): DisputeView['history'] {
  return history.slice(-8).map(({ at, by, what }) => ({
    says: `${sayDay(dayOf(at))}, ${sayTime(at)}, ${by === HOMEWARD ? 'Homeward' : nameOf(by, authority.register)}: ${cut(what, 300)}`,
  }));
}

/** The sign of a dispute as this person sees it, and what it is about in time. */
export function signOf(dispute: Dispute, sight: Sight): Pick<DisputeView, 'sign' | 'colour' | 'when'> {
  const { state } = dispute;
  const { today, authority } = sight;
  if (state.at === 'resolved-monitoring') {
    return { sign: '✓ Resolved', colour: 'default', when: `what was agreed is checked on ${sayDay(state.checkOn)}` };
  }
  if (!('rung' in state)) return { sign: '✓ Ended', colour: 'default', when: sayDay(state.on) };
  const { mayRespond, mayJudge, isResolveNext } = buttonsOf(dispute, sight);
  const { due } = state.rung;
  const signs =
    mayRespond || mayJudge || isResolveNext
      ? STANDING_SIGNS['waiting-for-you']
      : STANDING_SIGNS[pressing(due, today, authority.holidays)];
  return { ...signs, when: `due ${sayWhen(due, today, authority.holidays)}` };
}

function pressing(due: LocalDate, today: LocalDate, holidays: Holidays): 'late' | 'due-today' | 'due-soon' | 'later' {
  if (due < today) return 'late';
  if (due === today) return 'due-today';
  return due <= plusDays(today, 7) && workingDaysFrom(today, due, holidays) <= 2 ? 'due-soon' : 'later';
}
