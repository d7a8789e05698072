import { expect, it } from 'vitest';
import { does, letterTo, press } from './by-the-cards.ts';
import { aChild, follows, MANAGERS, northmoor } from './northmoor.ts';
import { textOf, toChannels } from './privacy.ts';

const WROTE = {
  Theme: 'Drift and delay',
  'What is the concern': 'No progress since the last review',
  'Impact on the child': 'She asks when she can see her brother',
  'What should change, and by when': 'A dated plan by the end of the month',
  'Start at': 'Stage 2, Service manager (5 working days)',
  'Why start there': 'The team manager took part in the decision',
};
const PLAN = {
  Response: 'Propose a plan',
  'Response in words': 'We meet weekly',
  'Action 1': 'Meet every Monday',
  'Owner 1': 'Ayesha Khan',
  'By when 1': '2026-03-20',
};

it('a plan is proposed, partly judged, resolved, found not done, and reopened, by buttons only', async () => {
  const { council, ayesha, olu, grace, helen } = await northmoor('2026-03-02');
  await follows(ayesha, aChild(council));
  const record = await does(
    olu,
    await does(olu, await olu.says('case C-1042'), 'Raise dispute'),
    'Raise dispute',
    WROTE,
  );
  expect(record.words).toContain('Mon 30 March 2026');

  // A plan without an action is no plan; then one with a date and an owner.
  await council.through('2026-03-03');
  const form = await does(grace, letterTo(grace, 'A dispute waits for your response'), 'Respond');
  const bare = await press(grace, form, 'Respond', { Response: 'Propose a plan', 'Response in words': 'Soon' });
  expect(bare.words).toContain('a plan needs at least one action');
  expect(bare.inputs).toMatchObject({ says: 'Soon' });
  await does(grace, bare, 'Respond', PLAN);

  // Partly: the stage waits for more, on the same day; the officer gives it, and the IRO is satisfied.
  const judging = await does(olu, letterTo(olu, 'A response waits for you to judge'), 'Judge response');
  const partly = { 'Judge response': 'Partly', Why: 'No date for her brother' };
  const judged = await does(olu, judging, 'Judge response', partly);
  expect(judged.words).toContain('Stage 2 of 5, Service manager · day 1 of 5 · day 1 of 20');
  await council.through('2026-03-05');
  const more = await does(grace, await grace.says('dispute D-0001'), 'Respond');
  const dated = { ...PLAN, 'Action 2': 'Her brother visits', 'Owner 2': 'Ayesha Khan', 'By when 2': '2026-03-13' };
  await does(grace, more, 'Respond', dated);
  const good = await does(olu, letterTo(olu, 'A response waits for you to judge'), 'Judge response');
  const satisfied = await does(olu, good, 'Judge response', { 'Judge response': 'Satisfactory' });

  const ending = await does(olu, satisfied, 'Resolve');
  const outcome = { Outcome: 'Resolved, actions agreed', 'What changed for the child': 'She will see her brother' };
  const resolved = await does(olu, ending, 'Resolve', outcome);
  expect(resolved.words).toContain('Thu 19 March 2026');

  // Ten working days on the IRO is asked; it was not done; it is the service manager's again, in a second cycle.
  await council.through('2026-03-18');
  expect(olu.inbox().some(({ words }) => words.includes('Check what was agreed'))).toBe(false);
  await council.through('2026-03-19');
  const due = olu.inbox().findLast(({ buttons }) => buttons.includes('Check what was agreed'))!;
  const checking = await does(olu, due, 'Check what was agreed');
  const unsaid = await press(olu, checking, 'Save check', {
    'Which check': 'At ten working days',
    'Was it done?': 'No',
  });
  expect(unsaid.words).toContain('say what was not done');
  const failed = { 'Which check': 'At ten working days', 'Was it done?': 'No', 'In words': 'Nobody has met' };
  const reopened = await does(olu, checking, 'Save check', failed);
  expect(reopened.words).toContain('Stage 2 of 5, Service manager · cycle 2 · day 0 of 5 · day 0 of 20');
  expect(reopened.words).toContain('Mon 20 April 2026');
  expect((await press(olu, checking, 'Save check', failed)).words).toContain('cycle 2');

  // Asked anew, in the same thread, under the same reference; the first cycle's days are kept.
  expect(letterTo(grace, 'A dispute waits for your response').words).toContain('cycle 2');
  expect(council.kept()['D-0001.json']).toMatch(
    /"earlierClocks":\s*\[\s*\{\s*"formalOn":\s*"2026-03-02",\s*"cap":\s*"2026-03-30"/,
  );
  expect(
    council
      .channel(MANAGERS)
      .map(({ words }) => words)
      .join(),
  ).toContain('Reopened');

  // Left unanswered, it climbs once more by the days of its second cycle: Thu 26 March is the fifth.
  await council.through('2026-03-27');
  expect((await olu.says('dispute D-0001')).words).toContain(
    'Stage 3 of 5, Head of service · cycle 2 · day 1 of 5 · day 6 of 20',
  );
  expect(helen.read()).toContain('A dispute waits for your response');

  const posted = toChannels(council)
    .map(({ body }) => textOf(body))
    .join();
  expect(posted).not.toMatch(/C-1042|\bAB\b|brother|Monday meeting|Meet every|Nobody has met|dated plan|Olu|Grace/);
});
