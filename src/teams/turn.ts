import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Card } from '../cards/catalogue.ts';
import type { Person, PersonId } from '../people/model.ts';
import type { Log, Turn } from './adapter.ts';
import { converse, hear, isForChat, welcomed } from './conversation.ts';
import { type Asked, asAllSeeIt, kindOf, ownView } from './own-view.ts';
import { CHANNELS, type Directory } from './post/directory.ts';
import { Remembered } from './remembered.ts';
import { reply } from './reply.ts';
import { type Here, here, type Needs, notice, type Typed } from './route.ts';
import { ROUTES } from './routes.ts';

export interface TurnSettings {
  readonly needs: Needs;
  readonly directory: Directory;
  /** Sends the letters that a turn has caused. Started after the answer; its failures are its own. */
  readonly deliver: () => Promise<void>;
  /** Says to somebody 1:1 what they asked where others read along. Its failures are its own. */
  readonly aside: (to: PersonId, card: Card) => Promise<void>;
  readonly log: Log;
  /** What only the demo can do: be another person, and be told things that no real bot is. */
  readonly demo: { whoIs(id: PersonId): PersonId; hear(text: string, id: PersonId): Promise<Card | null> } | null;
}

/** One activity from Teams: who asks, what for, the answer; then the letters it caused. */
export function turnOf(settings: TurnSettings): Turn {
  const remembered = new Remembered<Promise<Card | null>>();
  return async (context) => {
    const { activity } = context;
    const key = keyOf(activity);
    const again = remembered.get(key);
    if (again && activity.type !== 'invoke') return;
    const answering = again ?? answer(activity, settings);
    remembered.keep(key, answering);
    const answered = answering.then((card) => (card ? reply(context, card) : undefined));
    // Teams delivers again what it heard no good answer to: then it is done again.
    answered.then(undefined, () => remembered.forget(key));
    await answered.finally(() => void settings.deliver());
  };
}

async function answer(activity: Activity, settings: TurnSettings): Promise<Card | null> {
  const proved = provedBy(activity);
  const inChannel = isInChannel(activity);
  await noteWhereabouts(activity, proved, inChannel, settings.directory);
  if (!isForUs(activity)) return null;
  const person = proved && settings.needs.authority.register.get(settings.demo?.whoIs(proved) ?? proved);
  const pressed = pressOf(activity);
  const asked = pressed && askedBy(activity, pressed);
  const shown = asked && (await shownHere(asked, activity, person || null, settings));
  if (shown) return shown;
  if (!proved) return notice('Homeward does not know you', UNPROVED);
  if (!person) return notice('Homeward does not know you yet', NOT_ON_REGISTER);
  const at = here(person, inChannel, randomUUID(), settings.needs);

  if (activity.type === 'installationUpdate') return welcomed(at, proved, settings.directory);
  if (pressed) return press(pressed, at);
  const text = activity.text ?? '';
  const played = await settings.demo?.hear(text, proved);
  if (!played && inChannel && isForChat(text, at))
    void settings.aside(proved, await hear(text, { ...at, inChannel: false }));
  return played ?? hear(text, at);
}

/**
 * A channel's card for whoever Teams shows it to: their own, or else the one that all see, and then it is logged. Who asked
 * for it by hand tried to open it, which is put on record; what Teams does by itself nobody tried, and a line on the
 * record would redraw the card and be fetched again. Null when that card is not ours.
 */
async function shownHere(
  asked: Asked,
  { value }: Activity,
  person: Person | null,
  { needs, log }: TurnSettings,
): Promise<Card | null> {
  const at = person && here(person, true, randomUUID(), needs);
  const own = at && (await ownView(asked, at));
  if (own) return own;
  const isByItself = value.trigger === 'automatic';
  log({ level: 'info', code: 'view-refused', facts: { of: asked.kind, trigger: isByItself ? 'automatic' : 'manual' } });
  const refused = at && !isByItself ? await press({ verb: `${asked.kind}.view`, typed: asked.typed }, at) : null;
  return (await asAllSeeIt(asked, needs)) ?? refused;
}

/** Only an invoke is answered to one person alone. */
function askedBy({ type, conversation, replyToId = '' }: Activity, { verb, typed }: Pressed): Asked | null {
  const kind = type === 'invoke' ? kindOf(verb) : null;
  return kind && { kind, typed, message: { conversation: conversation.id, activity: replyToId } };
}

/** Runs the route of a verb. In a channel only the buttons of channel cards are answered. */
export async function press({ verb, typed }: Pressed, at: Here): Promise<Card> {
  const route = ROUTES.find((row) => row.verb === verb) ?? converse(verb);
  if (!route) return notice('This card is out of date', 'Type “help” to see what you can do now.');
  if (at.inChannel && !route.inChannels) {
    return notice(
      'Let us talk about that 1:1',
      'Open our own chat and ask there: nothing about a child is shown in a channel.',
    );
  }
  return route.press(typed, at);
}

export interface Pressed {
  readonly verb: string;
  readonly typed: Typed;
}

/** A press of a card's button: an invoke, or from very old clients a message with a value. Null for anything else. */
function pressOf({ type, name, value }: Activity): Pressed | null {
  const action =
    type === 'invoke' && name === 'adaptiveCard/action' ? value?.action : type === 'message' ? value : null;
  if (typeof action !== 'object' || action === null) return null;
  const { verb, data } = action as { readonly verb?: unknown; readonly data?: unknown };
  const typed = typeof data === 'object' && data !== null ? (data as Typed) : {};
  return typeof verb === 'string' ? { verb, typed } : { verb: '', typed };
}

function isForUs({ type, name, action }: Activity): boolean {
  if (type === 'invoke') return name === 'adaptiveCard/action';
  return type === 'message' || (type === 'installationUpdate' && String(action).startsWith('add'));
}

/** The Entra object id that Teams vouches for; null for guests without one, and for anything that is no id. */
function provedBy({ from }: Activity): PersonId | null {
  const id: unknown = from.aadObjectId;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : null;
}

/** Whether others may read along: all but a chat that says it is personal, or (where Teams does not say) is named so. */
function isInChannel({ conversation: { conversationType, id } }: Activity): boolean {
  return conversationType === undefined ? id.startsWith('19:') : conversationType !== 'personal';
}

async function noteWhereabouts(
  activity: Activity,
  proved: PersonId | null,
  inChannel: boolean,
  directory: Directory,
): Promise<void> {
  const { serviceUrl, conversation } = activity;
  const tenant = [conversation.tenantId, activity.channelData?.tenant?.id].find((one) => typeof one === 'string') ?? '';
  const id = inChannel ? CHANNELS : proved;
  if (!id) return;
  if (!inChannel && isRemoval(activity)) return directory.removed(id);
  const teamsId = !inChannel && activity.from.id.startsWith('29:') ? activity.from.id : null;
  await directory.note(id, { serviceUrl, conversation: inChannel ? '' : conversation.id, tenant, teamsId });
}

function isRemoval({ type, action }: Activity): boolean {
  return type === 'installationUpdate' && String(action).startsWith('remove');
}

/** With who asks: one card in a channel is asked about by several people, and each gets an answer of their own. */
function keyOf({ conversation, from, id, type }: Activity): string {
  return id ? `${type} ${conversation.id} ${from.aadObjectId ?? from.id} ${id}` : randomUUID();
}

const UNPROVED = 'Teams did not say who you are. Guests and people outside the authority cannot use Homeward.';
const NOT_ON_REGISTER = 'You are not on the staff register. Ask business support to add you, then type “help”.';
