import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { here, type Needs } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  directorRuth,
  headHelen,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  sightOf,
  tom,
} from '../builders/people.ts';
import {
  anAnswer,
  aPlan,
  approved,
  aReturningCase,
  asked,
  inCare,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';

type Wire = Record<string, unknown>;

/** A council that answers presses, with the clock stopped on Mon 23 November 2026. */
async function council(about: ReturningCase, authority = northmoor) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  await cases.save(about);
  const clock = stoppedClock('2026-11-23');
  const needs: Needs = {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority,
    clock,
  };
  return {
    clock,
    needs,
    kept: async () => (await cases.get('C-1042'))!,
    letters: () => store.outbox.of({ kind: 'case', id: 'C-1042' }),
    press: async (by: Person, verb: string, typed: Wire = {}, inChannel = false) => {
      const found = ROUTES.find((row) => row.verb === verb)!;
      return new Shown(await found.press(typed, here(by, inChannel, 'once-1', needs)));
    },
    /** The letters of a kind, as they would be drawn now. */
    drawn: async (kind: keyof typeof LETTER_CARDS) => {
      const letters = (await store.outbox.of({ kind: 'case', id: 'C-1042' })).filter((one) => one.kind === kind);
      const drawing = letters.map((one) => {
        const reader = 'person' in one.to ? authority.register.get(one.to.person)! : { ...administratorPeter, id: '' };
        return LETTER_CARDS[kind]!(one, sightOf(reader, clock.now(), authority), needs);
      });
      return Promise.all(drawing);
    },
  };
}

/** A card as it is seen: its words, its inputs and what its buttons carry. */
class Shown {
  readonly card: Card;
  constructor(card: Card) {
    this.card = card;
  }
  get text() {
    return JSON.stringify(this.card);
  }
  get inputs(): Wire {
    return Object.fromEntries(
      parts(this.card)
        .filter(({ type }) => String(type).startsWith('Input.'))
        .map(({ id, value }) => [String(id), value ?? '']),
    );
  }
  get buttons() {
    return parts(this.card)
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ title }) => title);
  }
  /** What pressing a button sends: every input, what the button carries, and what was typed. */
  sends(title: string, typed: Wire = {}): Wire {
    const button = parts(this.card).find((part) => part.title === title)!;
    return { ...this.inputs, ...(button.data as Wire), ...typed };
  }
}

function parts(part: unknown): Wire[] {
  if (Array.isArray(part)) return part.flatMap(parts);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Wire, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : parts(value)))];
}

const planned = aReturningCase({ returns: [aPlan()] });

describe('starting from the form', () => {
  it('suggests the route from the facts, and asks about safety when the day has come', async () => {
    const { press } = await council(aReturningCase());
    expect((await press(ayesha, 'return.ask', { case: 'C-1042' })).inputs.route).toBe('planned-s20');
    const friday = await press(ayesha, 'return.ask', { case: 'C-1042', day: '2026-11-20' });
    expect(friday.inputs).toMatchObject({ day: '2026-11-20', safe: '' });
    expect(friday.text).toContain('Is the child safe now?');
    const early = await (await council(planned)).press(ayesha, 'return.ask', { case: 'C-1042' });
    expect(early.text).toContain('Is the child safe now?');
  });

  it('starts one plan when the form comes twice', async () => {
    const { press, kept } = await council(aReturningCase());
    const form = (await press(ayesha, 'return.ask', { case: 'C-1042' })).sends('Start checklist', {
      day: '2026-12-14',
      prompted: 'Mother is well',
    });
    const first = await press(ayesha, 'return.start', form);
    const second = await press(ayesha, 'return.start', form);
    expect((await kept()).returns.map(({ id }) => id)).toEqual(['RH-0001']);
    for (const shown of [first, second]) expect(shown.text).toContain('Consider (1 of 2)');
  });

  it('asks about safety first when somebody chooses the unplanned route, and keeps what was typed', async () => {
    const { press, kept, letters } = await council(aReturningCase());
    const form = (await press(ayesha, 'return.ask', { case: 'C-1042' })).sends('Start checklist', {
      route: 'unplanned',
      day: '2026-11-20',
      prompted: 'Mother fetched him',
    });
    const safety = await press(ayesha, 'return.start', form);
    expect(safety.text).not.toContain('⚠');
    expect(safety.inputs).toMatchObject({ day: '2026-11-20', prompted: 'Mother fetched him' });
    expect((await kept()).returns).toEqual([]);
    const started = await press(
      ayesha,
      'return.start',
      safety.sends('Start checklist', { safe: 'concern', concern: 'Alone at night' }),
    );
    expect(started.text).toContain('ring 999');
    expect((await letters()).map(({ kind }) => kind)).toEqual([
      'concern.raised',
      'return.questions',
      'return.questions',
      'return.told',
    ]);
  });

  it('shows the form again with what was typed when something is wrong', async () => {
    const { press } = await council(aReturningCase());
    const form = (await press(ayesha, 'return.ask', { case: 'C-1042' })).sends('Start checklist', {
      day: '2026-11-01',
      prompted: 'Mother is well',
    });
    const again = await press(ayesha, 'return.start', form);
    expect(again.text).toContain('has passed');
    expect(again.inputs).toMatchObject({ prompted: 'Mother is well', day: '2026-11-01' });
  });

  it('says the same of a case that is not theirs and of one that is not there', async () => {
    const { press } = await council(aReturningCase());
    for (const by of [tom, administratorPeter]) {
      const theirs = await press(by, 'return.ask', { case: 'C-1042' });
      const nobodys = await press(by, 'return.ask', { case: 'C-9999' });
      expect(theirs.text.replaceAll('C-1042', 'X')).toBe(nobodys.text.replaceAll('C-9999', 'X'));
      expect((await press(by, 'return.checklist', { case: 'C-1042' })).text).toContain(
        'no case C-1042 that you work on',
      );
    }
  });
});

