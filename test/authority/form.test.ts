import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAuthority } from '../../src/authority/form.ts';
import { REMINDER_SET } from '../../src/authority/reminder-set.ts';
import { readFacts } from '../../src/timetable/form.ts';
import { timetableOf } from '../../src/timetable/rules.ts';

const sample = readFileSync('src/demo/authority.json', 'utf8');
// biome-ignore lint/suspicious/noExplicitAny: broken on purpose, in any way
type Json = Record<string, any>;
const broken = (change: (file: Json) => void) => {
  const file = JSON.parse(sample);
  change(file);
  const read = readAuthority(JSON.stringify(file));
  return read.ok ? [] : read.problems;
};

describe('the authority file', () => {
  it('ships a sample of at least fourteen people over every post', () => {
    const read = readAuthority(sample);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(read.authority.register.size).toBeGreaterThanOrEqual(14);
    expect(new Set([...read.authority.register.values()].flatMap(({ posts }) => posts)).size).toBe(12);
    expect(read.authority.ladder.stages.map(({ workingDays }) => workingDays)).toEqual([5, 5, 5, 3, 2]);
    expect(read.authority.channels.size).toBe(2);
  });

  it.each<[string, (file: Json) => void, string]>([
    ['a post that does not exist', (file) => (file.people[0].posts = ['wizard']), 'people.0.posts.0: "wizard"'],
    [
      'a manager who is nobody',
      (file) => (file.people[0].manager = 'x'),
      'people.0.manager: "x" is not the id of anyone',
    ],
    ['the same id twice', (file) => (file.people[1].id = file.people[0].id), 'is used twice'],
    [
      'a cover that is nobody',
      (file) => (file.people[0].cover = { by: 'x', from: '2026-12-01', to: '2026-12-02' }),
      'people.0.cover.by: "x"',
    ],
    [
      'a cover that ends before it begins',
      (file) => (file.people[0].cover = { by: file.people[1].id, from: '2026-12-03', to: '2026-12-02' }),
      'is before cover.from',
    ],
    [
      '31 February',
      (file) => (file.extraNonWorkingDays = [{ on: '2026-02-31', name: 'x' }]),
      'extraNonWorkingDays.0.on: "2026-02-31" must be a real day',
    ],
    ['stages over twenty in sum', (file) => (file.ladder.stages[0].workingDays = 6), 'total 21 working days'],
    [
      'a channel that is not there',
      (file) => (file.ladder.stages[2].channel = 'Nowhere'),
      'ladder.stages.2.channel: "Nowhere"',
    ],
    ['an informal stage over ten', (file) => (file.ladder.informalDays = 11), 'ladder.informalDays: 11'],
    [
      'a first visit under a care order later than the regulation’s week',
      (file) => (file.policy.firstVisitUnderOrderDays = 8),
      'policy.firstVisitUnderOrderDays: 8 days for the first visit after a return under a care order (R-VIS-22) is looser than the one week of Care Planning Regulations 2010 (SI 2010/959) reg 28(5)(a)',
    ],
    ['a field that nobody knows', (file) => (file.colour = 'blue'), 'colour'],
    ['no people', (file) => (file.people = []), 'people'],
  ])('refuses %s, with the path and the value', (_what, change, expected) => {
    expect(broken(change).join('\n')).toContain(expected);
  });

  it.each<[string, (policy: Json) => void]>([
    ['the regulation’s own week', (policy) => (policy.firstVisitUnderOrderDays = 7)],
    ['a stricter first visit under a care order', (policy) => (policy.firstVisitUnderOrderDays = 1)],
    ['any first visit after section 20, which no regulation sets', (policy) => (policy.firstVisitAfterReturnDays = 60)],
    ['any review after a return, which no regulation sets', (policy) => (policy.reviewAfterReturn.days = 60)],
    ['any time between child in need reviews, which no regulation sets', (policy) => (policy.cinReviewWeeks = 26)],
  ])('lets local policy set %s', (_what, change) => {
    expect(broken(({ policy }) => change(policy))).toEqual([]);
  });

  it('lists every problem, not the first', () => {
    expect(broken((file) => Object.assign(file, { name: '', tenant: '', decisionsChannel: '' })).length).toBe(3);
  });

  it('adds the authority’s own non-working days: they move a date, and are named among the days stepped over', () => {
    const facts = readFacts(
      '{"asOf": "2026-03-26", "events": [{"on": "2026-03-26", "what": "became-looked-after", "legalStatus": "s20"}]}',
    );
    const read = (extraNonWorkingDays: readonly Json[]) =>
      readAuthority(JSON.stringify({ ...JSON.parse(sample), extraNonWorkingDays }));
    const firstReview = (extra: readonly Json[]) => {
      const authority = read(extra);
      if (!authority.ok || !facts.ok) throw new Error('both are good');
      const { policy, holidays } = authority.authority;
      return timetableOf(facts.facts, policy, holidays).deadlines.find(({ rule }) => rule === 'R-REV-01');
    };
    const easter = [
      { on: '2026-04-03', why: 'Good Friday' },
      { on: '2026-04-06', why: 'Easter Monday' },
    ];
    expect(firstReview([])).toMatchObject({ due: '2026-04-27', skipped: easter });
    expect(firstReview([{ on: '2026-04-02', name: 'Northmoor Day' }])).toMatchObject({
      due: '2026-04-28',
      skipped: [{ on: '2026-04-02', why: 'Northmoor Day' }, ...easter],
    });
  });

  it('leaves the Chief Executive’s stage out when the authority switched it off', () => {
    const file = JSON.parse(sample);
    file.ladder.stages[4].off = true;
    const read = readAuthority(JSON.stringify(file));
    expect(read.ok && read.authority.ladder.stages.map(({ post }) => post)).toEqual([
      'team-manager',
      'service-manager',
      'head-of-service',
      'director',
    ]);
  });

  it('says so when the file is not JSON', () => {
    expect(readAuthority('{')).toMatchObject({ ok: false, problems: [expect.stringContaining('not JSON')] });
  });
});

