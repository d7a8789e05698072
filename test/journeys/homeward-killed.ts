import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import type { Kept } from '../../src/record.ts';
import type { TeamsService } from '../fakes/teams-service.ts';

type Wire = Record<string, unknown>;

/** Homeward as a process of its own. */
export interface Life {
  /** Where it listens; null when it was killed before it did. */
  readonly url: Promise<string | null>;
  /** Ends it the hard way. True when it was our signal that ended it. */
  kill(): Promise<boolean>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<number | null>;
}

const NOBODY_S = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppType: '', MicrosoftAppPassword: '' };

/** `npm start` in demo mode, without npm, on a computer whose clock stands at a moment. */
export function startHomeward(folder: string, at: string): Life {
  const ahead = Date.parse(at) - Date.now();
  const clock = `data:text/javascript,${encodeURIComponent(`const { now } = Date; Date.now = () => now() + ${ahead};`)}`;
  const env = {
    ...process.env,
    ...NOBODY_S,
    NODE_OPTIONS: `--import=${clock}`,
    NODE_ENV: '',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    AUTHORITY_FILE: '',
    PUBLIC_URL: '',
  };
  const command = ['--import', './src/quick-start.ts', 'src/main.ts'];
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const complaints: string[] = [];
  child.stderr.on('data', (part) => void complaints.push(String(part)));
  const listens = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const url = Promise.race([listens, gone]).then((said) => {
    if (typeof said !== 'string' && said[1] === 'SIGKILL') return null;
    const found = /http:\/\/\S+/.exec(String(said))?.[0];
    if (!found) throw new Error(`Homeward did not start: ${complaints.join('')}`);
    return found;
  });
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      return (await gone)[1] === 'SIGKILL';
    },
    async stop() {
      child.kill('SIGTERM');
      return (await gone)[0];
    },
  };
}

/** What a file of DATA_DIR holds. */
export interface Holding {
  readonly record: Kept;
  readonly letters: readonly KeptLetter[];
}

const KINDS = ['cases', 'disputes', 'diaries', 'contacts'];

/** Every record by its file. A file that is cut off is no JSON, and throws. */
export function recordsIn(folder: string): ReadonlyMap<string, Holding> {
  const kept = readdirSync(folder).filter((name) => KINDS.includes(name) || name === 'diarys');
  const files = kept.flatMap((kind) => readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`));
  const records = files.filter((file) => file.endsWith('.json'));
  return new Map(records.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Holding]));
}

export function lettersIn(records: ReadonlyMap<string, Holding>): readonly KeptLetter[] {
  return [...records.values()].flatMap(({ letters }) => letters);
}

/** A card: its words, and what pressing a button of it sends. */
export interface Card {
  readonly words: string;
  sends(title: string, filled: Wire): Press;
}

export interface Press {
  readonly verb: string;
  readonly data: Wire;
}

/** People at Teams. What they do is answered with a card; or with null, when Homeward has gone. */
export function atTeams(teams: TeamsService) {
  let last = 0;
  async function posted(url: string, by: Person, id: string, rest: Wire): Promise<Wire | null> {
    const activity = {
      id,
      channelId: 'msteams',
      serviceUrl: teams.url,
      from: { id: `29:${by.id}`, aadObjectId: by.id },
      recipient: { id: '28:homeward' },
      conversation: { id: 'a:browser', conversationType: 'personal' },
      ...rest,
    };
    const headers = { 'content-type': 'application/json' };
    const sent = fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    const text = await sent.then((answer) => answer.text()).catch(() => null);
    return text === null ? null : text === '' ? {} : JSON.parse(text);
  }
  return {
    async says(url: string, by: Person, text: string): Promise<Card | null> {
      const id = `in-${++last}`;
      const answered = await posted(url, by, id, { type: 'message', text });
      const reply = teams.heard.findLast(({ body }) => body.replyToId === id)?.body as { attachments?: Wire[] };
      return answered && reply ? cardOf(reply.attachments![0]!.content as Wire) : null;
    },
    async presses(url: string, by: Person, { verb, data }: Press): Promise<Card | null> {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const press = { type: 'invoke', name: 'adaptiveCard/action', value };
      const answered = await posted(url, by, `in-${++last}`, press);
      return answered && cardOf(answered.value as Wire);
    },
  };
}

export type AtTeams = ReturnType<typeof atTeams>;

function cardOf(card: Wire): Card {
  const parts = partsOf(card);
  const inputs = Object.fromEntries(
    parts.filter(({ type }) => String(type).startsWith('Input.')).map(({ id, value }) => [String(id), value ?? '']),
  );
  const buttons = parts.filter(({ type }) => type === 'Action.Execute');
  const words = parts
    .flatMap(({ text, title, value, label }) => [text, title, value, label])
    .filter((part) => typeof part === 'string')
    .join('\n');
  return {
    words,
    sends(title, filled) {
      const button = buttons.find((one) => one.title === title);
      if (!button) throw new Error(`No button “${title}” on:\n${words}`);
      return { verb: String(button.verb), data: { ...inputs, ...(button.data as Wire), ...filled } };
    },
  };
}

function partsOf(part: unknown): readonly Wire[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Wire, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}
