import { closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';

/** One record's file, as lowdb reads and writes it: whole or not at all, and on the disk before `write` ends. */
export class RecordFile implements Adapter<unknown> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Reads without letting others run: only the start reads files, and ten thousand of them wait in one row. */
  async read(): Promise<unknown> {
    // Strict about bytes, so that a damaged letter is found here and not kept as a question mark.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(this.#file)));
  }

  async write(content: unknown): Promise<void> {
    const text = JSON.stringify(content, null, 2);
    // write-file-atomic 8 writes with one system call and does not look how much of it the disk took: on a full disk it
    // would put half a record in the place of a whole one. So we fill its file, and it syncs and renames.
    await writeFileAtomic(this.#file, null, {
      mode: 0o600,
      tmpfileCreated: (temporary) => writeFile(temporary, text),
    });
    await syncFolder(dirname(this.#file));
  }
}

/** A rename is on the disk only once its folder is. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** The same for a folder that was just made, at the start. */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
