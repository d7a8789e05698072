import type { RecordStore } from '../../letters/store.ts';
import type { Contact } from './directory.ts';

const MOST_ROUNDS = 10;

/** Changes a contact as it stands, also while somebody else changes it. */
export async function changeContact(
  contacts: RecordStore<Contact>,
  id: string,
  changed: Partial<Contact>,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const there = (await contacts.get(id)) ?? freshContact(id);
    if ((await contacts.save({ ...there, ...changed })) !== 'stale') return;
  }
  throw new Error('A contact was changed by somebody else too often to be saved');
}

/** Somebody of whom Teams has not told us anything. */
export function freshContact(id: string): Contact {
  return {
    id,
    revision: 0,
    wakeAt: null,
    history: [],
    serviceUrl: '',
    conversation: '',
    tenant: '',
    welcomed: false,
    teamsId: null,
    closed: null,
  };
}
