import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { exportFigures, openFigures } from '../../src/disputes/figures/actions.ts';
import { readFiguresForm } from '../../src/disputes/figures/form.ts';
import { looksOf } from '../../src/disputes/figures/looks.ts';
import { figuresView } from '../../src/disputes/figures/view.ts';
import { listDisputes } from '../../src/disputes/list/actions.ts';
import { readListForm } from '../../src/disputes/list/form.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase } from '../builders/case.ts';
import { allowed, child, disputeRoom } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  supportFiona,
  tom,
} from '../builders/people.ts';
import { COUNTED_ON, TWELVE } from '../builders/twelve-disputes.ts';
import { ofType } from '../cards/parts.ts';
import { figuresFor } from './sight-samples.ts';

const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;

async function counted(authority = northmoor) {
  const others = TWELVE.flatMap(({ children }) => children).filter((id) => id !== child.id);
  const cases = [...new Set(others)].map((id) => aCase({ ...child, id, people: peopleOf(id) }));
  const room = await disputeRoom('2026-06-30', authority, [child, ...cases]);
  for (const dispute of TWELVE) await room.needs.disputes.save(dispute);
  return room;
}

const peopleOf = (child: string) => TWELVE.find(({ children }) => children.includes(child))!.people;
const form = (typed = {}) => allowed(readFiguresForm(typed));
const list = (typed = {}) => allowed(readListForm(typed));

describe('who sees which figures', () => {
  const table: readonly (readonly [string, Person, readonly string[], number])[] = [
    ['a team manager', priya, ['North', 'Northmoor Council, held back'], 7],
    ['a team manager of the South', tom, ['South', 'Northmoor Council, held back'], 3],
    ['a service manager', grace, ['North', 'Northmoor Council, held back'], 7],
    ['a service manager of the South', martin, ['South', 'Northmoor Council, held back'], 3],
    ['the head of service', headHelen, ['Northmoor Council'], 10],
    ['the Director', directorRuth, ['Northmoor Council'], 10],
    ['the Chief Executive', david, ['Northmoor Council'], 10],
    ['the IRO manager', iroManagerKaren, ['Northmoor Council'], 10],
    ['an IRO', iroOlu, ['Your own disputes'], 7],
    ['another IRO', iroNadia, ['Your own disputes'], 3],
  ];

  it.each(table)('%s', async (_who, by, titles, raised) => {
    const looks = looksOf(by, northmoor, COUNTED_ON);
    const name = (title: string) => title.replace(northmoor.name, 'Northmoor Council');
    expect(looks.map(({ title, isExact }) => name(title) + (isExact ? '' : ', held back'))).toEqual(titles);
    const opened = allowed(await openFigures(form(), by, (await counted()).needs));
    expect(opened.figures.raised.disputes).toHaveLength(raised);
  });

  it.each([
    ['a social worker', ayesha],
    ['a nominated officer', nominatedSamuel],
    ['the child in need co-ordinator', coordinatorJosh],
    ['business support', supportFiona],
    ['an administrator', administratorPeter],
  ])('%s sees none', async (_who, by) => {
    const { needs } = await counted();
    for (const open of [openFigures, exportFigures])
      expect(await open(form(), by, needs)).toMatchObject({
        ok: false,
        because: expect.stringContaining('for managers'),
      });
    expect(await listDisputes(list({ show: 'behind', figure: 'raised' }), by, needs)).toMatchObject({ ok: false });
  });

  it('cannot look another way than theirs by asking for it', async () => {
    const { needs } = await counted();
    for (const whose of ['authority', 'service North', 'nonsense']) {
      const { look } = allowed(await openFigures(form({ whose, period: '1999', page: 'x', figure: 7 }), iroOlu, needs));
      expect(look.key).toBe('own');
    }
    expect(allowed(await openFigures(form({ whose: 'service South' }), grace, needs)).look.title).toBe('North');
    const held = allowed(await openFigures(form({ whose: 'authority', period: '2026-Q1' }), grace, needs));
    expect([held.look.isExact, held.period.key]).toEqual([false, '12-months']);
  });

  it('holds small numbers back from a head of one service who looks at all of them', () => {
    const looks = looksOf({ ...headHelen, service: 'North' }, northmoor, COUNTED_ON);
    expect(looks.map(({ key, isExact }) => [key, isExact])).toEqual([
      ['service North', true],
      ['authority', false],
    ]);
  });

  it('covers for a manager with the manager’s sight', async () => {
    const { needs } = await counted(away(martin, grace, '2026-06-29', '2026-07-03'));
    const { looks } = allowed(await openFigures(form(), grace, needs));
    expect(looks.map(({ title }) => title)).toEqual(['North', 'South', northmoor.name]);
  });

  it('makes the text for the annual report for whole years only, and not of one IRO’s own', async () => {
    const { needs } = await counted();
    expect(await exportFigures(form({ period: '2026-Q1' }), directorRuth, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('whole year'),
    });
    expect(await exportFigures(form({ period: '2026' }), directorRuth, needs)).toMatchObject({ ok: true });
    expect(await exportFigures(form(), iroOlu, needs)).toMatchObject({ ok: false });
  });
});

