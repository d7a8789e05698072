import { z } from 'zod';
import { instant } from '../../cases/store.ts';
import type { Clock, Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { Outbox, RecordStore } from '../../letters/store.ts';
import type { PersonId } from '../../people/model.ts';
import type { Kept, RecordShape } from '../../record.ts';
import { changeContact, freshContact } from './contacts.ts';
import type { Messenger, Place } from './messenger.ts';
import { neverUnclear } from './transport.ts';
import { chatTroubleOf } from './trouble.ts';

/** Why a chat is closed to us (teams.md 1.3). */
export const CLOSED = {
  blocked: 'the person has blocked or removed Homeward',
  'not-installed': 'Homeward is not installed for the person',
  'switched-off': 'a Teams administrator has switched Homeward off',
  gone: 'the conversation no longer exists in Teams',
  moved: 'Teams has moved the conversation to another address',
} as const;

export type Closed = keyof typeof CLOSED;

/** Where a person can be written to 1:1, as Teams last told us; or, under `CHANNELS`, where channels are served. */
export interface Contact extends Kept {
  /** The person's Entra object id, or `CHANNELS`. */
  readonly id: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
  /** Whether the one welcome was said. */
  readonly welcomed: boolean;
  /** The person's Teams id (`29:…`), as Teams last said it; null before. */
  readonly teamsId: string | null;
  /** Why nothing can be written there until somebody does something, and since when; null while all is well. */
  readonly closed: { readonly why: Closed; readonly since: Instant } | null;
}

export const CONTACT_SHAPE: RecordShape<Contact> = {
  kind: 'contact',
  schema: z.strictObject({
    id: z.string(),
    revision: z.number().int(),
    wakeAt: z.null(),
    history: z.array(z.never()),
    serviceUrl: z.string(),
    conversation: z.string(),
    tenant: z.string(),
    welcomed: z.boolean(),
    teamsId: z.string().nullable().default(null),
    closed: z
      .strictObject({ why: z.enum(Object.keys(CLOSED) as [Closed, ...Closed[]]), since: instant })
      .nullable()
      .default(null),
  }),
  filedUnder: () => [],
};

export const CHANNELS = 'channels';
const ONE_CHAT = 'one-chat';
const OURSELVES = 'homeward';

/** Where an activity came from. */
export interface Whereabouts {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
  /** The Teams id (`29:…`) of whoever sent it, where Teams said it. */
  readonly teamsId?: string | null;
}

export interface Directory {
  /**
   * Notes where a person (or, under `CHANNELS`, a channel) was last heard from. Writes only what changed. A chat that was
   * closed is open again, and what waited for it may go.
   */
  note(id: PersonId | typeof CHANNELS, at: Whereabouts): Promise<void>;
  /** Notes that a person has removed Homeward. */
  removed(id: PersonId): Promise<void>;
  /** True the first time it is asked for a person, and never again: there is one welcome. */
  firstWelcome(id: PersonId): Promise<boolean>;
  /** The person's chat with us, opened if need be; null when Teams has never told us how to reach anybody. */
  chatWith(id: PersonId, messenger: Messenger): Promise<Place | null>;
  /** What the chats of people are told apart by: one line of letters each. */
  lineOf(id: PersonId): string;
  /** Why a person's chat is closed to us; null while it is not known to be. */
  closed(id: PersonId): Promise<Contact['closed']>;
  /** Notes what a failure says of a person's chat: closed from now on, not there as we knew it, or nothing. */
  failed(id: PersonId, error: unknown): Promise<Closed | 'not-there' | null>;
  /**
   * The Teams ids (`29:…`) of these people, as far as Teams has said them. None in the demo: everybody there is one person
   * at one browser, who would be shown what is for somebody else.
   */
  teamsIds(ids: readonly PersonId[]): Promise<readonly string[]>;
  /** How channels are reached; null until Teams has spoken to us once. */
  channels(): Promise<Whereabouts | null>;
  /** Keeps letters that are about Homeward itself and no record of anybody's; each key once. */
  write(letters: readonly Letter[]): Promise<void>;
}

export interface DirectorySettings {
  /** For the demo: whoever a letter is for, it goes to the one person at the browser. */
  readonly oneChatForAll: boolean;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

export function directoryOver(contacts: RecordStore<Contact>, settings: DirectorySettings): Directory {
  const { oneChatForAll, clock } = settings;
  const known = async (id: string) => (await contacts.get(id)) ?? null;
  const chatOf = (id: PersonId) => (oneChatForAll ? ONE_CHAT : id);
  const change = (id: string, changed: Partial<Contact>) => changeContact(contacts, id, changed);
  const noted = async (id: string, { teamsId, ...at }: Whereabouts) => {
    const there = await known(id);
    const now = { ...at, teamsId: teamsId ?? there?.teamsId ?? null };
    if (!there || there.closed || !isSame(there, now)) await change(id, { ...now, closed: null });
    if (there?.closed) await release(id, settings);
  };
  const close = async (id: string, why: Closed) => {
    if ((await known(id))?.closed?.why !== why) await change(id, { closed: { why, since: clock.now() } });
    return why;
  };
  return {
    async note(id, at) {
      await noted(id, at);
      if (id === CHANNELS) return;
      const { teamsId: _, ...where } = at;
      if (!(await known(CHANNELS))) await noted(CHANNELS, where);
      if (oneChatForAll) await noted(ONE_CHAT, where);
    },
    removed: async (id) => void (await close(id, 'blocked')),
    async firstWelcome(id) {
      const there = await known(id);
      if (!there || there.welcomed) return false;
      return (await contacts.save({ ...there, welcomed: true })) !== 'stale';
    },
    async chatWith(id, messenger) {
      const there = await known(chatOf(id));
      if (there?.conversation) return there;
      const channels = await known(CHANNELS);
      if (!channels || oneChatForAll) return null;
      const { serviceUrl, tenant } = channels;
      const conversation = await messenger.openChat({ serviceUrl, tenant, person: id }).catch(neverUnclear);
      await change(id, { serviceUrl, tenant, conversation });
      return { serviceUrl, conversation };
    },
    lineOf: (id) => `chat ${chatOf(id)}`,
    closed: async (id) => (await known(chatOf(id)))?.closed ?? null,
    async failed(id, error) {
      const there = await known(chatOf(id));
      const what = chatTroubleOf(error, !there?.conversation);
      if (what === 'not-there') await change(chatOf(id), { conversation: '' });
      else if (what) await close(chatOf(id), what);
      return what;
    },
    async teamsIds(ids) {
      if (oneChatForAll) return [];
      const there = await Promise.all([...new Set(ids)].map(known));
      return there.flatMap((contact) => contact?.teamsId ?? []);
    },
    channels: () => known(CHANNELS),
    async write(letters) {
      await contacts.save((await known(OURSELVES)) ?? freshContact(OURSELVES), letters);
    },
  };
}

/** What waited for a person may be tried at once. What a crash leaves waiting is looked at again the next morning. */
async function release(id: string, { outbox, clock }: DirectorySettings): Promise<void> {
  for (const letter of await outbox.inTrouble()) {
    if (letter.passage.at !== 'unsent' || letter.passage.waitsFor !== id) continue;
    const { waitsFor: _, ...passage } = letter.passage;
    await outbox.mark(letter, { ...passage, nextTryAt: clock.now() });
  }
}

function isSame(there: Contact, at: Whereabouts): boolean {
  return (
    there.serviceUrl === at.serviceUrl &&
    there.conversation === at.conversation &&
    there.tenant === at.tenant &&
    there.teamsId === at.teamsId
  );
}
