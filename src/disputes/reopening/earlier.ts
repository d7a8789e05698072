import type { Dispute } from '../model.ts';

const STANDS = {
  informal: 'open',
  formal: 'open',
  'awaiting-iro': 'open',
  'resolved-monitoring': 'resolved, being checked',
  closed: 'closed',
  withdrawn: 'withdrawn',
  overtaken: 'overtaken by events',
  void: 'void',
} as const satisfies Record<Dispute['state']['at'], string>;

/**
 * The disputes raised before this one about any of the same children: a child who is looked after again has a past
 * (domain.md 7.5 no. 10). One that is void was never about the child, or is there twice.
 */
export function earlierDisputes(dispute: Dispute, all: readonly Dispute[]): readonly Dispute[] {
  const isBefore = ({ id, raisedOn }: Dispute) =>
    raisedOn === dispute.raisedOn ? id < dispute.id : raisedOn < dispute.raisedOn;
  return all
    .filter((other) => other.id !== dispute.id && other.state.at !== 'void' && isBefore(other))
    .filter(({ children }) => children.some((child) => dispute.children.includes(child)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** "D-0003 (closed), D-0007 (open)": neutral references only; nothing where there are none. */
export function sayEarlier(dispute: Dispute, all: readonly Dispute[]): string {
  return earlierDisputes(dispute, all)
    .map(({ id, state }) => `${id} (${STANDS[state.at]})`)
    .join(', ');
}
