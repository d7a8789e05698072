import { describe, expect, it } from 'vitest';
import { answersOwn, does, letterTo, press, problemsOn, ticksChecklist } from './by-the-cards.ts';
import { afterwards, goesHome, hubOf, plans, preparesAll, starts, visits } from './going-home.ts';
import { aChild, follows, northmoor } from './northmoor.ts';

type At = Awaited<ReturnType<typeof inCareSince>>;

/** Under a care order since this day, placed with foster carers and seen the day after. */
async function inCareSince(since: string, legalStatus = 'care-order') {
  const at = await northmoor(since);
  const { council, ayesha } = at;
  await follows(ayesha, aChild(council, { legalStatus, lookedAfterSince: since, placementStarted: since }));
  await visits(ayesha, await ayesha.says('visit C-1042'));
  return at;
}

const PLANNED = {
  steps: [{ Step: 'One night', Day: '2026-03-14' }],
  services: [{ Service: 'Play therapy', 'Who provides it': 'School', 'Starts by': '2026-03-23' }],
  ready: {},
};

/** TV26: home on Monday 23 March under the order; the week runs over the change of the clocks. */
async function ordinaryReturn({ council, ayesha, priya, olu, samuel }: At) {
  await council.until('2026-02-20');
  await does(olu, await olu.says('review C-1042'), 'Save review');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-02-23');
  const checklist = await starts(ayesha, 'C-1042', {
    Route: 'Placement with parents',
    'Planned date of return': '2026-03-23',
    'What prompted it': 'His parents have met every concern',
  });
  await plans(ayesha, await does(ayesha, checklist, 'This return'), PLANNED);
  const waiting = await preparesAll('C-1042', ayesha, priya, olu);
  expect(waiting.words).toContain('RH-0001 is with Samuel Okoro for a decision.');
  const request = letterTo(samuel, 'Approval before a return home');
  expect(request.words).toContain('A child in care is placed with parents only after the nominated officer approves.');
  expect(request.words).toContain('SI 2010/959 reg 18(1)');
  await does(samuel, request, 'Approve', { Reason: 'Regulations 17 and 18 are met' });

  await council.until('2026-03-23');
  const home = await goesHome(ayesha, 'C-1042');
  expect(home.words).toContain('Make the first visit to the child at home after the return under a care order, Mon 30');
  await council.through('2026-03-27');
  const visit = await visits(ayesha, await does(ayesha, letterTo(ayesha, 'Today: '), 'Log visit'));
  expect(visit.words).toContain('Fri 8 May 2026');
  expect(visit.words).toContain('6 weeks after Fri 27 March 2026');
  const why = await ayesha.says('why C-1042');
  expect(why.words).not.toContain('at least weekly');
}

/** The order stays: the child is still looked after, is reviewed as such, and nobody steps the help down. */
async function staysInCare({ council, ayesha, priya, olu }: At) {
  await council.through('2026-04-02');
  const begun = await does(ayesha, letterTo(ayesha, 'Has each promised service begun?'), 'Has it begun?');
  await does(ayesha, begun, 'Save', { 'Play therapy': 'Yes' });
  await council.until('2026-05-08');
  await visits(ayesha, await ayesha.says('visit C-1042'));
  await council.until('2026-05-20');
  const review = await does(olu, await olu.says('review C-1042'), 'Save review', {
    'Tasks left': 'Ask for discharge?',
  });
  expect(review.words).toContain('Fri 20 November 2026');
  expect((await ayesha.says('case C-1042')).words).toContain('Care order');
  for (const day of ['2026-06-19', '2026-07-31', '2026-09-11', '2026-09-23']) {
    await council.until(day);
    await visits(ayesha, await ayesha.says('visit C-1042'));
  }
  const after = await afterwards(priya, 'C-1042');
  expect(after.words).toContain('At least until Wed 23 September 2026, today');
  expect(after.buttons).toEqual(['It broke down', 'New referral', 'This return']);
}

const LEFT = 'Why these may be passed over';

