import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { done, type Outcome, refuse } from '../src/refusal.ts';
import { type Manifest, type Pictures, problemsOf } from './rules.ts';

/** The Teams app package, ready to be written. */
export interface AppPackage {
  readonly manifest: Manifest;
  /** What is in it, all at the root, where Teams looks. */
  readonly names: readonly string[];
  readonly zip: Uint8Array;
}

/** No bot has this id: for looking at the package, not for uploading it. */
export const DEMO_ID = '00000000-0000-0000-0000-000000000001';

/** The manifest with the bot's id and our version in their places. */
export function filledIn(template: string, botId: string, version: string): unknown {
  return JSON.parse(template.replaceAll('${{MicrosoftAppId}}', botId).replaceAll('${{version}}', version));
}

/** The id of the bot as the environment has it, or what to do. */
export function readBotId(text: string): Outcome<string> {
  const id = text.trim().toLowerCase();
  if (id === '') {
    return refuse('MicrosoftAppId is not set: set it to the application id of the bot, or try --demo.');
  }
  // A value of the wrong shape may be a secret pasted into the wrong line: it is not repeated.
  if (!GUID.test(id)) {
    return refuse(`MicrosoftAppId has ${id.length} characters that are not an id: copy the application id of the bot.`);
  }
  if (NOBODY.test(id)) return refuse(`MicrosoftAppId is ${id}, which no bot has: copy the application id of the bot.`);
  return done(id);
}

/** Puts the package together from this folder, or says everything that is wrong with it. */
export function packageFor(botId: string): Outcome<AppPackage> {
  const { version } = JSON.parse(read('../package.json').toString());
  const manifest = filledIn(read('manifest.json').toString(), botId, version);
  const pictures = { 'color.png': read('color.png'), 'outline.png': read('outline.png') };
  const problems = problemsOf(manifest, pictures);
  if (problems.length > 0) return refuse(problems.join('\n'));
  return done(zipped(manifest as Manifest, pictures));
}

function zipped(manifest: Manifest, pictures: Pictures): AppPackage {
  const entries = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...pictures };
  return { manifest, names: Object.keys(entries), zip: zipSync(entries, { mtime: SAME_MOMENT }) };
}

function read(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, name));
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NOBODY = /^[0-]*[01]$/;

/** Local time, as zip files have it: the same manifest gives the same bytes on every day and computer. */
const SAME_MOMENT = '2000-01-01T12:00:00';
