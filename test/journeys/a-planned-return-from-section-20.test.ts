import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/people/model.ts';
import { plannedReturn } from './a-planned-return.ts';
import { DIRECTORATE, MANAGERS } from './northmoor.ts';
import { fallbacksIn, textOf, toChannels } from './privacy.ts';

/** The whole of it, nine months of days; most of the time goes on ticking through them. */
const NINE_MONTHS = { timeout: 60_000 };

interface Line {
  readonly at: string;
  readonly by: PersonId;
  readonly what: string;
}

/** What was typed or is known about the child; `Tansy` is in nearly all that was written. */
const PRIVATE = /Tansy|C-1042|\bTQ\b|2015-05-01|1 May 2015|bedtime|Aunt Rosa/i;

/** Every act of the journey: the day, who, and how its line begins. */
const STEPS = [
  '2026-01-20 Ayesha Khan: RH-0001: return planned for Fri 20 March 2026',
  '2026-01-20 Priya Shah: RH-0001: Consider: “If a sudden return is likely, keep a second plan ready for it.” from Not done to Done',
  '2026-01-20 Olu Bankole: RH-0001: Assess and decide: “Hold a review that considers the return.” from Not done to Done',
  '2026-01-20 Ayesha Khan: RH-0001: step added: One night, Fri 20 February 2026',
  '2026-01-20 Ayesha Khan: RH-0001: written agreement of Tue 20 January 2026: goals: “Bedtimes are kept',
  '2026-01-20 Ayesha Khan: RH-0001: service promised: Alcohol service, Adult services, by Tue 31 March 2026',
  '2026-01-20 Ayesha Khan: RH-0001: who supports in the first two weeks',
  '2026-01-20 Ayesha Khan: RH-0001: Plan and transition: “Write the return plan',
  '2026-01-20 Ayesha Khan: RH-0001: approval asked of Samuel Okoro',
  '2026-01-20 Samuel Okoro: RH-0001: sent back: Write down what Tansy wishes',
  '2026-01-22 Ayesha Khan: RH-0001: Consider: “See the child alone. Note their wishes, hopes and fears.” stays Done, note “Tansy wants',
  '2026-01-22 Ayesha Khan: RH-0001: approval asked of Samuel Okoro',
  '2026-01-22 Samuel Okoro: RH-0001: approved: The plan is good and Tansy is heard',
  '2026-01-22 Priya Shah: RH-0001: Assess and decide: “Record who decided, why and when.',
  '2026-02-06 Ayesha Khan: RH-0001: step “Tea or a few hours, Fri 6 February 2026” went: Well',
  '2026-02-20 Ayesha Khan: RH-0001: step “One night, Fri 20 February 2026” went: Mixed',
  '2026-03-06 Ayesha Khan: RH-0001: step “A weekend, Fri 6 March 2026” went: Well',
  '2026-03-20 Ayesha Khan: RH-0001: the child went home on Fri 20 March 2026 at 16:30',
  '2026-04-01 Ayesha Khan: Visit on Wed 1 April 2026, child seen',
  '2026-04-01 Ayesha Khan: E-0001: concern raised (what a visit found), waiting for the team manager',
  '2026-04-01 Priya Shah: E-0001: escalation approved; was waiting for the team manager, now waiting for the service manager',
  '2026-04-01 Grace Obi: E-0001: dealt with; was waiting for the service manager, now dealt with',
  '2026-04-02 Ayesha Khan: RH-0001: “Parenting course for Tansy’s mother”: begun; ⚠ “Alcohol service”: not yet begun',
  '2026-04-09 Ayesha Khan: RH-0001: “Alcohol service”: not yet begun → begun',
  '2026-04-22 Olu Bankole: Review after return home held on Wed 22 April 2026',
  '2026-05-01 Ayesha Khan: RH-0001: asked whether the family is pulling out of help: no',
  '2026-06-03 Josh Miller: Child in need review held on Wed 3 June 2026',
  '2026-07-15 Josh Miller: Child in need review held on Wed 15 July 2026; child in need reviews every 6 weeks → every 4 weeks',
  '2026-08-12 Josh Miller: Child in need review held on Wed 12 August 2026; child in need reviews every 4 weeks → every 6 weeks',
  '2026-09-21 Priya Shah: RH-0001: stepped down on Mon 21 September 2026: Early help (CAF or TAF); Ms Green, Hill School leads',
  '2026-10-19 Josh Miller: RH-0001: stepped down on Mon 19 October 2026: Early help (CAF or TAF) → Universal services only',
  '2026-10-19 Ayesha Khan: In the child’s record: Return-home plan RH-0001',
];

describe('a planned return from section 20', () => {
  it('goes from the first thought to the step down by the cards alone', NINE_MONTHS, async () => {
    const { council } = await plannedReturn();
    const said = council.channel(MANAGERS).map(({ words }) => words);
    expect(said).toContainEqual(expect.stringContaining('✓ Approved on Thu 22 January 2026'));
    expect(said.at(-1)).toContain('✓ Dealt with');
  });

  it('leaves a line of history for every step, with who and when', NINE_MONTHS, async () => {
    const { council } = await plannedReturn();
    const { record } = JSON.parse(council.kept()['C-1042.json']!) as { record: { history: readonly Line[] } };
    const { register } = council.authority;
    const lines = record.history.map(({ at, by, what }) => `${at.slice(0, 10)} ${register.get(by)?.name}: ${what}`);
    expect(STEPS.filter((step) => !lines.some((line) => line.startsWith(step)))).toEqual([]);
    const moments = record.history.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
  });

  it('says nothing of the child in a channel or a notification', NINE_MONTHS, async () => {
    const { council, priya } = await plannedReturn();
    const posted = toChannels(council).map(textOf);
    expect(posted.length).toBeGreaterThan(2);
    expect(posted.filter((text) => PRIVATE.test(text))).toEqual([]);
    expect(council.channel(DIRECTORATE).filter(({ words }) => PRIVATE.test(words))).toEqual([]);
    const notified = council.teams.heard.map(({ body }) => `${body.summary ?? ''} ${fallbacksIn(body).join(' ')}`);
    expect(notified.filter((text) => text.trim() !== '').length).toBeGreaterThan(50);
    expect(notified.filter((text) => PRIVATE.test(text))).toEqual([]);
    expect(council.logged.map(textOf).filter((text) => PRIVATE.test(text))).toEqual([]);
    expect(priya.read()).toMatch(PRIVATE);
  });
});
