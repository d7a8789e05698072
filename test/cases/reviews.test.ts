import { describe, expect, it } from 'vitest';
import { saveReview } from '../../src/cases/reviews/actions.ts';
import { type ReviewForm, readReviewForm } from '../../src/cases/reviews/form.ts';
import { recordReview } from '../../src/cases/reviews/rules.ts';
import { reviewFormView, reviewSavedView } from '../../src/cases/reviews/view.ts';
import { aCase, aCaseWith, caseRoom, reviewForm } from '../builders/case.ts';
import {
  away,
  ayesha,
  coordinatorJosh,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, wentHome } from '../timetable/case-facts.ts';

const read = (parts = {}): ReviewForm => {
  const form = readReviewForm(reviewForm(parts));
  if (!form.ok) throw new Error(form.because);
  return form.value;
};
const today = at('2026-11-16');
const home = aCaseWith(wentHome('2026-11-02'));
const reviewedHome = aCaseWith(wentHome('2026-10-26'), happened('2026-11-02', 'post-return-review-held'));
const afterReturn = { kind: 'after-return', on: '2026-11-12' };
const inNeed = { kind: 'in-need', on: '2026-11-12' };

describe('logging a review', () => {
  it.each([
    ['a looked-after review, by the IRO', aCase(), {}, iroOlu, { on: '2026-10-20', what: 'review-held' }],
    [
      'a review after the return, by the IRO',
      home,
      afterReturn,
      iroOlu,
      { on: '2026-11-12', what: 'post-return-review-held' },
    ],
    [
      'a child in need review, by the co-ordinator',
      reviewedHome,
      inNeed,
      coordinatorJosh,
      { on: '2026-11-12', what: 'cin-review-held' },
    ],
    [
      'the weeks until the next child in need review',
      reviewedHome,
      { ...inNeed, nextWithin: '8' },
      coordinatorJosh,
      { on: '2026-11-12', what: 'cin-review-held', nextWithinWeeks: 8 },
    ],
    [
      'a review that was held the day the child went home',
      home,
      { on: '2026-11-02' },
      iroOlu,
      { on: '2026-11-02', what: 'review-held' },
    ],
  ])('keeps %s', (_what, about, parts, by, event) => {
    const saved = recordReview(about, read(parts), by, northmoor, today);
    expect(saved).toMatchObject({ ok: true, value: { letters: [], after: { wakeAt: today } } });
    expect((saved as { value: { after: typeof about } }).value.after.events.at(-1)).toEqual(event);
  });

  it('keeps the tasks it left', () => {
    const saved = recordReview(aCase(), read({ tasks: 'School to send the report' }), iroOlu, northmoor, today);
    expect(saved).toMatchObject({
      value: {
        after: { notes: [{ about: 'review', says: [{ heading: 'Tasks left', text: 'School to send the report' }] }] },
      },
    });
  });

  it('is for the IRO manager as cover, which the history says', () => {
    const saved = recordReview(aCase(), read(), iroManagerKaren, northmoor, today);
    expect(JSON.stringify(saved)).toContain('logged as cover for the IRO');
  });

  it('is for the IRO who covers', () => {
    const council = away(iroOlu, iroNadia, '2026-11-16', '2026-11-16');
    expect(recordReview(aCase(), read(), iroNadia, council, today)).toMatchObject({ ok: true });
    expect(recordReview(aCase(), read(), iroNadia, northmoor, today)).toMatchObject({ ok: false });
  });

  it.each([
    ['the social worker', aCase(), {}, ayesha, 'IRO, Olu Bankole'],
    ['the team manager', aCase(), {}, priya, 'IRO, Olu Bankole'],
    ['the co-ordinator, of a looked-after review', aCase(), {}, coordinatorJosh, 'is logged by the child’s IRO'],
    ['the IRO, of a child in need review', reviewedHome, inNeed, iroOlu, 'logged by the child in need co-ordinator'],
    [
      'the IRO manager, of a child in need review',
      reviewedHome,
      inNeed,
      iroManagerKaren,
      'logged by the child in need co-ordinator',
    ],
  ])('is not for %s', (_who, about, parts, by, because) => {
    const said = recordReview(about, read(parts), by, northmoor, today);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it.each([
    ['a day that has not come', aCase(), { on: '2026-11-17' }, iroOlu, 'Tue 17 November 2026 has not come yet'],
    ['a day before care began', aCase(), { on: '2026-10-01' }, iroOlu, 'before the child became looked after'],
    [
      'a looked-after review of a child who had gone home',
      home,
      { on: '2026-11-12' },
      iroOlu,
      'was not looked after on Thu 12 November 2026',
    ],
    ['a review after a return that did not happen', aCase(), afterReturn, iroOlu, 'no return home is recorded'],
    [
      'a review after a return before the return',
      home,
      { ...afterReturn, on: '2026-10-30' },
      iroOlu,
      'no return home is recorded',
    ],
    ['a child in need review of a child in care', aCase(), inNeed, coordinatorJosh, 'was still looked after'],
    ['weeks for a review whose time the regulations set', aCase(), { nextWithin: '6' }, iroOlu, 'Leave it empty'],
  ])('refuses %s', (_what, about, parts, by, because) => {
    const said = recordReview(about, read(parts), by, northmoor, today);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining(because), beside: expect.anything() });
  });

  it.each([
    ['no weeks at all', { nextWithin: '0' }],
    ['more than half a year', { nextWithin: '27' }],
    ['half a week', { nextWithin: '1.5' }],
    ['weeks in words', { nextWithin: 'six' }],
  ])('refuses %s until the next', (_what, parts) => {
    expect(readReviewForm(reviewForm(parts))).toMatchObject({
      ok: false,
      because: expect.stringContaining('from 1 to 26'),
    });
  });

  it.each([
    ['31 February', { on: '2026-02-31' }, 'is not a real date'],
    ['a kind that there is not', { kind: 'annual' }, 'choose one from the list'],
  ])('refuses %s', (_what, parts, because) => {
    expect(readReviewForm(reviewForm(parts))).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });
});

