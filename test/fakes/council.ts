import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthority } from '../../src/authority/form.ts';
import type { Authority } from '../../src/authority/model.ts';
import { dayOf, type Instant, momentOf, plusMilliseconds, plusMinutes } from '../../src/clock.ts';
import { localDate, plusDays } from '../../src/local-date.ts';
import { type Running, start } from '../../src/main.ts';
import { HomewardAdapter } from '../../src/teams/adapter.ts';
import type { Alarm } from '../../src/teams/post/sending.ts';
import { BOT, type KeyServer, MadeUpCredentials, startKeyServer, TENANT } from './key-server.ts';
import { startTeamsService, type TeamsService } from './teams-service.ts';

type Wire = Record<string, unknown>;

/** A card as a person sees it: its words, its buttons, and what they carry. */
export class Seen {
  readonly card: Wire;
  constructor(card: Wire) {
    this.card = card;
  }

  /** Every word a person can read on it. */
  get words(): string {
    return this.#parts()
      .flatMap(({ text, title, value, label }) => [text, title, value, label])
      .filter((part) => typeof part === 'string')
      .join('\n');
  }

  get buttons(): readonly string[] {
    return this.#actions().map(({ title }) => String(title));
  }

  /** What it sends: its verb and data, and what was typed beside it unless it says otherwise, as in Teams. */
  button(title: string): { verb: string; data: Wire; sendsInputs: boolean } {
    const found = this.#actions().find((action) => action.title === title);
    if (!found) throw new Error(`No button “${title}”. There are: ${this.buttons.join(', ')}.\n${this.words}`);
    const sendsInputs = found.associatedInputs !== 'none';
    return { verb: String(found.verb), data: (found.data ?? {}) as Wire, sendsInputs };
  }

  /** What every input holds before anybody types. */
  get inputs(): Wire {
    return Object.fromEntries(
      this.#parts()
        .filter(({ type }) => String(type).startsWith('Input.'))
        .map(({ id, value }) => [String(id), value ?? '']),
    );
  }

  #actions(): Wire[] {
    return this.#parts().filter(({ type }) => String(type).startsWith('Action.'));
  }

  #parts(): Wire[] {
    return walk(this.card);
  }
}

/** A person at Teams: everything they do comes in by the front door with a signed token. */
export interface AtTeams {
  readonly id: string;
  readonly chat: string;
  says(text: string, conversation?: string): Promise<Seen>;
  presses(seen: Seen, button: string, typed?: Wire, conversation?: string): Promise<Seen>;
  /** A press of no card that we drew: any verb, any data. */
  forges(verb: unknown, data: unknown, conversation?: string): Promise<Seen>;
  /** What Homeward wrote to them, newest last. */
  inbox(): readonly Seen[];
  /** Every word of it. */
  read(): string;
  last(): Seen;
  installs(): Promise<void>;
}

export interface Council {
  readonly authority: Authority;
  readonly running: Running;
  readonly teams: TeamsService;
  readonly logged: readonly object[];
  person(name: string): AtTeams;
  /** Moves the clock to 09:30 (or another time) of a day and lets it tick. */
  until(day: string, time?: string): Promise<void>;
  /** Moves the clock and lets nothing tick: what a bot is like whose ticks have stopped. */
  setClock(day: string, time: string): void;
  /** Lives through every day up to this one, weekends too, ticking at 09:30. */
  through(day: string): Promise<void>;
  /** Lets so many minutes pass, and ticks. */
  later(minutes: number): Promise<void>;
  /** Everybody on the register installs Homeward. */
  everybodyInstalls(): Promise<void>;
  /** The files of the cases and disputes, byte for byte: what is kept, and what is not. */
  kept(): Readonly<Record<string, string>>;
  /** Every byte of every file, of whatever kind. */
  everyFile(): string;
  readonly folder: string;
  channel(name: string): readonly Seen[];
  post(activity: Wire): Promise<{ status: number; body: unknown }>;
  activity(person: string, rest: Wire): Wire;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface CouncilSettings {
  /** Another council than the sample one. */
  readonly authority?: (sample: Authority) => Authority;
  /** How long Teams may take to answer us. */
  readonly timeoutMs?: number;
  readonly publicUrl?: string;
}

/** How long the pace of Teams makes the next message of one conversation wait. */
const PACE_MS = 2_000;

/** The sample council, running on this computer behind real restify, the real adapter and real tokens. */
export async function openCouncil(today: string, settings: CouncilSettings = {}): Promise<Council> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-council-'));
  const keys = await startKeyServer();
  const teams = await startTeamsService();
  const authority = (settings.authority ?? ((sample) => sample))(sampleCouncil());
  const clock = settableClock(momentOf(localDate(today), '09:30'));
  const alarms = handAlarms();
  const logged: object[] = [];
  const log = (line: object) => void logged.push(line);
  const begin = () =>
    begun({
      folder,
      keys,
      council: authority,
      clock,
      alarm: alarms,
      log,
      timeoutMs: settings.timeoutMs ?? 10_000,
      publicUrl: settings.publicUrl || null,
    });
  let running = await begin();
  let lastId = 0;
  /** Ticks, and lives through the seconds that the pace of Teams asks for: nobody else's time passes meanwhile. */
  const tick = async () => {
    await running.tick();
    for (let next = alarms.next(); next && next <= plusMilliseconds(clock.now(), PACE_MS); next = alarms.next()) {
      if (next > clock.now()) clock.set(next);
      alarms.ring(next);
      await running.tick();
    }
  };

