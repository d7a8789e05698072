import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that goes when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file in a folder with its bytes, to see that nobody touched them. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'latin1')]));
}

/** Closes a store when the test is over. */
export function closing<S extends { close(): Promise<void> }>(store: S): S {
  onTestFinished(() => store.close());
  return store;
}
