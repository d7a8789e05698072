import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import type { Instant } from '../../src/clock.ts';
import { referToCafcass } from '../../src/disputes/cafcass/rules.ts';
import { resolve, withdraw } from '../../src/disputes/ending/rules.ts';
import { escalate, setAutomatic } from '../../src/disputes/escalating/rules.ts';
import { judge } from '../../src/disputes/judging/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { agreeToEscalate, respond } from '../../src/disputes/responding/rules.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { Outcome } from '../../src/refusal.ts';
import {
  aDispute,
  allowed,
  answered,
  escalated,
  escalateForm,
  judged,
  kept,
  resolveForm,
  respondForm,
  whyForm,
} from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

type Act = (dispute: Dispute, by: Person, authority: Authority, now: Instant) => Outcome<Dispute>;

const acts = {
  judge: (d, by, authority, now) => judge(d, { ...whyForm(d), verdict: 'partly' }, by, authority, now),
  escalate: (d, by, authority, now) => escalate(d, escalateForm(d, 2), by, authority, now),
  resolve: (d, by, authority, now) => resolve(d, resolveForm(d), by, authority, now),
  withdraw: (d, by, authority, now) => withdraw(d, whyForm(d), by, authority, now),
  cafcass: (d, by, authority, now) => referToCafcass(d, whyForm(d), by, authority, now),
  automatic: (d, by, authority, now) =>
    setAutomatic(d, { dispute: d.id, revision: d.revision, automatic: false }, by, authority, now),
  respond: (d, by, authority, now) => respond(d, respondForm(d), by, authority, now),
  agree: (d, by, authority, now) => agreeToEscalate(d, whyForm(d), by, authority, now),
} satisfies Record<string, Act>;
const act = (name: keyof typeof acts): Act => acts[name];

const iroActs = ['judge', 'escalate', 'resolve', 'withdraw', 'cafcass', 'automatic'] as const;
const officerActs = ['respond', 'agree'] as const;
const now = at('2026-03-26');
const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const others = [
  ayesha,
  tom,
  grace,
  headHelen,
  directorRuth,
  david,
  iroNadia,
  iroManagerKaren,
  supportFiona,
  administratorPeter,
];
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const standing = (name: string) => (name === 'judge' ? answered(aDispute()) : aDispute());

describe('who may do what', () => {
  it.each(iroActs)('lets the IRO %s', (name) => {
    expect(act(name)(standing(name), iroOlu, northmoor, now)).toMatchObject({ ok: true });
  });

  it.each(iroActs.flatMap((name) => [...others, priya].map((by) => [name, by.name, by] as const)))(
    'never lets anybody else %s: %s',
    (name, _who, by) => {
      expect(act(name)(standing(name), by, northmoor, now)).toMatchObject(refusedBecause('Only the IRO, Olu Bankole'));
    },
  );

  it.each(officerActs)('lets the officer at the stage %s', (name) => {
    expect(act(name)(aDispute(), priya, northmoor, now)).toMatchObject({ ok: true });
  });

  it.each(officerActs.flatMap((name) => [...others, iroOlu].map((by) => [name, by.name, by] as const)))(
    'lets nobody else %s: %s',
    (name, _who, by) => {
      expect(act(name)(aDispute(), by, northmoor, now)).toMatchObject(refusedBecause('Priya Shah answers there'));
    },
  );

  it.each(['judge', 'escalate', 'resolve', 'withdraw', 'cafcass'] as const)(
    'lets the IRO manager %s as cover while the IRO is away, and logs it so',
    (name) => {
      const authority = away(iroOlu, iroNadia, '2026-03-20', '2026-03-30');
      const done = allowed(act(name)(standing(name), iroManagerKaren, authority, now));
      expect(done.history.at(-1)).toMatchObject({
        by: iroManagerKaren.id,
        what: expect.stringContaining('as cover for Olu Bankole'),
      });
    },
  );

  it('keeps the standing instruction for the IRO alone, whoever covers', () => {
    const authority = away(iroOlu, iroNadia, '2026-03-20', '2026-03-30');
    expect(acts.automatic(aDispute(), iroNadia, authority, now)).toMatchObject(refusedBecause('Only the IRO'));
    expect(acts.automatic(aDispute(), iroManagerKaren, authority, now)).toMatchObject(refusedBecause('Only the IRO'));
  });

  it('does not let somebody outside the reviewing service cover for the IRO', () => {
    const authority = away(iroOlu, priya, '2026-03-20', '2026-03-30');
    expect(acts.escalate(aDispute(), priya, authority, now)).toMatchObject(refusedBecause('Only the IRO'));
  });
});

