import { maySee } from '../../cases/rules.ts';
import { asItIs } from '../../disputes/actions.ts';
import { sightFor } from '../../disputes/seeing.ts';
import type { About } from '../../letters/messages/model.ts';
import type { Person } from '../../people/model.ts';
import type { Needs } from '../route.ts';

/** Who may read what was said about a case or a dispute: whoever may see it. */
export async function mayRead({ kind, id }: NonNullable<About>, by: Person, needs: Needs): Promise<boolean> {
  const now = needs.clock.now();
  if (kind === 'case') {
    const about = await needs.cases.get(id);
    return about !== undefined && maySee(about, by, needs.authority, now);
  }
  const dispute = await needs.disputes.get(id);
  return dispute !== undefined && (await sightFor(by, needs))(await asItIs(dispute, needs, now));
}
