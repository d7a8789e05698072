import { expect } from 'vitest';
import { answersOwn, does, labelsOn, letterTo, turnsTo } from './by-the-cards.ts';
import { asks, hubOf, plans, starts, visits } from './going-home.ts';
import { hasItsServicesChecked, isHome, isReviewed, stepsDown, worriesItsWorker } from './half-a-year-at-home.ts';
import { aChild, channelId, follows, MANAGERS, northmoor } from './northmoor.ts';

export type PlannedReturn = Awaited<ReturnType<typeof sinceDecember>>;

/** Under section 20 since Monday 1 December 2025, seen and reviewed in time; today is Tuesday 20 January 2026. */
async function sinceDecember() {
  const at = await northmoor('2025-12-08');
  const { council, ayesha, olu } = at;
  const began = { lookedAfterSince: '2025-12-01', placementStarted: '2025-12-01' };
  await follows(ayesha, aChild(council, { initials: 'TQ', ...began }));
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2025-12-22');
  await does(olu, await olu.says('review C-1042'), 'Save review');
  await council.until('2026-01-19');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-01-20');
  return { ...at, josh: council.person('Josh Miller') };
}

/** From the first thought to the step down, nine months later, each person with only their cards to go by. */
export async function plannedReturn(): Promise<PlannedReturn> {
  const at = await sinceDecember();
  await isPlanned(at);
  await isSentBackAndApproved(at);
  await goesInSteps(at);
  await isHome(at);
  await worriesItsWorker(at);
  await hasItsServicesChecked(at);
  await isReviewed(at);
  await stepsDown(at);
  return at;
}

const PLANNED = {
  steps: [
    { Step: 'Tea or a few hours', Day: '2026-02-06' },
    { Step: 'One night', Day: '2026-02-20' },
    { Step: 'A weekend', Day: '2026-03-06' },
  ],
  services: [
    { Service: 'Parenting course for Tansy’s mother', 'Who provides it': 'Family hub', 'Starts by': '2026-03-27' },
    { Service: 'Alcohol service', 'Who provides it': 'Adult services', 'Starts by': '2026-03-31' },
  ],
  ready: {
    'Who supports in the first two weeks, and whom the child can call': 'Aunt Rosa each evening; Tansy rings Ayesha',
    'Plan for a sudden return': 'Aunt Rosa meets Tansy and rings Ayesha',
  },
};

async function isPlanned({ ayesha, priya, olu }: PlannedReturn) {
  await starts(ayesha, 'C-1042', {
    Route: 'Planned return, section 20',
    'Planned date of return': '2026-03-20',
    'What prompted it': 'Tansy’s mother has kept to the plan since the autumn',
  });
  const hers = letterTo(priya, 'Your questions');
  expect(hers.words).toContain('6 questions of this return are yours. Here are 4.');
  expect(hers.words).toContain('challenge over-optimism');
  expect(hers.words).not.toContain('What prompted the return?');
  expect(letterTo(olu, 'Your questions').words).toContain('Hold a review that considers the return.');
  for (const owner of [priya, olu])
    expect((await answersOwn(owner)).words).toContain('Nothing of this return waits for you now.');

  const planned = await plans(ayesha, await hubOf(ayesha, 'C-1042'), PLANNED);
  expect(planned.words).toContain('Next: Tea or a few hours, Fri 6 February 2026');
  expect(planned.words).toContain('Goals: Bedtimes are kept');
  expect(planned.words).toContain('Alcohol service, Adult services, by Tue 31 March 2026');
  expect(planned.words).toContain('Aunt Rosa each evening');
}

async function isSentBackAndApproved({ council, ayesha, priya, olu, samuel }: PlannedReturn) {
  const asked = await asks(ayesha, 'C-1042');
  expect(asked.words).toContain('RH-0001 is with Samuel Okoro for a decision.');
  const request = letterTo(samuel, 'Approval before a return home');
  expect(request.words).toContain('Looked after for 77 working days by Fri 20 March 2026, the first day counted.');
  expect(request.words).toContain('SI 2010/959 reg 39(4)');
  await does(samuel, request, 'Send back', { Reason: 'Write down what Tansy wishes' });

  await council.until('2026-01-22');
  const back = letterTo(ayesha, 'Return sent back');
  expect(back.words).toContain('Reason: Write down what Tansy wishes');
  const checklist = await turnsTo(ayesha, await does(ayesha, back, 'Open checklist'), 'Consider (1 of 2)');
  const wishes = 'Tansy wants to be home for her birthday, and to keep her school';
  await ayesha.presses(checklist, 'Save', { 'note-CON-05': wishes });
  await asks(ayesha, 'C-1042');

  const posted = council.channel(MANAGERS);
  expect(posted.filter(({ words }) => words.includes('↩ Sent back on'))).not.toEqual([]);
  const again = posted.findLast(({ words }) => words.includes('● Waiting for a decision'));
  const view = await does(samuel, again!, 'Open my view', {}, channelId(council));
  expect(view.words).toContain(wishes);
  expect(view.words).toContain('Before: sent back by Samuel Okoro, Tue 20 January 2026: Write down what Tansy wishes');
  await does(samuel, view, 'Approve', { Reason: 'The plan is good and Tansy is heard' }, channelId(council));
  expect(letterTo(ayesha, 'Return approved').words).toContain('Record the return when the child has gone home.');
  expect(letterTo(olu, 'Return approved').words).toContain('The plan is good and Tansy is heard');
  const told = labelsOn(letterTo(priya, 'Your questions'), 'Not done');
  expect(told).toEqual(['Record who decided, why and when. Tell the child and the parents.']);
  await answersOwn(priya);
}

async function goesInSteps({ council, ayesha }: PlannedReturn) {
  const steps = [
    ['2026-02-06', 'Tea or a few hours, Fri 6 February 2026', 'Well', ''],
    ['2026-02-20', 'One night, Fri 20 February 2026', 'Mixed', 'Tansy was homesick for her carers at bedtime'],
    ['2026-03-06', 'A weekend, Fri 6 March 2026', 'Well', ''],
  ] as const;
  for (const [day, step, how, words] of steps) {
    await council.through(day);
    const form = await does(
      ayesha,
      await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Plan and steps'),
      'How did it go?',
    );
    const said = { Step: step, 'How did it go?': how, 'In a few words (needed unless it went well)': words };
    expect((await does(ayesha, form, 'Save', said)).words).toContain(`${how} · ${step}`);
    await visits(ayesha, await ayesha.says('visit C-1042'));
  }
}
