import { describe, expect, it } from 'vitest';
import type { Dispute } from '../../src/disputes/model.ts';
import { alone } from '../../src/disputes/siblings/model.ts';
import { openTimeline } from '../../src/disputes/timeline/actions.ts';
import { readTimelineForm } from '../../src/disputes/timeline/form.ts';
import { dayOfTwentyOn, storyOf } from '../../src/disputes/timeline/rules.ts';
import { timelineView } from '../../src/disputes/timeline/view.ts';
import { localDate } from '../../src/local-date.ts';
import { aCase } from '../builders/case.ts';
import { aDispute, allowed, answered, child, disputeRoom, escalated, judged } from '../builders/dispute.ts';
import { ben, iroOlu, northmoor, priya, sightOf, supportFiona } from '../builders/people.ts';
import { TWELVE } from '../builders/twelve-disputes.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-30');
const answeredOnce = judged(answered(aDispute(), priya, at('2026-03-26', '11:30')), 'not', at('2026-03-27'));
const story = escalated(answeredOnce, 1, now);
const told = (dispute: Dispute, page = 1) =>
  timelineView({ dispute, beside: alone(dispute), page }, sightOf(iroOlu, now));

describe('the timeline of a dispute', () => {
  it('reads as its story: day by day, who, what, from which stage to which', () => {
    expect(told(story).days).toEqual([
      {
        day: 'Wed 25 March 2026 · day 0 of 20',
        lines: [
          {
            says: '10:00, Olu Bankole, Independent Reviewing Officer: Raised formally at Stage 1 of 5, Team manager',
            hasMoved: false,
            moved: '',
          },
        ],
      },
      {
        day: 'Thu 26 March 2026 · day 1 of 20',
        lines: [{ says: expect.stringContaining('11:30, Priya Shah, Team manager: '), hasMoved: false, moved: '' }],
      },
      {
        day: 'Fri 27 March 2026 · day 2 of 20',
        lines: [{ says: expect.stringContaining('Olu Bankole'), hasMoved: false, moved: '' }],
      },
      {
        day: 'Mon 30 March 2026 · day 3 of 20',
        lines: [
          {
            says: expect.stringContaining('Escalated to Stage 2 of 5, Service manager: The child cannot wait'),
            hasMoved: true,
            moved: 'Before: Stage 1 of 5, Team manager. After: Stage 2 of 5, Service manager.',
          },
        ],
      },
    ]);
  });

  it('tells every line once, ten a page, in the order in which they were written', () => {
    const lines = Array.from({ length: 23 }, (_, nth) => ({ at: now, by: iroOlu.id, what: `Line ${nth + 1}.` }));
    const long = { ...story, history: lines };
    const says = (page: number) => told(long, page).days.flatMap((day) => day.lines.map((line) => line.says));
    expect([1, 2, 3].map((page) => says(page).length)).toEqual([10, 10, 3]);
    expect([1, 2, 3].flatMap(says).map((line) => /Line (\d+)/.exec(line)?.[1])).toEqual(
      lines.map((_, nth) => String(nth + 1)),
    );
    expect(told(long).nextTitle).toBe('Page 2 of 3');
    expect(told(long, 3)).toMatchObject({ nextTitle: 'First page', nextPage: '1' });
    expect(says(9)).toEqual(says(1));
  });

  it('tells each move once, however many lines one change wrote', () => {
    const same = {
      ...story,
      history: story.history.flatMap((line) => [line, { ...line, by: 'homeward', what: 'A note' }]),
    };
    expect(storyOf(same).filter(({ moved }) => moved !== null)).toHaveLength(1);
    expect(told(same).days[0]?.lines[1]?.says).toBe('10:00, Homeward, by itself: A note');
  });

  it('counts the twenty days of each cycle for itself, and none in between', () => {
    const reopened = TWELVE.find(({ id }) => id === 'D-0008')!;
    const days = ['2026-02-03', '2026-02-12', '2026-02-23', '2026-03-10'].map((day) =>
      dayOfTwentyOn(reopened, localDate(day), northmoor.holidays),
    );
    expect(days).toEqual(['day 1 of 20', '', 'day 1 of 20', '']);
  });
});

describe('who may read it', () => {
  const form = (dispute = 'D-0001') => allowed(readTimelineForm({ dispute }));
  const sibling = aCase({
    ...child,
    id: 'C-1043',
    people: { socialWorker: ben.id, teamManager: ben.id, iro: iroOlu.id },
  });

  it('the IRO, and nobody without a part in it, whose attempt is on record', async () => {
    const { needs, kept } = await disputeRoom('2026-03-30', undefined, [child]);
    await needs.disputes.save({ ...story, revision: 0 });
    expect(await openTimeline(form(), iroOlu, needs)).toMatchObject({ ok: true });
    const refused = await openTimeline(form(), supportFiona, needs);
    expect(refused).toMatchObject({
      ok: false,
      because: expect.stringContaining('no dispute D-0001 that you have a part in'),
    });
    expect((await kept()).history.at(-1)).toMatchObject({ by: supportFiona.id });
    expect(await openTimeline(form('D-0099'), iroOlu, needs)).toMatchObject({ ok: false });
  });

  it('not those who see it for a brother or sister only: it may say what is private to another child', async () => {
    const { needs } = await disputeRoom('2026-03-30', undefined, [child, sibling]);
    await needs.disputes.save({ ...story, children: ['C-1042', 'C-1043'], revision: 0 });
    const refused = await openTimeline(form(), ben, needs);
    expect(refused).toMatchObject({ ok: false, because: expect.stringContaining('private to another child') });
    expect(JSON.stringify(refused)).not.toMatch(/C-1042|cannot wait/);
  });

  it.each([{}, { dispute: '' }, { dispute: 'C-1042' }, { dispute: 7 }])('says what is wrong with %j', (typed) => {
    expect(readTimelineForm(typed)).toMatchObject({ ok: false, because: expect.stringContaining('Dispute') });
  });
});
