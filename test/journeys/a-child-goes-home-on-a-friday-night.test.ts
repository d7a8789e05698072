import { describe, expect, it } from 'vitest';
import { aChild, follows, MANAGERS, northmoor } from './northmoor.ts';

/** Friday 6 March 2026, half past seven in the evening. */
async function fridayNight(legalStatus = 's20') {
  const at = await northmoor('2026-03-02');
  await follows(at.ayesha, aChild(at.council, { legalStatus }));
  await at.council.until('2026-03-06', '19:30');
  return at;
}

const concern = { safe: 'concern', concern: 'His stepfather has moved back in', prompted: 'He walked out of the home' };

describe('a child who goes home on a Friday night', () => {
  it('is asked about first: is the child safe now?', async () => {
    const { ayesha } = await fridayNight();
    const first = await ayesha.says('child went home today');
    expect(first.words).toMatch(/^Unplanned return\nC-1042 · if anyone is in immediate danger, ring 999 first/);
    expect(Object.keys(first.inputs)[0]).toBe('safe');
    expect(first.inputs).toMatchObject({ day: '2026-03-06' });
    const unsaid = await ayesha.presses(first, 'Start checklist', { ...concern, safe: '' });
    expect(unsaid.words).toContain('Is the child safe now?: please choose one from the list.');
    expect(unsaid.inputs).toMatchObject({ prompted: concern.prompted, concern: concern.concern });
    const unsaidWhy = await ayesha.presses(first, 'Start checklist', { ...concern, concern: '' });
    expect(unsaidWhy.words).toContain('Your concern: say in a few words what it is.');
  });

  it('reaches the team manager 1:1 at once when there is a concern, and the IRO', async () => {
    const { council, ayesha, priya, olu } = await fridayNight();
    const checklist = await ayesha.presses(await ayesha.says('child went home today'), 'Start checklist', concern);
    expect(checklist.words).toContain('A concern was raised and the manager has been told');
    expect(checklist.words).toContain('section 47');

    expect(priya.last().words).toContain('Concern about a child’s welfare');
    expect(priya.last().words).toContain(concern.concern);
    expect(olu.last().words).toContain('A child has gone home, unplanned');
    expect(olu.last().words).toContain('⚠ A concern was raised');
    expect(council.channel(MANAGERS)).toEqual([]);
    expect((await priya.presses(priya.last(), 'Open checklist')).words).toContain('RH-0001 · Unplanned return');

    await council.until('2026-03-09', '08:00');
    expect(olu.inbox().filter(({ words }) => words.includes('A child has gone home'))).toHaveLength(1);
  });

  it('starts the clocks of the visit and the review, each with its force', async () => {
    const { ayesha } = await fridayNight();
    await ayesha.presses(await ayesha.says('child went home today'), 'Start checklist', concern);
    const why = (await ayesha.says('why C-1042')).words;
    expect(why).toContain('Fri 20 March 2026');
    expect(why).toContain('Thu 26 March 2026');
    expect(why).toContain('Local policy');
    expect(why).not.toContain('reg 28');
  });

  it('invents no approval for what has happened', async () => {
    const { council, ayesha, samuel } = await fridayNight();
    const checklist = await ayesha.presses(await ayesha.says('child went home today'), 'Start checklist', concern);
    expect(checklist.buttons).not.toContain('Request decision');
    expect(checklist.words).toContain('⌂ Home since Fri 6 March 2026');
    expect(checklist.words).not.toMatch(/approved|ratified/i);
    expect(samuel.inbox()).toHaveLength(1);
    expect((await samuel.says('decisions')).words).not.toContain('RH-0001');
    expect(council.channel(MANAGERS)).toEqual([]);
  });

  it('is told of quietly when there is no concern, and once however often it is pressed', async () => {
    const { council, ayesha, priya, olu } = await fridayNight();
    const form = await ayesha.says('child went home today');
    await ayesha.presses(form, 'Start checklist', { safe: 'yes', prompted: 'His mother fetched him' });
    await ayesha.presses(form, 'Start checklist', { safe: 'yes', prompted: 'His mother fetched him' });
    expect(priya.read()).not.toContain('Concern about');
    expect(priya.read()).not.toContain('gone home');
    await council.until('2026-03-09', '08:00');
    expect(priya.inbox().filter(({ words }) => words.includes('gone home'))).toHaveLength(1);
    expect(olu.inbox().filter(({ words }) => words.includes('gone home'))).toHaveLength(1);
  });

  it('is still in care under an order, and nobody is asked to ratify it', async () => {
    const { ayesha } = await fridayNight('care-order');
    const checklist = await ayesha.presses(await ayesha.says('child went home today'), 'Start checklist', concern);
    expect(checklist.words).toContain('Under an order nobody ratifies this return. Tell Priya Shah and legal.');
    expect((await ayesha.says('case C-1042')).words).toContain('Care order');
  });
});
