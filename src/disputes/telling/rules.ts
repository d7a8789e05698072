import { sayDay } from '../../local-date.ts';
import { done, refuse } from '../../refusal.ts';
import { line, noted } from '../history.ts';
import type { Dispute } from '../model.ts';
import { notYetTold } from '../raising/details.ts';
import { byTheIro } from '../rules.ts';
import { isLive } from '../standing.ts';
import type { ToldForm } from './form.ts';

/** Whether something is left that the child has not been told, as far as is noted (R-DIS-10). */
export function isLeftToTell({ issue }: Dispute): boolean {
  return !issue.childTold.knows || issue.childTold.advocateOn === null;
}

/** The IRO notes what the child has been told since. It is only ever added to, and each addition is an entry. */
export const tellChild = byTheIro(
  {
    what: 'note what the child was told',
    isTheirsAlone: false,
    stands: (dispute) => (isLive(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, form: ToldForm) => {
    const early = notYetTold(form.advocateOn, today);
    if (early) return early;
    const { knows, advocateOn } = dispute.issue.childTold;
    const isNewOn = advocateOn === null ? form.advocateOn : null;
    const said = [
      ...(form.childKnows && !knows ? ['The child knows of this dispute'] : []),
      ...(isNewOn ? [`The child was told of an advocate and how to complain on ${sayDay(isNewOn)}`] : []),
    ];
    if (said.length === 0)
      return refuse('There is nothing new in this. Turn on what the child knows now, or give the day they were told.');
    const childTold = { knows: knows || form.childKnows, advocateOn: advocateOn ?? form.advocateOn };
    const issue = { ...dispute.issue, childTold };
    return done(noted(dispute, { issue }, line(now, by.id, `${said.join('. ')}${cover}`)));
  },
);
