import { describe, expect, it } from 'vitest';
import type { CaseStore } from '../../src/cases/store.ts';
import { type DisputeNeeds, openDispute } from '../../src/disputes/actions.ts';
import { askLegalAdvice } from '../../src/disputes/advice/actions.ts';
import { cafcassSaid, consultCafcass, referToCafcass } from '../../src/disputes/cafcass/actions.ts';
import { checkDispute } from '../../src/disputes/checking/actions.ts';
import { overtakeDispute, resolveDispute, withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { overtake, resolve, withdraw } from '../../src/disputes/ending/rules.ts';
import { escalateDispute, setAutomatic } from '../../src/disputes/escalating/actions.ts';
import { judgeResponse } from '../../src/disputes/judging/actions.ts';
import { listDisputes } from '../../src/disputes/list/actions.ts';
import { readListForm } from '../../src/disputes/list/form.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { reopenDispute } from '../../src/disputes/reopening/actions.ts';
import { agreeToEscalate, respondToDispute } from '../../src/disputes/responding/actions.ts';
import { tellChild } from '../../src/disputes/telling/actions.ts';
import { agreeVoid, askVoid, notVoid } from '../../src/disputes/voiding/actions.ts';
import { agreeVoid as agreesVoid, askVoid as asksVoid } from '../../src/disputes/voiding/rules.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import type { Person } from '../../src/people/model.ts';
import { done, type Outcome, refuse } from '../../src/refusal.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  disputeRoom,
  judged,
  kept,
  raiseForm,
  resolveForm,
  respondForm,
  whyForm,
} from '../builders/dispute.ts';
import { administratorPeter, grace, iroManagerKaren, iroOlu, northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lightStore } from './light-store.ts';
import { WEARERS } from './matrix-hats.ts';
import {
  HATS,
  type Hat,
  LIVE_STATES,
  MAY_AGREE_VOID,
  MAY_ASK_VOID,
  MAY_RAISE,
  STATES,
  type State,
  TABLE,
} from './matrix-table.ts';

const now = at('2026-03-27');
const satisfied = judged(answered(aDispute({ startAt: 1 }), grace), 'satisfactory', now);
const asking = (dispute: Dispute) => ({ ...whyForm(dispute), because: 'duplicate', drawn: 0 }) as const;
const asked = (dispute: Dispute, by: Person) => kept(allowed(asksVoid(dispute, asking(dispute), by, northmoor, now)));
const agreeing = (dispute: Dispute) => ({ ...whyForm(dispute), asked: dispute.voiding?.at ?? now, says: 'Yes' });
const voided = (dispute: Dispute) =>
  kept(allowed(agreesVoid(dispute, agreeing(dispute), iroManagerKaren, northmoor, now)));
const ended = (outcome: 'actions-agreed' | 'no-further-route') =>
  kept(allowed(resolve(satisfied, resolveForm(satisfied, { outcome }), iroOlu, northmoor, now)));

const AS: Readonly<Record<State, Dispute>> = {
  informal: aDispute({ startAt: INFORMAL }),
  'formal at stage 1': aDispute(),
  'formal at stage 2': aDispute({ startAt: 1 }),
  'formal at stage 3': aDispute({ startAt: 2 }),
  'formal at stage 4': aDispute({ startAt: 3 }),
  'formal at stage 5': aDispute({ startAt: 4 }),
  'awaiting the IRO at stage 2': answered(aDispute({ startAt: 1 }), grace),
  'satisfied at stage 2': satisfied,
  'resolved, being checked': ended('actions-agreed'),
  closed: ended('no-further-route'),
  withdrawn: kept(allowed(withdraw(satisfied, whyForm(satisfied), iroOlu, northmoor, now))),
  overtaken: kept(allowed(overtake(satisfied, whyForm(satisfied), iroOlu, northmoor, now))),
  void: voided(asked(satisfied, iroOlu)),
};

/** The same, with Cafcass asked about it. */
const aboutCafcass = (dispute: Dispute): Dispute => ({
  ...dispute,
  cafcassConsulted: { on: dispute.raisedOn, why: 'Asked' },
});

type Press = (dispute: Dispute, by: Person, needs: DisputeNeeds) => Promise<Outcome<Dispute>>;

