import { describe, expect, it } from 'vitest';
import { contest, openOn, reviewsToContest } from '../../src/cases/contests/rules.ts';
import type { Case } from '../../src/cases/model.ts';
import { readReviewForm } from '../../src/cases/reviews/form.ts';
import { recordReview } from '../../src/cases/reviews/rules.ts';
import { EVERY } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here } from '../../src/teams/route.ts';
import { aCaseWith, reviewForm } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
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
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { council, Shown, type Wire } from '../builders/return-council.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, reviewed, wentHome } from '../timetable/case-facts.ts';

const WORDS = { what: 'Kayleigh sees her brother weekly', why: 'Nobody can supervise it' };
const form = { case: 'C-1042', revision: 1, review: 'review/2026-11-02/1', once: 'once-1', ...WORDS };
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });

/** Reviewed on Mon 2 November 2026, which was logged on that Wednesday: five working days later is Wed 11 November. */
function reviewedCase(about: ReturningCase = aReturningCase()): ReturningCase {
  const held = allowed(readReviewForm(reviewForm({ on: '2026-11-02' })));
  return allowed(recordReview(about, held, iroOlu, northmoor, at('2026-11-04'))).after as ReturningCase;
}

const contested = (by: Person, about: Case = reviewedCase(), day = '2026-11-05', authority = northmoor) =>
  contest(about, form, by, authority, at(day));

async function room(day = '2026-11-05', about = reviewedCase(), authority = northmoor) {
  const made = await council(about, day, authority);
  return {
    ...made,
    says: async (by: Person, text: string) => new Shown(await hear(text, here(by, false, 'once-1', made.needs))),
    contest: (by: Person, asked: Shown, typed: Wire = {}) =>
      made.press(by, 'review.contest', asked.sends('Contest decision', { ...WORDS, ...typed })),
  };
}

describe('7.5 no. 17: a manager contests a review decision', () => {
  it.each([priya, grace])('$name may, and it is kept in the case', (by) => {
    const { after } = allowed(contested(by));
    expect(after.contests).toEqual([
      { kind: 'looked-after', on: '2026-11-02', by: by.id, at: at('2026-11-05'), once: 'once-1', ...WORDS },
    ]);
    expect(after.history.at(-1)).toMatchObject({
      by: by.id,
      what: 'A decision contested: Looked-after review of Mon 2 November 2026',
    });
  });

  it.each([
    ayesha,
    tom,
    martin,
    headHelen,
    directorRuth,
    iroOlu,
    iroNadia,
    iroManagerKaren,
    coordinatorJosh,
    nominatedSamuel,
    supportFiona,
    administratorPeter,
  ])('$name may not', (by) => {
    expect(contested(by)).toMatchObject(refusedBecause('the child’s team manager, Priya Shah, or the service manager'));
  });

  it('whoever covers for the team manager may, but never the child’s IRO', () => {
    expect(contested(tom, reviewedCase(), '2026-11-05', away(priya, tom, '2026-11-01', '2026-11-30'))).toMatchObject({
      ok: true,
    });
    expect(
      contested(iroOlu, reviewedCase(), '2026-11-05', away(priya, iroOlu, '2026-11-01', '2026-11-30')),
    ).toMatchObject({
      ok: false,
    });
  });

  it.each([
    ['2026-11-04', true],
    ['2026-11-11', true],
    ['2026-11-12', false],
  ])('on %s, counted in working days from the day the review was logged: %s', (day, ok) => {
    expect(contested(priya, reviewedCase(), day)).toMatchObject({ ok });
  });

  it('is too late after the fifth working day, with the day on which the decision stood', () => {
    const late = contested(priya, reviewedCase(), '2026-11-12');
    expect(late).toMatchObject(refusedBecause('could be contested until Wed 11 November 2026'));
    expect(late).toMatchObject(refusedBecause('stand since'));
  });

  it('steps over bank holidays, and counts from the day it was held where nobody knows when it was logged', () => {
    const christmas = aCaseWith(reviewed('2026-12-22'));
    expect(reviewsToContest(christmas, northmoor)).toMatchObject([{ on: '2026-12-22', until: '2026-12-31' }]);
  });

  it('is never refused as too late where the bank holidays are not known', () => {
    const { holidays } = northmoor;
    const unknown = { ...northmoor, holidays: { ...holidays, knownUntil: localDate('2026-11-06') } };
    expect(openOn(reviewedCase(), unknown, localDate('2026-11-12'))).toMatchObject([{ until: null }]);
  });

  it('is about a review of the IRO’s: not about a child in need review, nor one that was never held', () => {
    const inNeed = aCaseWith(wentHome('2026-10-20', true), happened('2026-11-03', 'cin-review-held'));
    expect(openOn(inNeed, northmoor, localDate('2026-11-04'))).toEqual([]);
    const forged = contest(
      reviewedCase(),
      { ...form, review: 'review/2026-11-03/1' },
      priya,
      northmoor,
      at('2026-11-05'),
    );
    expect(forged).toMatchObject(refusedBecause('choose one from the list'));
  });

  it('is told to the IRO, their cover, or the IRO manager', () => {
    const to = (authority = northmoor) => allowed(contested(priya, reviewedCase(), '2026-11-05', authority)).letters;
    expect(to()).toMatchObject([{ kind: 'review.contested', to: { person: iroOlu.id }, facts: { contested: '1' } }]);
    expect(to(away(iroOlu, iroNadia, '2026-11-01', '2026-11-10'))).toMatchObject([{ to: { person: iroNadia.id } }]);
    expect(to(away(iroOlu, ayesha, '2026-11-01', '2026-11-10'))).toMatchObject([
      { to: { person: iroManagerKaren.id } },
    ]);
    expect(to(without(iroOlu, iroManagerKaren))).toEqual([]);
  });
});

