import type { Authority, Sight } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import { factsOf } from '../../cases/rules.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../../timetable/model.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { referrals } from '../cafcass/rules.ts';
import type { Dispute } from '../model.ts';
import { GROUNDS, THEMES } from '../raising/model.ts';
import { given, who } from './naming.ts';
import { endLines, historyLines, responseLines, stageLines } from './stages.ts';

/**
 * The whole note for one child's file (domain.md 7.4). In the file of a brother or sister of the first child, what is
 * private to the first is left out; references of other children are left out of everybody's. `posted` are its letters: they
 * say when each officer's was sent.
 */
export function noteText(dispute: Dispute, child: Case, sight: Sight, posted: readonly KeptLetter[]): string {
  const isBeside = child.id !== dispute.children[0];
  const paragraphs = [
    headLines(dispute, child, sight),
    issueLines(dispute, sight.authority, isBeside),
    stageLines(dispute, sight.authority, posted),
    responseLines(dispute, sight.authority),
    alongsideLines(dispute, isBeside),
    endLines(dispute, sight),
    ...(isBeside ? [] : [historyLines(dispute, sight.authority)]),
    [`Copied from Homeward on ${sayDay(sight.today)} by ${who(sight.by.id, sight.authority)}.`],
  ];
  const whole = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return withoutOthers(whole, dispute, child);
}

export const ANOTHER = '[another child]';

function withoutOthers(text: string, { children }: Dispute, { id }: Case): string {
  return children
    .filter((other) => other !== id)
    .reduce((said, other) => said.replace(new RegExp(`(?<![A-Z0-9-])${other}(?![A-Z0-9-])`, 'gi'), ANOTHER), text);
}

function headLines(dispute: Dispute, child: Case, { authority }: Sight): readonly string[] {
  const { id, issue, raisedOn, raisedBy, people, children } = dispute;
  const status = statusThen(dispute, child);
  const others = children.length - 1;
  return [
    'HOMEWARD NOTE',
    `Child: ${child.initials}, ${child.id}`,
    `What: Dispute ${id} of the IRO, ${THEMES[issue.theme]}`,
    `Raised: ${sayDay(raisedOn)}, by ${who(raisedBy, authority)}`,
    `IRO: ${who(people.iro, authority)}`,
    `Legal status then: ${status ? LEGAL_STATUSES[status] : 'Not known to Homeward'}`,
    ...(others > 0
      ? [`Also about ${others} other ${others === 1 ? 'child' : 'children'}, each with a note of their own`]
      : []),
  ];
}

/** As it was kept when the dispute was raised; one from before it was kept has what the case says of that day. */
function statusThen({ legalStatuses, raisedOn }: Dispute, child: Case): LegalStatus | null {
  const then = legalStatuses.find((one) => one.child === child.id);
  return then ? then.status : legalStatusOn(factsOf(child, raisedOn), raisedOn);
}

function issueLines({ issue, urgent }: Dispute, authority: Authority, isBeside: boolean): readonly string[] {
  const { knows, advocateOn } = issue.childTold;
  const grounds = issue.grounds.map((ground) => GROUNDS[ground]).join('; ');
  const ofTheChild = [
    `Impact on the child: ${issue.impact}`,
    ...given('Child’s wishes and feelings', issue.wishes),
    `Does the child know: ${knows ? 'Yes' : 'Not yet'}`,
    `Told of an advocate and how to complain: ${advocateOn ? sayDay(advocateOn) : 'Not noted'}`,
  ];
  return [
    ...given('Grounds', grounds),
    `Concern: ${issue.concern}`,
    ...(isBeside ? ['What is private to another child is left out of this note.'] : ofTheChild),
    `What should change: ${issue.wanted}`,
    ...given('Tried informally', issue.tried),
    ...given('Why it started where it did', issue.whyThere),
    ...(issue.decidedBy ? [`Whose decision: ${who(issue.decidedBy, authority)}`] : []),
    ...(isBeside ? [] : given('Complaint or court case', issue.besides)),
    `Urgent: ${urgent ? 'Yes' : 'No'}`,
    ...(isBeside ? [] : given('Why it is urgent', issue.whyUrgent)),
  ];
}

function alongsideLines(dispute: Dispute, isBeside: boolean): readonly string[] {
  const { legalAdvice, cafcassConsulted, cafcassSaid } = dispute;
  const referred = referrals(dispute);
  const why = (says: string) => (isBeside ? '' : `: ${says}`);
  return [
    ...(legalAdvice ? [`Legal advice was asked for: ${sayDay(legalAdvice)}`] : []),
    ...(cafcassConsulted
      ? [`Cafcass was asked for advice: ${sayDay(cafcassConsulted.on)}${why(cafcassConsulted.why)}`]
      : []),
    ...(referred.length === 0 ? ['Cafcass: not referred'] : []),
    ...referred.map(({ on, why: says }) => `Cafcass: referred on ${sayDay(on)}${why(says)}`),
    ...cafcassSaid.map(({ on, says }) => `Cafcass answered: ${sayDay(on)}${why(says)}`),
  ];
}
