import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { computerClock, dayOf } from '../../src/clock.ts';
import { ayesha } from '../builders/people.ts';
import { startTeamsService, type TeamsService } from '../fakes/teams-service.ts';

interface Letter {
  readonly kind: string;
  readonly passage: { readonly at: string; readonly trouble?: string };
}

const NONE = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppType: '', MicrosoftAppPassword: '' };

/** `node src/main.ts` in demo mode, with a Teams service that takes requests and never answers from now on. */
async function busyWithATeamsThatHangs() {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-stopped-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const teams = await startTeamsService();
  onTestFinished(() => teams.close());
  const settings = { NODE_ENV: '', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, AUTHORITY_FILE: '' };
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: { ...process.env, ...NONE, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const said: string[] = [];
  child.stderr!.on('data', (part) => void said.push(String(part)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const [line] = await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), gone]);
  const url = /http:\/\/\S+/.exec(String(line))?.[0];
  if (!url) throw new Error(`Homeward did not start: ${said.join('')}`);

  await does(url, teams, 'in-1', { type: 'message', text: 'help' });
  teams.next(...Array.from({ length: 50 }, () => ({ never: 'answers' }) as const));
  const before = teams.heard.length;
  const answer = await does(url, teams, 'in-2', aConcern());
  while (teams.heard.length === before) await pause(10);
  return {
    url,
    answer,
    teams,
    said,
    signal: () => child.kill('SIGTERM'),
    exit: async () => (await gone)[0] as number | null,
    kept: () => readFileSync(join(folder, 'cases', 'C-1042.json'), 'utf8'),
  };
}

async function does(url: string, teams: TeamsService, id: string, rest: object): Promise<string> {
  const activity = {
    id,
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: `29:${ayesha.id}`, aadObjectId: ayesha.id },
    recipient: { id: '28:homeward' },
    conversation: { id: 'a:browser', conversationType: 'personal' },
    ...rest,
  };
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })).text();
}

function aConcern() {
  const on = dayOf(computerClock().now());
  const visit = { case: 'C-1042', revision: '1', on, childSeen: 'true', welfare: 'concern', lateReason: 'Late' };
  const action = { type: 'Action.Execute', verb: 'visit.save', data: { ...visit, wishes: 'afraid at night' } };
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

describe('Homeward, asked to stop while Teams hangs', () => {
  it('goes within its time, with all that it acknowledged, and knows of each letter how it fared', async () => {
    const homeward = await busyWithATeamsThatHangs();
    expect(homeward.answer).toContain('Visit saved');
    homeward.signal();
    expect(await homeward.exit()).toBe(0);
    await expect(fetch(`${homeward.url}/readyz`)).rejects.toThrow('fetch failed');
    expect(homeward.kept()).toContain('afraid at night');
    const { letters } = JSON.parse(homeward.kept()) as { letters: Letter[] };
    const raised = letters.filter(({ kind }) => kind === 'concern.raised');
    expect(raised).toHaveLength(1);
    expect(raised[0]!.passage).toMatchObject({ at: 'unknown', trouble: expect.stringContaining('may or may not') });
    expect(homeward.teams.heard.filter(({ body }) => JSON.stringify(body).includes('Concern about'))).toHaveLength(1);
    expect(homeward.said.join('')).not.toContain('letter-not-marked');
  }, 60_000);

  it('goes at once when it is asked twice', async () => {
    const homeward = await busyWithATeamsThatHangs();
    homeward.signal();
    while (
      await fetch(`${homeward.url}/healthz`).then(
        () => true,
        () => false,
      )
    )
      await pause(5);
    homeward.signal();
    expect(await homeward.exit()).toBe(1);
    expect(homeward.kept()).toContain('afraid at night');
  }, 60_000);
});
