import { describe, expect, it } from 'vitest';
import { wake } from '../../src/disputes/climbing/wake.ts';
import { resolve } from '../../src/disputes/ending/rules.ts';
import { escalate } from '../../src/disputes/escalating/rules.ts';
import { respond } from '../../src/disputes/responding/rules.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  escalateForm,
  judged,
  kept,
  resolveForm,
  respondForm,
  sayLetters,
  wokenOn,
} from '../builders/dispute.ts';
import { away, grace, headHelen, iroNadia, iroOlu, northmoor, priya, tom, without } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const nine = (day: string) => at(day, '09:00');
const days = (...of: string[]) => of.map(nine);

describe('a stage that nobody answers', () => {
  it('reminds half-way, the working day before and on the day, then lapses at 09:00 of the next working day, said once', () => {
    const { mornings } = wokenOn(aDispute(), [
      at('2026-03-25', '10:01'),
      ...days('2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'),
    ]);
    expect(mornings.map(({ letters }) => sayLetters(letters))).toEqual([
      [],
      ['reminder half-way to Priya Shah'],
      ['reminder tomorrow to Priya Shah'],
      ['reminder today to Priya Shah'],
      [
        'lapsed moved to Priya Shah',
        'lapsed moved to Olu Bankole',
        'lapsed moved to Karen Price',
        'respond to Grace Obi',
        "channel to channel Children's services managers",
      ],
    ]);
    expect(mornings.map(({ wakeAt }) => wakeAt)).toEqual(
      days('2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-08'),
    );
  });

  it('hands on its last day, so that no day is lost to the twenty (TV42, over Easter)', () => {
    const { dispute } = wokenOn(aDispute(), days('2026-04-02'));
    expect(dispute.state).toMatchObject({
      at: 'formal',
      rung: { stage: 1, startedOn: '2026-04-01', due: '2026-04-10', officer: grace.id },
    });
    expect(dispute.clock?.cap).toBe('2026-04-24');
    expect(dispute.climbed).toMatchObject([{ stage: 0, ended: 'lapsed', endedOn: '2026-04-01' }]);
    expect(dispute.history.at(-1)).toMatchObject({
      by: 'homeward',
      what: expect.stringContaining('on the IRO’s standing instruction'),
    });
  });

  it('does not move before 09:00, nor on the day itself', () => {
    expect(wake(aDispute(), at('2026-04-01', '23:59'), northmoor).changed).toBe(false);
    expect(wake(aDispute(), at('2026-04-02', '08:59'), northmoor).changed).toBe(false);
    expect(wake(aDispute(), nine('2026-04-02'), northmoor).changed).toBe(true);
  });

  it('climbs to the top by Christmas’s dates, one stage after another (TV43)', () => {
    const mornings = days('2026-12-30', '2027-01-07', '2027-01-14', '2027-01-19', '2027-01-21');
    const dispute = aDispute({}, at('2026-12-18'));
    const climbed = wokenOn(dispute, mornings).dispute;
    expect(climbed.climbed.map(({ due }) => due)).toEqual(['2026-12-29', '2027-01-06', '2027-01-13', '2027-01-18']);
    expect(climbed.state).toMatchObject({ rung: { stage: 4, due: '2027-01-20', lapsed: true } });
  });

  it('never moves from the top: the Director, the IRO manager and the IRO are told, and asked to consider Cafcass', () => {
    const { dispute, letters } = wokenOn(aDispute({ startAt: 4 }), days('2026-03-30'));
    expect(dispute.state).toMatchObject({ at: 'formal', rung: { stage: 4, lapsed: true } });
    expect(sayLetters(letters)).toEqual(
      expect.arrayContaining([
        'lapsed no-further to Ruth Adeyemi',
        'lapsed no-further to Karen Price',
        'lapsed no-further to Olu Bankole',
      ]),
    );
    expect(dispute.history.at(-1)!.what).toContain('consider Cafcass');
  });

  it('makes an informal dispute formal from the day it lapsed, at the team manager again', () => {
    const { dispute } = wokenOn(aDispute({ startAt: INFORMAL }, at('2026-04-01')), days('2026-04-13'));
    expect(dispute).toMatchObject({
      state: { at: 'formal', rung: { stage: 0, due: '2026-04-17', officer: priya.id } },
      clock: { formalOn: '2026-04-10' },
    });
  });

  it('passes over a vacancy with a note', () => {
    const { dispute } = wokenOn(aDispute(), days('2026-04-02'), without(grace));
    expect(dispute.state).toMatchObject({ rung: { stage: 2, officer: headHelen.id } });
    expect(dispute.history.at(-1)!.what).toContain('Service manager passed over');
  });

  it('asks cover where the next officer is away', () => {
    const authority = away(grace, tom, '2026-04-01', '2026-04-09');
    const { dispute } = wokenOn(aDispute(), days('2026-04-02'), authority);
    expect(dispute.state).toMatchObject({
      rung: { stage: 1, officer: tom.id, whyOfficer: expect.stringContaining('covers for Grace Obi') },
    });
  });
});

