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

const KILLS = 15;

interface Letter {
  readonly key: string;
  readonly kind: string;
  readonly passage: { readonly at: string };
}

/** `node src/main.ts` in demo mode, on a port and in a folder of its own. */
async function startHomeward(folder: string) {
  const none = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppType: '', MicrosoftAppPassword: '' };
  const env = {
    ...process.env,
    ...none,
    NODE_ENV: '',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    AUTHORITY_FILE: '',
  };
  const running: ChildProcess = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(running, 'exit');
  const complaints: string[] = [];
  running.stderr!.on('data', (part) => void complaints.push(String(part)));
  const kill = async () => {
    running.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  const [said] = await Promise.race([once(createInterface({ input: running.stdout! }), 'line'), gone]);
  const url = /http:\/\/\S+/.exec(String(said))?.[0];
  if (!url) throw new Error(`Homeward did not start: ${complaints.join('')}`);
  return { url, kill };
}

/** Ayesha at the browser of the demo: what she does is acknowledged, or Homeward has gone. */
function atBrowser(teams: TeamsService) {
  let last = 0;
  return async (url: string, rest: object): Promise<string | null> => {
    const activity = {
      id: `in-${++last}`,
      channelId: 'msteams',
      serviceUrl: teams.url,
      from: { id: `29:${ayesha.id}`, aadObjectId: ayesha.id },
      recipient: { id: '28:homeward' },
      conversation: { id: 'a:browser', conversationType: 'personal' },
      ...rest,
    };
    const headers = { 'content-type': 'application/json' };
    const sent = fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    return sent.then(
      (answer) => answer.text(),
      () => null,
    );
  };
}

function aConcern(words: string) {
  const on = dayOf(computerClock().now());
  const visit = { case: 'C-1042', revision: '1', on, childSeen: 'true', welfare: 'concern', lateReason: 'Late' };
  const action = { type: 'Action.Execute', verb: 'visit.save', data: { ...visit, wishes: words } };
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

describe('Homeward, killed while it works', () => {
  it(`keeps every visit it acknowledged, and its letters, ${KILLS} times over`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'homeward-killed-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const teams = await startTeamsService();
    onTestFinished(() => teams.close());
    const does = atBrowser(teams);
    const acknowledged: string[] = [];
    const kept = () => readFileSync(join(folder, 'cases', 'C-1042.json'), 'utf8');
    const letters = () =>
      (JSON.parse(kept()) as { letters: Letter[] }).letters.filter(({ kind }) => kind === 'concern.raised');

    for (let round = 0; round < KILLS; round += 1) {
      const homeward = await startHomeward(folder);
      expect(acknowledged.filter((words) => !kept().includes(words))).toEqual([]);
      await does(homeward.url, { type: 'message', text: 'help' });
      let isKilled = false;
      const presses = Array.from({ length: 3 }, async (_, hand) => {
        for (let press = 0; !isKilled; press += 1) {
          const words = `visit-${round}-${hand}-${press}-x`;
          const answer = await does(homeward.url, aConcern(words));
          if (answer?.includes('Visit saved')) acknowledged.push(words);
        }
      });
      const enough = acknowledged.length + 3 + (round % 4);
      while (acknowledged.length < enough) await pause(2);
      await pause(round % 5);
      await homeward.kill();
      isKilled = true;
      await Promise.all(presses);
    }

    const homeward = await startHomeward(folder);
    expect(acknowledged.length).toBeGreaterThan(KILLS * 3);
    expect(acknowledged.filter((words) => !kept().includes(words))).toEqual([]);
    expect(letters().length).toBeGreaterThanOrEqual(acknowledged.length);
    expect(new Set(letters().map(({ key }) => key)).size).toBe(letters().length);
    const cases = await does(homeward.url, { type: 'message', text: 'case C-1042' });
    expect(cases).not.toBeNull();

    for (let tries = 0; tries < 200 && letters().some(({ passage }) => passage.at === 'unsent'); tries += 1) {
      await pause(50);
    }
    expect(letters().filter(({ passage }) => passage.at !== 'sent')).toEqual([]);
    const posted = teams.sent('a:browser').map(({ card }) => JSON.stringify(card));
    const times = acknowledged.map((words) => posted.filter((text) => text.includes(words)).length);
    expect(times.filter((count) => count === 0)).toEqual([]);
    // A kill between sending and writing that down leaves one letter that is sent once more; nothing else may repeat.
    expect(posted.filter((text) => text.includes('Concern about')).length).toBeLessThanOrEqual(
      letters().length + KILLS,
    );
    await homeward.kill();
  }, 180_000);
});
