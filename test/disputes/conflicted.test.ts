import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import type { Instant } from '../../src/clock.ts';
import { escalate } from '../../src/disputes/escalating/rules.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { raise } from '../../src/disputes/raising/rules.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { agreeToEscalate, respond } from '../../src/disputes/responding/rules.ts';
import { maySee, officerNow } from '../../src/disputes/who.ts';
import type { Letter } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  escalated,
  escalateForm,
  kept,
  raiseForm,
  respondForm,
  sayLetters,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import { unsent } from '../builders/dispute-after.ts';
import {
  away,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  tom,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-25');
const later = at('2026-03-26');
const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const said = ({ history }: Dispute) => history.map(({ what }) => what).join(' | ');
const stageOf = ({ state }: Dispute) => ('rung' in state ? state.rung.stage : null);
const changedTo = (who: Person, authority = northmoor): Authority => ({
  ...authority,
  register: new Map([...authority.register, [who.id, who]]),
});

/** Escalated one stage up, in that council. */
function up(dispute: Dispute, authority: Authority, when: Instant = later): Dispute {
  const to = stageOf(dispute)! + 1;
  return kept(allowed(escalate(dispute, escalateForm(dispute, to), iroOlu, authority, when)));
}

describe('7.5 no. 7: an officer who is absent, or a post that is vacant', () => {
  it('is covered, the clock runs on, and both names are kept', () => {
    const covered = away(grace, tom, '2026-03-20', '2026-04-30');
    const raised = aDispute({ startAt: 1 }, now, covered);
    expect(raised.state).toMatchObject({
      rung: { officer: tom.id, due: '2026-04-01', whyOfficer: expect.stringContaining('covers for Grace Obi') },
    });
    expect(raised.clock?.cap).toBe('2026-04-24');
    const later = kept(allowed(respond(raised, respondForm(raised), tom, covered, at('2026-03-26'))));
    expect(later.responses[0]).toMatchObject({ by: tom.id });
  });

  it('goes to the next stage where nobody covers, on the same cap', () => {
    const moved = up(aDispute(), without(grace));
    expect(stageOf(moved)).toBe(2);
    expect(said(moved)).toContain('Service manager passed over: nobody holds the post or covers for it');
    expect(moved.clock?.cap).toBe('2026-04-24');
  });
});

describe('7.5 no. 8: an officer who may not answer (R-IRO-05)', () => {
  it('is passed over where the decision disputed is theirs, and the reason is kept', () => {
    const raised = aDispute({ decidedBy: priya.id });
    expect(stageOf(raised)).toBe(1);
    expect(said(raised)).toContain('Team manager passed over: Priya Shah answers there and made the decision');
  });

  it('is passed over in every hat, cover too', () => {
    const covered = away(headHelen, grace, '2026-03-01', '2026-04-30');
    const moved = up(aDispute({ startAt: 1, decidedBy: priya.id }, now, covered), covered);
    expect(stageOf(moved)).toBe(3);
    const decided = up(up(aDispute({ decidedBy: grace.id }, now, covered), covered), covered, at('2026-03-27'));
    expect(said(decided)).toContain('Service manager passed over: Grace Obi answers there and made the decision');
    expect(said(decided)).toContain('Head of service passed over: Grace Obi answers there and made the decision');
  });

  it('is not passed over for the decision of somebody they cover for', () => {
    const covered = away(grace, tom, '2026-03-01', '2026-04-30');
    expect(
      officerNow(aDispute({ startAt: 1, decidedBy: grace.id }, now, covered), covered, localDate('2026-03-26')),
    ).toMatchObject({
      person: { name: 'Tom Reed' },
    });
  });

  it('is passed over after being asked at any stage before, not only the last', () => {
    const first = aDispute();
    const covered = away(headHelen, priya, '2026-03-26', '2026-04-30');
    const moved = up(up(first, covered), covered, at('2026-03-27'));
    expect(stageOf(moved)).toBe(3);
    expect(said(moved)).toContain('Head of service passed over: Priya Shah answers there too and was asked before');
  });

  it('is passed over after answering below as somebody’s cover', () => {
    const first = aDispute();
    const covered = away(priya, grace, '2026-03-26', '2026-03-26');
    const replied = kept(allowed(respond(first, respondForm(first), grace, covered, later)));
    expect(stageOf(up(replied, covered, at('2026-03-27')))).toBe(2);
  });

  it('may be the team manager again when an informal dispute is made formal', () => {
    expect(up(aDispute({ startAt: -1 }), northmoor).state).toMatchObject({ rung: { stage: 0, officer: priya.id } });
  });

  it.each([
    ['the IRO', iroOlu, 'is the IRO'],
    ['another IRO', iroNadia, 'is of the reviewing service'],
    ['the IRO manager', iroManagerKaren, 'is of the reviewing service'],
  ])('is passed over where it is %s who covers', (_who, by, why) => {
    const covered = away(grace, by, '2026-03-01', '2026-04-30');
    const moved = up(aDispute(), covered);
    expect(stageOf(moved)).toBe(2);
    expect(said(moved)).toContain(`Service manager passed over: ${by.name} answers there and ${why}`);
  });

  it('is passed over where they cover for the IRO', () => {
    const covered = away(
      iroOlu,
      iroNadia,
      '2026-03-26',
      '2026-04-30',
      away(grace, iroNadia, '2026-03-26', '2026-04-30'),
    );
    const raised = aDispute();
    const moved = allowed(escalate(raised, escalateForm(raised, 1), iroManagerKaren, covered, later));
    expect(said(moved)).toContain('Nadia Rahman answers there and covers for the IRO');
  });

  it('is passed over where they manage the IRO, but for those who are over everyone', () => {
    const under = changedTo({ ...iroManagerKaren, manager: headHelen.id });
    const moved = up(aDispute({ startAt: 1 }, now, under), under);
    expect(stageOf(moved)).toBe(3);
    expect(said(moved)).toContain('Helen Frost answers there and manages the IRO');
    expect(moved.state).toMatchObject({ rung: { officer: directorRuth.id } });
  });

  it('cannot be asked informally either, and the IRO is told why', () => {
    const raised = raise(raiseForm({ startAt: -1, decidedBy: priya.id }), child, 'D-0001', iroOlu, northmoor, now);
    expect(raised).toMatchObject({
      ok: false,
      beside: { startAt: expect.stringContaining('Priya Shah answers there and made the decision') },
    });
  });
});

describe('an officer who has come to be somebody who may not answer', () => {
  const second = escalated(aDispute(), 1, later);
  const third = escalated(second, 2, at('2026-03-27'));
  const covered = away(headHelen, grace, '2026-03-28', '2026-04-30');
  const when = at('2026-03-30');

  it('cannot respond or pass it up, and hears why', () => {
    const because = 'Grace Obi answers there too and was asked before';
    expect(agreeToEscalate(third, whyForm(third), grace, covered, when)).toMatchObject(refusedBecause(because));
    expect(officerNow(third, covered, localDate('2026-03-30'))).toBeNull();
    expect(agreeToEscalate(third, whyForm(third), headHelen, covered, when)).toMatchObject({ ok: false });
  });

  it('keeps what they send as a late answer from below, which moves nothing', () => {
    const sent = allowed(respond(third, respondForm(third), grace, covered, when));
    expect(sent.responses.at(-1)).toMatchObject({ arrived: 'after-moving-on' });
    expect(sent.state).toEqual(third.state);
  });

  it('does not hold the dispute up: the stage lapses on its day, and the next officer is asked', () => {
    const { dispute } = wokenOn(third, [at('2026-04-08', '09:00')], covered);
    expect(dispute.state).toMatchObject({ rung: { stage: 3, officer: directorRuth.id } });
  });
});

describe('7.5 no. 8: a stage whose officer has come to be somebody who may not answer', () => {
  const second = escalated(aDispute(), 1, later);
  const third = escalated(second, 2, at('2026-03-27'));
  const covered = away(headHelen, grace, '2026-03-28', '2026-03-31');
  const nine = (day: string) => at(day, '09:00');
  const told = (letters: readonly Letter[], authority = covered) =>
    sayLetters(letters, authority).filter((line) => line.includes('no-officer'));
  const letterTo = (who: Person) => unsent('dispute.told', { what: 'no-officer', rung: '2' }, who);

  it('is told to the IRO and to the next officer, once, and nothing moves for it', () => {
    const { dispute, mornings } = wokenOn(third, [nine('2026-03-28'), nine('2026-03-30'), nine('2026-03-31')], covered);
    expect(mornings.map(({ letters }) => told(letters))).toEqual([
      ['told no-officer to Olu Bankole', 'told no-officer to Ruth Adeyemi'],
      [],
      [],
    ]);
    expect(dispute).toMatchObject({ state: third.state, clock: third.clock });
  });

  it('is looked at on the very morning, and when it may be over', () => {
    expect(wokenOn(third, [at('2026-03-27', '12:00')], covered).mornings[0]!.wakeAt).toBe(nine('2026-03-28'));
    const back = away(priya, tom, '2026-03-24', '2026-03-26');
    const asked = aDispute({ decidedBy: priya.id }, now, back);
    expect(asked.state).toMatchObject({ rung: { stage: 0, officer: tom.id } });
    expect(wokenOn(asked, [at('2026-03-25', '12:00')], back).mornings[0]!.wakeAt).toBe(nine('2026-03-27'));
    expect(told(wokenOn(asked, [nine('2026-03-27')], back).letters, back)).toEqual([
      'told no-officer to Olu Bankole',
      'told no-officer to Grace Obi',
    ]);
  });

  it('is told for each person whom it concerns, and of a post that falls vacant', () => {
    const vacant = without(headHelen);
    expect(told(wokenOn(third, [nine('2026-03-30')], vacant).letters)).toHaveLength(2);
    const keys = [covered, vacant].flatMap((authority) =>
      wokenOn(third, [nine('2026-03-30')], authority).letters.map(({ key }) => key),
    );
    expect(keys.filter((key) => key.includes('no-officer'))).toEqual([
      `D-0001/rung/2/no-officer/${grace.id}/${iroOlu.id}`,
      `D-0001/rung/2/no-officer/${grace.id}/${directorRuth.id}`,
      `D-0001/rung/2/no-officer/vacant/${iroOlu.id}`,
      `D-0001/rung/2/no-officer/vacant/${directorRuth.id}`,
    ]);
  });

  it('says why, what the IRO can do, and who is next; and is dropped once somebody can answer', () => {
    const says = (authority: Authority, when = nine('2026-03-30')) =>
      JSON.stringify(disputeLetterView(third, letterTo(directorRuth), sightOf(directorRuth, when, authority)));
    for (const words of [
      'Nobody can respond at this stage now',
      'Stage 3 of 5, Head of service: Grace Obi answers there too and was asked before.',
      'The IRO can escalate it now. If not, it moves up by itself after the stage’s last day, Tue 7 April 2026.',
      'Next is the Director of Children',
    ])
      expect(says(covered)).toContain(words);
    expect(says(covered, nine('2026-04-01'))).toContain('dropped');
    expect(says(northmoor)).toContain('dropped');
    const off = { ...third, escalateAutomatically: false };
    expect(
      JSON.stringify(disputeLetterView(off, letterTo(iroOlu), sightOf(iroOlu, nine('2026-03-30'), covered))),
    ).toContain('If not, the IRO is asked again');
  });

  it('is in the flight plan of everybody who sees it, with the reason', () => {
    const first = (who: Person, authority: Authority) =>
      disputeView(third, sightOf(who, at('2026-03-30'), authority)).plan[0];
    for (const who of [iroOlu, directorRuth, priya])
      expect(first(who, covered)).toEqual({
        title: 'Head of service, now',
        value: 'Nobody can respond: Grace Obi answers there too and was asked before',
      });
    expect(first(iroOlu, northmoor)?.title).toBe("Director of Children's Services");
  });

  it('lets the Chief Executive see what they are told of, when they are next', () => {
    const fourth = escalated(third, 3, at('2026-03-30'));
    const nobody = away(directorRuth, grace, '2026-03-30', '2026-04-10');
    expect(told(wokenOn(fourth, [nine('2026-03-31')], nobody).letters, nobody)).toContain(
      'told no-officer to David Lowe',
    );
    const today = localDate('2026-03-31');
    expect([maySee(fourth, david, nobody, today), maySee(fourth, david, northmoor, today)]).toEqual([true, false]);
  });

  it('is not told while the response is with the IRO, nor of a stage that has lapsed', () => {
    const replied = answered(third, headHelen, at('2026-03-27'));
    expect(told(wokenOn(replied, [nine('2026-03-30')], covered).letters)).toEqual([]);
    const always = away(headHelen, grace, '2026-04-08', '2026-04-30');
    const off = { ...third, escalateAutomatically: false };
    expect(told(wokenOn(off, [nine('2026-04-08')], always).letters, always)).toEqual([]);
  });

  it('asks the IRO to think of Cafcass where there is nobody above', () => {
    const emptied = without(headHelen, directorRuth, david);
    expect(told(wokenOn(third, [nine('2026-03-30')], emptied).letters, emptied)).toEqual([
      'told no-officer to Olu Bankole',
    ]);
    expect(
      JSON.stringify(disputeLetterView(third, letterTo(iroOlu), sightOf(iroOlu, nine('2026-03-30'), emptied))),
    ).toContain('refer the child’s case to Cafcass');
  });
});

describe('where everybody above is passed over', () => {
  const emptied = without(grace, headHelen, directorRuth, david);

  it('the IRO is told, and asked to consider Cafcass', () => {
    const { dispute, letters } = wokenOn(aDispute({}, now, emptied), [at('2026-04-02', '09:00')], emptied);
    expect(dispute.state).toMatchObject({ rung: { stage: 0, lapsed: true } });
    expect(sayLetters(letters, emptied)).toContain('lapsed no-further to Olu Bankole');
    expect(dispute.history.at(-1)!.what).toContain('asked to consider Cafcass');
  });

  it('escalating says why for each stage, and offers Cafcass', () => {
    const raised = aDispute({}, now, emptied);
    const refused = escalate(raised, escalateForm(raised, 1), iroOlu, emptied, later);
    for (const part of [
      'Service manager passed over',
      'Chief Executive passed over',
      'refer the child’s case to Cafcass',
    ])
      expect(refused).toMatchObject(refusedBecause(part));
  });
});

describe('a ladder without the Chief Executive', () => {
  const short = { ...northmoor, ladder: { ...northmoor.ladder, stages: northmoor.ladder.stages.slice(0, 4) } };

  it('ends with the Director, and asks the IRO to consider Cafcass', () => {
    const top = aDispute({ startAt: 3 }, now, short);
    expect(escalate(top, escalateForm(top, 4), iroOlu, short, later)).toMatchObject(
      refusedBecause("the last is the Director of Children's Services"),
    );
    const { letters } = wokenOn(top, [at('2026-03-31', '09:00')], short);
    expect(sayLetters(letters, short)).toEqual(
      expect.arrayContaining(['lapsed no-further to Olu Bankole', 'lapsed no-further to Ruth Adeyemi']),
    );
  });
});

describe('under the flight plan, for the IRO', () => {
  const notes = (dispute: Dispute, when: Instant, authority = northmoor, by = iroOlu) =>
    disputeView(dispute, sightOf(by, when, authority)).planNotes.map(({ says }) => says);

  it('stand the stages that will be passed over, and why', () => {
    const raised = aDispute({ decidedBy: headHelen.id });
    expect(notes(raised, later)).toEqual([
      'Head of service passed over: Helen Frost answers there and made the decision that is disputed.',
    ]);
    expect(notes(raised, later, northmoor, directorRuth)).toEqual([]);
  });

  it('stands cover that begins today for whoever is next', () => {
    const covered = away(grace, headHelen, '2026-03-27', '2026-04-30');
    expect(notes(aDispute(), at('2026-03-27'), covered)[0]).toBe(
      'Head of service passed over: Helen Frost answers there too and was asked before.',
    );
    expect(notes(aDispute(), at('2026-03-27'), covered)).toContain(
      'Since yesterday: Helen Frost covers for Grace Obi from Fri 27 March 2026, so Helen Frost is next.',
    );
    expect(notes(aDispute(), at('2026-03-30'), covered).join()).not.toContain('is next');
  });

  it('stands cover that begins or ends today at the stage itself, counted from the last working day', () => {
    const covered = away(priya, tom, '2026-03-28', '2026-03-30');
    expect(notes(aDispute(), at('2026-03-30'), covered)).toEqual([
      'Since Fri 27 March 2026: Tom Reed covers for Priya Shah from Sat 28 March 2026, so Stage 1 of 5, Team manager is with Tom Reed.',
    ]);
    expect(notes(aDispute(), at('2026-03-31'), covered)).toEqual([
      'Since yesterday: Priya Shah is back, so Stage 1 of 5, Team manager is with Priya Shah.',
    ]);
  });

  it('stands why it moved', () => {
    const { dispute } = wokenOn(aDispute(), [at('2026-04-02', '09:00')]);
    expect(notes(dispute, at('2026-04-02'))).toEqual([
      expect.stringContaining(
        'Since yesterday: No response from Team manager by Wed 1 April 2026. Moved up to Stage 2',
      ),
    ]);
    expect(notes(dispute, at('2026-04-07'))).toEqual([]);
  });

  it('stands that the later stages begin later while a lapsed stage is not escalated', () => {
    const { dispute } = wokenOn(aDispute({ escalateAutomatically: false }), [at('2026-04-02', '09:00')]);
    expect(notes(dispute, at('2026-04-08'))).toContain(
      'Since yesterday: nobody has escalated it, so the later stages begin later.',
    );
  });

  it('stands nothing where nothing has changed, or the dispute has ended', () => {
    expect(notes(answered(aDispute()), at('2026-03-30'))).toEqual([]);
    const ended = { ...aDispute(), state: { at: 'withdrawn', on: localDate('2026-03-26'), why: 'x' } as const };
    expect(notes(ended, later)).toEqual([]);
  });
});
