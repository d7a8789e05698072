import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { openDispute } from '../../src/disputes/actions.ts';
import { withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { escalateDispute } from '../../src/disputes/escalating/actions.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { EVERY, LIVE } from '../../src/disputes/store.ts';
import { agreeVoid, askVoid, notVoid } from '../../src/disputes/voiding/actions.ts';
import { secondsFor } from '../../src/disputes/voiding/who.ts';
import type { LetterKind } from '../../src/letters/letters.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { hear } from '../../src/teams/conversation.ts';
import { isCard, LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { here, type Needs, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import {
  aDispute,
  allowed,
  disputeRoom,
  escalateForm,
  raiseForm,
  sayLetters,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  sightOf,
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { voidAsked, voided } from './voiding-samples.ts';

const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const CONCERN = 'Kayleigh is left with the wrong carers';
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });

/** A council in which Olu Bankole raised D-0001 on Wed 25 March 2026, and people press their cards. */
async function council(authority = northmoor, parts = {}) {
  const room = await disputeRoom('2026-03-25', authority);
  allowed(await raiseDispute(raiseForm({ concern: CONCERN, ...parts }), iroOlu, room.needs));
  const needs = { ...room.needs, outbox: room.store.outbox } as unknown as Needs;
  const letters = () => room.store.outbox.of({ kind: 'dispute', id: 'D-0001' });
  const sight = (by: Person) => here(by, false, 'drawn-once', needs);
  const form = async () => ({ dispute: 'D-0001', revision: (await room.kept()).revision });
  return {
    ...room,
    letters,
    says: async (by: Person, text: string) => shown(await hear(text, sight(by))),
    press: async (by: Person, verb: string, typed: Typed) =>
      shown(await ROUTES.find((row) => row.verb === verb)!.press(typed, sight(by))),
    asks: async (by: Person, drawn = 0) =>
      askVoid({ ...(await form()), because: 'wrong-child', why: 'It is about her sister', drawn }, by, room.needs),
    answers: async (by: Person, how: typeof agreeVoid, asked?: string) => {
      const { voiding } = await room.kept();
      return how(
        { ...(await form()), asked: (asked ?? voiding?.at ?? '') as never, says: 'Seen the file' },
        by,
        room.needs,
      );
    },
    /** What a person's letters of a kind look like now. */
    reads: async (by: Person, kind: LetterKind) => {
      const theirs = (await letters()).filter(
        (one) => one.kind === kind && 'person' in one.to && one.to.person === by.id,
      );
      const drawn = theirs.map((one) => LETTER_CARDS[kind](one, sightOf(by, room.clock.now(), authority), needs));
      return (await Promise.all(drawn)).map((one) => (isCard(one) ? shown(one) : one.dropped));
    },
  };
}

interface Shown {
  readonly text: string;
  readonly fallback: string;
  readonly buttons: readonly string[];
  readonly carries: (title: string) => Typed;
}

function shown(card: Card): Shown {
  const buttons = partsOf(card).filter(({ type }) => type === 'Action.Execute');
  return {
    text: JSON.stringify(card),
    fallback: card.fallbackText,
    buttons: buttons.map(({ title }) => String(title)),
    carries: (title) => buttons.find((one) => one.title === title)?.data as Typed,
  };
}

function partsOf(part: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Record<string, unknown>, ...Object.values(part).flatMap(partsOf)];
}

async function only(letters: Promise<readonly (Shown | string)[]>): Promise<Shown> {
  const [letter, more] = await letters;
  if (typeof letter !== 'object' || more !== undefined) throw new Error('Not one letter that is a card');
  return letter;
}

describe('7.5 no. 23: a dispute about the wrong child, or raised twice, is never deleted', () => {
  it.each([iroOlu, iroManagerKaren, administratorPeter])('$name may ask that it is void', async (by) => {
    const room = await council();
    expect(await room.asks(by)).toMatchObject({ ok: true });
    const { voiding, state, history } = await room.kept();
    expect(voiding).toMatchObject({ by: by.id, because: 'wrong-child', why: 'It is about her sister' });
    expect(state.at).toBe('formal');
    expect(history.at(-1)).toMatchObject({ by: by.id, what: expect.stringContaining('Asked that it is void') });
  });

  it.each([
    ayesha,
    priya,
    tom,
    grace,
    martin,
    headHelen,
    directorRuth,
    david,
    iroNadia,
    coordinatorJosh,
    nominatedSamuel,
    supportFiona,
  ])('$name may neither ask nor agree', async (by) => {
    const room = await council();
    expect(await room.asks(by)).toMatchObject({ ok: false });
    expect((await room.kept()).voiding).toBeNull();
    allowed(await room.asks(administratorPeter));
    expect(await room.answers(by, agreeVoid)).toMatchObject({ ok: false });
    expect(await room.answers(by, notVoid)).toMatchObject({ ok: false });
    expect((await room.kept()).voiding).not.toBeNull();
  });

  it.each([
    [iroOlu, [iroManagerKaren]],
    [iroManagerKaren, [iroOlu]],
    // Nobody ends a dispute without its IRO.
    [administratorPeter, [iroOlu]],
  ])('what $name asks is put to the others who may agree, and to nobody else', async (asker, seconds) => {
    const room = await council();
    allowed(await room.asks(asker));
    const asked = (await room.letters()).filter(({ kind }) => kind === 'dispute.void-asked');
    expect(sayLetters(asked).toSorted()).toEqual(seconds.map(({ name }) => `void-asked to ${name}`).toSorted());
    for (const by of [iroOlu, iroManagerKaren, administratorPeter].filter((one) => !seconds.includes(one))) {
      expect(await room.answers(by, agreeVoid)).toMatchObject({ ok: false });
    }
    expect(await room.answers(seconds[0]!, agreeVoid)).toMatchObject({ ok: true });
  });

  it('does not let cover for whoever asked be the second person', () => {
    const day = localDate('2026-03-27');
    const covered = away(iroOlu, iroNadia, '2026-03-26', '2026-04-10');
    const seconds = (asker: Person) => secondsFor(aDispute(), asker.id, covered, day).map(({ name }) => name);
    expect(seconds(iroOlu)).toEqual([iroManagerKaren.name]);
    expect(seconds(iroNadia)).toEqual([iroManagerKaren.name]);
    expect(seconds(iroManagerKaren)).toEqual([iroNadia.name]);
    expect(seconds(administratorPeter).toSorted()).toEqual([iroManagerKaren.name, iroNadia.name]);
    const managed = away(iroManagerKaren, iroNadia, '2026-03-26', '2026-04-10');
    expect(secondsFor(aDispute(), iroManagerKaren.id, managed, day)).toEqual([iroOlu]);
  });

  it('refuses to ask where nobody could be the second person', async () => {
    const room = await council(without(iroManagerKaren));
    expect(await room.asks(iroOlu)).toMatchObject(refusedBecause('no second person can agree'));
  });

  it('is void once a second person agrees: kept, no longer open, and no clock runs', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    allowed(await room.answers(iroManagerKaren, agreeVoid));
    const dispute = await room.kept();
    expect(dispute).toMatchObject({ voiding: null, state: { at: 'void', by: iroManagerKaren.id, on: '2026-03-25' } });
    expect(dispute.state).toMatchObject({ asked: { by: iroOlu.id, because: 'wrong-child' } });
    expect(dispute.climbed).toMatchObject([{ ended: 'void', officer: priya.id }]);
    expect(await room.needs.disputes.find(EVERY)).toHaveLength(1);
    expect(await room.needs.disputes.find(LIVE)).toHaveLength(0);
    expect(wokenOn(dispute, [at('2026-04-02', '09:00'), at('2026-05-01', '09:00')]).letters).toEqual([]);
  });

  it('runs on, reminders and all, until it is void', async () => {
    const waiting = wokenOn(voidAsked(iroOlu, 'Raised twice', aDispute()), [at('2026-04-02', '09:00')]);
    expect(waiting.dispute.climbed).toMatchObject([{ ended: 'lapsed' }]);
    expect(waiting.dispute.voiding).not.toBeNull();
    const room = await council();
    allowed(await room.asks(iroOlu));
    const form = escalateForm(await room.kept(), 1);
    expect(await escalateDispute(form, iroOlu, room.needs)).toMatchObject({ ok: true });
    expect(await room.answers(iroManagerKaren, agreeVoid)).toMatchObject({ ok: true });
    expect((await room.kept()).climbed.map(({ ended }) => ended)).toEqual(['escalated', 'void']);
  });

  it('can be void after it has ended', async () => {
    const room = await council();
    allowed(await withdrawDispute(whyForm(await room.kept()), iroOlu, room.needs));
    allowed(await room.asks(administratorPeter));
    expect(await room.answers(iroManagerKaren, agreeVoid)).toMatchObject({ ok: false });
    allowed(await room.answers(iroOlu, agreeVoid));
    expect(await room.kept()).toMatchObject({ state: { at: 'void' }, climbed: [{ ended: 'withdrawn' }] });
  });

  it('stands as it did where the second person says it is not void, and may be asked again', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    const before = await room.kept();
    allowed(await room.answers(iroManagerKaren, notVoid));
    const after = await room.kept();
    expect(after).toMatchObject({ voiding: null, state: before.state, clock: before.clock, climbed: [] });
    expect(after.standsSince).toBe(before.standsSince);
    expect(after.history.at(-1)?.what).toBe('Not void: Seen the file');
    expect(await room.asks(iroOlu)).toMatchObject(refusedBecause('This form was sent before'));
    expect(await room.asks(iroOlu, 1)).toMatchObject({ ok: true });
  });
});

