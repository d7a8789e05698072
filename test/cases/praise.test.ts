import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { savePraise } from '../../src/cases/praise/actions.ts';
import { recognise } from '../../src/cases/praise/rules.ts';
import { CASE_SHAPE, PRAISED } from '../../src/cases/store.ts';
import { EVERY } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here } from '../../src/teams/route.ts';
import { aCase, caseRoom } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
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

const now = at('2026-11-03');
const WORDS = { says: 'Kayleigh’s grandmother was found', impact: 'Kayleigh knows where she will live' };
const form = { case: 'C-1042', revision: 1, worker: ayesha.id, once: 'once-1', ...WORDS };
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const praise = (by: Person, about: Case = aCase(), authority = northmoor) =>
  recognise(about, form, 'G-0001', by, authority, now);

/** People who press and type about C-1042 on Tue 3 November 2026. */
async function room(about = aReturningCase(), authority = northmoor) {
  const made = await council(about, '2026-11-03', authority);
  return {
    ...made,
    says: async (by: Person, text: string) => new Shown(await hear(text, here(by, false, 'once-1', made.needs))),
    save: (by: Person, asked: Shown, typed: Wire = {}) =>
      made.press(by, 'praise.save', asked.sends('Recognise good practice', { ...WORDS, ...typed })),
  };
}

describe('7.5 no. 21: good practice', () => {
  it('is recognised by the child’s IRO', () => {
    const { after } = allowed(praise(iroOlu));
    expect(after.praise).toEqual([
      { id: 'G-0001', once: 'once-1', by: iroOlu.id, at: now, worker: ayesha.id, ...WORDS },
    ]);
    expect(after.history.at(-1)?.what).toBe('G-0001: good practice recognised');
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
  ])('is not $name’s to recognise', (by) => {
    expect(praise(by)).toMatchObject(refusedBecause('the child’s IRO, Olu Bankole, or their cover'));
  });

  it.each([iroNadia, iroManagerKaren])('is $name’s as cover while the IRO is away, and the history says so', (by) => {
    const covered = away(iroOlu, iroNadia, '2026-11-01', '2026-11-10');
    const { after } = allowed(praise(by, aCase(), covered));
    expect(after.history.at(-1)?.what).toContain('as cover for Olu Bankole');
  });

  it('is not for cover from outside the reviewing service (R-IRO-05)', () => {
    expect(praise(ben, aCase(), away(iroOlu, ben, '2026-11-01', '2026-11-10'))).toMatchObject({ ok: false });
  });

  it('goes to the worker and their team manager, and to nobody else', () => {
    const { letters } = allowed(praise(iroOlu));
    expect(letters.map(({ kind, to, facts }) => [kind, to, facts])).toEqual([
      ['praise.told', { person: ayesha.id }, { praise: 'G-0001' }],
      ['praise.told', { person: priya.id }, { praise: 'G-0001' }],
    ]);
    const left = allowed(praise(iroOlu, aCase(), without(ayesha))).letters;
    expect(left.map(({ to }) => to)).toEqual([{ person: priya.id }]);
  });

  it('is never a dispute and starts no clock', async () => {
    const { needs, save, says, tick, letters } = await room();
    await save(iroOlu, await says(iroOlu, 'good practice C-1042'));
    expect(await needs.disputes.find(EVERY)).toEqual([]);
    await tick('2026-12-04');
    const kinds = (await letters()).map(({ kind }) => kind).filter((kind) => kind !== 'reminder.deadline');
    expect(kinds).toEqual(['praise.told', 'praise.told']);
  });

  it('is found by its reference, and every case that has some by one key', async () => {
    const { needs, store } = await caseRoom('2026-11-03', [aCase(), aCase({ id: 'C-1043' })]);
    allowed(await savePraise(form, iroOlu, needs));
    const found = async (key: string) => (await store.records(CASE_SHAPE).find(key)).map(({ id }) => id);
    expect(await found('G-0001')).toEqual(['C-1042']);
    expect(await found(PRAISED)).toEqual(['C-1042']);
  });
});

describe('the form of good practice', () => {
  it('says whose work it was, and keeps it under a reference that opens it', async () => {
    const { save, says } = await room();
    const asked = await says(iroOlu, 'good practice C-1042');
    expect(asked.text).toContain('Ayesha Khan, social worker');
    expect(Object.keys(asked.inputs)).toEqual(['says', 'impact']);
    const saved = await save(iroOlu, asked);
    expect(saved.text).toContain('Good practice G-0001');
    expect(saved.text).toContain('Told: Ayesha Khan, Priya Shah');
    for (const typed of ['G-0001', 'g1', 'good practice G-0001']) {
      expect((await says(grace, typed)).text, typed).toContain(WORDS.says);
    }
    for (const by of [tom, chloe, supportFiona, administratorPeter]) {
      expect((await says(by, 'G-0001')).text).toContain('There is no good practice G-0001 for you to see');
    }
    expect((await says(iroOlu, 'G-0009')).text).toContain('There is no good practice G-0009');
  });

  it('sent twice is kept once', async () => {
    const { save, says, kept, letters } = await room();
    const asked = await says(iroOlu, 'good practice C-1042');
    await Promise.all([save(iroOlu, asked), save(iroOlu, asked)]);
    await save(iroOlu, asked);
    expect((await kept()).praise).toHaveLength(1);
    expect(await letters()).toHaveLength(2);
  });

  it('comes again with what was typed where something is missing', async () => {
    const { save, says, kept } = await room();
    const again = await save(iroOlu, await says(iroOlu, 'good practice C-1042'), { impact: ' ' });
    expect(again.text).toContain('What it meant for the child: please fill this in.');
    expect(again.inputs).toMatchObject({ says: WORDS.says });
    expect((await kept()).praise).toEqual([]);
  });

  it('does not go to another worker than the one it was written about', async () => {
    const { save, says, kept, needs } = await room();
    const asked = await says(iroOlu, 'good practice C-1042');
    const about = await kept();
    await needs.cases.save({ ...about, people: { ...about.people, socialWorker: ben.id } });
    const again = await save(iroOlu, asked);
    expect(again.text).toContain('The social worker is Ben Carter now');
    expect(again.inputs).toMatchObject(WORDS);
    expect((await kept()).praise).toEqual([]);
    expect((await save(iroOlu, again)).text).toContain('The work of Ben Carter');
  });

  it('believes no worker that the card names', async () => {
    const { save, says, kept } = await room();
    await save(iroOlu, await says(iroOlu, 'good practice C-1042'), { worker: tom.id });
    expect((await kept()).praise).toEqual([]);
  });
});

describe('the letter about good practice', () => {
  it('says what was good to the worker, asks nothing, and shows only the reference on a locked phone', async () => {
    const { save, says, drawn, letters } = await room();
    await save(iroOlu, await says(iroOlu, 'good practice C-1042'));
    const [toWorker, toManager] = await drawn('praise.told');
    expect(toWorker).toContain('Your good practice was recognised');
    expect(toManager).toContain('Ayesha Khan’s good practice was recognised');
    for (const text of [toWorker!, toManager!]) {
      expect(text).toContain(WORDS.says);
      expect(text).toContain('Nothing is asked of you.');
      expect(JSON.parse(text).fallbackText).toBe('Good practice G-0001 was recognised');
    }
    for (const { to } of await letters()) expect(to).toEqual({ person: expect.any(String) });
  });
});
