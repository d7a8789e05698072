import { describe, expect, it } from 'vitest';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { askCafcass } from '../../src/disputes/cafcass/actions.ts';
import { checkView } from '../../src/disputes/checking/view.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import { askOvertake, overtakeDispute } from '../../src/disputes/ending/actions.ts';
import { overtake, resolve } from '../../src/disputes/ending/rules.ts';
import { lettersOf } from '../../src/disputes/letters/rules.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import { eighteenOn } from '../../src/disputes/looked-after.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { reopenDispute } from '../../src/disputes/reopening/actions.ts';
import { sayStanding } from '../../src/disputes/standing.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import { sweep } from '../../src/reminders/actions.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  disputeRoom,
  escalated,
  kept,
  raiseForm,
  resolveForm,
  sayLetters,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import { agreedPlan, checked, reopenForm, resolved, unsent, withEvents } from '../builders/dispute-after.ts';
import {
  ayesha,
  directorRuth,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  northmoor,
  priya,
  sightOf,
} from '../builders/people.ts';
import { at, stoppedClock } from '../fakes/stopped-clock.ts';
import { happened, wentHome } from '../timetable/case-facts.ts';

const nine = (day: string) => at(day, '09:00');
const days = (...of: string[]) => of.map(nine);
const today = at('2026-04-13');
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const monitored = resolved(agreedPlan());
const toPeople = (said: readonly string[]) => said.filter((line) => !line.startsWith('channel'));
const close = (dispute: Dispute, by = iroOlu, why = 'The court has made a placement order') =>
  overtake(dispute, whyForm(dispute, why), by, northmoor, today);

describe('a dispute that events have overtaken', () => {
  it('is overtaken, not closed, when the IRO resolves it so', () => {
    const form = resolveForm(aDispute(), { outcome: 'overtaken', changed: 'The court has made an order' });
    const over = allowed(resolve(aDispute(), form, iroOlu, northmoor, today));
    expect(over).toMatchObject({
      state: { at: 'overtaken', on: '2026-04-13', why: 'The court has made an order' },
      climbed: [{ stage: 0, ended: 'overtaken', endedOn: '2026-04-13' }],
    });
    expect(sayStanding(over, localDate('2026-04-13'), northmoor.holidays)).toBe('Overtaken by events');
    expect(DISPUTE_SHAPE.schema.safeParse(over).success).toBe(true);
  });

  it.each(['no-further-route', 'referred-to-cafcass'] as const)('is closed when it is resolved with %s', (outcome) => {
    const referred = { ...aDispute(), cafcass: { on: localDate('2026-04-01'), why: 'No answer' } };
    const over = allowed(resolve(referred, resolveForm(referred, { outcome }), iroOlu, northmoor, today));
    expect(over.state).toMatchObject({ at: 'closed', outcome });
  });

  it.each([
    ['while it climbs', aDispute(), [{ ended: 'overtaken' }]],
    ['while a response waits', answered(aDispute()), [{ ended: 'overtaken' }]],
    ['while what was agreed is checked', monitored, [{ ended: 'resolved' }]],
  ])('is closed so by the IRO %s', (_when, dispute, climbed) => {
    const over = allowed(close(dispute));
    expect(over).toMatchObject({ state: { at: 'overtaken', on: '2026-04-13' }, climbed });
    expect(over.history.at(-1)!.what).toBe('Closed as overtaken: The court has made a placement order');
    expect(wake(kept(over), nine('2026-04-24'), northmoor, child)).toMatchObject({ letters: [], wakeAt: null });
  });

  it('is the IRO’s alone to close so, once', () => {
    for (const by of [ayesha, priya, directorRuth, iroNadia, iroManagerKaren])
      expect(close(monitored, by)).toMatchObject(refusedBecause('Only the IRO'));
    const over = kept(allowed(close(monitored)));
    expect(close(over)).toMatchObject(refusedBecause('brought to an end'));
    const once = checked(monitored, at('2026-04-24'));
    expect(overtake(once, whyForm(monitored), iroOlu, northmoor, today)).toMatchObject(
      refusedBecause('after your card was drawn'),
    );
  });

  it('tells everybody who was asked, also where it was being checked', () => {
    const writing = { authority: northmoor, now: today, by: iroOlu.id };
    for (const dispute of [aDispute(), monitored]) {
      const over = allowed(close(dispute));
      expect(toPeople(sayLetters(lettersOf(dispute, over, writing)))).toEqual([
        'told ended to Priya Shah',
        'told ended to Ayesha Khan',
      ]);
      const letter = unsent('dispute.told', { what: 'ended' }, priya);
      expect(disputeLetterView(over, letter, sightOf(priya, today))).toMatchObject({
        says: [{ line: 'Overtaken by events: The court has made a placement order' }],
      });
    }
  });

  it('is closed so from its own form, which opens for as long as it is live', async () => {
    const { needs, kept: now } = await disputeRoom('2026-04-13');
    await needs.disputes.save({ ...monitored, revision: 0, standsSince: 1 });
    const ask = { dispute: 'D-0001', typed: {} };
    expect(await askOvertake(ask, iroOlu, needs)).toMatchObject({ ok: true });
    expect(await overtakeDispute(whyForm(await now()), iroOlu, needs)).toMatchObject({ ok: true });
    expect(await askOvertake(ask, iroOlu, needs)).toMatchObject({ ok: false });
  });
});

