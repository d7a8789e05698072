import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { openDispute } from '../../src/disputes/actions.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { askToRaise, raiseDispute } from '../../src/disputes/raising/actions.ts';
import { raiseView } from '../../src/disputes/raising/view.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { besideOf, liveAbout, openBeside } from '../../src/disputes/siblings/actions.ts';
import { alone, sayChildren } from '../../src/disputes/siblings/model.ts';
import { aboutChild } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { here } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { allowed, child, type DisputeRoom, disputeRoom, raiseForm } from '../builders/dispute.ts';
import { ayesha, ben, chloe, directorRuth, iroNadia, iroOlu, priya, sightOf, tom } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

/** A brother in the South: another social worker and team manager, the same IRO. */
const brother: Case = {
  ...child,
  id: 'C-1043',
  people: { socialWorker: ben.id, teamManager: tom.id, iro: iroOlu.id },
};
const sister: Case = { ...child, id: 'C-1044' };
const stranger: Case = { ...child, id: 'C-2000', people: { ...child.people, iro: iroNadia.id } };
const atHome: Case = {
  ...child,
  id: 'C-1045',
  events: [...child.events, { on: localDate('2026-03-20'), what: 'returned-home', planned: true }],
};
const now = at('2026-03-25');

const roomOf = () => disputeRoom('2026-03-25', undefined, [child, brother, sister, stranger, atHome]);

async function siblingRoom(siblings = ['C-1043']): Promise<DisputeRoom> {
  const room = await roomOf();
  const form = raiseForm({ siblings, impact: 'PRIVATE-IMPACT', wishes: 'PRIVATE-WISHES', besides: 'PRIVATE-COURT' });
  allowed(await raiseDispute(form, iroOlu, room.needs));
  return room;
}

async function seenBy(by: Person, room: DisputeRoom): Promise<string> {
  const opened: Dispute = allowed(await openBeside({ dispute: 'D-0001' }, by, room.needs));
  const beside = await besideOf(opened, by, room.needs);
  return JSON.stringify(disputeView(opened, sightOf(by, now), [], beside));
}

const press = (verb: string, typed: Record<string, unknown>, by: Person, room: DisputeRoom) =>
  ROUTES.find((route) => route.verb === verb)!.press(
    typed,
    here(by, false, 'once', { ...room.needs, outbox: room.store.outbox } as never),
  );

