import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { answerItems } from '../../src/returns/checklist/answering.ts';
import { CHECKLIST_VERSION, type Item, itemsOf } from '../../src/returns/checklist/checklist.ts';
import { questionsFor, questionsLetters } from '../../src/returns/checklist/mine.ts';
import { questionsLetter, questionsView } from '../../src/returns/checklist/mine-view.ts';
import { mayAnswer, OWNERS, type Owner, sayOwners, sayWhose } from '../../src/returns/checklist/owners.ts';
import { firstCardFor } from '../../src/returns/checklist/turning.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import type { Returning } from '../../src/returns/model.ts';
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
  iroNadia,
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
import {
  aged17,
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  doing,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

const planned: Returning = { about: aReturningCase({ returns: [aPlan()] }), plan: aPlan() };
const home: Returning = { about: aReturningCase({ returns: [anUnplanned()] }), plan: anUnplanned() };
const young: Returning = { about: aged17(), plan: aPlan({ route: 'sixteen-or-seventeen' }) };
const item = (id: string) => itemsOf(CHECKLIST_VERSION).find((one) => one.id === id)!;
const ownedBy = (owner: Owner): Item => ({ ...item('CON-01'), owners: [owner] });

const EVERYONE = {
  'the social worker': ayesha,
  'the team manager': priya,
  'the service manager': grace,
  'the head of service': headHelen,
  'the Director': directorRuth,
  'the nominated officer': nominatedSamuel,
  'the IRO': iroOlu,
  'the IRO manager': iroManagerKaren,
  'the child in need co-ordinator': coordinatorJosh,
  'another social worker': chloe,
  'another team’s manager': tom,
  'another service’s manager': martin,
  'another IRO': iroNadia,
  'business support': supportFiona,
  'the administrator': administratorPeter,
} as const satisfies Record<string, Person>;

type Who = keyof typeof EVERYONE;

const PRACTICE: readonly Who[] = [
  'the social worker',
  'the team manager',
  'the service manager',
  'the head of service',
  'the Director',
];

/** Who answers for each owner. Nobody is left out: who is not named here may not. */
const ANSWERED_BY: Readonly<Record<Owner, readonly Who[]>> = {
  'social-worker': PRACTICE,
  carer: PRACTICE,
  'lead-professional': PRACTICE,
  'team-manager': PRACTICE.slice(1),
  'service-manager': ['the service manager'],
  iro: ['the IRO'],
  'iro-manager': ['the IRO manager'],
  'cin-coordinator': ['the child in need co-ordinator'],
  'nominated-officer': ['the nominated officer'],
  director: ['the Director'],
};

describe('whose question it is', () => {
  const cells = (Object.keys(OWNERS) as Owner[]).flatMap((owner) =>
    (Object.keys(EVERYONE) as Who[]).map((who) => [owner, who, ANSWERED_BY[owner].includes(who)] as const),
  );

  it.each(cells)('a question for the %s is for %s: %s', (owner, who, may) => {
    expect(mayAnswer(ownedBy(owner), planned, doing(EVERYONE[who]))).toBe(may);
  });

  it('is for any of its owners where it has two', () => {
    const agrees = item('DEC-07');
    const may = (by: Person) => mayAnswer(agrees, planned, doing(by));
    expect([iroOlu, priya, ayesha].map(may)).toEqual([true, true, false]);
  });

  it.each([
    ['the team manager', 'team-manager', priya, chloe],
    ['the social worker', 'social-worker', ayesha, ben],
    ['the child in need co-ordinator', 'cin-coordinator', coordinatorJosh, supportFiona],
    ['the nominated officer', 'nominated-officer', nominatedSamuel, martin],
  ] as const)('is for whoever covers for %s, on the days of the cover', (_who, owner, holder, cover) => {
    const leave = away(holder, cover, '2026-11-20', '2026-11-30');
    expect(mayAnswer(ownedBy(owner), planned, doing(cover, '2026-11-23', leave))).toBe(true);
    expect(mayAnswer(ownedBy(owner), planned, doing(cover, '2026-12-01', leave))).toBe(false);
  });

  it.each([
    ['another IRO who covers', iroNadia, away(iroOlu, iroNadia, '2026-11-20', '2026-11-30'), true],
    [
      'the IRO manager while the IRO is away',
      iroManagerKaren,
      away(iroOlu, iroNadia, '2026-11-20', '2026-11-30'),
      true,
    ],
    ['the IRO manager while the IRO is there', iroManagerKaren, northmoor, false],
    ['the child’s own social worker, named as cover', ayesha, away(iroOlu, ayesha, '2026-11-20', '2026-11-30'), false],
  ] as const)('keeps the IRO’s within the reviewing service (R-IRO-05): %s', (_who, by, authority, may) => {
    expect(mayAnswer(ownedBy('iro'), planned, doing(by, '2026-11-23', authority))).toBe(may);
  });

  it('is not for a co-ordinator of another service, and for one of every service', () => {
    const south: Authority = {
      ...northmoor,
      register: new Map([...northmoor.register, [coordinatorJosh.id, { ...coordinatorJosh, service: 'South' }]]),
    };
    const josh = south.register.get(coordinatorJosh.id)!;
    expect(mayAnswer(item('MON-03'), planned, doing(josh, '2026-11-23', south))).toBe(false);
    expect(mayAnswer(item('MON-03'), planned, doing(coordinatorJosh))).toBe(true);
  });

  it('gives the co-ordinator nothing but monitoring and stepping down', () => {
    const theirs = itemsOf(CHECKLIST_VERSION).filter(({ owners }) => owners.includes('cin-coordinator'));
    expect(theirs.map(({ id }) => id)).toEqual(['MON-03', 'MON-04', 'STP-01']);
  });

  it('takes no officer’s view from someone who worked on the plan, and lets an officer change their own', () => {
    const view = item('DEC-04');
    const withAnswers = (...ids: readonly string[]): Returning => ({
      ...young,
      plan: { ...young.plan, answers: ids.map((id) => anAnswer(id, { by: nominatedSamuel.id })) },
    });
    expect(mayAnswer(view, withAnswers('DEC-04'), doing(nominatedSamuel))).toBe(true);
    expect(mayAnswer(view, withAnswers('ASM-02'), doing(nominatedSamuel))).toBe(false);
    const started = { ...young, plan: { ...young.plan, startedBy: nominatedSamuel.id } };
    expect(mayAnswer(view, started, doing(nominatedSamuel))).toBe(false);
    const hisCover = away(nominatedSamuel, martin, '2026-11-20', '2026-11-30');
    expect(mayAnswer(view, young, doing(martin, '2026-11-23', hisCover))).toBe(true);
    expect(mayAnswer(view, started, doing(martin, '2026-11-23', hisCover))).toBe(false);
    const covering = away(ayesha, nominatedSamuel, '2026-11-20', '2026-11-30');
    expect(mayAnswer(view, young, doing(nominatedSamuel, '2026-11-23', covering))).toBe(true);
    const coverOfWorker = away(nominatedSamuel, ayesha, '2026-11-20', '2026-11-30');
    expect(mayAnswer(view, young, doing(ayesha, '2026-11-23', coverOfWorker))).toBe(false);
  });

  it('is said in the words of the field', () => {
    expect(sayOwners(item('PLN-11'))).toBe('Carer, Social worker');
    expect(sayOwners(item('MON-12'))).toBe('Quality assurance');
    expect(sayWhose(item('DEC-01'), planned, doing(ayesha))).toBe('Olu Bankole (Independent Reviewing Officer)');
    expect(sayWhose(item('PLN-11'), planned, doing(ayesha))).toBe('Ayesha Khan (Social worker)');
    expect(sayWhose(item('STP-01'), planned, doing(ayesha))).toBe(
      'Priya Shah (Team manager) or Josh Miller (Child in need co-ordinator)',
    );
    const leave = away(priya, chloe, '2026-11-20', '2026-11-30');
    expect(sayWhose(item('ASM-15'), planned, doing(ayesha, '2026-11-23', leave))).toBe(
      'Chloe Davies (covering for Priya Shah, Team manager)',
    );
    expect(sayWhose(item('MON-03'), planned, doing(ayesha, '2026-11-23', without(coordinatorJosh)))).toContain(
      'a post that nobody fills today',
    );
    const noIro = away(iroOlu, iroOlu, '2026-11-20', '2026-11-30');
    expect(sayWhose(item('DEC-01'), planned, doing(ayesha, '2026-11-23', noIro))).toContain(
      'Karen Price (covering for Olu Bankole',
    );
  });
});

describe('answering what is somebody else’s', () => {
  const answer = (id: string, by: Person, { about, plan }: Returning = planned) =>
    answerItems(about, plan, [{ item: id, answer: 'done', note: '' }], at('2026-11-23'), doing(by));

  it.each([
    ['the social worker', 'the team manager’s', ayesha, 'ASM-15', 'Priya Shah (Team manager)'],
    ['the social worker', 'the IRO’s', ayesha, 'DEC-01', 'Olu Bankole (Independent Reviewing Officer)'],
    ['the team manager', 'the IRO’s', priya, 'DEC-01', 'Olu Bankole (Independent Reviewing Officer)'],
    ['the IRO', 'the social worker’s', iroOlu, 'CON-01', 'Ayesha Khan (Social worker)'],
  ])('%s is told whose %s is', (_who, _whose, by, id, whose) => {
    expect(answer(id, by)).toMatchObject({
      ok: false,
      beside: { [id]: expect.stringContaining(`is for ${whose} to answer. Nothing was saved.`) },
    });
  });

  it('saves nothing of the card, also not what was one’s own', () => {
    const { about, plan } = planned;
    const typed = ['CON-01', 'ASM-15'].map((id) => ({ item: id, answer: 'done', note: '' }) as const);
    expect(answerItems(about, plan, typed, at('2026-11-23'), doing(ayesha))).toMatchObject({ ok: false });
  });

  it('leaves the decision to the decider, whoever owns it', () => {
    expect(answer('DEC-04', nominatedSamuel)).toMatchObject({
      ok: false,
      because: expect.stringContaining('is not a question of RH-0001'),
    });
    expect(answer('DEC-04', nominatedSamuel, { ...young, about: { ...young.about, returns: [young.plan] } }).ok).toBe(
      true,
    );
    expect(answer('DEC-06', directorRuth, young)).toMatchObject({ ok: false });
  });

  it('is not asked on the card: it is shown with whom it waits for', () => {
    const card = checklistView({ ...planned, stage: 'assess', page: 2 }, sightOf(ayesha, at('2026-11-23')));
    const shown = new Map(card.questions.map((one) => [one.id, one]));
    expect(shown.get('ASM-16')).toMatchObject({ isOpen: true });
    expect(shown.get('ASM-15')).toMatchObject({ isOpen: false, status: 'Waiting for Priya Shah (Team manager)' });
    expect(card.canSave).toBe(true);
  });

  it('offers Save only where something on the page is one’s own', () => {
    const sight = sightOf(iroOlu, at('2026-11-23'));
    expect(checklistView({ ...planned, stage: 'consider', page: 0 }, sight).canSave).toBe(false);
    const first = firstCardFor(planned, sight);
    expect(first.stage).toBe('assess');
    expect(checklistView(first, sight).questions.filter(({ isOpen }) => isOpen)).toMatchObject([{ id: 'DEC-01' }]);
    expect(checklistView(first, sight).canSave).toBe(true);
    const josh = sightOf(coordinatorJosh, at('2026-11-23'));
    const his = firstCardFor(home, josh);
    expect(his.stage).toBe('monitor');
    expect(checklistView(his, josh).questions.filter(({ isOpen }) => isOpen)).toMatchObject([
      { id: 'MON-03' },
      { id: 'MON-04' },
    ]);
  });
});

describe('your questions', () => {
  const ids = (returning: Returning, by: Person) => questionsFor(returning, doing(by)).map((one) => one.item.id);

  it('are what a person can answer now: required first', () => {
    expect(ids(planned, iroOlu)).toEqual(['DEC-01']);
    expect(ids(home, iroOlu)).toEqual(['DEC-01', 'MON-01', 'MON-02', 'MON-04']);
    expect(ids(home, coordinatorJosh)).toEqual(['MON-03', 'MON-04', 'STP-01']);
    expect(ids(home, iroManagerKaren)).toEqual(['MON-12']);
    expect(ids(young, nominatedSamuel)).toEqual(['DEC-04']);
    const uses = questionsFor(planned, doing(ayesha)).map(({ use }) => use);
    expect(uses).toEqual([...uses].sort().reverse());
  });

  it('leave the social worker’s to the social worker: the manager may answer them, on the checklist', () => {
    expect(ids(planned, priya)).toEqual(['CON-09', 'ASM-07', 'ASM-15', 'ASM-17', 'ASM-18', 'PLN-12']);
    expect(ids(planned, ayesha)).toContain('CON-01');
    const leave = away(ayesha, priya, '2026-11-20', '2026-11-30');
    const covering = questionsFor(planned, doing(priya, '2026-11-23', leave)).map(({ item: { id } }) => id);
    expect(covering).toContain('CON-01');
  });

  it('wait for the return where they come after it, and for the decision where they follow that', () => {
    expect(ids(planned, coordinatorJosh)).toEqual([]);
    expect(ids(planned, priya)).not.toContain('DEC-08');
    const after = approved();
    expect(ids({ about: after, plan: planOf(after) }, priya)).toEqual(['DEC-08']);
  });

  it('are none on a return whose place was taken', () => {
    expect(ids({ ...home, plan: anUnplanned({ overtakenBy: 'RH-0002' }) }, iroOlu)).toEqual([]);
  });

  it('are four a card, and come round', () => {
    const sight = sightOf(priya, at('2026-11-23'));
    const many = questionsFor(planned, doing(priya)).length;
    const pages = Math.ceil(many / 4);
    const seen = Array.from({ length: pages }, (_, page) => questionsView({ ...planned, page }, sight));
    expect(seen.every(({ questions }) => questions.length <= 4)).toBe(true);
    expect(new Set(seen.flatMap(({ questions }) => questions.map(({ id }) => id))).size).toBe(many);
    expect(seen.at(-1)?.otherPage).toBe('0');
    expect(seen.flatMap(({ questions }) => questions).every(({ isOpen }) => isOpen)).toBe(true);
  });

  const names = (letters: ReturnType<typeof questionsLetters>) =>
    letters.map(({ to }) => ('person' in to ? northmoor.register.get(to.person)!.name : ''));

  it.each([
    ['a planned return is started', planned, 'started', ayesha, ['Priya Shah', 'Olu Bankole']],
    ['the manager starts it', planned, 'started', priya, ['Olu Bankole']],
    ['a child has gone home', home, 'home', ayesha, ['Olu Bankole', 'Josh Miller']],
    ['nobody has anything to answer yet', planned, 'home', iroOlu, []],
  ] as const)('are sent to the others when %s', (_when, { about, plan }, occasion, by, told) => {
    expect(names(questionsLetters(about, plan, occasion, doing(by)))).toEqual(told);
  });

  it('are sent to whoever covers', () => {
    const leave = away(iroOlu, iroNadia, '2026-11-20', '2026-11-30');
    const letters = questionsLetters(home.about, home.plan, 'home', doing(ayesha, '2026-11-23', leave));
    expect(names(letters)).toContain('Nadia Rahman');
  });

  it('are sent to the owners of the rest when the social worker’s last question before the decision is answered', () => {
    const ready = readyToDecide();
    const plan = {
      ...planOf(ready),
      answers: planOf(ready).answers.filter(({ item: id }) => !/DEC-01|ASM-15|CON-01/.test(id)),
    };
    const about = { ...ready, returns: [plan] };
    const last = answerItems(
      about,
      plan,
      [{ item: 'CON-01', answer: 'done', note: '' }],
      at('2026-11-23'),
      doing(ayesha),
    );
    expect(last.ok && names(last.value.letters)).toEqual(['Priya Shah', 'Olu Bankole']);
    const theirs = answerItems(
      about,
      plan,
      [{ item: 'DEC-01', answer: 'done', note: '' }],
      at('2026-11-23'),
      doing(iroOlu),
    );
    expect(theirs.ok && names(theirs.value.letters)).toEqual([]);
    const none = answerItems(
      about,
      plan,
      [{ item: 'CON-01', answer: 'not-done', note: 'x' }],
      at('2026-11-23'),
      doing(ayesha),
    );
    expect(none.ok && none.value.letters).toEqual([]);
  });

  it('are not sent where nothing of theirs is left by then', () => {
    const letter = { facts: { return: 'RH-0001' } } as unknown as KeptLetter;
    const sight = sightOf(iroOlu, at('2026-11-23'));
    expect(questionsLetter(planned.about, letter, sight)).toMatchObject({ heading: 'Your questions' });
    const answered = aReturningCase({ returns: [aPlan({ answers: [anAnswer('DEC-01', { by: iroOlu.id })] })] });
    expect(questionsLetter(answered, letter, sight)).toEqual({ dropped: 'nothing of theirs is left to answer' });
    expect(questionsLetter(aReturningCase(), letter, sight)).toEqual({ dropped: 'the return is no longer kept' });
  });
});
