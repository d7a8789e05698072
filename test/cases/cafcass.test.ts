import { describe, expect, it } from 'vitest';
import { refer } from '../../src/cases/cafcass/rules.ts';
import type { Case } from '../../src/cases/model.ts';
import { EVERY } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here } from '../../src/teams/route.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { council, Shown, type Wire } from '../builders/return-council.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome } from '../timetable/case-facts.ts';

const now = at('2026-11-03');
const WHY = 'Kayleigh’s right to see her brother';
const form = { case: 'C-1042', revision: 1, why: WHY, once: 'once-1' };
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const referred = (by: Person, about: Case = aCase(), authority = northmoor) => refer(about, form, by, authority, now);

async function room(about = aReturningCase(), authority = northmoor) {
  const made = await council(about, '2026-11-03', authority);
  return {
    ...made,
    says: async (by: Person, text: string) => new Shown(await hear(text, here(by, false, 'once-1', made.needs))),
    refer: (by: Person, asked: Shown, typed: Wire = { why: WHY }) =>
      made.press(by, 'cafcass.refer', asked.sends('Refer to Cafcass', typed)),
  };
}

describe('7.5 no. 3: Cafcass as the first act, with no local dispute', () => {
  it('is the IRO’s own decision: nobody is asked', () => {
    const { after } = allowed(referred(iroOlu));
    expect(after.cafcass).toEqual([{ on: '2026-11-03', by: iroOlu.id, at: now, why: WHY, once: 'once-1' }]);
    expect(after.history.at(-1)?.what).toBe('Referred to Cafcass, without a dispute');
  });

  it.each([
    ayesha,
    priya,
    tom,
    grace,
    headHelen,
    directorRuth,
    iroNadia,
    iroManagerKaren,
    coordinatorJosh,
    nominatedSamuel,
    supportFiona,
    administratorPeter,
  ])('is not $name’s', (by) => {
    expect(referred(by)).toMatchObject(refusedBecause('Only the child’s IRO, Olu Bankole, or their cover'));
  });

  it.each([iroNadia, iroManagerKaren])('is $name’s as cover while the IRO is away, and the history says so', (by) => {
    const covered = away(iroOlu, iroNadia, '2026-11-01', '2026-11-10');
    const { after } = allowed(referred(by, aCase(), covered));
    expect(after.history.at(-1)?.what).toContain('as cover for Olu Bankole');
    expect(referred(ben, aCase(), away(iroOlu, ben, '2026-11-01', '2026-11-10'))).toMatchObject({ ok: false });
  });

  it('is open only while the child is looked after', () => {
    const home = aCaseWith(wentHome('2026-11-02', true));
    expect(referred(iroOlu, home)).toMatchObject(refusedBecause('no longer looked after'));
  });

  it('is told to the Director and the IRO manager, and never to whoever did it', () => {
    const told = (by: Person, authority = northmoor) =>
      allowed(referred(by, aCase(), authority)).letters.map(({ kind, to, facts }) => [kind, to, facts]);
    expect(told(iroOlu)).toEqual([
      ['cafcass.told', { person: directorRuth.id }, { referral: '1' }],
      ['cafcass.told', { person: iroManagerKaren.id }, { referral: '1' }],
    ]);
    expect(told(iroManagerKaren, away(iroOlu, iroNadia, '2026-11-01', '2026-11-10'))).toHaveLength(1);
    expect(told(iroOlu, without(directorRuth, iroManagerKaren))).toEqual([]);
  });
});

describe('on the cards', () => {
  it('sends nothing to Cafcass, says so, and asks whether a dispute should be open too', async () => {
    const { says, refer: press, needs } = await room();
    const asked = await says(iroOlu, 'refer C-1042 to cafcass');
    expect(asked.text).toContain('It sends nothing to Cafcass: you do that yourself');
    const saved = await press(iroOlu, asked);
    expect(saved.text).toContain('Homeward has sent nothing to Cafcass. Send the referral yourself now');
    expect(saved.text).toContain('Told, not asked: Ruth Adeyemi, Karen Price');
    expect(saved.text).toContain('Open a local dispute too? You need not.');
    expect(saved.buttons).toEqual(['Raise dispute', 'Open the case']);
    expect(await needs.disputes.find(EVERY)).toEqual([]);
  });

  it('says where nobody holds a post that should be told', async () => {
    const authority = without(directorRuth);
    const { says, refer: press } = await room(aReturningCase(), authority);
    const saved = await press(iroOlu, await says(iroOlu, 'cafcass C-1042'));
    expect(saved.text).toContain('Nobody holds the post of Director of Children');
  });

  it('pressed twice is one referral; a later one says when the last was', async () => {
    const { says, refer: press, kept, letters, needs } = await room();
    const asked = await says(iroOlu, 'cafcass C-1042');
    await Promise.all([press(iroOlu, asked), press(iroOlu, asked)]);
    await press(iroOlu, asked);
    expect((await kept()).cafcass).toHaveLength(1);
    expect(await letters()).toHaveLength(2);
    const next = new Shown(await hear('cafcass C-1042', here(iroOlu, false, 'once-2', needs)));
    expect(next.text).toContain('Referred before on Tue 3 November 2026, by Olu Bankole');
    await press(iroOlu, next);
    expect((await kept()).cafcass).toHaveLength(2);
    expect(await letters()).toHaveLength(4);
  });

  it('asks for the reason, and keeps the form', async () => {
    const { says, refer: press, kept } = await room();
    const again = await press(iroOlu, await says(iroOlu, 'cafcass C-1042'), { why: '' });
    expect(again.text).toContain('Why: please fill this in.');
    expect((await kept()).cafcass).toEqual([]);
  });

  it('is offered on the IRO’s card of the case, and to nobody else', async () => {
    const { says } = await room();
    expect((await says(iroOlu, 'C-1042')).text).toContain('Type “cafcass C-1042”');
    for (const by of [ayesha, priya, grace, directorRuth]) {
      expect((await says(by, 'C-1042')).text).not.toContain('cafcass');
    }
  });

  it('shows nothing of the child on a locked phone, and the words only 1:1', async () => {
    const { says, refer: press, drawn, letters } = await room();
    const asked = await says(iroOlu, 'cafcass C-1042');
    const saved = await press(iroOlu, asked);
    const told = await drawn('cafcass.told');
    expect(told).toHaveLength(2);
    for (const text of told) {
      expect(text).toContain('You are told, not asked');
      expect(text).toContain(WHY);
    }
    const phones = [asked.card, saved.card, ...told.map((text) => JSON.parse(text))];
    for (const { fallbackText } of phones) expect(fallbackText).not.toMatch(/C-1042|\bAB\b|Kayleigh|Olu/);
    for (const { to } of await letters()) expect(to).toEqual({ person: expect.any(String) });
  });
});
