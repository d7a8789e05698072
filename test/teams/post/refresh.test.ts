import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../src/authority/model.ts';
import { withdraw } from '../../../src/disputes/ending/rules.ts';
import { escalate } from '../../../src/disputes/escalating/rules.ts';
import { lettersOf } from '../../../src/disputes/letters/rules.ts';
import type { Dispute } from '../../../src/disputes/model.ts';
import type { Person } from '../../../src/people/model.ts';
import type { Outcome } from '../../../src/refusal.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { CONTACT_SHAPE, directoryOver } from '../../../src/teams/post/directory.ts';
import { aDispute, allowed, child, escalateForm, whyForm } from '../../builders/dispute.ts';
import { away, directorRuth, grace, iroManagerKaren, iroOlu, northmoor, priya } from '../../builders/people.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { stoppedClock } from '../../fakes/stopped-clock.ts';

type Room = Awaited<ReturnType<typeof postRoom>>;
type Wire = { readonly refresh?: { readonly action: object; readonly userIds: readonly string[] } };

const MANAGERS = northmoor.channels.get("Children's services managers")!.id;
const TEAMS_IDS = new Map([
  [priya.id, '29:1aPr'],
  [grace.id, '29:1bGr'],
  [iroManagerKaren.id, '29:1cKa'],
  [directorRuth.id, '29:1dRu'],
  [iroOlu.id, '29:1eOl'],
]);

/** A dispute at the team manager, raised on Wed 25 March 2026; Teams has heard from these people. */
async function raised(heardFrom: readonly Person[], authority: Authority = northmoor) {
  const room = await postRoom('2026-03-25', authority);
  for (const { id } of heardFrom) await hears(room, id);
  await room.needs.cases.save({ ...child, revision: 0, returns: [] });
  await changes(room, (before) => before);
  return room;
}

function hears({ directory }: Room, id: string, teamsId: string | null = TEAMS_IDS.get(id)!) {
  return directory.note(id, { serviceUrl: 'http://teams.test/', conversation: `a:${id}`, tenant: 't', teamsId });
}

async function changes(room: Room, change: (before: Dispute) => Dispute) {
  const { needs, clock } = room;
  const before = await needs.disputes.get('D-0001');
  const after = before ? change(before) : { ...aDispute(), revision: 0 };
  const writing = { authority: needs.authority, now: clock.now(), by: iroOlu.id };
  await needs.disputes.save(after, lettersOf(before ?? null, after, writing));
  await room.post()();
}

const by =
  (act: (dispute: Dispute) => Outcome<Dispute>) =>
  (dispute: Dispute): Dispute =>
    allowed(act(dispute));
const movesUp = (room: Room, to: number) =>
  by((dispute) => escalate(dispute, escalateForm(dispute, to), iroOlu, room.needs.authority, room.clock.now()));
const withdrawn = (room: Room) =>
  by((dispute) => withdraw(dispute, whyForm(dispute), iroOlu, room.needs.authority, room.clock.now()));

/** What was shown in the channel, last of all, at the head of its thread or in its place. */
const shown = ({ teams }: Room, what: 'thread' | 'say' | 'redraw') =>
  teams.asked.findLast((asked) => asked.what === what && asked.where.startsWith(MANAGERS))!.card as Wire;

describe('the card of a dispute in a channel', () => {
  it('lets Teams fetch the own view of the officer and the IRO manager, by their Teams ids and the reference alone', async () => {
    const room = await raised([priya, iroManagerKaren, grace, iroOlu, directorRuth]);
    const { refresh } = shown(room, 'thread');
    expect(refresh).toEqual({
      action: { type: 'Action.Execute', verb: 'dispute.view-here', data: { dispute: 'D-0001' } },
      userIds: ['29:1aPr', '29:1cKa'],
    });
  });

  it('names the cover instead of an officer who is away', async () => {
    const room = await raised([priya, grace], away(priya, grace, '2026-03-01', '2026-04-30'));
    expect(shown(room, 'thread').refresh!.userIds).toEqual(['29:1bGr']);
  });

  it('has no refresh at all while nobody’s Teams id is known', async () => {
    const room = await raised([]);
    await hears(room, priya.id, null);
    expect(shown(room, 'thread')).not.toHaveProperty('refresh');
    await changes(room, movesUp(room, 1));
    expect(shown(room, 'redraw')).not.toHaveProperty('refresh');
  });

  it('names the next officer once the stage moves on, at the head and on the new card, and nobody on a line of the story', async () => {
    const room = await raised([priya, grace, directorRuth]);
    await changes(room, movesUp(room, 1));
    expect(shown(room, 'redraw').refresh!.userIds).toEqual(['29:1bGr']);
    expect(shown(room, 'say').refresh!.userIds).toEqual(['29:1bGr']);
    await changes(room, movesUp(room, 3));
    const redrawn = room.teams.asked.filter(({ what, where }) => what === 'redraw' && where.startsWith(MANAGERS));
    expect(redrawn.slice(-2).map(({ card }) => (card as Wire).refresh?.userIds ?? null)).toEqual([['29:1dRu'], null]);
    expect(shown(room, 'say')).not.toHaveProperty('refresh');
  });

  it('has none any more once the dispute has ended', async () => {
    const room = await raised([priya, iroManagerKaren]);
    await changes(room, withdrawn(room));
    expect(shown(room, 'redraw')).not.toHaveProperty('refresh');
  });

  it('holds nothing of the child, of anybody’s name or of what was written', async () => {
    const room = await raised([priya, iroManagerKaren]);
    const text = JSON.stringify(shown(room, 'thread'));
    const { initials, id } = child;
    for (const secret of [id, initials, 'The plan for return', priya.name, priya.id, iroManagerKaren.id, priya.email])
      expect(text).not.toContain(secret);
  });
});

describe('the Teams ids of people', () => {
  it('are not given in the demo, where all are one person at one browser', async () => {
    const store = openMemoryStore([CONTACT_SHAPE]);
    const settings = { outbox: store.outbox, clock: stoppedClock('2026-03-25') };
    const contacts = store.records(CONTACT_SHAPE);
    const real = directoryOver(contacts, { ...settings, oneChatForAll: false });
    const where = { serviceUrl: 'http://teams.test/', conversation: 'a:p', tenant: 't', teamsId: '29:1aPr' };
    await real.note(priya.id, where);
    expect(await real.teamsIds([priya.id, grace.id, priya.id])).toEqual(['29:1aPr']);
    const demo = directoryOver(contacts, { ...settings, oneChatForAll: true });
    expect(await demo.teamsIds([priya.id])).toEqual([]);
  });
});
