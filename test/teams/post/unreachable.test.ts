import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/letters/model.ts';
import type { Person } from '../../../src/people/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { mailOfCase, withUndelivered } from '../../../src/teams/post/undelivered.ts';
import { tellOfUnreachable, unreachable } from '../../../src/teams/post/unreachable.ts';
import { here, notice } from '../../../src/teams/route.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { administratorPeter, ayesha, ben, priya, supportFiona } from '../../builders/people.ts';
import { Seen } from '../../fakes/council.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

const blocked = new ConnectorError({ status: 403, teamsCode: 'ConversationBlockedByUser', ambiguous: false });
const PLANTED = /C-7731|ZQ|Kayleigh|bruise|E-0001/i;

/** A council in which some people have removed Homeward, and a concern about C-7731 that Priya is told of on Thu 26 November 2026. */
async function council(...closed: readonly Person[]) {
  const room = await postRoom('2026-11-26');
  const { needs, directory, teams } = room;
  const where = (who: Person) => ({
    serviceUrl: 'http://teams.test/',
    conversation: `a:${who.id}`,
    tenant: needs.authority.tenant,
  });
  for (const who of needs.authority.register.values()) await directory.note(who.id, where(who));
  for (const who of closed) await directory.failed(who.id, blocked);
  const concern = aConcern({ says: [{ heading: 'Kayleigh', text: 'bruise' }] });
  const letter: Letter = {
    key: 'C-7731/concern/1',
    kind: 'concern.answered',
    to: { person: priya.id },
    facts: { concern: 'E-0001' },
    live: false,
    writtenAt: at('2026-11-26'),
  };
  const about = { ...aCase({ id: 'C-7731', initials: 'ZQ', concerns: [concern] }), returns: [] };
  await needs.cases.save(about as never, [letter]);
  const send = room.post();
  /** What a tick does, at a moment. */
  const tick = async (day: string, time = '10:00') => {
    room.clock.moveTo(day, time);
    await send();
    if (await tellOfUnreachable(needs, directory)) await send();
  };
  const inbox = (who: Person) =>
    teams.asked
      .filter(({ what, where: to }) => what === 'say' && to === `a:${who.id}`)
      .map(({ card }) => new Seen(card as never));
  return { ...room, tick, inbox, heard: (who: Person) => directory.note(who.id, where(who)), about };
}

describe('somebody who cannot be reached for one working day', () => {
  it('is told of to business support and their manager, once, with the reason and the remedy and nothing of a case', async () => {
    const { tick, inbox } = await council(priya);
    await tick('2026-11-26');
    await tick('2026-11-27', '09:59');
    expect(inbox(supportFiona)).toEqual([]);
    await tick('2026-11-27', '10:00');
    await tick('2026-11-27', '10:01');
    await tick('2026-12-04', '10:00');
    const manager = { id: priya.manager! } as Person;
    for (const who of [supportFiona, manager]) {
      const [item, ...more] = inbox(who).filter(({ words }) => words.includes('Somebody cannot be reached'));
      expect(more).toEqual([]);
      expect(item!.words).toContain('Priya Shah (Team manager) · since Thu 26 November 2026, 10:00');
      expect(item!.words).toContain('The person has blocked or removed Homeward');
      expect(item!.words).toContain('write "help" once');
      expect(item!.words).toContain('One message waits for Priya Shah.');
      expect(JSON.stringify(item!.card)).not.toMatch(PLANTED);
      expect(item!.buttons).toEqual(who === supportFiona ? ['See the messages'] : []);
    }
  });

  it('is reached again: those who knew are told so, and the next spell makes a new item', async () => {
    const { tick, inbox, heard, directory, needs } = await council(priya);
    await tick('2026-11-27');
    await heard(priya);
    await tick('2026-11-27', '11:00');
    expect(inbox(priya)).toHaveLength(1);
    expect(inbox(supportFiona).map(({ words }) => words.split('\n')[0])).toEqual([
      'Somebody cannot be reached',
      'Nothing waits for them any more',
    ]);
    await directory.failed(priya.id, blocked);
    const about = (await needs.cases.get('C-7731'))!;
    const next: Letter = {
      key: 'C-7731/concern/2',
      kind: 'concern.answered',
      to: { person: priya.id },
      facts: { concern: 'E-0001' },
      live: false,
      writtenAt: at('2026-11-30'),
    };
    await needs.cases.save(about, [next]);
    await tick('2026-11-30');
    await tick('2026-12-01');
    expect(inbox(supportFiona)).toHaveLength(3);
    expect(inbox(supportFiona).at(-1)!.words).toContain('since Mon 30 November 2026, 10:00');
  });

  it('in business support is told of to the administrators, with whatever business support was to see to', async () => {
    const { tick, inbox, needs } = await council(priya, supportFiona);
    await tick('2026-11-26');
    await tick('2026-11-27');
    expect(await unreachable(needs)).toEqual({
      peopleUnreachable: 1,
      lettersWaitingForThem: 1,
      lettersOfUnknownFate: 0,
      supportUnreachable: 0,
    });
    await tick('2026-11-30');
    expect(inbox(supportFiona)).toEqual([]);
    const told = inbox(administratorPeter).map(({ words }) => words);
    expect(told).toHaveLength(2);
    expect(told.join('\n')).toContain('Priya Shah (Team manager)');
    expect(told.join('\n')).toContain('Fiona Grant (Business support)');
    expect(await unreachable(needs)).toMatchObject({ peopleUnreachable: 2, supportUnreachable: 1 });
  });

  it('who was heard from before anybody read of it is not spoken of', async () => {
    const { tick, inbox, heard, directory } = await council(priya, supportFiona);
    await directory.failed(priya.manager!, blocked);
    await tick('2026-11-27');
    await heard(priya);
    await tick('2026-11-27', '11:00');
    await heard(supportFiona);
    await heard({ ...priya, id: priya.manager! });
    await tick('2026-11-27', '12:00');
    expect(inbox(supportFiona)).toEqual([]);
    expect(inbox(priya)).toHaveLength(1);
  });

  it('stays so over a restart: what was told is kept', async () => {
    const room = await council(priya);
    await room.tick('2026-11-27');
    await room.post()();
    expect(await tellOfUnreachable(room.needs, room.directory)).toBe(false);
  });
});

