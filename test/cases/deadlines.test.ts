import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { explainDates, listCases, listDeadlines, listTeam } from '../../src/cases/deadlines/actions.ts';
import { type DeadlinesForm, readDeadlinesForm } from '../../src/cases/deadlines/form.ts';
import { deadlineListView, teamListView, whyView } from '../../src/cases/deadlines/view.ts';
import type { Case } from '../../src/cases/model.ts';
import { caseListView } from '../../src/cases/view.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase, caseRoom } from '../builders/case.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  directorRuth,
  grace,
  iroManagerKaren,
  iroOlu,
  martin,
  priya,
  sightOf,
  supportFiona,
  tom,
} from '../builders/people.ts';
import { happened, lookedAfter, placed, reviewed, visited, wentHome } from '../timetable/case-facts.ts';

const mine: DeadlinesForm = { case: null, worker: null, page: 1 };
const south: Case = {
  ...aCase(),
  id: 'C-2001',
  initials: 'CD',
  people: { socialWorker: ben.id, teamManager: tom.id, iro: iroOlu.id },
};
const settled: Case = {
  ...aCase(),
  id: 'C-1050',
  initials: 'EF',
  events: [...aCase().events, visited('2026-10-08'), reviewed('2026-10-20')],
};
const atHome: Case = {
  ...aCase(),
  id: 'C-1060',
  initials: 'GH',
  events: [...aCase().events, wentHome('2026-10-12'), happened('2026-10-20', 'post-return-review-held')],
};

async function listOf(by: Person, day: string, cases: readonly Case[], form: DeadlinesForm = mine) {
  const { needs } = await caseRoom(day, cases);
  const list = await listDeadlines(form, by, needs);
  if (!list.ok) throw new Error(list.because);
  return deadlineListView(list.value, sightOf(by, needs.clock.now()));
}

