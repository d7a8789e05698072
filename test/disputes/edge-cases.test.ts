import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refer } from '../../src/cases/cafcass/rules.ts';
import { contest } from '../../src/cases/contests/rules.ts';
import { recognise } from '../../src/cases/praise/rules.ts';
import { readReviewForm } from '../../src/cases/reviews/form.ts';
import { recordReview } from '../../src/cases/reviews/rules.ts';
import { resolveDispute, withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { escalateDispute } from '../../src/disputes/escalating/actions.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { respondToDispute } from '../../src/disputes/responding/actions.ts';
import { EVERY, LIVE } from '../../src/disputes/store.ts';
import { agreeVoid, askVoid } from '../../src/disputes/voiding/actions.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { reviewForm } from '../builders/case.ts';
import {
  aDispute,
  allowed,
  child,
  disputeRoom,
  escalateForm,
  raiseForm,
  resolveForm,
  respondForm,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import { ayesha, directorRuth, grace, iroManagerKaren, iroOlu, northmoor, priya } from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

/** The edge cases of domain.md 7.5, in its own words, cut short. */
const EDGES = [
  'Bypass: any level, reason required, lower officers told',
  'Parallel Cafcass: local stages go on',
  'Cafcass as first act with no local dispute',
  'Urgent: Director and Chief Executive the same day',
  'Withdrawn: IRO only, reason, stays in figures',
  'Reopened: same reference, new cycle, new cap',
  'Stage officer absent or post vacant',
  'Stage officer conflicted',
  'Child ceases to be looked after mid-dispute',
  'Child becomes looked after again',
  'IRO changes or leaves',
  'Sibling group',
  'Bank holiday, clock change, late evening',
  'Raised on a non-working day or after hours',
  'Answer given but action later fails',
  'Two disputes on one child at once',
  'Manager disputes a review decision',
  'Responder answers after the stage was escalated',
  'IRO from outside the council, or agency',
  'Cap passed with no outcome',
  'Good-practice alert',
  'Complaint or court case under way',
  'Wrong child or duplicate',
] as const;

/** The titles of every test that starts with the number of an edge case, by that number. */
function titled(): ReadonlyMap<number, readonly string[]> {
  const lines = globSync('test/**/*.test.ts').flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const found = new Map<number, string[]>();
  for (const line of lines) {
    const [, title, said = ''] =
      /(?:\b(?:it|describe)|^ *\])\)?\(\s*'(7\.5 no\. (\d+(?: and \d+)*): [^']+)/.exec(line) ?? [];
    for (const number of said.match(/\d+/g) ?? [])
      found.set(Number(number), [...(found.get(Number(number)) ?? []), title!]);
  }
  return found;
}

const TITLES = titled();

it.each(EDGES.map((edge, index) => [index + 1, edge] as const))(
  'edge case %i has a test whose title starts with its number: %s',
  (number) => {
    expect(TITLES.get(number) ?? []).not.toEqual([]);
  },
);

