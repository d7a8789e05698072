import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import {
  approveConcern,
  askConcern,
  dealWithConcern,
  openConcern,
  raiseAlone,
  sendBackConcern,
} from '../../src/cases/concerns/actions.ts';
import { type AnswerKind, answerConcern, answersTo } from '../../src/cases/concerns/answers.ts';
import { readAnswerForm, readConcernForm, readRaiseForm } from '../../src/cases/concerns/form.ts';
import type { Concern } from '../../src/cases/concerns/model.ts';
import { raiseConcern } from '../../src/cases/concerns/rules.ts';
import { concernView } from '../../src/cases/concerns/view.ts';
import { maySeeConcern } from '../../src/cases/concerns/who.ts';
import type { Letter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase, aCaseWith, aConcern, caseRoom } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  sightOf,
  supportFiona,
  tom,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome } from '../timetable/case-facts.ts';

const now = at('2026-10-09');
const chiefDavid = [...northmoor.register.values()].find(({ name }) => name === 'David Lowe')!;
const WORDS = 'I have spoken with the school';

/** Who is written to 1:1. What the channel is told is in concern-channel.test.ts. */
function told(letters: readonly Letter[]): readonly string[] {
  const name = (id: string) => northmoor.register.get(id)?.name ?? id;
  return letters.flatMap(({ kind, to }) => ('person' in to ? `${kind} ${name(to.person)}` : []));
}

function answer(concern: Concern, kind: AnswerKind, by: Person, authority: Authority = northmoor, says = WORDS) {
  const about = aCase({ concerns: [concern] });
  return answerConcern(
    about,
    concern,
    kind,
    { concern: concern.id, drawn: answersTo(concern), says },
    { by, now, authority },
  );
}

/** The concern after an answer that must be allowed. */
function answered(concern: Concern, kind: AnswerKind, by: Person, authority: Authority = northmoor): Concern {
  return allowed(answer(concern, kind, by, authority)).after.concerns[0]!;
}

const lettersOf = (concern: Concern, kind: AnswerKind, by: Person, authority?: Authority) =>
  told(allowed(answer(concern, kind, by, authority)).letters);
const because = (concern: Concern, kind: AnswerKind, by: Person, authority?: Authority) => {
  const outcome = answer(concern, kind, by, authority);
  return outcome.ok ? null : outcome.because;
};

const fresh = aConcern();
const passedUp = answered(fresh, 'approve', priya);
const cameBack = answered(passedUp, 'send-back', grace);
const dealtWith = answered(fresh, 'deal', priya);
const sentBack = answered(fresh, 'send-back', priya);

const STATES = { fresh, passedUp, cameBack, dealtWith, sentBack };
const PEOPLE = [ayesha, ben, chloe, priya, tom, grace, martin, headHelen, directorRuth, chiefDavid, iroOlu].concat([
  iroManagerKaren,
  nominatedSamuel,
  coordinatorJosh,
  supportFiona,
  administratorPeter,
]);
const ABOVE = [grace, headHelen, directorRuth, chiefDavid];
const ALLOWED: Readonly<Record<keyof typeof STATES, Readonly<Record<AnswerKind, readonly Person[]>>>> = {
  fresh: { approve: [priya], deal: [priya, ...ABOVE], 'send-back': [priya, ...ABOVE] },
  passedUp: { approve: [], deal: ABOVE, 'send-back': ABOVE },
  cameBack: { approve: [], deal: [priya, ...ABOVE], 'send-back': [priya, ...ABOVE] },
  dealtWith: { approve: [], deal: [], 'send-back': [] },
  sentBack: { approve: [], deal: [], 'send-back': [] },
};
const TABLE = Object.entries(ALLOWED).flatMap(([state, acts]) =>
  Object.entries(acts).flatMap(([act, may]) =>
    PEOPLE.map((who) => ({ state, act, name: who.name, who, may: may.includes(who) })),
  ),
);

