import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run demo`, running by itself on ports of its own. */
export interface Demo {
  readonly homeward: string;
  readonly playground: string;
  /** The folder that it takes for the computer's temporary one. */
  readonly folder: string;
  printed(): string;
  complained(): string;
  /** Ctrl-C, as a terminal sends it: to everything that was started. Ends when all of it has. */
  ctrlC(): Promise<void>;
  /** For the end of a test, however it went. */
  close(): Promise<void>;
}

/** Should this process be killed, its end of the pipe closes, and everything that was started goes with it. */
const WATCHED = '{ trap "" INT; cat <&3; kill -KILL 0; } >/dev/null 2>&1 & exec npm run demo 3>&-';

export async function runDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-browser-'));
  const env = { ...process.env, NODE_ENV: '', NODE_OPTIONS: '', PORT: '0', TMPDIR: folder };
  const child = spawn('bash', ['-c', WATCHED], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const gone = Promise.all([once(child, 'exit'), once(child.stdout!, 'close'), once(child.stderr!, 'close')]);
  void gone.then(() => child.stdio[3]!.destroy());
  const printed = gather(child, 'stdout');
  const complained = gather(child, 'stderr');
  const close = async () => {
    signal(child, 'SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const [homeward, playground] = await addresses(child, printed, gone).catch(async (error: unknown) => {
    await close();
    throw new Error(`${error}\n${printed()}\n${complained()}`);
  });
  return {
    homeward: homeward!,
    playground: playground!,
    folder,
    printed,
    complained,
    async ctrlC() {
      signal(child, 'SIGINT');
      await gone;
    },
    close,
  };
}

function gather(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]!.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return () => text;
}

/** Waits until the demo says that it can be stopped, which is the last thing it says. */
async function addresses(child: ChildProcess, printed: () => string, gone: Promise<unknown>) {
  const ended = gone.then(() => {
    throw new Error('The demo ended before it had started');
  });
  while (!printed().includes('Ctrl-C')) await Promise.race([once(child.stdout!, 'data'), ended]);
  ended.catch(() => {});
  return printed().match(/http:\/\/\S+/g) ?? [];
}

/** The program leads a process group of its own, so that a signal reaches all that it started, as from a terminal. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, name);
  } catch {
    // It has gone already.
  }
}
