import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { changeDiary, type DiaryNeeds, diaryFor } from '../actions.ts';
import type { Diary } from '../model.ts';
import type { TimeForm } from './form.ts';

/** The form to change when one's digest comes, with the time as it is. */
export async function askTime(_form: object, by: Person, needs: DiaryNeeds): Promise<Outcome<Diary>> {
  return done(await diaryFor(by, needs));
}

export function keepTime({ time }: TimeForm, by: Person, needs: DiaryNeeds): Promise<Outcome<Diary>> {
  return changeDiary(by, needs, (diary) => done(diary.digestAt === time ? diary : { ...diary, digestAt: time }));
}
