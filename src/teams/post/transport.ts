/**
 * How our requests reach the Teams service: one attempt, one time limit, and an error that says what is known. Left to
 * itself the SDK repeats every 5xx three times, sleeps as long as Teams asks and waits for ever (teams.md T18).
 */
import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';

/** What the SDK asks of whoever sends its requests. */
export type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>['httpClient']>;

interface Failure {
  readonly status: number | null;
  readonly teamsCode?: string | null;
  readonly retryAfterSeconds?: number | null;
  readonly ambiguous: boolean;
}

/** A message that did not reach Teams, or may not have. It carries codes only: no names, no text, no addresses. */
export class ConnectorError extends Error {
  readonly code = 'connector-failed';
  /** Teams' HTTP status, or null when no answer came. */
  readonly status: number | null;
  /** Teams' own word for it, or one of ours: no-token, service-url-not-allowed, unreadable-answer. */
  readonly teamsCode: string | null;
  readonly retryAfterSeconds: number | null;
  /** Whether Teams may have done it all the same. Nothing may then be sent again that must not arrive twice. */
  readonly ambiguous: boolean;

  constructor({ status, teamsCode = null, retryAfterSeconds = null, ambiguous }: Failure) {
    super(`Teams ${status === null ? 'gave no answer' : `answered ${status}`}${teamsCode ? ` (${teamsCode})` : ''}`);
    this.status = status;
    this.teamsCode = teamsCode;
    this.retryAfterSeconds = retryAfterSeconds;
    this.ambiguous = ambiguous;
  }
}

/** One attempt by `fetch`. Throws a ConnectorError for every answer but a good one; a thrown error also stops the SDK's retries. */
export function oneAttempt(timeoutMs = 10_000): HttpClient {
  return {
    async sendRequest(request) {
      const { status, headers, text } = await attempt(request.url, {
        method: request.method,
        headers: request.headers.toJson(),
        body: request.body ?? null,
        // Our token goes to the address that was checked, not to one that it points to.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (status >= 300) {
        const retryAfterSeconds = secondsOf(headers.get('retry-after'));
        throw new ConnectorError({
          status,
          teamsCode: codeIn(text),
          retryAfterSeconds,
          ambiguous: isAmbiguous(status),
        });
      }
      if (text !== '' && parse(text) === undefined) {
        throw new ConnectorError({ status, teamsCode: 'unreadable-answer', ambiguous: true });
      }
      return { request, status, headers: headersLike(headers), bodyAsText: text };
    },
  };
}

/** The error as ours. What is not from `oneAttempt` went wrong before anything was sent: no token, almost always. */
export function asConnectorError(error: unknown): ConnectorError {
  return error instanceof ConnectorError
    ? error
    : new ConnectorError({ status: null, teamsCode: 'no-token', ambiguous: false });
}

/** For what may be done twice without harm, such as opening a chat: that nobody knows whether it was done matters not. */
export function neverUnclear(error: unknown): never {
  if (!(error instanceof ConnectorError)) throw error;
  const { status, teamsCode, retryAfterSeconds } = error;
  throw new ConnectorError({ status, teamsCode, retryAfterSeconds, ambiguous: false });
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function attempt(url: string, init: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(url, init);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    throw new ConnectorError({ status: null, ambiguous: !NEVER_LEFT.has(causeOf(error)) });
  }
}

/** Failures that happen before a request is on its way. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : '';
}

function isAmbiguous(status: number): boolean {
  return status >= 500 || status === 408;
}

function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : null;
}

/** Teams puts its codes in several places of the body, once as JSON inside a text: so they are looked for, not read. */
const KNOWN_CODES = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  'InvalidBotApiHost',
  'MessageWritesBlocked',
  'ActivityNotFoundInConversation',
  'ConversationNotFound',
  'MessageSizeTooBig',
  'ForbiddenOperationException',
] as const;

function codeIn(text: string): string | null {
  const known = KNOWN_CODES.find((code) => text.includes(code));
  if (known) return known;
  const said = (parse(text) as { error?: { code?: unknown } } | null | undefined)?.error?.code;
  return typeof said === 'string' && /^\w{1,60}$/.test(said) ? said : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The SDK's own kind of headers; of an answer it reads them only through `toJson`. */
function headersLike(headers: Headers): Awaited<ReturnType<HttpClient['sendRequest']>>['headers'] {
  const all = Object.fromEntries(headers);
  return { toJson: () => all, get: (name: string) => all[name.toLowerCase()] } as never;
}
