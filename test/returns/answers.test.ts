import { describe, expect, it } from 'vitest';
import {
  answerItems,
  cardAt,
  firstCard,
  ITEMS_A_CARD,
  pagesOf,
  type Typed,
  turnedFrom,
} from '../../src/returns/checklist/rules.ts';
import { type ReturningCase, STAGE_ORDER } from '../../src/returns/model.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
} from '../builders/people.ts';
import {
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

const fresh = aReturningCase({ returns: [aPlan()] });
const done = (item: string, note = ''): Typed => ({ item, answer: 'done', note });

function answer(about: ReturningCase, typed: readonly Typed[], by = ayesha, drawn = at('2026-11-23', '09:00')) {
  return answerItems(about, planOf(about), typed, drawn, doing(by));
}
function answered(about: ReturningCase, typed: readonly Typed[], by = ayesha) {
  const outcome = answer(about, typed, by);
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

describe('answering the checklist', () => {
  it('keeps the answer with its note, its author, its day and the words that were asked', () => {
    const about = answered(fresh, [done('CON-07', 'Told by phone')]);
    expect(planOf(about).answers).toEqual([
      {
        item: 'CON-07',
        answer: 'done',
        note: 'Told by phone',
        by: ayesha.id,
        at: at('2026-11-23'),
        words: 'Tell the IRO and record their view.',
        sharedFrom: null,
      },
    ]);
    expect(about.history.at(-1)?.what).toBe('RH-0001: Consider: 1 done');
  });

  it('saves a card in one line of history, whatever is on it', () => {
    const about = answered(fresh, [
      done('CON-01'),
      done('CON-02'),
      { item: 'CON-08', answer: 'not-applicable', note: 'No wider family' },
      { item: 'CON-09', answer: 'not-done', note: '' },
    ]);
    expect(about.history.at(-1)?.what).toBe('RH-0001: Consider: 2 done, 1 not applicable');
    expect(planOf(about).answers.map(({ item }) => item)).toEqual(['CON-01', 'CON-02', 'CON-08']);
  });

  it('wants to know why something is not applicable', () => {
    expect(answer(fresh, [{ item: 'CON-08', answer: 'not-applicable', note: '' }])).toMatchObject({
      ok: false,
      beside: { 'CON-08': expect.stringContaining('write in the note why') },
    });
  });

  it('keeps a note beside a question that is not done yet', () => {
    const about = answered(fresh, [{ item: 'PLN-09', answer: 'not-done', note: 'School rings back on Monday' }]);
    expect(planOf(about).answers).toMatchObject([{ answer: 'not-done', note: 'School rings back on Monday' }]);
  });

  it('takes an answer back', () => {
    const about = answered(answered(fresh, [done('CON-01')]), [{ item: 'CON-01', answer: 'not-done', note: '' }]);
    expect(planOf(about).answers).toEqual([]);
    expect(about.history.at(-1)?.what).toBe('RH-0001: Consider: 1 not done');
  });

  it('changes nothing when nothing was changed, and leaves an answer its author', () => {
    const once = answered(fresh, [done('CON-01')], priya);
    expect(answered(once, [done('CON-01')])).toBe(once);
    expect(planOf(answered(once, [done('CON-01'), done('CON-02')])).answers[0]?.by).toBe(priya.id);
  });

  it.each([
    ['a question nobody asks', 'CON-99'],
    ['a question of another route', 'YP-01'],
    ['the decision itself', 'DEC-04'],
    ['ratification', 'DEC-05'],
  ])('refuses %s, and saves nothing of the card', (_what, item) => {
    expect(answer(fresh, [done('CON-01'), done(item)])).toMatchObject({
      ok: false,
      because: expect.stringContaining(`“${item}” is not a question of RH-0001`),
    });
  });

  it.each([
    ['the social worker', ayesha, true],
    ['the team manager', priya, true],
    ['the IRO', iroOlu, true],
    ['another social worker', ben, false],
    ['the nominated officer', nominatedSamuel, false],
    ['the child in need co-ordinator', coordinatorJosh, false],
    ['the administrator', administratorPeter, false],
  ] as const)('is for %s: %#', (_who, by, may) => {
    expect(answer(fresh, [done('CON-01')], by).ok).toBe(may);
  });

  it('is for whoever covers for the social worker', () => {
    const leave = away(ayesha, chloe, '2026-11-20', '2026-11-30');
    expect(answerItems(fresh, aPlan(), [done('CON-01')], at('2026-11-23'), doing(chloe, '2026-11-23', leave)).ok).toBe(
      true,
    );
    expect(
      answerItems(fresh, aPlan(), [done('CON-01')], at('2026-11-23'), doing(chloe, '2026-11-23', northmoor)).ok,
    ).toBe(false);
  });

  it('does not let an old card undo what a colleague answered since', () => {
    const since = {
      ...fresh,
      returns: [aPlan({ answers: [anAnswer('CON-01', { by: priya.id, at: at('2026-11-23', '09:30') })] })],
    };
    expect(answer(since, [{ item: 'CON-01', answer: 'not-done', note: '' }])).toMatchObject({
      ok: false,
      because: expect.stringContaining('Priya Shah has answered'),
    });
    expect(
      answer(since, [{ item: 'CON-01', answer: 'not-done', note: '' }], ayesha, at('2026-11-23', '09:31')).ok,
    ).toBe(true);
    expect(answer(since, [done('CON-01')]).ok).toBe(true);
    expect(answer(since, [done('CON-02')]).ok).toBe(true);
  });

  it.each([
    ['sent for a decision', asked()],
    ['approved', approved()],
  ])('leaves what was %s as the decider saw it, and goes on with the rest', (_what, about) => {
    expect(answer(about, [{ item: 'CON-05', answer: 'not-done', note: '' }])).toMatchObject({
      ok: false,
      because: expect.stringContaining('stays as it was sent'),
    });
    expect(answer(about, [done('RET-01'), done('DEC-08')]).ok).toBe(true);
  });

  it('opens again what was sent back', () => {
    const about = approved();
    const decision = planOf(about).decision;
    if (decision.stands !== 'approved') throw new Error('not approved');
    const back = { ...about, returns: [{ ...planOf(about), decision: { ...decision, stands: 'sent-back' as const } }] };
    expect(answer(back, [done('CON-05', 'Seen alone on Tuesday')]).ok).toBe(true);
  });

  it('is over for a plan whose place was taken', () => {
    const overtaken = { ...fresh, returns: [aPlan({ overtakenBy: 'RH-0002' })] };
    expect(answer(overtaken, [done('CON-01')])).toMatchObject({
      ok: false,
      because: expect.stringContaining('RH-0002'),
    });
  });
});

describe('the cards of a checklist', () => {
  it.each([aPlan(), anUnplanned()])('hold at most seven questions, and each question once', (plan) => {
    const pages = STAGE_ORDER.flatMap((stage) => pagesOf(stage, plan, fresh));
    expect(pages.every((page) => page.length <= ITEMS_A_CARD)).toBe(true);
    const ids = pages.flat().map(({ item }) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(plan.route === 'unplanned' ? 'DEC-05' : 'DEC-04');
  });

  it('begin with the child’s safety after an unplanned return', () => {
    expect(pagesOf('consider', anUnplanned(), fresh)[0]?.[0]?.item.id).toBe('UNP-01');
  });

  it('are opened at the first with something required left', () => {
    expect(firstCard({ about: fresh, plan: aPlan() })).toMatchObject({ stage: 'consider', page: 0 });
    const ready = readyToDecide();
    const left = { ...planOf(ready), answers: planOf(ready).answers.filter(({ item }) => item !== 'ASM-09') };
    expect(firstCard({ about: ready, plan: left })).toMatchObject({ stage: 'assess', page: 1 });
    expect(firstCard({ about: asked(), plan: planOf(asked()) })).toMatchObject({ stage: 'assess' });
  });

  it('are turned through from first to last and back, and stop at both ends', () => {
    const about = fresh;
    const plan = aPlan();
    const all = STAGE_ORDER.flatMap((stage) => pagesOf(stage, plan, about).map((_page, page) => `${stage} ${page}`));
    let card = cardAt({ about, plan }, 'consider', 0);
    const seen = all.map(() => {
      const here = `${card.stage} ${card.page}`;
      card = turnedFrom(card, 1);
      return here;
    });
    expect(seen).toEqual(all);
    expect(turnedFrom(card, 1)).toEqual(card);
    for (let back = 0; back < all.length; back += 1) card = turnedFrom(card, -1);
    expect(card).toMatchObject({ stage: 'consider', page: 0 });
  });

  it('show the last page for one that is not there', () => {
    expect(cardAt({ about: fresh, plan: aPlan() }, 'return', 20).page).toBe(
      pagesOf('return', aPlan(), fresh).length - 1,
    );
  });
});