describe('who is told that a dispute is void', () => {
  it('is everybody asked so far, once each, with the data protection officer named', async () => {
    const room = await council();
    allowed(await escalateDispute(escalateForm(await room.kept(), 1), iroOlu, room.needs));
    allowed(await room.asks(administratorPeter));
    room.clock.moveTo('2026-03-26');
    allowed(await room.answers(iroOlu, agreeVoid));
    const said = await room.letters();
    const since = said.filter(({ kind, writtenAt }) => writtenAt === at('2026-03-26') && kind !== 'dispute.channel');
    expect(sayLetters(since).toSorted()).toEqual(
      [
        `told void to ${priya.name}`,
        `told void to ${grace.name}`,
        `told void to ${ayesha.name}`,
        `told void to ${iroManagerKaren.name}`,
        `void-answered to ${administratorPeter.name}`,
      ].toSorted(),
    );
    const told = (await room.reads(grace, 'dispute.told')).at(-1) as Shown;
    expect(told.text).toContain('A dispute is void');
    expect(told.text).toContain('tell the data protection officer now');
    expect(told.text).not.toContain('withdrew');
  });

  it('hears of it once where it was they who asked', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    room.clock.moveTo('2026-03-26');
    allowed(await room.answers(iroManagerKaren, agreeVoid));
    const since = (await room.letters()).filter(({ writtenAt }) => writtenAt === at('2026-03-26'));
    expect(sayLetters(since).filter((said) => said.endsWith(iroOlu.name))).toEqual([`void-answered to ${iroOlu.name}`]);
  });

  it('is told that Cafcass must hear of it, where it was referred', async () => {
    const room = await council();
    const refer = { ...whyForm(await room.kept()) };
    await room.press(iroOlu, 'dispute.cafcass', { ...refer });
    allowed(await room.asks(iroManagerKaren));
    allowed(await room.answers(iroOlu, agreeVoid));
    const told = (await room.reads(priya, 'dispute.told')).at(-1) as Shown;
    expect(told.text).toContain('Cafcass has to be told as well');
  });
});