/** Friday: his carers are ill, and nothing has been assessed. What is left is put to the officer, who alone may pass it over. */
async function asksForTheEmergency({ council, ayesha, samuel }: At) {
  await council.until('2026-03-27');
  const checklist = await starts(ayesha, 'C-1042', {
    Route: 'Placement with parents',
    'Planned date of return': '2026-03-30',
    'What prompted it': 'His foster carers are ill',
  });
  const form = await does(ayesha, await does(ayesha, checklist, 'This return'), 'Decide without the rest');
  const why = { 'Why it cannot wait': 'No other carer from Monday' };
  const ordinary = await press(ayesha, form, 'Ask for the decision', why);
  expect(problemsOn(ordinary).join(' ')).toContain('a child in care goes home under regulation 19 only');
  const early = { 'Place before the assessment is done (regulation 19)': 'Yes, ask for this' };
  const sent = await does(ayesha, ordinary, 'Ask for the decision', early);
  expect(sent.words).toContain('● Waiting for a decision');

  const request = letterTo(samuel, 'Placement before the assessment is done');
  expect(request.words).toContain('No other carer from Monday');
  expect(request.words).toContain('necessary and consistent with the child’s welfare. (SI 2010/959 reg 19)');
  const silent = await press(samuel, request, 'Approve', { Reason: 'Necessary' });
  expect(problemsOn(silent).join(' ')).toContain(`${LEFT}: please fill this in, or send it back.`);
  await does(samuel, silent, 'Approve', { [LEFT]: 'Both parents were seen today' });
  expect((await hubOf(ayesha, 'C-1042')).words).toContain('⚠ Decided without 44 required: Samuel Okoro, Fri 27 March');
}

/** TV28: the first of the weekly visits by Easter Monday, so on the Thursday before; TV10: assessed by Wednesday 15 April. */
async function isVisitedWeekly({ council, ayesha }: At) {
  await council.until('2026-03-30');
  const home = await goesHome(ayesha, 'C-1042', { 'Time, if it is known': '18:15' });
  expect(home.words).toContain('Visit the child at least weekly until the first review');
  expect(home.words).toContain('Mon 6 April 2026, in 3 working days (last working day before: Thu 2 April 2026)');
  const due = await ayesha.says('deadlines C-1042');
  expect(due.words).toContain('Wed 15 April 2026, in 10 working days');
  await council.through('2026-04-02');
  const first = await visits(ayesha, await does(ayesha, letterTo(ayesha, 'Today: '), 'Log visit'));
  expect(first.words).toContain('Thu 9 April 2026');
  await council.through('2026-04-08');
  const second = await visits(ayesha, await does(ayesha, letterTo(ayesha, 'Today: '), 'Log visit'));
  expect(second.words).toContain('Wed 15 April 2026');
}

/** TV10: assessed on Wednesday 8 April, so to be confirmed or ended by Wednesday 22 April. */
async function isConfirmed({ council, ayesha, priya, olu, samuel }: At) {
  const review = await does(olu, await olu.says('review C-1042'), 'Save review');
  expect(review.words).toContain('Wed 15 April 2026 → no longer due');
  for (const owner of [olu, priya]) await answersOwn(owner);
  await ticksChecklist(ayesha, await ayesha.says('checklist C-1042'));
  const hub = await hubOf(ayesha, 'C-1042');
  expect(hub.words).toContain('The assessment is done: open the checklist, and request the decision to confirm');
  expect((await ayesha.says('deadlines C-1042')).words).toContain(
    'Wed 22 April 2026, in 10 working days\nDecide on the placement with parents: confirm it, or end it',
  );
  await does(ayesha, await does(ayesha, hub, 'Open checklist'), 'Request decision');
  const request = letterTo(samuel, 'Confirmation of a placement already made');
  expect(request.words).toContain('Needed by\nWed 22 April 2026');
  expect(request.words).toContain('SI 2010/959 reg 19(c)');

  await council.through('2026-04-15');
  const view = await does(samuel, await samuel.says('decisions'), 'Open RH-0001');
  await does(samuel, view, 'Approve', { Reason: 'The assessment is good and he is well' });
  expect(letterTo(ayesha, 'Return confirmed').words).toContain('The assessment is good and he is well');
  const due = (await ayesha.says('deadlines C-1042')).words;
  expect(due).not.toContain('Decide on the placement');
  expect(due).toContain('Wed 20 May 2026\nVisit the child at home at least every six weeks under the care order');
  const hubAfter = (await hubOf(ayesha, 'C-1042')).words;
  expect(hubAfter).toContain('⚠ Decided without 44 required: Samuel Okoro, Fri 27 March 2026');
}

describe('a placement with parents', () => {
  it('is approved by the nominated officer first, and stays under the order', { timeout: 60_000 }, async () => {
    const at = await inCareSince('2026-01-26');
    await ordinaryReturn(at);
    await staysInCare(at);
  });

  it('comes before the assessment in an emergency, and is confirmed after it', { timeout: 60_000 }, async () => {
    const at = await inCareSince('2026-03-09');
    await asksForTheEmergency(at);
    await isVisitedWeekly(at);
    await isConfirmed(at);
  });
});