const nextStage = ({ state }: Dispute) => ('rung' in state ? state.rung.stage + 1 : 4);
const PRESSES: Readonly<Record<keyof typeof TABLE, Press>> = {
  respond: (dispute, by, needs) => respondToDispute(respondForm(dispute), by, needs),
  'agree to escalate': (dispute, by, needs) => agreeToEscalate(whyForm(dispute), by, needs),
  judge: (dispute, by, needs) => judgeResponse({ ...whyForm(dispute), verdict: 'partly' }, by, needs),
  escalate: (dispute, by, needs) => escalateDispute({ ...whyForm(dispute), to: nextStage(dispute) }, by, needs),
  resolve: (dispute, by, needs) => resolveDispute(resolveForm(dispute), by, needs),
  withdraw: (dispute, by, needs) => withdrawDispute(whyForm(dispute), by, needs),
  overtake: (dispute, by, needs) => overtakeDispute(whyForm(dispute), by, needs),
  automatic: (dispute, by, needs) => setAutomatic({ ...whyForm(dispute), automatic: false }, by, needs),
  check: (dispute, by, needs) => {
    const form = { ...whyForm(dispute), kind: 'ten-days', passed: false, says: 'Not begun', to: null } as const;
    return checkDispute(form, by, needs);
  },
  reopen: (dispute, by, needs) => reopenDispute({ ...whyForm(dispute), to: 3 }, by, needs),
  'refer to Cafcass': (dispute, by, needs) => referToCafcass(whyForm(dispute), by, needs),
  'consult Cafcass': (dispute, by, needs) => consultCafcass(whyForm(dispute), by, needs),
  'what Cafcass said': (dispute, by, needs) => cafcassSaid({ ...whyForm(dispute), says: 'They will write' }, by, needs),
  'what the child was told': (dispute, by, needs) =>
    tellChild({ ...whyForm(dispute), childKnows: true, advocateOn: null }, by, needs),
  'legal advice': (dispute, by, needs) => askLegalAdvice(whyForm(dispute), by, needs),
  open: (dispute, by, needs) => openDispute({ dispute: dispute.id }, by, needs),
};

const { cases: ofTheChild } = (await disputeRoom()).needs;

/** The cases of the council as somebody in that hat finds them. */
const CASES = new Map(
  await Promise.all(
    HATS.map(async (hat) => {
      const { about } = WEARERS[hat];
      if (!about) return [hat, ofTheChild] as const;
      const kept = openMemoryStore([RETURNING_CASE_SHAPE]).records(RETURNING_CASE_SHAPE);
      await kept.save(about);
      return [hat, kept as CaseStore] as const;
    }),
  ),
);

/** A press of somebody in a hat, on a dispute kept just so. */
function pressed(press: Press, dispute: Dispute, hat: Hat): Promise<Outcome<Dispute>> {
  const { by, authority } = WEARERS[hat];
  const { disputes, put } = lightStore();
  put(dispute);
  return press(dispute, by, { cases: CASES.get(hat)!, disputes, authority, clock: { now: () => now } });
}

async function allowedTo(press: Press, dispute: Dispute): Promise<readonly Hat[]> {
  const outcomes = await Promise.all(HATS.map((hat) => pressed(press, dispute, hat)));
  return HATS.filter((_, index) => outcomes[index]!.ok);
}

const inOrder = (hats: readonly Hat[]) => HATS.filter((hat) => hats.includes(hat));
const acts = Object.keys(TABLE) as (keyof typeof TABLE)[];

describe.each(acts)('%s', (act) => {
  it.each(STATES)('of a dispute that is %s is for these and no others', async (state) => {
    const dispute = act === 'what Cafcass said' ? aboutCafcass(AS[state]) : AS[state];
    expect(await allowedTo(PRESSES[act], dispute)).toEqual(inOrder(TABLE[act][state]));
  });
});

describe('listing', () => {
  const lists =
    (show: 'open' | 'ended'): Press =>
    async (dispute, by, needs) => {
      const { disputes } = allowed(await listDisputes(allowed(readListForm({ show })), by, needs));
      return disputes.length > 0 ? done(dispute) : refuse('Not on it');
    };

  it.each(STATES)('shows a dispute that is %s to whoever may open it, among the open or the ended', async (state) => {
    const isLive = LIVE_STATES.includes(state);
    expect(await allowedTo(lists(isLive ? 'open' : 'ended'), AS[state])).toEqual(inOrder(TABLE.open[state]));
    expect(await allowedTo(lists(isLive ? 'ended' : 'open'), AS[state])).toEqual([]);
  });
});

describe('raising', () => {
  it.each([
    ['informally', INFORMAL],
    ['at the first stage', 0],
    ['with a bypass to the Director', 3],
  ])('%s is for the IRO and cover, whatever other disputes there are', async (_how, startAt) => {
    for (const state of ['formal at stage 1', 'closed', 'void'] as const) {
      const raises: Press = (_dispute, by, needs) =>
        raiseDispute(raiseForm({ startAt, whyThere: 'They decided it', once: 'another' }), by, needs);
      expect(await allowedTo(raises, { ...AS[state], id: 'D-0009' })).toEqual(inOrder(MAY_RAISE));
    }
  });
});

