import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { readFacts } from '../../src/timetable/form.ts';

const began = { on: '2026-03-26', what: 'became-looked-after', legalStatus: 's20' };
const problemsOf = (typed: unknown) => {
  const read = readFacts(typeof typed === 'string' ? typed : JSON.stringify(typed));
  return read.ok ? [] : read.problems;
};
const inEvents = (...events: readonly unknown[]) =>
  problemsOf({ asOf: '2026-05-01', bornOn: '2013-05-01', events: [began, ...events] });

describe('reading a facts file', () => {
  it('reads the example of product.md 6', () => {
    const file = {
      asOf: '2026-04-21',
      bornOn: '2013-05-01',
      events: [
        began,
        { on: '2026-03-27', what: 'placement-started', kind: 'foster' },
        { on: '2026-04-01', what: 'visit-made', childSeen: true },
        { on: '2026-04-20', what: 'review-held' },
      ],
    };
    expect(readFacts(JSON.stringify(file))).toEqual({ ok: true, facts: file });
  });

  it('reads every kind of event, with all that it may say', () => {
    const events = [
      {
        on: '2026-03-27',
        what: 'placement-started',
        kind: 'connected-person',
        untilEighteen: true,
        longTermFoster: false,
        childAgrees: true,
        beforeAssessment: false,
        temporaryApproval: true,
      },
      { on: '2026-03-28', what: 'placement-ended' },
      { on: '2026-03-30', what: 'visit-made', childSeen: true, seenAlone: true, remote: false },
      { on: '2026-03-30', what: 'review-adjourned' },
      { on: '2026-04-01', what: 'review-held', completedOn: '2026-04-02' },
      { on: '2026-04-02', what: 'legal-status-changed', legalStatus: 'care-order' },
      { on: '2026-04-02', what: 'assessment-completed' },
      { on: '2026-04-02', what: 'placement-decision-made' },
      { on: '2026-04-03', what: 'dispute-made-formal' },
      { on: '2026-04-08', what: 'ceased-to-be-looked-after' },
      { on: '2026-04-08', what: 'returned-home', planned: true },
      { on: '2026-04-20', what: 'post-return-review-held' },
      { on: '2026-04-21', what: 'cin-review-held', nextWithinWeeks: 4 },
    ];
    expect(inEvents(...events)).toEqual([]);
  });

  it('takes the day asked about over the file’s own, and needs one of them', () => {
    const text = JSON.stringify({ events: [began] });
    expect(readFacts(text, localDate('2026-04-02'))).toMatchObject({
      ok: true,
      facts: { asOf: '2026-04-02', bornOn: null },
    });
    expect(readFacts(JSON.stringify({ asOf: '2026-05-01', events: [began] }), localDate('2026-03-25'))).toMatchObject({
      ok: false,
    });
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^asOf: missing: .*--as-of/)]);
  });

  it('reads past a byte order mark', () => {
    expect(readFacts('\uFEFF{"asOf": "2026-05-01", "events": []}')).toMatchObject({ ok: true });
  });

  it.each([
    ['text that is not JSON', '{', /^the file: .*: is not JSON$/],
    ['nothing', '', /^the file: .*: is not JSON$/],
    ['a list', [], /^the file: \[\]: must be an object/],
    ['null', null, /^the file: null: must be an object/],
    [
      'an unknown field',
      { asOf: '2026-05-01', events: [], name: 'Jo' },
      /^name: "Jo": is not a field here; allowed are asOf, bornOn, events$/,
    ],
    [
      'a long value, cut after 80 characters',
      { asOf: '2026-05-01', events: [], name: 'J'.repeat(79) },
      /^name: "J{79}…: is not a field here/,
    ],
    [
      '80 characters, whole',
      { asOf: '2026-05-01', events: [], name: 'J'.repeat(78) },
      /^name: "J{78}": is not a field/,
    ],
    ['events that are no list', { asOf: '2026-05-01', events: 7 }, /^events: 7: must be a list of events$/],
    ['text over many lines that is not JSON', 'x\n\n  y', /^the file: .*"x y" is not valid JSON: is not JSON$/],
    [
      'a byte order mark that is not at the start',
      '{"asOf": "2026-05-01",\uFEFF"events": []}',
      /^the file: .*: is not JSON$/,
    ],
    ['no events', { asOf: '2026-05-01' }, /^events: missing: must be a list of events$/],
    ['an impossible day', { asOf: '2026-02-31', events: [] }, /^asOf: "2026-02-31": must be a real day/],
    [
      'a birthday to come',
      { asOf: '2026-05-01', bornOn: '2026-05-02', events: [] },
      /^bornOn: "2026-05-02": .*has not come yet/,
    ],
  ])('refuses %s', (_what, typed, problem) => {
    expect(problemsOf(typed)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    [
      'an unknown event',
      { on: '2026-04-01', what: 'ran-away' },
      /^events\.1\.what: "ran-away": must be one of became-looked-after, /,
    ],
    ['no kind of event', { on: '2026-04-01' }, /^events\.1\.what: missing: must be one of/],
    ['a number', 7, /^events\.1: 7: must be an event/],
    [
      'an impossible day',
      { on: '2026-04-31', what: 'review-held' },
      /^events\.1\.on: "2026-04-31": must be a real day written like 2026-04-02$/,
    ],
    ['no day', { what: 'review-held' }, /^events\.1\.on: missing: must be a real day/],
    [
      'a field of another event',
      { on: '2026-04-01', what: 'review-held', childSeen: true },
      /^events\.1\.childSeen: true: is not a field here; allowed are on, what, completedOn$/,
    ],
    [
      'a placement of no known kind',
      { on: '2026-04-01', what: 'placement-started', kind: 'hotel' },
      /^events\.1\.kind: "hotel": must be one of foster, residential, /,
    ],
    [
      'an unknown legal status',
      { on: '2026-04-01', what: 'legal-status-changed', legalStatus: 'ward' },
      /^events\.1\.legalStatus: "ward": must be one of s20, /,
    ],
    [
      'a yes that is text',
      { on: '2026-04-01', what: 'visit-made', childSeen: 'yes' },
      /^events\.1\.childSeen: "yes": must be true or false$/,
    ],
    [
      'no weeks',
      { on: '2026-04-01', what: 'cin-review-held', nextWithinWeeks: 0 },
      /^events\.1\.nextWithinWeeks: 0: must be 1 to 52$/,
    ],
    [
      'half a week',
      { on: '2026-04-01', what: 'cin-review-held', nextWithinWeeks: 0.5 },
      /must be a whole number of weeks/,
    ],
  ])('refuses in an event: %s', (_what, event, problem) => {
    expect(inEvents(event)).toEqual([expect.stringMatching(problem)]);
  });

  it('lists every problem, each on one line, days to come among them', () => {
    const problems = inEvents(
      { on: '2026-04-31', what: 'flew\naway' },
      { on: '2026-05-02', what: 'review-held' },
      { on: 'x', what: 'visit-made', seen: 1 },
    );
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'events.1.what',
      'events.3.on',
      'events.3.childSeen',
      'events.3.seen',
      'events.2.on',
    ]);
    expect(problems.join()).not.toContain('\n');
  });
});