describe('on the cards', () => {
  it('is asked from a form, and agreed or not in a letter with words', async () => {
    const room = await council();
    const form = await room.says(iroOlu, 'void D-0001');
    expect(form.buttons).toEqual(['Ask that it is void']);
    expect(form.text).toContain(iroManagerKaren.name);
    const filled = { ...form.carries('Ask that it is void'), because: 'duplicate', why: 'Raised twice today' };
    const asked = await room.press(iroOlu, 'dispute.void', filled);
    expect(asked.text).toContain('Asked: is D-0001 void?');

    const letter = await only(room.reads(iroManagerKaren, 'dispute.void-asked'));
    expect(letter.buttons).toEqual(['Agree that it is void', 'Not void', 'Open the dispute']);
    const wordless = await room.press(iroManagerKaren, 'dispute.agree-void', {
      ...letter.carries('Agree that it is void'),
      says: ' ',
    });
    expect(wordless.text).toContain('In your words: please fill this in.');
    const agreed = await room.press(iroManagerKaren, 'dispute.agree-void', {
      ...letter.carries('Agree that it is void'),
      says: 'The same as D-0002',
    });
    expect(agreed.text).toContain('D-0001 is void');
    expect(agreed.text).toContain('tell the data protection officer now');
  });

  it('is found under More, to ask and to answer', async () => {
    const room = await council();
    const more = async (by: Person) => (await room.press(by, 'dispute.more', { dispute: 'D-0001' })).buttons;
    for (const by of [iroOlu, iroManagerKaren]) expect(await more(by)).toContain('Ask that it is void');
    for (const by of [priya, directorRuth]) expect(await more(by)).not.toContain('Ask that it is void');
    allowed(await room.asks(iroOlu));
    expect(await more(iroManagerKaren)).toContain('Answer: is it void?');
    expect((await more(iroOlu)).filter((title) => /void/.test(title))).toEqual([]);
    const question = await room.press(iroManagerKaren, 'dispute.ask-void', { dispute: 'D-0001' });
    expect(question.buttons).toContain('Agree that it is void');
    expect((await room.press(iroOlu, 'dispute.ask-void', { dispute: 'D-0001' })).text).toContain(
      'Asked: is D-0001 void',
    );
  });

  it('shows how it stands to a second press, to the same person in both parts, and to an old card', async () => {
    const room = await council();
    const form = await room.says(iroManagerKaren, 'void D-0001');
    const filled = { ...form.carries('Ask that it is void'), because: 'other', why: 'Not a dispute' };
    await room.press(iroManagerKaren, 'dispute.void', filled);
    const again = await room.press(iroManagerKaren, 'dispute.void', filled);
    expect(again.text).toContain('You asked on');
    const letter = await only(room.reads(iroOlu, 'dispute.void-asked'));
    const answer = { ...letter.carries('Not void'), says: 'It is one' };
    const own = await room.press(iroManagerKaren, 'dispute.agree-void', answer);
    expect(own.text).toContain('A second person has to agree');
    expect((await room.kept()).state.at).toBe('formal');

    await room.press(iroOlu, 'dispute.refuse-void', answer);
    const late = await room.press(iroOlu, 'dispute.agree-void', answer);
    expect(late.text).toContain('It stands as it did');
    expect((await room.kept()).state.at).toBe('formal');

    room.clock.moveTo('2026-03-26');
    allowed(await room.asks(administratorPeter, 1));
    const stale = await room.press(iroOlu, 'dispute.agree-void', answer);
    expect(stale.text).toContain('It was asked again after your card was drawn');
    expect((await room.kept()).voiding).not.toBeNull();
  });

  it('agreed twice is agreed once', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    const asked = (await room.kept()).voiding!.at;
    allowed(await room.answers(iroManagerKaren, agreeVoid, asked));
    const { revision } = await room.kept();
    expect(await room.answers(iroManagerKaren, agreeVoid, asked)).toMatchObject(refusedBecause('D-0001 is void since'));
    expect((await room.kept()).revision).toBe(revision);
    expect(await room.asks(iroManagerKaren, 1)).toMatchObject(refusedBecause('D-0001 is void since'));
  });

  it('is not sent once it was answered', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    allowed(await room.answers(iroManagerKaren, notVoid));
    expect(await room.reads(iroManagerKaren, 'dispute.void-asked')).toEqual(['it was answered before this was sent']);
  });
});

