import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A slow machine that others use too is given time; nothing is concluded from how much it takes. */
export const PATIENCE = 60_000;

/** Chromium with nothing but what `npm ci` brings, and without a way off this computer. */
export interface Chromium {
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openChromium(): Promise<Chromium> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-chromium-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await unpackInto(folder);
    const browser = await chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: FLAGS,
      env: { ...process.env, ...homeIn(folder) },
      timeout: PATIENCE,
    });
    return { browser, close: () => browser.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The package unpacks into the temporary folder, where two that run at once would meet; so each is given its own. */
async function unpackInto(folder: string): Promise<void> {
  const packed = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const unpacking = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(join(packed, file)));
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  await Promise.all(unpacking);
}

/** Its fonts, and the libraries that a bare Debian lacks (libnss3, libnspr4, libexpat), come with it. */
function homeIn(folder: string): Record<string, string> {
  return {
    HOME: folder,
    TMPDIR: folder,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  };
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];