describe('with the standing instruction off', () => {
  const dispute = aDispute({ escalateAutomatically: false });

  it('stays, tells everybody once, and offers the IRO the next stage', () => {
    const { dispute: after, letters } = wokenOn(dispute, days('2026-04-02', '2026-04-07'));
    expect(after.state).toMatchObject({ rung: { stage: 0, lapsed: true } });
    expect(sayLetters(letters)).toEqual([
      'lapsed offered to Priya Shah',
      'lapsed offered to Grace Obi',
      'lapsed offered to Olu Bankole',
      'lapsed offered to Karen Price',
    ]);
  });

  it('hands on the last day when the IRO escalates in time for that to leave one', () => {
    const lapsed = wokenOn(dispute, days('2026-04-02')).dispute;
    const soon = allowed(escalate(lapsed, escalateForm(lapsed, 1), iroOlu, northmoor, nine('2026-04-02')));
    expect(soon.state).toMatchObject({ rung: { startedOn: '2026-04-01', due: '2026-04-10' } });
    const late = allowed(escalate(lapsed, escalateForm(lapsed, 1), iroOlu, northmoor, nine('2026-04-13')));
    expect(late.state).toMatchObject({ rung: { startedOn: '2026-04-13', due: '2026-04-20' } });
  });

  it('moves at the next look when the IRO turns it on again', () => {
    const lapsed = wokenOn(dispute, days('2026-04-02')).dispute;
    const { dispute: after } = wokenOn({ ...lapsed, escalateAutomatically: true }, days('2026-04-07'));
    expect(after.state).toMatchObject({ rung: { stage: 1, due: '2026-04-10' } });
  });

  it('still takes an answer, which is late', () => {
    const lapsed = wokenOn(dispute, days('2026-04-02')).dispute;
    expect(allowed(respond(lapsed, respondForm(lapsed), priya, northmoor, nine('2026-04-07')))).toMatchObject({
      responses: [{ arrived: 'late' }],
    });
  });
});

describe('after a sleep', () => {
  it('of a week, moves once and says only the latest reminder of the stage it is at', () => {
    const { letters, dispute } = wokenOn(aDispute(), [at('2026-04-09', '12:00')]);
    expect(dispute.state).toMatchObject({ rung: { stage: 1 } });
    const said = sayLetters(letters);
    expect(said.filter((line) => line.startsWith('reminder'))).toEqual([]);
    expect(said.filter((line) => line.startsWith('respond'))).toEqual(['respond to Grace Obi']);
  });

  it('of days within a stage, says one reminder, the latest', () => {
    expect(sayLetters(wokenOn(aDispute(), [at('2026-04-01', '11:00')]).letters)).toEqual([
      'reminder today to Priya Shah',
    ]);
  });

  it('of a month, goes through every stage in order and asks only the one that is current', () => {
    const { letters, dispute } = wokenOn(aDispute(), [at('2026-05-05', '12:00')]);
    expect(dispute.climbed.map(({ stage, due }) => `${stage} ${due}`)).toEqual([
      '0 2026-04-01',
      '1 2026-04-10',
      '2 2026-04-17',
      '3 2026-04-22',
    ]);
    expect(dispute.state).toMatchObject({ rung: { stage: 4, lapsed: true, due: '2026-04-24' } });
    expect(sayLetters(letters).filter((line) => line.startsWith('respond'))).toEqual(['respond to David Lowe']);
    expect(sayLetters(letters).filter((line) => /twenty|cap-/.test(line))).toEqual([
      'reminder cap-overdue to Ruth Adeyemi',
      'reminder cap-overdue to Karen Price',
      'reminder cap-passed to Olu Bankole',
    ]);
  });

  it('says nothing twice: a second look at the same moment finds nothing new', () => {
    const { mornings, dispute } = wokenOn(aDispute(), [nine('2026-04-02'), nine('2026-04-02')]);
    expect(mornings[1]!.letters).toEqual([]);
    expect(wake(dispute, nine('2026-04-02'), northmoor).changed).toBe(false);
  });
});

describe('the twenty days', () => {
  it('are said on days 15, 18, 19 and 20 to the Director and the IRO manager', () => {
    const mornings = days(
      '2026-04-16',
      '2026-04-17',
      '2026-04-20',
      '2026-04-21',
      '2026-04-22',
      '2026-04-23',
      '2026-04-24',
    );
    const said = wokenOn(answered(aDispute()), mornings).mornings.map(({ now, letters }) => [
      now.slice(5, 10),
      sayLetters(letters).filter((line) => line.includes('twenty')),
    ]);
    const both = ['reminder twenty-days to Ruth Adeyemi', 'reminder twenty-days to Karen Price'];
    expect(said).toEqual([
      ['04-16', []],
      ['04-17', both],
      ['04-20', []],
      ['04-21', []],
      ['04-22', both],
      ['04-23', both],
      ['04-24', both],
    ]);
  });

  it('leave no stage to move to by itself once they are gone', () => {
    const waited = answered(aDispute());
    const late = judged(waited, 'not', at('2026-04-24', '15:00'));
    const { dispute } = wokenOn(late, days('2026-04-27'));
    expect(dispute.state).toMatchObject({ rung: { stage: 0, lapsed: true } });
  });
});

