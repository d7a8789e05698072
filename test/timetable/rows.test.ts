import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { PROMPTS } from '../../src/timetable/prompts.ts';
import { TIMETABLE } from '../../src/timetable/timetable.ts';
import { deadline, lookedAfter, reviewed, timetable } from './case-facts.ts';

const law = TIMETABLE.flatMap(({ id, source, unverified }) =>
  source !== 'local-policy' && source.force === 'regulation' ? [{ id, unverified, ...source }] : [],
);
const BEGAN = localDate('2011-04-01');
const ONCE_DATED = ['R-VIS-04'];

/** What law-check.md leaves STILL UNVERIFIED, of the rules that give a date. */
const STILL_UNVERIFIED = ['R-VIS-04', 'R-REV-06', 'R-PWP-05b', 'R-PWP-05c'];

describe('the rows of the timetable', () => {
  it('are those of the account of the law', () => {
    expect(TIMETABLE.map(({ id }) => id).toSorted()).toEqual(
      [
        ...[
          'R-VIS-01',
          'R-VIS-02',
          'R-VIS-03a',
          'R-VIS-03b',
          'R-VIS-04',
          'R-VIS-05a',
          'R-VIS-05b',
          'R-VIS-06a',
          'R-VIS-06b',
        ],
        ...[
          'R-VIS-07a',
          'R-VIS-07b',
          'R-VIS-21',
          'R-VIS-22',
          'R-REV-01',
          'R-REV-02',
          'R-REV-03',
          'R-REV-06',
          'R-REV-21',
          'R-REV-22',
        ],
        ...['R-PWP-05b', 'R-PWP-05c', 'R-NOT-01', 'MON-05'],
      ].toSorted(),
    );
  });

  it.each([...TIMETABLE, ...PROMPTS].map((row) => [row.id, row]))(
    '%s has an id of domain.md and a duty in words',
    (id, { duty }) => {
      expect(id).toMatch(/^(R-(VIS|REV|PWP|NOT|REM|PLN|TRM|DEC)-\d{2}[a-c]?|MON-\d{2})$/);
      expect(duty).toMatch(/^[A-Z][^_]{11,}[^.]$/);
    },
  );

  it.each(law.map((source) => [source.id, source]))('%s cites a regulation and links it', (_id, { cite, url }) => {
    const [, instrument, regulation] = /^Care Planning Regulations 2010 \(SI (\d{4}\/\d+)\) reg (\d+)/.exec(cite) ?? [];
    expect(url).toBe(`https://www.legislation.gov.uk/uksi/${instrument}/regulation/${regulation}`);
  });

  it.each(law.map((source) => [source.id, source]))(
    '%s is dated, and was read or says that it was not',
    (id, { inForceFrom, inForceUntil, readOn, unverified }) => {
      expect(inForceFrom).toBe(ONCE_DATED.includes(id) ? '2015-04-01' : BEGAN);
      expect(inForceUntil).toBeNull();
      expect(readOn === null).toBe(STILL_UNVERIFIED.includes(id));
      if (STILL_UNVERIFIED.includes(id)) expect(unverified).toMatch(/not (been|in) read|not in the English one/);
    },
  );

  it('mark as a reading what can be read in two ways', () => {
    const marked = TIMETABLE.filter(({ unverified }) => unverified !== undefined).map(({ id }) => id);
    expect(marked.toSorted()).toEqual([...STILL_UNVERIFIED, 'R-VIS-05a', 'R-VIS-06a', 'R-REV-21', 'MON-05'].toSorted());
  });

  it('are not used for a clock that began before they were in force', () => {
    const { deadlines, cannotSay } = timetable('2015-01-05', lookedAfter('2011-03-31', 's20'));
    expect(deadlines).toEqual([]);
    expect(cannotSay[0]).toEqual({
      duty: 'Hold the child’s first review',
      because: expect.stringContaining('Thu 31 March 2011'),
    });
  });

  it('are used from their first day', () => {
    const found = timetable('2014-01-06', { ...lookedAfter('2013-12-02', 's20') }, reviewed('2013-12-20'));
    expect(deadline('R-REV-02', found)).toMatchObject({
      due: '2014-03-20',
      inForceFrom: BEGAN,
      unverified: null,
      working: '3 months after Fri 20 December 2013',
    });
    expect(deadline('R-REV-01', timetable('2013-05-02', lookedAfter('2011-04-01', 's20')))?.due).toBe('2011-05-05');
  });
});