describe('7.5 no. 9: the child ceases to be looked after', () => {
  const gone = withEvents(happened('2026-03-30', 'ceased-to-be-looked-after'));

  it.each([
    ['while it climbs', aDispute()],
    ['while a response waits', answered(aDispute())],
    ['while it is informal', aDispute({ startAt: INFORMAL })],
    ['while what was agreed is checked', resolved(aDispute(), at('2026-03-27'))],
  ])('is told to the IRO once, %s, and nothing changes', (_when, dispute) => {
    const first = wake(dispute, at('2026-03-30', '15:00'), northmoor, gone);
    expect(sayLetters(first.letters)).toContain('told ceased to Olu Bankole');
    expect(first).toMatchObject({ changed: false, dispute });
  });

  it('is told once, whatever the stage, while the clock runs on', () => {
    const { dispute, letters } = wokenOn(aDispute(), days('2026-03-31', '2026-04-02', '2026-04-13'), northmoor, gone);
    expect(sayLetters(letters).filter((line) => line.includes('ceased'))).toEqual(['told ceased to Olu Bankole']);
    expect(dispute).toMatchObject({ clock: aDispute().clock, state: { rung: { stage: 2 } } });
  });

  it('is told when a child under section 20 goes home', () => {
    const about = withEvents(wentHome('2026-03-30'));
    expect(sayLetters(wake(aDispute(), at('2026-03-30'), northmoor, about).letters)).toContain(
      'told ceased to Olu Bankole',
    );
  });

  it.each([
    ['the child is looked after', aDispute(), child],
    ['it has not happened yet', aDispute(), withEvents(happened('2026-04-30', 'ceased-to-be-looked-after'))],
    ['the dispute is over', kept(allowed(close(aDispute()))), gone],
  ])('is not told where %s', (_what, dispute, about) => {
    const { letters } = wake(dispute, at('2026-03-30', '15:00'), northmoor, about);
    expect(sayLetters(letters).filter((line) => line.includes('ceased'))).toEqual([]);
  });

  it('is told again when a child who was looked after again ceases once more', () => {
    const again = { ...gone, events: [...gone.events, ...becameAgain()] };
    const { letters } = wokenOn(aDispute(), days('2026-03-30'), northmoor, gone);
    expect(wake(aDispute(), nine('2026-04-09'), northmoor, again).letters.map(({ key }) => key)).toContain(
      'D-0001/ceased/2026-04-08',
    );
    expect(letters.map(({ key }) => key)).toContain('D-0001/ceased/2026-03-30');
  });

  it('offers what may be done, and says what to check with legal', () => {
    const letter = unsent('dispute.told', { what: 'ceased' }, iroOlu);
    const view = disputeLetterView(aDispute(), letter, sightOf(iroOlu, at('2026-03-30')));
    expect(view).toMatchObject({ heading: 'The child is no longer looked after' });
    const said = JSON.stringify(view);
    for (const words of [
      'check with legal',
      'finish under local policy',
      'child in need co-ordinator’s manager',
      'close it as overtaken',
      'Cafcass: only while looked after, check with legal',
      'The clock runs on: day 3 of 20',
    ])
      expect(said).toContain(words);
    const asked = { about: monitored, typed: {}, isLookedAfter: false, reviewOn: null };
    expect(checkView(asked, sightOf(iroOlu, at('2026-04-24')))).toMatchObject({
      hasCeased: true,
      ceased: expect.stringContaining('finish under local policy'),
    });
  });

  it('still lets the IRO check, escalate and end it', () => {
    expect(checked(monitored, at('2026-04-24'), {}, gone).state.at).toBe('resolved-monitoring');
    expect(escalated(aDispute(), 1, at('2026-04-01')).state).toMatchObject({ rung: { stage: 1 } });
    expect(close(monitored).ok).toBe(true);
  });

  it('is noticed at the next look once the case says so, also by a dispute that was asleep', async () => {
    const { tick, said, record } = await council(resolved(aDispute(), at('2026-03-27')));
    await tick('2026-03-30');
    expect(await said()).toEqual([]);
    await record(gone);
    await tick('2026-03-31');
    await tick('2026-04-01');
    expect(await said()).toEqual(['told ceased to Olu Bankole']);
  });

  it('is so with a review that was held: the IRO hears on the next working day, though nothing else was due', async () => {
    const once = checked(resolved(aDispute(), at('2026-03-27')), at('2026-04-14'), {}, child);
    const { tick, said, record } = await council(once);
    await tick('2026-04-14');
    await record(withEvents({ what: 'review-held', on: localDate('2026-04-15') }));
    await tick('2026-04-15');
    expect(await said()).toEqual([]);
    await tick('2026-04-16');
    expect(await said()).toEqual(['reminder check-review to Olu Bankole']);
  });
});