describe('asking that it is void', () => {
  const asks: Press = (dispute, by, needs) => askVoid(asking(dispute), by, needs);
  const agrees: Press = (dispute, by, needs) => agreeVoid(agreeing(dispute), by, needs);
  const says: Press = (dispute, by, needs) => notVoid(agreeing(dispute), by, needs);

  it.each(STATES.filter((state) => state !== 'void'))('%s is for these and no others', async (state) => {
    const drawn = AS[state];
    expect(await allowedTo(asks, drawn)).toEqual(inOrder(MAY_ASK_VOID));
  });

  it('is not for anybody once it is void', async () => {
    expect(await allowedTo(asks, AS.void)).toEqual([]);
  });

  it.each(STATES)('has nobody to answer while nobody has asked: %s', async (state) => {
    expect(await allowedTo(agrees, AS[state])).toEqual([]);
    expect(await allowedTo(says, AS[state])).toEqual([]);
  });

  it.each([
    ['the IRO', iroOlu],
    ['the IRO manager', iroManagerKaren],
    ['the administrator', administratorPeter],
  ] as const)('is answered by these and no others when %s asked, never without the IRO', async (asker, by) => {
    const waiting = asked(AS['formal at stage 2'], by);
    expect(await allowedTo(agrees, waiting)).toEqual(inOrder(MAY_AGREE_VOID[asker]));
    expect(await allowedTo(says, waiting)).toEqual(inOrder(MAY_AGREE_VOID[asker]));
  });
});

/** Those who manage the case, in every hat: what they do may add words, or take it up, and nothing else. */
const MANAGERS = HATS.filter((hat) =>
  /team manager|service manager|head of service|Director|Chief|social worker|nominated|co-ordinator|support|a manager who covers/.test(
    hat,
  ),
);

describe('independence', () => {
  const everything: readonly (readonly [string, Press])[] = [
    ...Object.entries(PRESSES),
    ['ask void', (dispute, by, needs) => askVoid(asking(dispute), by, needs)],
    ['agree void', (dispute, by, needs) => agreeVoid(agreeing(dispute), by, needs)],
    ['say not void', (dispute, by, needs) => notVoid(agreeing(dispute), by, needs)],
  ];
  const states = [...Object.entries(AS), ['asked to be void', asked(AS['formal at stage 2'], iroOlu)] as const];

  it.each(everything)('no manager who presses “%s” ends, stops, delays or edits a dispute', async (_act, press) => {
    for (const [, before] of states) {
      for (const hat of MANAGERS) {
        const outcome = await pressed(press, before, hat);
        if (!outcome.ok) continue;
        const after = outcome.value;
        expect('rung' in after.state).toBe('rung' in before.state);
        expect(
          after.state.at === before.state.at || after.state.at === 'awaiting-iro' || after.climbed.length === 1,
        ).toBe(true);
        const same = [
          'clock',
          'earlierClocks',
          'ladder',
          'issue',
          'children',
          'raisedBy',
          'escalateAutomatically',
          'urgent',
          'cafcass',
          'voiding',
          'checks',
        ] as const;
        for (const part of same) expect(after[part]).toEqual(before[part]);
        expect(after.history.slice(0, before.history.length)).toEqual(before.history);
        expect(after.responses.slice(0, before.responses.length)).toEqual(before.responses);
        if (!('rung' in before.state) || !('rung' in after.state)) continue;
        expect(after.state.rung.stage).toBeGreaterThanOrEqual(before.state.rung.stage);
        if (after.state.rung.stage === before.state.rung.stage) expect(after.state.rung).toEqual(before.state.rung);
      }
    }
  });

  it('the IRO manager has no say over the head of an IRO who is there', async () => {
    const hat = 'the IRO manager while the IRO is there';
    const may = acts.filter((act) => STATES.some((state) => (TABLE[act][state] as readonly Hat[]).includes(hat)));
    expect(may).toEqual(['open']);
  });

  it('what cover does is said to be cover’s', async () => {
    for (const [act, state] of [
      ['escalate', 'formal at stage 2'],
      ['judge', 'awaiting the IRO at stage 2'],
      ['resolve', 'satisfied at stage 2'],
      ['withdraw', 'informal'],
      ['overtake', 'formal at stage 1'],
      ['check', 'resolved, being checked'],
      ['reopen', 'closed'],
      ['refer to Cafcass', 'formal at stage 3'],
      ['consult Cafcass', 'formal at stage 3'],
      ['legal advice', 'formal at stage 3'],
      ['what the child was told', 'formal at stage 3'],
    ] as const) {
      for (const hat of ['an IRO who covers for the IRO', 'the IRO manager while the IRO is away'] as const) {
        const { by } = WEARERS[hat];
        const before = AS[state];
        const { history } = allowed(await pressed(PRESSES[act], before, hat));
        const said = history.slice(before.history.length).filter((line) => line.by === by.id);
        expect(said.map(({ what }) => what).join(' ')).toContain('as cover for Olu Bankole');
      }
    }
  });

  it('the child’s case is one that is looked after all the while, so that no cell is refused for another reason', () => {
    expect(child.events.map(({ what }) => what)).toEqual(['became-looked-after', 'placement-started']);
  });
});
