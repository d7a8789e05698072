import { describe, expect, it } from 'vitest';
import { owedOn } from '../../src/cases/deadlines/rules.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import { diaryOf } from '../../src/diaries/model.ts';
import { comingTo, lateVisitsIn, mondayOf, weekLetters } from '../../src/diaries/week/rules.ts';
import { staffView, weekView } from '../../src/diaries/week/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { holds } from '../../src/people/rules.ts';
import { aDispute, answered, escalated } from '../builders/dispute.ts';
import {
  away,
  ayesha,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';
import { council, overChristmas, yearOne } from './council.ts';
import { FULL, NIL } from './week-samples.ts';

const chief = [...northmoor.register.values()].find((person) => holds(person, 'chief-executive'))!;
const late = { ...overChristmas, events: [...yearOne, visited('2026-10-01')] };

describe('the card of the week', () => {
  it.each<[string, Person, boolean]>([
    ['a team manager', priya, true],
    ['a service manager', grace, true],
    ['a head of service', headHelen, true],
    ['the IRO manager', iroManagerKaren, true],
    ['the Director', directorRuth, true],
    ['the Chief Executive', chief, true],
    ['a social worker', ayesha, false],
    ['an IRO', iroOlu, false],
    ['business support', supportFiona, false],
  ])('is for %s: %#', (_who, person, isTold) => {
    expect(weekLetters(person, at('2026-04-07', '08:30')).map(({ key }) => key)).toEqual(
      isTold ? ['week/2026-04-06'] : [],
    );
  });

  it.each([
    ['2026-04-06', '2026-04-06'],
    ['2026-04-07', '2026-04-06'],
    ['2026-04-12', '2026-04-06'],
    ['2026-01-01', '2025-12-29'],
  ])('of %s is that of Monday %s', (day, monday) => {
    expect(mondayOf(localDate(day))).toBe(monday);
  });

  it('comes with the first digest of the week: on Tuesday after Easter Monday, once', async () => {
    const { morning, inbox } = await council({ day: '2026-04-02', cases: [] });
    await morning('2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06');
    expect(inbox(directorRuth)).toEqual([]);
    await morning('2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10');
    expect(inbox(directorRuth)).toEqual([expect.stringMatching(/^This week: nothing needs you\nTue 7 April 2026/)]);
    await morning('2026-04-13');
    expect(inbox(directorRuth)).toHaveLength(2);
  });

  it('waits for a manager who is on leave on Monday until they are back in that week', async () => {
    const { morning, inbox } = await council({
      day: '2026-11-20',
      cases: [late],
      authority: away(priya, grace, '2026-11-20', '2026-11-24'),
    });
    await morning('2026-11-23', '2026-11-24');
    expect(inbox(priya)).toEqual([]);
    await morning('2026-11-25');
    expect(inbox(priya).filter((words) => words.startsWith('Your staff this week'))).toHaveLength(1);
  });

  it('shows a manager what their staff owe, by worker, and says nothing when they owe nothing', async () => {
    const { morning, inbox, needs } = await council({ day: '2026-11-20', cases: [late] });
    await morning('2026-11-23');
    const [words] = inbox(priya).filter((each) => each.startsWith('Your staff this week'));
    expect(words).toContain('Mon 23 November 2026 · 1 case · 1 late');
    expect(words).toContain('Ayesha Khan\n⚠ 1 late');
    const idle = await council({ day: '2026-11-20', cases: [] });
    await idle.morning('2026-11-23');
    expect(idle.inbox(priya)).toEqual([]);
    const kept = await idle.needs.outbox.of(diaryOf(priya.id));
    expect(kept.map(({ passage }) => passage)).toMatchObject([
      { at: 'dropped', why: 'nothing is late or due soon in the team' },
    ]);
    expect((await needs.outbox.of(diaryOf(priya.id))).some(({ passage }) => passage.at === 'sent')).toBe(true);
  });

  it('tells the Director how many statutory visits are overdue in each service', () => {
    const owed = [late, { ...late, id: 'C-1043' }].flatMap((about) =>
      deadlinesOf(about, localDate('2026-11-23'), northmoor).deadlines.map((deadline) => ({ about, deadline })),
    );
    expect(lateVisitsIn(owed, northmoor)).toEqual([
      { service: 'North', late: 2 },
      { service: 'South', late: 0 },
    ]);
  });

  it('does not count a visit that only policy asks for', () => {
    const [one] = deadlinesOf(late, localDate('2026-11-23'), northmoor).deadlines.filter(({ act }) => act === 'visit');
    const owed = [{ about: late, deadline: { ...one!, force: 'local-policy' as const } }];
    expect(lateVisitsIn(owed, northmoor).map(({ late: count }) => count)).toEqual([0, 0]);
  });

  it('tells the Director of a dispute that reaches them within five working days, and not of one further off', () => {
    const today = localDate('2026-04-07');
    const near = escalated(aDispute(), 2, at('2026-04-07'));
    const coming = (dispute: typeof near, day = today) =>
      comingTo(directorRuth, [dispute], northmoor, day).map(({ on, stage }) => [on, stage]);
    expect(coming(near, localDate('2026-04-07'))).toEqual([]);
    expect(coming(near, localDate('2026-04-10'))).toEqual([['2026-04-15', 3]]);
    expect(coming(aDispute(), localDate('2026-03-30'))).toEqual([]);
  });

  it('says what needs them, what comes and what is late, in words; and nil as nil', () => {
    const sight = sightOf(directorRuth, at('2026-04-07', '08:30'));
    expect(weekView(FULL, sight)).toMatchObject({
      heading: 'This week: 3 things wait for you',
      summary: 'This week: 3 things wait for you, 2 to come, 13 overdue visits',
      comes: 'Reaches you within 5 working days',
      visits: [
        { title: 'North', value: '⚠ 12 overdue' },
        { title: 'South', value: '✓ None' },
        { title: 'No service', value: '⚠ 1 overdue' },
      ],
    });
    expect(weekView(NIL, sight)).toMatchObject({
      heading: 'This week: nothing needs you',
      needs: '✓ Nothing waits for you.',
      comes: '✓ Nothing reaches you within 5 working days.',
      hasLate: false,
    });
  });

  it('says of each dispute on its way what has to happen first, and its day once', () => {
    const sight = sightOf(directorRuth, at('2026-04-07', '08:30'));
    const on = localDate('2026-04-09');
    const saying = (dispute: Dispute) =>
      weekView({ ...NIL, coming: [{ dispute, stage: 3, on }] }, sight).coming[0]!.value;
    const stage = "Stage 4 of 5, Director of Children's Services, from Thu 9 April 2026, in 2 working days";
    expect(saying(aDispute())).toBe(`If nobody responds: ${stage}`);
    expect(saying(answered(aDispute()))).toBe(`If the IRO escalates now: ${stage}`);
    expect(saying(aDispute({ escalateAutomatically: false }))).toBe(
      `If nobody responds and the IRO escalates: ${stage}`,
    );
  });

  it('tells the Director what waits once: in the card of the week, and in no digest beside it', async () => {
    const raised = escalated(aDispute(), 3, at('2026-04-02', '12:00'));
    const { morning, inbox } = await council({ day: '2026-04-02', cases: [aReturningCase()], disputes: [raised] });
    const from = (day: string) => inbox(directorRuth).filter((words) => words.includes(day));
    await morning('2026-04-07');
    expect(from('Tue 7 April 2026').filter((words) => words.includes('D-0001'))).toEqual([
      expect.stringMatching(/^This week: 1 thing waits for you/),
    ]);
  });

  it('is by worker for the IRO manager too, whose staff they are not', () => {
    const list = {
      page: 1,
      cases: [late],
      shares: [{ worker: ayesha.id, owed: owedOn([late], localDate('2026-11-23'), northmoor) }],
    };
    const heading = (by: Person) => (staffView(list, sightOf(by, at('2026-11-23'))) as { heading: string }).heading;
    expect(heading(iroManagerKaren)).toBe('This week, by worker');
    expect(heading(priya)).toBe('Your staff this week');
  });
});
