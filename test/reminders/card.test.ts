import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { render } from '../../src/cards/catalogue.ts';
import type { Case } from '../../src/cases/model.ts';
import type { Person } from '../../src/people/model.ts';
import { reminderOf } from '../../src/reminders/view.ts';
import { aCase } from '../builders/case.ts';
import { away, ayesha, ben, chloe, coordinatorJosh, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, lookedAfter, placed, reviewed, visited, wentHome } from '../timetable/case-facts.ts';

const events = [
  lookedAfter('2026-05-01', 's20'),
  placed('2026-05-01'),
  visited('2026-05-06'),
  reviewed('2026-05-20'),
  reviewed('2026-08-12'),
];
const about: Case = { ...aCase(), revision: 3, events: [...events, visited('2026-11-16')] };
const five = { facts: { rule: 'R-VIS-02', due: '2026-12-28', step: '5' } };

function reminded(
  day: string,
  by: Person = ayesha,
  one: Case = about,
  letter = five,
  authority: Authority = northmoor,
) {
  const view = reminderOf(one, letter, sightOf(by, at(day), authority));
  return 'dropped' in view ? view.dropped : view;
}

describe('a reminder', () => {
  it('says one duty, its day and its source, with the button to log it', () => {
    expect(reminded('2026-12-17')).toMatchObject({
      heading: 'A visit is due soon',
      quiet: 'AB · C-1042',
      when: 'Mon 28 December 2026, in 5 working days (last working day before: Thu 24 December 2026)',
      why: expect.stringContaining('Regulation · '),
      reference: 'C-1042',
      revision: '3',
      isVisit: true,
      isReview: false,
      isTold: false,
    });
  });

  it('is drawn as things stand when it is sent, not as they stood when it was written', () => {
    expect(reminded('2026-12-24')).toMatchObject({ heading: 'A visit is due today' });
    expect(reminded('2026-12-30')).toMatchObject({ heading: 'A visit is late', sign: '⚠ Late' });
  });

  it('tells a manager whose duty it is', () => {
    const climbed = { facts: { ...five.facts, step: 'late-1' } };
    expect(reminded('2026-12-29', priya, about, climbed)).toMatchObject({
      isTold: true,
      told: 'Ayesha Khan owes it. You are told so that it is put right.',
    });
  });

  it('offers the review to who chairs it', () => {
    const review = { facts: { rule: 'R-REV-03', due: '2027-02-12', step: '20' } };
    expect(reminded('2027-01-15', iroOlu, about, review)).toMatchObject({
      heading: 'A review is coming up',
      isVisit: false,
      isReview: true,
    });
    const home = {
      ...about,
      events: [...events, wentHome('2026-10-12'), happened('2026-11-02', 'post-return-review-held')],
    };
    const cin = { facts: { rule: 'R-REV-22', due: '2026-12-14', step: '10' } };
    expect(reminded('2026-11-30', coordinatorJosh, home, cin)).toMatchObject({ isReview: true });
  });

  it.each([
    ['was met', { ...about, events: [...about.events, visited('2026-12-15')] }],
    ['has moved with a new placement', { ...about, events: [...about.events, placed('2026-12-14', 'residential')] }],
    ['fell away when the child went home', { ...about, events: [...about.events, wentHome('2026-12-14')] }],
  ])('is dropped when the deadline %s', (_how, changed) => {
    expect(reminded('2026-12-17', ayesha, changed)).toBe('the deadline was met or has moved');
  });

  it('is dropped for somebody who no longer works on the case', () => {
    const handedOver = { ...about, people: { ...about.people, socialWorker: chloe.id } };
    expect(reminded('2026-12-17', ayesha, handedOver)).toBe('the case is no longer theirs to see');
    const covered = away(ayesha, ben, '2026-12-10', '2026-12-16');
    expect(reminded('2026-12-17', ben, about, five, covered)).toBe('the case is no longer theirs to see');
  });

  it('has three buttons at most, and a text for the lock screen that says nothing of the child', () => {
    const view = reminderOf(about, five, sightOf(ayesha, at('2026-12-17')));
    if ('dropped' in view) throw new Error(view.dropped);
    const card = render('reminder.deadline', view);
    expect(card.actions).toMatchObject([
      {
        title: 'Log visit',
        style: 'positive',
        data: { case: 'C-1042', revision: '3', rule: 'R-VIS-02', due: '2026-12-28' },
      },
      { title: 'I have seen this' },
      { title: 'Why these dates?' },
    ]);
    expect(card.fallbackText).not.toMatch(/C-1042|AB|visit|Ayesha/i);
  });
});

describe('what a lock screen shows', () => {
  const ours = readdirSync('cards').filter((file) => /^(case|visit|review|deadline|team|reminder)\./.test(file));

  it.each(ours)('%s has a text of its own that is filled with nothing from the case', (file) => {
    const { fallbackText } = JSON.parse(readFileSync(`cards/${file}`, 'utf8'));
    expect(fallbackText).toMatch(/\w{4,}/);
    expect(fallbackText).not.toContain('$');
  });
});
