import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { LetterKind } from '../../src/letters/letters.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { hear } from '../../src/teams/conversation.ts';
import { isCard, LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { here, type Needs, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { aConcern } from '../builders/case.ts';
import { ayesha, grace, iroManagerKaren, iroOlu, northmoor, priya, sightOf, tom } from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';

/** People who talk, press, and read their letters, on Mon 23 November 2026. */
async function council(about: ReturningCase = aReturningCase()) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  await cases.save(about);
  const clock = stoppedClock('2026-11-23');
  const needs: Needs = {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority: northmoor,
    clock,
  };
  const at = (by: Person) => here(by, false, 'drawn-once', needs);
  const press = async (by: Person, verb: string, typed: Typed = {}) =>
    shown(await ROUTES.find((row) => row.verb === verb)!.press(typed, at(by)));
  return {
    kept: async () => (await cases.get('C-1042'))!,
    says: async (by: Person, text: string) => shown(await hear(text, at(by))),
    press: (by: Person, sends: readonly [string, Typed]) => press(by, ...sends),
    open: (by: Person) => press(by, 'concern.open', { concern: 'E-0001' }),
    /** Teams did not take the letters of a kind. */
    troubles: async (kind: LetterKind) => {
      const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
      const passage = { at: 'unsent', tries: 1, nextTryAt: clock.now(), trouble: 'Teams is busy' } as const;
      for (const one of letters.filter((letter) => letter.kind === kind)) await store.outbox.mark(one, passage);
    },
    /** The letters of a kind to a person, as they would be drawn now. */
    reads: async (by: Person, kind: LetterKind) => {
      const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
      const theirs = letters.filter((one) => one.kind === kind && 'person' in one.to && one.to.person === by.id);
      const drawn = theirs.map((one) => LETTER_CARDS[kind](one, sightOf(by, clock.now()), needs));
      return (await Promise.all(drawn)).map((one) => (isCard(one) ? shown(one) : one.dropped));
    },
  };
}

type Part = Readonly<Record<string, unknown>>;

function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}

const ofType = (card: Card, prefix: string) => partsOf(card).filter(({ type }) => String(type).startsWith(prefix));

function shown(card: Card) {
  const buttons = ofType(card, 'Action.Execute');
  const inputs = Object.fromEntries(ofType(card, 'Input.').map(({ id, value }) => [String(id), value ?? '']));
  return {
    text: JSON.stringify(card),
    inputs,
    buttons: buttons.map(({ title }) => title),
    sends(title: string, typed: Typed = {}): readonly [string, Typed] {
      const button = buttons.find((one) => one.title === title);
      if (!button) throw new Error(`No button ${title} among ${buttons.map((one) => one.title).join(', ')}`);
      return [String(button.verb), { ...inputs, ...(button.data as Typed), ...typed }];
    },
  };
}

type Read = Awaited<ReturnType<Awaited<ReturnType<typeof council>>['reads']>>;

function only(letters: Read) {
  const [letter] = letters;
  if (letters.length !== 1 || typeof letter !== 'object') throw new Error(`Not one letter: ${JSON.stringify(letters)}`);
  return letter;
}

const ANSWERS = ['Approve escalation', 'Deal with it here', 'Send back'];

