import { describe, expect, it } from 'vitest';
import type { Council, Seen } from '../fakes/council.ts';
import { answersOwn, does, labelsOn, letterTo, press, problemsOn } from './by-the-cards.ts';
import { asks, goesHome, hubOf, starts } from './going-home.ts';
import { aChild, follows, northmoor } from './northmoor.ts';

/** In care under section 20 since Monday 3 November 2025; today is Monday 2 March 2026. */
async function followed() {
  const at = await northmoor('2026-03-02');
  await follows(at.ayesha, aChild(at.council));
  return at;
}

const PLANNED = {
  Route: 'Planned return, section 20',
  'Planned date of return': '2026-04-24',
  'What prompted it': 'Her mother has kept to the plan',
};

async function started() {
  const at = await followed();
  return { ...at, checklist: await starts(at.ayesha, 'C-1042', PLANNED) };
}

/** As far as the card of the nominated officer. */
async function asked() {
  const at = await started();
  for (const owner of [at.priya, at.olu]) await answersOwn(owner);
  await asks(at.ayesha, 'C-1042');
  return { ...at, request: letterTo(at.samuel, 'Approval before a return home') };
}

/** What a press is refused with; and that nothing of the case was changed by it. */
async function refused(council: Council, pressing: () => Promise<Seen>): Promise<Seen> {
  const before = council.kept();
  const card = await pressing();
  expect(council.kept()).toEqual(before);
  return card;
}

const OWN_WORDS = { Reason: 'I have thought again' };

describe('a decision', () => {
  it.each(['Approve', 'Send back'])('is made once: “%s” afterwards shows how it stands', async (button) => {
    const { council, samuel, request } = await asked();
    await does(samuel, request, 'Approve', { Reason: 'The plan is good' });
    await council.later(5);
    const again = await refused(council, () => press(samuel, request, button, OWN_WORDS));
    expect(problemsOn(again)).toEqual([
      '⚠ RH-0001 was approved by Samuel Okoro on Mon 2 March 2026. Nothing was changed.',
    ]);
    expect(again.words).toContain('✓ Approved');
    expect(again.words).toContain('Reason: The plan is good');
    expect(again.buttons).not.toContain('Approve');
  });

  it.each(['Approve', 'Send back'])(
    'is made on the request as it is now: “%s” on an earlier one is not',
    async (button) => {
      const { council, ayesha, samuel, request } = await asked();
      await does(samuel, request, 'Send back', { Reason: 'Her wishes are not written down' });
      await council.until('2026-03-03');
      await asks(ayesha, 'C-1042');
      const stale = await refused(council, () => press(samuel, request, button, OWN_WORDS));
      expect(problemsOn(stale).join(' ')).toContain('RH-0001 has been asked for again since your card was drawn.');
      expect(stale.words).toContain('Ayesha Khan, Tue 3 March 2026, 09:30');
      expect(stale.words).toContain('Before: sent back by Samuel Okoro, Mon 2 March 2026');
      await does(samuel, stale, button, OWN_WORDS);
    },
  );
});

describe('a question of the checklist', () => {
  it('is not answered by somebody whose it is not, on any card', async () => {
    const { council, ayesha, priya, olu, checklist } = await started();
    const his = letterTo(olu, 'Your questions');
    const hers = letterTo(priya, 'Your questions');
    expect(labelsOn(his, 'Not done')).toEqual(['Hold a review that considers the return.']);
    for (const [by, theirs] of [
      [ayesha, his],
      [priya, his],
      [olu, hers],
    ] as const) {
      const ticked = Object.fromEntries(labelsOn(theirs, 'Not done').map((label) => [label, 'Done']));
      const card = await refused(council, () => press(by, theirs, 'Save', ticked));
      expect(problemsOn(card).join(' ')).toContain('Nothing was saved.');
    }
    const { data } = checklist.button('Save');
    const forged = await refused(council, () => ayesha.forges('return.save', { ...data, 'DEC-01': 'done' }));
    expect(problemsOn(forged).join(' ')).toMatch(/Olu Bankole \(Independent Reviewing Officer\) to answer/);
  });

  it('is not the decision itself: nobody ticks that', async () => {
    const { council, ayesha, samuel, checklist } = await started();
    for (const by of [ayesha, samuel]) {
      const { data } = checklist.button('Save');
      const forged = await refused(council, () => by.forges('return.save', { ...data, 'DEC-04': 'done' }));
      expect(problemsOn(forged)).not.toEqual([]);
    }
  });
});

