import { expect, it } from 'vitest';
import type { Seen } from '../fakes/council.ts';
import { does, letterTo, press } from './by-the-cards.ts';
import { aChild, DIRECTORATE, follows, MANAGERS, northmoor } from './northmoor.ts';
import { textOf, toChannels } from './privacy.ts';

const WROTE = {
  Theme: 'Return home without a robust assessment',
  'What is the concern': 'She is to go home on Friday and nobody has seen the flat',
  'Impact on the child': 'She is frightened of her uncle',
  'What should change, and by when': 'No move before an assessment',
  'Start at': "Stage 4, Director of Children's Services (3 working days)",
};

const asking = (seen: Seen) => seen.words.includes('A dispute waits for your response');

it('a bypass to the Director, with Cafcass alongside, by buttons only', async () => {
  const { council, ayesha, olu, priya, grace, helen, ruth, david, karen } = await northmoor('2026-03-25');
  await follows(ayesha, aChild(council));

  // Raised from the case, above four stages: a reason is asked for, and nobody's permission.
  const form = await does(olu, await olu.says('case C-1042'), 'Raise dispute');
  const asked = await press(olu, form, 'Raise dispute', WROTE);
  expect(asked.words).toContain('Why start there');
  const why = 'The head of service made the decision, and there is no time';
  const record = await does(olu, asked, 'Raise dispute', { 'Why start there': why });
  const id = /D-\d{4}/.exec(record.words)![0];
  expect(record.words).toContain("Director of Children's Services");
  expect(record.words).toContain('day 0 of 3 · day 0 of 20');
  expect(record.words).toContain('Mon 30 March 2026');
  expect(record.words).toContain('Fri 24 April 2026');

  // Those below are told and not asked; only the Director's channel hears.
  expect(ruth.inbox().filter(asking)).toHaveLength(1);
  for (const below of [priya, grace, helen]) {
    expect(below.inbox().some(asking)).toBe(false);
    expect(below.read()).toContain(id);
  }
  expect(council.channel(MANAGERS)).toEqual([]);
  expect(council.channel(DIRECTORATE)).toHaveLength(1);

  // Cafcass alongside, the same day, from the dispute's own card; the stage runs on.
  const sure = await does(olu, record, 'Refer to Cafcass');
  const referred = await does(olu, sure, 'Refer to Cafcass', { Why: 'Her human rights are at risk' });
  expect(referred.words).toContain('day 0 of 3 · day 0 of 20');
  expect(referred.buttons).not.toContain('Refer to Cafcass');
  expect(ruth.read()).toMatch(/Cafcass/);
  expect(karen.read()).toMatch(/Cafcass/);
  expect((await press(olu, sure, 'Refer to Cafcass', { Why: 'Again' })).words).toContain('referred to Cafcass');

  // The Director answers from the letter; the IRO finds it is not enough; the clock stands where it stood.
  await council.through('2026-03-26');
  const answering = await does(ruth, letterTo(ruth, 'A dispute waits for your response'), 'Respond');
  const answer = { Response: 'Disagree', 'Response in words': 'The flat was seen last month' };
  expect((await does(ruth, answering, 'Respond', answer)).words).toContain('the IRO to judge the response');
  const judging = await does(olu, letterTo(olu, 'A response waits for you to judge'), 'Judge response');
  const judged = await does(olu, judging, 'Judge response', {
    'Judge response': 'Not',
    Why: 'Her uncle moved in since',
  });
  expect(judged.words).toContain('day 1 of 3 · day 1 of 20');

  // Nobody answers again: on the morning after the third day it is the Chief Executive's, counted from the day it lapsed.
  await council.through('2026-03-30');
  expect(david.inbox().some(asking)).toBe(false);
  await council.through('2026-03-31');
  expect(david.inbox().filter(asking)).toHaveLength(1);
  const top = await olu.says(`dispute ${id}`);
  expect(top.words).toContain('Chief Executive');
  expect(top.words).toContain('day 1 of 2 · day 4 of 20');
  expect(top.words).toContain('Wed 1 April 2026');
  expect(top.words).toContain('Fri 24 April 2026');

  // The Chief Executive accepts, and the IRO, who alone can, resolves it.
  const last = await does(david, letterTo(david, 'A dispute waits for your response'), 'Respond');
  await does(david, last, 'Respond', {
    Response: 'Accept',
    'Response in words': 'She stays until the flat is assessed',
  });
  const good = await does(olu, letterTo(olu, 'A response waits for you to judge'), 'Judge response');
  const satisfied = await does(olu, good, 'Judge response', { 'Judge response': 'Satisfactory' });
  const ending = await does(olu, satisfied, 'Resolve');
  const resolved = await does(olu, ending, 'Resolve', {
    Outcome: 'Resolved, actions agreed',
    'What changed for the child': 'She stays where she is',
  });
  expect(resolved.words).toContain('Resolved, actions agreed');
  expect(
    council
      .channel(DIRECTORATE)
      .map(({ words }) => words)
      .join(),
  ).toContain('by the IRO on Tue 31 March 2026');

  const posted = toChannels(council)
    .map(({ body }) => textOf(body))
    .join();
  expect(posted).not.toMatch(/C-1042|\bAB\b|uncle|flat|frightened|assess|Cafcass|Olu|Ruth|David/);
});