describe('on the cards', () => {
  it('is asked of a manager: which review, which decision, why; and says that the rule is not verified', async () => {
    const { says, contest: press, kept } = await room();
    const asked = await says(priya, 'contest review C-1042');
    expect(asked.text).toContain('Looked-after review of Mon 2 November 2026, until Wed 11 November 2026');
    expect(asked.text).toContain('is not verified in the IRO Handbook');
    expect(asked.inputs).toMatchObject({ review: 'review/2026-11-02/1' });
    const saved = await press(priya, asked);
    expect(saved.text).toContain('Kept, and Olu Bankole is told');
    expect((await kept()).contests).toHaveLength(1);
  });

  it('is not opened to others, nor once every review stands, nor before there is one', async () => {
    const { says, clock } = await room();
    expect((await says(ayesha, 'contest review C-1042')).text).toContain('A review decision is contested by');
    clock.moveTo('2026-11-12');
    expect((await says(priya, 'contest review C-1042')).text).toContain('until Wed 11 November 2026');
    const fresh = await room('2026-11-05', aReturningCase());
    expect((await fresh.says(priya, 'contest review C-1042')).text).toContain('no decision to contest');
  });

  it('pressed twice is one; too late with the form open is refused and kept as typed', async () => {
    const { says, contest: press, kept, letters, clock } = await room();
    const asked = await says(priya, 'contest review C-1042');
    await Promise.all([press(priya, asked), press(priya, asked)]);
    await press(priya, asked);
    expect((await kept()).contests).toHaveLength(1);
    expect((await letters()).filter(({ kind }) => kind === 'review.contested')).toHaveLength(1);
    const wordless = await press(priya, asked, { once: 'once-2', why: '' });
    expect(wordless.text).toContain('Why: please fill this in.');
    expect(wordless.inputs).toMatchObject({ what: WORDS.what });
    clock.moveTo('2026-11-12');
    expect((await press(priya, asked, { once: 'once-3' })).text).toContain('stand since');
    expect((await kept()).contests).toHaveLength(1);
  });

  it('reaches the IRO with a dispute half filled in, and starts none by itself', async () => {
    const { says, contest: press, drawn, needs, letters } = await room();
    await press(priya, await says(priya, 'contest review C-1042'));
    const [letter] = await drawn('review.contested');
    const card = new Shown(JSON.parse(letter!));
    expect(card.text).toContain(`Priya Shah contests: ${WORDS.what}`);
    expect(card.buttons).toEqual(['Raise dispute', 'Open the case']);
    expect(card.card.fallbackText).toBe('A manager contests a review decision');
    expect(await needs.disputes.find(EVERY)).toEqual([]);
    for (const { to } of await letters()) expect(to).toEqual({ person: expect.any(String) });
    const { press: presses } = await room();
    const raising = await presses(iroOlu, 'review.raise-dispute', card.sends('Raise dispute'));
    expect(raising.inputs).toMatchObject({ theme: 'review-decision' });
    expect((await presses(priya, 'review.raise-dispute', card.sends('Raise dispute'))).text).toContain('Only the IRO');
  });

  it('offers no dispute for a child who is no longer looked after', async () => {
    const { says, contest: press, drawn, kept, needs } = await room();
    await press(priya, await says(priya, 'contest review C-1042'));
    const about = await kept();
    await needs.cases.save({ ...about, events: [...about.events, wentHome('2026-11-05', true)] });
    const [letter] = await drawn('review.contested');
    expect(new Shown(JSON.parse(letter!)).buttons).toEqual(['Open the case']);
  });

  it('is offered on the managers’ card of the case while it is open', async () => {
    const { says, clock } = await room();
    for (const by of [priya, grace]) {
      expect((await says(by, 'C-1042')).text).toContain('Type “contest review C-1042”');
    }
    expect((await says(ayesha, 'C-1042')).text).not.toContain('contest review');
    clock.moveTo('2026-11-12');
    expect((await says(priya, 'C-1042')).text).not.toContain('contest review');
  });
});
