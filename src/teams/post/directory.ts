import { z } from 'zod';
import { instant } from '../../cases/store.ts';
import type { Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { RecordStore } from '../../letters/store.ts';
import type { PersonId } from '../../people/model.ts';
import type { Kept, RecordShape } from '../../record.ts';
import type { Messenger, Place } from './messenger.ts';

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
}

export interface Directory {
  /** Notes where a person (or, under `CHANNELS`, a channel) was last heard from. Writes only what changed. */
  note(id: PersonId | typeof CHANNELS, at: Whereabouts): Promise<void>;
  /** True the first time it is asked for a person, and never again: there is one welcome. */
  firstWelcome(id: PersonId): Promise<boolean>;
  /** The person's chat with us, opened if need be; null when Teams has never told us how to reach anybody. */
  chatWith(id: PersonId, messenger: Messenger): Promise<Place | null>;
  /** How channels are reached; null until Teams has spoken to us once. */
  channels(): Promise<Whereabouts | null>;
  /** Keeps letters that are about Homeward itself and no record of anybody's; each key once. */
  write(letters: readonly Letter[]): Promise<void>;
}

export interface DirectorySettings {
  /** For the demo: whoever a letter is for, it goes to the one person at the browser. */
  readonly oneChatForAll: boolean;
}

export function directoryOver(contacts: RecordStore<Contact>, { oneChatForAll }: DirectorySettings): Directory {
  const known = async (id: string) => (await contacts.get(id)) ?? null;
  const noted = async (id: string, at: Whereabouts) => {
    const there = await known(id);
    if (!there || !isSame(there, at)) await contacts.save({ ...fresh(id), ...there, ...at });
  };
  return {
    async note(id, at) {
      await noted(id, at);
      if (id === CHANNELS) return;
      if (!(await known(CHANNELS))) await noted(CHANNELS, at);
      if (oneChatForAll) await noted(ONE_CHAT, at);
    },
    async firstWelcome(id) {
      const there = await known(id);
      if (!there || there.welcomed) return false;
      return (await contacts.save({ ...there, welcomed: true })) !== 'stale';
    },
    async chatWith(id, messenger) {
      const there = await known(oneChatForAll ? ONE_CHAT : id);
      const channels = await known(CHANNELS);
      if (there || !channels || oneChatForAll) return there;
      const { serviceUrl, tenant } = channels;
      const conversation = await messenger.openChat({ serviceUrl, tenant, person: id });
      await contacts.save({ ...fresh(id), serviceUrl, tenant, conversation });
      return { serviceUrl, conversation };
    },
    channels: () => known(CHANNELS),
    async write(letters) {
      await contacts.save((await known(OURSELVES)) ?? fresh(OURSELVES), letters);
    },
  };
}

function isSame(there: Contact, at: Whereabouts): boolean {
  return there.serviceUrl === at.serviceUrl && there.conversation === at.conversation && there.tenant === at.tenant;
}

function fresh(id: string): Contact {
  return {
    id,
    revision: 0,
    wakeAt: null,
    history: [],
    serviceUrl: '',
    conversation: '',
    tenant: '',
    welcomed: false,
    teamsId: null,
    closed: null,
  };
}
