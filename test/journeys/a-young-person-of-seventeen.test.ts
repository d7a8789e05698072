import { describe, expect, it } from 'vitest';
import { answersOwn, does, labelsOn, letterTo, ticksChecklist } from './by-the-cards.ts';
import { asks, goesHome, hubOf, starts, visits } from './going-home.ts';
import { aChild, follows, northmoor } from './northmoor.ts';

type At = Awaited<ReturnType<typeof accommodated>>;

/** Under section 20 since Friday 10 April 2026; today is Monday 13 April. */
async function accommodated(bornOn: string) {
  const at = await northmoor('2026-04-13');
  const { council, ayesha } = at;
  await follows(ayesha, aChild(council, { bornOn, lookedAfterSince: '2026-04-10', placementStarted: '2026-04-10' }));
  await visits(ayesha, await ayesha.says('visit C-1042'));
  return at;
}

/** The owners answer, the social worker asks. */
async function isAskedFor({ ayesha, priya, olu }: At) {
  for (const owner of [priya, olu]) await answersOwn(owner);
  await asks(ayesha, 'C-1042');
}

/** TV18: however short the care, the Director decides; the nominated officer gives a view before. */
async function theDirectorDecides(at: At) {
  const { council, ayesha, priya, olu, samuel, ruth } = at;
  const checklist = await starts(ayesha, 'C-1042', {
    Route: 'Young person of 16 or 17',
    'Planned date of return': '2026-05-29',
    'What prompted it': 'He asks to be home for his exams',
  });
  const plan = await does(ayesha, await does(ayesha, checklist, 'This return'), 'Plan and steps');
  const form = await does(ayesha, plan, 'First weeks and sudden return');
  await does(ayesha, form, 'Save', { 'Days the return may move without a new decision (0 to 28)': '7' });
  for (const owner of [priya, olu]) await answersOwn(owner);
  const done = await ticksChecklist(ayesha, await ayesha.says('checklist C-1042'));
  expect(done.buttons).not.toContain('Request decision');
  const view = letterTo(samuel, 'Your questions');
  expect(labelsOn(view, 'Not done')).toEqual(['The nominated officer agrees to the return.']);
  await answersOwn(samuel);

  await council.until('2026-04-20');
  await asks(ayesha, 'C-1042');
  const request = letterTo(ruth, 'Approval before a return home');
  expect(request.words).toContain('The young person is 17 and in section 20: the Director approves before care ends');
  expect(request.words).toContain('SI 2010/959 reg 39(5)');
  expect((await samuel.says('decisions')).words).not.toContain('RH-0001');
  await does(ruth, request, 'Approve', { Reason: 'He is ready, and so are his parents' });
}

/** Within the seven days of the plan it stands; beyond them it lapses, once the worker has been asked. */
async function movesTooFar({ council, ayesha, priya, ruth }: At) {
  await council.until('2026-05-20');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  const little = await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Move the date');
  expect(little.words).toContain('an approval allows 7 days either way');
  const exam = { 'New planned date': '2026-06-03', 'Why it moves': 'One exam is later' };
  const moved = await does(ayesha, little, 'Move the date', exam);
  expect(moved.words).toContain('Wed 3 June 2026');
  expect(moved.words).toContain('✓ Approved');

  const far = { 'New planned date': '2026-06-15', 'Why it moves': 'His exams run on' };
  const question = await does(ayesha, await does(ayesha, moved, 'Move the date'), 'Move the date', far);
  expect(question.words).toContain('If the date moves to Mon 15 June 2026, the approval lapses because');
  expect((await does(ayesha, question, 'Keep the date')).words).toContain('Wed 3 June 2026');
  const anyway = await does(ayesha, question, 'Move it, and ask again later');
  expect(anyway.words).toContain('⚠ Approval lapsed');
  expect(anyway.buttons).not.toContain('Record the return');
  for (const told of [ruth, ayesha, priya])
    expect(letterTo(told, 'An approval has lapsed').words).toContain('by more than 7 days');
  await asks(ayesha, 'C-1042');
  const again = letterTo(ruth, 'Approval before a return home');
  expect(again.words).toContain('Lapsed because the planned day has moved from Fri 29 May 2026 to Mon 15 June 2026');
  await does(ruth, again, 'Approve', { Reason: 'His exams come first' });
}

