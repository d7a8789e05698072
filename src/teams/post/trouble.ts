/** What went wrong with a message, in words for the people who see to it, and what to do (teams.md 1.3). */
import type { ChannelTrouble } from '../../letters/channels/model.ts';
import type { Closed } from './directory.ts';
import { ConnectorError } from './transport.ts';

export interface Trouble {
  readonly says: string;
  readonly remedy: string;
  /**
   * Whether the same message may work later by itself, once a person has done something, never again at this place, or
   * never at this size. For a `retry` that is also `ambiguous`, only what may arrive twice is sent again.
   */
  readonly lasting: 'retry' | 'wait-for-person' | 'gone' | 'too-large' | 'unknown';
}

export function plainTrouble(error: unknown): Trouble {
  if (!(error instanceof ConnectorError)) return OURS;
  const byCode = error.teamsCode === null ? undefined : BY_CODE[error.teamsCode];
  if (byCode) return byCode;
  if (error.status === null) return error.ambiguous ? NO_ANSWER : NOT_REACHED;
  return BY_STATUS[error.status] ?? trouble('unknown', `Teams answered with error ${error.status}`, LOOK_AT_LOG);
}

/** The trouble and its remedy as two sentences. */
export function sayTrouble({ says, remedy }: Pick<Trouble, 'says' | 'remedy'>): string {
  return `${says}. ${remedy}.`;
}

function trouble(lasting: Trouble['lasting'], says: string, remedy: string): Trouble {
  return { says, remedy, lasting };
}

const BY_ITSELF = 'Nothing to do: Homeward tries again by itself';
const LOOK_AT_LOG = 'If it goes on, ask your administrator to look at the log';
const WRITE_ONCE = 'Ask the person to open Homeward in Teams and write "help" once';

const OURS = trouble('unknown', 'Homeward failed before it could send this', LOOK_AT_LOG);
const NO_ANSWER = trouble(
  'unknown',
  'Teams did not answer in time, so this may or may not have arrived',
  'Check with the person before relying on it',
);
const NOT_REACHED = trouble('retry', 'Teams could not be reached', BY_ITSELF);
const NOT_INSTALLED = trouble(
  'wait-for-person',
  'Homeward is not installed there',
  'Ask the Teams administrator to install Homeward for this person or team',
);
const BLOCKED = trouble('wait-for-person', 'The person has blocked or removed Homeward', WRITE_ONCE);
const BUSY = trouble('retry', 'Teams asked Homeward to slow down', BY_ITSELF);
const UNWELL = trouble('retry', 'Teams was not well', BY_ITSELF);
const TOO_LARGE = trouble('too-large', 'The card is too large for Teams', LOOK_AT_LOG);
const GONE = trouble('gone', 'The conversation no longer exists in Teams', WRITE_ONCE);

const SWITCHED_OFF = trouble(
  'wait-for-person',
  'A Teams administrator has switched Homeward off',
  'Ask the Teams administrator to allow Homeward again',
);
const MOVED = trouble('wait-for-person', 'Teams has moved this conversation to another address', WRITE_ONCE);

/** What is said of a person's chat that is closed to us. */
export const CLOSED_TROUBLES: Readonly<Record<Closed, Trouble>> = {
  blocked: BLOCKED,
  'not-installed': NOT_INSTALLED,
  'switched-off': SWITCHED_OFF,
  gone: GONE,
  moved: MOVED,
};

const BY_CODE: Readonly<Record<string, Trouble>> = {
  NeverHeardFrom: trouble(
    'retry',
    'Homeward has not been spoken to in Teams yet, so it does not know how to reach anybody',
    'Ask anybody of the authority to open Homeward in Teams and write "help" once',
  ),
  BotNotInConversationRoster: NOT_INSTALLED,
  ForbiddenOperationException: NOT_INSTALLED,
  ConversationBlockedByUser: BLOCKED,
  MessageWritesBlocked: BLOCKED,
  BotDisabledByAdmin: SWITCHED_OFF,
  InvalidBotApiHost: MOVED,
  ConversationNotFound: GONE,
  ActivityNotFoundInConversation: trouble('gone', 'The message was deleted in Teams', 'Nothing to do'),
  MessageSizeTooBig: TOO_LARGE,
  'no-token': trouble(
    'retry',
    'Homeward could not sign in to Microsoft',
    "Ask your administrator to check the bot's credentials (MicrosoftApp… in .env)",
  ),
  'service-url-not-allowed': trouble(
    'wait-for-person',
    "The address kept for this conversation is not Teams' own",
    WRITE_ONCE,
  ),
};

const BY_STATUS: Readonly<Record<number, Trouble>> = {
  401: trouble(
    'unknown',
    "Teams did not accept Homeward's credentials",
    "Ask your administrator to check the bot's credentials (MicrosoftApp… in .env)",
  ),
  403: trouble('wait-for-person', 'Teams does not let Homeward write there', WRITE_ONCE),
  404: GONE,
  408: NO_ANSWER,
  412: BUSY,
  413: TOO_LARGE,
  429: BUSY,
  502: UNWELL,
  503: UNWELL,
  504: UNWELL,
};

/** What is wrong with the channel itself, where the error is about that: the same message may well reach a person. */
export function channelTroubleOf(error: unknown): ChannelTrouble | null {
  if (!(error instanceof ConnectorError)) return null;
  const { status, teamsCode } = error;
  const byCode = teamsCode === null ? undefined : CHANNEL_CODES[teamsCode];
  if (byCode) return byCode;
  if (status === 403) return teamsCode === 'InvalidBotApiHost' ? null : 'may-not-post';
  return status === 404 ? 'deleted' : null;
}

const CHANNEL_CODES: Readonly<Record<string, ChannelTrouble>> = {
  ConversationNotFound: 'deleted',
  BotNotInConversationRoster: 'not-in-it',
  ForbiddenOperationException: 'may-not-post',
  MessageWritesBlocked: 'may-not-post',
  BotDisabledByAdmin: 'switched-off',
};

/**
 * What an error says of a person's own chat: why it is closed to us, that the chat as we know it is not there (another is
 * to be opened), or nothing. `isNew` where the chat was only being opened.
 */
export function chatTroubleOf(error: unknown, isNew: boolean): Closed | 'not-there' | null {
  if (!(error instanceof ConnectorError)) return null;
  const { status, teamsCode } = error;
  const byCode = teamsCode === null ? undefined : CHAT_CODES[teamsCode];
  if (byCode) return byCode;
  if (status === 404 && teamsCode !== 'ActivityNotFoundInConversation') return isNew ? 'gone' : 'not-there';
  return status === 403 ? (isNew ? 'not-installed' : 'blocked') : null;
}

const CHAT_CODES: Readonly<Record<string, Closed>> = {
  BotNotInConversationRoster: 'not-installed',
  ForbiddenOperationException: 'not-installed',
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  BotDisabledByAdmin: 'switched-off',
  InvalidBotApiHost: 'moved',
  'service-url-not-allowed': 'moved',
};
