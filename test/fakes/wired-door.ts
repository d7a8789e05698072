import type { TurnContext } from 'botbuilder';
import { HomewardAdapter, type Turn } from '../../src/teams/adapter.ts';
import { type Door, openDoor } from '../../src/teams/door.ts';
import type { Pages, Readiness } from '../../src/teams/pages.ts';
import { startTeamsService, type TeamsService } from './teams-service.ts';

type Wire = Record<string, unknown>;

/** The real door of a demo, with a Teams service behind it: what goes in, what comes out, what is logged. */
export interface Wired {
  readonly door: Door;
  readonly teams: TeamsService;
  readonly logged: readonly object[];
  /** Posts an activity, or a body as it stands. */
  knock(body: string | Wire, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  message(): Wire;
  press(): Wire;
  activity(rest: Wire): Wire;
  close(): Promise<void>;
}

export interface Wiring {
  readonly pages?: Partial<Pages>;
  readonly drainMs?: number;
}

export const well: Readiness = { ready: true, problems: [], detail: { outbox: 'empty' } };

/** Pages with nothing on them. */
export const blank: Pages = {
  health: async () => well,
  metrics: async () => ({ type: 'text/plain', text: '' }),
  calendar: async () => null,
};

export async function wire(turn: Turn, { pages = {}, drainMs = 5000 }: Wiring = {}): Promise<Wired> {
  const teams = await startTeamsService();
  const logged: object[] = [];
  const log = (line: object) => void logged.push(line);
  const adapter = new HomewardAdapter({ bot: null, log });
  const door = await openDoor({ host: '127.0.0.1', port: 0, adapter, log, drainMs }, turn, { ...blank, ...pages });

  const whole = {
    id: '1',
    channelId: 'msteams',
    serviceUrl: teams.url,
    conversation: { id: 'a:1' },
    from: { id: '29:1' },
  };
  const activity = (rest: Wire) => ({ ...whole, ...rest });
  return {
    door,
    teams,
    logged,
    activity,
    message: () => activity({ type: 'message', text: 'hello' }),
    press: () =>
      activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'dispute.respond' } } }),
    async knock(body, headers) {
      const answer = await fetch(`${door.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    },
    async close() {
      await door.close();
      await teams.close();
    },
  };
}

/** What a turn does to answer a pressed button. */
export async function answerWith(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}