describe('where an order is to be discharged', () => {
  it('asks whether the child goes home first, once the route is chosen', async () => {
    const { press, kept } = await council({ ...inCare(), returns: [] });
    const first = await press(ayesha, 'return.ask', { case: 'C-1042' });
    expect(first.text).not.toContain('before the court discharges the order');
    const chosen = first.sends('Start checklist', {
      route: 'planned-discharge',
      day: '2026-12-14',
      prompted: 'The plan was kept',
    });
    const second = await press(ayesha, 'return.start', chosen);
    expect(second.text).toContain('Will the child go home before the court discharges the order?');
    expect(second.text).not.toContain('⚠');
    expect(second.inputs).toMatchObject({ day: '2026-12-14', prompted: 'The plan was kept', homeFirst: '' });
    expect((await press(ayesha, 'return.start', second.sends('Start checklist'))).text).toContain('⚠ Will the child');
    await press(ayesha, 'return.start', second.sends('Start checklist', { homeFirst: 'yes' }));
    expect(planOf(await kept()).homeFirst).toBe(true);
  });
});

describe('a return that will take another’s place', () => {
  it('says so on its form, also when the form comes back', async () => {
    const { press } = await council(planned);
    const form = await press(ayesha, 'return.ask', { case: 'C-1042' });
    expect(form.text).toContain('This takes the place of RH-0001.');
    const again = await press(
      ayesha,
      'return.start',
      form.sends('Start checklist', { day: '2026-11-30', safe: 'yes' }),
    );
    expect(again.text).toContain('This takes the place of RH-0001.');
  });
});

describe('answering from one’s own card', () => {
  it('brings the manager and the IRO their questions, and takes their answers', async () => {
    const { press, kept, drawn } = await council(aReturningCase());
    const form = await press(ayesha, 'return.ask', { case: 'C-1042' });
    await press(
      ayesha,
      'return.start',
      form.sends('Start checklist', { day: '2026-12-14', prompted: 'Mother is well' }),
    );
    const [hers, his] = (await drawn('return.questions')).map((card) => new Shown(card as Card));
    expect(hers!.text).toContain('Here are 4.');
    expect(Object.keys(his!.inputs)).toEqual(['DEC-01', 'note-DEC-01']);
    expect(his!.buttons).toEqual(['Save', 'Open checklist']);

    const refused = await press(iroOlu, 'return.answer', his!.sends('Save', { 'DEC-01': 'not-applicable' }));
    expect(refused.text).toContain('write in the note why');
    expect(refused.inputs['DEC-01']).toBe('not-applicable');
    const done = await press(iroOlu, 'return.answer', his!.sends('Save', { 'DEC-01': 'done' }));
    expect(done.text).toContain('Nothing of this return waits for you now.');
    expect(planOf(await kept()).answers).toMatchObject([{ item: 'DEC-01', by: iroOlu.id }]);

    const more = await press(priya, 'return.mine', hers!.sends('More of yours'));
    expect(Object.keys(more.inputs)).not.toEqual(Object.keys(hers!.inputs));
  });

  it('is refused for what is somebody else’s, with the state as it is', async () => {
    const { press, kept } = await council(planned);
    const mine = await press(ayesha, 'return.mine', { return: 'RH-0001' });
    const forged = mine.sends('Save', { 'CON-01': 'done', 'DEC-01': 'done', 'note-DEC-01': '' });
    const refused = await press(ayesha, 'return.answer', forged);
    expect(refused.text).toContain('is for Olu Bankole (Independent Reviewing Officer) to answer. Nothing was saved.');
    expect((await kept()).revision).toBe(1);
    expect((await press(tom, 'return.mine', { return: 'RH-0001' })).text).toContain('no return RH-0001 for you to see');
  });

  it('lets somebody who only reads turn the pages', async () => {
    const replaced = aReturningCase({ returns: [aPlan({ overtakenBy: 'RH-0002' })] });
    for (const about of [planned, replaced]) {
      const { press } = await council(about);
      const card = await press(nominatedSamuel, 'return.open', { return: 'RH-0001' });
      const next = await press(nominatedSamuel, 'return.next', card.sends('Next page'));
      expect(next.text).toContain('Consider (2 of 2)');
      expect(next.text).not.toContain('Nothing was saved');
      expect(next.text).not.toContain('Its answers are kept');
    }
    const old = await (await council(replaced)).press(ayesha, 'return.open', { return: 'RH-0001' });
    expect(old.inputs).toEqual({});
    expect(old.buttons).not.toContain('Save');
  });
});

