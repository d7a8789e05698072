import { expect } from 'vitest';
import type { PlannedReturn } from './a-planned-return.ts';
import { does, letterTo, press } from './by-the-cards.ts';
import { afterwards, goesHome, hubOf, visits } from './going-home.ts';

/** TV29 and TV41: visited by Good Friday, so by the Thursday before; monitored for half a year. */
export async function isHome({ council, ayesha, olu }: PlannedReturn) {
  await council.through('2026-03-20');
  expect((await hubOf(ayesha, 'C-1042')).words).toContain('Approved. Record the return when the child has gone home.');
  const home = await goesHome(ayesha, 'C-1042', { 'Time, if it is known': '16:30' });
  expect(home.words).toContain('Fri 3 April 2026, in 9 working days (last working day before: Thu 2 April 2026)');
  const told = letterTo(olu, 'A child has gone home');
  expect(told.words).toContain('Thu 9 April 2026\nHold the review after the return home, with the IRO in the chair');
  expect(told.words).toContain('Sun 20 September 2026 (last working day before: Fri 18 September 2026)');
  expect((await hubOf(ayesha, 'C-1042')).words).toContain('Fri 20 March 2026, 16:30');
}

export async function worriesItsWorker({ council, ayesha, priya, grace }: PlannedReturn) {
  await council.through('2026-04-01');
  const form = await does(ayesha, letterTo(ayesha, 'Today: '), 'Log visit');
  const saved = await visits(ayesha, form, {
    'Child’s wishes and feelings': 'Tansy is glad to be home, but quiet',
    'View of parents, carers and siblings': 'Tansy’s mother is tired',
    'More support or services needed': 'Help at bedtime',
    'Is the child’s welfare safeguarded and promoted?': 'I have a concern',
  });
  expect(saved.words).toContain('Your concern, E-0001, goes to Priya Shah (Team manager) 1:1 now.');
  const worry = letterTo(priya, 'Concern about a child’s welfare');
  for (const heading of [
    'wishes and feelings',
    'parents, carers and siblings',
    'More support',
    'safeguarded and promoted?',
  ])
    expect(worry.words).toContain(heading);
  await does(priya, worry, 'Approve escalation', { 'In your words': 'Tansy’s mother needs a night worker' });
  const up = letterTo(grace, 'Concern about a child’s welfare');
  expect(up.words).toContain('Priya Shah, Wed 1 April 2026, 09:30: Tansy’s mother needs a night worker');
  await does(grace, up, 'Deal with it here', { 'In your words': 'A night worker for Tansy starts on Tuesday' });
  for (const told of [letterTo(ayesha, 'Your concern was dealt with'), letterTo(priya, 'A concern was dealt with')])
    expect(told.words).toContain('A night worker for Tansy starts on Tuesday');
}

/** Asked a fortnight after the return, on the Thursday before Good Friday; and again, until each has begun. */
export async function hasItsServicesChecked({ council, ayesha }: PlannedReturn) {
  await council.through('2026-04-02');
  const form = await does(ayesha, letterTo(ayesha, 'Has each promised service begun?'), 'Has it begun?');
  const said = { 'Parenting course for Tansy’s mother': 'Yes', 'Alcohol service': 'Not yet' };
  const late = await press(ayesha, form, 'Save', said);
  expect(late.words).toContain(
    '“Alcohol service” was to start by Tue 31 March 2026 and has not. Say in a few words why',
  );
  const why = { 'About Alcohol service': 'The letter was lost; Tansy’s mother starts on Wed 8 April' };
  expect((await does(ayesha, late, 'Save', why)).words).toContain('1 of 2 begun · ⚠ 1 late');
  await council.until('2026-04-09');
  const again = await does(ayesha, await afterwards(ayesha, 'C-1042'), 'Has it begun?');
  expect((await does(ayesha, again, 'Save', { 'Alcohol service': 'Yes' })).words).toContain('2 of 2 begun');
}

/** TV40: held on Wednesday 22 April, then every six weeks, until the co-ordinator says otherwise and why. */
export async function isReviewed({ council, ayesha, olu, josh }: PlannedReturn) {
  await council.until('2026-04-22');
  const review = await does(olu, letterTo(olu, 'Today: '), 'Log review');
  const held = await does(olu, review, 'Save review', { 'Tasks left': 'Uniform grant for Tansy: Ayesha' });
  expect(held.words).toContain('Josh Miller, child in need co-ordinator, now reviews the return plan every 6 weeks');
  expect(letterTo(josh, 'Child in need reviews start').words).toContain('Wed 3 June 2026');

  await council.until('2026-05-01');
  const dip = await does(ayesha, letterTo(ayesha, 'Is the family pulling out of help?'), 'Answer');
  await does(ayesha, dip, 'Save', { 'Is the family pulling out of help?': 'No' });

  await council.through('2026-06-03');
  const first = await does(josh, letterTo(josh, 'Today: '), 'Log review');
  expect((await does(josh, first, 'Save review')).words).toContain('Wed 15 July 2026');
  await council.until('2026-07-15');
  const second = await does(josh, await josh.says('review C-1042'), 'Save review', {
    'Next review within': '4 weeks',
    'Why another interval': 'The alcohol service has begun late, and Tansy is anxious',
  });
  expect(second.words).toContain('Wed 12 August 2026');
  const note = await does(josh, second, 'Note for the record');
  expect(note.inputs.block).toContain('The alcohol service has begun late, and Tansy is anxious');
  await council.until('2026-08-12');
  const third = await does(josh, await josh.says('review C-1042'), 'Save review', { 'Next review within': '6 weeks' });
  expect(third.words).toContain('Wed 23 September 2026');
}

/** The manager steps it down after half a year, and the co-ordinator again when the social worker leaves. */
export async function stepsDown({ council, ayesha, priya, josh }: PlannedReturn) {
  await council.until('2026-09-21');
  const after = await afterwards(priya, 'C-1042');
  expect(after.words).toContain('Six months ended on Sun 20 September 2026');
  const stepped = await does(priya, await does(priya, after, 'Step down'), 'Save step down', {
    'Step down to': 'Early help (CAF or TAF)',
    'Why now (never to free capacity)': 'Tansy and her mother have met the goals',
    'Lead professional and agency': 'Ms Green, Hill School',
    'Social worker stays until': '2026-10-19',
    'The family knows that support is voluntary and how to come back': 'Yes',
  });
  expect(stepped.words).toContain('Early help (CAF or TAF) from Mon 21 September 2026');
  expect(stepped.words).toContain('Ms Green, Hill School leads; the social worker stays until Mon 19 October 2026.');

  await council.until('2026-10-19');
  const last = await does(josh, await does(josh, await afterwards(josh, 'C-1042'), 'Step down'), 'Save step down', {
    'Step down to': 'Universal services only',
    'Why now (never to free capacity)': 'School and the GP meet every need that Tansy has',
    'Lead professional and agency': 'Ms Green, Hill School',
    'Social worker stays until': '2026-10-30',
    'The family knows that support is voluntary and how to come back': 'Yes',
  });
  expect(last.words).toContain('Universal services only from Mon 19 October 2026');
  expect(last.buttons).not.toContain('Step down');

  const notes = await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Notes for the record');
  const block = await does(ayesha, notes, 'Open');
  expect(block.inputs.block).toContain('RH-0001 was approved by Samuel Okoro on Thu 22 January 2026.');
  expect((await does(ayesha, block, 'It is in the record')).words).toContain('✓ In the record now');
}
