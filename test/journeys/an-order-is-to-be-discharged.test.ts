import { describe, expect, it } from 'vitest';
import { answersOwn, does, letterTo, press, problemsOn } from './by-the-cards.ts';
import { afterwards, asks, goesHome, hubOf, plans, starts, visits } from './going-home.ts';
import { aChild, follows, northmoor } from './northmoor.ts';

type At = Awaited<ReturnType<typeof sinceJuly>>;

/** Under a care order since Monday 6 July 2026, seen and reviewed in time; today is Monday 5 October. */
async function sinceJuly() {
  const at = await northmoor('2026-07-10');
  const { council, ayesha, olu } = at;
  const child = { legalStatus: 'care-order', lookedAfterSince: '2026-07-06', placementStarted: '2026-07-06' };
  await follows(ayesha, aChild(council, child));
  for (const day of ['2026-07-10', '2026-08-20', '2026-09-30']) {
    await council.until(day);
    await visits(ayesha, await ayesha.says('visit C-1042'));
    if (day !== '2026-08-20') await does(olu, await olu.says('review C-1042'), 'Save review');
  }
  await council.until('2026-10-05');
  return { ...at, josh: council.person('Josh Miller') };
}

const PLANNED = {
  steps: [{ Step: 'A weekend', Day: '2026-11-13' }],
  services: [{ Service: 'Family support worker', 'Who provides it': 'Early help', 'Starts by': '2026-12-18' }],
  ready: { 'Plan for a sudden return': 'His grandmother meets him and rings Ayesha' },
};

/** As far as the decision: the court question brings the form back once. */
async function isApproved({ council, ayesha, priya, olu, samuel }: At, homeFirst: 'Yes' | 'No') {
  const form = await starts(ayesha, 'C-1042', {
    Route: 'Planned return, order to be discharged',
    'Planned date of return': '2026-12-18',
    'What prompted it': 'His father is well again',
  });
  expect(problemsOn(form)).toEqual([]);
  const first = { 'Will the child go home before the court discharges the order?': homeFirst };
  expect((await does(ayesha, form, 'Start checklist', first)).words).toContain('RH-0001 · Planned return, order to be');
  expect(letterTo(olu, 'Your questions').words).toContain('A statutory review agrees to seek discharge');
  for (const owner of [priya, olu]) await answersOwn(owner);
  await plans(ayesha, await hubOf(ayesha, 'C-1042'), PLANNED);
  await asks(ayesha, 'C-1042');
  const request = letterTo(samuel, 'Approval before a return home');
  await does(samuel, request, 'Approve', { Reason: 'The review and the lawyers agree' });
  await council.until('2026-11-10');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-12-18');
  return request;
}

/** TV21: a placement with parents on the Friday before Christmas, under the order. */
async function isHomeUnderTheOrder({ council, ayesha, olu }: At) {
  const home = await goesHome(ayesha, 'C-1042', { 'Time, if it is known': '15:00' });
  expect(home.words).toContain('Fri 25 December 2026');
  expect(home.words).toContain('last working day before: Thu 24 December 2026');
  const told = letterTo(olu, 'A child has gone home');
  expect(told.words).toContain('Make the first visit to the child at home after the return under a care order');
  expect((await ayesha.says('case C-1042')).words).toContain('Care order');
  await council.through('2026-12-23');
  const visit = await visits(ayesha, await does(ayesha, letterTo(ayesha, 'Today: '), 'Log visit'));
  expect(visit.words).toContain('Wed 3 February 2027');
  expect(visit.words).toContain('reg 28(5)(b)');
  await council.through('2027-01-04');
  const begun = await does(ayesha, letterTo(ayesha, 'Has each promised service begun?'), 'Has it begun?');
  await does(ayesha, begun, 'Save', { 'Family support worker': 'Yes' });
  await council.until('2027-02-03');
  await visits(ayesha, await ayesha.says('visit C-1042'));
}