describe('a brother’s or sister’s answers', () => {
  it('are chosen on a card, and an empty choice is asked for again', async () => {
    const { press, kept, needs } = await council(planned);
    const answers = [anAnswer('ASM-11', { note: 'Three bedrooms' })];
    await needs.cases.save({ ...aReturningCase(), id: 'C-1043', returns: [aPlan({ id: 'RH-0003', answers })] });
    const first = await press(ayesha, 'return.open', { return: 'RH-0001' });
    const form = await press(ayesha, 'return.ask-siblings', first.sends('Use a brother’s or sister’s answers'));
    const again = await press(ayesha, 'return.share', form.sends('Use these answers', { from: '' }));
    expect(again.text).toContain('please choose one from the list');
    const done = await press(ayesha, 'return.share', form.sends('Use these answers', { from: 'RH-0003' }));
    expect(done.text).toContain('RH-0001');
    expect(planOf(await kept()).answers).toMatchObject([
      { item: 'ASM-11', note: 'Three bedrooms', sharedFrom: 'RH-0003' },
    ]);
    const twice = await press(ayesha, 'return.share', form.sends('Use these answers', { from: 'RH-0003' }));
    expect(twice.text).toContain('There is nothing to use from RH-0003');
  });
});

describe('working through the checklist', () => {
  it('saves a card and turns to the next with one press', async () => {
    const { press, kept } = await council(planned);
    const first = await press(ayesha, 'return.checklist', { case: 'C-1042' });
    const next = await press(
      ayesha,
      'return.next',
      first.sends('Next page', { 'CON-01': 'done', 'note-CON-01': 'Mother is well' }),
    );
    expect(next.text).toContain('Consider (2 of 2)');
    expect(planOf(await kept()).answers).toMatchObject([{ item: 'CON-01', answer: 'done', note: 'Mother is well' }]);
    expect((await press(ayesha, 'return.previous', next.sends('Previous page'))).inputs['note-CON-01']).toBe(
      'Mother is well',
    );
  });

  it('keeps what was typed when a card is refused', async () => {
    const { press, kept } = await council(planned);
    const first = await press(ayesha, 'return.checklist', { case: 'C-1042' });
    const again = await press(
      ayesha,
      'return.save',
      first.sends('Save', { 'CON-01': 'not-applicable', 'CON-02': 'done', 'note-CON-02': 'Section 20, mother alone' }),
    );
    expect(again.text).toContain('write in the note why');
    expect(again.inputs).toMatchObject({ 'CON-01': 'not-applicable', 'note-CON-02': 'Section 20, mother alone' });
    expect(planOf(await kept()).answers).toEqual([]);
  });

  it('does not mind that the case was saved since the card was drawn', async () => {
    const { press, kept } = await council(planned);
    const first = await press(ayesha, 'return.checklist', { case: 'C-1042' });
    await press(
      priya,
      'return.save',
      (await press(priya, 'return.checklist', { case: 'C-1042' })).sends('Save', { 'CON-02': 'done' }),
    );
    await press(ayesha, 'return.save', first.sends('Save', { 'CON-01': 'done' }));
    expect(planOf(await kept()).answers.map(({ item }) => item)).toContain('CON-01');
  });

  it.each([
    ['an item of another checklist', { 'YP-01': 'done' }, 'is not a question of RH-0001'],
    ['the decision ticked as an item', { 'DEC-04': 'done' }, 'is not a question of RH-0001'],
    ['an answer that is none', { 'CON-01': 'approved' }, 'choose one from the list'],
    ['a return that is not there', { return: 'RH-0999' }, 'no return RH-0999'],
    ['a return that is no reference', { return: 'C-1042' }, 'named like RH-0001'],
    ['a stage that is none', { stage: 'approve' }, 'choose one from the list'],
    ['a day for a moment', { drawn: '2026-11-23' }, 'out of date'],
  ])('refuses %s, forged onto a card', async (_what, forged, because) => {
    const { press, kept } = await council(planned);
    const first = await press(ayesha, 'return.checklist', { case: 'C-1042' });
    const refused = await press(ayesha, 'return.save', first.sends('Save', forged));
    expect(refused.text).toContain(because);
    expect((await kept()).revision).toBe(1);
  });

  it('shows the answers to those who may see the case but not answer, without inputs', async () => {
    const { press } = await council(readyToDecide());
    const shown = await press(nominatedSamuel, 'return.checklist', { case: 'C-1042' });
    expect(shown.inputs).toEqual({});
    expect(shown.buttons).not.toContain('Save');
    expect(shown.buttons).not.toContain('Request decision');
  });

  it('offers the decision only when nothing is left, and lists what is', async () => {
    const left = await (await council(planned)).press(ayesha, 'return.checklist', { case: 'C-1042' });
    expect(left.buttons).not.toContain('Request decision');
    expect(left.text).toContain('Left before a decision');
    const ready = await (await council(readyToDecide())).press(ayesha, 'return.checklist', { case: 'C-1042' });
    expect(ready.buttons).toContain('Request decision');
    expect(ready.text).not.toContain('Left before a decision');
  });

  it('saves what is on the card and asks for the decision in one press', async () => {
    const { press, kept, letters } = await council(readyToDecide());
    const card = await press(ayesha, 'return.checklist', { case: 'C-1042' });
    const sent = await press(ayesha, 'return.request', card.sends('Request decision'));
    expect(sent.text).toContain('RH-0001 is with Samuel Okoro for a decision');
    expect((await kept()).revision).toBe(2);
    await press(ayesha, 'return.request', card.sends('Request decision'));
    expect((await letters()).map(({ kind }) => kind).sort()).toEqual(['return.decide', 'return.decide.channel']);
  });

  it('asks for nothing when the press takes an answer away', async () => {
    const { press, kept, letters } = await council(readyToDecide());
    const card = await press(ayesha, 'return.open', { return: 'RH-0001' });
    const page = await press(ayesha, 'return.previous', card.sends('Next stage', { stage: 'assess', page: '0' }));
    const refused = await press(ayesha, 'return.request', page.sends('Next stage', { 'CON-10': 'done' }));
    expect(refused.text).toContain('is not a question');
    expect(
      (await press(ayesha, 'return.request', page.sends('Next stage', { 'CON-05': 'not-done', 'note-CON-05': '' })))
        .text,
    ).toContain('1 required question is left');
    expect(await letters()).toEqual([]);
    expect(planOf(await kept()).decision).toEqual({ stands: 'none' });
  });
});

