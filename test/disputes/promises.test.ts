import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { type Instant, plusMinutes } from '../../src/clock.ts';
import { referToCafcass } from '../../src/disputes/cafcass/rules.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import { resolve, withdraw } from '../../src/disputes/ending/rules.ts';
import { escalate } from '../../src/disputes/escalating/rules.ts';
import { judge } from '../../src/disputes/judging/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { agreeToEscalate, respond } from '../../src/disputes/responding/rules.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import type { Outcome } from '../../src/refusal.ts';
import { aDispute, escalateForm, kept, resolveForm, respondForm, whyForm } from '../builders/dispute.ts';
import { iroOlu, northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

type Act = (dispute: Dispute, by: Person, now: Instant, to: number) => Outcome<Dispute>;

const ACTS: Readonly<Record<string, Act>> = {
  respond: (d, by, now) => respond(d, respondForm(d), by, northmoor, now),
  agree: (d, by, now) => agreeToEscalate(d, whyForm(d), by, northmoor, now),
  judge: (d, by, now) => judge(d, { ...whyForm(d), verdict: 'partly' }, by, northmoor, now),
  escalate: (d, by, now, to) => escalate(d, escalateForm(d, to), by, northmoor, now),
  cafcass: (d, by, now) => referToCafcass(d, whyForm(d), by, northmoor, now),
  resolve: (d, by, now) => resolve(d, resolveForm(d), by, northmoor, now),
  withdraw: (d, by, now) => withdraw(d, whyForm(d), by, northmoor, now),
};

const step = record({
  act: constantFrom(
    'sleep',
    ...Object.keys(ACTS).flatMap((name) => (['resolve', 'withdraw'].includes(name) ? [name] : [name, name, name])),
  ),
  by: constantFrom(iroOlu, iroOlu, ...northmoor.register.values()),
  to: integer({ min: -1, max: 6 }),
  hours: integer({ min: 1, max: 70 }),
});
const stageOf = ({ state }: Dispute) => ('rung' in state ? state.rung.stage : 99);

it('whatever anybody does, the twenty days stay as they were set, no stage goes down, and only the IRO ends it', () => {
  assert(
    property(array(step, { maxLength: 25 }), integer({ min: -1, max: 4 }), (steps, startAt) => {
      let dispute = aDispute({ startAt });
      let now = at('2026-03-25');
      for (const { act, by, to, hours } of steps) {
        now = plusMinutes(now, hours * 60);
        const before = dispute;
        const woken = wake(dispute, now, northmoor);
        if (woken.changed) dispute = kept(woken.dispute);
        const done = act === 'sleep' ? null : ACTS[act]!(dispute, by, now, to);
        if (done?.ok) dispute = kept(done.value);

        expect(DISPUTE_SHAPE.schema.safeParse(dispute).success).toBe(true);
        expect(dispute.history.slice(0, before.history.length)).toEqual(before.history);
        if (before.clock) expect(dispute.clock).toEqual(before.clock);
        expect(stageOf(dispute)).toBeGreaterThanOrEqual(stageOf(before));
        if ('rung' in before.state && !('rung' in dispute.state)) expect(by.id).toBe(iroOlu.id);
        if (dispute.clock && 'rung' in dispute.state) expect(dispute.state.rung.due <= dispute.clock.cap).toBe(true);
        expect(woken.wakeAt === null || woken.wakeAt > now).toBe(true);
        expect(wake(dispute, now, northmoor).changed).toBe(false);
      }
    }),
    { seed: 20, numRuns: 100 },
  );
});
