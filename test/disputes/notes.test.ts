import { describe, expect, it } from 'vitest';
import type { Dispute } from '../../src/disputes/model.ts';
import { openNote, tickNote, untickNote } from '../../src/disputes/notes/actions.ts';
import { readNoteForm } from '../../src/disputes/notes/form.ts';
import { disputeNoteView } from '../../src/disputes/notes/view.ts';
import { noteText } from '../../src/disputes/notes/words.ts';
import { inParts } from '../../src/in-parts.ts';
import { localDate } from '../../src/local-date.ts';
import { aCase } from '../builders/case.ts';
import { aDispute, allowed, child, disputeRoom, escalated, kept } from '../builders/dispute.ts';
import { ben, grace, iroOlu, martin, priya, sightOf, supportFiona, tom } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-30');
const sight = sightOf(iroOlu, now);
const raised = aDispute();
const full: Dispute = {
  ...escalated(raised, 1, now),
  issue: {
    ...raised.issue,
    grounds: ['needs-not-met', 'decision-not-carried-out'],
    childTold: { knows: true, advocateOn: localDate('2026-03-25') },
    decidedBy: priya.id,
    besides: 'A complaint was made in March',
  },
  responses: [
    {
      rung: 0,
      by: priya.id,
      at: at('2026-03-26', '11:30'),
      kind: 'plan',
      says: 'A plan by Easter',
      actions: [{ what: 'Write the plan', owner: 'Ayesha Khan', by: localDate('2026-04-02') }],
      arrived: 'in-time',
      judged: { on: localDate('2026-03-27'), verdict: 'not', why: 'No date to go home' },
    },
  ],
  cafcass: { on: localDate('2026-03-30'), why: 'C-1043 is at risk as well' },
  legalAdvice: localDate('2026-03-27'),
};

const TEXT = `HOMEWARD NOTE
Child: AB, C-1042
What: Dispute D-0001 of the IRO, Drift and delay
Raised: Wed 25 March 2026, by Olu Bankole, Independent Reviewing Officer
IRO: Olu Bankole, Independent Reviewing Officer
Legal status then: Section 20 (accommodated)

Grounds: Needs in the revised plan are not met; A review decision was not carried out
Concern: The plan for return has not moved since August
Impact on the child: The child does not know where they will live
Child’s wishes and feelings: Wants to go home before Christmas
Does the child know: Yes
Told of an advocate and how to complain: Wed 25 March 2026
What should change: A dated plan for return by the end of the month
Tried informally: Spoke with the social worker
Whose decision: Priya Shah, Team manager
Complaint or court case: A complaint was made in March
Urgent: No

Formal from Wed 25 March 2026; day twenty is Fri 24 April 2026
Team manager: Priya Shah, Team manager (Team manager), asked Wed 25 March 2026, 10:00, from Wed 25 March 2026; escalated by the IRO on Mon 30 March 2026, 3 working days
Service manager: Grace Obi, Service manager (Service manager), asked Mon 30 March 2026, 10:00, from Mon 30 March 2026; to answer by Wed 8 April 2026

Answer from Team manager: Priya Shah, Team manager, Thu 26 March 2026, 11:30. Propose a plan: A plan by Easter
- Write the plan, Ayesha Khan, by Thu 2 April 2026
Judged by the IRO, Fri 27 March 2026: Not, No date to go home

Legal advice was asked for: Fri 27 March 2026
Cafcass: referred on Mon 30 March 2026: C-1043 is at risk as well

It is open.
In all: 3 working days since it was raised

Everything that was entered:
Wed 25 March 2026, 10:00, Olu Bankole, Independent Reviewing Officer: Raised formally at Stage 1 of 5, Team manager
Mon 30 March 2026, 10:00, Olu Bankole, Independent Reviewing Officer: Escalated to Stage 2 of 5, Service manager: The child cannot wait

Copied from Homeward on Mon 30 March 2026 by Olu Bankole, Independent Reviewing Officer.`;

const sibling = aCase({
  ...child,
  id: 'C-1043',
  initials: 'ZQ',
  people: { socialWorker: ben.id, teamManager: tom.id, iro: iroOlu.id },
});
const both: Dispute = { ...full, children: ['C-1042', 'C-1043'] };

describe('the note of a dispute for a child’s file', () => {
  it('says all that is recorded, word for word', () => {
    expect(noteText(full, child, sight, [])).toBe(TEXT);
  });

  it('says how it ended, and each check', () => {
    const { rung: _rung, ...ended } = {
      rung: null,
      at: 'withdrawn',
      on: localDate('2026-03-31'),
      why: 'Settled',
    } as const;
    const over: Dispute = {
      ...full,
      state: ended,
      checks: [
        { kind: 'ten-days', on: localDate('2026-04-14'), at: now, by: iroOlu.id, passed: false, says: 'No plan' },
      ],
    };
    const text = noteText(over, child, sight, []);
    expect(text).toContain('Ended: Tue 31 March 2026\nWithdrawn: Settled\nIn all: 4 working days since it was raised');
    expect(text).toContain(
      'At ten working days, Tue 14 April 2026, Olu Bankole, Independent Reviewing Officer: not done, No plan',
    );
  });

  it('leaves another child’s reference out, wherever somebody wrote it', () => {
    const text = noteText(both, child, sight, []);
    expect(text).toContain('Also about 1 other child, each with a note of their own');
    expect(text).toContain('referred on Mon 30 March 2026: [another child] is at risk as well');
    expect(text).not.toContain('C-1043');
  });

  it('leaves what is private to the first child out of a brother’s or sister’s file', () => {
    const text = noteText(both, sibling, sight, []);
    expect(text).toContain('Child: ZQ, C-1043');
    expect(text).toContain('Concern: The plan for return has not moved since August');
    for (const secret of [
      'C-1042',
      'AB',
      'before Christmas',
      'where they will live',
      'complaint was made',
      'at risk',
      'cannot wait',
    ])
      expect(text, secret).not.toMatch(new RegExp(`\\b${secret}\\b`));
  });

  it('comes whole, in parts that an input can hold', () => {
    const long = noteText({ ...full, issue: { ...full.issue, concern: 'word '.repeat(4000) } }, child, sight, []);
    const parts = inParts(long);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(long);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(6000);
  });
});

