import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import type { Person } from '../../src/people/model.ts';
import { answerItems, type Typed, withItemDone } from '../../src/returns/checklist/answering.ts';
import { cardAt, firstCard, ITEMS_A_CARD, pagesOf, turnedFrom } from '../../src/returns/checklist/turning.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import {
  BEFORE_DECISION,
  type ReturningCase,
  type ReturnPlan,
  STAGE_ORDER,
  type Stage,
} from '../../src/returns/model.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  grace,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
  sightOf,
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
  return outcome.value.about;
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
    expect(about.history.at(-1)?.what).toBe(
      'RH-0001: Consider: “Tell the IRO and record their view.” from Not done to Done, note “Told by phone”',
    );
  });

  it('saves a card in one line of history, whatever is on it', () => {
    const about = answered(fresh, [
      done('CON-01'),
      done('CON-02'),
      { item: 'CON-08', answer: 'not-applicable', note: 'No wider family' },
      { item: 'CON-09', answer: 'not-done', note: '' },
    ]);
    expect(about.history.at(-1)?.what.split('; ')).toHaveLength(3);
    expect(about.history.at(-1)?.what).toMatch(/^RH-0001: .*from Not done to Not applicable, note “No wider family”$/);
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
    const about = answered({ ...fresh, returns: [aPlan({ answers: [anAnswer('CON-01')] })] }, [
      { item: 'CON-01', answer: 'not-done', note: '' },
    ]);
    expect(planOf(about).answers).toEqual([]);
    expect(about.history.at(-1)).toMatchObject({
      by: ayesha.id,
      what: expect.stringMatching(/^RH-0001: Consider: “What prompted the return\?.*…” from Done to Not done$/),
    });
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
    ['the IRO, whose questions are others', iroOlu, false],
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
    expect(answer(since, [{ item: 'CON-01', answer: 'not-done', note: '' }], priya)).toMatchObject({
      ok: false,
      because: expect.stringContaining('You have answered'),
    });
    expect(answer(since, [done('CON-01')]).ok).toBe(true);
    expect(answer(since, [done('CON-02')]).ok).toBe(true);
  });

  it('says in the history what was taken back, however much is saved with it', () => {
    const questions = STAGE_ORDER.flatMap((stage) => pagesOf(stage, aPlan(), fresh).flat());
    const own = questions.filter(({ item }) => item.owners.includes('social-worker')).map(({ item }) => item.id);
    const [first, ...others] = own.reverse();
    const was = { ...fresh, returns: [aPlan({ answers: [anAnswer(first!, { note: 'See the note of 3 May' })] })] };
    const about = answered(was, [
      ...others.map((item) => done(item, 'long '.repeat(390))),
      { item: first!, answer: 'not-done', note: '' },
    ]);
    const line = about.history.at(-1)?.what ?? '';
    expect(line).toMatch(/^RH-0001: .*from Done to Not done, no note instead of “See the note of 3 May”; /);
    expect(line).toContain(`and ${others.length - 7} more answered`);
    expect(line.length).toBeLessThan(3000);
  });

  it('says what a note was before it was changed', () => {
    const was = { ...fresh, returns: [aPlan({ answers: [anAnswer('CON-07', { note: 'By phone' })] })] };
    expect(answered(was, [done('CON-07', 'By letter')]).history.at(-1)?.what).toBe(
      'RH-0001: Consider: “Tell the IRO and record their view.” stays Done, note “By letter” instead of “By phone”',
    );
  });

  it.each([
    ['asked', asked()],
    ['approved', approved()],
  ])('never changes what is settled, whatever is sent by whomever: %s', (_what, about) => {
    const before = planOf(about).answers;
    const settled = BEFORE_DECISION.flatMap((stage) => pagesOf(stage, planOf(about), about).flat())
      .map(({ item }) => item.id)
      .filter((id) => id !== 'DEC-08');
    for (const [nth, item] of settled.entries()) {
      const by = [ayesha, priya, iroOlu, nominatedSamuel, coordinatorJosh][nth % 5]!;
      for (const value of ['not-done', 'not-applicable', 'done'] as const) {
        const outcome = answer(about, [{ item, answer: value, note: 'x' }], value === 'done' ? by : ayesha);
        expect(outcome.ok, `${item} ${value} by ${by.name}`).toBe(false);
      }
      expect(withItemDone(planOf(about), about, item, 'x', doing(by)).answers).toBe(before);
    }
  });

  it.each([
    ['sent for a decision', asked()],
    ['approved', approved()],
  ])('leaves what was %s as the decider saw it, and goes on with the rest', (_what, about) => {
    expect(answer(about, [{ item: 'CON-05', answer: 'not-done', note: '' }])).toMatchObject({
      ok: false,
      because: expect.stringContaining('stays as it was sent'),
    });
    expect(answer(about, [done('RET-01'), done('DEC-08')], priya).ok).toBe(true);
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

describe('an act that is what an item asks for', () => {
  const act = (plan: ReturnPlan, item = 'DEC-01') => withItemDone(plan, fresh, item, 'Held today', doing(iroOlu));

  it('answers the item by whoever acted', () => {
    expect(act(aPlan()).answers).toEqual([
      {
        item: 'DEC-01',
        answer: 'done',
        note: 'Held today',
        by: iroOlu.id,
        at: at('2026-11-23'),
        words: 'Hold a review that considers the return.',
        sharedFrom: null,
      },
    ]);
    const noted = aPlan({ answers: [anAnswer('DEC-01', { answer: 'not-done', note: 'Booked' })] });
    expect(act(noted).answers).toMatchObject([{ answer: 'done', note: 'Held today' }]);
  });

  it.each([
    ['is answered already', aPlan({ answers: [anAnswer('DEC-01')] }), 'DEC-01'],
    ['is not applicable', aPlan({ answers: [anAnswer('DEC-01', { answer: 'not-applicable', note: 'x' })] }), 'DEC-01'],
    ['is not asked on this route', aPlan(), 'YP-01'],
    ['is the decision itself', aPlan(), 'DEC-04'],
    ['is nothing that anybody knows', aPlan(), 'XX-99'],
  ])('leaves it alone where it %s', (_why, plan, item) => {
    expect(act(plan, item)).toBe(plan);
  });
});

describe('a question on a card', () => {
  const shown = (note: string, by = nominatedSamuel) => {
    const plan = aPlan({ answers: [anAnswer('CON-01', { note, at: at('2026-11-10') })] });
    const view = checklistView({ about: fresh, plan, stage: 'consider', page: 0 }, sightOf(by, at('2026-11-23')));
    return view.questions[0]!;
  };

  it('says who answered it and when', () => {
    expect(shown('Letter of 1 March')).toMatchObject({
      status: 'Done · Ayesha Khan · Tue 10 November 2026',
      hasNote: true,
      note: 'Note: Letter of 1 March',
    });
    expect(shown('Letter of 1 March', ayesha)).toMatchObject({ isOpen: true, hasStatus: true, hasNote: false });
  });

  it.each([
    ['https://files.northmoor.example/a/b?id=1&x=%20#p', true],
    ['http://files.northmoor.example/a', false],
    ['See https://files.northmoor.example/a', false],
    ['https://files.northmoor.example/a [press me](https://elsewhere.example)', false],
    ['https://files.northmoor.example/a)[press](https://elsewhere.example', false],
    ['https://files.northmoor.example/<at>Ruth</at>', false],
    ['javascript:alert(1)', false],
  ])('shows a note that is the address of evidence as a link: %s %s', (note, isLink) => {
    expect(shown(note)).toMatchObject({ hasLink: isLink, link: isLink ? note : '', hasNote: !isLink });
    const plan = aPlan({ answers: [anAnswer('CON-01', { note })] });
    const view = checklistView({ about: fresh, plan, stage: 'consider', page: 0 }, sightOf(ayesha, at('2026-11-23')));
    const links = JSON.stringify(render('return.checklist', view)).match(/\[Open the evidence\]\([^)]*\)/g) ?? [];
    expect(links).toEqual(isLink ? [`[Open the evidence](${note})`] : []);
  });

  it('shows what came since instead of a blank from an older card, and keeps what was typed otherwise', () => {
    const plan = aPlan({ answers: [anAnswer('CON-01', { note: 'Kept', at: at('2026-11-23', '09:30') })] });
    const typedOn = (drawn: string, answer: string) =>
      checklistView({ about: fresh, plan, stage: 'consider', page: 0 }, sightOf(ayesha, at('2026-11-23')), ['x'], {
        drawn,
        'CON-01': answer,
        'note-CON-01': '',
      }).questions[0]!.typed;
    expect(typedOn(at('2026-11-23', '09:00'), 'not-done')).toEqual({ answer: 'done', note: 'Kept' });
    expect(typedOn(at('2026-11-23', '09:31'), 'not-done')).toEqual({ answer: 'not-done', note: '' });
    expect(typedOn(at('2026-11-23', '09:00'), 'not-applicable')).toEqual({ answer: 'not-applicable', note: '' });
  });
});

describe('the questions for supervision', () => {
  const on = (stage: Stage, page: number, by: Person) =>
    checklistView({ about: fresh, plan: aPlan(), stage, page }, sightOf(by, at('2026-11-23')));

  it.each(STAGE_ORDER)('are on the first card of each stage: %s', (stage) => {
    expect(on(stage, 0, priya).prompts.length).toBeGreaterThanOrEqual(3);
    expect(on(stage, 0, grace).hasPrompts).toBe(true);
    expect(on(stage, 1, priya).hasPrompts).toBe(false);
  });

  it('are for the team manager and those above', () => {
    for (const by of [ayesha, iroOlu, nominatedSamuel]) expect(on('consider', 0, by).hasPrompts).toBe(false);
    expect(on('monitor', 0, priya).prompts.at(-1)?.says).toContain('supervision');
  });
});

describe('the cards of a checklist', () => {
  it.each([aPlan(), anUnplanned()])('hold at most five questions, and each question once', (plan) => {
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
