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
