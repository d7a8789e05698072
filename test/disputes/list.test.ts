import { describe, expect, it } from 'vitest';
import { listDisputes } from '../../src/disputes/list/actions.ts';
import { readListForm } from '../../src/disputes/list/form.ts';
import { dueNext } from '../../src/disputes/list/rules.ts';
import { disputeListView } from '../../src/disputes/list/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase } from '../builders/case.ts';
import { aDispute, allowed, answered, child, disputeRoom, escalated, judged } from '../builders/dispute.ts';
import {
  ayesha,
  ben,
  directorRuth,
  grace,
  iroManagerKaren,
  iroOlu,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-27');
const sibling = aCase({ ...child, id: 'C-1043', people: { ...child.people, socialWorker: ben.id } });

/** Disputes as they were kept, each with a number of its own. */
async function room(...disputes: readonly Dispute[]) {
  const opened = await disputeRoom('2026-03-27', undefined, [child, sibling]);
  for (const [nth, dispute] of disputes.entries()) {
    const id = `D-000${nth + 1}`;
    await opened.needs.disputes.save({ ...dispute, id, once: id, revision: 0 });
  }
  return opened;
}

const seen = async (by: Person, typed: Record<string, unknown>, opened: Awaited<ReturnType<typeof room>>) => {
  const listed = allowed(await listDisputes(allowed(readListForm(typed)), by, opened.needs));
  return { listed, view: disputeListView(listed, sightOf(by, now)), ids: listed.disputes.map(({ id }) => id) };
};

const fresh = aDispute();
const waiting = answered(aDispute());
const higher = escalated(aDispute(), 1, now);
const withdrawn: Dispute = { ...fresh, state: { at: 'withdrawn', on: localDate('2026-03-26'), why: 'Settled' } };

describe('the lists of disputes', () => {
  const table: readonly (readonly [string, Person, string, readonly string[]])[] = [
    ['the IRO: an answer to judge', iroOlu, 'waiting', ['D-0002']],
    ['the IRO: what they raised', iroOlu, 'raised', ['D-0001', 'D-0002', 'D-0003']],
    ['the team manager: a stage to answer', priya, 'waiting', ['D-0001']],
    ['the team manager: their service', priya, 'service', ['D-0001', 'D-0002', 'D-0003']],
    ['the service manager: a stage to answer', grace, 'waiting', ['D-0003']],
    ['the Director: all that is open', directorRuth, 'open', ['D-0001', 'D-0002', 'D-0003']],
    ['the IRO manager: what has ended', iroManagerKaren, 'ended', ['D-0004']],
    ['the IRO manager: nothing to answer', iroManagerKaren, 'waiting', []],
    ['business support: nothing at all', supportFiona, 'open', []],
    ['business support: nothing that has ended', supportFiona, 'ended', []],
  ];

  it.each(table)('%s', async (_who, by, show, ids) => {
    const opened = await room(fresh, waiting, higher, withdrawn);
    expect((await seen(by, { show }, opened)).ids.toSorted()).toEqual(ids);
  });

  it('wait for no officer once an answer was judged satisfactory', async () => {
    const opened = await room(judged(answered(aDispute()), 'satisfactory', now));
    expect((await seen(priya, { show: 'waiting' }, opened)).ids).toEqual([]);
    expect((await seen(priya, { show: 'open' }, opened)).ids).toEqual(['D-0001']);
  });

  it('are offered with how many are on each; one with nothing on it is not offered', async () => {
    const opened = await room(fresh, waiting, higher, withdrawn);
    const titles = (await seen(iroOlu, {}, opened)).view.choices.lists.map(({ title }) => title);
    expect(titles).toEqual(['Waiting for me (1)', 'Raised by me (3)', 'All open (3)', 'Ended']);
    const hers = (await seen(ayesha, {}, opened)).view.choices.lists.map(({ title }) => title);
    expect(hers).toEqual(['My service (3)', 'All open (3)', 'Ended']);
  });

  it.each(['nonsense', 'open x', '__proto__', 7, undefined])(
    'show all that is open when asked for %j',
    async (show) => {
      expect((await seen(directorRuth, { show }, await room(fresh))).listed).toMatchObject({ show: 'open', page: 1 });
    },
  );

  it('say what to do next when they are empty', async () => {
    const opened = await room();
    for (const show of ['waiting', 'raised', 'service', 'open', 'ended'])
      expect((await seen(iroOlu, { show }, opened)).view.empty).toMatch(/Choose another list|raise dispute/);
  });
});

describe('a list of disputes', () => {
  const due = (day: string): Dispute => ({
    ...fresh,
    state: {
      at: 'formal',
      rung: { ...('rung' in fresh.state ? fresh.state.rung : (null as never)), due: localDate(day) },
    },
  });

  it('has what is due first at the top: never later than day twenty, or the day of the check', async () => {
    const past: Dispute = {
      ...due('2026-05-01'),
      clock: { formalOn: localDate('2026-02-02'), cap: localDate('2026-03-02') },
    };
    const checked: Dispute = {
      ...fresh,
      state: {
        at: 'resolved-monitoring',
        on: localDate('2026-03-20'),
        outcome: 'actions-agreed',
        changed: 'A date',
        checkOn: localDate('2026-03-31'),
      },
    };
    const { ids } = await seen(directorRuth, {}, await room(due('2026-04-10'), past, checked, due('2026-03-30')));
    expect(ids).toEqual(['D-0002', 'D-0004', 'D-0003', 'D-0001']);
    expect([dueNext(past), dueNext(checked), dueNext(withdrawn)]).toEqual(['2026-03-02', '2026-03-31', null]);
  });

  it('comes in pages of five, the next one a single press away', async () => {
    const opened = await room(...Array.from({ length: 7 }, () => fresh));
    const first = await seen(directorRuth, {}, opened);
    expect(first.view.disputes).toHaveLength(5);
    expect(first.view.choices.lists[0]).toEqual({ title: 'All open: Page 2 of 2', value: 'open 2' });
    const second = await seen(directorRuth, { show: first.view.typed.show }, opened);
    expect(second.view.disputes.map(({ id }) => id)).toEqual(['D-0006', 'D-0007']);
    expect(second.view.choices.lists[0]).toEqual({ title: 'All open: First page', value: 'open 1' });
  });

  it('says in words what else there is to know', async () => {
    const flagged: Dispute = {
      ...fresh,
      urgent: true,
      cafcass: { on: localDate('2026-03-26'), why: 'Not safe' },
      clock: { formalOn: localDate('2026-02-02'), cap: localDate('2026-03-02') },
    };
    const { view } = await seen(directorRuth, {}, await room(flagged));
    expect(view.disputes[0]?.says).toContain('urgent · past day 20 · referred to Cafcass');
  });

  it('names a brother or sister only to those who may see their case', async () => {
    const opened = await room({ ...fresh, children: ['C-1042', 'C-1043'] });
    const title = async (by: Person) => (await seen(by, {}, opened)).view.disputes[0]?.title;
    expect(await title(directorRuth)).toContain('C-1042, C-1043 ·');
    expect(await title(ayesha)).toContain('C-1042 and 1 other child ·');
    expect(await title(ben)).toContain('C-1043 and 1 other child ·');
  });
});
