import { describe, expect, it } from 'vitest';
import { answersOwn, does, labelsOn, letterTo, ticks } from './by-the-cards.ts';
import { afterwards, asks, hubOf, plans, starts, visits } from './going-home.ts';
import { aChild, follows, MANAGERS, northmoor } from './northmoor.ts';

type At = Awaited<ReturnType<typeof aPlanUnderWay>>;

const PLANNED = {
  steps: [{ Step: 'A day', Day: '2026-03-14' }],
  services: [{ Service: 'Parenting course', 'Who provides it': 'Family hub', 'Starts by': '2026-04-03' }],
  ready: { 'Plan for a sudden return': 'His aunt Joan meets him; ring Ayesha first' },
};

/** Under section 20 since Monday 2 February; a return is planned for 24 April. Now it is Tuesday 24 March, late. */
async function aPlanUnderWay() {
  const at = await northmoor('2026-02-02');
  const { council, ayesha, priya, olu } = at;
  await follows(ayesha, aChild(council, { lookedAfterSince: '2026-02-02', placementStarted: '2026-02-02' }));
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-02-27');
  await does(olu, await olu.says('review C-1042'), 'Save review');
  await council.until('2026-03-02');
  const checklist = await starts(ayesha, 'C-1042', {
    Route: 'Planned return, section 20',
    'Planned date of return': '2026-04-24',
    'What prompted it': 'His mother has a new flat',
  });
  await plans(ayesha, await does(ayesha, checklist, 'This return'), PLANNED);
  await answersOwn(priya);
  await ticks(ayesha, await ayesha.says('checklist C-1042'), 'Next page');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-03-24', '22:10');
  return { ...at, josh: council.person('Josh Miller') };
}

/** TV37: home on Tuesday 24 March. What was known is kept; nothing was approved, and nothing is invented. */
async function walksHomeAtNight({ council, ayesha, priya, olu }: At) {
  const form = await ayesha.says('child went home today');
  expect(form.words).toContain('This takes the place of RH-0001. Its answers, steps and agreement are carried over');
  const checklist = await does(ayesha, form, 'Start checklist', {
    'Is the child safe now?': 'I have a concern',
    'Your concern (goes to the team manager at once)': 'His stepfather was drunk at the door',
    'What prompted it': 'He walked out of his foster home',
  });
  // His wishes were sought for the planned return; they are asked again now that he is home.
  expect(checklist.words).toContain('3 of 7 done');
  expect(checklist.words).toContain('The plan kept ready for a sudden return: His aunt Joan meets him');
  expect(checklist.words).toContain('Tue 7 April 2026, in 8 working days');
  expect(checklist.words).toContain('⚠ A concern was raised and the manager has been told.');
  expect(checklist.buttons).not.toContain('Request decision');

  const worry = letterTo(priya, 'Concern about a child’s welfare');
  expect(worry.words).toContain('Raised by\nAyesha Khan, Tue 24 March 2026, 22:10');
  expect(worry.words).toContain('His stepfather was drunk at the door');
  await does(priya, worry, 'Deal with it here', { 'In your words': 'I rang: he is with his aunt tonight' });
  const calmer = await ayesha.says('checklist C-1042');
  expect(calmer.words).toContain('The concern of that day, E-0001, was dealt with by Priya Shah on Tue 24 March 2026.');
  expect(calmer.words).not.toContain('the manager has been told');
  const told = letterTo(olu, 'A child has gone home, unplanned');
  expect(told.words).toContain('Mon 13 April 2026\nHold the review after the return home');
  expect(told.words).toContain('⚠ A concern was raised');
  expect(council.channel(MANAGERS)).toEqual([]);
  const plan = await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Plan and steps');
  expect(plan.words).toContain('Goals: Bedtimes are kept');
  expect(plan.words).toContain('Parenting course, Family hub, by Fri 3 April 2026');
  const old = await does(ayesha, await ayesha.says('RH-0001'), 'Open RH-0002');
  expect(old.words).toContain('Return and support\n1 of 7 done');
  expect(old.words).toContain('RH-0002 · Unplanned return · ⌂ Home since Tue 24 March 2026');
}

