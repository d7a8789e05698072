import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Outcome } from '../../src/refusal.ts';
import { CHECKLIST_VERSION, itemsOf } from '../../src/returns/checklist/checklist.ts';
import { questionsOf } from '../../src/returns/checklist/rules.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import type { Returning, ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { askSiblings, shareFrom } from '../../src/returns/siblings/actions.ts';
import { mayShare, shareAnswers } from '../../src/returns/siblings/rules.ts';
import { siblingsView } from '../../src/returns/siblings/view.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, ben, iroOlu, northmoor, priya, sightOf, tom } from '../builders/people.ts';
import {
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  planOf,
  returnRoom,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

/** What may be taken from one child's return to another's: about the home and the parents, and nothing else. */
const ABOUT_THE_HOME = ['CON-06', 'ASM-04', 'ASM-06', 'ASM-11', 'ASM-12', 'PLN-02', 'PLN-10', 'PLN-18'];

const everything = itemsOf(CHECKLIST_VERSION).map(({ id }) => anAnswer(id, { by: priya.id, note: `Sister: ${id}` }));
const returning = (about: ReturningCase, plan: ReturnPlan): Returning => ({
  about: { ...about, returns: [plan] },
  plan,
});
const here = returning(aReturningCase(), aPlan());

function sister(parts: Partial<ReturnPlan> = {}, about: Partial<ReturningCase> = {}): Returning {
  const child = { ...aReturningCase(), id: 'C-1043', initials: 'CD', ...about };
  return returning(child, aPlan({ id: 'RH-0003', answers: everything, ...parts }));
}

const shared = (outcome: Outcome<{ readonly about: ReturningCase }>) => planOf(allowed(outcome).about).answers;

describe('a brother’s or sister’s answers', () => {
  it.each(itemsOf(CHECKLIST_VERSION).map((item) => [item.id, ABOUT_THE_HOME.includes(item.id)] as const))(
    'answer %s: %s',
    (id, may) => {
      const answers = shared(shareAnswers(here, sister(), doing(ayesha)));
      expect(answers.some(({ item }) => item === id)).toBe(may);
    },
  );

  it('are taken as they were noted, by who takes them, and say where they come from', () => {
    const { about } = allowed(shareAnswers(here, sister(), doing(ayesha)));
    expect(planOf(about).answers[0]).toMatchObject({
      item: 'CON-06',
      answer: 'done',
      note: 'Sister: CON-06',
      by: ayesha.id,
      at: at('2026-11-23'),
      sharedFrom: 'RH-0003',
    });
    const line = about.history.at(-1)?.what ?? '';
    expect(line).toMatch(
      /^RH-0001: 8 answers about the home and the parents taken from RH-0003: Consider: “Tell the par/,
    );
    expect(line).toContain('from Not done to Done');
    const card = checklistView(
      { about, plan: planOf(about), stage: 'consider', page: 1 },
      sightOf(ayesha, at('2026-11-23')),
    );
    expect(card.questions.find(({ id }) => id === 'CON-06')?.status).toBe(
      'Done · Ayesha Khan · Mon 23 November 2026 · from RH-0003',
    );
  });

  it('take the place of nothing that is answered here', () => {
    const mine = anAnswer('CON-06', { answer: 'not-applicable', note: 'No contact with the father' });
    const own = returning(aReturningCase(), aPlan({ answers: [mine] }));
    const answers = shared(shareAnswers(own, sister(), doing(ayesha)));
    expect(answers).toHaveLength(ABOUT_THE_HOME.length);
    expect(answers[0]).toEqual(mine);
  });

  it('are only those that this route asks for', () => {
    const home = returning(aReturningCase(), anUnplanned());
    const from = sister({ plannedFor: localDate('2026-11-20') });
    const asksFor = questionsOf(home.plan, home.about).map(({ item }) => item.id);
    expect(shared(shareAnswers(home, from, doing(ayesha))).map(({ item }) => item)).toEqual(
      ABOUT_THE_HOME.filter((id) => asksFor.includes(id)),
    );
  });

  it('are not what the sister has only noted', () => {
    const noted = sister({ answers: [anAnswer('ASM-11', { answer: 'not-done', note: 'Visit next week' })] });
    expect(shareAnswers(here, noted, doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining('There is nothing to use from RH-0003'),
    });
  });

  it.each([
    ['for another day', here, sister({ plannedFor: localDate('2026-12-15') }), ayesha, 'is for Tue 15 December 2026'],
    ['of a return that is over', here, sister({ overtakenBy: 'RH-0004' }), ayesha, 'RH-0003 is over'],
    ['of this same child', here, sister({}, { id: 'C-1042' }), ayesha, 'a return of this same child'],
    ['of the same return', here, returning(aReturningCase(), aPlan({ answers: everything })), ayesha, 'same child'],
    [
      'of a child who is not theirs',
      here,
      sister({}, { people: { ...aReturningCase().people, socialWorker: ben.id, teamManager: tom.id } }),
      ayesha,
      'not yours to plan',
    ],
    ['by the IRO', here, sister(), iroOlu, 'is for the child’s social worker'],
    ['once it is sent for a decision', ready(asked()), sister(), ayesha, 'has been sent for a decision'],
    ['once it is approved', ready(approved()), sister(), ayesha, 'has been sent for a decision'],
    [
      'into a return whose place was taken',
      returning(aReturningCase(), aPlan({ overtakenBy: 'RH-0002' })),
      sister(),
      ayesha,
      'RH-0002 has taken the place',
    ],
  ])('are refused %s', (_why, into, from, by, because) => {
    expect(shareAnswers(into, from, doing(by))).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('change this case alone, in one write', async () => {
    const room = await returnRoom('2026-11-23', [here.about, sister().about]);
    const done = await shareFrom({ return: 'RH-0001', from: 'RH-0003' }, ayesha, room.needs);
    expect(done.ok).toBe(true);
    expect(planOf(await room.kept()).answers).toHaveLength(ABOUT_THE_HOME.length);
    expect((await room.kept()).revision).toBe(2);
    expect((await room.kept('C-1043')).revision).toBe(1);
    const again = await shareFrom({ return: 'RH-0001', from: 'RH-0003' }, ayesha, room.needs);
    expect(again).toMatchObject({ ok: false, because: expect.stringContaining('There is nothing to use') });
  });

  it('are not to be found by somebody who may not see them', async () => {
    const bens = { people: { ...aReturningCase().people, socialWorker: ben.id, teamManager: tom.id, iro: ben.id } };
    const room = await returnRoom('2026-11-23', [here.about, sister({}, bens).about]);
    const unknown = await shareFrom({ return: 'RH-0001', from: 'RH-0099' }, ayesha, room.needs);
    const theirs = await shareFrom({ return: 'RH-0001', from: 'RH-0003' }, ayesha, room.needs);
    expect(JSON.stringify(theirs).replaceAll('RH-0003', 'X')).toBe(JSON.stringify(unknown).replaceAll('RH-0099', 'X'));
  });
});

function ready(about: ReturningCase): Returning {
  return { about, plan: planOf(about) };
}

describe('the list to choose from', () => {
  const sight = sightOf(ayesha, at('2026-11-23'), northmoor);

  it('has the open returns on the same day that the person plans, and how much there is to use', async () => {
    const others = [
      sister().about,
      sister({ id: 'RH-0004', plannedFor: localDate('2026-12-15') }, { id: 'C-1044' }).about,
      sister({ id: 'RH-0005', overtakenBy: 'RH-0009' }, { id: 'C-1045' }).about,
      sister({ id: 'RH-0006', answers: [] }, { id: 'C-1046' }).about,
    ];
    const room = await returnRoom('2026-11-23', [here.about, ...others]);
    const found = allowed(await askSiblings({ return: 'RH-0001' }, ayesha, room.needs));
    expect(found.others.map(({ plan, count }) => [plan.id, count])).toEqual([
      ['RH-0003', 8],
      ['RH-0006', 0],
    ]);
    expect(siblingsView(found, sight).choices.from).toEqual([
      { value: 'RH-0003', title: 'Use the answers of RH-0003 (CD · C-1043), 8 of them' },
    ]);
  });

  it('says what to do when there is nothing to use', async () => {
    const room = await returnRoom('2026-11-23', [here.about]);
    const view = siblingsView(allowed(await askSiblings({ return: 'RH-0001' }, ayesha, room.needs)), sight);
    expect(view.canShare).toBe(false);
    expect(view.says).toContain('Start the brother’s or sister’s return with the same date');
  });

  it('is offered on the first card, to those who plan, while answers are still open', () => {
    const offered = (one: Returning, by = ayesha, page = 0) =>
      checklistView({ ...one, stage: 'consider', page }, sightOf(by, at('2026-11-23'))).canShare;
    expect(offered(here)).toBe(true);
    expect(offered(here, ayesha, 1)).toBe(false);
    expect(offered(here, iroOlu)).toBe(false);
    expect(offered(ready(asked()))).toBe(false);
    expect(mayShare(here, doing(priya))).toBe(true);
  });
});
