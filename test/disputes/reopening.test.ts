import { describe, expect, it } from 'vitest';
import { dayOf, type Instant } from '../../src/clock.ts';
import { askCheck, checkDispute } from '../../src/disputes/checking/actions.ts';
import { overtake, resolve, withdraw } from '../../src/disputes/ending/rules.ts';
import { channelLetterView, neutral, neutralHead, storyView } from '../../src/disputes/letters/channel-view.ts';
import { lettersOf } from '../../src/disputes/letters/rules.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { askReopen, reopenDispute } from '../../src/disputes/reopening/actions.ts';
import { cycleOf, sayCycle } from '../../src/disputes/reopening/cycles.ts';
import { earlierDisputes, sayEarlier } from '../../src/disputes/reopening/earlier.ts';
import { readReopenForm } from '../../src/disputes/reopening/form.ts';
import { reopen } from '../../src/disputes/reopening/rules.ts';
import { cyclesBefore, reopenView } from '../../src/disputes/reopening/view.ts';
import { respond } from '../../src/disputes/responding/rules.ts';
import { climbing, sayStanding } from '../../src/disputes/standing.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { storyOf } from '../../src/disputes/timeline/rules.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import {
  aDispute,
  allowed,
  child,
  disputeRoom,
  escalated,
  kept,
  resolveForm,
  respondForm,
  sayLetters,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import {
  agreedPlan,
  checked,
  checkForm,
  reopened,
  reopenForm,
  resolved,
  reviewedOn,
  unsent,
  withEvents,
} from '../builders/dispute-after.ts';
import {
  away,
  ayesha,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened } from '../timetable/case-facts.ts';
import { aLetter } from './samples.ts';

const june = at('2026-06-01');
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const monitored = resolved(agreedPlan());
const held = reviewedOn('2026-05-08');
const closed = checked(checked(monitored, at('2026-04-24')), at('2026-05-11'), { kind: 'next-review' }, held);
const withdrawn = kept(allowed(withdraw(aDispute(), whyForm(aDispute()), iroOlu, northmoor, at('2026-03-26'))));
const overtaken = kept(allowed(overtake(aDispute(), whyForm(aDispute()), iroOlu, northmoor, at('2026-03-26'))));
const noRoute = kept(
  allowed(
    resolve(aDispute(), resolveForm(aDispute(), { outcome: 'no-further-route' }), iroOlu, northmoor, at('2026-04-10')),
  ),
);
const isVoid: Dispute = {
  ...monitored,
  state: {
    at: 'void',
    on: localDate('2026-04-13'),
    why: 'Raised twice',
    by: iroManagerKaren.id,
    asked: { by: iroOlu.id, at: june, because: 'duplicate', why: 'Raised twice' },
  },
};
const tryIt = (dispute: Dispute, parts = {}, about = child) =>
  reopen(dispute, reopenForm(dispute, parts), iroOlu, northmoor, june, about);

describe('7.5 no. 6: reopening a dispute', () => {
  it.each([
    ['resolved and being checked', monitored],
    ['closed', closed],
    ['closed with no further route', noRoute],
    ['overtaken, the child being looked after', overtaken],
  ])('takes up one that is %s, with the same reference and twenty days of its own', (_what, dispute) => {
    const again = allowed(tryIt(dispute));
    expect(again).toMatchObject({
      id: 'D-0001',
      state: { at: 'formal', rung: { stage: 0, startedOn: '2026-06-01', due: '2026-06-08', officer: priya.id } },
      clock: { formalOn: '2026-06-01', cap: '2026-06-29' },
      earlierClocks: [dispute.clock],
      climbed: dispute.climbed,
      responses: dispute.responses,
    });
    expect(again.history.at(-1)!.what).toBe(
      'Reopened at Stage 1 of 5, Team manager, cycle 2, with twenty working days of its own: It was not done',
    );
    expect(DISPUTE_SHAPE.schema.safeParse(again).success).toBe(true);
    expect(DISPUTE_SHAPE.filedUnder(again)).toContain('open');
  });

  it.each([
    ['withdrawn', withdrawn, 'withdrawn'],
    ['void', isVoid, 'brought to an end'],
    ['open', aDispute(), 'There is nothing to reopen'],
  ])('refuses one that is %s', (_what, dispute, because) => {
    expect(tryIt(dispute)).toMatchObject(refusedBecause(because));
  });

  it('refuses one that was overtaken while the child is not looked after', () => {
    const gone = withEvents(happened('2026-05-20', 'ceased-to-be-looked-after'));
    expect(tryIt(overtaken, {}, gone)).toMatchObject(refusedBecause('not looked after now'));
    expect(reopen(overtaken, reopenForm(overtaken), iroOlu, northmoor, june)).toMatchObject({ ok: false });
  });

  it.each([
    ['social worker', ayesha],
    ['team manager', priya],
    ['Director', directorRuth],
    ['IRO of other children', iroNadia],
    ['IRO manager while the IRO is there', iroManagerKaren],
  ])('is not for the %s', (_who, by) => {
    expect(reopen(closed, reopenForm(closed), by, northmoor, june, child)).toMatchObject(
      refusedBecause('Only the IRO, Olu Bankole, can reopen it'),
    );
  });

  it('is for cover while the IRO is away, and the history says so', () => {
    const authority = away(iroOlu, iroNadia, '2026-05-25', '2026-06-05');
    const again = allowed(reopen(closed, reopenForm(closed), iroNadia, authority, june, child));
    expect(again.history.at(-1)).toMatchObject({
      by: iroNadia.id,
      what: expect.stringContaining('(as cover for Olu Bankole)'),
    });
  });

  it('starts at a higher stage where the IRO chooses so, never at a lower one or none', () => {
    expect(reopened(closed, june, { to: 2 }).state).toMatchObject({ rung: { stage: 2, officer: headHelen.id } });
    const higher = resolved(escalated(aDispute(), 1, at('2026-03-30')));
    expect(tryIt(higher, { to: 0 })).toMatchObject({ ok: false, beside: { to: expect.stringContaining('not lower') } });
    expect(tryIt(higher, { to: INFORMAL })).toMatchObject({ ok: false });
    expect(tryIt(closed, { to: 5 })).toMatchObject(refusedBecause('There is no stage 6'));
  });

  it('finds the officer again: cover, then a vacancy is passed over with a note', () => {
    const covered = away(priya, tom, '2026-05-25', '2026-06-05');
    const by = (authority: typeof northmoor) =>
      allowed(reopen(closed, reopenForm(closed), iroOlu, authority, june, child));
    expect(by(covered).state).toMatchObject({ rung: { stage: 0, officer: tom.id } });
    const vacant = by(without(priya));
    expect(vacant.state).toMatchObject({ rung: { stage: 1, officer: grace.id } });
    expect(vacant.history.at(-1)!.what).toContain('Team manager passed over');
  });

  it('is refused on a second press of the same card', () => {
    const again = reopened(closed, june);
    expect(reopen(again, reopenForm(closed), iroOlu, northmoor, june, child)).toMatchObject(
      refusedBecause('after your card was drawn'),
    );
  });

  it('is refused where bank holidays are not listed far enough ahead', () => {
    const authority = { ...northmoor, holidays: { ...northmoor.holidays, knownUntil: localDate('2026-06-30') } };
    expect(reopen(closed, reopenForm(closed), iroOlu, authority, june, child)).toMatchObject(
      refusedBecause('Bank holidays are listed only until'),
    );
  });

  it.each([
    ['on a Sunday', '2026-05-31', '2026-06-26'],
    ['over Christmas', '2026-12-18', '2027-01-20'],
  ])('counts twenty working days from the day it is reopened, that day excluded: %s', (_what, on, cap) => {
    expect(reopened(closed, at(on)).clock).toEqual({ formalOn: on, cap });
  });
});

describe('the second cycle', () => {
  const again = reopened(closed, june, { to: 1 });

  it('is said on every card, with the day of its own clock', () => {
    expect(sayStanding(again, localDate('2026-06-03'), northmoor.holidays)).toBe(
      'Stage 2 of 5, Service manager · cycle 2 · day 2 of 5 · day 2 of 20',
    );
    expect(sayCycle(closed)).toBe('');
    expect(cycleOf(closed)).toBe(1);
    expect(cycleOf(resolved(again, at('2026-06-05')))).toBe(2);
    expect(sayStanding(resolved(again, at('2026-06-05')), localDate('2026-06-08'), northmoor.holidays)).toContain(
      'cycle 2',
    );
    expect(cycleOf(reopened(resolved(again, at('2026-06-05')), at('2026-06-08'), { to: 1 }))).toBe(3);
  });

  it('still shows the days of the one before', () => {
    const third = reopened(resolved(again, at('2026-06-05')), at('2026-06-08'), { to: 1 });
    expect(cyclesBefore(third, sightOf(iroOlu, at('2026-06-09')))).toEqual([
      { title: 'Cycle 1', value: 'Stage 1 of 5, Team manager, ended Fri 10 April 2026, on day 10 of 20' },
      { title: 'Cycle 2', value: 'Stage 2 of 5, Service manager, ended Fri 5 June 2026, on day 4 of 20' },
    ]);
    expect(cyclesBefore(closed, sightOf(iroOlu, june))).toEqual([]);
  });

  it('has no clock before it where the first was informal', () => {
    const informal = reopened(resolved(aDispute({ startAt: INFORMAL }), at('2026-03-30')), june);
    expect(informal).toMatchObject({ earlierClocks: [], clock: { formalOn: '2026-06-01' } });
    expect(cyclesBefore(informal, sightOf(iroOlu, june))).toMatchObject([
      { value: expect.stringContaining('informal') },
    ]);
  });

  it('goes on counting its rungs, so that nothing is said under a key that was used', () => {
    const keys = new Set<string>();
    const said = (letters: readonly { key: string }[]) => {
      for (const { key } of letters) {
        expect(keys.has(key), key).toBe(false);
        keys.add(key);
      }
    };
    const by = (now: Instant) => ({ authority: northmoor, now, by: iroOlu.id });
    const lapsed = wokenOn(aDispute(), [at('2026-04-02', '09:00')]);
    const settled = resolved(lapsed.dispute);
    const anew = reopened(settled, june, { to: 1 });
    said(lettersOf(null, aDispute(), by(at('2026-03-25'))));
    said(lapsed.letters);
    said(lettersOf(lapsed.dispute, settled, by(at('2026-04-10'))));
    said(lettersOf(settled, anew, by(june)));
    said(wokenOn(anew, [at('2026-06-09', '09:00')]).letters);
  });

  it('climbs and lapses like the first, to its own cap', () => {
    const mornings = ['2026-06-09', '2026-06-16', '2026-06-19', '2026-06-24'].map((day) => at(day, '09:00'));
    const { dispute } = wokenOn(again, mornings);
    expect(dispute.clock).toEqual({ formalOn: '2026-06-01', cap: '2026-06-29' });
    expect(climbing(dispute)!.rung.stage).toBe(4);
  });

  it('keeps an answer of somebody asked in the first as a late one', () => {
    const late = allowed(respond(again, respondForm(again), priya, northmoor, at('2026-06-02')));
    expect(late.responses.at(-1)).toMatchObject({ arrived: 'after-moving-on', rung: 0 });
    expect(late.state).toEqual(again.state);
  });

  it('shows its own stage in the channel, with nothing of anybody in it', () => {
    expect(neutral(again, 1)).toMatchObject({ id: 'D-0001', clock: { formalOn: '2026-06-01' }, came: null });
  });
});

describe('whoever is asked once more', () => {
  const open = reopened(monitored, june);
  const officer = [...northmoor.register.values()].find(({ id }) => id === climbing(open)!.rung.officer)!;
  const asking = { ...aLetter('dispute.respond', {}, officer), facts: { rung: String(open.climbed.length) } };
  const sight = sightOf(officer, climbing(open)!.rung.enteredAt);

  it('is told that it is open again, not that it was answered well before', () => {
    const view = disputeLetterView(open, asking, sight);
    expect(view).toMatchObject({
      says: expect.arrayContaining([{ line: expect.stringMatching(/^Open again: the IRO reopened it/) }]),
    });
    expect(JSON.stringify(view)).not.toContain('Answered before');
    expect(disputeView(open, sight).hasResponse).toBe(false);
  });

  it('is told what was not done, where a check found that', () => {
    const { enteredAt } = climbing(open)!.rung;
    const failed = {
      kind: 'ten-days',
      on: dayOf(enteredAt),
      at: enteredAt,
      by: iroOlu.id,
      passed: false,
      says: 'Nobody has met',
    } as const;
    expect(disputeLetterView({ ...open, checks: [failed] }, asking, sight)).toMatchObject({
      says: expect.arrayContaining([{ line: 'Open again: what was agreed was not done: Nobody has met' }]),
    });
  });

  it('reads no move in the story where the stage is the same', () => {
    const lines = storyOf(open).filter(({ what }) => what.startsWith('Reopened'));
    expect(lines.map(({ moved }) => moved)).toEqual([null]);
  });
});

describe('the letters of a reopening', () => {
  const said = (before: Dispute, after: Dispute) =>
    sayLetters(lettersOf(before, after, { authority: northmoor, now: june, by: iroOlu.id })).filter(
      (line) => !line.startsWith('channel'),
    );

  it('ask the officer, and tell everybody who was asked before that it is open again', () => {
    expect(said(closed, reopened(closed, june, { to: 1 }))).toEqual([
      'respond to Grace Obi',
      'told reopened to Priya Shah',
      'told reopened to Ayesha Khan',
      'told reopened to Karen Price',
    ]);
  });

  it('say that what was agreed was not done, where that is why', () => {
    const again = checked(monitored, at('2026-04-24'), { passed: false, says: 'No visit was made' });
    expect(said(monitored, again)).toEqual([
      'respond to Priya Shah',
      'told check-failed to Karen Price',
      'told check-failed to Ayesha Khan',
    ]);
    const letter = unsent('dispute.told', { what: 'check-failed' }, ayesha);
    expect(disputeLetterView(again, letter, sightOf(ayesha, at('2026-04-24')))).toMatchObject({
      heading: 'A dispute is open again: what was agreed was not done',
      says: [
        { line: 'What was agreed was not done: No visit was made' },
        { line: 'It is open again, cycle 2: Stage 1 of 5, Team manager.' },
        { line: expect.stringContaining('Due Fri 1 May 2026') },
      ],
    });
  });

  it('tell everybody once both checks have passed, and nobody after the first', () => {
    const once = checked(monitored, at('2026-04-24'));
    expect(said(monitored, once)).toEqual([]);
    expect(said(once, closed)).toEqual(['told closed to Priya Shah', 'told closed to Ayesha Khan']);
    const letter = unsent('dispute.told', { what: 'closed' }, priya);
    expect(disputeLetterView(closed, letter, sightOf(priya, june))).toMatchObject({
      heading: 'A dispute is closed: what was agreed was done',
    });
  });
});

describe('the thread of a dispute that was reopened', () => {
  const MANAGERS = "Children's services managers";
  const stories = (before: Dispute, after: Dispute, when = june) =>
    lettersOf(before, after, { authority: northmoor, now: when, by: iroOlu.id }).flatMap(({ to, facts, writtenAt }) => {
      if (!('channel' in to)) return [];
      const drawn = facts.story
        ? storyView(after, { facts, writtenAt })
        : channelLetterView(neutral(after, Number(facts.rung)), sightOf(iroOlu, when));
      return [`${to.channel}: ${'quiet' in drawn ? drawn.quiet : drawn.dropped}`];
    });
  const again = reopened(resolved(), june, { to: 1 });
  const top = escalated(aDispute(), 3, at('2026-03-26'));
  const ended = resolved(top, at('2026-03-27'));
  const headOf = (dispute: Dispute) =>
    channelLetterView(neutralHead(dispute), sightOf(iroOlu, june)) as { readonly quiet: string };

  it('has the cycle on its first card, from the second on', () => {
    expect(headOf(aDispute()).quiet).toBe('Stage 1 of 5, Team manager');
    expect(headOf(again).quiet).toBe('Stage 2 of 5, Service manager · cycle 2');
    expect(headOf(resolved(again, june)).quiet).toBe('Stage 2 of 5, Service manager · cycle 2');
    expect(headOf(reopened(resolved(again, june), june, { to: 2 })).quiet).toBe(
      'Stage 3 of 5, Head of service · cycle 3',
    );
  });

  it('has the cycle on the card of each stage, as it was when that was reached', () => {
    const quiet = (rung: number) =>
      (channelLetterView(neutral(again, rung), sightOf(iroOlu, june)) as { readonly quiet: string }).quiet;
    expect([quiet(0), quiet(1)]).toEqual([
      'Raised · Stage 1 of 5, Team manager',
      'Reopened · Stage 2 of 5, Service manager · cycle 2',
    ]);
  });

  it('says so in every channel that heard of the end, and where it goes on', () => {
    expect(stories(ended, reopened(ended, june, { to: 4 }))).toEqual([
      'Directorate: Reopened · Stage 5 of 5, Chief Executive · cycle 2',
      `${MANAGERS}: Reopened at Stage 5 of 5, Chief Executive · cycle 2`,
    ]);
    const low = resolved(escalated(aDispute(), 1, at('2026-03-26')), at('2026-03-27'));
    expect(stories(low, reopened(low, june, { to: 3 }))).toEqual([
      "Directorate: Reopened · Stage 4 of 5, Director of Children's Services · cycle 2",
      `${MANAGERS}: Reopened at Stage 4 of 5, Director of Children's Services · cycle 2`,
    ]);
    expect(stories(low, reopened(low, june, { to: 2 }))).toEqual([
      `${MANAGERS}: Reopened · Stage 3 of 5, Head of service · cycle 2`,
    ]);
  });

  it('says that it moved up where it did, in the second cycle too', () => {
    const anew = reopened(resolved(), june, { to: 2 });
    expect(stories(anew, escalated(anew, 3, june))).toEqual([
      "Directorate: Moved up · Stage 4 of 5, Director of Children's Services · cycle 2",
      `${MANAGERS}: Moved up · Stage 4 of 5, Director of Children's Services`,
    ]);
  });
});

describe('by the card', () => {
  const council = async () => {
    const room = await disputeRoom('2026-06-01', northmoor, [held]);
    await room.needs.disputes.save({ ...monitored, revision: 0, standsSince: 1 });
    return room;
  };
  const ask = { dispute: 'D-0001', typed: {} };

  it('opens the forms for the IRO, and hides the dispute from who has no part in it', async () => {
    const { needs } = await council();
    expect(await askCheck(ask, iroOlu, needs)).toMatchObject({
      ok: true,
      value: { isLookedAfter: true, reviewOn: '2026-05-08' },
    });
    expect(await askReopen(ask, iroOlu, needs)).toMatchObject({ ok: true });
    expect(await askCheck(ask, priya, needs)).toMatchObject(refusedBecause('Only the IRO'));
    expect(await askReopen(ask, supportFiona, needs)).toMatchObject(refusedBecause('There is no dispute D-0001'));
  });

  it('checks, closes and reopens, each from the card as it stands', async () => {
    const { needs, kept: now } = await council();
    expect(await checkDispute({ ...checkForm(await now()) }, iroOlu, needs)).toMatchObject({ ok: true });
    expect(await checkDispute({ ...checkForm(await now()), kind: 'next-review' }, iroOlu, needs)).toMatchObject({
      ok: true,
      value: { state: { at: 'closed' } },
    });
    expect(await askCheck(ask, iroOlu, needs)).toMatchObject({ ok: false });
    expect(await reopenDispute(reopenForm(await now()), iroOlu, needs)).toMatchObject({ ok: true });
    expect(await askReopen(ask, iroOlu, needs)).toMatchObject(refusedBecause('There is nothing to reopen'));
  });

  it('offers the stage that agreed and each above, and says which cycle begins', () => {
    const asked = { about: closed, typed: {}, isLookedAfter: true, reviewOn: null };
    const view = reopenView(asked, sightOf(iroOlu, june));
    expect(view).toMatchObject({ typed: { to: '0' }, warning: expect.stringContaining('starts cycle 2') });
    expect(view.choices.stages).toHaveLength(5);
    expect(reopenView({ ...asked, isLookedAfter: false }, sightOf(iroOlu, june)).warning).toContain('check with legal');
  });

  it('asks for a stage and a reason', () => {
    expect(readReopenForm({ dispute: 'D-0001', revision: '1', to: '', why: ' ' })).toMatchObject({
      ok: false,
      beside: { to: expect.any(String), why: expect.any(String) },
    });
  });
});

describe('7.5 no. 10: a child who is looked after again', () => {
  const earlier: Dispute = { ...closed, id: 'D-0003', raisedOn: localDate('2026-01-05') };
  const now = { ...aDispute(), id: 'D-0009' };

  it('has the earlier disputes linked, by reference and how they ended', () => {
    expect(sayEarlier(now, [now, earlier, { ...overtaken, id: 'D-0004' }])).toBe(
      'D-0003 (closed), D-0004 (overtaken by events)',
    );
  });

  it.each([
    ['the dispute itself', now],
    ['one that is void', { ...isVoid, id: 'D-0002' }],
    ['one about another child', { ...earlier, children: ['C-2000'] }],
    ['one raised later', { ...earlier, raisedOn: localDate('2026-05-05') }],
  ])('leaves out %s', (_what, other) => {
    expect(earlierDisputes(now, [other])).toEqual([]);
    expect(sayEarlier(now, [other])).toBe('');
  });

  it('has a sibling’s dispute linked where it named this child too', () => {
    const both = { ...earlier, children: ['C-2000', 'C-1042'] };
    expect(earlierDisputes(now, [both])).toEqual([both]);
  });
});
