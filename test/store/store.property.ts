import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '../../src/clock.ts';
import type { KeptLetter, Passage } from '../../src/letters/model.ts';
import type { Store } from '../../src/store/store.ts';
import { aLetter, aThread, at, disputes, idsOf, keysOf, sent, type Thread } from './threads.ts';

interface Simple {
  readonly threads: Map<string, Thread>;
  readonly letters: Map<string, KeptLetter>;
}

type Step =
  | {
      do: 'save';
      id: string;
      behind: number;
      wakeAt: Instant | null;
      people: string[];
      letters: string[];
      live: boolean;
    }
  | { do: 'remind'; id: string; behind: number; wakeAt: Instant | null; letters: string[]; live: boolean }
  | { do: 'mark'; id: string; letter: string; passage: Passage }
  | { do: 'reopen' };

const IDS = ['D-0001', 'D-0002', 'D-0010'];
const KEYS = ['a', 'b', 'c'];

const id = fc.constantFrom(...IDS);
const hour = fc.integer({ min: 0, max: 23 }).map(at);
const behind = fc.constantFrom(0, 0, 0, 1, -1);
const wakeAt = fc.option(hour, { nil: null });
const letters = fc.subarray(KEYS);
const passage = fc.oneof(
  fc.record({ at: fc.constant('unsent' as const), tries: fc.nat(2), nextTryAt: hour, trouble: fc.constant(null) }),
  fc.tuple(fc.nat(4), fc.option(hour, { nil: null })).map(([drawn, redrawAfter]) => sent(drawn, { redrawAfter })),
  fc.record({ at: fc.constant('unknown' as const), triedAt: hour, trouble: fc.constant('No answer') }),
  fc.record({ at: fc.constant('dropped' as const), droppedAt: hour, why: fc.constant('No longer true') }),
);
const people = fc.subarray(['olu', 'sam']);
const save = fc.record({ do: fc.constant('save' as const), id, behind, wakeAt, people, letters, live: fc.boolean() });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: save },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('remind' as const), id, behind, wakeAt, letters, live: fc.boolean() }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('mark' as const), id, letter: fc.constantFrom(...KEYS), passage }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
  ),
  { maxLength: 25 },
);

/** Whatever is done to a store, it answers as two plain maps would. `reopen` opens again what was closed, where anything stays. */
export function answersLikePlainMaps(
  name: string,
  open: () => Promise<Store>,
  reopen: (store: Store) => Promise<Store>,
): void {
  it(`answers as two plain maps would, whatever is done to it: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const simple: Simple = { threads: new Map(), letters: new Map() };
        let store = await open();
        for (const step of todo) {
          if (step.do === 'reopen') store = await reopen(store);
          else expect(await really(store, step)).toBe(plainly(simple, step));
          await compare(store, simple);
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  }, 30_000);
}

async function really(store: Store, step: Exclude<Step, { do: 'reopen' }>): Promise<string> {
  const kept = store.records(disputes);
  if (step.do === 'mark') {
    const letter = (await store.outbox.of({ kind: 'dispute', id: step.id })).find(
      ({ key }) => key === keyOf(step, step.letter),
    );
    if (letter) await store.outbox.mark(letter, step.passage);
    return letter ? 'done' : 'none';
  }
  const before = await kept.get(step.id);
  const thread = { ...(before ?? aThread({ id: step.id })), revision: (before?.revision ?? 0) - step.behind };
  const written = step.letters.map((key) => aLetter(keyOf(step, key), { live: step.live }));
  if (step.do === 'remind') return (await kept.remind(thread, step.wakeAt, written)) === 'stale' ? 'stale' : 'done';
  return (await kept.save({ ...thread, wakeAt: step.wakeAt, people: step.people }, written)) === 'stale'
    ? 'stale'
    : 'done';
}

function plainly({ threads, letters }: Simple, step: Exclude<Step, { do: 'reopen' }>): string {
  if (step.do === 'mark') {
    const letter = letters.get(keyOf(step, step.letter));
    if (letter) letters.set(letter.key, { ...letter, passage: step.passage });
    return letter ? 'done' : 'none';
  }
  const before = threads.get(step.id);
  if (step.behind !== 0 || (step.do === 'remind' && !before)) return 'stale';

  const thread = before ?? aThread({ id: step.id });
  const { id, wakeAt } = step;
  const changed = step.do === 'save' ? { people: step.people, revision: thread.revision + 1 } : {};
  threads.set(id, { ...thread, ...changed, wakeAt });
  for (const key of step.letters.map((each) => keyOf(step, each))) {
    const letter = aLetter(key, { live: step.live });
    const unsent = { at: 'unsent', tries: 0, nextTryAt: letter.writtenAt, trouble: null } as const;
    if (!letters.has(key))
      letters.set(key, { ...letter, record: { kind: 'dispute', id }, passage: unsent, attempts: [] });
  }
  return 'done';
}

async function compare(store: Store, { threads, letters }: Simple): Promise<void> {
  const kept = store.records(disputes);
  const all = [...threads.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const post = [...letters.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const due = (letter: KeptLetter) => dueOf(letter, threads.get(letter.record.id)!.revision);

  for (const each of IDS) expect(await kept.get(each)).toEqual(threads.get(each));
  for (const person of ['olu', 'sam']) {
    expect(await kept.find(`person:${person}`)).toEqual(all.filter((thread) => thread.people.includes(person)));
  }
  for (const by of [at(0), at(9), at(23)]) {
    const woken = all.filter((thread) => thread.wakeAt !== null && thread.wakeAt <= by);
    expect(idsOf(await kept.woken(by))).toEqual(
      idsOf(woken.sort((a, b) => (a.wakeAt! < b.wakeAt! ? -1 : a.wakeAt! > b.wakeAt! ? 1 : 0))),
    );
    expect(await store.outbox.waiting(by)).toEqual(post.filter((letter) => (due(letter) ?? '3') <= by));
  }
  expect(await store.outbox.nextTryAt()).toBe(
    post
      .map(due)
      .filter((moment) => moment !== null)
      .sort()[0] ?? null,
  );
  const troubled = post.filter(
    ({ passage: { at: place, ...rest } }) => place === 'unknown' || ('tries' in rest && rest.tries > 0),
  );
  expect(keysOf(await store.outbox.inTrouble())).toEqual(keysOf(troubled));
}

function dueOf({ passage, live }: KeptLetter, revision: number): Instant | null {
  if (passage.at === 'unsent') return passage.nextTryAt;
  return passage.at === 'sent' && live && passage.drawn < revision ? passage.redrawAfter : null;
}

function keyOf(step: { id: string }, key: string): string {
  return `${step.id}/${key}`;
}
