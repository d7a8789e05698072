import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../manifest/rules.ts';
import type { LocalDate } from '../../src/local-date.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { understand } from '../../src/teams/words.ts';
import { botId, ourManifest, pictures } from './ours.ts';

const today = '2026-04-02' as LocalDate;

describe('the manifest of the Teams app', () => {
  it('is what Teams asks for in version 1.22, with pictures of the right size', () => {
    expect(problemsOf(ourManifest(), pictures)).toEqual([]);
  });

  it('asks for no permission, no file, no sign-in and no domain', () => {
    const manifest = ourManifest();
    expect(manifest).toMatchObject({ validDomains: [], bots: [{ supportsFiles: false, isNotificationOnly: false }] });
    for (const part of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo']) {
      expect(manifest).not.toHaveProperty(part);
    }
  });

  it('is the same app as the bot, under the name that the bot gives itself', () => {
    expect(ourManifest()).toMatchObject({ id: botId, bots: [{ botId }], name: { short: 'Homeward' } });
  });

  it('has British English for its only language', () => {
    expect(ourManifest()).toMatchObject({ localizationInfo: { defaultLanguageTag: 'en-gb' } });
  });
});

describe('the commands that Teams offers', () => {
  const commandLists = ourManifest().bots?.[0]?.commandLists ?? [];

  it.each(commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)))(
    '“%s” is understood as itself',
    (title) => {
      const command = COMMANDS.find(({ words: [name] }) => name === title);
      expect(understand(title, today)).toMatchObject({ command, reference: null, day: null, rest: '' });
    },
  );

  it('are at most ten 1:1, each once, and help is one of them', () => {
    const titles = commandLists[0]!.commands.map(({ title }) => title);
    expect(titles.length).toBeLessThanOrEqual(10);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('help');
  });

  it('are help and nothing else where others can read along', () => {
    const shared = commandLists.filter(({ scopes }) => !scopes.includes('personal'));
    expect(shared).toMatchObject([{ scopes: ['team', 'groupChat'], commands: [{ title: 'help' }] }]);
    expect(shared[0]!.commands).toHaveLength(1);
  });
});
