import { expect } from 'vitest';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { TeamsService } from '../fakes/teams-service.ts';
import { type Holding, lettersIn } from './homeward-killed.ts';

type Records = ReadonlyMap<string, Holding>;

/** Nothing that was kept before has gone or gone back: no line of a history, no letter, nothing that was sent. */
export function staysKept(before: Records, records: Records): void {
  for (const [file, { record, letters }] of before) {
    const now = records.get(file)!;
    expect(now.record.revision, file).toBeGreaterThanOrEqual(record.revision);
    expect(now.record.history.slice(0, record.history.length), file).toEqual(record.history);
    const kept = new Map(now.letters.map((letter) => [letter.key, letter]));
    const lost = letters.filter((letter) => !isLater(kept.get(letter.key), letter));
    expect(lost, file).toEqual([]);
  }
  const keys = [...records].flatMap(([file, { letters }]) => letters.map(({ key }) => `${file} ${key}`));
  expect(new Set(keys).size).toBe(keys.length);
}

/** The letters that are not sent and at Teams, carried by a digest that is, dropped with a reason, or on a list. */
export function lostLetters(records: Records, teams: TeamsService, now: string): readonly KeptLetter[] {
  const there = new Set(teams.sent().map(({ activity }) => activity));
  // A digest that was overtaken before it could go left what it was to bring to the next.
  const isBrought = (reader: string, letter: string) =>
    records
      .get(`diarys/${reader}.json`)
      ?.letters.some(({ facts, passage }) => facts.brings?.split(' ').includes(letter) && passage.at === 'sent');
  return lettersIn(records).filter(({ key, passage }) => {
    if (passage.at === 'sent') return !there.has(passage.activity);
    if (passage.at === 'carried') return !isBrought(passage.reader, key);
    if (passage.at === 'dropped') return passage.why === '';
    return isWaiting(passage, now);
  });
}

/** Whether it should have gone by now. */
export function isWaiting(passage: KeptLetter['passage'], now: string): boolean {
  return passage.at === 'unsent' && passage.nextTryAt <= now;
}

/**
 * Messages that no record knows of, by the kill that fell between the sending and its being written down, and where they
 * were sent. `ends` is how many messages there were at each kill.
 */
export function unmarkedMessages(records: Records, teams: TeamsService, ends: readonly number[]): readonly string[] {
  const marked = lettersIn(records).flatMap(({ passage }) => (passage.at === 'sent' ? [passage.activity] : []));
  expect(new Set(marked).size).toBe(marked.length);
  return teams.sent().flatMap(({ conversation, card, activity }, index) => {
    const isLetter = conversation.startsWith('19:') || isAddressed(card);
    if (!isLetter || marked.includes(activity)) return [];
    const kill = ends.findIndex((end) => index < end);
    return [`${kill === -1 ? 'no kill' : kill} ${conversation.split(';')[0]}`];
  });
}

/** Whether a letter is as far on its way as it was, or further. */
function isLater(now: KeptLetter | undefined, before: KeptLetter): boolean {
  if (!now) return false;
  const [is, was] = [now.passage, before.passage];
  if (was.at === 'sent') return is.at === 'sent' && is.activity === was.activity;
  return was.at === 'unsent' || was.at === 'held' || is.at === was.at;
}

/** In the demo the cards of letters say whom they are for; answers do not. */
function isAddressed(card: Record<string, unknown> | null): boolean {
  const [first] = (card?.body ?? []) as readonly { readonly text?: string }[];
  return first?.text?.startsWith('✉ To ') ?? false;
}