describe('7.5 no. 12: a dispute about several children', () => {
  it('names every child, and is found from each of their cases', async () => {
    const room = await siblingRoom(['C-1043', 'C-1044', 'C-1042']);
    expect((await room.kept()).children).toEqual(['C-1042', 'C-1043', 'C-1044']);
    for (const reference of ['C-1042', 'C-1043', 'C-1044'])
      expect(await room.needs.disputes.find(aboutChild(reference))).toHaveLength(1);
    expect((await room.kept()).history[0]!.what).toContain('also about 2 other children');
  });

  it.each([
    ['of another IRO', 'C-2000'],
    ['who is no longer looked after', 'C-1045'],
    ['whom nobody follows', 'C-9999'],
  ])('is refused for a child %s, beside the field and in the same words', async (_which, reference) => {
    const room = await roomOf();
    expect(await raiseDispute(raiseForm({ siblings: [reference] }), iroOlu, room.needs)).toMatchObject({
      ok: false,
      beside: { siblings: expect.stringContaining(`${reference} is not a looked-after child that you review`) },
    });
    expect(await room.needs.disputes.get('D-0001')).toBeUndefined();
  });

  it('offers the IRO their other looked-after children, those with the same social worker first', async () => {
    const room = await roomOf();
    const asked = allowed(await askToRaise({ case: 'C-1042' }, iroOlu, room.needs));
    expect(raiseView(asked, sightOf(iroOlu, now)).choices.others.map(({ value }) => value)).toEqual([
      'C-1044',
      'C-1043',
    ]);
  });

  it('shows the IRO every reference, and the Director too', async () => {
    const room = await siblingRoom();
    for (const by of [iroOlu, directorRuth]) expect(await seenBy(by, room)).toContain('C-1042, C-1043 ·');
  });

  it('shows the worker and the manager of one child no reference of the other, nor what is private to that child', async () => {
    const room = await siblingRoom();
    for (const by of [ben, tom]) {
      const seen = await seenBy(by, room);
      expect(seen).toContain('C-1043 and 1 other child');
      expect(seen).not.toMatch(/C-1042|PRIVATE/);
    }
    for (const by of [ayesha, priya]) {
      const seen = await seenBy(by, room);
      expect(seen).toContain('C-1042 and 1 other child');
      expect(seen).not.toContain('C-1043');
      expect(seen).toContain('PRIVATE-WISHES');
    }
  });

  it('says so by the front door as well, on the card and where a press is refused', async () => {
    const room = await siblingRoom();
    const open = JSON.stringify(await press('dispute.open', { dispute: 'D-0001' }, ben, room));
    const refused = JSON.stringify(
      await press('dispute.automatic', { dispute: 'D-0001', revision: '1', automatic: 'false' }, ben, room),
    );
    for (const card of [open, refused]) {
      expect(card).toContain('C-1043 and 1 other child');
      expect(card).not.toMatch(/C-1042|PRIVATE/);
    }
    expect((await room.kept()).escalateAutomatically).toBe(true);
  });

  it('opens nothing but its record to them, where what is private is kept back', async () => {
    const room = await siblingRoom();
    expect(await openDispute({ dispute: 'D-0001' }, ben, room.needs)).toMatchObject({ ok: false });
    const more = JSON.stringify(await press('dispute.more', { dispute: 'D-0001' }, ben, room));
    expect(more).toContain('that you have a part in');
    expect(more).not.toMatch(/C-1042|PRIVATE/);
  });

  it('stays closed to somebody with no part in either child', async () => {
    const room = await siblingRoom();
    expect(await openBeside({ dispute: 'D-0001' }, chloe, room.needs)).toMatchObject({ ok: false });
  });

  it('names its first child alone where the reader’s part is not known', async () => {
    const room = await siblingRoom(['C-1043', 'C-1044']);
    expect(sayChildren(alone(await room.kept()))).toBe('C-1042 and 2 other children');
    expect(sayChildren({ children: [], others: 2, isOnlyBeside: true, alsoOpen: [] })).toBe('2 other children');
  });
});

describe('7.5 no. 16: two disputes on one child at once', () => {
  async function twice(): Promise<DisputeRoom> {
    const room = await roomOf();
    allowed(await raiseDispute(raiseForm(), iroOlu, room.needs));
    room.clock.moveTo('2026-03-27');
    allowed(await raiseDispute(raiseForm({ once: 'once-2', theme: 'visits' }), iroOlu, room.needs));
    return room;
  }

  it('are allowed, each with a clock of its own', async () => {
    const room = await twice();
    expect((await room.kept('D-0001')).clock?.cap).toBe('2026-04-24');
    expect((await room.kept('D-0002')).clock?.cap).toBe('2026-04-28');
  });

  it('are said on the form and on each record, to whoever may see both', async () => {
    const room = await twice();
    const form = JSON.stringify(await press('dispute.ask', { case: 'C-1042' }, iroOlu, room));
    expect(form).toContain('Also open about this child: D-0001, D-0002');
    expect(JSON.stringify(await press('dispute.open', { dispute: 'D-0001' }, iroOlu, room))).toContain(
      'Also open about this child: D-0002',
    );
    expect(await liveAbout(['C-1042'], chloe, room.needs)).toEqual([]);
  });

  it('keeps what is open, and what was typed, when the form is refused', async () => {
    const room = await twice();
    const typed = { case: 'C-1042', once: 'once-3', concern: 'Typed words', siblings: 'C-2000', startAt: '0' };
    const whole = { ...typed, theme: 'visits', impact: 'x', wanted: 'y' };
    const again = JSON.stringify(await press('dispute.raise', whole, iroOlu, room));
    expect(again).toContain('Also open about this child: D-0001, D-0002');
    expect(again).toContain('Typed words');
    expect(again).toContain('C-2000 is not a looked-after child that you review');
  });
});