describe('7.5 no. 9: the young person turns 18 during the dispute', () => {
  const turning = { ...child, bornOn: localDate('2008-04-04') };
  const aged = (said: readonly string[]) => said.filter((line) => /eighteen|ceased/.test(line));

  it('is told to the IRO on the birthday, once, at any stage, and nothing changes', () => {
    const mornings = days('2026-04-02', '2026-04-03', '2026-04-04', '2026-04-07', '2026-04-13');
    const { mornings: said, dispute } = wokenOn(aDispute(), mornings, northmoor, turning);
    expect(said.map(({ letters }) => aged(sayLetters(letters)))).toEqual([
      [],
      [],
      ['told eighteen to Olu Bankole'],
      [],
      [],
    ]);
    expect(said[1]!.wakeAt).toBe(nine('2026-04-04'));
    expect(dispute).toMatchObject({ clock: aDispute().clock, state: { rung: { stage: 2 } } });
    const monitoring = resolved(aDispute(), at('2026-03-27'));
    expect(wake(monitoring, at('2026-03-30'), northmoor, turning).wakeAt).toBe(nine('2026-04-04'));
    expect(aged(sayLetters(wake(monitoring, nine('2026-04-04'), northmoor, turning).letters))).toHaveLength(1);
  });

  it.each([
    ['the end of the order is recorded later', [happened('2026-04-20', 'ceased-to-be-looked-after')], ['eighteen']],
    ['it is recorded of the birthday itself', [happened('2026-04-04', 'ceased-to-be-looked-after')], ['eighteen']],
    ['care had ended before', [happened('2026-03-30', 'ceased-to-be-looked-after')], ['2026-03-30']],
  ] as const)('is told once where %s', (_what, events, keys) => {
    const about = { ...turning, events: [...turning.events, ...events] };
    const { letters } = wokenOn(
      aDispute(),
      days('2026-03-31', '2026-04-04', '2026-04-07', '2026-04-21'),
      northmoor,
      about,
    );
    expect(letters.map(({ key }) => key).filter((key) => key.includes('ceased'))).toEqual(
      keys.map((key) => `D-0001/ceased/${key}`),
    );
  });

  it('tells no birthday in the letter’s key or facts', () => {
    const { letters } = wake(aDispute(), nine('2026-04-04'), northmoor, turning);
    const letter = letters.find(({ key }) => key.includes('ceased'))!;
    expect(`${letter.key} ${JSON.stringify(letter.facts)}`).not.toMatch(/20(08|26)-/);
  });

  it('offers the same three ways, and says why', () => {
    const letter = unsent('dispute.told', { what: 'eighteen' }, iroOlu);
    const view = disputeLetterView(aDispute(), letter, sightOf(iroOlu, at('2026-04-07')));
    expect(view).toMatchObject({ heading: 'The young person has turned 18' });
    for (const words of [
      'The young person has turned 18, so is no longer looked after.',
      'finish under local policy, hand it to the child in need co-ordinator’s manager, or close it as overtaken',
      'Cafcass: only while looked after',
    ])
      expect(JSON.stringify(view)).toContain(words);
  });

  it('is the day after for somebody born on 29 February, where there is none', () => {
    expect(eighteenOn({ bornOn: localDate('2008-02-29') })).toBe('2026-03-01');
    expect(eighteenOn({ bornOn: localDate('2008-04-04') })).toBe('2026-04-04');
  });

  it('counts wherever being looked after does: no referral after the end, no reopening, no new dispute', async () => {
    const { needs, kept: now } = await disputeRoom('2026-04-03', northmoor, [turning]);
    await needs.disputes.save({ ...kept(allowed(close(aDispute()))), revision: 0, standsSince: 1 });
    const ask = { dispute: 'D-0001', typed: {} };
    expect(await askCafcass(ask, iroOlu, needs)).toMatchObject({ ok: true });
    const grown = { ...needs, clock: stoppedClock('2026-04-04') };
    expect(await askCafcass(ask, iroOlu, grown)).toMatchObject(refusedBecause('no longer looked after'));
    expect(await reopenDispute(reopenForm(await now()), iroOlu, grown)).toMatchObject(
      refusedBecause('not looked after now'),
    );
    expect(await raiseDispute(raiseForm({ once: 'another' }), iroOlu, grown)).toMatchObject(
      refusedBecause('no longer looked after'),
    );
  });
});

