/** What Homeward says unprompted, on its way to Teams. The only thing that letters know of the SDK is this interface. */
import type { Activity, ChannelAccount, ConversationParameters } from 'botbuilder';
import type { Connector, HomewardAdapter } from '../adapter.ts';
import { asConnectorError, ConnectorError } from './transport.ts';

/** A card, and the line that Teams shows in the notification: neutral, for it may be read on a locked phone. */
export interface Message {
  readonly card: object;
  readonly summary: string;
}

/** A conversation to write in: 1:1, or the thread of a channel (`19:…;messageid=…`). */
export interface Place {
  readonly serviceUrl: string;
  readonly conversation: string;
}

export interface ChannelPlace {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly tenant: string;
}

export interface PersonPlace {
  readonly serviceUrl: string;
  /** Entra object id, or the person's Teams id (`29:…`). */
  readonly person: string;
  readonly tenant: string;
}

/** Where a message is now, to redraw it later. */
export interface Sent {
  readonly conversation: string;
  readonly activity: string;
}

/** Each makes one attempt, and throws a ConnectorError when it failed. */
export interface Messenger {
  say(place: Place, message: Message): Promise<Sent>;
  /** A new thread in a channel; answer in it by saying to the conversation it returns. */
  openThread(channel: ChannelPlace, message: Message): Promise<Sent>;
  /** The 1:1 conversation with a person, made if it is not there yet. Nothing is said in it. */
  openChat(person: PersonPlace): Promise<string>;
  /** Asks Teams for the channel, saying nothing in it: fails as a message would where it is gone or closed to us. */
  reach(channel: ChannelPlace): Promise<void>;
  /** Shows another card in the place of one that was sent. Nobody is notified; doing it twice does no harm. */
  redraw(sent: Sent & { readonly serviceUrl: string }, message: Message): Promise<void>;
}

/** Teams gives no smaller page of a roster (teams.md 6). Nobody reads it. */
const FEWEST_MEMBERS = 50;

/** UTF-16 bytes of an activity: Teams refuses more than about 100 KB (teams.md 1.2). */
export const SIZE_LIMIT = 80_000;

export function messengerOver(adapter: HomewardAdapter): Messenger {
  const bot = adapter.bot && { id: `28:${adapter.bot.appId}`, name: 'Homeward' };

  /** The activity as Teams wants it, from us. */
  function activityOf(message: Message, where: Partial<Activity>): Activity {
    return { ...draw(message), ...where, ...(bot && { from: bot }) } as Activity;
  }

  function conversationOf(tenant: string, rest: Partial<ConversationParameters>): ConversationParameters {
    return { tenantId: tenant, ...rest, ...(bot && { bot }) } as ConversationParameters;
  }

  async function send<T>(serviceUrl: string, ask: (to: Connector['conversations']) => Promise<T>): Promise<T> {
    const { conversations } = await adapter.connector(serviceUrl);
    return await ask(conversations).catch((error: unknown) => Promise.reject(asConnectorError(error)));
  }

  return {
    async say({ serviceUrl, conversation }, message) {
      const activity = activityOf(message, { conversation: { id: conversation } as Activity['conversation'] });
      const { id } = await send(serviceUrl, (to) => to.sendToConversation(conversation, activity));
      return { conversation, activity: id };
    },

    async openThread({ serviceUrl, channelId, tenant }, message) {
      const channelData = { channel: { id: channelId }, tenant: { id: tenant } };
      const thread = conversationOf(tenant, { isGroup: true, channelData, activity: activityOf(message, {}) });
      const { id, activityId } = await send(serviceUrl, (to) => to.createConversation(thread));
      return { conversation: id, activity: rootOf(id) ?? activityId };
    },

    async openChat({ serviceUrl, person, tenant }) {
      const members = [{ id: person } as ChannelAccount];
      const chat = conversationOf(tenant, { isGroup: false, channelData: { tenant: { id: tenant } }, members });
      const { id } = await send(serviceUrl, (to) => to.createConversation(chat));
      return id;
    },

    async reach({ serviceUrl, channelId }) {
      // The SDK's type wants a token for the first page too.
      const page = { pageSize: FEWEST_MEMBERS } as { pageSize: number; continuationToken: string };
      await send(serviceUrl, (to) => to.getConversationPagedMembers(channelId, page));
    },

    async redraw({ serviceUrl, conversation, activity: id }, message) {
      const activity = activityOf(message, { id, conversation: { id: conversation } as Activity['conversation'] });
      await send(serviceUrl, (to) => to.updateActivity(conversation, id, activity));
    },
  };
}

/** The first message of a thread, from the thread's id: the SDK loses the id that Teams returns beside it (teams.md T20). */
export function rootOf(conversation: string): string | undefined {
  return /;messageid=([^;]+)/.exec(conversation)?.[1];
}

/** The message as Teams wants it. Throws a ConnectorError, sending nothing, when Teams would find it too large. */
function draw({ card, summary }: Message): Partial<Activity> {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  const activity = { type: 'message', summary, attachments };
  if (JSON.stringify(activity).length * 2 > SIZE_LIMIT) {
    throw new ConnectorError({ status: null, teamsCode: 'MessageSizeTooBig', ambiguous: false });
  }
  return activity;
}