describe('deciding', () => {
  const verdict = { return: 'RH-0001', asked: '2026-11-23T10:00:00.000Z', revision: '1', reason: 'Well prepared' };

  it('shows the officer why it is theirs, and what the regulations want them satisfied of', async () => {
    const { press } = await council(asked());
    const shown = await press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    expect(shown.buttons).toEqual(['Approve', 'Send back', 'Open checklist']);
    expect(shown.text).toContain('SI 2010/959 reg 39(4)');
    expect(shown.text).toContain('● Waiting for you');
    expect(shown.text).toContain('Write your view: will this return safeguard the child');
  });

  it('stays small enough to be sent, whatever was noted', async () => {
    const ready = asked();
    const plan = planOf(ready);
    const answers = plan.answers.map((one) => ({
      ...one,
      answer: 'not-applicable' as const,
      note: 'long '.repeat(390),
    }));
    const { press } = await council({ ...ready, returns: [{ ...plan, answers }] });
    expect((await press(nominatedSamuel, 'return.view', { return: 'RH-0001' })).text.length).toBeLessThan(14_000);
    expect((await press(ayesha, 'return.open', { return: 'RH-0001' })).text.length).toBeLessThan(28_000);
  });

  it('shows those around the child the request without its buttons', async () => {
    const { press } = await council(asked());
    const shown = await press(iroOlu, 'return.view', { return: 'RH-0001' });
    expect(shown.buttons).toEqual(['Open checklist']);
    expect(shown.text).toContain('RH-0001 is with Samuel Okoro');
  });

  it.each([ben, tom, martin, administratorPeter])('says a polite no to anyone else: %#', async (by) => {
    const { press } = await council(asked());
    const shown = await press(by, 'return.view', { return: 'RH-0001' }, true);
    expect(shown.text).toContain('There is no return RH-0001 for you to see');
    for (const secret of ['C-1042', 'AB', 'Mother']) expect(shown.text).not.toContain(secret);
  });

  it('shows and takes it from a cover who otherwise sees nothing of the case, afterwards too', async () => {
    const { press, clock } = await council(asked(), away(nominatedSamuel, martin, '2026-11-20', '2026-11-30'));
    expect((await press(martin, 'return.view', { return: 'RH-0001' })).buttons).toContain('Approve');
    expect((await press(martin, 'return.approve', verdict)).text).toContain('RH-0001 was approved by Martin Hale');
    clock.moveTo('2026-12-01');
    expect((await press(martin, 'return.view', { return: 'RH-0001' })).text).toContain('approved by Martin Hale');
  });

  it('needs a reason for either answer, and keeps nothing without', async () => {
    const { press, kept } = await council(asked());
    for (const verb of ['return.approve', 'return.send-back']) {
      expect((await press(nominatedSamuel, verb, { ...verdict, reason: ' ' })).text).toContain(
        'Reason: please fill this in',
      );
    }
    expect(planOf(await kept()).decision.stands).toBe('asked');
  });

  it('decides once, however often and by whomever it is pressed', async () => {
    const { press, kept, letters } = await council(asked());
    await press(nominatedSamuel, 'return.approve', verdict);
    const second = await press(nominatedSamuel, 'return.approve', verdict);
    const other = await press(directorRuth, 'return.send-back', verdict);
    for (const shown of [second, other]) expect(shown.text).toContain('was approved by Samuel Okoro');
    expect((await kept()).revision).toBe(2);
    expect((await letters()).filter(({ kind }) => kind === 'return.decided')).toHaveLength(2);
  });

  it('lets nobody else decide who presses a forged button', async () => {
    const { press, kept } = await council(asked());
    for (const by of [ayesha, priya, iroOlu, headHelen, administratorPeter]) await press(by, 'return.approve', verdict);
    expect(planOf(await kept()).decision.stands).toBe('asked');
  });

  it('lists what waits for the post, for its holder and its cover, and for nobody else', async () => {
    const leave = away(nominatedSamuel, martin, '2026-11-20', '2026-11-30');
    for (const [by, authority, waits] of [
      [nominatedSamuel, northmoor, true],
      [martin, leave, true],
      [martin, northmoor, false],
      [ayesha, northmoor, false],
    ] as const) {
      const { press } = await council(asked(), authority);
      expect((await press(by, 'decision.list')).text.includes('RH-0001')).toBe(waits);
    }
    const instead = asked(aReturningCase(), aPlan(), { of: directorRuth.id });
    expect((await (await council(instead)).press(directorRuth, 'decision.list')).text).toContain('RH-0001');
    expect((await (await council(approved())).press(nominatedSamuel, 'decision.list')).text).toContain(
      'Nothing waits for your decision',
    );
  });

  it('is followed by recording the return, from the checklist', async () => {
    const { press, kept, clock } = await council(approved());
    clock.moveTo('2026-12-14');
    const checklist = await press(ayesha, 'return.open', { return: 'RH-0001' });
    expect((await press(iroOlu, 'return.open', { return: 'RH-0001' })).buttons).not.toContain('Record the return');
    const form = await press(ayesha, 'return.date', checklist.sends('Record the return'));
    expect(form.inputs).toEqual({ day: '2026-12-14', time: '' });
    const early = await press(ayesha, 'return.went', form.sends('Record the return', { day: '2026-11-20' }));
    expect(early.text).toContain('is before RH-0001 was approved');
    expect(early.inputs).toEqual({ day: '2026-11-20', time: '' });
    const home = await press(ayesha, 'return.went', form.sends('Record the return'));
    expect(home.text).toContain('⌂ Home since Mon 14 December 2026');
    expect(home.text).toContain('Next: ');
    await press(ayesha, 'return.went', form.sends('Record the return'));
    expect((await kept()).events.filter(({ what }) => what === 'returned-home')).toHaveLength(1);
  });
});

