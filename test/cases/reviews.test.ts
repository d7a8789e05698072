import { describe, expect, it } from 'vitest';
import { saveReview } from '../../src/cases/reviews/actions.ts';
import { type ReviewForm, readReviewForm } from '../../src/cases/reviews/form.ts';
import { recordReview } from '../../src/cases/reviews/rules.ts';
import { nextReviewView, reviewFormView, reviewSavedView } from '../../src/cases/reviews/view.ts';
import { localDate } from '../../src/local-date.ts';
import { aCase, aCaseWith, caseRoom, reviewForm } from '../builders/case.ts';
import {
  away,
  ayesha,
  chloe,
  coordinatorJosh,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, lookedAfter, wentHome, withParents } from '../timetable/case-facts.ts';

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
const eight = { ...inNeed, nextWithin: '8', whyInterval: 'The child is settled at home and at school' };
const lastLine = (saved: ReturnType<typeof recordReview>) => {
  if (!saved.ok) throw new Error(saved.because);
  return saved.value.after.history.at(-1)!.what;
};

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
      eight,
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
    expect(saved).toMatchObject({ ok: true, value: { after: { wakeAt: today } } });
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

describe('another interval than the policy’s', () => {
  const held = (weeks?: number) =>
    aCaseWith(
      wentHome('2026-10-12'),
      happened('2026-10-19', 'post-return-review-held'),
      weeks === undefined
        ? happened('2026-10-26', 'cin-review-held')
        : { on: localDate('2026-10-26'), what: 'cin-review-held', nextWithinWeeks: weeks },
    );
  const review = (about: ReturnType<typeof aCase>, parts: object) =>
    recordReview(about, read({ ...inNeed, ...parts }), coordinatorJosh, northmoor, today);

  it.each([
    ['fewer weeks', { nextWithin: '4' }],
    ['more weeks', { nextWithin: '8' }],
    ['more weeks with blanks for a reason', { nextWithin: '8', whyInterval: '  ' }],
  ])('needs a reason: %s', (_what, parts) => {
    expect(review(reviewedHome, parts)).toMatchObject({
      ok: false,
      beside: { whyInterval: expect.stringContaining('the policy says every 6 weeks') },
    });
  });

  it.each([
    ['left to the policy', {}],
    ['the policy’s own six weeks', { nextWithin: '6' }],
  ])('needs none for the interval %s, and takes none', (_what, parts) => {
    expect(review(reviewedHome, parts).ok).toBe(true);
    expect(review(reviewedHome, { ...parts, whyInterval: 'Because' })).toMatchObject({
      ok: false,
      beside: { whyInterval: expect.stringContaining('stays every 6 weeks') },
    });
  });

  it('takes no reason at a review that sets no interval', () => {
    expect(recordReview(aCase(), read({ whyInterval: 'x' }), iroOlu, northmoor, today)).toMatchObject({
      ok: false,
      beside: { whyInterval: expect.anything() },
    });
  });

  it.each([
    [
      'after the policy’s',
      held(),
      { nextWithin: '4', whyInterval: 'Two visits were missed' },
      'every 6 weeks → every 4 weeks',
    ],
    ['after another one', held(4), { nextWithin: '1', whyInterval: 'A worse week' }, 'every 4 weeks → every week'],
    ['kept', held(4), { nextWithin: '4', whyInterval: 'Still the same' }, 'every 4 weeks, as before'],
    ['back to the policy’s', held(4), {}, 'every 4 weeks → every 6 weeks'],
  ])('is told with what it was before: %s', (_how, about, parts, change) => {
    expect(lastLine(review(about, parts))).toBe(
      `Child in need review held on Thu 12 November 2026; child in need reviews ${change}`,
    );
  });

  it('says nothing of an interval that stays the policy’s', () => {
    expect(lastLine(review(held(), {}))).toBe('Child in need review held on Thu 12 November 2026');
  });

  it('looks back to the review before it, not to a later one that was logged first', () => {
    const later = { on: localDate('2026-11-14'), what: 'cin-review-held', nextWithinWeeks: 2 } as const;
    const about = { ...held(4), events: [...held(4).events, later] };
    expect(lastLine(review(about, { nextWithin: '8', whyInterval: 'Settled' }))).toContain(
      'every 4 weeks → every 8 weeks',
    );
  });

  it('does not look back to an earlier return', () => {
    const since = [
      lookedAfter('2026-10-28', 's20'),
      wentHome('2026-11-02'),
      happened('2026-11-05', 'post-return-review-held'),
    ];
    const again = { ...held(4), events: [...held(4).events, ...since] };
    expect(lastLine(review(again, {}))).toBe('Child in need review held on Thu 12 November 2026');
  });

  it('keeps the reason in the note of the review, beside the tasks', () => {
    const saved = review(held(), { tasks: 'School report', nextWithin: '4', whyInterval: 'Two visits were missed' });
    expect(saved).toMatchObject({
      value: {
        after: {
          notes: [
            {
              says: [
                { heading: 'Tasks left', text: 'School report' },
                { heading: 'Why another interval (every 6 weeks → every 4 weeks)', text: 'Two visits were missed' },
              ],
            },
          ],
        },
      },
    });
  });

  it('follows the council’s own policy', () => {
    const monthly = { ...northmoor, policy: { ...northmoor.policy, cinReviewWeeks: 4 } };
    const with4 = (weeks: string, why: string) =>
      recordReview(
        reviewedHome,
        read({ ...inNeed, nextWithin: weeks, whyInterval: why }),
        coordinatorJosh,
        monthly,
        today,
      );
    expect(with4('4', '').ok).toBe(true);
    expect(with4('6', '').ok).toBe(false);
    expect(lastLine(with4('6', 'Settled'))).toContain('every 4 weeks → every 6 weeks');
  });
});