describe('responding', () => {
  it('keeps what the officer said and hands it to the IRO, while the clock runs on', () => {
    const before = aDispute();
    const after = answered(before);
    expect(after.state).toMatchObject({ at: 'awaiting-iro', rung: { due: '2026-04-01' } });
    expect(after.responses).toMatchObject([{ by: priya.id, kind: 'disagree', arrived: 'in-time', judged: null }]);
    expect(after.clock).toEqual(before.clock);
  });

  it('is for cover while the officer is away, found again when answering', () => {
    const authority = away(priya, tom, '2026-03-26', '2026-04-02');
    expect(acts.respond(aDispute(), tom, authority, now)).toMatchObject({ ok: true });
    expect(acts.respond(aDispute(), priya, authority, now)).toMatchObject(refusedBecause('Tom Reed covers for you'));
  });

  it('is in time on the stage’s last day, however late in the evening', () => {
    const after = allowed(acts.respond(aDispute(), priya, northmoor, at('2026-04-01', '23:30')));
    expect(after).toMatchObject({ responses: [{ arrived: 'in-time' }] });
  });

  it('is late but counts while the stage still waits after its last day', () => {
    const after = allowed(acts.respond(aDispute(), priya, northmoor, at('2026-04-02', '08:00')));
    expect(after).toMatchObject({ state: { at: 'awaiting-iro' }, responses: [{ arrived: 'late' }] });
  });

  it('changes nothing once the dispute has moved on, and is kept as a late answer', () => {
    const moved = escalated(aDispute(), 1, now);
    const after = allowed(acts.respond(moved, priya, northmoor, at('2026-03-27')));
    expect(after.state).toEqual(moved.state);
    expect(after.responses).toMatchObject([{ by: priya.id, arrived: 'after-moving-on' }]);
    expect(acts.respond(kept(after), priya, northmoor, at('2026-03-27'))).toMatchObject(refusedBecause('kept already'));
  });

  it.each([
    ['a second response', answered(aDispute()), respondForm(answered(aDispute())), 'already with the IRO'],
    [
      'an action whose day has passed',
      aDispute(),
      respondForm(aDispute(), { actions: [{ what: 'Visit', owner: 'Ayesha', by: localDate('2026-03-01') }] }),
      'has passed',
    ],
    ['a card from before', aDispute(), respondForm(aDispute(), { revision: 0 }), 'after your card was drawn'],
    [
      'a revision that was never drawn',
      aDispute(),
      respondForm(aDispute(), { revision: 99 }),
      'after your card was drawn',
    ],
  ])('refuses %s', (_what, dispute, form, because) => {
    expect(respond(dispute, form, priya, northmoor, now)).toMatchObject(refusedBecause(because));
  });
});

describe('agreeing to escalate', () => {
  it('passes it up at once with the reason', () => {
    const after = allowed(acts.agree(aDispute(), priya, northmoor, now));
    expect(after).toMatchObject({
      state: { at: 'formal', rung: { stage: 1, officer: grace.id, startedOn: '2026-03-26' } },
      climbed: [{ stage: 0, ended: 'passed-up' }],
    });
    expect(after.history.at(-1)!.what).toContain(
      'Agreed to escalate to Stage 2 of 5, Service manager: Because it must',
    );
  });

  it.each([
    ['while it is informal', aDispute({ startAt: INFORMAL }), priya, 'Only the IRO makes a dispute formal'],
    ['when the response is with the IRO', answered(aDispute()), priya, 'is with the IRO'],
    ['from the last stage', aDispute({ startAt: 4 }), david, 'nobody above this stage'],
  ])('is refused %s', (_when, dispute, by, because) => {
    expect(acts.agree(dispute, by, northmoor, now)).toMatchObject(refusedBecause(because));
  });
});

