import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../../src/disputes/letters/rules.ts';
import type { KeptLetter, Letter } from '../../../src/letters/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { aDispute, child } from '../../builders/dispute.ts';
import { away, iroOlu, northmoor, priya, tom } from '../../builders/people.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

type Room = Awaited<ReturnType<typeof postRoom>>;

const C1 = { kind: 'case', id: 'C-1042' } as const;
const D1 = { kind: 'dispute', id: 'D-0001' } as const;
const CHANNEL = "Children's services managers";
const busy = new ConnectorError({ status: 429, ambiguous: false });
const gone = new ConnectorError({ status: 404, teamsCode: 'ActivityNotFoundInConversation', ambiguous: false });

/** A case with two concerns that the service's channel is told of. */
async function concerned(): Promise<Room> {
  const room = await postRoom('2026-10-09');
  const concerns = [aConcern(), aConcern({ id: 'E-0002' })];
  await room.needs.cases.save({ ...aCase({ concerns }), returns: [] });
  return room;
}

/** The case is saved once more, with these letters for the channel. */
async function tells(
  { needs }: Room,
  ...letters: readonly (readonly [concern: string, key: string, story?: string])[]
) {
  const about = (await needs.cases.get('C-1042'))!;
  await needs.cases.save(
    about,
    letters.map(
      ([concern, key, story]): Letter => ({
        key,
        kind: 'concern.channel',
        to: { channel: CHANNEL },
        facts: { concern, ...(story && { story }) },
        live: true,
        writtenAt: needs.clock.now(),
      }),
    ),
  );
}

const threadOf = async (room: Room, key: string) => {
  const passage = (await room.passages(C1))[key]!;
  return passage.at === 'sent' ? passage.conversation : passage.at;
};

describe('a thread in a channel', () => {
  it('is of one concern, return or dispute: two concerns of a child are never in one', async () => {
    const room = await concerned();
    await tells(room, ['E-0001', 'a'], ['E-0002', 'b']);
    await room.post()();
    await tells(room, ['E-0001', 'c', 'answered'], ['E-0002', 'd', 'answered']);
    await room.post()();
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((key) => threadOf(room, key)));
    expect([a, b]).toEqual([c, d]);
    expect(a).not.toBe(b);
  });

  it('has its head redrawn, and the lines of its story left as they were said', async () => {
    const room = await concerned();
    await tells(room, ['E-0001', 'a']);
    await room.post()();
    await tells(room, ['E-0001', 'b', 'answered']);
    await room.post()();
    room.teams.asked.length = 0;
    await tells(room);
    await room.post()();
    expect(room.teams.asked.map(({ what }) => what)).toEqual(['redraw']);
    expect(await room.needs.outbox.waiting(at('2027-01-01'))).toEqual([]);
  });

  it('is given up when its head turns out to be deleted, and the next letter starts another, drawn as a head', async () => {
    const room = await concerned();
    await tells(room, ['E-0001', 'a']);
    await room.post()();
    room.teams.fails(gone);
    await tells(room);
    await room.post()();
    await tells(room, ['E-0001', 'b', 'answered']);
    await room.post()();
    await tells(room, ['E-0001', 'c', 'answered']);
    await room.post()();
    const asked = room.teams.asked.map(({ what }) => what);
    expect(asked.filter((what) => what !== 'redraw')).toEqual(['thread', 'thread', 'say']);
    expect(await threadOf(room, 'c')).toBe(await threadOf(room, 'b'));
    expect(room.channels.inTrouble()).toEqual([]);
  });

  it('is the one that was opened last, whichever letter opened it', async () => {
    const room = await concerned();
    await tells(room, ['E-0001', 'a']);
    await room.post()();
    await tells(room, ['E-0001', 'b', 'answered'], ['E-0001', 'c', 'answered']);
    room.teams.fails(null, busy);
    await room.post()();
    room.teams.gone.add(await threadOf(room, 'a'));
    room.clock.moveTo('2026-10-09', '12:00');
    await room.post()();
    await tells(room, ['E-0001', 'd', 'answered']);
    await room.post()();
    expect(room.teams.asked.filter(({ what }) => what === 'thread')).toHaveLength(2);
    expect(await threadOf(room, 'd')).toBe(await threadOf(room, 'b'));
  });
});

describe('a card that was sent 1:1', () => {
  /** Sent to the cover on Wed 25 March; the one who was away is back from 1 April. */
  async function covered(): Promise<Room> {
    const room = await postRoom('2026-03-25', away(priya, tom, '2026-03-01', '2026-03-31'));
    await room.needs.cases.save({ ...child, revision: 0, returns: [] });
    const raised = { ...aDispute(), revision: 0 };
    const letters = lettersOf(null, raised, { authority: room.needs.authority, now: at('2026-03-25'), by: iroOlu.id });
    await room.needs.disputes.save(
      raised,
      letters.filter(({ kind }) => kind === 'dispute.respond'),
    );
    await room.post()();
    return room;
  }
  const respond = `D-0001/rung/0/respond/${priya.id}`;
  const saved = async ({ needs }: Room) => needs.disputes.save((await needs.disputes.get('D-0001'))!);

  it('is redrawn for the eyes of whoever got it, not of whoever holds the post today', async () => {
    const room = await covered();
    expect((await room.passages(D1))[respond]).toMatchObject({ at: 'sent', reader: tom.id });
    expect(JSON.stringify(room.teams.asked.at(-1)!.card)).toContain('"Respond"');

    room.clock.moveTo('2026-04-01');
    await saved(room);
    await room.post()();
    const shown = room.teams.asked.at(-1)!;
    expect(shown).toMatchObject({ what: 'redraw', where: `a:${tom.id}` });
    const words = JSON.stringify(shown.card);
    expect(words).not.toContain('"Respond"');
    expect(words).toContain('D-0001 has moved on since this was sent');
    expect(words).not.toContain('What should change');
  });

  it('of an older Homeward, which did not keep who got it, is taken to be whoever acted that day', async () => {
    const room = await covered();
    const [letter] = (await room.needs.outbox.of(D1)) as readonly [KeptLetter];
    const { reader: _kept, ...before } = letter.passage as KeptLetter['passage'] & { at: 'sent' };
    await room.needs.outbox.mark(letter, before);
    room.clock.moveTo('2026-04-01');
    await saved(room);
    await room.post()();
    expect(JSON.stringify(room.teams.asked.at(-1)!.card)).not.toContain('"Respond"');
  });

  it('still asks whoever got it, while it is theirs to answer', async () => {
    const room = await covered();
    await saved(room);
    await room.post({ authority: away(priya, tom, '2026-03-01', '2026-03-31', northmoor) })();
    expect(room.teams.asked.at(-1)).toMatchObject({ what: 'redraw', where: `a:${tom.id}` });
    expect(JSON.stringify(room.teams.asked.at(-1)!.card)).toContain('"Respond"');
  });
});
