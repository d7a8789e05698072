import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A real process of its own that talks in lines. */
export interface Other {
  readonly pid: number;
  /** The next line it says, or undefined when it has gone. */
  hears(): Promise<string | undefined>;
  say(line: string): void;
  /** Ends it the hard way and waits until it has gone. */
  kill(): Promise<void>;
  /** The lines it said that nobody has heard yet, once it has gone. */
  rest(): Promise<readonly string[]>;
}

export function startOther(script: string, ...args: string[]): Other {
  return other(spawn(process.execPath, [`test/store/${script}`, ...args]));
}

/** The same, where no file may grow beyond so many kilobytes: to a program it looks like a full disk. */
export function startCramped(kilobytes: number, script: string, ...args: string[]): Other {
  const command = `ulimit -f ${kilobytes}; exec "$@"`;
  return other(spawn('bash', ['-c', command, 'bash', process.execPath, `test/store/${script}`, ...args]));
}

function other(child: ChildProcessWithoutNullStreams): Other {
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stderr.pipe(process.stderr);
  child.stdin.on('error', () => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return {
    pid: child.pid!,
    hears: async () => (await lines.next()).value,
    say: (line) => void child.stdin.write(`${line}\n`),
    kill,
    rest: () => Array.fromAsync({ [Symbol.asyncIterator]: () => lines }),
  };
}
