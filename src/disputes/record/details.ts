import type { Sight } from '../../authority/model.ts';
import { dayOf, sayTime } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { LEGAL_STATUSES } from '../../timetable/model.ts';
import type { Fact } from '../../view.ts';
import { workingDaysFrom } from '../../working-days.ts';
import { referrals } from '../cafcass/rules.ts';
import { CHECKS } from '../checking/model.ts';
import { OUTCOMES } from '../ending/model.ts';
import { sayIro } from '../handover/view.ts';
import type { Dispute, Reported } from '../model.ts';
import { changedAt, copiedFor } from '../notes/rules.ts';
import { GROUNDS } from '../raising/model.ts';
import type { Beside } from '../siblings/model.ts';
import { climbing, rungNumber } from '../standing.ts';
import { cut } from '../view.ts';
import { officerNow, whyNotNow } from '../who.ts';
import { sayAsked, stagesOf } from './stages.ts';

const MOST_CHECKS = 4;
const MOST_SAID = 3;

/** Everything that is on record (domain.md 7.4): who, what it is about, what was done at each stage, beside it, and the end. */
export function detailsOf(dispute: Dispute, sight: Sight, beside: Beside): readonly Fact[] {
  return [
    ...whoOf(dispute, sight, beside),
    ...issueOf(dispute, sight, beside),
    ...stagesOf(dispute, sight),
    ...alongside(dispute, beside),
    ...endOf(dispute, sight),
    { title: 'In the child’s file', value: copiesOf(dispute, sight, beside) },
  ];
}

function whoOf(dispute: Dispute, { authority, today }: Sight, beside: Beside): readonly Fact[] {
  const { raisedBy, raisedOn } = dispute;
  const { register } = authority;
  const rung = climbing(dispute)?.rung;
  const officer = officerNow(dispute, authority, today)?.person.id ?? rung?.officer ?? '';
  const why =
    whyNotNow(dispute, authority, today) ?? (officer === rung?.officer ? rung.whyOfficer : 'answers there today');
  return [
    { title: 'IRO', value: sayIro(dispute, authority) },
    { title: 'Raised', value: `${sayDay(raisedOn)}, by ${nameOf(raisedBy, register)}` },
    { title: 'Legal status then', value: statusesOf(dispute, beside) },
    ...(rung
      ? [
          {
            title: 'Officer',
            value: `${nameOf(officer, register)}: ${why}${sayAsked(dispute, rung, rungNumber(dispute), authority)}`,
          },
        ]
      : []),
  ];
}

/** The legal status of each child that the reader may see, as it was when the dispute was raised. */
function statusesOf({ legalStatuses }: Dispute, { children }: Beside): string {
  return eachChild(children, (child) => {
    const then = legalStatuses.find((one) => one.child === child);
    return then ? LEGAL_STATUSES[then.status] : 'Not kept when it was raised';
  });
}

/** Whether, when and by whom the note was copied into the file of each child that the reader may see. */
function copiesOf(dispute: Dispute, { authority }: Sight, { children }: Beside): string {
  return eachChild(children, (child) => {
    const copied = copiedFor(dispute, child);
    if (!copied) return 'Not confirmed yet';
    const since = changedAt(dispute) > copied.at ? '; changed since' : '';
    return `Note copied ${sayDay(dayOf(copied.at))}, ${sayTime(copied.at)}, by ${nameOf(copied.by, authority.register)}${since}`;
  });
}

function eachChild(children: Beside['children'], say: (child: Beside['children'][number]) => string): string {
  if (children.length === 0) return 'Not for you to see';
  return children.map((child) => (children.length > 1 ? `${child}: ${say(child)}` : say(child))).join('. ');
}

function issueOf({ issue, urgent }: Dispute, { authority }: Sight, { isOnlyBeside }: Beside): readonly Fact[] {
  const given = (says: string) => (says === '' ? 'Not given' : says);
  const { knows, advocateOn } = issue.childTold;
  const ofTheChild = [
    { title: 'Impact on the child', value: issue.impact },
    { title: 'Child’s wishes', value: given(issue.wishes) },
    { title: 'Does the child know', value: knows ? 'Yes' : 'Not yet' },
    { title: 'Advocate, complaints', value: advocateOn ? `Told of both on ${sayDay(advocateOn)}` : 'Not noted' },
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
    ...(isOnlyBeside ? [] : only('Why it is urgent', issue.whyUrgent)),
  ];
}

const URGENT =
  'Yes: one working day for each stage. Homeward is not an emergency service: out of hours, use the emergency duty team.';

const only = (title: string, value: string): readonly Fact[] => (value === '' ? [] : [{ title, value }]);

function alongside(dispute: Dispute, { isOnlyBeside }: Beside): readonly Fact[] {
  const { escalateAutomatically, legalAdvice, cafcassConsulted, cafcassSaid } = dispute;
  const referred = referrals(dispute);
  const said = (reported: Reported | null, how: string) =>
    reported ? [`${how} on ${sayDay(reported.on)}${isOnlyBeside ? '' : `: ${reported.why}`}`] : [];
  const advised = [
    ...said(cafcassConsulted, 'Asked for advice'),
    ...referred.flatMap((each) => said(each, 'Referred')),
  ];
  return [
    {
      title: 'Escalates by itself',
      value: escalateAutomatically ? 'Yes, on the IRO’s standing instruction' : 'No, the IRO is asked',
    },
    ...(legalAdvice ? [{ title: 'Legal advice', value: `Asked for on ${sayDay(legalAdvice)}` }] : []),
    { title: 'Cafcass', value: referred.length > 0 ? advised.join('. ') : [...advised, 'Not referred'].join('. ') },
    ...cafcassSaid.slice(-MOST_SAID).map(({ on, says }) => ({
      title: 'Cafcass answered',
      value: isOnlyBeside ? sayDay(on) : cut(`${sayDay(on)}: ${says}`, 400),
    })),
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
    ...checks.slice(-MOST_CHECKS).map(({ kind, on, by, passed, says }) => ({
      title: CHECKS[kind],
      value: cut(`${sayDay(on)}, by ${nameOf(by, authority.register)}, ${sayChecked(passed, says)}`, 400),
    })),
  ];
}

function sayChecked(passed: boolean, says: string): string {
  return `${passed ? 'done' : 'not done'}${says === '' ? '' : `: ${says}`}`;
}
