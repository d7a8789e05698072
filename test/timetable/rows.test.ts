import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { workingDays } from '../../src/timetable/length.ts';
import { PROMPTS } from '../../src/timetable/prompts.ts';
import { cpr, type Row } from '../../src/timetable/row.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
import { TIMETABLE } from '../../src/timetable/timetable.ts';
import { caseOf, deadline, holidays, lookedAfter, reviewed, said, salford, timetable } from './case-facts.ts';

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

  it.each([
    ['R-VIS-01', 'visit', 'social-worker'],
    ['R-REV-01', 'review', 'iro'],
    ['R-REV-22', 'cin-review', 'cin-coordinator'],
    ['R-PWP-05b', 'other', 'social-worker'],
    ['R-PWP-05c', 'other', 'nominated-officer'],
    ['R-NOT-01', 'other', 'social-worker'],
    ['MON-05', 'other', 'team-manager'],
  ])('%s is met by an act of the kind "%s" and owed by the %s', (rule, act, owedBy) => {
    expect(TIMETABLE.find(({ id }) => id === rule)).toMatchObject({ act, owedBy });
  });

  it('say of monitoring that it is advice, and whose', () => {
    expect(TIMETABLE.find(({ id }) => id === 'MON-05')).toMatchObject({
      unverified: expect.stringContaining('not a duty in law'),
      source: { force: 'plan', cite: expect.stringContaining('NSPCC'), url: '' },
    });
  });

  it.each(PROMPTS.map(({ id, because }) => [id, because]))('%s says why it has no day', (_id, because) => {
    expect(because).toMatch(/^\S.{30,}[^.]$/);
  });

  it.each(['R-VIS-05a', 'R-VIS-06a'])('say that the weekly visits of %s are the stricter reading', (rule) => {
    const [row] = TIMETABLE.filter(({ id }) => id === rule);
    expect(row).toMatchObject({ unverified: expect.stringContaining('stricter reading') });
  });

  it.each(['R-VIS-21', 'R-VIS-22', 'R-REV-21', 'R-REV-22'])(
    'take the source of %s from the authority’s policy',
    (rule) => {
      expect(TIMETABLE.find(({ id }) => id === rule)).toMatchObject({ source: 'local-policy' });
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

describe('a change in the law, made up: ten working days instead of twenty from 2 April 2026', () => {
  const [twenty, second] = ['R-REV-01', 'R-REV-02'].map((id) => TIMETABLE.find((row) => row.id === id)!) as [Row, Row];
  const old: Row = { ...twenty, source: { ...cpr('33(1)'), inForceUntil: localDate('2026-04-01') } };
  const ten: Row = { ...twenty, within: workingDays(10), source: cpr('33(1)', '2026-04-02') };
  const from = (day: string, ...rows: readonly Row[]) =>
    timetableOf(caseOf(day, lookedAfter(day, 's20')), salford, holidays, rows);
  const notSaid = ({ cannotSay }: ReturnType<typeof from>) =>
    cannotSay.filter(({ duty }) => duty === twenty.duty).map(({ because }) => because);

  it.each([
    ['2026-04-01', 'the old row on its last day', 'R-REV-01 2026-05-01'],
    ['2026-04-02', 'the new row on its first', 'R-REV-01 2026-04-20'],
  ])('leaves a time that began on %s to %s', (day, _row, expected) => {
    const found = from(day, old, ten, second);
    expect(said(found)).toEqual([expected]);
    expect(notSaid(found)).toEqual([]);
  });

  it('is not guessed where the old row has ended and no new one is listed', () => {
    const found = from('2026-04-02', old, second);
    expect(said(found)).toEqual([]);
    expect(notSaid(found)).toEqual([expect.stringContaining('in force on Thu 2 April 2026')]);
  });
});
