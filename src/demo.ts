import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from './config.ts';
import { playgroundFile } from './demo/playground.ts';
import { start } from './main.ts';
import { settings } from './settings.ts';

/** `npm run demo`: the bot with a made-up council in a fresh folder, and the Playground beside it. */
const PLAYGROUND_PORT = 56150;
/** Whatever `.env` holds, the demo signs in nowhere. */
const NO_CREDENTIALS = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppType: '', MicrosoftAppPassword: '' };
const folder = mkdtempSync(join(tmpdir(), 'homeward-demo-'));
const found = settings({
  ...NO_CREDENTIALS,
  DATA_DIR: folder,
  AUTHORITY_FILE: '',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
});
if ('problems' in found) throw new Error(found.problems.join('\n'));
const running = await start(found);

const playground = openPlayground(playgroundFile(found.authority), `${running.url}/api/messages`);
playground.once('exit', () => stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
await answers(`http://127.0.0.1:${PLAYGROUND_PORT}/_internal/v1/config`);

console.log(`
  Homeward, demo mode: a made-up council, invented children, this computer only.

  Homeward     ${running.url}
  Playground   http://localhost:${PLAYGROUND_PORT}   ← open this in a browser

  Three things to try in its Personal Chat:
    deadlines                  what is late, due today and due soon; press Log visit
    act as Olu Bankole         be an IRO; then type: raise dispute
    clock +5 working days      let time pass; see who is reminded and what climbs

  Ctrl-C stops both.
`);

function openPlayground(file: string, endpoint: string): ChildProcess {
  const config = join(folder, 'playground.yml');
  writeFileSync(config, file);
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(PLAYGROUND_PORT), '--dt', 'true'];
  return spawn(process.execPath, [cli, ...words], {
    cwd: folder,
    stdio: 'ignore',
    env: environmentWith({ M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, TEAMSAPPTESTER_BROWSER: 'none' }),
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  console.error(`The Playground did not start. Is port ${PLAYGROUND_PORT} in use by another program?`);
  await stop(1);
}

async function stop(code = 0): Promise<never> {
  playground.kill();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
