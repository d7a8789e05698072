import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import { titleOf } from '../../escalation/rules.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Fact } from '../../view.ts';
import { workingDaysFrom } from '../../working-days.ts';
import { CHECKS } from '../checking/model.ts';
import type { Climbed } from '../climbing/model.ts';
import { OUTCOMES } from '../ending/model.ts';
import { sayIro } from '../handover/view.ts';
import type { Dispute, Reported } from '../model.ts';
import { GROUNDS } from '../raising/model.ts';
import { cyclesBefore } from '../reopening/view.ts';
import type { Response } from '../responding/model.ts';
import { sayResponse } from '../responding/view.ts';
import type { Beside } from '../siblings/model.ts';
import { climbing, rungAt } from '../standing.ts';
import { cut } from '../view.ts';
import { officerNow, whyNotNow } from '../who.ts';

const MOST_CYCLES = 3;
const MOST_STAGES = 10;
const MOST_RESPONSES = 5;
const MOST_CHECKS = 4;

/** Everything that is on record (domain.md 7.4): who, what it is about, what was done at each stage, beside it, and the end. */
export function detailsOf(dispute: Dispute, sight: Sight, beside: Beside): readonly Fact[] {
  return [
    ...whoOf(dispute, sight),
    ...issueOf(dispute, sight, beside),
    ...stagesOf(dispute, sight),
    ...alongside(dispute, beside),
    ...endOf(dispute, sight),
  ];
}

function whoOf(dispute: Dispute, { authority, today }: Sight): readonly Fact[] {
  const { raisedBy, raisedOn } = dispute;
  const { register } = authority;
  const rung = climbing(dispute)?.rung;
  const officer = officerNow(dispute, authority, today)?.person.id ?? rung?.officer ?? '';
  const why =
    whyNotNow(dispute, authority, today) ?? (officer === rung?.officer ? rung.whyOfficer : 'answers there today');
  return [
    { title: 'IRO', value: sayIro(dispute, authority) },
    { title: 'Raised', value: `${sayDay(raisedOn)}, by ${nameOf(raisedBy, register)}` },
    ...(rung ? [{ title: 'Officer', value: `${nameOf(officer, register)}: ${why}` }] : []),
  ];
}

function issueOf({ issue, urgent }: Dispute, { authority }: Sight, { isOnlyBeside }: Beside): readonly Fact[] {
  const given = (says: string) => (says === '' ? 'Not given' : says);
  const { knows, advocateOn } = issue.childTold;
  const ofTheChild = [
    { title: 'Impact on the child', value: issue.impact },
    { title: 'Child’s wishes', value: given(issue.wishes) },
    { title: 'Does the child know', value: knows ? 'Yes' : 'Not yet' },
    { title: 'Advocate offered', value: advocateOn ? sayDay(advocateOn) : 'Not noted' },
  ];
  const kept = { title: 'Kept back', value: 'What is private to another child is not shown to you.' };
  return [
    { title: 'Grounds', value: given(issue.grounds.map((ground) => GROUNDS[ground]).join('; ')) },
    { title: 'Concern', value: issue.concern },
    ...(isOnlyBeside ? [kept] : ofTheChild),
    { title: 'What should change', value: issue.wanted },
    { title: 'Tried informally', value: given(issue.tried) },
    ...only('Why start there', issue.whyThere),
    ...(issue.decidedBy ? only('Whose decision', nameOf(issue.decidedBy, authority.register)) : []),
    ...(isOnlyBeside ? [] : only('Complaint or court', issue.besides)),
    { title: 'Urgent', value: urgent ? URGENT : 'No' },
  ];
}

const URGENT =
  'Yes: one working day for each stage. Homeward is not an emergency service: out of hours, use the emergency duty team.';

const only = (title: string, value: string): readonly Fact[] => (value === '' ? [] : [{ title, value }]);

/** Each stage left behind, and each response with how it was judged. */
function stagesOf(dispute: Dispute, sight: Sight): readonly Fact[] {
  return [
    ...cyclesBefore(dispute, sight).slice(-MOST_CYCLES),
    ...dispute.climbed.slice(-MOST_STAGES).map((rung) => ({
      title: titleOf(dispute.ladder, rung.stage),
      value: sayRung(rung, sight),
    })),
    ...dispute.responses.slice(-MOST_RESPONSES).map((response) => ({
      title: `Response, ${stageOf(dispute, response)}`,
      value: cut(sayResponse(response, sight) + sayReasons(response), 1200),
    })),
  ];
}

const ENDED: Readonly<Record<Climbed['ended'], string>> = {
  escalated: 'escalated by the IRO',
  lapsed: 'nobody responded in time',
  'passed-up': 'passed up by the officer',
  resolved: 'resolved there',
  withdrawn: 'withdrawn there',
  overtaken: 'overtaken there',
  void: 'void',
};

/** "Priya Shah, Wed 25 March 2026 to Wed 1 April 2026 (5 working days): nobody responded in time". */
function sayRung({ officer, startedOn, endedOn, ended }: Climbed, { authority }: Sight): string {
  const days = workingDaysFrom(startedOn, endedOn, authority.holidays);
  const took = `${days} working ${days === 1 ? 'day' : 'days'}`;
  return `${nameOf(officer, authority.register)}, ${sayDay(startedOn)} to ${sayDay(endedOn)} (${took}): ${ENDED[ended]}`;
}

function sayReasons({ at, judged }: Response): string {
  const why = judged && judged.why !== '' ? `, because ${judged.why}` : '';
  return `${why} · given ${sayDay(dayOf(at))}`;
}

function stageOf(dispute: Dispute, { rung }: Response): string {
  const at = rungAt(dispute, rung);
  return at ? titleOf(dispute.ladder, at.stage) : 'an earlier stage';
}

function alongside(dispute: Dispute, { isOnlyBeside }: Beside): readonly Fact[] {
  const { escalateAutomatically, legalAdvice, cafcassConsulted, cafcass } = dispute;
  const said = (reported: Reported | null, how: string) =>
    reported ? [`${how} on ${sayDay(reported.on)}${isOnlyBeside ? '' : `: ${reported.why}`}`] : [];
  const advised = [...said(cafcassConsulted, 'Asked for advice'), ...said(cafcass, 'Referred')];
  return [
    {
      title: 'Escalates by itself',
      value: escalateAutomatically ? 'Yes, on the IRO’s standing instruction' : 'No, the IRO is asked',
    },
    ...(legalAdvice ? [{ title: 'Legal advice', value: `Asked for on ${sayDay(legalAdvice)}` }] : []),
    { title: 'Cafcass', value: cafcass ? advised.join('. ') : [...advised, 'Not referred'].join('. ') },
  ];
}

function endOf({ state, checks, raisedOn }: Dispute, { authority, today }: Sight): readonly Fact[] {
  const until = 'rung' in state ? today : state.on;
  const days = workingDaysFrom(raisedOn, until, authority.holidays);
  return [
    { title: 'In all', value: `${days} working ${days === 1 ? 'day' : 'days'} since it was raised` },
    ...('outcome' in state
      ? [
          { title: 'Outcome', value: OUTCOMES[state.outcome] },
          { title: 'What changed', value: state.changed },
        ]
      : []),
    ...('why' in state ? only('Why it ended', state.why) : []),
    ...checks.slice(-MOST_CHECKS).map(({ kind, on, passed, says }) => ({
      title: CHECKS[kind],
      value: cut(`${sayDay(on)}, ${passed ? 'done' : 'not done'}: ${says}`, 400),
    })),
  ];
}
