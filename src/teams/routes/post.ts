import {
  askToSettle,
  listAbout,
  listTrouble,
  type MailNeeds,
  openMessage,
  settling,
} from '../../letters/messages/actions.ts';
import { readAboutForm, readListForm, readMessageForm } from '../../letters/messages/form.ts';
import { messageListView } from '../../letters/messages/list-view.ts';
import { messageView, settleView } from '../../letters/messages/view.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { mayRead } from '../post/who-reads.ts';
import { asItStands, card, type Needs, type Route, route, type Typed } from '../route.ts';
import { openSettings, settingsView } from '../settings.ts';

/** What can be pressed to look at what was said and how it fared, and to see to what did not arrive. */
// biome-ignore format: a table, one row a line
export const POST_ROUTES: readonly Route[] = [
  route({ verb: 'settings.open', read: nothing, act: openSettings, show: card('settings', settingsView) }),
  route({ verb: 'message.list', read: readListForm, act: over(listTrouble), show: card('message.list', messageListView) }),
  route({ verb: 'message.of', read: readAboutForm, act: over(listAbout), show: card('message.list', messageListView) }),
  route({ verb: 'message.open', read: readMessageForm, act: over(openMessage), show: card('message.record', messageView) }),
  route({ verb: 'message.ask-arrived', read: readMessageForm, act: over(askToSettle), show: card('message.settle', settleView('arrived')), again: asMessage() }),
  route({ verb: 'message.ask-again', read: readMessageForm, act: over(askToSettle), show: card('message.settle', settleView('again')), again: asMessage() }),
  route({ verb: 'message.arrived', read: readMessageForm, act: over(settling('arrived')), show: card('message.record', messageView), again: asMessage() }),
  route({ verb: 'message.again', read: readMessageForm, act: over(settling('again')), show: card('message.record', messageView), again: asMessage() }),
];

/** An action on messages, with the one question that only the rooms of cases and disputes can answer. */
function over<F, V>(act: (form: F, by: Person, needs: MailNeeds) => Promise<Outcome<V>>) {
  return (form: F, by: Person, needs: Needs) =>
    act(form, by, { ...needs, maySee: (about, who) => mayRead(about, who, needs) });
}

function asMessage() {
  return asItStands('message.record', readMessageForm, over(openMessage), messageView);
}

function nothing(_typed: Typed): Outcome<null> {
  return done(null);
}