/** A concern raised on the way home ends the approval too. */
async function isWorriedAbout({ council, ayesha, priya, ruth }: At) {
  await council.until('2026-06-01');
  const form = await does(ayesha, await ayesha.says('case C-1042'), 'Raise a concern');
  await does(ayesha, form, 'Raise concern', {
    'What is it about': 'Something else',
    'What is the concern': 'His brother is dealing again',
    'What do you ask for': 'A strategy discussion',
  });
  expect(letterTo(ruth, 'An approval has lapsed').words).toContain('a concern was raised on Mon 1 June 2026 (E-0001)');
  await does(priya, letterTo(priya, 'Concern about a child’s welfare'), 'Deal with it here', {
    'In your words': 'We met: his brother has moved out',
  });
  await council.until('2026-06-04');
  await asks(ayesha, 'C-1042');
  await does(ruth, letterTo(ruth, 'Approval before a return home'), 'Approve', { Reason: 'It is safe again' });
}

async function isHome({ council, ayesha, olu, ruth }: At) {
  await council.until('2026-06-15');
  const home = await goesHome(ayesha, 'C-1042', { 'Time, if it is known': '17:00' });
  expect(home.words).toContain('Mon 29 June 2026, in 10 working days');
  const told = letterTo(olu, 'A child has gone home').words;
  expect(told).toContain('Sun 5 July 2026 (last working day before: Fri 3 July 2026)');
  expect(told).toContain('Tue 15 December 2026');
  const hub = (await hubOf(ruth, 'C-1042')).words;
  expect(hub.match(/Before: approved by Ruth Adeyemi/g)).toHaveLength(2);
}

/** Fifteen until Sunday 31 May: the officer's approval was for Friday 29 May, and nobody went home. */
async function turnsSixteen(at: At) {
  const { council, ayesha, samuel, ruth } = at;
  await starts(ayesha, 'C-1042', {
    Route: 'Planned return, section 20',
    'Planned date of return': '2026-05-29',
    'What prompted it': 'Her father has finished his treatment',
  });
  await isAskedFor(at);
  await does(samuel, letterTo(samuel, 'Approval before a return home'), 'Approve', { Reason: 'He has done well' });
  await council.through('2026-06-01');
  for (const told of [samuel, ayesha])
    expect(letterTo(told, 'An approval has lapsed').words).toContain('because the route no longer fits');
  expect((await hubOf(ayesha, 'C-1042')).buttons).not.toContain('Record the return');

  const form = await ayesha.says('return home C-1042');
  expect(form.words).toContain('This takes the place of RH-0001.');
  expect(form.inputs.route).toBe('sixteen-or-seventeen');
  const checklist = await does(ayesha, form, 'Start checklist', {
    'Planned date of return': '2026-06-12',
    'What prompted it': 'Her father has finished his treatment',
  });
  expect(checklist.words).toContain('RH-0002 · Young person of 16 or 17');
  expect(checklist.words).toContain(
    [
      'Left before a decision',
      'Assess and decide: The nominated officer agrees to the return.',
      'Plan and transition: Check eligible or relevant status, the pathway plan and the personal adviser.',
    ].join('\n'),
  );
  await ticksChecklist(ayesha, checklist);
  await answersOwn(samuel);
  await asks(ayesha, 'C-1042');
  const request = letterTo(ruth, 'Approval before a return home');
  expect(request.words).toContain('The young person is 16 and in section 20');
  await does(ruth, request, 'Approve', { Reason: 'She wants it, and it is safe' });
  await council.until('2026-06-12');
  const home = await goesHome(ayesha, 'C-1042');
  expect(home.words).toContain('RH-0002');
  expect((await ayesha.says('RH-0001')).words).toContain('RH-0002 has taken the place of this return.');
}

describe('a young person going home', () => {
  it('at seventeen is decided by the Director, and again whenever what it rested on changes', {
    timeout: 60_000,
  }, async () => {
    const at = await accommodated('2009-03-10');
    await theDirectorDecides(at);
    await movesTooFar(at);
    await isWorriedAbout(at);
    await isHome(at);
  });

  it('turns sixteen on the way: the route changes, the answers stay, the decision does not', {
    timeout: 60_000,
  }, async () => {
    await turnsSixteen(await accommodated('2010-05-31'));
  });
});
