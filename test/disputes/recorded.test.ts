import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { openDispute } from '../../src/disputes/actions.ts';
import { askCafcassSaid, cafcassSaid, consultCafcass, referToCafcass } from '../../src/disputes/cafcass/actions.ts';
import { noteCafcassSaid, referToCafcass as refer } from '../../src/disputes/cafcass/rules.ts';
import { withdraw } from '../../src/disputes/ending/rules.ts';
import { readJudgeForm } from '../../src/disputes/judging/form.ts';
import { channelView, neutral, neutralHead } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { openNote } from '../../src/disputes/notes/actions.ts';
import { readNoteForm } from '../../src/disputes/notes/form.ts';
import { noteText } from '../../src/disputes/notes/words.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { raise } from '../../src/disputes/raising/rules.ts';
import { moreOf } from '../../src/disputes/record/more.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { openBeside } from '../../src/disputes/siblings/actions.ts';
import { alone, type Beside } from '../../src/disputes/siblings/model.ts';
import { isStale } from '../../src/disputes/standing.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { tellChild } from '../../src/disputes/telling/rules.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase } from '../builders/case.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  disputeRoom,
  escalated,
  kept,
  raiseForm,
  whyForm,
} from '../builders/dispute.ts';
import {
  away,
  ben,
  directorRuth,
  grace,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  tom,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { placed } from '../timetable/case-facts.ts';
import { aLetter } from './samples.ts';

const now = at('2026-03-25');
const why = 'The carer has asked for her to leave by Friday';
const urgent = aDispute({ urgent: true, whyUrgent: why });
const factsOf = (dispute: Dispute, by: Person = iroOlu, beside: Beside = alone(dispute), when = now) =>
  new Map(disputeView(dispute, sightOf(by, when), [], beside).details.map(({ title, value }) => [title, value]));
const besideOnly: Beside = { children: ['C-1043'], others: 1, isOnlyBeside: true, alsoOpen: [] };
const refusedBeside = (field: string, because: string) => ({
  ok: false,
  beside: { [field]: expect.stringContaining(because) },
});
const sibling: Case = aCase({
  id: 'C-1043',
  initials: 'ZQ',
  people: child.people,
  events: [
    { on: localDate('2024-01-08'), what: 'became-looked-after', legalStatus: 'care-order' },
    placed('2024-01-08'),
  ],
});
const bothForm = raiseForm({ siblings: ['C-1043'] });
const both = kept(allowed(raise(bothForm, child, 'D-0001', iroOlu, northmoor, now, [sibling])));

describe('why a dispute is urgent', () => {
  it('is asked for where it is urgent, and without it nothing is raised', () => {
    expect(raise(raiseForm({ urgent: true, whyUrgent: '' }), child, 'D-0001', iroOlu, northmoor, now)).toMatchObject(
      refusedBeside('whyUrgent', 'Why it is urgent: say why it cannot wait'),
    );
  });

  it('is not lost where Urgent was forgotten', () => {
    expect(raise(raiseForm({ whyUrgent: why }), child, 'D-0001', iroOlu, northmoor, now)).toMatchObject(
      refusedBeside('urgent', 'Turn Urgent on, or take the reason out'),
    );
  });

  it('is kept, and shown on the record, in its history and in the note', () => {
    expect(urgent.issue.whyUrgent).toBe(why);
    expect(factsOf(urgent).get('Why it is urgent')).toBe(why);
    expect(urgent.history.map(({ what }) => what)).toContain(`Urgent because: ${why}`);
    expect(noteText(urgent, child, sightOf(iroOlu, now), [])).toContain(`Urgent: Yes\nWhy it is urgent: ${why}`);
    expect(factsOf(aDispute()).has('Why it is urgent')).toBe(false);
  });

  it('is told 1:1 to the officer who is asked and to those who are told, beside everything else they need', () => {
    const answeredBefore = escalated(answered(urgent), 1, now);
    for (const [dispute, letter, by] of [
      [urgent, aLetter('dispute.respond'), priya],
      [urgent, aLetter('dispute.told', { what: 'moved' }, grace), grace],
      [answeredBefore, aLetter('dispute.respond', { rung: '1' }, grace), grace],
    ] as const) {
      const view = disputeLetterView(dispute, letter, sightOf(by, now));
      expect('says' in view && view.says.map(({ line }) => line)).toContain(`It is urgent: ${why}`);
    }
    const asked = disputeLetterView(
      answeredBefore,
      aLetter('dispute.respond', { rung: '1' }, grace),
      sightOf(grace, now),
    );
    expect('says' in asked && asked.says.at(-1)?.line).toContain('Cafcass: not referred');
  });

  it('is never said in a channel', () => {
    for (const about of [neutral(urgent, 0)!, neutralHead(urgent)!]) {
      const said = JSON.stringify([about, channelView(about, localDate('2026-03-25'), northmoor.holidays)]);
      expect(said).toContain('Urgent');
      expect(said).not.toContain('carer');
    }
  });

  it('is kept back from those who see it for a brother or sister only', () => {
    expect(factsOf(urgent, ben, besideOnly).get('Urgent')).toMatch(/^Yes/);
    expect(factsOf(urgent, ben, besideOnly).has('Why it is urgent')).toBe(false);
    const text = noteText({ ...urgent, children: ['C-1042', 'C-1043'] }, sibling, sightOf(iroOlu, now), []);
    expect(text).toContain('Urgent: Yes');
    expect(text).not.toContain('carer');
  });
});

describe('the legal status when it was raised', () => {
  it('is kept for each child, and shown to whoever may see that child', () => {
    expect(both.legalStatuses).toEqual([
      { child: 'C-1042', status: 's20' },
      { child: 'C-1043', status: 'care-order' },
    ]);
    expect(factsOf(both).get('Legal status then')).toBe('Section 20 (accommodated)');
    expect(factsOf(both, iroOlu, { ...alone(both), children: both.children }).get('Legal status then')).toBe(
      'C-1042: Section 20 (accommodated). C-1043: Care order',
    );
    expect(factsOf(both, ben, besideOnly).get('Legal status then')).toBe('Care order');
  });

  it('stays as it was when the case is changed afterwards, back to before it was raised', () => {
    const changed = { on: localDate('2026-03-20'), what: 'legal-status-changed', legalStatus: 'care-order' } as const;
    const corrected = { ...child, events: [...child.events, changed] };
    const text = noteText(urgent, corrected, sightOf(iroOlu, at('2026-04-01')), []);
    expect(text).toContain('Legal status then: Section 20 (accommodated)');
  });

  it('is taken from the case in the note of a dispute from before it was kept, and the record says it was not', () => {
    const old = { ...aDispute(), legalStatuses: [] };
    expect(noteText(old, child, sightOf(iroOlu, now), [])).toContain('Legal status then: Section 20 (accommodated)');
    expect(factsOf(old).get('Legal status then')).toBe('Not kept when it was raised');
  });
});

describe('when the officer was asked, opened it and answered', () => {
  const form = { dispute: 'D-0001' };
  async function room(dispute = aDispute(), authority = northmoor, about = [child]) {
    const opened = await disputeRoom('2026-03-26', authority, about);
    await opened.needs.disputes.save({ ...dispute, revision: 0 });
    return opened;
  }

  it('is on the record and in the note, with the moment the message was sent', async () => {
    const { needs, store, clock } = await disputeRoom('2026-03-25');
    allowed(await raiseDispute(raiseForm(), iroOlu, needs));
    const letters = await store.outbox.of({ kind: 'dispute', id: 'D-0001' });
    const asks = letters.find(({ kind }) => kind === 'dispute.respond')!;
    const noteOf = async () =>
      allowed(await openNote(allowed(readNoteForm(form)), iroOlu, needs))
        .text.split('\n')
        .join(' ');
    expect(await noteOf()).toContain('; not sent yet: Priya Shah; to answer by');
    const sentAt = at('2026-03-25', '10:05');
    const sent = { conversation: 'a', activity: 'b', drawn: 1, redrawTries: 0, redrawAfter: sentAt };
    await store.outbox.mark(asks, { at: 'sent', sentAt, ...sent });
    clock.moveTo('2026-03-26', '11:30');
    const read = allowed(await openDispute(form, priya, needs));
    expect(await noteOf()).toContain(
      'asked Wed 25 March 2026, 10:00, from Wed 25 March 2026; sent to Priya Shah Wed 25 March 2026, 10:05; opened by Priya Shah Thu 26 March 2026, 11:30; to answer by Wed 1 April 2026',
    );
    expect(factsOf(read).get('Officer')).toBe(
      'Priya Shah: Team manager. Asked Wed 25 March 2026, 10:00. Opened by Priya Shah Thu 26 March 2026, 11:30',
    );
    const waiting = answered(read, priya, at('2026-03-27', '09:15'));
    expect(factsOf(waiting).get('Response, Team manager')).toContain('given Fri 27 March 2026, 09:15');
  });

  it('is kept the first time only, for the officer only, and makes no card out of date', async () => {
    const { needs, clock, kept: record } = await room();
    for (const by of [iroOlu, grace, directorRuth]) await openDispute(form, by, needs);
    expect((await record()).opened).toEqual([]);
    const before = await record();
    for (const day of ['2026-03-26', '2026-03-27']) {
      clock.moveTo(day);
      await openDispute(form, priya, needs);
    }
    expect((await record()).opened).toEqual([{ rung: 0, by: priya.id, at: at('2026-03-26') }]);
    expect(isStale(await record(), before.revision)).toBe(false);
    expect({ ...(await record()), opened: [], revision: before.revision }).toEqual(before);
  });

  it('is kept again at each stage, and for whoever covers', async () => {
    const authority = away(priya, tom, '2026-03-26', '2026-03-27');
    const { needs, kept: record } = await room(aDispute(), authority);
    await openDispute(form, priya, needs);
    await openDispute(form, tom, needs);
    expect((await record()).opened).toEqual([{ rung: 0, by: tom.id, at: at('2026-03-26') }]);
    const next = await room(escalated(await record(), 1, at('2026-03-26')));
    await openDispute(form, grace, next.needs);
    expect((await next.kept()).opened.map(({ rung, by }) => [rung, by])).toEqual([
      [0, tom.id],
      [1, grace.id],
    ]);
  });

  it('is kept too for a manager of several of its children', async () => {
    const { needs, kept: record } = await room(both, northmoor, [child, sibling]);
    const opened = allowed(await openBeside(form, priya, needs));
    expect(opened.opened).toHaveLength(1);
    expect((await record()).opened).toEqual(opened.opened);
  });

  it('says who was asked where a deputy was asked, and where another answered', () => {
    const asked = aDispute({}, now, away(priya, tom, '2026-03-20', '2026-03-30'));
    const moved = escalated(answered(asked, priya, at('2026-03-31')), 1, at('2026-03-31'));
    expect(factsOf(moved).get('Team manager')).toContain(
      'Tom Reed (covers for Priya Shah, Team manager), Wed 25 March',
    );
    expect(factsOf(moved).get('Response, Team manager')).toContain('instead of Tom Reed, who was asked');
    expect(noteText(moved, child, sightOf(iroOlu, now), [])).toContain(
      'instead of Tom Reed, Team manager, who was asked',
    );
  });
});

describe('what Cafcass answered', () => {
  const saying = (dispute: Dispute, says = 'They will write to the Director') => ({ ...whyForm(dispute), says });
  const referred = kept(allowed(refer(aDispute(), whyForm(aDispute()), iroOlu, northmoor, now)));

  it('is kept with its day, as often as Cafcass answers, and shown', async () => {
    const { needs, clock, kept: record } = await disputeRoom('2026-03-25');
    allowed(await raiseDispute(raiseForm(), iroOlu, needs));
    allowed(await consultCafcass(whyForm(await record()), iroOlu, needs));
    expect(moreOf(await record(), sightOf(iroOlu, now)).mayNoteAdvice).toBe(true);
    clock.moveTo('2026-03-27');
    allowed(await cafcassSaid(saying(await record(), 'Refer it'), iroOlu, needs));
    allowed(await referToCafcass(whyForm(await record()), iroOlu, needs));
    clock.moveTo('2026-03-30');
    const dispute = allowed(await cafcassSaid(saying(await record()), iroOlu, needs));
    expect(dispute.cafcassSaid).toEqual([
      { on: '2026-03-27', says: 'Refer it' },
      { on: '2026-03-30', says: 'They will write to the Director' },
    ]);
    expect(dispute.history.at(-1)?.what).toBe('Cafcass answered: They will write to the Director');
    expect(factsOf(dispute).get('Cafcass answered')).toBe('Mon 30 March 2026: They will write to the Director');
    expect(noteText(dispute, child, sightOf(iroOlu, now), [])).toContain(
      'Cafcass answered: Fri 27 March 2026: Refer it',
    );
    expect(factsOf(dispute, ben, besideOnly).get('Cafcass answered')).toBe('Mon 30 March 2026');
  });

  it('has its button where Refer to Cafcass was, and is noted after the end too', () => {
    expect(disputeView(referred, sightOf(iroOlu, now))).toMatchObject({ mayRefer: false, mayNoteCafcass: true });
    expect(disputeView(aDispute(), sightOf(iroOlu, now))).toMatchObject({ mayRefer: true, mayNoteCafcass: false });
    const ended = kept(allowed(withdraw(referred, whyForm(referred), iroOlu, northmoor, now)));
    expect(allowed(noteCafcassSaid(ended, saying(ended), iroOlu, northmoor, now)).cafcassSaid).toHaveLength(1);
  });

  it('moves no stage and no day', () => {
    const said = allowed(noteCafcassSaid(referred, saying(referred), iroOlu, northmoor, now));
    expect({ ...said, cafcassSaid: [], history: referred.history, wakeAt: referred.wakeAt }).toEqual(referred);
  });

  it('is not asked for before Cafcass is, is noted once, and by the IRO or cover alone', async () => {
    const { needs } = await disputeRoom();
    allowed(await raiseDispute(raiseForm(), iroOlu, needs));
    expect(await askCafcassSaid({ dispute: 'D-0001', typed: {} }, iroOlu, needs)).toMatchObject({ ok: false });
    expect(noteCafcassSaid(aDispute(), saying(aDispute()), iroOlu, northmoor, now)).toMatchObject({
      because: expect.stringContaining('Cafcass has not been asked'),
    });
    const said = kept(allowed(noteCafcassSaid(referred, saying(referred), iroOlu, northmoor, now)));
    expect(noteCafcassSaid(said, saying(said), iroOlu, northmoor, now)).toMatchObject({ ok: false });
    for (const by of [priya, directorRuth, iroManagerKaren])
      expect(noteCafcassSaid(referred, saying(referred), by, northmoor, now)).toMatchObject({
        because: expect.stringContaining('Only the IRO'),
      });
  });
});

describe('what the child was told', () => {
  const telling = (dispute: Dispute, parts = {}) => ({
    ...whyForm(dispute),
    childKnows: false,
    advocateOn: null,
    ...parts,
  });
  const advocateOn = localDate('2026-03-24');

  it('can be added after it was raised, each as an entry of its own', () => {
    const knows = kept(
      allowed(tellChild(aDispute(), telling(aDispute(), { childKnows: true }), iroOlu, northmoor, now)),
    );
    expect(moreOf(knows, sightOf(iroOlu, now)).mayTellChild).toBe(true);
    const told = kept(allowed(tellChild(knows, telling(knows, { advocateOn }), iroOlu, northmoor, now)));
    expect(told.issue.childTold).toEqual({ knows: true, advocateOn });
    expect(told.history.slice(-2).map(({ what }) => what)).toEqual([
      'The child knows of this dispute',
      'The child was told of an advocate and how to complain on Tue 24 March 2026',
    ]);
    expect(factsOf(told).get('Does the child know')).toBe('Yes');
    expect(factsOf(told).get('Advocate, complaints')).toBe('Told of both on Tue 24 March 2026');
    expect(moreOf(told, sightOf(iroOlu, now)).mayTellChild).toBe(false);
  });

  it('is never taken back or changed, and nothing else of what the IRO wrote is', () => {
    const told = aDispute({ childKnows: true, advocateOn });
    const later = telling(told, { advocateOn: localDate('2026-03-25') });
    expect(tellChild(told, later, iroOlu, northmoor, now)).toMatchObject({ ok: false });
    const again = telling(aDispute({ advocateOn }), { childKnows: true, advocateOn: localDate('2026-03-25') });
    const addedTo = allowed(tellChild(aDispute({ advocateOn }), again, iroOlu, northmoor, now));
    expect(addedTo.issue.childTold).toEqual({ knows: true, advocateOn });
    const before = aDispute();
    const after = allowed(tellChild(before, telling(before, { childKnows: true }), iroOlu, northmoor, now));
    expect({ ...after.issue, childTold: before.issue.childTold }).toEqual(before.issue);
  });

  it('is refused for a day to come, beside its field, and to everybody but the IRO and cover', () => {
    const early = telling(aDispute(), { advocateOn: localDate('2026-03-26') });
    expect(tellChild(aDispute(), early, iroOlu, northmoor, now)).toMatchObject(
      refusedBeside('advocateOn', 'has not come yet'),
    );
    const form = telling(aDispute(), { childKnows: true });
    for (const by of [priya, directorRuth, iroManagerKaren])
      expect(tellChild(aDispute(), form, by, northmoor, now)).toMatchObject({ ok: false });
    const covered = away(iroOlu, iroNadia, '2026-03-20', '2026-03-30');
    const said = allowed(tellChild(aDispute(), form, iroNadia, covered, now)).history.at(-1)?.what;
    expect(said).toContain('as cover for Olu Bankole');
  });
});

it('a judgement that a response is not enough has its reason', () => {
  const form = { dispute: 'D-0001', revision: 1 };
  for (const verdict of ['partly', 'not'])
    expect(readJudgeForm({ ...form, verdict, why: ' ' })).toMatchObject(refusedBeside('why', 'say what is missing'));
  expect(readJudgeForm({ ...form, verdict: 'not', why: 'No date' })).toMatchObject({ ok: true });
  expect(readJudgeForm({ ...form, verdict: 'satisfactory' })).toMatchObject({ ok: true });
});

describe('that the note is in the child’s file', () => {
  const copied = [{ of: 'C-1042', by: iroOlu.id, at: at('2026-03-26', '16:20') }];

  it('is confirmed on the record with the time and by whom', () => {
    expect(factsOf(aDispute()).get('In the child’s file')).toBe('Not confirmed yet');
    expect(factsOf({ ...aDispute(), copied }).get('In the child’s file')).toBe(
      'Note copied Thu 26 March 2026, 16:20, by Olu Bankole',
    );
  });

  it('is said of each child that the reader may see, and whether something came since', () => {
    const dispute = { ...escalated(both, 1, at('2026-03-30')), copied };
    const all = { ...alone(dispute), children: dispute.children };
    expect(factsOf(dispute, iroOlu, all).get('In the child’s file')).toBe(
      'C-1042: Note copied Thu 26 March 2026, 16:20, by Olu Bankole; changed since. C-1043: Not confirmed yet',
    );
    expect(factsOf(dispute, ben, besideOnly).get('In the child’s file')).toBe('Not confirmed yet');
  });
});

it('a dispute that was stored before all this was kept is read as it was, with nothing made up', () => {
  const { legalStatuses: _, opened: __, cafcassSaid: ___, ...rest } = urgent;
  const { whyUrgent: ____, ...issue } = urgent.issue;
  const read = DISPUTE_SHAPE.schema.parse(JSON.parse(JSON.stringify({ ...rest, issue })));
  expect(read).toEqual({
    ...urgent,
    legalStatuses: [],
    opened: [],
    cafcassSaid: [],
    issue: { ...urgent.issue, whyUrgent: '' },
  });
  expect(factsOf(read).get('Urgent')).toMatch(/^Yes/);
  const letter = disputeLetterView(read, aLetter('dispute.respond'), sightOf(priya, now));
  expect('says' in letter && letter.says.map(({ line }) => line)).toContain('It is urgent.');
});
