import { describe, expect, it } from 'vitest';
import { escalate } from '../../../src/disputes/escalating/rules.ts';
import { lettersOf } from '../../../src/disputes/letters/rules.ts';
import type { Letter } from '../../../src/letters/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { aDispute, allowed, child, escalateForm } from '../../builders/dispute.ts';
import { away, grace, iroOlu, northmoor, priya, supportFiona, without } from '../../builders/people.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

const D1 = { kind: 'dispute', id: 'D-0001' } as const;
const MANAGERS = northmoor.channels.get("Children's services managers")!.id;
const busy = new ConnectorError({ status: 429, retryAfterSeconds: 3_600, ambiguous: false });

/** A dispute at the team manager, raised on Wed 25 March 2026, with its letters waiting. */
async function raisedIn(room: Awaited<ReturnType<typeof postRoom>>) {
  await room.needs.cases.save({ ...child, revision: 0, returns: [] });
  const raised = { ...aDispute(), revision: 0 };
  const letters = lettersOf(null, raised, { authority: room.needs.authority, now: at('2026-03-25'), by: iroOlu.id });
  await room.needs.disputes.save(raised, letters);
  return room;
}

async function movesUp({ needs, clock }: Awaited<ReturnType<typeof postRoom>>, to: number) {
  const before = (await needs.disputes.get('D-0001'))!;
  const now = clock.now();
  const after = allowed(escalate(before, escalateForm(before, to), iroOlu, needs.authority, now));
  await needs.disputes.save(after, lettersOf(before, after, { authority: needs.authority, now, by: iroOlu.id }));
}

const concern: Letter = {
  key: 'C-1042/concern/1',
  kind: 'concern.raised',
  to: { person: priya.id },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at('2026-10-08'),
};
const concerned = (id = 'C-1042') => ({ ...aCase({ id, concerns: [aConcern()] }), returns: [] });