/** Looked at after the event: it records oversight, and takes no child back. */
async function isRatified({ council, ayesha, priya, olu, samuel }: At) {
  await council.until('2026-03-25');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await answersOwn(olu);
  await asks(ayesha, 'C-1042');
  const request = letterTo(samuel, 'Ratification after a return home');
  expect(request.words).toContain('It approves nothing in advance.');
  expect(council.channel(MANAGERS)[0]!.words).toContain('Ratification after a return home');
  await does(samuel, request, 'Send back', { Reason: 'Say who is with him at night' });
  const hub = await hubOf(ayesha, 'C-1042');
  expect(hub.words).toContain('⌂ Home since Tue 24 March 2026');
  await council.until('2026-03-26');
  await asks(ayesha, 'C-1042');
  await does(samuel, letterTo(samuel, 'Ratification after a return home'), 'Approve', { Reason: 'His aunt stays' });
  expect(letterTo(ayesha, 'Return ratified').words).toContain('The checklist goes on with support and reviews.');
  expect(labelsOn(letterTo(priya, 'Your questions'), 'Not done')).toContain(
    'Record that oversight came after the return. It cannot undo a parent’s lawful removal.',
  );
  await answersOwn(priya);
  expect((await hubOf(ayesha, 'C-1042')).words).toContain('⌂ Home since Tue 24 March 2026');
}

/** Within twenty days (TV37); then every six weeks, and the sixth ends on a bank holiday. */
async function isReviewed({ council, ayesha, priya, olu, josh }: At) {
  await council.through('2026-04-13');
  const review = await does(olu, letterTo(olu, 'Today: '), 'Log review');
  const held = await does(olu, review, 'Save review');
  expect(held.words).toContain('Mon 25 May 2026 (last working day before: Fri 22 May 2026)');

  await council.until('2026-05-07');
  const agreement = await does(
    ayesha,
    await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Plan and steps'),
    'Agreement',
  );
  const broken = await does(ayesha, agreement, 'A condition was broken');
  expect(broken.words).toContain('Agreed for this: The manager hears the same day and we meet within two');
  expect(broken.inputs.on).toBe('2026-05-07');
  await does(ayesha, broken, 'Log and raise', {
    'What happened': 'His stepfather came in drunk',
    'What was done': 'His mother asked him to leave',
  });
  const worry = letterTo(priya, 'Concern about a child’s welfare');
  expect(worry.words).toContain('A broken agreement');
  await does(priya, worry, 'Send back', { 'In your words': 'Ask his mother what she needs, and tell me tomorrow' });
  expect(letterTo(ayesha, 'Your concern was sent back').words).toContain('tell me tomorrow');
  await council.until('2026-05-22');
  await does(josh, await josh.says('review C-1042'), 'Save review', { 'Tasks left': 'A course for his stepfather' });
}

async function breaksDown({ council, ayesha, olu, priya, grace }: At) {
  await council.until('2026-06-11');
  const form = await does(ayesha, await afterwards(ayesha, 'C-1042'), 'It broke down');
  const over = await does(ayesha, form, 'Save: it broke down', {
    'When it broke down': '2026-06-10',
    'Back in care': 'Yes, the child is looked after again',
    'Why it broke down': 'His stepfather drinks again',
    'What was learned': 'Ask about the stepfather first',
  });
  expect(over.words).toContain('✕ Broke down on Wed 10 June 2026');
  for (const told of [olu, priya, grace])
    expect(letterTo(told, 'A return home broke down').words).toContain('Ask about the stepfather first');
  const care = await does(ayesha, await does(ayesha, over, 'Record the new care'), 'Show the moved dates', {
    'Legal status': 'Section 20 (accommodated)',
    'Legal status since': '2026-06-10',
    'Placement type': 'Foster carers',
    'Placement started': '2026-06-10',
  });
  const saved = await does(ayesha, care, 'Save');
  expect(saved.words).toContain('Hold the child’s first review\nno date → Wed 8 July 2026');
  expect(saved.words).toContain('Thu 24 September 2026 → no longer due');
}

async function isThoughtOfAgain({ council, ayesha }: At) {
  await council.until('2026-07-20');
  const checklist = await starts(ayesha, 'C-1042', {
    Route: 'Planned return, section 20',
    'Planned date of return': '2026-10-30',
    'What prompted it': 'His stepfather has left',
  });
  expect(checklist.words).toContain('RH-0003');
  expect(checklist.words).toContain(
    'RH-0002: home on Tue 24 March 2026, broke down on Wed 10 June 2026: His stepfather drinks again · Learned: Ask about the stepfather first',
  );
}

describe('an unplanned return from a plan', () => {
  it('keeps what was known, is looked at afterwards, and breaks down with something learned', {
    timeout: 60_000,
  }, async () => {
    const at = await aPlanUnderWay();
    await walksHomeAtNight(at);
    await isRatified(at);
    await isReviewed(at);
    await breaksDown(at);
    await isThoughtOfAgain(at);
  });
});