describe('the disputes behind a figure', () => {
  it('are those that it counts', async () => {
    const { needs } = await counted();
    const late = list({ show: 'behind', figure: 'time:late', period: '12-months', whose: 'authority' });
    const listed = allowed(await listDisputes(late, directorRuth, needs));
    expect(listed.disputes.map(({ id }) => id).sort()).toEqual(['D-0006', 'D-0012']);
    expect(listed.behind).toBe('Longer than 20 working days, Last 12 months');
  });

  it('are listed as far as the reader may see them, and no further', async () => {
    const { needs } = await counted();
    const all = list({ show: 'behind', figure: 'raised', whose: 'authority' });
    const seen = allowed(await listDisputes(all, grace, needs)).disputes.map(({ id }) => id);
    expect(seen).toContain('D-0001');
    expect(seen.filter((id) => ['D-0005', 'D-0006', 'D-0007'].includes(id))).toEqual([]);
    const none = list({ show: 'behind', figure: 'no such thing' });
    expect(allowed(await listDisputes(none, grace, needs)).disputes).toEqual([]);
  });
});

describe('the card of the figures', () => {
  const pages = (by: Person, look = 0) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((page) => render('figures.record', figuresView(figuresFor(by, { page, look }))));

  it('has at most seven facts a page, and everything that is drawn is said in them', () => {
    for (const card of [...pages(directorRuth), ...pages(grace, 1)]) {
      const [facts] = ofType(card, 'FactSet');
      const said = (facts?.facts ?? []) as readonly { readonly title: string; readonly value: string }[];
      expect(said.length).toBeLessThanOrEqual(7);
      for (const chart of ofType(card, 'Chart.')) {
        const drawn = chart.data as readonly Readonly<Record<string, unknown>>[];
        for (const bar of drawn) {
          const title = bar.x ?? bar.legend;
          expect(said.find((fact) => fact.title === title)?.value).toMatch(new RegExp(`^${bar.y ?? bar.value}\\b`));
        }
      }
    }
  });

  it('has a bar for what is shown, and none for what is held back', () => {
    const [exact] = pages(directorRuth);
    expect(ofType(exact, 'Chart.')).toMatchObject([{ type: 'Chart.Donut', fallback: { type: 'TextBlock' } }]);
    const bars = pages(grace, 1)
      .flatMap((card) => ofType(card, 'Chart.'))
      .flatMap(({ data }) => data as { y: number }[]);
    expect(bars.length).toBeGreaterThan(0);
  });

  it('never calls many disputes bad: nothing is in the colour of an alarm', () => {
    for (const card of pages(directorRuth)) {
      expect(JSON.stringify(card)).not.toMatch(/attention|"color":"(Red|Warning)|too many/i);
      expect(JSON.stringify(card)).toContain('a sign that challenge works');
    }
  });

  it('names no child, no dispute and nobody', () => {
    for (const card of [...pages(directorRuth), ...pages(iroOlu)]) {
      expect(JSON.stringify(card)).not.toMatch(/\bD-\d{4}|\bC-\d{4}|Kayleigh|\bAB\b/);
      for (const { name } of northmoor.register.values()) expect(JSON.stringify(card)).not.toContain(name);
    }
  });
});