describe('a concern that is raised', () => {
  const raise = (by: Person, authority: Authority = northmoor) =>
    raiseConcern(
      aCase(),
      { about: 'agency', after: 'A meeting', says: [{ heading: 'What is the concern', text: 'No school place' }] },
      'E-0001',
      by,
      authority,
      now,
    );

  it('waits for the team manager, who is written to at once, with no word of it in the letter or the history', () => {
    const { about, letters } = raise(ayesha);
    expect(about.concerns).toEqual([
      aConcern({
        about: 'agency',
        after: 'A meeting',
        raisedAt: now,
        says: [{ heading: 'What is the concern', text: 'No school place' }],
      }),
    ]);
    expect(letters).toMatchObject([
      { kind: 'concern.raised', to: { person: priya.id }, facts: { concern: 'E-0001' }, live: true, writtenAt: now },
    ]);
    expect(about).toMatchObject({ wakeAt: now, history: [{}, { at: now, by: ayesha.id }] });
    expect(about.history.at(-1)!.what).toBe(
      'E-0001: concern raised (an agency not doing its part), waiting for the team manager',
    );
    expect(JSON.stringify([letters, about.history])).not.toContain('school');
  });

  const gone = { ...priya, id: 'has-left' };
  it.each([
    ['the team manager raised it', priya, northmoor, grace],
    ['nobody acts for the team manager', ayesha, away(priya, gone, '2026-10-09', '2026-10-09'), grace],
    [
      'the worker who raised it covers for the team manager',
      ayesha,
      away(priya, ayesha, '2026-10-09', '2026-10-09'),
      grace,
    ],
    [
      'the team manager raised it, and the service manager is away',
      priya,
      away(grace, martin, '2026-10-09', '2026-10-09'),
      martin,
    ],
    ['the team manager raised it, and there is no service manager', priya, without(grace), headHelen],
    [
      'the team manager raised it, and there is nobody else but the Director',
      priya,
      without(grace, martin, headHelen),
      directorRuth,
    ],
  ])('goes to the next one up when %s', (_why, by, council, hears) => {
    const { about, letters } = raise(by, council);
    expect(told(letters)).toEqual([`concern.raised ${hears.name}`]);
    expect(about.concerns[0]!.state).toEqual({ at: 'waiting', level: 'service-manager' });
  });

  it('goes to the cover of the team manager, still as a team manager’s', () => {
    const { about, letters } = raise(ayesha, away(priya, tom, '2026-10-09', '2026-10-09'));
    expect(told(letters)).toEqual(['concern.raised Tom Reed']);
    expect(about.concerns[0]!.state).toEqual({ at: 'waiting', level: 'team-manager' });
  });

  it('never goes to the child’s IRO, even as somebody’s cover', () => {
    expect(told(raise(ayesha, away(priya, iroOlu, '2026-10-09', '2026-10-09')).letters)).toEqual([
      'concern.raised Grace Obi',
    ]);
  });
});

