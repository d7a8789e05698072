import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/clock.ts';
import { judgeView } from '../../src/disputes/judging/view.ts';
import { neutral } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { moreView } from '../../src/disputes/record/more.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { respondView } from '../../src/disputes/responding/view.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { aDispute, answered, escalated, judged, wokenOn } from '../builders/dispute.ts';
import { directorRuth, grace, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { aLetter } from './samples.ts';

const now = at('2026-03-27');
const waiting = answered(aDispute());
const chiefExecutiveDavid = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;

function read(dispute: Dispute, letter: KeptLetter, by: Person, when = now) {
  const view = disputeLetterView(dispute, letter, sightOf(by, when));
  if ('dropped' in view) throw new Error(view.dropped);
  return { ...view, words: [view.heading, view.quiet, ...view.says.map(({ line }) => line)].join('\n') };
}

/** A verdict with its reason, as the form asks for one. */
function asked(why: string): Dispute {
  const partly = judged(waiting, 'partly', now);
  const responses = partly.responses.map((one) => ({ ...one, judged: one.judged && { ...one.judged, why } }));
  return { ...partly, responses };
}

describe('an officer reads a letter about a dispute', () => {
  it('and sees which child it is about before opening anything', () => {
    expect(read(aDispute(), aLetter('dispute.respond'), priya).quiet).toContain('D-0001 · C-1042 · Stage 1 of 5');
    expect(respondView({ about: aDispute(), typed: {} } as never, sightOf(priya, now)).quiet).toContain('C-1042');
  });

  it('and is told of escalating only where that can be done', () => {
    expect(read(aDispute(), aLetter('dispute.respond'), priya).words).toContain('You may also agree to escalate it');
    const last = escalated(aDispute(), 4, now);
    const letter = { ...aLetter('dispute.respond', {}, chiefExecutiveDavid), facts: { rung: '1' } };
    const words = read(last, letter, chiefExecutiveDavid).words;
    expect(words).toContain('Yours is the last stage there is');
    expect(words).not.toContain('agree to escalate');
  });

  it('and hears in the same letter that the stage before let its days pass', () => {
    const moved = wokenOn(aDispute(), [at('2026-04-02')]).dispute;
    const letter = { ...aLetter('dispute.respond', {}, grace), facts: { rung: '1' } };
    expect(read(moved, letter, grace, at('2026-04-02')).words).toContain(
      'Nobody responded in time at stage 1, Team manager. Please respond by Fri 10 April 2026',
    );
    expect(read(aDispute(), aLetter('dispute.respond'), priya).words).not.toContain('in time at');
  });

  it('and knows what was not enough, until when to answer, and answers from there', () => {
    const again = read(asked('no day for the brother'), aLetter('dispute.told', { what: 'judged' }), priya);
    expect(again.says.map(({ line }) => line)).toEqual([
      'Judged partly satisfactory: no day for the brother',
      'Please respond again by Wed 1 April 2026, in 3 working days.',
    ]);
    expect(again.mayRespond).toBe(true);
    const enough = read(judged(waiting, 'satisfactory', now), aLetter('dispute.told', { what: 'judged' }), priya);
    expect(enough.mayRespond).toBe(false);
    expect(enough.words).not.toContain('Please respond again');
  });

  it('and finds the same on the dispute and on the form', () => {
    const dispute = asked('no day for the brother');
    const why = 'Judged partly satisfactory: no day for the brother';
    expect(disputeView(dispute, sightOf(priya, now)).response).toContain(why);
    expect(respondView({ about: dispute, typed: {} } as never, sightOf(priya, now))).toMatchObject({
      hasJudged: true,
      judged: why,
    });
  });

  it('and hears that a dispute was raised, not that it moved, when it is new', () => {
    expect(read(aDispute(), aLetter('dispute.told', { what: 'moved' }), priya).heading).toBe('A dispute was raised');
    const letter = { ...aLetter('dispute.told'), facts: { what: 'moved', rung: '1' } };
    expect(read(escalated(aDispute(), 1, now), letter, priya).heading).toBe('A dispute has reached a new stage');
  });

  it('and is not told that the IRO withdrew what was reopened before the letter was sent', () => {
    const words = read(aDispute(), aLetter('dispute.told', { what: 'ended' }), priya).words;
    expect(words).toContain('It has been reopened since');
    expect(words).not.toContain('withdrew');
  });

  it('and is given the day that the twenty end on', () => {
    const letter = aLetter('dispute.reminder', { what: 'twenty-days' }, directorRuth);
    expect(read(aDispute(), letter, directorRuth).words).toContain(
      'The twenty working days end on Fri 24 April 2026. Nothing moves that day.',
    );
  });
});

describe('the IRO', () => {
  it('may refer to Cafcass from the letter that asks them to consider it, and nobody else may', () => {
    const after = at('2026-04-27');
    const letter = (to: Person) => aLetter('dispute.reminder', { what: 'cap-passed' }, to);
    expect(read(aDispute(), letter(iroOlu), iroOlu, after).mayRefer).toBe(true);
    expect(read(aDispute(), letter(priya), priya, after).mayRefer).toBe(false);
    expect(read(waiting, aLetter('dispute.told', { what: 'answered' }, iroOlu), iroOlu).mayRefer).toBe(false);
  });

  it('judges a response with each promised action on a line of its own', () => {
    const promised = { what: 'Meet weekly', owner: 'Ayesha Khan', by: dayOf(now) };
    const dispute = {
      ...waiting,
      responses: waiting.responses.map((one) => ({ ...one, actions: [promised, promised] })),
    };
    const view = judgeView({ about: dispute, typed: {} } as never, sightOf(iroOlu, now));
    expect(view.response).toBe('Priya Shah disagreed: The plan is on course');
    expect(view.actions.map(({ says }) => says)).toEqual(
      Array(2).fill('Meet weekly (Ayesha Khan, by Fri 27 March 2026)'),
    );
  });

  it('reads the verdict on a response once', () => {
    const { response } = disputeView(judged(waiting, 'satisfactory', now), sightOf(iroOlu, now));
    expect(response).toBe('Judged satisfactory · Priya Shah disagreed: The plan is on course');
  });

  it('is told at the last stage that none is later, not that somebody comes next', () => {
    const top = disputeView(escalated(aDispute(), 4, now), sightOf(iroOlu, now));
    expect([top.planTitle, ...top.plan.map(({ title }) => title)]).toEqual(['No later stage', 'Day 20']);
    const more = (dispute: Dispute) => moreView(dispute, sightOf(iroOlu, now));
    expect(more(escalated(aDispute(), 4, now)).says).toEqual([]);
    expect(more(aDispute()).says).toEqual([{ line: 'It moves up by itself if nobody responds.' }]);
    expect(more(aDispute()).quiet).not.toContain('D-0001');
  });

  it('sees that a response judged satisfactory waits for them to resolve, however late it is', () => {
    const view = disputeView(judged(waiting, 'satisfactory', now), sightOf(iroOlu, at('2026-04-09')));
    expect(view.sign).toBe('● Waiting for you');
  });

  it('is shown a plan from today once the stage’s last day has passed while the response waited', () => {
    const late = disputeView(waiting, sightOf(iroOlu, at('2026-04-09')));
    expect(late.planTitle).toBe('If the IRO escalates now');
    expect(late.plan[0]!.value).toBe('Grace Obi, by Thu 16 April 2026');
    expect(disputeView(waiting, sightOf(iroOlu, now)).planTitle).toBe('If the IRO escalates when this stage ends');
  });
});

describe('the thread in the channel', () => {
  it('says the last day of a stage that lapsed, and the day of a move that somebody made', () => {
    const lapsed = wokenOn(aDispute(), [at('2026-04-02', '09:00')]).dispute;
    expect(neutral(lapsed, 0)!.came).toBe(
      'Moved on to Stage 2 of 5, Service manager. This stage’s last day was Wed 1 April 2026',
    );
    expect(neutral(escalated(aDispute(), 1, now), 0)!.came).toBe(
      'Moved on to Stage 2 of 5, Service manager, Fri 27 March 2026',
    );
  });
});
