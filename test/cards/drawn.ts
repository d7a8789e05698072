import { type Card, type CardName, render } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { hear } from '../../src/teams/conversation.ts';
import { CONTACT_SHAPE } from '../../src/teams/post/directory.ts';
import { here, type Needs } from '../../src/teams/route.ts';
import {
  administratorPeter,
  ayesha,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
  supportFiona,
} from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';
import { SAMPLES } from './samples.ts';

export { ofType, type Part, partsOf } from './parts.ts';

/** A card with the name of its template, drawn. */
export type Drawn = readonly [title: string, card: Card, name: CardName | null];

/** Every sample of every card. */
export const SAMPLED: readonly Drawn[] = (Object.keys(SAMPLES) as CardName[]).flatMap((name) =>
  SAMPLES[name].map((view, index) => [`${name} (${index + 1})`, render(name, view as never), name] as const),
);

/** A council with two children on record and nobody else's. */
export async function council(): Promise<Needs> {
  const store = openMemoryStore([
    RETURNING_CASE_SHAPE as never,
    DISPUTE_SHAPE as never,
    DIARY_SHAPE as never,
    CONTACT_SHAPE as never,
  ]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  for (const id of ['C-1042', 'C-1043']) await cases.save({ ...aReturningCase(), id });
  const clock = stoppedClock('2026-11-23');
  return {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority: northmoor,
    clock,
  };
}

/** What only the conversation draws: help by post, which child, a near miss, a refusal. */
async function heard(): Promise<readonly Drawn[]> {
  const needs = await council();
  const said = [
    ...[ayesha, priya, iroOlu, nominatedSamuel, supportFiona, administratorPeter].map(
      (by) => ['help', by, false] as const,
    ),
    ['help', ayesha, true] as const,
    ['visit', ayesha, false] as const,
    ['flurb', ayesha, false] as const,
    ['case C-9999', ayesha, false] as const,
    ['visit C-1042', ayesha, true] as const,
    ['what if C-1042 on 14 December', ayesha, false] as const,
    ['good practice C-1042', ayesha, false] as const,
  ];
  return Promise.all(
    said.map(async ([text, by, inChannel]) => {
      const card = await hear(text, here(by, inChannel, 'drawn-once', needs));
      return [`“${text}” by ${by.name}${inChannel ? ' in a channel' : ''}`, card, null] as const;
    }),
  );
}

export const DRAWN: readonly Drawn[] = [...SAMPLED, ...(await heard())];
