import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from './config.ts';
import { playgroundFile } from './demo/playground.ts';
import { start } from './main.ts';
import { settings } from './settings.ts';

/** `npm run demo`: the bot with a made-up council in a fresh folder, and the Playground beside it. */
const USUAL_PLAYGROUND_PORT = 56150;
/** Whatever `.env` holds, the demo signs in nowhere. */
const NO_CREDENTIALS = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppType: '', MicrosoftAppPassword: '' };
const folder = mkdtempSync(join(tmpdir(), 'homeward-demo-'));
const found = settings({
  ...NO_CREDENTIALS,
  DATA_DIR: folder,
  AUTHORITY_FILE: '',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
});
if ('problems' in found) leave(2, ['The demo cannot start:', ...found.problems].join('\n  '));
const running = await start(found).catch((error: Error) => leave(2, `The demo cannot start: ${error.message}`));

const port = await freePort(found.config.port === 0 ? 0 : USUAL_PLAYGROUND_PORT);
const playground = openPlayground(playgroundFile(found.authority), `${running.url}/api/messages`);
const playgroundGone = once(playground, 'exit');
let stopping: Promise<never> | null = null;
playground.once('exit', () => stop(1, 'The Playground stopped, and the demo with it.'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
await answers(`http://127.0.0.1:${port}/_internal/v1/config`);

console.log(`
  Homeward, demo mode: a made-up council, invented children, this computer only.

  Homeward     ${running.url}
  Playground   http://localhost:${port}   ← open this in a browser

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
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt', 'true'];
  return spawn(process.execPath, [cli, ...words], {
    cwd: folder,
    stdio: 'ignore',
    env: environmentWith({ M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, TEAMSAPPTESTER_BROWSER: 'none' }),
  });
}

/** The port asked for, or any free one. Left to itself the Playground would take another and not tell us which. */
async function freePort(wanted: number): Promise<number> {
  const trial = createServer().listen(wanted);
  try {
    await once(trial, 'listening');
  } catch {
    return freePort(0);
  }
  const address = trial.address();
  trial.close();
  await once(trial, 'close');
  return typeof address === 'object' && address ? address.port : wanted;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300 && !stopping; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop(1, 'The Playground did not start.');
}

/** Stops both, once: Ctrl-C reaches the Playground as well as us, and its end asks for this again. */
function stop(code = 0, because = ''): Promise<never> {
  stopping ??= stopBoth(code, because);
  return stopping;
}

async function stopBoth(code: number, because: string): Promise<never> {
  playground.kill();
  await Promise.all([playgroundGone, running.stop()]);
  leave(code, because);
}

function leave(code: number, because: string): never {
  rmSync(folder, { recursive: true, force: true });
  if (because !== '') console.error(because);
  process.exit(code);
}
