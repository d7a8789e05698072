import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import type { CaseStore } from '../../src/cases/store.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { here } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { allowed, child, disputeRoom, raiseForm } from '../builders/dispute.ts';
import { coordinatorJosh, iroOlu, martin, nominatedSamuel } from '../builders/people.ts';
import { approved, lapsed } from '../builders/returning-case.ts';
import { changed, happened, lookedAfter, wentHome, withParents } from '../timetable/case-facts.ts';

const back: ReturningCase = { ...child, returns: [] };
const home: ReturningCase = { ...back, events: [...back.events, wentHome('2026-03-24')] };

/** A council with a dispute that was raised while the child was looked after, and the child’s case as it stands now. */
async function room(about: Case, siblings: readonly Case[] = []) {
  const opened = await disputeRoom('2026-03-25', undefined, [
    child,
    ...siblings.map((one) => ({ ...child, id: one.id })),
  ]);
  const form = raiseForm({ siblings: siblings.map(({ id }) => id), impact: 'PRIVATE-IMPACT' });
  allowed(await raiseDispute(form, iroOlu, opened.needs));
  const kept = openMemoryStore([RETURNING_CASE_SHAPE]).records(RETURNING_CASE_SHAPE);
  for (const one of [about, ...siblings]) await kept.save(one as ReturningCase);
  const needs = { ...opened.needs, cases: kept as CaseStore, outbox: opened.store.outbox };
  return async (verb: string, by: Person, typed: Record<string, unknown> = { dispute: 'D-0001' }) =>
    JSON.stringify(
      await ROUTES.find((route) => route.verb === verb)!.press(typed, here(by, false, 'once', needs as never)),
    );
}

const WAYS = ['dispute.open', 'dispute.view', 'dispute.timeline', 'dispute.list'] as const;

async function ways(by: Person, about: Case): Promise<readonly boolean[]> {
  const press = await room(about);
  return Promise.all(
    WAYS.map(async (verb) => {
      const says = await press(verb, by);
      return says.includes('D-0001') && !says.includes('that you have a part in');
    }),
  );
}

const EVERY_WAY = WAYS.map(() => true);
const NO_WAY = WAYS.map(() => false);

describe('the disputes of a case whose return somebody approved', () => {
  it.each([
    ['approved', approved(back), nominatedSamuel],
    ['approved, and the approval has lapsed since', lapsed(back), nominatedSamuel],
    ['approved, and asked for once more since', again(), nominatedSamuel],
  ])('are theirs to see, by every way there is: %s', async (_how, about, by) => {
    expect(await ways(by, about)).toEqual(EVERY_WAY);
  });

  it('are not for others of the post, nor for whoever was only asked', async () => {
    const other = { ...nominatedSamuel, id: 'another-nominated-officer' };
    expect(await ways(other, approved(back))).toEqual(NO_WAY);
    expect(await ways(nominatedSamuel, back)).toEqual(NO_WAY);
    expect(await ways(martin, approved(back))).toEqual(NO_WAY);
  });
});

function again(): ReturningCase {
  const about = approved(back);
  const { decision } = about.returns[0]!;
  if (decision.stands !== 'approved') throw new Error('It was approved');
  return { ...about, returns: [{ ...about.returns[0]!, earlier: [decision], decision: { stands: 'none' } }] };
}

describe('the disputes of a child who is in need after the return', () => {
  const withOrder = [lookedAfter('2024-01-08', 'care-order'), withParents('2026-03-10')];
  const table: readonly (readonly [string, boolean, ReturningCase])[] = [
    ['looked after still', false, back],
    ['went home and is in need', true, home],
    ['at home under the order, and looked after still', false, { ...back, events: withOrder }],
    [
      'the order was discharged at home',
      true,
      { ...back, events: [...withOrder, happened('2026-03-24', 'ceased-to-be-looked-after')] },
    ],
    [
      'ceased to be looked after elsewhere than at home',
      false,
      { ...back, events: [...back.events, happened('2026-03-24', 'ceased-to-be-looked-after')] },
    ],
    ['the plan has ended', false, { ...home, events: [...home.events, happened('2026-03-25', 'child-in-need-ended')] }],
    ['looked after once more', false, { ...home, events: [...home.events, lookedAfter('2026-03-25', 's20')] }],
    [
      'home a second time, after an earlier plan had ended',
      true,
      {
        ...back,
        events: [
          lookedAfter('2023-01-09', 's20'),
          wentHome('2023-06-05'),
          happened('2023-12-04', 'child-in-need-ended'),
          ...back.events,
          changed('2024-01-08', 's20'),
          wentHome('2026-03-24'),
        ],
      },
    ],
  ];

  it.each(table)('%s: for the co-ordinator, by every way there is, %s', async (_what, sees, about) => {
    expect(await ways(coordinatorJosh, about)).toEqual(sees ? EVERY_WAY : NO_WAY);
  });

  it('are for reading: there is nothing to press that does anything to them', async () => {
    const press = await room(home);
    const says = await press('dispute.open', coordinatorJosh);
    expect(says).toContain('PRIVATE-IMPACT');
    for (const button of [
      'Respond',
      'Agree to escalate',
      'Judge',
      'Escalate',
      'Resolve',
      'Withdraw',
      'Refer to Cafcass',
    ])
      expect(says).not.toContain(`"title":"${button}"`);
  });
});

describe('a dispute that is also about a child in need after the return', () => {
  it('is seen for that child only: what is private to the first is kept back', async () => {
    const press = await room(child, [{ ...home, id: 'C-1043' }]);
    const says = await press('dispute.open', coordinatorJosh);
    expect(says).toContain('D-0001');
    expect(says).not.toContain('PRIVATE-IMPACT');
    expect(await press('dispute.timeline', coordinatorJosh)).toContain('kept back');
  });
});