describe('what is said unprompted', () => {
  const words = ['C-1042', 'AB', '2015', '1 May', 'Mother', 'Ayesha', 'Olu', 'section 20', 'Well prepared'];

  async function decided(stands: 'return.approve' | 'return.send-back') {
    const room = await council(asked());
    const card = await council(readyToDecide());
    const first = await card.press(ayesha, 'return.open', { return: 'RH-0001' });
    await card.press(ayesha, 'return.request', first.sends('Request decision'));
    const verdict = (await card.press(nominatedSamuel, 'return.view', { return: 'RH-0001' })).sends('Approve', {
      reason: 'Well prepared',
    });
    return { room, card, decide: () => card.press(nominatedSamuel, stands, verdict) };
  }

  it.each([
    ['return.approve', '✓ Approved on Mon 23 November 2026'],
    ['return.send-back', '↩ Sent back on Mon 23 November 2026'],
  ] as const)('keeps the channel neutral before and after %s', async (verb, outcome) => {
    const { card, decide } = await decided(verb);
    const [before] = await card.drawn('return.decide.channel');
    await decide();
    const [after] = await card.drawn('return.decide.channel');
    expect(JSON.stringify(before)).toContain('● Waiting for a decision');
    expect(JSON.stringify(after)).toContain(outcome);
    for (const drawing of [before, after]) {
      expect(JSON.stringify(drawing)).toContain('RH-0001');
      for (const word of words) expect(JSON.stringify(drawing)).not.toContain(word);
    }
  });

  it('says how it was decided to those who wait, and does not ask for what is answered', async () => {
    const { card, decide } = await decided('return.send-back');
    expect(JSON.stringify((await card.drawn('return.decide'))[0])).toContain('Approve');
    await decide();
    expect(await card.drawn('return.decide')).toEqual([{ dropped: 'it was decided before it was sent' }]);
    for (const drawing of await card.drawn('return.decided'))
      expect(JSON.stringify(drawing)).toContain('Reason: Well prepared');
  });

  it('says in the channel that it was asked again, or is needed no longer', async () => {
    const { card, decide } = await decided('return.send-back');
    await decide();
    card.clock.moveTo('2026-11-24');
    const again = await card.press(ayesha, 'return.open', { return: 'RH-0001' });
    await card.press(ayesha, 'return.request', again.sends('Request decision'));
    expect((await card.drawn('return.decide')).map((drawing) => 'dropped' in drawing)).toEqual([true, false]);
    const [first, told, second] = await card.drawn('return.decide.channel');
    for (const drawing of [first, told]) expect(JSON.stringify(drawing)).toContain('Sent back and asked again');
    expect(JSON.stringify(second)).toContain('● Waiting for a decision');
    const home = {
      case: 'C-1042',
      route: 'unplanned',
      day: '2026-11-24',
      prompted: 'Walked home',
      once: 'x',
      safe: 'yes',
    };
    await card.press(ayesha, 'return.start', home);
    expect(JSON.stringify((await card.drawn('return.decide.channel'))[2])).toContain(
      'No longer needed: RH-0002 took its place',
    );
    expect((await card.press(nominatedSamuel, 'decision.list')).text).not.toContain('RH-0001');
  });

  it('puts nothing about the child into what a lock screen shows', async () => {
    const room = await council(aReturningCase());
    const concern = {
      case: 'C-1042',
      route: 'unplanned',
      day: '2026-11-20',
      prompted: 'Mother fetched him',
      once: 'x',
      safe: 'concern',
      concern: 'Mother is drinking',
    };
    const shown = [
      await room.press(ayesha, 'return.start', concern),
      await room.press(ayesha, 'return.ask', { case: 'C-1042' }),
    ];
    const letters = [...(await room.drawn('concern.raised')), ...(await room.drawn('return.told'))] as Card[];
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters[0])).toContain('Mother is drinking');
    for (const { fallbackText } of [...shown.map(({ card }) => card), ...letters]) {
      for (const word of words) expect(fallbackText).not.toContain(word);
    }
    for (const { key, facts } of await room.letters()) {
      for (const word of words) expect(key + JSON.stringify(facts)).not.toContain(word);
    }
  });
});
