import type { Case } from '../../cases/model.ts';
import { dayOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { monitoring } from '../checking/standing.ts';
import { ceased } from '../looked-after.ts';
import type { Dispute } from '../model.ts';
import { climbing, isLive, rungNumber } from '../standing.ts';
import { iroOf, letter, posts, type Recipients, type Told, told, type Writing } from './writing.ts';

/**
 * Reopened: the officer is asked and the channel gets its card as at any stage. Everybody who was asked in an earlier
 * cycle hears that it is open again, and whoever would have heard only that it reached a stage hears that instead.
 */
export function reopenedLetters(
  before: Dispute,
  after: Dispute,
  asking: readonly Letter[],
  everybody: Recipients,
  writing: Writing,
): readonly Letter[] {
  const what: Told = after.checks.length > before.checks.length ? 'check-failed' : 'reopened';
  const officer = climbing(after)?.rung.officer;
  const copied = asking.flatMap(({ kind, to }) => (kind === 'dispute.told' && 'person' in to ? [to.person] : []));
  const tell = [...copied, ...everybody, ...posts(after, ['iro-manager'], writing)];
  return [
    ...asking.filter(({ kind }) => kind !== 'dispute.told'),
    ...told(
      after,
      what,
      tell.filter((person) => person !== officer),
      writing,
    ),
  ];
}

/** What was agreed was checked and done, or events overtook it while that was still to be checked. */
export function afterwardsLetters(
  before: Dispute,
  after: Dispute,
  everybody: Recipients,
  writing: Writing,
): readonly Letter[] {
  if (!monitoring(before)) return [];
  const { at } = after.state;
  return at === 'closed' || at === 'overtaken'
    ? told(after, at === 'closed' ? 'closed' : 'ended', everybody, writing)
    : [];
}

/** The IRO is told, once, that the child ceased to be looked after while the dispute was open, or turned 18. */
export function ceasedLetters(dispute: Dispute, about: Case, writing: Writing): readonly Letter[] {
  const found = isLive(dispute) ? ceased(about, dayOf(writing.now)) : null;
  const person = iroOf(dispute, writing);
  if (!found || !person) return [];
  // Neither the key nor the facts may tell a birthday.
  const { on, isGrownUp } = found;
  const facts = { what: isGrownUp ? 'eighteen' : 'ceased', rung: String(rungNumber(dispute)) };
  return [letter(dispute, `ceased/${isGrownUp ? 'eighteen' : on}`, 'dispute.told', { person }, facts, writing)];
}

/** The child's new IRO is told that the dispute is theirs now, once for each time that it passes on. */
export function handedOverLetters(before: Dispute, after: Dispute, writing: Writing): readonly Letter[] {
  const person = iroOf(after, writing);
  if (after.handovers.length === before.handovers.length || !person) return [];
  const facts = { what: 'handed-over', rung: String(rungNumber(after)) };
  return [letter(after, `handover/${after.handovers.length}`, 'dispute.told', { person }, facts, writing)];
}
