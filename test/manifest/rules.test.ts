import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../manifest/rules.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { ourManifest, pictures } from './ours.ts';

/** Our manifest, spoilt in one place. */
function spoilt(path: string, value: unknown): unknown {
  const manifest = structuredClone(ourManifest()) as unknown as Record<string, unknown>;
  const steps = path.split('/');
  const last = steps.pop()!;
  const place = steps.reduce((at, step) => at[step] as Record<string, unknown>, manifest);
  place[last] = value;
  return manifest;
}

function command(title: string) {
  return { title, description: 'Something to do' };
}

function problemsWith(path: string, value: unknown): string {
  return problemsOf(spoilt(path, value), pictures).join('\n') || 'no problem';
}

describe('checking the manifest', () => {
  const eleven = COMMANDS.filter(({ verb }) => verb).slice(0, 11);
  const tall = Buffer.from(pictures['color.png']);
  tall.writeUInt32BE(193, 20);
  const narrow = Buffer.from(pictures['color.png']);
  narrow.writeUInt32BE(191, 16);
  const opaque = Buffer.from(pictures['outline.png']);
  opaque.writeUInt8(2, 25);

  it.each([
    ['a scope that Teams does not know', 'bots/0/scopes', ['personal', 'groupchat'], '/bots/0/scopes/1 must be equal'],
    [
      'eleven commands',
      'bots/0/commandLists/0/commands',
      eleven.map(({ words: [name] }) => command(name)),
      'more than 10',
    ],
    ['a part that Teams does not know', 'permision', ['identity'], 'additional properties: permision'],
    ['a bot without an id', 'bots/0/botId', '${{MicrosoftAppId}}', '/bots/0/botId must match'],
    ['an address that is not https', 'developer/privacyUrl', 'http://homeward.example.org/', 'https:// only'],
    [
      'a command that nobody answers',
      'bots/0/commandLists/0/commands/0',
      command('dance'),
      'Nobody answers the command "dance"',
    ],
    [
      'a command with a slash',
      'bots/0/commandLists/0/commands/0',
      command('/deadlines'),
      'Nobody answers the command "/deadlines"',
    ],
    [
      'another word for a command',
      'bots/0/commandLists/0/commands/0',
      command('my visits'),
      'Nobody answers the command "my visits"',
    ],
    ['a command still to come', 'bots/0/commandLists/0/commands/0', command('cover'), '"cover" is still to come'],
    [
      'a command given twice',
      'bots/0/commandLists/0/commands/1',
      command('deadlines'),
      'the command "deadlines" twice',
    ],
    [
      'a list without help',
      'bots/0/commandLists/1/commands',
      [command('cases')],
      'The team and groupChat list has no "help"',
    ],
    [
      'a list for a place where the bot is not',
      'bots/0/scopes',
      ['personal', 'team'],
      'The bot has no scope "groupChat"',
    ],
    ['a place with no list', 'bots/0/commandLists/1/scopes', ['team'], 'The scope "groupChat" has 0 lists'],
    [
      'a place with two lists',
      'bots/0/commandLists/1/scopes',
      ['team', 'groupChat', 'personal'],
      '"personal" has 2 lists',
    ],
    ['a title too long for the screen', 'bots/0/commandLists/0/commands/0', command('d'.repeat(33)), 'longer than 32'],
    ['a manifest without a bot', 'bots', [], 'The manifest has no bot'],
    ['a picture that is not there', 'icons/color', 'house.png', 'house.png is missing'],
  ])('finds %s', (_what, path, value, says) => {
    expect(problemsWith(path, value)).toContain(says);
  });

  it.each([
    [
      'a colour picture one pixel too high',
      'color.png',
      tall,
      'color.png is 192 by 193 pixels: it must be 192 by 192.',
    ],
    ['a colour picture one pixel too narrow', 'color.png', narrow, 'color.png is 191 by 192'],
    ['the outline in place of the colour picture', 'color.png', pictures['outline.png'], 'color.png is 32 by 32'],
    ['the colour picture in place of the outline', 'outline.png', pictures['color.png'], 'outline.png is 192 by 192'],
    ['an outline without a transparent background', 'outline.png', opaque, 'outline.png has no transparent background'],
    ['a picture that is not a PNG', 'outline.png', Buffer.from('<svg/>'), 'outline.png is not a PNG picture'],
  ])('finds %s', (_what, name, picture, says) => {
    expect(problemsOf(ourManifest(), { ...pictures, [name]: picture }).join('\n')).toContain(says);
  });
});
