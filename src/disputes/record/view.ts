import type { Sight } from '../../authority/model.ts';
import { dayOf, sayTime } from '../../clock.ts';
import { titleOf } from '../../escalation/rules.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, STANDING_SIGNS, sayWhen } from '../../view.ts';
import { type Holidays, workingDaysFrom } from '../../working-days.ts';
import { planOf, planTitle } from '../climbing/view.ts';
import { HOMEWARD } from '../history.ts';
import type { Dispute } from '../model.ts';
import { THEMES } from '../raising/model.ts';
import type { Response } from '../responding/model.ts';
import { sayResponse } from '../responding/view.ts';
import { climbing, rungAt, sayStanding } from '../standing.ts';
import { cut, problemsOf } from '../view.ts';
import { officerNow } from '../who.ts';
import { type Buttons, buttonsOf } from './buttons.ts';

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
  readonly details: readonly Fact[];
  readonly history: readonly { readonly says: string }[];
}

export function disputeView(dispute: Dispute, sight: Sight, problems: readonly string[] = []): DisputeView {
  const { today, authority } = sight;
  const latest = dispute.responses.findLast(({ arrived }) => arrived !== 'after-moving-on');
  const plan = planOf(dispute, sight);
  const buttons = buttonsOf(dispute, sight);
  return {
    heading: `Dispute ${dispute.id} · ${THEMES[dispute.issue.theme]}`,
    quiet: `${dispute.children.join(', ')} · ${sayStanding(dispute, today, authority.holidays)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    ...problemsOf(problems),
    ...signOf(dispute, sight),
    needs: cut(dispute.issue.wanted, 90),
    hasResponse: latest !== undefined,
    response: latest ? cut(sayResponse(latest, sight), 90) : '',
    hasPlan: plan.length > 0,
    planTitle: planTitle(dispute),
    plan,
    details: detailsOf(dispute, sight),
    history: dispute.history.slice(-8).map(({ at, by, what }) => ({
      says: `${sayDay(dayOf(at))}, ${sayTime(at)}, ${by === HOMEWARD ? 'Homeward' : nameOf(by, authority.register)}: ${cut(what, 300)}`,
    })),
    hasButtons: Object.values(buttons).some(Boolean),
    ...buttons,
  };
}

function detailsOf(dispute: Dispute, sight: Sight): readonly Fact[] {
  const { authority, today } = sight;
  const { issue, people, cafcass, urgent, escalateAutomatically } = dispute;
  const rung = climbing(dispute)?.rung;
  const officer = officerNow(dispute, authority, today)?.person.id ?? rung?.officer ?? '';
  const why = officer === rung?.officer ? rung.whyOfficer : 'answers there today';
  const given = (says: string) => (says === '' ? 'Not given' : says);
  return [
    { title: 'IRO', value: nameOf(people.iro, authority.register) },
    ...(rung ? [{ title: 'Officer', value: `${nameOf(officer, authority.register)}: ${why}` }] : []),
    { title: 'Concern', value: issue.concern },
    { title: 'Impact on the child', value: issue.impact },
    { title: 'Child’s wishes', value: given(issue.wishes) },
    { title: 'What should change', value: issue.wanted },
    { title: 'Tried informally', value: given(issue.tried) },
    ...(issue.whyThere === '' ? [] : [{ title: 'Why start there', value: issue.whyThere }]),
    ...dispute.responses.slice(-5).map((response) => ({
      title: `Response, ${stageOf(dispute, response)}`,
      value: cut(sayResponse(response, sight), 1200),
    })),
    { title: 'Urgent', value: urgent ? 'Yes' : 'No' },
    {
      title: 'Escalates by itself',
      value: escalateAutomatically ? 'Yes, on the IRO’s standing instruction' : 'No, the IRO is asked',
    },
    { title: 'Cafcass', value: cafcass ? `Referred on ${sayDay(cafcass.on)}: ${cafcass.why}` : 'Not referred' },
  ];
}

function stageOf(dispute: Dispute, { rung }: Response): string {
  const at = rungAt(dispute, rung);
  return at ? titleOf(dispute.ladder, at.stage) : 'an earlier stage';
}

/** The sign of a dispute as this person sees it, and what it is about in time. */
export function signOf(dispute: Dispute, sight: Sight): Pick<DisputeView, 'sign' | 'colour' | 'when'> {
  const { state } = dispute;
  const { today, authority } = sight;
  if (state.at === 'resolved-monitoring') {
    return { sign: '✓ Resolved', colour: 'default', when: `what was agreed is checked on ${sayDay(state.checkOn)}` };
  }
  if (!('rung' in state)) return { sign: '✓ Ended', colour: 'default', when: sayDay(state.on) };
  const { mayRespond, mayJudge } = buttonsOf(dispute, sight);
  const { due } = state.rung;
  const signs =
    mayRespond || mayJudge
      ? STANDING_SIGNS['waiting-for-you']
      : STANDING_SIGNS[pressing(due, today, authority.holidays)];
  return { ...signs, when: `due ${sayWhen(due, today, authority.holidays)}` };
}

function pressing(due: LocalDate, today: LocalDate, holidays: Holidays): 'late' | 'due-today' | 'due-soon' | 'later' {
  if (due < today) return 'late';
  if (due === today) return 'due-today';
  return due <= plusDays(today, 7) && workingDaysFrom(today, due, holidays) <= 2 ? 'due-soon' : 'later';
}
