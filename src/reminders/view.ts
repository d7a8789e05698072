import type { Sight } from '../authority/model.ts';
import { ownerOf } from '../cases/deadlines/rules.ts';
import { type LogButtons, logButtons, sayHow } from '../cases/deadlines/view.ts';
import type { Case } from '../cases/model.ts';
import { deadlinesOf, maySee, standsFor } from '../cases/rules.ts';
import { childOf, type DeadlineLine, deadlineLine } from '../cases/view.ts';
import type { Letter } from '../letters/model.ts';
import { nameOf } from '../people/rules.ts';
import type { Head } from '../view.ts';

/** One duty, its day and its source, 1:1. */
export interface ReminderView extends Head, DeadlineLine, LogButtons {
  /** Whether the reader is told of somebody else's duty. */
  readonly isTold: boolean;
  readonly told: string;
}

/** What a reminder shows as things now stand; or why it need not be sent: the duty was met, or moved, or is not theirs to know. */
export function reminderOf(
  about: Case,
  { facts }: Pick<Letter, 'facts'>,
  sight: Sight,
): ReminderView | { readonly dropped: string } {
  const { by, now, today, authority } = sight;
  const { deadlines } = deadlinesOf(about, today, authority);
  const deadline = deadlines.find(({ rule, due }) => rule === facts.rule && due === facts.due);
  if (!deadline) return { dropped: 'the deadline was met or has moved' };
  if (!maySee(about, by, authority, now)) return { dropped: 'the case is no longer theirs to see' };
  const owner = ownerOf({ about, deadline }, authority, today);
  const isTold = owner === null || !standsFor(by, owner, authority, today);
  const whose = owner === null ? 'Nobody holds the post that owes it' : `${nameOf(owner, authority.register)} owes it`;
  return {
    heading: sayHow(deadline),
    quiet: childOf(about),
    ...deadlineLine(deadline, today, authority),
    ...logButtons({ about, deadline }, sight),
    isTold,
    told: `${whose}. You are told so that it is put right.`,
  };
}