describe('a date of return', () => {
  it('before care began is refused, and the rest of the form is kept', async () => {
    const { council, ayesha } = await followed();
    const form = await ayesha.says('child went home today');
    const early = {
      'Is the child safe now?': 'Yes',
      'Date of return': '2025-10-01',
      'What prompted it': 'Her mother fetched her',
    };
    const card = await refused(council, () => press(ayesha, form, 'Start checklist', early));
    expect(problemsOn(card).join(' ')).toContain('On Wed 1 October 2025 the child was not looked after.');
    expect(card.inputs).toMatchObject({ safe: 'yes', day: '2025-10-01', prompted: 'Her mother fetched her' });
  });

  it('that has passed is not planned for', async () => {
    const { council, ayesha } = await followed();
    const form = await ayesha.says('return home C-1042');
    const past = { ...PLANNED, 'Planned date of return': '2025-10-01' };
    const card = await refused(council, () => press(ayesha, form, 'Start checklist', past));
    expect(problemsOn(card).join(' ')).toContain('Wed 1 October 2025 has passed.');
  });

  it('before the approval, or still to come, is not recorded', async () => {
    const { council, ayesha, samuel, request } = await asked();
    await council.until('2026-03-05');
    await does(samuel, request, 'Approve', { Reason: 'The plan is good' });
    const form = await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Record the return');
    for (const [day, says] of [
      ['2026-03-04', 'Wed 4 March 2026 is before RH-0001 was approved, on Thu 5 March 2026.'],
      ['2025-10-01', 'Wed 1 October 2025 is before RH-0001 was approved, on Thu 5 March 2026.'],
      ['2026-03-06', 'Fri 6 March 2026 has not come yet.'],
    ] as const) {
      const card = await refused(council, () => press(ayesha, form, 'Record the return', { 'Date of return': day }));
      expect(problemsOn(card).join(' ')).toContain(says);
      expect(card.inputs.day).toBe(day);
    }
  });
});

describe('a second return', () => {
  it('is not started while one is open: the card leads to the one there is', async () => {
    const { council, ayesha } = await started();
    const form = await ayesha.says('return home C-1042');
    expect(form.words).toContain('This takes the place of RH-0001.');
    const open = await does(ayesha, form, 'Open RH-0001');
    expect(open.words).toContain('Return home\nAB · C-1042 · RH-0001 · Planned return, section 20 · ○ Preparing');
    const { data } = form.button('Start checklist');
    const again = { ...data, route: 'planned-s20', day: '2026-05-08', prompted: 'Once more' };
    const card = await refused(council, () => ayesha.forges('return.start', again));
    expect(problemsOn(card).join(' ')).toContain('RH-0001 is already open for this child.');
    expect((await does(ayesha, card, 'Open RH-0001')).words).toContain('RH-0001');
  });

  it('is not started while the child is at home by the first', async () => {
    const { council, ayesha, samuel, request } = await asked();
    await does(samuel, request, 'Approve', { Reason: 'The plan is good' });
    await council.until('2026-04-24');
    await goesHome(ayesha, 'C-1042');
    const form = await does(ayesha, await ayesha.says('case C-1042'), 'Return home');
    expect(form.words).toContain('RH-0001 is open for this child already.');
    const unplanned = { 'Is the child safe now?': 'Yes', 'What prompted it': 'Again' };
    const card = await refused(council, () => press(ayesha, form, 'Start checklist', unplanned));
    expect(problemsOn(card)).not.toEqual([]);
    expect((await does(ayesha, card, 'Open RH-0001')).words).toContain('⌂ Home since Fri 24 April 2026');
  });
});
