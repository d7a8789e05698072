import type { Authority } from '../authority/model.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import type { Diary } from './model.ts';
import { digestNext, newDiary } from './rules.ts';
import type { DiaryStore } from './store.ts';

/** What acting on diaries needs from outside. */
export interface DiaryNeeds {
  readonly diaries: DiaryStore;
  readonly authority: Authority;
  readonly clock: Clock;
}

/** Somebody's diary; a new one, not yet kept, where they have none. */
export async function diaryFor(person: Person, { diaries, authority, clock }: DiaryNeeds): Promise<Diary> {
  return (await diaries.get(person.id)) ?? newDiary(person, clock.now(), authority);
}

/**
 * Load, decide, save; once more when somebody saved in between. The digest comes when it would have, or at the new time
 * of day where that was changed.
 */
export async function changeDiary(
  person: Person,
  needs: DiaryNeeds,
  decide: (diary: Diary) => Outcome<Diary>,
): Promise<Outcome<Diary>> {
  for (const _try of ['first', 'second', 'third']) {
    const before = await diaryFor(person, needs);
    const decided = decide(before);
    if (!decided.ok || decided.value === before) return decided;
    const after = decided.value;
    const moved = after.digestAt !== before.digestAt;
    const wakeAt = moved ? digestNext(after, person, needs.clock.now(), needs.authority) : after.wakeAt;
    const kept = await needs.diaries.save({ ...after, wakeAt });
    if (kept !== 'stale') return done(kept);
  }
  return refuse('Something else was saved in your diary first. Nothing of yours was saved; please press once more.');
}