describe('a worry from a visit', () => {
  it('goes to the team manager, is approved, dealt with by the service manager, and heard of by both below', async () => {
    const room = await council();
    const form = await room.says(ayesha, 'visit C-1042');
    const visit = { welfare: 'concern', wishes: 'Afraid at night', lateReason: 'Nobody at home' };
    const saved = await room.press(ayesha, form.sends('Save visit', visit));
    expect(saved.text).toContain('Your concern, E-0001, goes to Priya Shah (Team manager) 1:1 now.');

    const asks = only(await room.reads(priya, 'concern.raised'));
    expect(asks.text).toContain('Afraid at night');
    expect(asks.text).toContain('ring 999');
    expect(asks.text).toContain('the case must be reviewed. The law names no number of days.');
    expect(asks.buttons).toEqual([...ANSWERS, 'Open case']);
    const approved = await room.press(priya, asks.sends('Approve escalation', { says: 'The placement may end' }));
    expect(approved.text).toContain('Waiting for the service manager');
    expect(approved.text).toContain('Grace Obi (Service manager)');
    expect(approved.buttons).toEqual(['Open case']);

    const above = only(await room.reads(grace, 'concern.raised'));
    expect(above.text).toContain('The placement may end');
    expect(above.buttons).toEqual(['Deal with it here', 'Send back', 'Open case']);
    const dealt = await room.press(grace, above.sends('Deal with it here', { says: 'A meeting on Thursday' }));
    expect(dealt.text).toContain('✓ Dealt with');

    const [heard] = (await room.reads(ayesha, 'concern.answered')).slice(-1);
    expect((heard as ReturnType<typeof shown>).text).toContain('A meeting on Thursday');
    expect(only(await room.reads(priya, 'concern.told')).text).toContain('A concern was dealt with');
    expect(await room.reads(grace, 'concern.raised')).toEqual(['it was answered before this was sent']);
  });

  it('is one, however often the visit is saved', async () => {
    const room = await council();
    const form = await room.says(ayesha, 'visit C-1042');
    const sends = form.sends('Save visit', { welfare: 'concern', lateReason: 'Nobody at home' });
    await room.press(ayesha, sends);
    expect((await room.press(ayesha, sends)).text).toContain('Your concern, E-0001, goes to Priya Shah');
    expect((await room.kept()).concerns).toHaveLength(1);
    expect(await room.reads(priya, 'concern.raised')).toHaveLength(1);
  });

  it('is told to the service manager when the team manager settles it', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    const card = await room.open(priya);
    await room.press(priya, card.sends('Deal with it here', { says: 'I have rung the carers' }));
    const told = only(await room.reads(grace, 'concern.told'));
    expect(told.text).toContain('Priya Shah: I have rung the carers');
    expect((await room.press(grace, told.sends('Open concern'))).text).toContain('Afraid at night');
  });
});

describe('an unplanned return with a concern', () => {
  it('brings the card with its checklist to the team manager, once for a form sent twice', async () => {
    const room = await council();
    const form = await room.says(ayesha, 'child went home on Friday C-1042');
    const typed = { prompted: 'Fetched by his mother', safe: 'concern', concern: 'Nobody answers the door' };
    await room.press(ayesha, form.sends('Start checklist', typed));
    await room.press(ayesha, form.sends('Start checklist', typed));
    expect((await room.kept()).concerns).toMatchObject([{ id: 'E-0001', about: 'unplanned-return' }]);
    const card = only(await room.reads(priya, 'concern.raised'));
    expect(card.text).toContain('Nobody answers the door');
    expect(card.text).not.toContain('must be reviewed');
    expect(card.buttons).toEqual([...ANSWERS, 'Open checklist', 'Open case']);
    expect((await room.press(priya, card.sends('Open checklist'))).text).toContain('RH-0001');
  });
});

describe('a concern raised by itself', () => {
  const typed = { about: 'agency', what: 'No school place since September', wanted: 'Ring the school' };

  it('is one form from the case or the word, and one concern when it is sent twice', async () => {
    const room = await council();
    const fromCase = await room.says(ayesha, 'case C-1042');
    const form = await room.press(ayesha, fromCase.sends('Raise a concern'));
    expect(form.text).toBe((await room.says(ayesha, 'concern C-1042')).text);
    const raised = await room.press(ayesha, form.sends('Raise concern', typed));
    expect(raised.text).toContain('Concern about an agency’s part');
    expect(raised.text).not.toContain('ring 999');
    expect(raised.buttons).toEqual(['Open case']);
    expect((await room.press(ayesha, form.sends('Raise concern', typed))).text).toContain('E-0001');
    expect((await room.kept()).concerns).toHaveLength(1);
  });

  it('shows its form again with what was typed and what is missing', async () => {
    const room = await council();
    const form = await room.says(ayesha, 'worry C-1042');
    const again = await room.press(ayesha, form.sends('Raise concern', { ...typed, wanted: ' ' }));
    expect(again.text).toContain('What do you ask for: please fill this in.');
    expect(again.inputs).toMatchObject({ about: 'agency', what: 'No school place since September' });
    await room.press(ayesha, again.sends('Raise concern', { wanted: 'Ring the school' }));
    expect((await room.kept()).concerns).toHaveLength(1);
  });

  it('is sent back to who raised it, who may raise another', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern({ about: 'agency' })] }));
    await room.press(priya, (await room.open(priya)).sends('Send back', { says: 'Ask the school first' }));
    const letter = only(await room.reads(ayesha, 'concern.answered'));
    expect(letter.text).toContain('Your concern was sent back');
    expect(letter.text).toContain('Ask the school first');
    const card = await room.press(ayesha, letter.sends('Open concern'));
    expect(card.buttons).toEqual(['Raise a concern', 'Open case']);
    expect(await room.reads(grace, 'concern.told')).toEqual([]);
  });
});