describe('deadlines', () => {
  it('of a social worker are the visits they owe, with a log button', async () => {
    const view = await listOf(ayesha, '2026-10-09', [aCase(), settled, south]);
    expect(view.items).toMatchObject([
      {
        child: 'AB · C-1042',
        hasChild: true,
        sign: '▲ Due soon',
        reference: 'C-1042',
        isVisit: true,
        isReview: false,
        why: expect.stringContaining('Regulation · '),
      },
    ]);
    expect(view.quiet).toBe('Yours · 1 due soon');
  });

  it('of an IRO are the reviews they chair', async () => {
    const view = await listOf(iroOlu, '2026-11-03', [aCase(), south]);
    expect(view.items).toMatchObject([
      { reference: 'C-1042', sign: '⚠ Late', isReview: true, isVisit: false },
      { reference: 'C-2001', sign: '⚠ Late', isReview: true, isVisit: false },
    ]);
  });

  it('of a co-ordinator are the child in need reviews of children who went home', async () => {
    const view = await listOf(coordinatorJosh, '2026-11-30', [atHome, aCase()]);
    expect(view.items).toMatchObject([
      { reference: 'C-1060', when: expect.stringContaining('Tue 1 December 2026'), isReview: true },
    ]);
  });

  it('of whoever covers are those of the person away', async () => {
    const council = away(ayesha, ben, '2026-10-09', '2026-10-09');
    const { needs } = await caseRoom('2026-10-09', [aCase()], council);
    expect(await listDeadlines(mine, ben, needs)).toMatchObject({
      ok: true,
      value: { owed: [{ about: { id: 'C-1042' } }] },
    });
  });

  it('when nothing is due say what comes next', async () => {
    expect((await listOf(ayesha, '2026-10-21', [settled])).nothing).toContain('Next: Visit the child');
    expect((await listOf(ayesha, '2026-10-21', [])).nothing).toContain('Log a visit or a review when it happens');
    expect((await listOf(priya, '2026-10-21', [settled])).nothing).toContain('“team” lists what your staff owe');
  });

  it('of one case are all its dates, whoever owes them', async () => {
    const view = await listOf(ayesha, '2026-10-09', [aCase()], { ...mine, case: 'C-1042' });
    expect(view.items.map(({ sign }) => sign)).toEqual(['▲ Due soon', '✓ On track']);
    expect(view.items.map(({ isVisit, isReview }) => [isVisit, isReview])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('say where the timetable cannot give a day', async () => {
    const moved = { ...aCase(), events: [lookedAfter('2026-10-05', 's20')] };
    const view = await listOf(ayesha, '2026-10-09', [moved], { ...mine, case: 'C-1042' });
    expect(view.unsaid[0]!.says).toContain('no placement is recorded');
  });

  it('come five to a page with no more than six buttons, and after the last page the first', async () => {
    const cases = Array.from({ length: 7 }, (_, index) => ({ ...aCase(), id: `C-300${index}` }));
    const first = await listOf(ayesha, '2026-10-09', cases);
    expect(first).toMatchObject({ items: { length: 5 }, hasPages: true, nextPage: '2', nextTitle: 'Page 2 of 2' });
    expect(JSON.stringify(render('deadline.list', first)).match(/Action\.Execute/g)).toHaveLength(6);
    const second = await listOf(ayesha, '2026-10-09', cases, { ...mine, page: 2 });
    expect(second).toMatchObject({ items: { length: 2 }, nextPage: '1', nextTitle: 'First page' });
    expect(await listOf(ayesha, '2026-10-09', cases, { ...mine, page: 9 })).toMatchObject({ items: { length: 5 } });
  });

  it.each([
    [{ page: 'x' }, { case: null, worker: null, page: 1 }],
    [
      { page: '-2', case: '' },
      { case: null, worker: null, page: 1 },
    ],
    [
      { case: 'c-1042', page: '2' },
      { case: 'C-1042', worker: null, page: 2 },
    ],
  ])('are asked for by %o', (typed, form) => {
    expect(readDeadlinesForm(typed)).toEqual({ ok: true, value: form });
  });

  it('of a case that is not theirs are refused like those of no case', async () => {
    const { needs } = await caseRoom('2026-10-09', [aCase()]);
    for (const by of [ben, tom, martin, supportFiona, administratorPeter]) {
      expect(await listDeadlines({ ...mine, case: 'C-1042' }, by, needs)).toMatchObject({
        ok: false,
        because: expect.stringContaining('no case C-1042'),
      });
    }
  });
});

describe('the team list', () => {
  it.each([
    ['a team manager sees the team', priya, ['Olu Bankole', 'Ayesha Khan']],
    ['a service manager sees the service', grace, ['Olu Bankole', 'Ayesha Khan']],
    ['the Director sees everybody', directorRuth, ['Olu Bankole', 'Ayesha Khan', 'Ben Carter']],
  ])('%s, most late first', async (_who, by, names) => {
    const { needs } = await caseRoom('2026-11-20', [settled, aCase(), south]);
    const list = await listTeam({ page: 1 }, by, needs);
    if (!list.ok) throw new Error(list.because);
    const view = teamListView(list.value, sightOf(by, needs.clock.now()));
    expect(view.workers.map(({ name }) => name).sort()).toEqual([...names].sort());
    const late = view.workers.map(({ tally }) => Number(tally[0]));
    expect(late).toEqual([...late].sort((a, b) => b - a));
  });

  it('puts whoever has most late first, not whoever has most', async () => {
    const soon = ['C-4001', 'C-4002', 'C-4003'].map((id) => ({
      ...settled,
      id,
      people: { ...settled.people, socialWorker: chloe.id },
    }));
    const { needs } = await caseRoom('2026-11-17', [...soon, aCase()]);
    const list = await listTeam({ page: 1 }, priya, needs);
    if (!list.ok) throw new Error(list.because);
    const view = teamListView(list.value, sightOf(priya, needs.clock.now()));
    expect(view.workers.map(({ name, tally }) => [name, tally]).at(-1)).toEqual(['Chloe Davies', '3 due soon']);
  });

  it('opens the deadlines of one worker for the manager', async () => {
    const { needs } = await caseRoom('2026-10-13', [aCase(), south]);
    const list = await listDeadlines({ ...mine, worker: ayesha.id }, priya, needs);
    if (!list.ok) throw new Error(list.because);
    const view = deadlineListView(list.value, sightOf(priya, needs.clock.now()));
    expect(view).toMatchObject({
      quiet: 'Ayesha Khan · 1 late',
      ofWorker: ayesha.id,
      items: [{ reference: 'C-1042', isVisit: true }],
    });
  });

  it('does not open a worker of another team, nor for anybody but managers', async () => {
    const { needs } = await caseRoom('2026-10-13', [aCase(), south]);
    expect(await listDeadlines({ ...mine, worker: ben.id }, priya, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Nobody of that name'),
    });
    expect(await listDeadlines({ ...mine, worker: ben.id }, ayesha, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('for managers'),
    });
    expect(await listTeam({ page: 1 }, ayesha, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('for managers'),
    });
    expect(await listTeam({ page: 1 }, administratorPeter, needs)).toMatchObject({ ok: false });
  });

  it('says what to do when nothing is pressing', async () => {
    const { needs } = await caseRoom('2026-10-21', [settled]);
    const list = await listTeam({ page: 1 }, iroManagerKaren, needs);
    if (!list.ok) throw new Error(list.because);
    const card = render('team.list', teamListView(list.value, sightOf(iroManagerKaren, needs.clock.now())));
    expect(JSON.stringify(card)).toContain('Nothing is late, due today or due soon');
  });
});

describe('why these dates', () => {
  it('names the event, the working, the days not worked by name, the source and its force', async () => {
    const about = { ...aCase(), events: [lookedAfter('2026-12-14', 's20'), placed('2026-12-14')] };
    const { needs } = await caseRoom('2026-12-15', [about]);
    const found = await explainDates({ case: 'C-1042', page: 1 }, ayesha, needs);
    if (!found.ok) throw new Error(found.because);
    const review = whyView(found.value, sightOf(ayesha, needs.clock.now())).dates[1]!;
    expect(review).toMatchObject({
      event: 'Became looked after: Mon 14 December 2026',
      working: expect.stringContaining('20 working days after Mon 14 December 2026'),
      when: 'Thu 14 January 2027',
      force: 'Regulation',
      cite: expect.stringContaining('reg 33(1)'),
      url: expect.stringContaining('https://www.legislation.gov.uk/uksi/2010/959/'),
      since: 'In force since Fri 1 April 2011',
    });
    expect(review.skipped).toMatch(/Christmas Day \(Fri 25 December 2026\).*New Year/);
  });

  it('links the source, and marks what nobody has verified', async () => {
    const { needs } = await caseRoom('2026-11-01', [atHome]);
    const found = await explainDates({ case: 'C-1060', page: 1 }, ayesha, needs);
    if (!found.ok) throw new Error(found.because);
    const card = JSON.stringify(render('deadline.why', whyView(found.value, sightOf(ayesha, needs.clock.now()))));
    expect(card).toContain('⚠ Not yet verified');
    const { needs: others } = await caseRoom('2026-10-09', [aCase()]);
    const why = await explainDates({ case: 'C-1042', page: 1 }, ayesha, others);
    if (!why.ok) throw new Error(why.because);
    const linked = JSON.stringify(render('deadline.why', whyView(why.value, sightOf(ayesha, others.clock.now()))));
    expect(linked).toMatch(/\[Care Planning[^\]]*\]\(https:\/\/www\.legislation\.gov\.uk/);
  });
});

describe('the list of cases', () => {
  it('shows each child with the next date, and tells someone without cases what to type', async () => {
    const { needs } = await caseRoom('2026-10-09', [settled, aCase(), south]);
    const view = async (by: Person) => {
      const list = await listCases({ page: 1 }, by, needs);
      if (!list.ok) throw new Error(list.because);
      return caseListView(list.value, sightOf(by, needs.clock.now()));
    };
    expect((await view(ayesha)).cases).toMatchObject([
      { child: 'AB · C-1042', sign: '▲ Due soon', next: expect.stringContaining('Mon 12 October 2026') },
      { child: 'EF · C-1050', sign: '✓ On track' },
    ]);
    expect(JSON.stringify(render('case.list', await view(grace)))).toContain('managers type “team”');
  });

  it('of a child in need co-ordinator has only the children who are no longer looked after', async () => {
    const { needs } = await caseRoom('2026-11-30', [atHome, aCase(), south]);
    expect(await listCases({ page: 1 }, coordinatorJosh, needs)).toMatchObject({
      value: { cases: [{ id: 'C-1060' }] },
    });
  });
});