describe('judging a response', () => {
  it('keeps the stage and its day when it is only partly satisfactory, and the clock runs on', () => {
    const after = judged(answered(aDispute()), 'partly', at('2026-03-27'));
    expect(after.state).toMatchObject({ at: 'formal', rung: { stage: 0, due: '2026-04-01' } });
    expect(after.clock?.cap).toBe('2026-04-24');
    expect(acts.respond(after, priya, northmoor, at('2026-03-30'))).toMatchObject({ ok: true });
  });

  it('leaves only Resolve to do when it is satisfactory', () => {
    const after = judged(answered(aDispute()), 'satisfactory', at('2026-03-27'));
    expect(after).toMatchObject({
      state: { at: 'awaiting-iro' },
      responses: [{ judged: { verdict: 'satisfactory' } }],
    });
    expect(acts.judge(after, iroOlu, northmoor, now)).toMatchObject(refusedBecause('judged this response already'));
  });

  it('is of the response at this stage, not of one that was left unjudged below', () => {
    const passed = escalated(answered(aDispute()), 1, at('2026-03-27'));
    const done = judged(answered(passed, grace, at('2026-03-30')), 'satisfactory', at('2026-03-31'));
    expect(done.responses.map((response) => response.judged?.verdict ?? null)).toEqual([null, 'satisfactory']);
    expect(acts.judge(done, iroOlu, northmoor, now)).toMatchObject(refusedBecause('judged this response already'));
  });

  it('needs a response', () => {
    expect(acts.judge(aDispute(), iroOlu, northmoor, now)).toMatchObject(refusedBecause('no response to judge'));
  });
});

describe('escalating', () => {
  it('bypasses to the Director with the cap where it was (TV47)', () => {
    const after = allowed(escalate(aDispute(), escalateForm(aDispute(), 3), iroOlu, northmoor, at('2026-03-25')));
    expect(after).toMatchObject({ state: { rung: { stage: 3, due: '2026-03-30' } }, clock: { cap: '2026-04-24' } });
  });

  it('starts the twenty days when an informal dispute is made formal', () => {
    const informal = aDispute({ startAt: INFORMAL });
    expect(allowed(escalate(informal, escalateForm(informal, 0), iroOlu, northmoor, at('2026-03-27')))).toMatchObject({
      state: { at: 'formal', rung: { stage: 0, officer: priya.id } },
      clock: { formalOn: '2026-03-27' },
    });
  });

  it('passes over a vacant stage with a note', () => {
    const after = allowed(escalate(aDispute(), escalateForm(aDispute(), 1), iroOlu, without(grace), now));
    expect(after).toMatchObject({ state: { rung: { stage: 2, officer: headHelen.id } } });
    expect(after.history.at(-1)!.what).toContain('Service manager passed over');
  });

  it('never asks the same person twice in a row', () => {
    const authority = away(grace, priya, '2026-03-20', '2026-04-30');
    expect(allowed(escalate(aDispute(), escalateForm(aDispute(), 1), iroOlu, authority, now))).toMatchObject({
      state: { rung: { stage: 2 } },
    });
  });

  const atHead = escalated(aDispute(), 2, now);
  it.each([
    ['a step back down', atHead, 1, 'cannot go to a lower stage'],
    ['back to informal', atHead, INFORMAL, 'cannot go to a lower stage'],
    ['the stage it is at', atHead, 2, 'with the Head of service now'],
    ['a forged stage', atHead, 40, 'no stage 41'],
    [
      'a resolved dispute',
      kept(allowed(resolve(atHead, resolveForm(atHead), iroOlu, northmoor, now))),
      3,
      'brought to an end',
    ],
    [
      'a withdrawn dispute',
      kept(allowed(withdraw(atHead, whyForm(atHead), iroOlu, northmoor, now))),
      3,
      'was withdrawn',
    ],
  ])('refuses %s', (_what, dispute, to, because) => {
    expect(escalate(dispute, escalateForm(dispute, to), iroOlu, northmoor, now)).toMatchObject(refusedBecause(because));
  });

  it('refuses a double press by the revision of its card', () => {
    const dispute = aDispute();
    const once = kept(allowed(escalate(dispute, escalateForm(dispute, 1), iroOlu, northmoor, now)));
    expect(escalate(once, escalateForm(dispute, 2), iroOlu, northmoor, now)).toMatchObject(
      refusedBecause('after your card was drawn'),
    );
  });

  it('refuses where nobody is left to ask', () => {
    expect(escalate(aDispute(), escalateForm(aDispute(), 4), iroOlu, without(david), now)).toMatchObject(
      refusedBecause('Nobody is left to answer. Chief Executive passed over: nobody holds the post'),
    );
  });
});