describe('the first review after a return', () => {
  const first = (about = home, by = iroOlu, council = northmoor) => {
    const saved = recordReview(about, read(afterReturn), by, council, today);
    if (!saved.ok) throw new Error(saved.because);
    return saved.value;
  };

  it('tells the child in need co-ordinator, in the same write and in no word of the case', async () => {
    const { needs, store } = await caseRoom('2026-11-16', [home]);
    expect(await saveReview(read(afterReturn), iroOlu, needs)).toMatchObject({ ok: true });
    await saveReview(read(afterReturn), iroOlu, needs);
    const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
    expect(letters).toMatchObject([
      {
        key: 'C-1042/review.next/2026-11-12',
        kind: 'review.next',
        to: { person: coordinatorJosh.id },
        facts: { on: '2026-11-12' },
      },
    ]);
  });

  it('tells whoever covers for them, and nobody where the post is vacant, which the card says', () => {
    const leave = away(coordinatorJosh, chloe, '2026-11-16', '2026-11-16');
    expect(first(home, iroOlu, leave).letters).toMatchObject([{ to: { person: chloe.id } }]);
    const vacant = without(coordinatorJosh);
    const { after, letters } = first(home, iroOlu, vacant);
    expect(letters).toEqual([]);
    const view = reviewSavedView({ before: home, after, review: read(afterReturn) }, sightOf(iroOlu, today, vacant));
    expect(view.says[1]!.says).toContain('Nobody holds that post today');
  });

  it('tells nobody again at the next, nor of a child who is still in care at home', () => {
    const again = aCaseWith(wentHome('2026-10-26'), happened('2026-11-02', 'post-return-review-held'));
    const second = first(again);
    expect(second.letters).toEqual([]);
    expect(
      reviewSavedView({ before: again, after: second.after, review: read(afterReturn) }, sightOf(iroOlu, today)).says,
    ).toHaveLength(1);
    const placement = { ...aCase(), events: [lookedAfter('2026-10-05', 'care-order'), withParents('2026-11-02')] };
    const { after, letters } = first(placement);
    expect(letters).toEqual([]);
    const saved = { before: placement, after, review: read(afterReturn) };
    expect(reviewSavedView(saved, sightOf(iroOlu, today)).says).toHaveLength(1);
  });

  it('says on its card who reviews from now on, and how often', () => {
    const saved = { before: home, after: first().after, review: read(afterReturn) };
    expect(reviewSavedView(saved, sightOf(iroOlu, today)).says[1]!.says).toBe(
      '● Josh Miller, child in need co-ordinator, now reviews the return plan every 6 weeks, and is told of it.',
    );
  });

  it('is a letter that says the next day, and is dropped once no review is owed', () => {
    const { after } = first();
    expect(nextReviewView(after, sightOf(coordinatorJosh, today))).toMatchObject({
      heading: 'Child in need reviews start',
      facts: [
        { title: 'Next by', value: expect.stringContaining('Thu 24 December 2026') },
        { title: 'Then', value: 'every 6 weeks' },
        { title: 'IRO’s review', value: 'Thu 12 November 2026' },
      ],
      mayLog: true,
    });
    expect(nextReviewView(aCase(), sightOf(coordinatorJosh, today))).toHaveProperty('dropped');
    expect(nextReviewView(after, sightOf(ayesha, today))).toMatchObject({ mayLog: false });
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
    const saved = await saveReview(read(eight), coordinatorJosh, needs);
    if (!saved.ok) throw new Error(saved.because);
    const view = reviewSavedView(saved.value, sightOf(coordinatorJosh, needs.clock.now()));
    expect(view.next[0]!.when).toContain('Thu 7 January 2027');
  });
});