describe('the reminder set, tightened by an authority', () => {
  const withReminders = (...reminders: readonly Json[]) => broken((file) => (file.reminders = reminders));
  const sooner = { class: '4/6-week visit', before: [15, 10, 5, 2, 1, 0], overdueAfter: [1, 2] };

  it('adds reminders and tells managers sooner, for that class and no other', () => {
    const file = { ...JSON.parse(sample), reminders: [sooner] };
    const read = readAuthority(JSON.stringify(file));
    if (!read.ok) throw new Error(read.problems.join('; '));
    const { reminderSet } = read.authority;
    const row = reminderSet.find(({ name }) => name === '4/6-week visit')!;
    expect(row.before).toEqual([15, 10, 5, 2, 1, 0]);
    expect(row.overdue).toEqual([
      { after: 1, to: ['team-manager'] },
      { after: 2, to: ['service-manager'] },
    ]);
    expect(reminderSet.filter(({ name }) => name !== '4/6-week visit')).toEqual(
      REMINDER_SET.filter(({ name }) => name !== '4/6-week visit'),
    );
  });

  it.each<[string, Json, string]>([
    ['leaves one out', { ...sooner, before: [15, 10, 5, 2, 1] }, 'reminders.0.before: [15,10,5,2,1] leaves out 0'],
    [
      'tells a manager later',
      { ...sooner, overdueAfter: [1, 4] },
      'reminders.0.overdueAfter: [1,4] must have 2 numbers, none',
    ],
    ['forgets a level', { ...sooner, overdueAfter: [1] }, 'reminders.0.overdueAfter: [1] must have 2 numbers'],
    ['tells somebody on the day itself', { ...sooner, overdueAfter: [0, 1] }, 'reminders.0.overdueAfter.0'],
    ['names no class', { ...sooner, class: 'yearly visit' }, 'reminders.0.class: "yearly visit" is not a class'],
  ])('is refused where it %s', (_what, wish, problem) => {
    expect(withReminders(wish).join('\n')).toContain(problem);
  });

  it('is refused where a class is tightened twice', () => {
    expect(withReminders(sooner, sooner).join('\n')).toContain(
      'reminders.1.class: "4/6-week visit" is tightened twice',
    );
  });

  it('may have all levels hear on the same day', () => {
    const wish = { class: 'weekly visit', before: [2, 1, 0], overdueAfter: [1, 1] };
    expect(withReminders(wish)).toEqual([]);
  });
});
