import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/clock.ts';
import { askCafcass, askConsult, consultCafcass, referToCafcass } from '../../src/disputes/cafcass/actions.ts';
import { consultCafcass as consult, referToCafcass as refer } from '../../src/disputes/cafcass/rules.ts';
import { resolveDispute, withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { resolve } from '../../src/disputes/ending/rules.ts';
import { setAutomatic } from '../../src/disputes/escalating/rules.ts';
import { lettersOf } from '../../src/disputes/letters/rules.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { noteText } from '../../src/disputes/notes/words.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
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
import { reopened, resolved, unsent } from '../builders/dispute-after.ts';
import { directorRuth, iroManagerKaren, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-26');
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });

async function raisedRoom() {
  const room = await disputeRoom();
  allowed(await raiseDispute(raiseForm(), iroOlu, room.needs));
  return room;
}

describe('7.5 no. 2: a referral to Cafcass beside the local stages', () => {
  it('leaves every stage, reminder and day as it would have been', () => {
    const before = aDispute();
    const referred = kept(allowed(refer(before, whyForm(before), iroOlu, northmoor, now)));
    const mornings = ['2026-03-30', '2026-04-01', '2026-04-02', '2026-04-13', '2026-04-20'].map((day) =>
      at(day, '09:00'),
    );
    const alone = wokenOn(before, mornings);
    const beside = wokenOn(referred, mornings);
    expect(beside.dispute.clock).toEqual(alone.dispute.clock);
    expect(beside.dispute.state).toEqual(alone.dispute.state);
    expect(sayLetters(beside.letters)).toEqual(sayLetters(alone.letters));
  });

  it('tells the officer, the Director and the IRO manager, who are not asked', async () => {
    const room = await raisedRoom();
    allowed(await referToCafcass(whyForm(await room.kept()), iroOlu, room.needs));
    const letters = sayLetters(await room.store.outbox.of({ kind: 'dispute', id: 'D-0001' }));
    for (const name of ['Priya Shah', 'Ruth Adeyemi', 'Karen Price'])
      expect(letters).toContain(`told cafcass to ${name}`);
  });

  it('is the IRO’s own: nobody else may, and nobody above can stop it', () => {
    for (const by of [priya, directorRuth, iroManagerKaren])
      expect(refer(aDispute(), whyForm(aDispute()), by, northmoor, now)).toMatchObject(refusedBecause('Only the IRO'));
  });
});

describe('a referral at any moment', () => {
  it('is one press from every card of a live dispute, and from an ended one', () => {
    const resolved = {
      at: 'closed',
      on: localDate('2026-03-26'),
      outcome: 'explanation-accepted',
      changed: 'x',
    } as const;
    for (const dispute of [
      aDispute({ startAt: -1 }),
      aDispute(),
      answered(aDispute()),
      { ...aDispute(), state: resolved },
    ])
      expect(disputeView(dispute, sightOf(iroOlu, now)).mayRefer).toBe(true);
    expect(disputeView(aDispute(), sightOf(directorRuth, now)).mayRefer).toBe(false);
  });

  it('may be pressed from a card that was drawn before the dispute moved on', () => {
    const before = aDispute();
    const moved = escalated(before, 1, now);
    expect(refer(moved, whyForm(before), iroOlu, northmoor, now)).toMatchObject({ ok: true });
  });

  it('wakes the dispute at once, as every act does, and so does the standing instruction from an old card', () => {
    const before = aDispute();
    const moved = { ...escalated(before, 1, now), wakeAt: at('2026-04-10') };
    const form = { dispute: before.id, revision: before.revision, automatic: false };
    expect(allowed(refer(moved, whyForm(before), iroOlu, northmoor, now)).wakeAt).toBe(now);
    expect(allowed(setAutomatic(moved, form, iroOlu, northmoor, now))).toMatchObject({
      wakeAt: now,
      escalateAutomatically: false,
    });
  });

  it('can be made after the dispute has ended while the child is looked after', async () => {
    const room = await raisedRoom();
    allowed(await withdrawDispute(whyForm(await room.kept()), iroOlu, room.needs));
    expect(await askCafcass({ dispute: 'D-0001', typed: {} }, iroOlu, room.needs)).toMatchObject({ ok: true });
    const referred = allowed(await referToCafcass(whyForm(await room.kept()), iroOlu, room.needs));
    expect(referred).toMatchObject({
      state: { at: 'withdrawn' },
      cafcass: { on: '2026-03-25', why: 'Because it must' },
    });
    expect(await referToCafcass(whyForm(referred), iroOlu, room.needs)).toMatchObject(
      refusedBecause('was referred to Cafcass on Wed 25 March 2026'),
    );
  });

  it('is no longer made from a dispute that has ended once the child is not looked after', async () => {
    const room = await raisedRoom();
    allowed(await resolveDispute(resolveForm(await room.kept(), { outcome: 'no-further-route' }), iroOlu, room.needs));
    const about = (await room.needs.cases.get(child.id))!;
    const home = { on: localDate('2026-03-24'), what: 'returned-home', planned: true } as const;
    await room.needs.cases.save({ ...about, events: [...about.events, home] });
    const because = refusedBecause('is no longer looked after, so it is not referred from here');
    expect(await askCafcass({ dispute: 'D-0001', typed: {} }, iroOlu, room.needs)).toMatchObject(because);
    expect(await referToCafcass(whyForm(await room.kept()), iroOlu, room.needs)).toMatchObject(because);
  });

  it('is never made from a dispute that is void', () => {
    const asked = { by: iroOlu.id, at: now, because: 'duplicate', why: 'x' } as const;
    const state = { at: 'void', on: localDate('2026-03-26'), why: 'x', by: iroManagerKaren.id, asked } as const;
    expect(refer({ ...aDispute(), state }, whyForm(aDispute()), iroOlu, northmoor, now)).toMatchObject({ ok: false });
    expect(disputeView({ ...aDispute(), state }, sightOf(iroOlu, now)).mayRefer).toBe(false);
  });
});