describe('who may do what with a concern', () => {
  it.each(TABLE)('$state, $act, $name: $may', ({ state, act, who, may }) => {
    const outcome = answer(STATES[state as keyof typeof STATES], act as AnswerKind, who, northmoor, 'Other words');
    expect(outcome.ok).toBe(may);
  });

  it('lets the people around the child, and their managers, look', () => {
    const seeing = PEOPLE.filter((who) => maySeeConcern(aCase(), fresh, who, northmoor, now));
    const not = [ben, chloe, tom, martin, supportFiona, administratorPeter];
    expect(seeing).toEqual(PEOPLE.filter((who) => !not.includes(who)));
  });

  it('keeps it open to who raised it and who answered, when they no longer work on the case', () => {
    const about = aCase({ people: { socialWorker: ben.id, teamManager: tom.id, iro: iroOlu.id } });
    const seeing = [ayesha, priya, grace].filter((who) => maySeeConcern(about, cameBack, who, northmoor, now));
    expect(seeing).toEqual([ayesha, priya, grace]);
    expect(maySeeConcern(about, fresh, priya, northmoor, now)).toBe(false);
  });

  it.each([
    ['the team manager, away: their cover', away(priya, tom, '2026-10-09', '2026-10-09'), fresh, tom],
    ['the service manager, away: their cover', away(grace, martin, '2026-10-09', '2026-10-09'), passedUp, martin],
  ])('lets %s answer', (_who, council, concern, by) => {
    expect(answer(concern, 'deal', by, council).ok).toBe(true);
    expect(answer(concern, 'deal', by).ok).toBe(false);
  });

  it('lets nobody answer what they raised, also as cover for the manager it waits for', () => {
    const council = away(priya, ayesha, '2026-10-09', '2026-10-09');
    expect(because(fresh, 'deal', ayesha, council)).toBe(
      'You raised this concern, so somebody else answers it. E-0001 waits for Grace Obi (Service manager).',
    );
  });

  it.each([
    ['who raised it', ayesha],
    ['the child’s IRO', iroOlu],
  ])('gives no buttons to %s, covering for the team manager', (_who, by) => {
    const council = away(priya, by, '2026-10-09', '2026-10-09');
    const view = concernView({ about: aCase(), concern: fresh }, sightOf(by, now, council));
    expect(view).toMatchObject({ mayAnswer: false, mayPassUp: false, notice: 'Concern E-0001' });
    expect(answer(fresh, 'deal', by, council).ok).toBe(false);
  });

  it('says that it waits for you to the one who must answer, not to everybody who may', () => {
    const up = answered(fresh, 'approve', priya);
    const view = (by: Person) => concernView({ about: aCase({ concerns: [up] }), concern: up }, sightOf(by, now));
    expect([grace, headHelen].map((by) => view(by).mayAnswer)).toEqual([true, true]);
    expect(view(grace)).toMatchObject({ quiet: expect.stringContaining('● Waiting for you') });
    expect(view(headHelen)).toMatchObject({
      quiet: expect.stringContaining('○ Waiting for the service manager'),
      notice: 'Concern E-0001',
    });
  });

  it('lets nobody answer above what they passed up, also as cover for the manager above', () => {
    const council = away(grace, priya, '2026-10-09', '2026-10-09');
    const up = answered(fresh, 'approve', priya, council);
    expect(answer(up, 'deal', priya, council, 'Other words')).toMatchObject({
      because:
        'You passed this concern up, so somebody else answers it now. E-0001 waits for Helen Frost (Head of service).',
    });
    expect(lettersOf(fresh, 'approve', priya, council)).toContain('concern.raised Helen Frost');
  });
});

describe('a refusal', () => {
  it.each([
    [
      fresh,
      'deal',
      tom,
      'E-0001 waits for Priya Shah (Team manager). Only they, whoever covers for them and those above them can answer it.',
    ],
    [
      passedUp,
      'deal',
      chloe,
      'E-0001 waits for Grace Obi (Service manager). Only they, whoever covers for them and those above them can answer it.',
    ],
    [
      fresh,
      'approve',
      ayesha,
      'You raised this concern, so somebody else answers it. E-0001 waits for Priya Shah (Team manager).',
    ],
    [fresh, 'approve', grace, 'E-0001 has reached you already. Deal with it here or send it back.'],
    [passedUp, 'approve', grace, 'E-0001 has reached you already. Deal with it here or send it back.'],
    [
      cameBack,
      'approve',
      priya,
      'E-0001 has come back from the service manager. Deal with it here or send it back; if there is something new, raise a new concern.',
    ],
    [dealtWith, 'deal', grace, 'E-0001 was dealt with by Priya Shah on Fri 9 October 2026. Nothing more was saved.'],
    [sentBack, 'approve', grace, 'E-0001 was sent back by Priya Shah on Fri 9 October 2026. Nothing more was saved.'],
  ] as const)('says how things stand (%#)', (concern, kind, by, says) => {
    expect(because(concern, kind, by)).toBe(says);
  });

  it('is given to a card that was drawn before the last answer', () => {
    const about = aCase({ concerns: [cameBack] });
    const stale = { concern: 'E-0001', drawn: 0, says: 'Words of this morning' };
    expect(answerConcern(about, cameBack, 'deal', stale, { by: priya, now, authority: northmoor })).toMatchObject({
      ok: false,
      because:
        'E-0001 waits for Priya Shah (Team manager): it has moved on since this card was drawn. Nothing was saved; look again below.',
    });
  });

  it('is given when there is nobody above to hear it', () => {
    const alone = without(grace, martin, headHelen, directorRuth, chiefDavid);
    expect(because(fresh, 'approve', priya, alone)).toBe(
      'Nobody on the staff register is above you to hear E-0001. Deal with it here, and tell the administrator.',
    );
  });
});

