import { describe, expect, it } from 'vitest';
import type { AtTeams, Seen } from '../fakes/council.ts';
import { aChild, aVisit, follows, northmoor } from './northmoor.ts';

/** A child who was placed on Monday 2 March 2026: the first visit is due by the Monday after. */
async function placedOnMonday() {
  const at = await northmoor('2026-03-02');
  await follows(at.ayesha, aChild(at.council, { lookedAfterSince: '2026-03-02', placementStarted: '2026-03-02' }));
  return at;
}

const FIRST_VISIT = 'Mon 9 March 2026';
const LATE = { on: '2026-03-12', lateReason: 'The carer had influenza' };

const isWeek = ({ words }: Seen) => words.startsWith('Your staff this week');

/** Every word that somebody was sent, but for the summaries of their staff. */
function besidesWeeks(by: AtTeams): string {
  return by
    .inbox()
    .filter((seen) => !isWeek(seen))
    .map(({ words }) => words)
    .join('\n');
}

describe('a week of visits', () => {
  it('begins with a digest at half past eight in the morning, two working days before', async () => {
    const { council, ayesha } = await placedOnMonday();
    await council.until('2026-03-05', '08:29');
    expect(ayesha.read()).not.toContain(FIRST_VISIT);
    await council.until('2026-03-05', '08:30');
    expect(ayesha.last().words).toContain(FIRST_VISIT);
    expect(ayesha.last().words).toMatch(/Regulation · .*28/);
    const before = ayesha.inbox().length;
    await council.until('2026-03-05', '08:31');
    await council.restart();
    await council.until('2026-03-05', '15:00');
    expect(ayesha.inbox()).toHaveLength(before);
  });

  it('takes three presses to log a visit, and says the next day and why', async () => {
    const { council, ayesha } = await placedOnMonday();
    await council.until('2026-03-05', '08:30');
    const form = await ayesha.presses(ayesha.last(), 'Log visit');
    const saved = await ayesha.presses(form, 'Save visit', { welfare: 'yes' });
    expect(saved.words).toContain('✓ Child seen on Thu 5 March 2026.');
    expect(saved.words).toContain('Thu 16 April 2026');
    expect(saved.words).toContain('reg 28');
    expect(saved.words).toContain('6 weeks');
    const twice = await ayesha.presses(form, 'Save visit', { welfare: 'yes' });
    expect(twice.words).toContain('Visit saved');
    expect(council.kept()['C-1042.json']!.split('visit-made')).toHaveLength(2);
  });

  it('reminds nobody of a visit that was made', async () => {
    const { council, ayesha, priya } = await placedOnMonday();
    await council.until('2026-03-03');
    await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit());
    await council.through('2026-03-12');
    const reminders = ayesha.inbox().filter(({ card }) => card.fallbackText !== 'Form: log a visit');
    expect(reminders.map(({ words }) => words).join('\n')).not.toContain(FIRST_VISIT);
    expect(besidesWeeks(priya)).not.toContain('C-1042');
    // Tuesday morning's summary, before the visit was made, had it as due soon; on Monday there is nothing to sum up.
    const weeks = priya.inbox().filter(isWeek);
    expect(weeks.map(({ words }) => words.split('\n')[1])).toEqual(['Tue 3 March 2026 · 1 case · 1 due soon']);
  });

  it('climbs to the team manager the working day after, and to the service manager the day after that', async () => {
    const { council, ayesha, priya, grace } = await placedOnMonday();
    await council.through('2026-03-09');
    // On Thursday, on Friday and today: only today's has buttons, and says how things stand.
    const digests = ayesha.inbox().filter(({ words }) => /^(Today: |A newer list was sent)/.test(words));
    expect(digests.map(({ words }) => words.includes(FIRST_VISIT))).toEqual([false, false, true]);
    expect(digests.map(({ buttons }) => buttons.length > 0)).toEqual([false, false, true]);
    expect(besidesWeeks(priya)).not.toContain(FIRST_VISIT);
    await council.through('2026-03-10');
    expect(priya.last().words).toContain('⚠ Late');
    expect(priya.last().words).toContain(FIRST_VISIT);
    expect(besidesWeeks(grace)).not.toContain(FIRST_VISIT);
    await council.through('2026-03-11');
    expect(grace.last().words).toContain(FIRST_VISIT);
    expect((await priya.says('team')).words).toContain('Ayesha Khan');
  });

  it('asks why a visit was late, and keeps what was typed while it asks', async () => {
    const { council, ayesha } = await placedOnMonday();
    await council.until('2026-03-12');
    const form = await ayesha.says('visit C-1042');
    const typed = aVisit({ on: '2026-03-12', wishes: 'She likes the garden' });
    const why = await ayesha.presses(form, 'Save visit', typed);
    expect(why.words).toContain(
      'Reason if late: this visit was due by Mon 9 March 2026 and made on Thu 12 March 2026. Please say why it was late.',
    );
    expect(why.inputs).toMatchObject({ welfare: 'yes', wishes: 'She likes the garden', seenAlone: 'true' });
    expect(council.kept()['C-1042.json']).not.toContain('visit-made');
    const saved = await ayesha.presses(why, 'Save visit', LATE);
    expect(saved.words).toContain('Visit saved');
    const note = await ayesha.presses(saved, 'Note for the record');
    expect(note.inputs.block).toContain('Reason if late: The carer had influenza');
    expect((await ayesha.presses(note, 'It is in the record')).words).toContain('✓ All in the record');
  });

  it('does not count an attempt, or a child who was not seen', async () => {
    const { council, ayesha } = await placedOnMonday();
    await council.until('2026-03-06');
    const attempt = await ayesha.presses(
      await ayesha.says('visit C-1042'),
      'Save visit',
      aVisit({ childSeen: 'false' }),
    );
    expect(attempt.words).toContain('does not count as a visit. What was due is still due.');
    expect(attempt.words).toContain(FIRST_VISIT);
  });

  it('sends a concern from a visit to the team manager at once', async () => {
    const { council, ayesha, priya } = await placedOnMonday();
    await council.until('2026-03-07', '21:00');
    const visit = aVisit({ welfare: 'concern', wishes: 'He is afraid at night' });
    await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', visit);
    expect(priya.last().words).toContain('Concern about a child’s welfare');
    expect(priya.last().words).toContain('He is afraid at night');
  });

  it('sends a concern in its own words, though it waits while a calm visit of the same day is logged', async () => {
    const { council, ayesha, priya } = await placedOnMonday();
    const form = await ayesha.says('visit C-1042');
    council.teams.next({ status: 429 });
    await ayesha.presses(form, 'Save visit', aVisit({ welfare: 'concern', wishes: 'He is afraid at night' }));
    await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit({ wishes: 'He played football' }));
    await council.later(5);
    expect(priya.last().words).toContain('He is afraid at night');
    expect(priya.last().words).not.toContain('football');
  });
});
