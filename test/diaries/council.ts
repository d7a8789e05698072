import type { Authority } from '../../src/authority/model.ts';
import { diaryOf } from '../../src/diaries/model.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { sweep } from '../../src/reminders/actions.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { northmoor } from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { postRoom } from '../fakes/post-room.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed, reviewed, visited } from '../timetable/case-facts.ts';

export const yearOne = [
  lookedAfter('2026-05-01', 's20'),
  placed('2026-05-01'),
  visited('2026-05-06'),
  reviewed('2026-05-20'),
  reviewed('2026-08-12'),
];

/** A child whose next visit is due on Mon 28 December 2026, a bank holiday: to be made by Christmas Eve. */
export const overChristmas: ReturningCase = {
  ...aReturningCase(),
  events: [...yearOne, visited('2026-11-16')],
  wakeAt: at('2026-11-16'),
};

interface Start {
  readonly day: string;
  readonly time?: string;
  readonly cases?: readonly ReturningCase[];
  readonly disputes?: readonly Dispute[];
  readonly authority?: Authority;
}

/** A council whose clock moves when it is told to: at every moment it is swept, and its post goes out. */
export async function council({
  day,
  time = '07:00',
  cases = [overChristmas],
  disputes = [],
  authority = northmoor,
}: Start) {
  const room = await postRoom(day, authority);
  const { needs, clock, teams } = room;
  clock.moveTo(day, time);
  for (const about of cases) await needs.cases.save(about);
  for (const dispute of disputes) await needs.disputes.save({ ...dispute, revision: 0 });
  const troubles: string[] = [];
  const trouble = (code: string, _record: unknown, error: unknown) => void troubles.push(`${code}: ${String(error)}`);
  const send = room.post();
  const tick = async (on: string, hour: string, instead: object = {}) => {
    clock.moveTo(on, hour);
    const swept = await sweep({ ...needs, ...instead, trouble });
    await send();
    return swept;
  };
  /** The ticks of a morning, as the clock makes them: when reminders are written, and when digests come. */
  const morning = async (...days: readonly string[]) => {
    for (const on of days) for (const hour of ['08:00', '08:30']) await tick(on, hour);
  };
  const digests = async ({ id }: Person): Promise<readonly KeptLetter[]> =>
    (await needs.outbox.of(diaryOf(id))).filter(({ kind }) => kind === 'digest.day');
  const days = async (person: Person) => (await digests(person)).map(({ facts }) => facts.day);
  const reminders = async (id = 'C-1042') =>
    Object.fromEntries(
      (await needs.outbox.of({ kind: 'case', id })).map(({ key, passage }) => [key.replace(/^[^/]+\//, ''), passage]),
    );
  const diary = async ({ id }: Person) => (await needs.diaries.get(id))!;
  /** What was written to somebody, in order; a redraw says so. */
  const inbox = ({ id }: Person) =>
    teams.asked
      .filter(({ what, where }) => (what === 'say' || what === 'redraw') && where === `a:${id}`)
      .map(({ what, card }) => `${what === 'redraw' ? 'redrawn: ' : ''}${wordsOf(card)}`);
  return { ...room, tick, morning, digests, days, reminders, diary, inbox, troubles, send };
}

export function wordsOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOf).filter(Boolean).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const { text, title, type, body, items, actions } = card as Record<string, unknown>;
  const own = type === 'TextBlock' ? String(text) : String(type).startsWith('Action.') ? `[${title}]` : '';
  return [own, wordsOf(body), wordsOf(items), wordsOf(actions)].filter(Boolean).join('\n');
}

export { DIARY_SHAPE };