it('no test names an edge case elsewhere than at the start of its title, nor one that there is not', () => {
  const titles = globSync('test/**/*.test.ts')
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /(?:\b(?:it|describe)|^ *\])\)?\(\s*'.*\bno\. \d/.test(line));
  expect(titles.filter((line) => !/\('7\.5 no\. \d+(?: and \d+)*: /.test(line))).toEqual([]);
  expect([...TITLES.keys()].filter((number) => number < 1 || number > EDGES.length)).toEqual([]);
});

describe('7.5 no. 5: withdrawing', () => {
  it('is the IRO’s, with a reason, and it stays on record and among all that were ever raised', async () => {
    const room = await disputeRoom();
    allowed(await raiseDispute(raiseForm(), iroOlu, room.needs));
    for (const by of [priya, grace, directorRuth, iroManagerKaren])
      expect(await withdrawDispute(whyForm(await room.kept()), by, room.needs)).toMatchObject({ ok: false });
    const after = allowed(await withdrawDispute(whyForm(await room.kept(), 'Put right'), iroOlu, room.needs));
    expect(after).toMatchObject({ state: { at: 'withdrawn', why: 'Put right' }, climbed: [{ ended: 'withdrawn' }] });
    expect(await room.needs.disputes.find(LIVE)).toEqual([]);
    expect((await room.needs.disputes.find(EVERY)).map(({ id }) => id)).toEqual(['D-0001']);
    expect(wokenOn(after, [at('2026-04-02', '09:00'), at('2026-04-24', '09:00')]).letters).toEqual([]);
  });
});

describe('7.5 no. 13: a holiday, a clock change and a late evening', () => {
  it('leave a stage its whole last day, to the last minute, and move it at nine in the morning after', () => {
    const raised = aDispute({}, at('2026-03-26', '23:50'));
    expect(raised).toMatchObject({
      clock: { formalOn: '2026-03-26', cap: '2026-04-27' },
      state: { rung: { due: '2026-04-02' } },
    });
    const evening = [
      at('2026-04-02', '23:59'),
      at('2026-04-03', '09:00'),
      at('2026-04-06', '12:00'),
      at('2026-04-07', '08:59'),
    ];
    expect(wokenOn(raised, evening).dispute.state).toMatchObject({ rung: { stage: 0 } });
    expect(wokenOn(raised, [...evening, at('2026-04-07', '09:00')]).dispute.state).toMatchObject({
      rung: { stage: 1, startedOn: '2026-04-02', due: '2026-04-13' },
    });
  });
});

describe('7.5 no. 18: an answer after the stage was escalated', () => {
  it('is kept as a late one, told to the IRO, and moves nothing', async () => {
    const room = await disputeRoom();
    allowed(await raiseDispute(raiseForm({ startAt: INFORMAL }), iroOlu, room.needs));
    const form = respondForm(await room.kept());
    const kept = allowed(await escalateDispute(escalateForm(await room.kept(), 2), iroOlu, room.needs));
    expect(kept).toMatchObject({ state: { rung: { stage: 2 } } });
    const after = allowed(await respondToDispute(form, priya, room.needs));
    expect(after).toMatchObject({ state: kept.state, clock: kept.clock, responses: [{ arrived: 'after-moving-on' }] });
    const letters = await room.store.outbox.of({ kind: 'dispute', id: 'D-0001' });
    expect(letters.filter(({ facts }) => facts.what === 'late-answer').map(({ to }) => to)).toEqual([
      { person: iroOlu.id },
    ]);
    expect(allowed(await resolveDispute(resolveForm(after), iroOlu, room.needs)).responses).toHaveLength(1);
  });
});

describe('7.5 no. 3: Cafcass as the first act, with no local dispute', () => {
  it('is the IRO’s own, is kept with the case, and opens no dispute', async () => {
    const room = await disputeRoom();
    const form = { case: child.id, revision: 1, why: 'Her rights', once: 'cafcass-1' };
    const about = (await room.needs.cases.get(child.id))!;
    for (const by of [priya, grace, directorRuth, iroManagerKaren])
      expect(refer(about, form, by, northmoor, at('2026-03-25'))).toMatchObject({ ok: false });
    const { after, letters } = allowed(refer(about, form, iroOlu, northmoor, at('2026-03-25')));
    expect(after.cafcass).toMatchObject([{ on: '2026-03-25', by: iroOlu.id, why: 'Her rights' }]);
    expect(letters.map(({ to }) => to)).toEqual([{ person: directorRuth.id }, { person: iroManagerKaren.id }]);
    await room.needs.cases.save(after, letters);
    expect(await room.needs.disputes.find(EVERY)).toEqual([]);
  });
});

describe('7.5 no. 17: a manager who contests a review decision', () => {
  const held = allowed(readReviewForm(reviewForm({ on: '2026-11-02' })));
  const reviewed = allowed(recordReview(aReturningCase(), held, iroOlu, northmoor, at('2026-11-04'))).after;
  const form = {
    case: 'C-1042',
    revision: 1,
    review: 'review/2026-11-02/1',
    what: 'Weekly visits',
    why: 'Too many',
    once: '',
  };

  it('has five working days, and the IRO is told and decides what follows', () => {
    const { letters } = allowed(contest(reviewed, form, priya, northmoor, at('2026-11-11', '23:59')));
    expect(letters.map(({ to }) => to)).toEqual([{ person: iroOlu.id }]);
    expect(contest(reviewed, form, priya, northmoor, at('2026-11-12'))).toMatchObject({ ok: false });
    expect(contest(reviewed, form, iroOlu, northmoor, at('2026-11-05'))).toMatchObject({ ok: false });
  });
});

describe('7.5 no. 21: good practice', () => {
  it('goes to the worker and the team manager, and is no dispute', async () => {
    const room = await disputeRoom();
    const about = (await room.needs.cases.get(child.id))!;
    const form = {
      case: child.id,
      revision: 1,
      worker: ayesha.id,
      says: 'Found her aunt',
      impact: 'A home',
      once: 'g',
    };
    const { after, letters } = allowed(recognise(about, form, 'G-0001', iroOlu, northmoor, at('2026-03-25')));
    expect(letters.map(({ to }) => to)).toEqual([{ person: ayesha.id }, { person: priya.id }]);
    expect(recognise(about, form, 'G-0001', priya, northmoor, at('2026-03-25'))).toMatchObject({ ok: false });
    await room.needs.cases.save(after, letters);
    expect(await room.needs.disputes.find(EVERY)).toEqual([]);
  });
});

describe('7.5 no. 23: a dispute about the wrong child, or raised twice', () => {
  it('is void when a second person agrees, is never deleted, and says nothing more', async () => {
    const room = await disputeRoom();
    const raised = allowed(await raiseDispute(raiseForm(), iroOlu, room.needs));
    const form = { ...whyForm(raised), because: 'duplicate', drawn: 0 } as const;
    const asked = allowed(await askVoid(form, iroOlu, room.needs));
    expect(asked.state).toEqual(raised.state);
    const agreeing = { ...whyForm(asked), asked: asked.voiding!.at, says: 'It is D-0002' };
    for (const by of [iroOlu, priya, grace, directorRuth])
      expect(await agreeVoid(agreeing, by, room.needs)).toMatchObject({ ok: false });
    const after = allowed(await agreeVoid(agreeing, iroManagerKaren, room.needs));
    expect(after).toMatchObject({ state: { at: 'void', by: iroManagerKaren.id, asked: { by: iroOlu.id } } });
    expect(await room.needs.disputes.find(LIVE)).toEqual([]);
    expect((await room.needs.disputes.find(EVERY)).map(({ id }) => id)).toEqual(['D-0001']);
    expect(wokenOn(after, [at('2026-04-02', '09:00'), at('2026-04-24', '09:00')]).letters).toEqual([]);
  });
});