describe('what was typed', () => {
  it.each([
    ['a social worker', ayesha, 'Raise a concern'],
    ['a team manager', priya, 'Raise a concern'],
    ['the IRO', iroOlu, 'Raise a dispute'],
    ['the IRO manager', iroManagerKaren, 'dispute'],
  ])('as “escalate concern” by %s opens their own way', async (_who, by, words) => {
    expect((await (await council()).says(by, 'escalate concern C-1042')).text).toContain(words);
  });

  it.each(['E-0001', 'concern E-0001', 'open concern e1'])('as “%s” opens the concern', async (text) => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    expect((await room.says(priya, text)).buttons).toEqual([...ANSWERS, 'Open case']);
    expect((await room.says(tom, text)).text).toContain('There is no concern E-0001 for you to see.');
  });
});

describe('an old card', () => {
  it('answers with the concern as it stands, and keeps the words, when somebody was first', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    const mine = await room.open(priya);
    const theirs = await room.open(grace);
    await room.press(grace, theirs.sends('Deal with it here', { says: 'Done this morning' }));
    const late = await room.press(priya, mine.sends('Send back', { says: 'Please say more' }));
    expect(late.text).toContain('E-0001 was dealt with by Grace Obi');
    expect(late.text).toContain('Done this morning');
    expect(late.buttons).toEqual(['Open case']);
  });

  it('answers with what is missing, and the words kept', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    const again = await room.press(priya, (await room.open(priya)).sends('Approve escalation'));
    expect(again.text).toContain('In your words: please fill this in.');
    expect((await room.kept()).concerns[0]!.passedUp).toBeNull();
  });

  it('drawn before the concern came back is refused, with the words still there to send again', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    const old = await room.open(priya);
    await room.press(priya, old.sends('Approve escalation', { says: 'Needs you' }));
    await room.press(grace, (await room.open(grace)).sends('Send back', { says: 'Yours to settle' }));
    const late = await room.press(priya, old.sends('Deal with it here', { says: 'Settled' }));
    expect(late.text).toContain('it has moved on since this card was drawn');
    expect(late.inputs).toEqual({ says: 'Settled' });
    expect(late.buttons).toEqual(['Deal with it here', 'Send back', 'Open case']);
    expect((await room.press(priya, late.sends('Deal with it here'))).text).toContain('✓ Dealt with');
  });

  it('pressed by somebody else shows nothing of the case', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern()] }));
    const card = await room.open(priya);
    const stolen = await room.press(tom, card.sends('Deal with it here', { says: 'Mine' }));
    expect(stolen.text).toContain('That did not go through');
    expect(stolen.text).not.toMatch(/AB ·|Afraid|Ayesha/);
  });
});

describe('the card of a case with a concern', () => {
  const concerned = aReturningCase({ concerns: [aConcern(), aConcern({ id: 'E-0002' })] });

  it.each([
    ['the social worker', ayesha, 'Raise a concern'],
    ['the team manager', priya, 'Open concern'],
    ['the service manager', grace, 'Open concern'],
    ['the IRO', iroOlu, 'Raise dispute'],
  ])('names what waits, and has a sixth button for %s', async (_who, by, button) => {
    const card = await (await council(concerned)).says(by, 'case C-1042');
    expect(card.text).toContain('● 2 concerns waiting: E-0001, E-0002. Type “E-0001” to open it.');
    expect(card.buttons).toHaveLength(6);
    expect(card.buttons.at(-1)).toBe(button);
  });

  it('says nothing of a concern that was answered', async () => {
    const answer = { by: priya.id, at: aConcern().raisedAt, says: 'Settled' };
    const answered = aConcern({ state: { at: 'dealt-with', level: 'team-manager', answer } });
    const card = await (await council(aReturningCase({ concerns: [answered] }))).says(priya, 'case C-1042');
    expect(card.text).not.toContain('E-0001');
    expect(card.buttons.at(-1)).toBe('Raise a concern');
  });
});

describe('a letter that did not arrive', () => {
  it('is said on the card of its own concern, and of no other', async () => {
    const room = await council(aReturningCase({ concerns: [aConcern(), aConcern({ id: 'E-0002' })] }));
    await room.press(priya, (await room.open(priya)).sends('Approve escalation', { says: 'Needs you' }));
    await room.troubles('concern.raised');
    expect((await room.open(priya)).text).toContain('⚠ Not delivered yet to Grace Obi: Teams is busy');
    expect((await room.says(priya, 'E-0002')).text).not.toContain('Not delivered');
  });
});
