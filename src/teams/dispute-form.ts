import type { Sight } from '../authority/model.ts';
import { type Card, type CardName, type Catalogue, render } from '../cards/catalogue.ts';
import { type DisputeAsked, openDispute } from '../disputes/actions.ts';
import { readDisputeAsk } from '../disputes/form.ts';
import type { Dispute } from '../disputes/model.ts';
import { disputeView } from '../disputes/record/view.ts';
import { isStale } from '../disputes/standing.ts';
import { type Here, notice, type Typed } from './route.ts';
import { mailOfDispute, withUndelivered } from './undelivered.ts';

/**
 * `again` for a form about a dispute. While the form is still good it comes again with what was typed; once the dispute
 * has moved on, or the form was sent already, the dispute is shown as it now stands.
 */
export function disputeForm<N extends CardName>(
  name: N,
  view: (asked: DisputeAsked, sight: Sight, problems: readonly string[]) => Catalogue[N],
) {
  return async (typed: Typed, problems: readonly string[], at: Here) => {
    const which = readDisputeAsk(typed);
    const found = which.ok ? await openDispute(which.value, at.by, at.needs) : which;
    if (!found.ok) return notice('That did not go through', problems.join(' '));
    const about = found.value;
    return isStale(about, Number(typed.revision))
      ? render('dispute.record', disputeView(about, at, problems))
      : render(name, view({ about, typed }, at, problems));
  };
}

/** The dispute after a response. One that came after the dispute had moved on is kept, and the person is told so. */
export function responded(about: Dispute, at: Here): Promise<Card> {
  const isLate = about.responses.at(-1)?.arrived === 'after-moving-on';
  const said = isLate
    ? ['Your answer was kept as a late one. The dispute had moved on before it came, so nothing changed.']
    : [];
  return withUndelivered(render('dispute.record', disputeView(about, at, said)), mailOfDispute(about), at);
}