describe('that it was copied', () => {
  const form = (typed = {}) => allowed(readNoteForm({ dispute: 'D-0001', ...typed }));
  async function room(dispute = full) {
    const opened = await disputeRoom('2026-03-30', undefined, [child, sibling]);
    await opened.needs.disputes.save({ ...dispute, revision: 0 });
    return opened;
  }

  it('is kept for each child, with who and when, and shown', async () => {
    const { needs, kept: record } = await room(both);
    const at2 = allowed(await openNote(form({ case: 'C-1043' }), iroOlu, needs));
    const ticked = allowed(await tickNote(form({ case: 'C-1043', drawn: at2.drawn }), iroOlu, needs));
    expect((await record()).copied).toEqual([{ of: 'C-1043', by: iroOlu.id, at: now }]);
    expect((await record()).history.at(-1)?.what).toBe('Note copied into the child’s file (child 2 of 2)');
    expect(disputeNoteView(ticked, sight).quiet).toBe(
      'ZQ · C-1043 · ✓ In the record since Mon 30 March 2026, 10:00, by Olu Bankole',
    );
    const first = allowed(await openNote(form({ case: 'C-1042' }), iroOlu, needs));
    expect(disputeNoteView(first, sight)).toMatchObject({ canTick: true, canUntick: false, nextChild: 'C-1043' });
  });

  it('is ticked once, however often it is pressed, and can be taken back', async () => {
    const { needs, kept: record } = await room();
    const { drawn } = allowed(await openNote(form(), iroOlu, needs));
    for (let press = 0; press < 2; press += 1) await tickNote(form({ case: 'C-1042', drawn }), iroOlu, needs);
    expect((await record()).copied).toHaveLength(1);
    const back = allowed(await untickNote(form({ case: 'C-1042' }), iroOlu, needs));
    expect(back.copied).toBe(null);
    expect((await record()).history.map(({ what }) => what).slice(-2)).toEqual([
      'Note copied into the child’s file',
      'Note not in the child’s file after all',
    ]);
  });

  it('is out of date when something happens after, and an old card ticks nothing', async () => {
    const { needs, clock, kept: record } = await room();
    const { drawn } = allowed(await openNote(form(), iroOlu, needs));
    clock.moveTo('2026-03-31');
    const later = await record();
    await needs.disputes.save({
      ...later,
      history: [...later.history, { at: clock.now(), by: iroOlu.id, what: 'Asked for legal advice' }],
    });
    const refused = allowed(await tickNote(form({ case: 'C-1042', drawn }), iroOlu, needs));
    expect(refused).toMatchObject({ copied: null, part: 1, says: expect.stringContaining('has changed') });
    await tickNote(form({ case: 'C-1042', drawn: refused.drawn }), iroOlu, needs);
    expect(allowed(await openNote(form(), iroOlu, needs))).toMatchObject({ hasChanged: false });
    expect((await record()).copied).toHaveLength(1);
  });

  it('stays up to date when the note is copied into a brother’s or sister’s file later', async () => {
    const { needs, clock } = await room(both);
    await tickNote(form({ case: 'C-1042', drawn: now }), iroOlu, needs);
    clock.moveTo('2026-03-31');
    await tickNote(form({ case: 'C-1043', drawn: clock.now() }), iroOlu, needs);
    expect(allowed(await openNote(form({ case: 'C-1042' }), iroOlu, needs)).hasChanged).toBe(false);
  });

  it('makes no card of the dispute out of date and wakes nobody', async () => {
    const { needs, kept: record } = await room();
    const before = await record();
    await tickNote(form({ case: 'C-1042', drawn: now }), iroOlu, needs);
    const { standsSince, state, wakeAt } = await record();
    expect({ standsSince, state, wakeAt }).toEqual({
      standsSince: before.standsSince,
      state: before.state,
      wakeAt: before.wakeAt,
    });
  });

  it('is for those who may see the child’s case', async () => {
    const { needs } = await room(both);
    expect(allowed(await openNote(form(), grace, needs)).child.id).toBe('C-1042');
    expect(allowed(await openNote(form(), ben, needs)).child.id).toBe('C-1043');
    for (const [by, of] of [
      [ben, 'C-1042'],
      [grace, 'C-1043'],
      [supportFiona, 'C-1042'],
      [martin, 'C-1042'],
    ] as const)
      expect(await openNote(form({ case: of }), by, needs), by.name).toMatchObject({ ok: false });
  });
});

it('starts with no note copied', () => {
  expect(kept(aDispute()).copied).toEqual([]);
});