describe('while the response is with the IRO', () => {
  it('nothing lapses; the IRO is reminded on the day the stage ends', () => {
    const { dispute, letters } = wokenOn(answered(aDispute()), days('2026-03-31', '2026-04-01', '2026-04-02'));
    expect(dispute.state.at).toBe('awaiting-iro');
    expect(sayLetters(letters)).toEqual(['reminder judge to Olu Bankole']);
  });

  it('a response judged not enough after the last day leaves that day, then lapses on the next working morning', () => {
    const again = judged(answered(aDispute()), 'not', at('2026-04-07', '15:00'));
    expect(wake(again, at('2026-04-07', '15:01'), northmoor).changed).toBe(false);
    const { dispute } = wokenOn(again, days('2026-04-08'));
    expect(dispute.state).toMatchObject({ rung: { stage: 1, startedOn: '2026-04-07' } });
    expect(dispute.history.at(-1)!.what).toContain('No further response');
  });
});

describe('waking with the case as it is now', () => {
  it('passes the dispute to the child’s new IRO, and the clock runs on', () => {
    const before = aDispute();
    const about = { ...child, people: { ...child.people, iro: iroNadia.id } };
    const woken = wake(before, at('2026-03-26'), northmoor, about);
    expect(woken).toMatchObject({ changed: true, dispute: { people: { iro: iroNadia.id }, clock: before.clock } });
    expect(sayLetters(woken.letters)).toEqual(['told handed-over to Nadia Rahman']);
    expect(woken.dispute.history.at(-1)!.what).toContain('Passed from Olu Bankole to Nadia Rahman');
  });

  it('asks the child’s new team manager', () => {
    const about = { ...child, people: { ...child.people, teamManager: tom.id } };
    expect(sayLetters(wake(aDispute(), at('2026-03-26'), northmoor, about).letters)).toEqual(['respond to Tom Reed']);
  });

  it('asks cover that began after the officer was asked', () => {
    const authority = away(priya, tom, '2026-03-26', '2026-04-02');
    expect(sayLetters(wake(aDispute(), at('2026-03-26'), authority).letters)).toEqual(['respond to Tom Reed']);
  });

  it('changes nothing when the case has not', () => {
    const dispute = aDispute();
    expect(wake(dispute, at('2026-03-26'), northmoor, child).dispute).toBe(dispute);
  });
});

it('reminds the IRO of the check at ten working days, once, and then sleeps', () => {
  const resolved = kept(allowed(resolve(aDispute(), resolveForm(aDispute()), iroOlu, northmoor, at('2026-04-10'))));
  const { mornings } = wokenOn(resolved, [at('2026-04-10'), nine('2026-04-24'), nine('2026-04-27')]);
  expect(mornings.map(({ letters }) => sayLetters(letters))).toEqual([[], ['reminder check to Olu Bankole'], []]);
  expect(mornings.map(({ wakeAt }) => wakeAt)).toEqual([nine('2026-04-24'), null, null]);
});

it('frozen ladders do not notice that the authority has changed its own', () => {
  const shorter = {
    ...northmoor,
    ladder: { ...northmoor.ladder, stages: northmoor.ladder.stages.map((stage) => ({ ...stage, workingDays: 1 })) },
  };
  expect(wokenOn(aDispute(), days('2026-04-02'), shorter).dispute.state).toMatchObject({
    rung: { stage: 1, due: localDate('2026-04-10') },
  });
});

it('time ends no dispute: whatever comes, it is the IRO who does, and whose ending is told', () => {
  const everyDay = Array.from({ length: 120 }, (_, day) =>
    at(new Date(Date.UTC(2026, 2, 26 + day)).toISOString().slice(0, 10), '09:00'),
  );
  const gone = {
    ...child,
    events: [...child.events, { on: localDate('2026-04-20'), what: 'ceased-to-be-looked-after' } as const],
  };
  for (const dispute of [aDispute(), aDispute({ startAt: INFORMAL }), aDispute({ startAt: 4 }), answered(aDispute())]) {
    for (const about of [child, gone]) {
      const { dispute: after, letters } = wokenOn(dispute, everyDay, northmoor, about);
      expect('rung' in after.state).toBe(true);
      expect(after.climbed.every(({ ended }) => ended === 'lapsed')).toBe(true);
      expect(sayLetters(letters).filter((line) => /ended|closed/.test(line))).toEqual([]);
    }
  }
});