describe('an answer', () => {
  it('passes the concern up to the service manager, with the words of the team manager', () => {
    expect(passedUp).toMatchObject({
      passedUp: { by: priya.id, at: now, says: WORDS },
      state: { at: 'waiting', level: 'service-manager' },
    });
    expect(lettersOf(fresh, 'approve', priya)).toEqual(['concern.raised Grace Obi', 'concern.answered Ayesha Khan']);
  });

  it('sends it back from the service manager to the team manager, every word kept', () => {
    expect(cameBack).toMatchObject({
      passedUp: { by: priya.id },
      sentDown: { by: grace.id, says: WORDS },
      state: { at: 'waiting', level: 'team-manager' },
    });
    expect(lettersOf(passedUp, 'send-back', grace)).toEqual([
      'concern.raised Priya Shah',
      'concern.answered Ayesha Khan',
    ]);
    expect(answered(cameBack, 'deal', priya)).toMatchObject({ state: { at: 'dealt-with', level: 'team-manager' } });
  });

  it('sends it back to who raised it when the team manager had no part in it', () => {
    const own = aConcern({ raisedBy: priya.id, state: { at: 'waiting', level: 'service-manager' } });
    expect(answered(own, 'send-back', grace).state).toMatchObject({ at: 'sent-back', level: 'service-manager' });
    expect(lettersOf(own, 'send-back', grace)).toEqual(['concern.answered Priya Shah']);
  });

  it.each([
    ['what a visit found, dealt with by the team manager', fresh, 'deal', priya, ['concern.told Grace Obi']],
    ['what a visit found, sent back', fresh, 'send-back', priya, ['concern.told Grace Obi']],
    ['an unplanned return', aConcern({ about: 'unplanned-return' }), 'deal', priya, ['concern.told Grace Obi']],
    ['an agency', aConcern({ about: 'agency' }), 'deal', priya, []],
    ['something else', aConcern({ about: 'other' }), 'deal', priya, []],
    ['what a visit found, dealt with by the service manager', fresh, 'deal', grace, []],
    ['what was passed up', passedUp, 'deal', grace, ['concern.told Priya Shah']],
    ['what came back', cameBack, 'deal', priya, ['concern.told Grace Obi']],
  ] as const)('tells who raised it, and the other manager who has to know: %s', (_what, concern, kind, by, others) => {
    expect(lettersOf(concern, kind, by)).toEqual(['concern.answered Ayesha Khan', ...others]);
  });

  it('reaches whoever covers for who raised it, unless that is who answers', () => {
    expect(lettersOf(fresh, 'deal', priya, away(ayesha, chloe, '2026-10-09', '2026-10-09'))[0]).toBe(
      'concern.answered Chloe Davies',
    );
    expect(lettersOf(fresh, 'deal', priya, away(ayesha, priya, '2026-10-09', '2026-10-09'))[0]).toBe(
      'concern.answered Ayesha Khan',
    );
  });

  it('is a line of history with how it stood before and after, and no word of the case', () => {
    const lines = [
      answer(fresh, 'approve', priya),
      answer(passedUp, 'send-back', grace),
      answer(cameBack, 'deal', priya),
      answer(fresh, 'send-back', priya),
    ].map((outcome) => allowed(outcome).after.history.at(-1)!.what);
    expect(lines).toEqual([
      'E-0001: escalation approved; was waiting for the team manager, now waiting for the service manager',
      'E-0001: sent back; was waiting for the service manager, now waiting for the team manager',
      'E-0001: dealt with; was waiting for the team manager, now dealt with',
      'E-0001: sent back; was waiting for the team manager, now sent back',
    ]);
    expect(lines.join()).not.toContain('school');
  });

  it('has a key of its own each time, so that none is left out', () => {
    const all = [
      ...allowed(answer(fresh, 'approve', priya)).letters,
      ...allowed(answer(passedUp, 'send-back', grace)).letters,
      ...allowed(answer(cameBack, 'deal', priya)).letters,
    ].map(({ key }) => key);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('regulation 30', () => {
  const reviewed = (concern: Concern, about = aCase()) =>
    concernView({ about, concern }, sightOf(priya, now)).hasReview;

  it('is named for what a visit found while the child is looked after, and for nothing else', () => {
    expect(reviewed(fresh)).toBe(true);
    expect(reviewed(aConcern({ about: 'agency' }))).toBe(false);
    expect(reviewed(fresh, aCaseWith(wentHome('2026-10-08', true)))).toBe(false);
  });
});

describe('raising one by itself', () => {
  const typed = { case: 'c-1042', about: 'agency', what: 'No school place', wanted: 'A meeting', once: 'form-1' };
  const form = (parts = {}) => allowed(readRaiseForm({ ...typed, ...parts }));

  it('asks for each of its words', () => {
    expect(readRaiseForm({ case: 'C-1042', once: 'x', about: 'visit', what: ' ' })).toMatchObject({
      beside: {
        about: 'What is it about: please choose one from the list.',
        what: 'What is the concern: please fill this in.',
        wanted: 'What do you ask for: please fill this in.',
      },
    });
    expect(readAnswerForm({ concern: 'e-0001', drawn: '0', says: '' })).toMatchObject({
      beside: { says: 'In your words: please fill this in.' },
    });
    expect(readConcernForm({ concern: { $ne: 1 } })).toMatchObject({ ok: false });
  });

  it('makes one however often and however fast the form is sent', async () => {
    const { needs, kept, store } = await caseRoom('2026-10-09', [aCase()]);
    const both = await Promise.all([raiseAlone(form(), ayesha, needs), raiseAlone(form(), ayesha, needs)]);
    const again = await raiseAlone(form(), ayesha, needs);
    const ids = [...both, again].map((outcome) => allowed(outcome).concern.id);
    expect(new Set(ids).size).toBe(1);
    expect((await kept()).concerns).toMatchObject([
      { about: 'agency', once: 'form-1', after: 'Raised by itself on Fri 9 October 2026' },
    ]);
    expect(await store.outbox.of({ kind: 'case', id: 'C-1042' })).toHaveLength(1);
  });

  it('takes nobody’s form for somebody else’s', async () => {
    const { needs, kept } = await caseRoom('2026-10-09', [aCase()]);
    await raiseAlone(form(), ayesha, needs);
    await raiseAlone(form(), priya, needs);
    expect((await kept()).concerns.map(({ raisedBy }) => raisedBy)).toEqual([ayesha.id, priya.id]);
  });

  it('makes two of two forms', async () => {
    const { needs, kept } = await caseRoom('2026-10-09', [aCase()]);
    await raiseAlone(form(), ayesha, needs);
    await raiseAlone(form({ once: 'form-2' }), ayesha, needs);
    expect((await kept()).concerns.map(({ id }) => id)).toEqual(['E-0001', 'E-0002']);
  });

  it.each([
    ['an IRO', iroOlu, 'As IRO you raise a dispute instead: type “raise dispute C-1042”. No manager can stop it.'],
    [
      'a head of service',
      headHelen,
      'A concern is raised by whoever works on the case: Ayesha Khan, Priya Shah, or their cover. Tell one of them, or the service manager.',
    ],
    [
      'somebody of another team',
      ben,
      'There is no case C-1042 that you work on. Type “cases” for yours, or “follow” to start one.',
    ],
  ])('is not for %s', async (_who, by, says) => {
    const { needs, kept } = await caseRoom('2026-10-09', [aCase()]);
    expect(await askConcern({ case: 'C-1042', typed: {} }, by, needs)).toMatchObject({ because: says });
    expect(await raiseAlone(form(), by, needs)).toMatchObject({ because: says });
    expect((await kept()).concerns).toEqual([]);
  });

  it.each([
    ['the social worker', ayesha],
    ['the team manager', priya],
  ])('is for %s', async (_who, by) => {
    const { needs } = await caseRoom('2026-10-09', [aCase()]);
    expect((await raiseAlone(form(), by, needs)).ok).toBe(true);
  });

  it('is for whoever covers', async () => {
    const { needs } = await caseRoom('2026-10-09', [aCase()], away(ayesha, ben, '2026-10-09', '2026-10-09'));
    expect((await raiseAlone(form(), ben, needs)).ok).toBe(true);
  });
});

describe('answering on record', () => {
  const form = { concern: 'E-0001', drawn: 0, says: WORDS };
  const room = () => caseRoom('2026-10-09', [aCase({ concerns: [fresh] })]);

  it.each([
    ['approve', approveConcern, { state: { at: 'waiting', level: 'service-manager' } }],
    ['deal', dealWithConcern, { state: { at: 'dealt-with' } }],
    ['send back', sendBackConcern, { state: { at: 'sent-back' } }],
  ] as const)('%s is saved once, pressed twice or at once', async (_act, act, as) => {
    const { needs, kept, store } = await room();
    const both = await Promise.all([act(form, priya, needs), act(form, priya, needs)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await act(form, priya, needs)).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({ revision: 2, concerns: [as], history: { length: 2 } });
    const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
    expect(letters.filter(({ to }) => 'person' in to)).toHaveLength(2);
  });

  it('does not take another button for the same press, though the words are the same', async () => {
    const { needs } = await room();
    await dealWithConcern(form, priya, needs);
    expect(await sendBackConcern(form, priya, needs)).toMatchObject({
      because: 'E-0001 was dealt with by Priya Shah on Fri 9 October 2026. Nothing more was saved.',
    });
  });

  it('lets the second of two different answers see the first', async () => {
    const { needs, kept } = await room();
    const [first, second] = await Promise.all([
      dealWithConcern(form, priya, needs),
      sendBackConcern({ ...form, says: 'Not yet' }, grace, needs),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect(await kept()).toMatchObject({ revision: 2 });
  });

  it.each([
    ['there is none', 'E-9999', priya, 0],
    ['of another service', 'E-0001', martin, 1],
    ['of another team', 'E-0001', tom, 1],
    ['of a case that is nobody’s business', 'E-0001', supportFiona, 1],
    ['the reference of the case', 'C-1042', priya, 0],
  ])(
    'finds nothing under a forged reference, and has the attempt on record once: %s',
    async (_why, concern, by, noted) => {
      const { needs, kept } = await room();
      const says = `There is no concern ${concern} for you to see. It is open to the people around the child and their managers.`;
      expect(await openConcern({ concern }, by, needs)).toMatchObject({ because: says });
      for (const act of [approveConcern, dealWithConcern, sendBackConcern]) {
        expect(await act({ ...form, concern }, by, needs)).toMatchObject({ because: says });
      }
      const { concerns, history } = await kept();
      expect(concerns).toEqual([fresh]);
      const tried = { by: by.id, what: 'Tried to open E-0001 and was refused: has no part in it' };
      expect(history.slice(1)).toMatchObject(Array(noted).fill(tried));
    },
  );
});
