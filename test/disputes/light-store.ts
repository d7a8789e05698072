import type { Instant } from '../../src/clock.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { type DisputeStore, EVERY, filedUnder } from '../../src/disputes/store.ts';
import type { KeptLetter, Letter } from '../../src/letters/model.ts';

/**
 * Disputes with their letters in a map, by the contract of src/letters/store.ts and with nothing read back or copied, so
 * that thousands of histories can be lived in seconds. The real stores pass test/store/store.contract.ts.
 */
export function lightStore() {
  const records = new Map<string, Dispute>();
  const letters = new Map<string, KeptLetter>();
  let last = 0;

  const write = (dispute: Dispute, more: readonly Letter[]) => {
    records.set(dispute.id, dispute);
    for (const letter of more) {
      const passage = { at: 'unsent', tries: 0, nextTryAt: letter.writtenAt, trouble: null } as const;
      if (!letters.has(letter.key))
        letters.set(letter.key, { ...letter, record: { kind: 'dispute', id: dispute.id }, passage, attempts: [] });
    }
  };
  const isStale = ({ id, revision }: Dispute) => revision !== (records.get(id)?.revision ?? 0);

  const disputes: DisputeStore = {
    get: async (id) => records.get(id),
    find: async (key) => [...records.values()].filter((dispute) => key === EVERY || filedUnder(dispute).includes(key)),
    after: async (id, count) =>
      [...records.values()]
        .filter((dispute) => dispute.id > id)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, count),
    woken: async (by: Instant) => [...records.values()].filter(({ wakeAt }) => wakeAt !== null && wakeAt <= by),
    nextId: async (series) => `${series}-${String(++last).padStart(4, '0')}`,
    async save(dispute, more = []) {
      if (isStale(dispute)) return 'stale';
      const kept = { ...dispute, revision: dispute.revision + 1 };
      write(kept, more);
      return kept;
    },
    async remind(dispute, wakeAt, more) {
      if (isStale(dispute)) return 'stale';
      write({ ...records.get(dispute.id)!, wakeAt }, more);
      return 'kept';
    },
  };
  return {
    disputes,
    put: (dispute: Dispute) => void records.set(dispute.id, dispute),
    all: () => [...records.values()],
    letters: () => [...letters.values()],
  };
}
