import type { Outbox } from '../store.ts';
import type { Undelivered } from './model.ts';
import { isInTrouble, sinceOf } from './rules.ts';

/** Every letter in trouble, oldest first, with since when its reader has not been reached. */
export async function undeliveredIn(outbox: Pick<Outbox, 'inTrouble' | 'of'>): Promise<readonly Undelivered[]> {
  const letters = (await outbox.inTrouble()).filter(isInTrouble);
  return Promise.all(
    letters.map(async (letter) => ({
      letter,
      since: sinceOf(letter, letter.record.kind === 'diary' ? await outbox.of(letter.record) : []),
    })),
  );
}