describe('under a record’s card', () => {
  const lineUnder = async (passage: 'held' | 'carried', digest: 'sent' | 'failed') => {
    const room = await council();
    const reminder: Letter = {
      key: 'C-7731/reminder',
      kind: 'reminder.deadline',
      to: { person: ayesha.id },
      facts: { rule: 'R-VIS-01', due: '2026-12-01', step: '1', alone: 'yes' },
      live: false,
      writtenAt: at('2026-11-26', '08:00'),
    };
    const { needs } = room;
    await needs.cases.save((await needs.cases.get('C-7731'))!, [reminder]);
    const diary = {
      id: ayesha.id,
      revision: 0,
      wakeAt: null,
      history: [],
      digestAt: '08:30',
      putOff: [],
      last: null,
      calendar: null,
    };
    const day: Letter = {
      ...reminder,
      key: 'digest/2026-11-26',
      kind: 'digest.day',
      facts: { day: '2026-11-26', brings: reminder.key },
    };
    await needs.diaries.save(diary, [day]);
    const [kept] = (await needs.outbox.of({ kind: 'case', id: 'C-7731' })).filter(({ key }) => key === reminder.key);
    const [sent] = await needs.outbox.of({ kind: 'diary', id: ayesha.id });
    const now = at('2026-11-26', '08:30');
    await needs.outbox.mark(
      kept!,
      passage === 'held' ? { at: 'held' } : { at: 'carried', digest: day.key, reader: ayesha.id, carriedAt: now },
    );
    if (digest === 'failed')
      await needs.outbox.mark(sent!, {
        at: 'unsent',
        tries: 1,
        nextTryAt: now,
        trouble: 'Teams was not well. Nothing to do.',
      });
    const card = notice('AB · C-7731', 'Looked after');
    const seen = await withUndelivered(card, mailOfCase(room.about), here(ayesha, false, 'once', needs));
    return new Seen(seen as never).words.split('\n').filter((line) => line.startsWith('⚠') && line.includes('Ayesha'));
  };

  it('nothing is said of a reminder that waits for a digest, or that a digest carries as it should', async () => {
    expect(await lineUnder('held', 'failed')).toEqual([]);
    expect(await lineUnder('carried', 'sent')).toEqual([]);
  });

  it('a reminder is not delivered while the digest that carries it is not', async () => {
    expect(await lineUnder('carried', 'failed')).toEqual([
      '⚠ Not delivered yet to Ayesha Khan: Teams was not well. Nothing to do.',
    ]);
  });

  it('a letter that waits for somebody is not delivered, tried or not', async () => {
    const { tick, needs, about } = await council(priya);
    await tick('2026-11-26');
    const card = await withUndelivered(notice('AB', 'x'), mailOfCase(about), here(ben, false, 'once', needs));
    expect(new Seen(card as never).words).toMatch(/⚠ Not delivered yet to Priya Shah: The person has blocked/);
  });
});