describe('a referral in a later cycle', () => {
  const refers = (dispute: Dispute, when: Instant, why: string) =>
    refer(dispute, whyForm(dispute, why), iroOlu, northmoor, when);
  const first = kept(allowed(refers(aDispute(), at('2026-03-26'), 'Not safe')));
  const again = reopened(resolved(first), at('2026-06-01'));
  const second = kept(allowed(refers(again, at('2026-06-03'), 'Not safe still')));

  it('is allowed once in each, and each keeps its day', () => {
    expect(again).toMatchObject({ cafcass: null, earlierCafcass: [{ on: '2026-03-26', why: 'Not safe' }] });
    expect(disputeView(again, sightOf(iroOlu, at('2026-06-01')))).toMatchObject({ mayRefer: true });
    expect(second).toMatchObject({
      cafcass: { on: '2026-06-03', why: 'Not safe still' },
      earlierCafcass: [{ on: '2026-03-26', why: 'Not safe' }],
    });
    expect(refers(second, at('2026-06-04'), 'More')).toMatchObject(refusedBecause('on Wed 3 June 2026'));
    expect(disputeView(second, sightOf(iroOlu, at('2026-06-04')))).toMatchObject({ mayRefer: false });
    expect(DISPUTE_SHAPE.schema.safeParse(second).success).toBe(true);
  });

  it('belongs to the cycle that had ended where it was made after the end', () => {
    const late = kept(allowed(refers(resolved(), at('2026-05-29'), 'It is not done')));
    const anew = reopened(late, at('2026-06-01'));
    expect(anew).toMatchObject({ cafcass: null, earlierCafcass: [{ on: '2026-05-29' }] });
    expect(refers(anew, at('2026-06-01'), 'Not safe').ok).toBe(true);
    expect(reopened(resolved(anew, at('2026-06-12')), at('2026-07-01')).earlierCafcass).toHaveLength(1);
  });

  it('tells the officer, the Director and the IRO manager again', () => {
    const writing = { authority: northmoor, now: at('2026-06-03'), by: iroOlu.id };
    const after = allowed(refers(again, at('2026-06-03'), 'Not safe still'));
    expect(sayLetters(lettersOf(again, after, writing))).toEqual([
      'told cafcass to Priya Shah',
      'told cafcass to Ruth Adeyemi',
      'told cafcass to Karen Price',
    ]);
  });

  it('is said with every day that there was one, wherever referrals are said', () => {
    const value = (dispute: Dispute) =>
      disputeView(dispute, sightOf(iroOlu, at('2026-06-04'))).details.find(({ title }) => title === 'Cafcass')?.value;
    expect(value(again)).toBe('Referred on Thu 26 March 2026: Not safe');
    expect(value(second)).toBe('Referred on Thu 26 March 2026: Not safe. Referred on Wed 3 June 2026: Not safe still');
    const letter = (dispute: Dispute) =>
      JSON.stringify(
        disputeLetterView(dispute, unsent('dispute.respond', { rung: '1' }, priya), sightOf(priya, at('2026-06-04'))),
      );
    expect(letter(second)).toContain('Cafcass: referred on Thu 26 March 2026 and Wed 3 June 2026.');
    expect(letter(again)).toContain('Cafcass: referred on Thu 26 March 2026.');
    const note = noteText(second, child, sightOf(iroOlu, at('2026-06-04')), []);
    expect(note).toContain('Cafcass: referred on Thu 26 March 2026: Not safe');
    expect(note).toContain('Cafcass: referred on Wed 3 June 2026: Not safe still');
  });

  it('lets the local process end as referred, in whichever cycle that was', () => {
    const ends = (dispute: Dispute) =>
      resolve(dispute, resolveForm(dispute, { outcome: 'referred-to-cafcass' }), iroOlu, northmoor, at('2026-06-04'));
    expect(ends(again).ok).toBe(true);
    expect(ends(aDispute())).toMatchObject(refusedBecause('has not been referred to Cafcass'));
  });

  it('is none in what was kept before referrals of earlier cycles were', () => {
    const { earlierCafcass: _, ...old } = first;
    expect(DISPUTE_SHAPE.schema.parse(old)).toMatchObject({ cafcass: first.cafcass, earlierCafcass: [] });
  });
});

describe('asking Cafcass for advice', () => {
  it('is noted with why, once, and is no referral', async () => {
    const room = await raisedRoom();
    expect(await askConsult({ dispute: 'D-0001', typed: {} }, iroOlu, room.needs)).toMatchObject({ ok: true });
    const noted = allowed(await consultCafcass(whyForm(await room.kept()), iroOlu, room.needs));
    expect(noted).toMatchObject({ cafcass: null, cafcassConsulted: { on: '2026-03-25', why: 'Because it must' } });
    expect(noted.history.at(-1)!.what).toBe('Asked Cafcass for advice: Because it must');
    expect(await consultCafcass(whyForm(noted), iroOlu, room.needs)).toMatchObject(
      refusedBecause('was asked for advice on'),
    );
  });

  it('is the IRO’s alone to note', () => {
    for (const by of [priya, directorRuth, iroManagerKaren])
      expect(consult(aDispute(), whyForm(aDispute()), by, northmoor, now)).toMatchObject(
        refusedBecause('Only the IRO'),
      );
  });
});
