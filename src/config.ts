import { existsSync } from 'node:fs';

/** Everything that Homeward reads from the environment, once, here and nowhere else. `.env.example` explains each. */
export const VARIABLES = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATA_DIR',
  'AUTHORITY_FILE',
  'DATABASE_URL',
  'LOG_LEVEL',
  'NODE_ENV',
  'MicrosoftAppId',
  'MicrosoftAppTenantId',
  'MicrosoftAppType',
  'MicrosoftAppPassword',
] as const;

type Variable = (typeof VARIABLES)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ['error', 'warn', 'info'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** How Homeward proves to Microsoft who it is. */
export type Bot = { readonly appId: string; readonly tenant: string } & (
  | { readonly kind: 'SingleTenant'; readonly password: string }
  | { readonly kind: 'UserAssignedMSI' }
);

export interface Config {
  readonly host: string;
  /** 0 lets the computer choose a free port. */
  readonly port: number;
  /** Where people's own programs reach Homeward, without a slash at the end; null while nobody has said. */
  readonly publicUrl: string | null;
  readonly folder: string;
  readonly authorityFile: string | null;
  readonly logLevel: LogLevel;
  /** Null in demo mode. */
  readonly bot: Bot | null;
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The configuration of this process, with `.env` read where there is one; the demo sets some of it itself. */
export function config(instead: Environment = {}): ConfigReading {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(environmentWith(instead));
}

/** The environment of this process with some variables set otherwise, for a program that is started beside it. */
export function environmentWith(instead: Environment): Environment {
  return { ...process.env, ...instead };
}

/** The configuration, or every problem at once. A variable that is set to nothing counts as not set. */
export function readConfig(env: Environment): ConfigReading {
  const set: Read = (name) => env[name]?.trim() || null;
  const problems: string[] = [];
  const problem: Report = (name, says) => problems.push(`${name} ${says} (.env.example explains ${name})`);

  const demo = CREDENTIALS.every((name) => set(name) === null);
  const bot = demo ? null : readBot(set, problem);
  const host = set('HOST') ?? (demo ? '127.0.0.1' : '0.0.0.0');
  const port = readPort(set('PORT') ?? '3978', problem);
  const publicUrl = readPublicUrl(set('PUBLIC_URL'), problem);
  const logLevel = readLogLevel(set('LOG_LEVEL') ?? 'info', problem);

  if (set('DATABASE_URL') !== null) {
    problem('DATABASE_URL', 'is set, but PostgreSQL comes later: leave it out, and records are kept in DATA_DIR');
  }
  if (demo) checkDemo(host, set('NODE_ENV'), problem);

  if (problems.length > 0) return { ok: false, problems };
  const folder = set('DATA_DIR') ?? './data';
  return {
    ok: true,
    config: Object.freeze({ host, port, publicUrl, folder, authorityFile: set('AUTHORITY_FILE'), logLevel, bot }),
  };
}

/** Whether the address can be reached from this computer only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

type Read = (name: Variable) => string | null;
type Report = (name: Variable, says: string) => void;

const CREDENTIALS = ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppType', 'MicrosoftAppPassword'] as const;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Without credentials anybody who can reach the door is believed: so nobody else may reach it. */
function checkDemo(host: string, nodeEnv: string | null, problem: Report): void {
  if (!isLoopback(host)) {
    problem('HOST', `is "${host}", but without bot credentials Homeward listens on 127.0.0.1 only`);
  }
  if (nodeEnv === 'production') {
    problem(
      'NODE_ENV',
      'is "production", but without bot credentials Homeward is a demo: set the MicrosoftApp… variables',
    );
  }
}

function readBot(set: Read, problem: Report): Bot | null {
  const appId = readGuid('MicrosoftAppId', set, problem);
  const tenant = readGuid('MicrosoftAppTenantId', set, problem);
  const type = set('MicrosoftAppType');
  const password = set('MicrosoftAppPassword');

  switch (type?.toLowerCase()) {
    case 'singletenant':
      if (password === null) {
        problem('MicrosoftAppPassword', 'is not set, but a SingleTenant bot signs in with it');
        return null;
      }
      return appId && tenant ? Object.freeze({ kind: 'SingleTenant', appId, tenant, password }) : null;
    case 'userassignedmsi':
      if (password !== null) {
        problem('MicrosoftAppPassword', 'is set, but a UserAssignedMSI bot has none: take it out');
        return null;
      }
      return appId && tenant ? Object.freeze({ kind: 'UserAssignedMSI', appId, tenant }) : null;
    default:
      problem(
        'MicrosoftAppType',
        type === null
          ? 'is not set, but other bot credentials are: it must be SingleTenant or UserAssignedMSI'
          : `is "${type}": it must be SingleTenant or UserAssignedMSI`,
      );
      return null;
  }
}

function readGuid(name: 'MicrosoftAppId' | 'MicrosoftAppTenantId', set: Read, problem: Report): string | null {
  const text = set(name);
  if (text !== null && GUID.test(text)) return text.toLowerCase();
  if (text === null)
    problem(name, 'is not set, but other bot credentials are: set all that the type of bot needs, or none');
  // A value of the wrong shape may be a secret pasted into the wrong line: it is not repeated.
  else problem(name, `has ${text.length} characters that are not an id like 00000000-0000-0000-0000-000000000000`);
  return null;
}

function readPort(text: string, problem: Report): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  problem('PORT', `is "${text}": it must be a whole number from 0 to 65535`);
  return 0;
}

/** Secrets of calendar links travel on it, so it is https; only this computer may be reached without. */
function readPublicUrl(text: string | null, problem: Report): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url && isSafe && !url.search && !url.hash && !url.username) return url.href.replace(/\/+$/, '');
  problem('PUBLIC_URL', `is "${text}": it must be an address like https://homeward.example.gov.uk`);
  return null;
}

function readLogLevel(text: string, problem: Report): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level) return level;
  problem('LOG_LEVEL', `is "${text}": it must be ${LOG_LEVELS.join(', ')}`);
  return 'info';
}