function becameAgain() {
  return [
    { on: localDate('2026-04-06'), what: 'became-looked-after', legalStatus: 's20' } as const,
    happened('2026-04-08', 'ceased-to-be-looked-after'),
  ];
}

/** A council with one dispute and its child's case, swept by hand at 09:00. */
async function council(dispute: Dispute) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE as never, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  const disputes = store.records(DISPUTE_SHAPE);
  await cases.save({ ...child, returns: [], wakeAt: null } as ReturningCase);
  await disputes.save({ ...dispute, revision: 0, standsSince: 1 });
  const clock = stoppedClock('2026-03-30', '09:00');
  const trouble = (code: string, _record: unknown, error: unknown) => {
    throw new Error(code, { cause: error });
  };
  return {
    tick: async (day: string) => {
      clock.moveTo(day, '09:00');
      await sweep({
        cases,
        disputes,
        diaries: store.records(DIARY_SHAPE),
        outbox: store.outbox,
        authority: northmoor,
        clock,
        trouble,
      });
    },
    record: async (about: typeof child) => {
      const found = (await cases.get(child.id))!;
      await cases.save({ ...found, events: about.events, wakeAt: clock.now() });
    },
    said: async () => sayLetters(await store.outbox.of({ kind: 'dispute', id: dispute.id })),
  };
}

