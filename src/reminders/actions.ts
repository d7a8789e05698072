import type { Authority } from '../authority/model.ts';
import type { Clock, Instant } from '../clock.ts';
import { morningOf } from '../diaries/digest/actions.ts';
import { redrawDigestsAbout } from '../diaries/digest/carrying.ts';
import { diariesOf, gather, lookAt, nextDigestOf, toLookAt, type Woken } from '../diaries/digest/morning.ts';
import type { DiaryStore } from '../diaries/store.ts';
import { wake } from '../disputes/climbing/wake.ts';
import type { Dispute } from '../disputes/model.ts';
import { isLive } from '../disputes/standing.ts';
import { aboutChild } from '../disputes/store.ts';
import type { Outbox, RecordStore } from '../letters/store.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept, RecordKind } from '../record.ts';
import type { ReturningCaseStore } from '../returns/store.ts';
import { earliest, wakeReturns } from '../returns/wake.ts';
import { wakeCase } from './rules.ts';

/** What a sweep needs from outside. */
export interface SweepNeeds {
  readonly cases: ReturningCaseStore;
  readonly disputes: RecordStore<Dispute>;
  readonly diaries: DiaryStore;
  readonly outbox: Outbox;
  readonly authority: Authority;
  readonly clock: Clock;
  /** Told of each record that could not be looked at; the sweep goes on with the others. A case's id is not for a log. */
  readonly trouble: (code: string, record: { readonly kind: RecordKind; readonly id: string }, error: unknown) => void;
}

/** What a sweep did. */
export interface Swept {
  readonly cases: number;
  readonly disputes: number;
  /** Letters of the diaries: digests, and the cards of the week. */
  readonly digests: number;
  /** Letters that were due; those said before are among them. */
  readonly letters: number;
  /** Records that somebody saved meanwhile: the next tick looks at them. */
  readonly stale: number;
  readonly failed: number;
}

/** Looks once at every record whose time has come, and writes down what must be said. Nothing depends on when it runs. */
export async function sweep(needs: SweepNeeds): Promise<Swept> {
  const now = needs.clock.now();
  const diaries = await diariesOf(needs);
  const looked = await needs.cases.woken(now);
  // Disputes first: only when they have been looked at may the case that concerns them go back to sleep.
  const climbing = await disputesToLookAt(looked, now, needs);
  const disputes = await each('dispute', climbing, needs, async (dispute) => {
    const [child] = dispute.children;
    const about = child === undefined ? undefined : await needs.cases.get(child);
    const woken = wake(dispute, now, needs.authority, about);
    const kept = woken.changed
      ? await needs.disputes.save({ ...woken.dispute, wakeAt: woken.wakeAt }, woken.letters)
      : await needs.disputes.remind(dispute, woken.wakeAt, woken.letters);
    return { letters: woken.letters.length, kept };
  });
  const cases = await each('case', looked, needs, async (about) => {
    const returns = wakeReturns(about, now, needs.authority);
    const duties = wakeCase(returns.about, now, needs.authority, (person) => nextDigestOf(person, diaries, now, needs));
    const letters = [...returns.letters, ...duties.letters];
    const wakeAt = earliest([returns.wakeAt, duties.wakeAt]);
    const kept = returns.changed
      ? await needs.cases.save({ ...returns.about, wakeAt }, letters)
      : await needs.cases.remind(about, wakeAt, letters);
    return { letters: letters.length, kept };
  });
  // Diaries last: a digest is made from what the others have come to.
  await redrawDigestsAbout(
    [...looked, ...climbing].map(({ id }) => id),
    needs,
  );
  const digests = await digestsDue(diaries, now, needs);
  return {
    cases: cases.done,
    disputes: disputes.done,
    digests: digests.letters,
    letters: cases.letters + disputes.letters + digests.letters,
    stale: cases.stale + disputes.stale + digests.stale,
    failed: cases.failed + disputes.failed + digests.failed,
  };
}

/** Looks at the diaries whose time has come. What was held is gathered once for all of them. */
async function digestsDue(diaries: ReadonlyMap<PersonId, Woken>, now: Instant, needs: SweepNeeds) {
  const due = toLookAt(diaries.values(), now, needs);
  if (due.length === 0) return { letters: 0, stale: 0, failed: 0 };
  const morning = await morningOf(needs);
  const held = await gather(diaries, needs);
  const of = new Map(due.map((woken) => [woken.diary.id, woken]));
  return each(
    'diary',
    due.map(({ diary }) => diary),
    needs,
    ({ id }) => lookAt(of.get(id)!, held.get(id) ?? [], morning, needs),
  );
}

/**
 * The disputes whose own time has come, and those about a child of whom something was just put on record: a new IRO, a
 * review held, or that the child is no longer looked after.
 */
async function disputesToLookAt(
  cases: readonly Kept[],
  now: Instant,
  { disputes }: SweepNeeds,
): Promise<readonly Dispute[]> {
  const found = [...(await disputes.woken(now))];
  for (const { id } of cases) found.push(...(await disputes.find(aboutChild(id))).filter(isLive));
  return [...new Map(found.map((dispute) => [dispute.id, dispute])).values()];
}

interface Looked {
  readonly letters: number;
  readonly kept: unknown;
}

/** Each record for itself: one that fails is told of, and keeps nobody else from being reminded. */
async function each<R extends Kept>(
  kind: RecordKind,
  records: readonly R[],
  { trouble }: SweepNeeds,
  look: (record: R) => Promise<Looked>,
) {
  let [done, letters, stale, failed] = [0, 0, 0, 0];
  for (const record of records) {
    await look(record).then(
      (looked) => {
        if (looked.kept === 'stale') stale += 1;
        else {
          done += 1;
          letters += looked.letters;
        }
      },
      (error: unknown) => {
        failed += 1;
        trouble(`${kind}-not-swept`, { kind, id: record.id }, error);
      },
    );
  }
  return { done, letters, stale, failed };
}
