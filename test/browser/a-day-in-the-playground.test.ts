import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { computerClock, dayOf } from '../../src/clock.ts';
import { plusDays, sayDay } from '../../src/local-date.ts';
import { type Chromium, openChromium, PATIENCE } from './chromium.ts';
import { type Demo, runDemo } from './demo.ts';
import { isHere, openPlayground, type Playground } from './playground.ts';

const CHANNEL = "Children's services managers";
const CONCERN = 'No contact plan since the move';
const IMPACT = 'She asks for her sister every week';
const WHY_URGENT = 'The next contact was cancelled this morning';
const WANTED = 'A contact plan that she has helped to write';

let demo: Demo;
let chromium: Chromium;
let person: Playground;

beforeAll(async () => {
  [demo, chromium] = await Promise.all([runDemo(), openChromium()]);
  person = await openPlayground(chromium.browser, demo.playground);
}, 3 * PATIENCE);

afterAll(async () => {
  await chromium?.close();
  await demo?.close();
});

/** Each step begins where the one before it ended. */
let hasFailed = false;
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => {
    hasFailed = true;
  });
  if (hasFailed) throw new Error('A step before this one failed');
});

describe('the demo in a browser', { timeout: 3 * PATIENCE }, () => {
  const today = dayOf(computerClock().now());
  let dispute: string;

  it('welcomes whoever opens it, and says on request what they can do', async () => {
    await shows(person.cards.first()).toContain('Welcome to Homeward, Ayesha');
    const help = await person.says('help', 'What I can do here');
    await shows(help).toContain('Log a visit');
    await expect(help.getByRole('button', { name: 'Deadlines' }).isVisible()).resolves.toBe(true);
  });

  it('counts a checklist item that is done and saved', async () => {
    const checklist = await person.says('checklist C-1042', 'Assess and decide');
    await shows(checklist).toContain('0 of 20 done');
    await person.chooses(checklist, 'Use the chronology and every earlier assessment.', 'Done');
    await checklist.getByRole('button', { name: 'Save' }).click();
    await shows(checklist).toContain('1 of 20 done');
    await shows(checklist).toContain('Assess and decide: 18 left');
  });

  it('moves the next visit a week on when one is logged', async () => {
    const visit = await person.says('visit C-1071', 'Log a visit');
    await shows(visit).toContain(sayDay(plusDays(today, 2)));
    await visit.getByRole('radio', { name: 'Yes' }).check();
    await visit.getByRole('button', { name: 'Save visit' }).click();
    await shows(visit).toContain(`Child seen on ${sayDay(today)}`);
    await shows(visit).toContain(`${sayDay(plusDays(today, 2))} → ${sayDay(plusDays(today, 7))}`);
  });

  it('shows an IRO the way up of a dispute that is raised, and tells the team manager', async () => {
    await person.says('act as Olu Bankole', 'You are Olu Bankole');
    const card = await person.says('raise dispute C-1121', 'Raise a dispute');
    await person.chooses(card, 'Theme', 'Time with family');
    await card.getByLabel('What is the concern').fill(CONCERN);
    await card.getByLabel('Impact on the child').fill(IMPACT);
    await card.getByLabel('What should change, and by when').fill(WANTED);
    await person.chooses(card, 'Start at', 'Stage 1, Team manager (5 working days)');
    await card.getByRole('checkbox', { name: /^Urgent/ }).check();
    await card.getByLabel('Why it is urgent').fill(WHY_URGENT);
    await card.getByRole('checkbox', { name: /^Escalate automatically/ }).uncheck();
    await card.getByRole('button', { name: 'Raise dispute' }).click();

    await shows(card).toMatch(/Dispute D-\d+ · Time with family\s+C-1121 · Stage 1 of 5, Team manager/);
    await shows(card).toMatch(/Service manager\s+Grace Obi, by .+\s+Head of service\s+Helen Frost, by /);
    dispute = /D-\d+/.exec(await card.innerText())![0];
    const letter = person.cardsSaying('To Priya Shah', dispute);
    await shows(letter).toContain('A dispute waits for your response');
    await shows(letter).toContain(WHY_URGENT);
  });

  it('shows the channel a neutral card, with nothing about the child', async () => {
    await person.opens(CHANNEL);
    const neutral = person.cardsSaying(dispute);
    await shows(neutral).toMatch(/^Dispute D-\d+\s+Stage 1 of 5, Team manager/);
    const words = await neutral.innerText();
    const secrets = ['C-1121', 'NS', 'Time with family', CONCERN, IMPACT, WHY_URGENT, WANTED, 'Olu', 'Priya', 'Ayesha'];
    for (const secret of secrets) expect(words).not.toContain(secret);
  });

  it('lets the team manager answer in the channel, with a plan', async () => {
    await person.opens('Personal Chat');
    await person.says('act as Priya Shah', 'You are Priya Shah');
    await person.opens(CHANNEL);
    // The head of the thread: what is said of her answer comes below it.
    const card = person.cardsSaying(dispute).first();
    await card.getByRole('button', { name: 'Open my view' }).click();
    await shows(card).toContain('Waiting for you');
    await card.getByRole('button', { name: 'Respond' }).click();
    await card.getByRole('radio', { name: 'Propose a plan' }).check();
    await card.getByLabel('Response in words').fill('We write the plan with her.');
    await card.getByLabel('Action 1').fill('Write the contact plan');
    await card.getByLabel('Owner 1').fill('Ayesha Khan');
    await person.choosesDay(card, 'By when 1', sayDay(plusDays(today, 7)));
    await card.getByRole('button', { name: 'Respond' }).click();
    // Two things come to this card at once: the answer to her press, and the channel's card for everybody.
    await shows(card).toMatch(/Priya Shah proposed a plan: We write the plan with her|✓ Answered: with the IRO/);
  });

  it('asks the IRO to judge the answer', async () => {
    await person.opens('Personal Chat');
    await person.says('act as Olu Bankole', 'You are Olu Bankole');
    const letter = person.cardsSaying('To Olu Bankole', 'A response waits for you to judge', dispute);
    await shows(letter).toContain(`Write the contact plan (Ayesha Khan, by ${sayDay(plusDays(today, 7))})`);
    const card = await person.says(`dispute ${dispute}`, dispute);
    await card.getByRole('button', { name: 'Judge response' }).click();
    await card.getByRole('radio', { name: 'Not' }).check();
    await card.getByLabel('Why').fill('It names no day for the first visit.');
    await card.getByRole('button', { name: 'Judge response' }).click();
    await shows(person.cardsSaying('To Priya Shah', dispute, 'The IRO has judged the response')).toContain(
      'Judged not satisfactory: It names no day for the first visit.',
    );
  });

  it('reminds the right people as the days go by, and asks the IRO when a stage has ended', async () => {
    await person.says('clock +2 working days', 'The clock moved');
    const digest = person.cardsSaying('To Ayesha Khan', 'C-1135', 'Late').last();
    await shows(digest).toMatch(/Today: \d late/);
    await shows(digest).toContain('Log visit');
    // The list of the day before says that it is out of date.
    await shows(person.cardsSaying('To Ayesha Khan', 'A newer list was sent').last()).not.toContain('Log visit');
    await shows(person.cardsSaying('To Olu Bankole', dispute, 'Escalate').last()).toContain('in time');
  });

  it('takes a dispute up by one press, and on to any later stage', async () => {
    const letter = person.cardsSaying('To Olu Bankole', dispute, 'Escalate').last();
    await letter.getByRole('button', { name: 'Escalate', exact: true }).click();
    await shows(person.cardsSaying('To Grace Obi', dispute).last()).toContain('A dispute waits for your response');

    const card = await person.says(`dispute ${dispute}`, dispute);
    await shows(card).toContain('Stage 2 of 5, Service manager');
    await card.getByRole('button', { name: 'Escalate', exact: true }).click();
    await person.chooses(card, 'Escalate to', "Stage 4 of 5, Director of Children's Services");
    await card.getByLabel('Why').fill('The service manager helped to write the plan.');
    await card.getByRole('button', { name: 'Escalate', exact: true }).click();
    // Besides her card of the week, which said that it may reach her.
    await shows(person.cardsSaying('To Ruth Adeyemi', dispute).last()).toContain('A dispute waits for your response');
  });

  it('leaves the outcome of the stage in the channel', async () => {
    await person.opens(CHANNEL);
    await shows(person.cardsSaying(dispute, 'Stage 2 of 5, Service manager · Urgent')).toContain(
      '✓ Moved on to Stage 4 of 5',
    );
  });

  it('asks nothing of any other computer', () => {
    expect([...person.reached].filter((host) => !isHere(host))).toEqual([]);
    expect([...person.reached]).toContain('localhost');
  });
});

/** What a card says, asked again until it is so. */
function shows(card: Locator) {
  return expect.poll(() => card.innerText(), { timeout: PATIENCE });
}
