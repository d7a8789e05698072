/**
 * The Teams adapter, as Homeward uses it: first who is calling, then the turn. The SDK's own `process` does both at
 * once, answers 500 with the error's text where a token is bad, and prints it (teams.md T13, T14); so it is not called.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { type Activity, INVOKE_RESPONSE_KEY, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Bot, LogLevel } from '../config.ts';
import { isServiceUrlAllowed, type ServiceHosts } from './guards.ts';
import { ConnectorError, oneAttempt } from './post/transport.ts';

/** One line of the log: a stable code and few facts. Never names, text or addresses. */
export type Log = (line: {
  readonly level: LogLevel;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}) => void;

/** What happens with an activity once it is known to be genuine. */
export type Turn = (context: TurnContext) => Promise<void>;

type SdkParameters = ConstructorParameters<typeof TeamsAdapter>;

export interface AdapterSettings {
  /** Null for the demo: nobody's token is checked. */
  readonly bot: Bot | null;
  readonly log: Log;
  /** Addresses that may be the Teams service. Default: this computer's for the demo, Microsoft's otherwise. */
  readonly serviceHosts?: ServiceHosts;
  readonly timeoutMs?: number;
  /** For tests: how to sign what we send, and where to find the keys of what we receive. */
  readonly credentials?: SdkParameters[1];
  readonly endpoints?: SdkParameters[0] & { readonly ToBotFromChannelTokenIssuer: string };
}

/** Who is calling, as proved by the token. */
export type Caller = Awaited<ReturnType<TeamsAdapter['botFrameworkAuthentication']['authenticateRequest']>>;

/** The client to write to the Teams service with. */
export type Connector = Awaited<ReturnType<HomewardAdapter['connector']>>;

export class HomewardAdapter extends TeamsAdapter {
  readonly bot: Bot | null;
  readonly serviceHosts: ServiceHosts;
  /** Where Microsoft's keys are found; null where nobody's token is checked. */
  readonly keysUrl: string | null;
  readonly #issuer: string;

  constructor({ bot, log, serviceHosts, timeoutMs, credentials, endpoints }: AdapterSettings) {
    super({ ...sdkNames(bot), ...endpoints }, credentials, undefined, { httpClient: oneAttempt(timeoutMs) });
    this.bot = bot;
    this.serviceHosts = serviceHosts ?? (bot ? 'teams' : 'loopback');
    this.keysUrl = bot && (endpoints?.ToBotFromChannelOpenIdMetadataUrl ?? KEYS);
    this.#issuer = endpoints?.ToBotFromChannelTokenIssuer ?? 'https://api.botframework.com';
    this.onTurnError = (context, error) => apologise(context, error, log);
  }

  /** Proves who is calling; throws where the token does not. */
  async authenticate(authorization: string, activity: Activity): Promise<Caller> {
    const caller = await hushed(() => this.botFrameworkAuthentication.authenticateRequest(activity, authorization));
    if (this.bot) this.#checkClaims(caller);
    return caller;
  }

  /** Runs the turn, and returns the answer to an invoke. An invoke that nobody answered gets a polite one, never a 501. */
  async run(caller: Caller, activity: Activity, turn: Turn): Promise<InvokeResponse | undefined> {
    return await this.processActivity(caller, activity, async (context) => {
      await turn(context);
      if (isUnanswered(context))
        await answerInvoke(context, 200, 'application/vnd.microsoft.activity.message', OUT_OF_DATE);
    });
  }

  /** A client for the Teams service at an address. Throws a ConnectorError when it may not be one. */
  async connector(serviceUrl: string) {
    if (!isServiceUrlAllowed(serviceUrl, this.serviceHosts)) {
      throw new ConnectorError({ status: null, teamsCode: 'service-url-not-allowed', ambiguous: false });
    }
    const identity = this.createClaimsIdentity(this.bot?.appId);
    return await this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
  }

  /**
   * What the SDK lets pass: a token that never expires (T15), and one that our own bot was issued and somebody replays,
   * which it takes for the Emulator's.
   */
  #checkClaims({ claimsIdentity }: Caller): void {
    const expires: unknown = claimsIdentity.getClaimValue('exp');
    if (typeof expires !== 'number') throw new Error('The token never expires');
    if (claimsIdentity.getClaimValue('iss') !== this.#issuer) throw new Error('The token is not for a channel');
  }
}

const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Whether a token could not be checked because Microsoft's keys could not be had: not the caller's fault. */
export function areKeysOutOfReach(error: unknown): boolean {
  const { name, statusCode } = error as { readonly name?: unknown; readonly statusCode?: unknown };
  return name === 'FetchError' || statusCode === 500;
}

/** A stable code for the log, whatever was thrown. */
export function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? code : 'unexpected';
}

const OUT_OF_DATE = 'This card is out of date. Write "help" to Homeward to see what you can do now.';

function sdkNames(bot: Bot | null): NonNullable<SdkParameters[0]> {
  if (!bot) return {};
  return {
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenant,
    MicrosoftAppType: bot.kind,
    ...(bot.kind === 'SingleTenant' && { MicrosoftAppPassword: bot.password }),
  };
}

/** After a turn failed: tells the person, with a reference that the log has too. What was answered already stands. */
async function apologise(context: TurnContext, error: unknown, log: Log): Promise<void> {
  const reference = randomUUID().slice(0, 8);
  const kind = context.activity.type;
  log({ level: 'error', code: 'turn-failed', facts: { reference, kind, because: codeOf(error) } });

  const words = `Sorry, something went wrong in Homeward. Please try again. If it happens again, give your administrator this reference: ${reference}.`;
  if (isUnanswered(context)) {
    await answerInvoke(context, 500, 'application/vnd.microsoft.error', { code: 'turn-failed', message: words });
  } else if (kind === 'message') {
    await context.sendActivity(words);
  }
}

function isUnanswered(context: TurnContext): boolean {
  return context.activity.type === 'invoke' && !context.turnState.has(INVOKE_RESPONSE_KEY);
}

/** The HTTP status of an answered invoke is always 200; the outcome is in the body (teams.md 1.5). */
async function answerInvoke(context: TurnContext, statusCode: number, type: string, value: unknown): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode, type, value } } });
}

const checkingToken = new AsyncLocalStorage<true>();
let isHushed = false;

/**
 * The SDK prints every bad token's error to console.error, with the key, from deep inside and with no switch for it.
 * This is the one place that touches the console: it drops what is printed while a token is checked, and nothing else.
 */
async function hushed<T>(check: () => Promise<T>): Promise<T> {
  if (!isHushed) {
    isHushed = true;
    const print = console.error.bind(console);
    console.error = (...words: unknown[]) => {
      if (!checkingToken.getStore()) print(...words);
    };
  }
  return await checkingToken.run(true, check);
}