describe('the post', () => {
  it('opens one thread a dispute in a channel, answers in it, and redraws what stands there', async () => {
    const room = await raisedIn(await postRoom('2026-03-25'));
    const post = room.post();
    await post();
    await movesUp(room, 1);
    await post();
    const inChannel = room.teams.asked.filter(({ where }) => where.startsWith(MANAGERS));
    expect(inChannel.map(({ what }) => what).sort()).toEqual(['redraw', 'say', 'thread']);
    expect(inChannel[0]).toMatchObject({ what: 'thread', where: MANAGERS });
    const [one, other] = inChannel.slice(1).map(({ where }) => where);
    expect(one).toMatch(/;messageid=\d+$/);
    expect(other).toBe(one);
    expect(room.troubles).toEqual([]);
  });

  it('opens another thread where the first was deleted, and stays with that', async () => {
    const room = await raisedIn(await postRoom('2026-03-25'));
    const post = room.post();
    await post();
    const first = room.teams.asked.find(({ what }) => what === 'thread')!;
    const [opened] = Object.entries(await room.passages(D1)).filter(([key]) => key.endsWith('/channel'));
    const { conversation } = opened![1] as { readonly conversation: string };
    room.teams.gone.add(conversation);
    await movesUp(room, 1);
    await post();
    await movesUp(room, 2);
    await post();
    const threads = room.teams.asked.filter(({ what, where }) => what === 'thread' && where === first.where);
    expect(threads).toHaveLength(2);
    const channelCards = Object.entries(await room.passages(D1)).filter(([key]) => key.endsWith('/channel'));
    expect(channelCards.map(([, { at: how }]) => how)).toEqual(['sent', 'sent', 'sent']);
  });

  it('sends on to whoever covers; what nobody at all acts for is kept, and on the list of what did not arrive', async () => {
    const covered = await raisedIn(await postRoom('2026-03-25', away(priya, grace, '2026-03-01', '2026-04-30')));
    await covered.post()();
    expect(covered.teams.asked.map(({ where }) => where)).not.toContain(priya.id);
    expect(covered.teams.asked.map(({ where }) => where)).toContain(grace.id);

    const empty = await postRoom('2026-10-08', without(priya));
    await empty.needs.cases.save(concerned(), [concern]);
    await empty.post()();
    expect(await empty.passages({ kind: 'case', id: 'C-1042' })).toMatchObject({
      'C-1042/concern/1': { at: 'unsent', tries: 0, waitsFor: priya.id },
    });
    expect(empty.teams.asked).toEqual([]);
    expect((await empty.needs.outbox.inTrouble()).map(({ key }) => key)).toEqual(['C-1042/concern/1']);
  });

  it('keeps on record that a letter was sent, though its reader has left since', async () => {
    const room = await raisedIn(await postRoom('2026-03-25'));
    await room.post()();
    await movesUp(room, 1);
    await room.post({ authority: without(priya) })();
    expect(await room.passages(D1)).toMatchObject({ [`D-0001/rung/0/respond/${priya.id}`]: { at: 'sent', drawn: 2 } });
  });

  it('waits as long as Teams asks, and longer each time', async () => {
    const room = await postRoom('2026-10-08');
    await room.needs.cases.save(concerned(), [concern]);
    const post = room.post();
    room.teams.fails(null, busy);
    await post();
    const C1 = { kind: 'case', id: 'C-1042' } as const;
    expect(await room.passages(C1)).toMatchObject({
      'C-1042/concern/1': { at: 'unsent', tries: 1, nextTryAt: at('2026-10-08', '11:00') },
    });
    room.clock.moveTo('2026-10-08', '11:00');
    await post();
    expect(await room.passages(C1)).toMatchObject({ 'C-1042/concern/1': { at: 'sent' } });
  });

  it('is not held up by a letter that cannot be drawn, and tells of it by a code', async () => {
    const room = await raisedIn(await postRoom('2026-03-25'));
    await room.needs.cases.save(concerned('C-1'), [{ ...concern, writtenAt: at('2026-03-01') }]);
    const cases = {
      ...room.needs.cases,
      get: (id: string) => (id === 'C-1' ? Promise.reject(new Error('C-1 Ayesha')) : room.needs.cases.get(id)),
    };
    await room.post({ cases })();
    expect(room.troubles).toEqual(['letter-failed']);
    expect(await room.passages({ kind: 'case', id: 'C-1' })).toMatchObject({
      'C-1042/concern/1': { at: 'unsent', tries: 1 },
    });
    expect(Object.values(await room.passages(D1)).every((passage) => passage.at === 'sent')).toBe(true);
  });

  it('does not send again what it could not write down, and never fails itself', async () => {
    const room = await postRoom('2026-10-08');
    await room.needs.cases.save(concerned(), [concern]);
    let isFull = true;
    const mark: typeof room.needs.outbox.mark = (letter, passage) =>
      isFull ? Promise.reject(new Error('The disk is full')) : room.needs.outbox.mark(letter, passage);
    const post = room.post({ outbox: { ...room.needs.outbox, mark } });
    await post();
    await post();
    expect(room.troubles).toEqual(['letter-not-marked', 'letter-not-marked']);
    isFull = false;
    await post();
    expect(room.teams.asked.filter(({ what }) => what === 'say')).toHaveLength(1);
    expect(await room.passages({ kind: 'case', id: 'C-1042' })).toMatchObject({ 'C-1042/concern/1': { at: 'sent' } });

    const waiting = () => Promise.reject(new Error('The store is closed'));
    await room.post({ outbox: { ...room.needs.outbox, waiting } })();
    expect(room.troubles.at(-1)).toBe('post-failed');
  });

  it('calls that come together send each letter once', async () => {
    const room = await raisedIn(await postRoom('2026-03-25'));
    const post = room.post();
    await Promise.all([post(), post(), post()]);
    await post();
    const said = room.teams.asked.filter(({ what }) => what !== 'chat').map(({ where }) => where);
    expect(said).toHaveLength(new Set(said).size);
    expect(said).not.toContain(`a:${supportFiona.id}`);
  });
});