/** While the order stands nobody steps down; the court ends care, and the care ends with it. */
async function theCourtDischarges({ council, ayesha, priya, olu }: At) {
  expect((await afterwards(priya, 'C-1042')).buttons).not.toContain('Step down');
  await council.until('2027-02-19');
  const form = await does(ayesha, await hubOf(ayesha, 'C-1042'), 'Record the discharge');
  expect(form.words).toContain('care ends on this day');
  const early = await press(ayesha, form, 'Record the discharge', { 'Date of the discharge': '2027-02-26' });
  expect(problemsOn(early).join(' ')).toContain('Fri 26 February 2027 has not come yet');
  await does(ayesha, early, 'Record the discharge', { 'Date of the discharge': '2027-02-19' });
  expect(letterTo(olu, 'A court has discharged the order').words).toContain('RH-0001');
  const hub = await hubOf(ayesha, 'C-1042');
  expect(hub.words).toContain('Order discharged\nFri 19 February 2027');
  expect(hub.buttons).not.toContain('Record the discharge');
  expect((await ayesha.says('case C-1042')).words).toContain('Not looked after');
}

async function isFollowedAndSteppedDown({ council, olu, josh, priya }: At) {
  await council.until('2027-02-26');
  const held = await does(olu, await olu.says('review C-1042'), 'Save review', {
    'Kind of review': 'Review after return home',
  });
  expect(held.words).toContain('Fri 9 April 2027');
  await council.through('2027-04-09');
  const review = await does(josh, letterTo(josh, 'Today: '), 'Log review');
  expect((await does(josh, review, 'Save review')).words).toContain('Fri 21 May 2027');

  await council.until('2027-05-21');
  const form = await does(priya, await afterwards(priya, 'C-1042'), 'Step down');
  expect(form.words).toContain('Fri 18 June 2027');
  const down = {
    'Step down to': 'Child in need plan',
    'Why now (never to free capacity)': 'Every goal of the agreement is met',
    'Lead professional and agency': 'Mr Hart, family support worker',
    'Social worker stays until': '2027-06-18',
    'The family knows that support is voluntary and how to come back': 'Yes',
  };
  const why = await press(priya, form, 'Save step down', down);
  expect(problemsOn(why).join(' ')).toContain('Why before six months: monitoring runs to Fri 18 June 2027.');
  const stepped = await does(priya, why, 'Save step down', { 'Why before six months': 'His worker asked for it' });
  expect(stepped.words).toContain('Child in need plan from Fri 21 May 2027');
  expect(stepped.words).toContain('Before six months because: His worker asked for it');
}

describe('a return where the order is to be discharged', () => {
  it('goes home under the order first, and ends with the court’s discharge', { timeout: 60_000 }, async () => {
    const at = await sinceJuly();
    const request = await isApproved(at, 'Yes');
    expect(request.words).toContain('Planned return, order to be discharged, home under the order first');
    expect(request.words).toContain('SI 2010/959 reg 18(1)');
    await isHomeUnderTheOrder(at);
    await theCourtDischarges(at);
    await isFollowedAndSteppedDown(at);
  });

  it('goes home on the day of the discharge, where the court decides first', { timeout: 60_000 }, async () => {
    const at = await sinceJuly();
    const request = await isApproved(at, 'No');
    expect(request.words).not.toContain('home under the order first');
    expect(request.words).toContain('SI 2010/959 reg 39(4)');
    const { ayesha, olu } = at;
    await goesHome(ayesha, 'C-1042');
    expect((await ayesha.says('case C-1042')).words).toContain('Not looked after');
    const told = letterTo(olu, 'A child has gone home').words;
    // The stricter week of R-VIS-22, counted from the order that stood until that day.
    expect(told).toContain('Fri 25 December 2026, in 4 working days (last working day before: Thu 24 December 2026)');
    expect(told).toContain('Thu 7 January 2027');
    expect(told).toContain('Fri 18 June 2027');
    const hub = await hubOf(ayesha, 'C-1042');
    expect(hub.words).toContain('Order discharged\nFri 18 December 2026');
    expect(hub.buttons).not.toContain('Record the discharge');
  });
});
