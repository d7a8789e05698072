import type { Sight } from '../authority/model.ts';
import { type Card, type CardName, type Catalogue, render } from '../cards/catalogue.ts';
import { type DisputeAsked, type DisputeNeeds, openDispute } from '../disputes/actions.ts';
import { type DisputeAsk, readDisputeAsk, readDisputeForm } from '../disputes/form.ts';
import type { Dispute } from '../disputes/model.ts';
import { raiseAsked } from '../disputes/raising/about.ts';
import { readAskToRaise } from '../disputes/raising/form.ts';
import { raiseView } from '../disputes/raising/view.ts';
import { disputeView } from '../disputes/record/view.ts';
import { besideOf, openBeside } from '../disputes/siblings/actions.ts';
import { isStale } from '../disputes/standing.ts';
import type { Person } from '../people/model.ts';
import type { Outcome } from '../refusal.ts';
import { mailOfDispute, withUndelivered } from './post/undelivered.ts';
import { type Here, notice, type Typed } from './route.ts';

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
      ? record(about, at, problems)
      : render(name, view({ about, typed }, at, problems));
  };
}

/**
 * The same for a form that shows more than the dispute: `ask` opens it as for the button that asks for it. When that is
 * refused, the dispute is shown as it stands.
 */
export function askedForm<N extends CardName, A extends DisputeAsked>(
  name: N,
  ask: (form: DisputeAsk, by: Person, needs: DisputeNeeds) => Promise<Outcome<A>>,
  view: (asked: A, sight: Sight, problems: readonly string[]) => Catalogue[N],
) {
  return async (typed: Typed, problems: readonly string[], at: Here) => {
    const which = readDisputeAsk(typed);
    const found = which.ok ? await openDispute(which.value, at.by, at.needs) : which;
    if (!found.ok || !which.ok) return notice('That did not go through', problems.join(' '));
    const asked = isStale(found.value, Number(typed.revision)) ? null : await ask(which.value, at.by, at.needs);
    return asked?.ok ? render(name, view(asked.value, at, problems)) : record(found.value, at, problems);
  };
}

/** The dispute after a response. One that came after the dispute had moved on is kept, and the person is told so. */
export function responded(about: Dispute, at: Here): Promise<Card> {
  const isLate = about.responses.at(-1)?.arrived === 'after-moving-on';
  const said = isLate
    ? ['Your answer was kept as a late one. The dispute had moved on before it came, so nothing changed.']
    : [];
  return disputeCard(about, at, undefined, said);
}

/** The dispute as this person may see it, and which of its letters did not arrive. */
export async function disputeCard(
  about: Dispute,
  at: Here,
  _form?: unknown,
  said: readonly string[] = [],
): Promise<Card> {
  return withUndelivered(await record(about, at, said), mailOfDispute(about), at);
}

/** `again` for a button of a dispute: how the dispute now stands. */
export async function disputeNow(typed: Typed, problems: readonly string[], at: Here): Promise<Card> {
  const which = readDisputeForm(typed);
  const found = which.ok ? await openBeside(which.value, at.by, at.needs) : which;
  return found.ok ? record(found.value, at, problems) : notice('That did not go through', problems.join(' '));
}

/** The form to raise a dispute again, with what was typed and what the person may add to it. */
export async function raiseAgain(typed: Typed, problems: readonly string[], at: Here): Promise<Card> {
  const about = readAskToRaise({ case: typed.case });
  const asked = await raiseAsked(typed, about.ok ? about.value.case : null, at.by, at.needs);
  return render('dispute.raise', raiseView(asked, at, problems));
}

async function record(about: Dispute, at: Here, problems: readonly string[]): Promise<Card> {
  return render('dispute.record', disputeView(about, at, problems, await besideOf(about, at.by, at.needs)));
}
