/**
 * What Teams fetches for one person in place of a channel's card (teams.md 1.5 and 8, rule 29). It only reads: what is
 * opened by itself is not opened by anybody, and a change would redraw the card for all and be fetched again.
 */
import type { Card } from '../cards/catalogue.ts';
import { render } from '../cards/catalogue.ts';
import { readConcernForm } from '../cases/concerns/form.ts';
import { concernView } from '../cases/concerns/view.ts';
import { maySeeConcern } from '../cases/concerns/who.ts';
import { asItIs } from '../disputes/actions.ts';
import { readDisputeForm } from '../disputes/form.ts';
import { sightFor } from '../disputes/seeing.ts';
import { seesAsSibling } from '../disputes/siblings/actions.ts';
import type { KeptLetter } from '../letters/model.ts';
import { returnOf } from '../returns/actions.ts';
import { decisionView } from '../returns/decisions/view.ts';
import { readReturnForm } from '../returns/form.ts';
import { disputeCard } from './dispute-form.ts';
import { isCard } from './post/letters.ts';
import { neutralCard, VIEW_HERE } from './post/refresh.ts';
import { isHead } from './post/threads.ts';
import { mailOfConcern, mailOfReturn, withUndelivered } from './post/undelivered.ts';
import type { Here, Needs, Typed } from './route.ts';

type Kind = keyof typeof VIEW_HERE;

/** A card in a channel that asks for somebody's own view of it. */
export interface Asked {
  readonly kind: Kind;
  readonly typed: Typed;
  /** The message that the card is in, as Teams says. */
  readonly message: { readonly conversation: string; readonly activity: string };
}

export function kindOf(verb: string): Kind | null {
  const kinds = Object.keys(VIEW_HERE) as Kind[];
  return kinds.find((kind) => VIEW_HERE[kind] === verb) ?? null;
}

/** The person's own card; null for somebody without a part in it. Nothing is kept of their looking. */
export function ownView({ kind, typed }: Asked, at: Here): Promise<Card | null> {
  return VIEWS[kind](typed, at);
}

const VIEWS: Readonly<Record<Kind, (typed: Typed, at: Here) => Promise<Card | null>>> = {
  async dispute(typed, at) {
    const form = readDisputeForm(typed);
    const found = form.ok ? await at.needs.disputes.get(form.value.dispute) : undefined;
    if (!found) return null;
    const current = await asItIs(found, at.needs, at.now);
    const sees = (await (await sightFor(at.by, at.needs))(current)) || (await seesAsSibling(current, at.by, at.needs));
    return sees ? disputeCard(current, at) : null;
  },
  async return(typed, at) {
    const form = readReturnForm(typed);
    const found = form.ok ? await returnOf(form.value, at.by, at.needs) : form;
    if (!found.ok) return null;
    return withUndelivered(render('return.decision', decisionView(found.value, at)), mailOfReturn(found.value), at);
  },
  async concern(typed, at) {
    const form = readConcernForm(typed);
    if (!form.ok) return null;
    for (const about of await at.needs.cases.find(form.value.concern)) {
      const concern = about.concerns.find(({ id }) => id === form.value.concern);
      if (!concern || !maySeeConcern(about, concern, at.by, at.authority, at.now)) continue;
      const view = concernView({ about, concern }, at);
      return withUndelivered(render('concern.record', view), mailOfConcern({ about, concern }), at);
    }
    return null;
  },
};

/**
 * The neutral card of the very message that was asked about, for who sees it already; null when no such message is ours:
 * a reference alone must not tell anybody how a dispute stands.
 */
export async function asAllSeeIt(asked: Asked, needs: Needs): Promise<Card | null> {
  const { conversation, activity } = asked.message;
  for (const record of await recordsOf(asked, needs)) {
    for (const letter of await needs.outbox.of(record)) {
      const { passage, to } = letter;
      if (!('channel' in to) || passage.at !== 'sent' || passage.activity !== activity) continue;
      if (channelOf(passage.conversation) !== channelOf(conversation)) continue;
      const card = await neutralCard(letter, isHead(passage), needs);
      return isCard(card) ? card : null;
    }
  }
  return null;
}

async function recordsOf({ kind, typed }: Asked, { cases }: Needs): Promise<readonly KeptLetter['record'][]> {
  const id = typed[kind];
  if (typeof id !== 'string') return [];
  if (kind === 'dispute') return [{ kind, id }];
  return (await cases.find(id)).map((about) => ({ kind: 'case', id: about.id }));
}

function channelOf(conversation: string): string {
  return conversation.split(';')[0]!;
}