  const activity = (id: string, rest: Wire): Wire => ({
    id: `in-${++lastId}`,
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: teamsIdOf(id), aadObjectId: id },
    recipient: { id: `28:${BOT.appId}` },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...rest,
  });
  const post = async (body: Wire) => {
    const headers = { 'content-type': 'application/json', authorization: await keys.sign(teams.url) };
    const answer = await fetch(`${running.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
  const placed = (conversation?: string): Wire =>
    conversation ? { conversation: { id: conversation, conversationType: 'channel', tenantId: TENANT } } : {};

  const until = async (day: string, time = '09:30') => {
    clock.set(momentOf(localDate(day), time));
    await tick();
  };
  const invoke = async (id: string, action: Wire, conversation?: string) => {
    const value = { action: { type: 'Action.Execute', ...action }, trigger: 'manual' };
    const { body } = await post(
      activity(id, { type: 'invoke', name: 'adaptiveCard/action', value, ...placed(conversation) }),
    );
    await tick();
    return new Seen((body as { value: Wire }).value);
  };
  const person = (name: string): AtTeams => {
    const { id } = [...authority.register.values()].find((one) => one.name === name)!;
    const chat = `a:${id}`;
    const inbox = () => teams.sent(chat).map(({ card }) => new Seen(card!));
    return {
      id,
      chat,
      async says(text, conversation) {
        const before = teams.sent(conversation ?? chat).length;
        await post(activity(id, { type: 'message', text, ...placed(conversation) }));
        return new Seen(teams.sent(conversation ?? chat).slice(before)[0]!.card!);
      },
      presses(seen, button, typed = {}, conversation) {
        const { verb, data, sendsInputs } = seen.button(button);
        const sent = sendsInputs ? { ...seen.inputs, ...data, ...typed } : data;
        return invoke(id, { verb, data: sent }, conversation);
      },
      forges: (verb, data, conversation) => invoke(id, { verb, data }, conversation),
      inbox,
      read: () =>
        inbox()
          .map(({ words }) => words)
          .join('\n'),
      last: () => inbox().at(-1)!,
      async installs() {
        await post(activity(id, { type: 'installationUpdate', action: 'add' }));
      },
    };
  };

  return {
    authority,
    get running() {
      return running;
    },
    teams,
    logged,
    post,
    activity,
    person,
    until,
    setClock: (day, time) => clock.set(momentOf(localDate(day), time)),
    async through(day) {
      for (let next = plusDays(dayOf(clock.now()), 1); next <= day; next = plusDays(next, 1)) await until(next);
    },
    async later(minutes) {
      clock.set(plusMinutes(clock.now(), minutes));
      await tick();
    },
    async everybodyInstalls() {
      for (const { name } of authority.register.values()) await person(name).installs();
    },
    kept: () => recordFiles(folder),
    everyFile: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
        .join('\n'),
    folder,
    channel: (name) =>
      teams
        .sent()
        .filter(({ conversation }) => conversation.startsWith(authority.channels.get(name)!.id))
        .map(({ card }) => new Seen(card!)),
    async restart() {
      await running.stop();
      alarms.forget();
      running = await begin();
    },
    async close() {
      await running.stop();
      await teams.close();
      await keys.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Beginning {
  readonly folder: string;
  readonly keys: KeyServer;
  readonly council: Authority;
  readonly clock: ReturnType<typeof settableClock>;
  readonly alarm: Alarm;
  readonly log: (line: object) => void;
  readonly timeoutMs: number;
  readonly publicUrl: string | null;
}

function begun({ folder, keys, council: authority, log, timeoutMs, publicUrl, ...time }: Beginning): Promise<Running> {
  const adapter = new HomewardAdapter({
    bot: BOT,
    log,
    serviceHosts: 'loopback',
    credentials: new MadeUpCredentials(),
    endpoints: keys.endpoints,
    timeoutMs,
  });
  const config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl,
    folder,
    authorityFile: null,
    logLevel: 'info',
    bot: BOT,
  } as const;
  return start({ config, authority, log, adapter, ...time });
}

/** What Teams calls a person: nobody can tell from it who that is. */
export function teamsIdOf(person: string): string {
  return `29:${createHash('sha256').update(person).digest('base64url')}`;
}

function recordFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.name.endsWith('.json') && /(cases|disputes)$/.test(entry.parentPath),
  );
  return Object.fromEntries(files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]));
}

function sampleCouncil(): Authority {
  const file = { ...JSON.parse(readFileSync('src/demo/authority.json', 'utf8')), tenant: TENANT };
  const read = readAuthority(JSON.stringify(file));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.authority;
}

function settableClock(from: Instant) {
  let now = from;
  return {
    now: () => now,
    set(moment: Instant) {
      now = moment;
    },
  };
}

/** Alarms that ring when they are told to. */
function handAlarms() {
  const set: { readonly at: Instant; readonly run: () => void }[] = [];
  return {
    at: (at: Instant, run: () => void) => void set.push({ at, run }),
    next: () => set.map(({ at }) => at).sort()[0],
    ring(moment: Instant) {
      for (const each of set.splice(0)) {
        if (each.at > moment) set.push(each);
        else each.run();
      }
    },
    forget: () => void set.splice(0),
  };
}

function walk(part: unknown): Wire[] {
  if (Array.isArray(part)) return part.flatMap(walk);
  if (typeof part !== 'object' || part === null) return [];
  // Nobody sees what a button carries, nor what Teams may fetch.
  const seen = Object.entries(part).filter(([key]) => key !== 'data' && key !== 'refresh');
  return [part as Wire, ...seen.flatMap(([, value]) => walk(value))];
}
