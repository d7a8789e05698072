/**
 * What an activity must look like before the SDK sees it, and whose it must be afterwards. Pure. The SDK falls over
 * some shapes before it has checked who is calling (teams.md T13, T15), and over others later (T3, T11).
 */
import type { Activity } from 'botbuilder';
import { isLoopback } from '../config.ts';

/** Bytes of an activity that are read; Teams' own are far smaller. */
export const BODY_LIMIT = 256 * 1024;

/** Which addresses may call themselves the Teams service: Microsoft's, or (demo, tests) this computer's. */
export type ServiceHosts = 'teams' | 'loopback';

export type Admission =
  | { readonly ok: true; readonly activity: Activity }
  | { readonly ok: false; readonly code: AdmissionCode };

export type AdmissionCode =
  | 'not-an-object'
  | 'no-type'
  | 'wrong-channel'
  | 'no-service-url'
  | 'service-url-not-allowed'
  | 'no-conversation'
  | 'no-sender';

type Wire = Record<string, unknown>;

/** The activity in a request body, made harmless to the SDK, or what is wrong with it. */
export function admit(body: unknown, hosts: ServiceHosts): Admission {
  const code = flawOf(body, hosts);
  return code ? { ok: false, code } : { ok: true, activity: harmless(body as Wire) };
}

/** Our token is sent to this address: it must be one of Microsoft's, over https (or this computer, where that is asked for). */
export function isServiceUrlAllowed(text: string, hosts: ServiceHosts): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  if (hosts === 'loopback') return url.protocol === 'http:' && isLoopback(url.hostname);
  return url.protocol === 'https:' && url.port === '' && TEAMS_HOSTS.some((host) => isHostOf(url.hostname, host));
}

/** Whether every tenant the activity names is ours, and it names one. */
export function isFromTenant(activity: Activity, tenant: string): boolean {
  const named = [activity.conversation.tenantId, within(within(activity.channelData, 'tenant'), 'id')];
  const present = named.filter((id) => id !== undefined && id !== null);
  return (
    present.length > 0 && present.every((id) => typeof id === 'string' && id.toLowerCase() === tenant.toLowerCase())
  );
}

/** Hosts of the Bot Framework connector for Teams; a leading dot allows the names below it (teams.md 1.6). */
const TEAMS_HOSTS = ['smba.trafficmanager.net', '.botframework.com', 'teams.microsoft.com', '.teams.microsoft.com'];

function isHostOf(hostname: string, allowed: string): boolean {
  return allowed.startsWith('.') ? hostname.endsWith(allowed) : hostname === allowed;
}

function flawOf(body: unknown, hosts: ServiceHosts): AdmissionCode | null {
  if (!isObject(body)) return 'not-an-object';
  if (!isFilled(body.type)) return 'no-type';
  if (body.channelId !== 'msteams') return 'wrong-channel';
  if (!isFilled(body.serviceUrl)) return 'no-service-url';
  if (!isServiceUrlAllowed(body.serviceUrl, hosts)) return 'service-url-not-allowed';
  if (!isFilled(within(body.conversation, 'id'))) return 'no-conversation';
  if (!isObject(body.from)) return 'no-sender';
  return null;
}

/** Fields that the SDK reads as text or as a list without looking. */
const TEXTS = ['id', 'replyToId', 'name', 'locale', 'text', 'textFormat'];
const LISTS = ['entities', 'attachments', 'membersAdded', 'membersRemoved', 'reactionsAdded', 'reactionsRemoved'];
const OBJECTS = ['channelData', 'recipient'];
/** Who and where: the SDK sends these back with every answer, and fails on a field that is not text or yes and no. */
const ACCOUNTS = ['from', 'recipient', 'conversation'];
/** Times of the sender's clock, which the SDK wants as Dates and nobody here reads; and a way to be answered that is not Teams'. */
const UNREAD = ['timestamp', 'localTimestamp', 'expiration', 'deliveryMode', 'callerId'];

/** A copy without what makes the SDK throw or behave unlike itself. */
function harmless(body: Wire): Activity {
  const activity: Wire = { ...body };
  for (const field of UNREAD) delete activity[field];
  for (const field of TEXTS) if (typeof activity[field] !== 'string') delete activity[field];
  for (const field of OBJECTS) if (!isObject(activity[field])) delete activity[field];
  for (const field of ACCOUNTS) if (isObject(activity[field])) activity[field] = plainFields(activity[field]);
  for (const field of LISTS) {
    const list = activity[field];
    if (Array.isArray(list))
      activity[field] = list.filter(isObject).filter((item) => field !== 'entities' || isWhole(item));
    else delete activity[field];
  }

  // T3: a null value without text crashes teams-ai. T11: a mention without text crashes removeRecipientMention.
  if (activity.value === null) delete activity.value;
  if (activity.type === 'message') activity.text ??= '';
  activity.recipient ??= {};
  return activity as unknown as Activity;
}

function plainFields(account: Wire): Wire {
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'boolean';
  return Object.fromEntries(Object.entries(account).filter(([, value]) => isPlain(value)));
}

/** An entity says what it is; a mention also says who is mentioned, and in which words. */
function isWhole({ type, text, mentioned }: Wire): boolean {
  if (!isFilled(type)) return false;
  return type.toLowerCase() !== 'mention' || (isFilled(text) && isFilled(within(mentioned, 'id')));
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(value: unknown, field: string): unknown {
  return isObject(value) ? value[field] : undefined;
}
