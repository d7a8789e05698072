import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { localDate } from '../../src/local-date.ts';
import { type Person, POSTS, type Post } from '../../src/people/model.ts';
import { mayDecide, requestDecision } from '../../src/returns/decisions/rules.ts';
import { decide } from '../../src/returns/decisions/verdict.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { ayesha, nominatedSamuel, northmoor } from '../builders/people.ts';
import {
  aged17,
  anAnswer,
  anAsking,
  aPlan,
  aReturningCase,
  asked,
  doing,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

const DAY = '2026-11-24';
const away = { from: localDate('2026-11-20'), to: localDate('2026-11-30') };

/** Somebody who holds one post and nothing else, and whom nobody else is. */
const holderOf = (post: Post): Person => ({
  ...ayesha,
  id: 'the-one-who-is-asked-about',
  name: 'Kim Lee',
  posts: [post],
  team: null,
  service: null,
  manager: null,
  cover: null,
});

interface Standing {
  readonly about: ReturningCase;
  readonly authority: Authority;
}

type Waiting = (parts: Partial<ReturnPlan>) => ReturningCase;
const around = (about: ReturningCase, people: Partial<ReturningCase['people']>): ReturningCase => ({
  ...about,
  people: { ...about.people, ...people },
});

/** What somebody can be to a return that waits, besides the post they hold. */
const PARTS: Readonly<Record<string, (who: Person, waiting: Waiting) => ReturningCase>> = {
  'is a stranger to it': (_who, waiting) => waiting({}),
  'is the social worker': (who, waiting) => around(waiting({}), { socialWorker: who.id }),
  'is the team manager': (who, waiting) => around(waiting({}), { teamManager: who.id }),
  'is the IRO': (who, waiting) => around(waiting({}), { iro: who.id }),
  'started it': (who, waiting) => waiting({ startedBy: who.id }),
  'answered a question': (who, waiting) => waiting({ answers: [anAnswer('CON-01', { by: who.id })] }),
  'wrote the agreement': (who, waiting) => {
    const agreement = {
      by: who.id,
      at: at('2026-11-10'),
      on: localDate('2026-11-10'),
      goals: '',
      conditions: '',
      ifBroken: '',
    };
    return waiting({ transition: { ...aPlan().transition, agreement } });
  },
  'asked for it': (who, waiting) => {
    const about = waiting({});
    const plan = planOf(about);
    if (plan.decision.stands !== 'asked') throw new Error('It waits');
    return {
      ...about,
      returns: [{ ...plan, decision: { stands: 'asked', asking: { ...plan.decision.asking, by: who.id } } }],
    };
  },
  'asked for it before': (who, waiting) => {
    const answered = { by: nominatedSamuel.id, at: at('2026-11-10'), reason: 'Not yet', override: '' };
    return waiting({ earlier: [{ stands: 'sent-back', ...answered, asking: anAsking({ by: who.id }) }] });
  },
};
const BARRED = Object.keys(PARTS).filter((part) => part !== 'is a stranger to it');

/** The posts that give the answer where this one must. */
const DECIDES: Readonly<Record<'nominated-officer' | 'director', readonly Post[]>> = {
  'nominated-officer': ['nominated-officer', 'director'],
  director: ['director'],
};

const waitingFor = (post: 'nominated-officer' | 'director'): Waiting => {
  const child = post === 'director' ? aged17() : aReturningCase();
  const route = post === 'director' ? 'sixteen-or-seventeen' : 'planned-s20';
  return (parts) => asked(child, aPlan({ route, ...parts }), { post });
};
const registerWith = (...people: readonly Person[]): Authority => ({
  ...northmoor,
  register: new Map([...northmoor.register, ...people.map((one) => [one.id, one] as const)]),
});
const agrees = ({ about, authority }: Standing, by: Person) => {
  const at24 = doing(by, DAY, authority);
  const may = mayDecide(about, planOf(about), at24);
  for (const stands of ['approved', 'sent-back'] as const) {
    const verdict = { stands, asked: at('2026-11-23'), reason: 'Well thought out', override: '' };
    const outcome = decide(about, planOf(about), verdict, at24);
    if (outcome.ok !== may) throw new Error(`offered ${may}, ${stands} ${outcome.ok}`);
  }
  return may;
};

describe.each(['nominated-officer', 'director'] as const)('a return that waits for the %s', (needed) => {
  const waiting = waitingFor(needed);
  const posts = Object.keys(POSTS) as Post[];
  const cells = posts.flatMap((post) => Object.keys(PARTS).map((part) => [post, part] as const));

  it.each(cells)(
    'may be decided by a %s who %s: as the post says, and never by one with a part in it',
    (post, part) => {
      const who = holderOf(post);
      const standing = { about: PARTS[part]!(who, waiting), authority: registerWith(who) };
      expect(agrees(standing, who)).toBe(DECIDES[needed].includes(post) && !BARRED.includes(part));
    },
  );

  it.each(cells)('may be decided by the cover of a %s who %s: exactly where the one covered might', (post, part) => {
    const cover = { ...holderOf('business-support'), id: 'the-cover', name: 'Ali Noor' };
    const who = { ...holderOf(post), cover: { by: cover.id, ...away } };
    const standing = { about: PARTS[part]!(who, waiting), authority: registerWith(who, cover) };
    expect(agrees(standing, cover)).toBe(DECIDES[needed].includes(post) && !BARRED.includes(part));
  });

  it.each(BARRED)('may not be decided by a cover who %s, though the one covered might', (part) => {
    const cover = { ...holderOf('team-manager'), id: 'the-cover', name: 'Ali Noor' };
    const who = { ...holderOf(needed), cover: { by: cover.id, ...away } };
    expect(agrees({ about: PARTS[part]!(cover, waiting), authority: registerWith(who, cover) }, cover)).toBe(false);
    expect(
      agrees({ about: PARTS['is a stranger to it']!(cover, waiting), authority: registerWith(who, cover) }, cover),
    ).toBe(true);
  });

  it.each(Object.keys(PARTS))('may be decided by an officer who %s only on the days of their post', (part) => {
    const who = { ...holderOf('social-worker') };
    const officer = {
      ...holderOf(needed),
      id: 'the-officer',
      cover: { by: who.id, from: localDate('2026-11-25'), to: away.to },
    };
    expect(agrees({ about: PARTS[part]!(who, waiting), authority: registerWith(who, officer) }, who)).toBe(false);
  });
});

describe('whoever a request is sent to', () => {
  const ready: Waiting = (parts) => readyToDecide(aReturningCase(), aPlan(parts));
  const known = Object.keys(PARTS).filter((part) => part !== 'asked for it' && part !== 'is the social worker');

  it.each(known)('is free to answer it, also where the officer %s', (part) => {
    const about = PARTS[part]!(nominatedSamuel, ready);
    const sent = requestDecision(about, planOf(about), doing(ayesha, '2026-11-23'));
    if (!sent.ok) throw new Error(sent.because);
    const plan = planOf(sent.value.about);
    const to = plan.decision.stands === 'asked' ? plan.decision.asking.of : '';
    expect(mayDecide(sent.value.about, plan, doing(northmoor.register.get(to)!, '2026-11-23'))).toBe(true);
    expect(to === nominatedSamuel.id).toBe(part === 'is a stranger to it');
  });
});