describe('an administrator', () => {
  const nothingOfTheChild = (card: Shown) => {
    expect(card.text).toContain('D-0001');
    expect(card.text).not.toMatch(/C-1042|\bAB\b|Kayleigh|sister|drift|wrong carers|Seen the file/i);
  };

  it('sees reference, stage and days of a dispute, never its content', async () => {
    const room = await council();
    const form = await room.says(administratorPeter, 'void D-0001');
    expect(form.text).toContain('Stage 1 of 5');
    nothingOfTheChild(form);
    allowed(await room.asks(administratorPeter));
    nothingOfTheChild(await room.says(administratorPeter, 'void D-0001'));
    allowed(await room.answers(iroOlu, agreeVoid));
    const answered = await only(room.reads(administratorPeter, 'dispute.void-answered'));
    expect(answered.text).toContain(iroOlu.name);
    expect(answered.buttons).toEqual([]);
    nothingOfTheChild(answered);
    expect(await openDispute({ dispute: 'D-0001' }, administratorPeter, room.needs)).toMatchObject({ ok: false });
  });

  it('never agrees, whoever asked', async () => {
    const room = await council();
    allowed(await room.asks(iroOlu));
    expect(await room.answers(administratorPeter, agreeVoid)).toMatchObject({ ok: false });
    expect((await room.kept()).voiding).not.toBeNull();
  });
});

describe('what a locked phone shows of it', () => {
  it('is the reference and no more', async () => {
    const room = await council();
    const form = await room.says(iroOlu, 'void D-0001');
    allowed(await room.asks(iroOlu));
    const letter = await only(room.reads(iroManagerKaren, 'dispute.void-asked'));
    for (const { fallback } of [form, letter]) expect(fallback).not.toMatch(/C-1042|Kayleigh|sister|Olu/);
    expect(letter.fallback).toBe('Dispute D-0001: somebody asks that it is void');
  });

  it('of the samples keeps what was asked with what was agreed', () => {
    expect(voided().state).toMatchObject({ why: 'Seen the file', asked: { why: 'It is about the sister' } });
  });
});