describe('the same review twice', () => {
  it('is kept once when the button is pressed twice, and refused on a new form', async () => {
    const { needs, kept } = await caseRoom('2026-11-16', [aCase()]);
    await saveReview(read(), iroOlu, needs);
    expect(await saveReview(read(), iroOlu, needs)).toMatchObject({ ok: true, value: { after: { revision: 2 } } });
    const refused = await saveReview(read({ revision: '2' }), iroOlu, needs);
    expect(refused).toMatchObject({ ok: false, because: expect.stringContaining('is logged already') });
    expect((await kept()).events.filter(({ what }) => what === 'review-held')).toHaveLength(1);
  });
});

describe('the review form', () => {
  const asked = (about: ReturnType<typeof aCase>, by: typeof iroOlu, day = '2026-11-16') =>
    reviewFormView({ about, typed: { case: 'C-1042' } }, sightOf(by, at(day)));

  it.each([
    ['looked after', aCase(), iroOlu, 'looked-after'],
    ['home', home, iroOlu, 'after-return'],
    ['home and reviewed', reviewedHome, coordinatorJosh, 'in-need'],
  ])('proposes the kind for a child who is %s', (_how, about, by, kind) => {
    expect(asked(about, by).typed.kind).toBe(kind);
  });

  it('offers only the kinds that the reader may log, and the weeks only to the co-ordinator', () => {
    expect(asked(aCase(), iroOlu)).toMatchObject({ setsNext: false });
    expect(asked(aCase(), iroOlu).choices.kinds.map(({ value }) => value)).toEqual(['looked-after', 'after-return']);
    expect(asked(reviewedHome, coordinatorJosh)).toMatchObject({
      setsNext: true,
      choices: { kinds: [{ value: 'in-need' }] },
    });
  });
});

describe('the card after a review', () => {
  it('says the next review and why', async () => {
    const { needs } = await caseRoom('2026-11-16', [aCase()]);
    const saved = await saveReview(read(), iroOlu, needs);
    if (!saved.ok) throw new Error(saved.because);
    const view = reviewSavedView(saved.value, sightOf(iroOlu, needs.clock.now()));
    expect(view.next).toMatchObject([{ when: 'Wed 20 January 2027', working: '3 months after Tue 20 October 2026' }]);
  });

  it('counts the weeks that the co-ordinator set', async () => {
    const { needs } = await caseRoom('2026-11-16', [reviewedHome]);
    const saved = await saveReview(read({ ...inNeed, nextWithin: '8' }), coordinatorJosh, needs);
    if (!saved.ok) throw new Error(saved.because);
    const view = reviewSavedView(saved.value, sightOf(coordinatorJosh, needs.clock.now()));
    expect(view.next[0]!.when).toContain('Thu 7 January 2027');
  });
});