describe('ending', () => {
  it('checks what was agreed at ten working days (TV50)', () => {
    const after = allowed(resolve(aDispute(), resolveForm(aDispute()), iroOlu, northmoor, at('2026-04-10')));
    expect(after).toMatchObject({
      state: { at: 'resolved-monitoring', checkOn: '2026-04-24', changed: 'A date to go home' },
      climbed: [{ ended: 'resolved' }],
    });
  });

  it('closes outright where nothing was agreed', () => {
    const form = resolveForm(aDispute(), { outcome: 'no-further-route' });
    expect(allowed(resolve(aDispute(), form, iroOlu, northmoor, now)).state).toMatchObject({
      at: 'closed',
      outcome: 'no-further-route',
    });
  });

  it('does not call it referred to Cafcass when it was not', () => {
    const form = resolveForm(aDispute(), { outcome: 'referred-to-cafcass' });
    expect(resolve(aDispute(), form, iroOlu, northmoor, now)).toMatchObject(
      refusedBecause('Press Refer to Cafcass first'),
    );
    const referred = kept(allowed(acts.cafcass(aDispute(), iroOlu, northmoor, now)));
    expect(resolve(referred, { ...form, revision: referred.revision }, iroOlu, northmoor, now)).toMatchObject({
      ok: true,
    });
  });

  it('is for good', () => {
    const withdrawn = kept(allowed(acts.withdraw(aDispute(), iroOlu, northmoor, now)));
    expect(withdrawn.state).toMatchObject({ at: 'withdrawn', why: 'Because it must' });
    for (const name of ['judge', 'escalate', 'resolve', 'withdraw', 'automatic'] as const) {
      expect(act(name)(withdrawn, iroOlu, northmoor, now)).toMatchObject(
        refusedBecause('D-0001 was withdrawn on Thu 26 March 2026'),
      );
    }
    expect(acts.respond(withdrawn, priya, northmoor, now)).toMatchObject(refusedBecause('was withdrawn'));
  });
});

describe('referring to Cafcass', () => {
  it('leaves the stages and their cards as they are', () => {
    const before = aDispute();
    const after = kept(allowed(acts.cafcass(before, iroOlu, northmoor, now)));
    expect(after).toMatchObject({
      cafcass: { on: '2026-03-26', why: 'Because it must' },
      state: before.state,
      clock: before.clock,
    });
    expect(respond(after, respondForm(before), priya, northmoor, now)).toMatchObject({ ok: true });
    expect(acts.cafcass(after, iroOlu, northmoor, now)).toMatchObject(
      refusedBecause('was referred to Cafcass on Thu 26 March 2026'),
    );
  });

  it('can be done at any stage, and while what was agreed is being checked', () => {
    const resolved = kept(allowed(acts.resolve(aDispute(), iroOlu, northmoor, now)));
    for (const dispute of [aDispute({ startAt: INFORMAL }), answered(aDispute()), aDispute({ startAt: 4 }), resolved]) {
      expect(acts.cafcass(dispute, iroOlu, northmoor, now)).toMatchObject({ ok: true });
    }
  });
});
