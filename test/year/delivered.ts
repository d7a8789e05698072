import { REMINDER_SET } from '../../src/authority/reminder-set.ts';
import { dayOf, type Instant } from '../../src/clock.ts';
import { keysIn, nameOfReminder } from '../../src/diaries/digest/naming.ts';
import { diaryOf } from '../../src/diaries/model.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { type LocalDate, plusDays } from '../../src/local-date.ts';
import type { PersonId } from '../../src/people/model.ts';
import { COUNCIL } from './council.ts';
import { isWorkday } from './expected.ts';
import type { Homeward } from './homeward.ts';

/** A reminder that was said: to whom and when, and whether it is certain that it arrived. */
export interface Said {
  readonly reader: PersonId;
  readonly on: LocalDate;
  readonly certain: boolean;
}

/** Everything that was written in a year, and how it fared. */
export interface Post {
  /** Every time that a reminder was said, by its key: in a digest, or by itself. */
  readonly said: ReadonlyMap<string, readonly Said[]>;
  readonly letters: readonly KeptLetter[];
}

export async function postOf({ needs }: Homeward, children: readonly string[]): Promise<Post> {
  const records = [
    ...[...COUNCIL.register.keys()].map(diaryOf),
    ...children.map((id) => ({ kind: 'case', id }) as const),
  ];
  const letters = (await Promise.all(records.map((record) => needs.outbox.of(record)))).flat();
  const said = new Map<string, Said[]>();
  for (const { key, kind, facts, passage, to } of letters) {
    const at = momentOf(passage);
    if (at === null || !('person' in to)) continue;
    const keys = kind === 'digest.day' ? keysIn(facts.brings) : kind === 'reminder.deadline' ? [key] : [];
    const reader = (passage.at === 'sent' ? passage.reader : undefined) ?? to.person;
    for (const each of keys)
      said.set(each, [...(said.get(each) ?? []), { reader, on: dayOf(at), certain: passage.at === 'sent' }]);
  }
  return { said, letters };
}

/** When a letter was sent, or may have been. */
function momentOf(passage: KeptLetter['passage']): Instant | null {
  if (passage.at === 'sent') return passage.sentAt;
  return passage.at === 'unknown' ? passage.triedAt : null;
}

/** The first day on which a reminder may be said, by its key alone. */
export function notBefore(key: string): LocalDate {
  const { rule, due, step } = nameOfReminder(key)!;
  const row = REMINDER_SET.find(({ rules }) => rules.includes(rule))!;
  const late = /^late-(\d+)$/.exec(step);
  if (late) return walk(due, Number(late[1]));
  const act = walk(plusDays(due, 1), -1);
  return row.counted === 'working days' ? walk(act, -Number(step)) : walk(plusDays(due, 1 - Number(step)), -1);
}

function walk(day: LocalDate, count: number): LocalDate {
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = plusDays(at, Math.sign(count));
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
