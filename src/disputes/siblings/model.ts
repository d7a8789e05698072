/**
 * One dispute may be about several children of one IRO (domain.md 7.5 no. 12), and one child may have several disputes
 * (no. 16). Whoever reads one learns of no child that they have no part in.
 */
import type { ChildReference } from '../../cases/model.ts';
import type { Dispute, DisputeId } from '../model.ts';

/** What a reader may know of the children of a dispute, and of what else is open about those. */
export interface Beside {
  /** The children that the reader may see. */
  readonly children: readonly ChildReference[];
  /** How many more it is about. */
  readonly others: number;
  /** The reader sees it only because of a brother or sister of its first child: what is private to that child is kept back. */
  readonly isOnlyBeside: boolean;
  readonly alsoOpen: readonly DisputeId[];
}

/** What anybody who may see the dispute itself may know: its first child, and that there are more. */
export function alone({ children }: Dispute): Beside {
  return { children: children.slice(0, 1), others: children.length - 1, isOnlyBeside: false, alsoOpen: [] };
}

/** "C-1042, C-1043 and 1 other child". */
export function sayChildren({ children, others }: Beside): string {
  if (others === 0) return children.join(', ');
  const rest = `${others} other ${others === 1 ? 'child' : 'children'}`;
  return children.length > 0 ? `${children.join(', ')} and ${rest}` : rest;
}
