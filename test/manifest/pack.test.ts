import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { DEMO_ID, packageFor, readBotId } from '../../manifest/app-package.ts';
import { problemsOf } from '../../manifest/rules.ts';
import { botId } from './ours.ts';

const desk = mkdtempSync(join(tmpdir(), 'homeward-'));
afterAll(() => rmSync(desk, { recursive: true }));

function run(args: readonly string[], MicrosoftAppId: string) {
  const folder = mkdtempSync(join(desk, 'pack-'));
  const pack = resolve('manifest/pack.ts');
  const ran = spawnSync(process.execPath, [pack, ...args], { cwd: folder, env: { MicrosoftAppId }, encoding: 'utf8' });
  return { ...ran, lines: ran.stdout.trim().split('\n'), written: readdirSync(folder, { recursive: true }), folder };
}

describe('packing the Teams app', () => {
  it('puts the manifest and its two pictures at the root, with the bot’s id and our version filled in', () => {
    const packed = packageFor(botId);
    if (!packed.ok) throw new Error(packed.because);
    const unzipped = unzipSync(packed.value.zip);
    expect(Object.keys(unzipped).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);

    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const manifest = JSON.parse(strFromU8(unzipped['manifest.json']!));
    expect(manifest).toMatchObject({ id: botId, version, bots: [{ botId }] });
    expect(problemsOf(manifest, unzipped)).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  it('gives the same bytes on every day: each file is dated noon on 1 January 2000', () => {
    const packed = packageFor(botId);
    if (!packed.ok) throw new Error(packed.because);
    const [day, time] = [(20 << 9) | (1 << 5) | 1, 12 << 11];
    expect(Buffer.from(packed.value.zip).readUInt32LE(10)).toBe(day * 0x10000 + time);
  });

  it('refuses a manifest that Teams would not take', () => {
    expect(packageFor('homeward-bot')).toMatchObject({
      ok: false,
      because: expect.stringContaining('/botId must match'),
    });
  });

  it.each([
    ['nothing', '', 'is not set'],
    ['spaces', '  ', 'is not set'],
    ['something that is not an id', 'homeward-bot', 'has 12 characters that are not an id'],
    ['an id of noughts', '00000000-0000-0000-0000-000000000000', 'which no bot has'],
    ['the demo id', DEMO_ID, 'which no bot has'],
  ])('refuses %s for the bot’s id', (_what, text, says) => {
    expect(readBotId(text)).toMatchObject({ ok: false, because: expect.stringContaining(says) });
  });

  it('never repeats what may be a secret in the wrong line', () => {
    expect(JSON.stringify(readBotId('not~a~real~secret'))).not.toContain('real');
  });

  it('takes an id in capitals', () => {
    expect(readBotId(' ABCDEF00-2222-3333-4444-555555555555 ')).toMatchObject({
      value: 'abcdef00-2222-3333-4444-555555555555',
    });
  });
});

describe('npm run pack', () => {
  it('writes dist/homeward.zip and says so in two lines', () => {
    const { status, lines, folder } = run([], botId);
    expect(status).toBe(0);
    expect(lines).toEqual([
      expect.stringContaining(`for bot ${botId}`),
      expect.stringContaining('homeward.example.org'),
    ]);
    expect(Object.keys(unzipSync(readFileSync(join(folder, 'dist/homeward.zip'))))).toContain('manifest.json');
  });

  it('writes nothing without the id of a bot', () => {
    const { status, stderr, written } = run([], '');
    expect(status).toBe(1);
    expect(stderr).toContain('MicrosoftAppId is not set');
    expect(written).toEqual([]);
  });

  it('packs a demo that says it is one', () => {
    const { status, lines } = run(['--demo'], '');
    expect(status).toBe(0);
    expect(lines).toEqual([expect.stringContaining(DEMO_ID), expect.stringContaining('do not upload')]);
  });
});