describe('7.5 no. 20: the twenty days have passed without an outcome', () => {
  const waiting = answered(aDispute());
  const overdue = (said: readonly string[]) => said.filter((line) => line.includes('cap-'));

  it('is told every working day at nine to the Director and the IRO manager, and to the IRO once, over the holiday', () => {
    const mornings = days('2026-04-24', '2026-04-27', '2026-04-28', '2026-05-01', '2026-05-04', '2026-05-05');
    const { mornings: said, dispute } = wokenOn(waiting, mornings);
    const both = ['reminder cap-overdue to Ruth Adeyemi', 'reminder cap-overdue to Karen Price'];
    expect(said.map(({ letters }) => overdue(sayLetters(letters)))).toEqual([
      [],
      [...both, 'reminder cap-passed to Olu Bankole'],
      both,
      both,
      [],
      both,
    ]);
    expect(said.map(({ wakeAt }) => wakeAt)).toEqual(
      days('2026-04-27', '2026-04-28', '2026-04-29', '2026-05-05', '2026-05-05', '2026-05-06'),
    );
    expect(dispute.state.at).toBe('awaiting-iro');
  });

  it('is not told before nine, nor twice in a day', () => {
    expect(overdue(sayLetters(wake(waiting, at('2026-04-27', '08:59'), northmoor).letters))).toEqual([]);
    const { letters } = wokenOn(waiting, [nine('2026-04-27'), at('2026-04-27', '12:00'), at('2026-04-27', '18:00')]);
    expect(overdue(sayLetters(letters))).toHaveLength(3);
  });

  it('comes once after a sleep of days, with the IRO still asked to consider Cafcass', () => {
    const { letters } = wokenOn(waiting, days('2026-04-30'));
    expect(letters.map(({ key }) => key).filter((key) => key.includes('/over'))).toEqual([
      `D-0001/2026-03-25/over/4/${directorRuth.id}`,
      `D-0001/2026-03-25/over/4/${iroManagerKaren.id}`,
      `D-0001/2026-03-25/over/${iroOlu.id}`,
    ]);
    expect(sayLetters(letters)).not.toContain('reminder twenty-days to Ruth Adeyemi');
  });

  it('tells each of them in one letter where the last stage lapsed the same morning', () => {
    const top = aDispute({ startAt: 0 }, at('2026-03-25'));
    const { letters } = wokenOn(escalated(top, 4, at('2026-04-23')), days('2026-04-27'));
    expect(toPeople(sayLetters(letters))).toEqual([
      'lapsed no-further to David Lowe',
      'reminder cap-overdue to Ruth Adeyemi',
      'reminder cap-overdue to Karen Price',
      'reminder cap-passed to Olu Bankole',
    ]);
  });

  it('stops when the IRO ends it, and never begins for what is informal', () => {
    expect(overdue(sayLetters(wake(resolved(waiting), nine('2026-04-27'), northmoor).letters))).toEqual([]);
    const informal = answered(aDispute({ startAt: INFORMAL }));
    expect(overdue(sayLetters(wake(informal, nine('2026-05-27'), northmoor).letters))).toEqual([]);
  });

  it('asks the IRO whether it was raised at the right level and not put right in time', () => {
    const view = (dispute: Dispute, what: string, by = iroOlu) =>
      JSON.stringify(
        disputeLetterView(dispute, unsent('dispute.reminder', { what }, by), sightOf(by, nine('2026-04-27'))),
      );
    expect(view(waiting, 'cap-passed')).toContain('raised at the right level, and not put right in a reasonable time');
    const referred = { ...waiting, cafcass: { on: localDate('2026-04-20'), why: 'No answer' } };
    expect(view(referred, 'cap-passed')).toContain('You referred it on Mon 20 April 2026');
    expect(view(waiting, 'cap-overdue', directorRuth)).toContain('1 day past the 20');
    expect(view(resolved(waiting), 'cap-overdue', directorRuth)).toContain('dropped');
    expect(view(waiting, 'cap-overdue', martin)).toContain('dropped');
  });
});
