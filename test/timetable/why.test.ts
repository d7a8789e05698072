import { describe, expect, it } from 'vitest';
import { whyView } from '../../src/timetable/view.ts';
import { deadline, lookedAfter, placed, timetable, wentHome, withParents } from './case-facts.ts';

describe('why a date is what it is', () => {
  it('is told in words: rule, event, working, days stepped over, source', () => {
    const found = timetable('2026-03-27', lookedAfter('2026-03-26', 's20'), placed('2026-03-27'));
    expect(whyView(deadline('R-VIS-01', found)!)).toEqual({
      heading: 'Visit the child within a week of the start of the placement',
      due: 'Fri 3 April 2026',
      actBy: 'Thu 2 April 2026, the last working day before',
      standing: '▲ Due soon',
      event: 'Placement started: Fri 27 March 2026',
      working: '1 week after Fri 27 March 2026',
      skipped: 'Good Friday (Fri 3 April 2026)',
      force: 'Regulation',
      cite: 'Care Planning Regulations 2010 (SI 2010/959) reg 28(2)(a)',
      url: 'https://www.legislation.gov.uk/uksi/2010/959/regulation/28',
      since: 'In force since Fri 1 April 2011',
      unverified: '',
    });
    expect(whyView(deadline('R-REV-01', found)!)).toMatchObject({
      actBy: '',
      working: '20 working days after Thu 26 March 2026',
      skipped: 'Good Friday (Fri 3 April 2026), Easter Monday (Mon 6 April 2026)',
    });
  });

  it.each([
    ['became-looked-after', 'Became looked after'],
    ['legal-status-changed', 'Order made'],
    ['placement-started', 'Placement started'],
    ['placement-ended', 'Placement ended'],
    ['visit-made', 'Last visit'],
    ['review-held', 'Last review'],
    ['review-adjourned', 'Review adjourned'],
    ['assessment-completed', 'Assessment completed'],
    ['placement-decision-made', 'Placement decided'],
    ['ceased-to-be-looked-after', 'Ceased to be looked after'],
    ['returned-home', 'Returned home'],
    ['post-return-review-held', 'Review after the return'],
    ['cin-review-held', 'Last child in need review'],
    ['child-in-need-ended', 'Child in need plan ended'],
    ['dispute-made-formal', 'Dispute made formal'],
  ] as const)('says what the time runs from: %s is "%s"', (what, words) => {
    const first = deadline('R-REV-01', timetable('2026-03-26', lookedAfter('2026-03-26', 's20')))!;
    expect(whyView({ ...first, from: { ...first.from, what } }).event).toBe(`${words}: Thu 26 March 2026`);
  });

  it.each([
    [
      'R-VIS-21',
      [lookedAfter('2026-01-26', 's20'), wentHome('2026-03-24')],
      '14 calendar days after Tue 24 March 2026',
    ],
    [
      'R-VIS-22',
      [lookedAfter('2024-01-26', 'care-order'), placed('2024-01-26'), withParents('2026-03-24')],
      '7 calendar days after Tue 24 March 2026',
    ],
  ])('names local policy as such, in force since no day: %s', (rule, events, working) => {
    expect(whyView(deadline(rule, timetable('2026-03-24', ...events))!)).toMatchObject({
      force: 'Local policy',
      working,
      since: '',
    });
  });

  it('leaves nothing out, so that no card prints a hole', () => {
    const cases = [
      timetable('2026-03-27', lookedAfter('2026-01-26', 's20'), wentHome('2026-03-27')),
      timetable(
        '2026-03-27',
        lookedAfter('2026-01-26', 'care-order'),
        withParents('2026-03-27', { beforeAssessment: true }),
      ),
    ];
    for (const one of cases.flatMap(({ deadlines }) => deadlines)) {
      expect(Object.values(whyView(one)).every((text) => typeof text === 'string')).toBe(true);
      expect(JSON.stringify(whyView(one))).not.toMatch(/undefined|null|[a-z]-(started|made|home)\b/);
    }
  });
});
