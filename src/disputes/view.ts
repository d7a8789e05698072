import type { Sight } from '../authority/model.ts';
import { dayOf, sayTime } from '../clock.ts';
import { flightPlan, titleOf } from '../escalation/rules.ts';
import { type LocalDate, plusDays, sayDay } from '../local-date.ts';
import { nameOf } from '../people/rules.ts';
import { type Fact, type FormAgain, type Head, STANDING_SIGNS, sayWhen } from '../view.ts';
import { type Holidays, workingDaysFrom } from '../working-days.ts';
import { HOMEWARD } from './climb.ts';
import { type Dispute, type RESPONSES, type Response, THEMES, VERDICTS } from './model.ts';
import { climbing, climbOf, isLive, isSatisfied, lapseDay, rungAt, sayStanding, waitingResponse } from './standing.ts';
import { actingIro, officerNow } from './who.ts';

/** Which buttons this person has on this dispute today. */
interface Buttons {
  readonly mayJudge: boolean;
  readonly mayEscalate: boolean;
  readonly mayResolve: boolean;
  readonly isResolveNext: boolean;
  readonly mayRefer: boolean;
  readonly mayWithdraw: boolean;
  readonly mayRespond: boolean;
  readonly mayPassUp: boolean;
}

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
    hasProblems: problems.length > 0,
    problems: problems.map((says) => ({ says })),
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

function planTitle({ state, escalateAutomatically }: Dispute): string {
  if (state.at === 'awaiting-iro') return 'If the IRO escalates when this stage ends';
  const nobody = 'rung' in state && state.rung.askedAgainOn ? 'If nothing further comes' : 'If nobody responds';
  return escalateAutomatically ? nobody : `${nobody} and the IRO escalates`;
}

/** Each stage still to come, with who holds it and its last day, up to day twenty. */
export function planOf(dispute: Dispute, { authority, today }: Sight): readonly Fact[] {
  const state = climbing(dispute);
  if (!state) return [];
  const { register, holidays } = authority;
  const { stage, officer, lapsed } = state.rung;
  const ends = lapseDay(state.rung);
  const due = lapsed && today > ends ? today : ends;
  const steps = flightPlan(climbOf(dispute), { stage, due, officer }, register, holidays).map((step) => ({
    title: titleOf(dispute.ladder, step.stage),
    value: `${step.holder.person.name}${step.holder.covering ? ` (covering for ${step.holder.covering.name})` : ''}, by ${sayDay(step.due)}`,
  }));
  return dispute.clock ? [...steps, { title: 'Day 20', value: sayDay(dispute.clock.cap) }] : steps;
}

/** Words cut to a length that a phone can show before the first button. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}

const DID = { accept: 'accepted', plan: 'proposed a plan', disagree: 'disagreed' } as const satisfies Record<
  keyof typeof RESPONSES,
  string
>;

/** "Grace Obi proposed a plan: … · Visit weekly (Ayesha Khan, by Fri 10 April 2026) · judged partly". */
export function sayResponse({ by, kind, says, actions, arrived, judged }: Response, { authority }: Sight): string {
  const late = arrived === 'in-time' ? '' : ', late';
  const promised = actions.map(({ what, owner, by: day }) => `${what} (${owner}, by ${sayDay(day)})`);
  const verdict = judged ? [`judged: ${VERDICTS[judged.verdict].toLowerCase()}`] : [];
  return [`${nameOf(by, authority.register)} ${DID[kind]}${late}: ${says}`, ...promised, ...verdict].join(' · ');
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

function buttonsOf(dispute: Dispute, { by, authority, today }: Sight): Buttons {
  const state = climbing(dispute);
  const isIro = actingIro(dispute, by, authority, today) !== null;
  const isOfficer =
    state !== null && state.at !== 'awaiting-iro' && officerNow(dispute, authority, today)?.person.id === by.id;
  const isClimbing = isIro && state !== null;
  return {
    mayJudge: isIro && waitingResponse(dispute) !== null,
    mayEscalate: isClimbing && state.rung.stage < dispute.ladder.stages.length - 1,
    mayResolve: isClimbing,
    isResolveNext: isClimbing && isSatisfied(dispute),
    mayRefer: isIro && isLive(dispute) && dispute.cafcass === null,
    mayWithdraw: isClimbing,
    mayRespond: isOfficer,
    mayPassUp: isOfficer && state.at === 'formal' && state.rung.stage < dispute.ladder.stages.length - 1,
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
