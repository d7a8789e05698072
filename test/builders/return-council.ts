import type { Authority } from '../../src/authority/model.ts';
import type { Card } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { sweep } from '../../src/reminders/actions.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { here, type Needs } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';
import { administratorPeter, northmoor, sightOf } from './people.ts';

export type Wire = Record<string, unknown>;

/** A council that answers presses and sweeps when it is told to, with its clock stopped. */
export async function council(about: ReturningCase, day = '2026-11-23', authority: Authority = northmoor) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  await cases.save(about);
  const clock = stoppedClock(day);
  const needs: Needs = {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority,
    clock,
  };
  const letters = (): Promise<readonly KeptLetter[]> => store.outbox.of({ kind: 'case', id: about.id });
  return {
    clock,
    needs,
    letters,
    kept: async () => (await cases.get(about.id))!,
    /** One tick, at a moment of that day. */
    tick: (on: string, time = '09:00') => {
      clock.moveTo(on, time);
      const fail = (code: string, _record: unknown, error: unknown) => {
        throw new Error(code, { cause: error });
      };
      return sweep({ ...needs, trouble: fail });
    },
    press: async (by: Person, verb: string, typed: Wire = {}, inChannel = false) => {
      const found = ROUTES.find((row) => row.verb === verb)!;
      return new Shown(await found.press(typed, here(by, inChannel, 'once-1', needs)));
    },
    /** The letters of a kind, as they would be drawn now. */
    drawn: async (kind: keyof typeof LETTER_CARDS) => {
      const drawing = (await letters())
        .filter((one) => one.kind === kind)
        .map((one) => {
          const reader = 'person' in one.to ? authority.register.get(one.to.person)! : administratorPeter;
          return LETTER_CARDS[kind](one, sightOf(reader, clock.now(), authority), needs);
        });
      return (await Promise.all(drawing)).map((card) => JSON.stringify(card));
    },
  };
}

/** A card as it is seen: its words, its inputs and what its buttons carry. */
export class Shown {
  readonly card: Card;
  constructor(card: Card) {
    this.card = card;
  }
  get text() {
    return JSON.stringify(this.card);
  }
  get inputs(): Wire {
    return Object.fromEntries(
      parts(this.card)
        .filter(({ type }) => String(type).startsWith('Input.'))
        .map(({ id, value }) => [String(id), value ?? '']),
    );
  }
  get buttons() {
    return parts(this.card)
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ title }) => title);
  }
  /** What pressing a button sends: every input, what the button carries, and what was typed. */
  sends(title: string, typed: Wire = {}): Wire {
    const button = parts(this.card).find((part) => part.title === title);
    if (!button) throw new Error(`No button “${title}” among ${this.buttons.join(', ')}`);
    return { ...this.inputs, ...(button.data as Wire), ...typed };
  }
}

function parts(part: unknown): Wire[] {
  if (Array.isArray(part)) return part.flatMap(parts);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Wire, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : parts(value)))];
}
