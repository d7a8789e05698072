import { render } from '../../cards/catalogue.ts';
import { undeliveredIn } from '../../letters/unreachable/actions.ts';
import { itemsDue } from '../../letters/unreachable/items.ts';
import { HOMEWARD, type UnreachableCounts } from '../../letters/unreachable/model.ts';
import { countUnreachable, unreachables } from '../../letters/unreachable/rules.ts';
import { unreachableView } from '../../letters/unreachable/view.ts';
import type { Needs } from '../route.ts';
import type { Directory } from './directory.ts';
import type { Draw } from './letters.ts';

/**
 * At each tick, after the post has gone: tells whoever sees to it who has not been reached for one working day, and when
 * that is over. True when something was written, which waits to be sent now.
 */
export async function tellOfUnreachable(
  { outbox, authority, clock }: Pick<Needs, 'outbox' | 'authority' | 'clock'>,
  directory: Pick<Directory, 'write'>,
): Promise<boolean> {
  const { register, holidays } = authority;
  const kept = await outbox.of(HOMEWARD);
  const letters = itemsDue(await undeliveredIn(outbox), kept, register, holidays, clock.now());
  if (letters.length > 0) await directory.write(letters);
  return letters.length > 0;
}

/** How many cannot be reached, in numbers only. */
export async function unreachable({
  outbox,
  authority: { register, holidays },
  clock,
}: Pick<Needs, 'outbox' | 'authority' | 'clock'>): Promise<UnreachableCounts> {
  return countUnreachable(await undeliveredIn(outbox), register, holidays, clock.now());
}

/** Draws what is told of somebody who cannot be reached. */
export const drawUnreachable: Draw = async (letter, sight, { outbox }) => {
  const view = unreachableView(letter, unreachables(await undeliveredIn(outbox)), sight);
  return 'dropped' in view ? view : render('post.unreachable', view);
};
