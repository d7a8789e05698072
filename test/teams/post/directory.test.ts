import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { CHANNELS, CONTACT_SHAPE, directoryOver } from '../../../src/teams/post/directory.ts';
import { ayesha, priya } from '../../builders/people.ts';
import { fakeMessenger } from '../../fakes/post-room.ts';
import { stoppedClock } from '../../fakes/stopped-clock.ts';

const at = (conversation: string, serviceUrl = 'https://smba.trafficmanager.net/uk/') => ({
  serviceUrl,
  conversation,
  tenant: 'tenant',
});

function aDirectory(oneChatForAll = false) {
  const store = openMemoryStore([CONTACT_SHAPE]);
  const contacts = store.records(CONTACT_SHAPE);
  const settings = { oneChatForAll, outbox: store.outbox, clock: stoppedClock('2026-03-25') };
  return { directory: directoryOver(contacts, settings), contacts, ...fakeMessenger() };
}

describe('the directory', () => {
  it('knows nobody, and no way to anybody, until Teams has spoken', async () => {
    const { directory, messenger, asked } = aDirectory();
    expect(await directory.chatWith(ayesha.id, messenger)).toBeNull();
    expect(await directory.channels()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('writes to a person where they last spoke, and writes down only what changed', async () => {
    const { directory, contacts, messenger } = aDirectory();
    await directory.note(ayesha.id, at('a:1'));
    await directory.note(ayesha.id, at('a:1'));
    expect((await contacts.get(ayesha.id))?.revision).toBe(1);
    await directory.note(ayesha.id, at('a:2', 'https://smba.trafficmanager.net/emea/'));
    expect(await directory.chatWith(ayesha.id, messenger)).toMatchObject(
      at('a:2', 'https://smba.trafficmanager.net/emea/'),
    );
  });

  it('keeps a person’s Teams id, also when Teams does not say it again', async () => {
    const { directory, contacts } = aDirectory();
    await directory.note(ayesha.id, { ...at('a:1'), teamsId: '29:a' });
    await directory.note(ayesha.id, at('a:1'));
    expect(await contacts.get(ayesha.id)).toMatchObject({ teamsId: '29:a', revision: 1 });
    await directory.note(ayesha.id, { ...at('a:1'), teamsId: '29:b' });
    expect((await contacts.get(ayesha.id))?.teamsId).toBe('29:b');
    expect((await contacts.get(CHANNELS))?.teamsId).toBeNull();
  });

  it('writes down that a chat is closed and open again, also when several say so at the same time', async () => {
    const { directory, contacts } = aDirectory();
    await directory.note(ayesha.id, at('a:1'));
    await Promise.all([
      directory.removed(ayesha.id),
      directory.note(ayesha.id, at('a:2')),
      directory.removed(ayesha.id),
    ]);
    await directory.note(ayesha.id, at('a:3'));
    expect(await contacts.get(ayesha.id)).toMatchObject({ closed: null, conversation: 'a:3' });
    expect(await directory.closed(ayesha.id)).toBeNull();
  });

  it('opens a chat with a person who never spoke, once', async () => {
    const { directory, messenger, asked } = aDirectory();
    await directory.note(CHANNELS, at(''));
    expect(await directory.chatWith(priya.id, messenger)).toMatchObject({ conversation: `a:${priya.id}` });
    expect(await directory.chatWith(priya.id, messenger)).toMatchObject({ conversation: `a:${priya.id}` });
    expect(asked).toHaveLength(1);
  });

  it('takes the way to channels from whoever spoke first, and then from channels only', async () => {
    const { directory } = aDirectory();
    await directory.note(ayesha.id, at('a:1'));
    expect((await directory.channels())?.serviceUrl).toBe('https://smba.trafficmanager.net/uk/');
    await directory.note(CHANNELS, at('', 'https://smba.trafficmanager.net/emea/'));
    await directory.note(priya.id, at('a:3'));
    expect((await directory.channels())?.serviceUrl).toBe('https://smba.trafficmanager.net/emea/');
  });

  it('welcomes once, also two who ask at the same time, and nobody it has not heard from', async () => {
    const { directory } = aDirectory();
    expect(await directory.firstWelcome(ayesha.id)).toBe(false);
    await directory.note(ayesha.id, at('a:1'));
    const welcomed = await Promise.all([directory.firstWelcome(ayesha.id), directory.firstWelcome(ayesha.id)]);
    expect(welcomed.sort()).toEqual([false, true]);
    await directory.note(ayesha.id, at('a:2'));
    expect(await directory.firstWelcome(ayesha.id)).toBe(false);
  });

  it('has one chat for everybody in the demo', async () => {
    const { directory, messenger, asked } = aDirectory(true);
    expect(await directory.chatWith(priya.id, messenger)).toBeNull();
    await directory.note('browser', at('a:browser'));
    expect(await directory.chatWith(priya.id, messenger)).toMatchObject({ conversation: 'a:browser' });
    expect(asked).toEqual([]);
  });
});
