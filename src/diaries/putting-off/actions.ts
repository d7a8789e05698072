import type { CaseNeeds } from '../../cases/actions.ts';
import { findDeadline } from '../../cases/deadlines/actions.ts';
import type { DeadlineForm } from '../../cases/deadlines/form.ts';
import { type Owed, ownerOf } from '../../cases/deadlines/rules.ts';
import { standingDeadline } from '../../cases/deadlines/settled.ts';
import { dayOf } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { changeDiary, diaryFor } from '../actions.ts';
import type { DeadlineRef, PutOff } from '../model.ts';
import { putOffOf } from '../rules.ts';
import type { DiaryStore } from '../store.ts';
import type { SeenForm, SnoozeForm } from './form.ts';
import {
  checkedOn,
  entryFor,
  isSame,
  maySaySeen,
  notTold,
  sayEntry,
  snoozedTo,
  snoozeRefusal,
  withEntry,
} from './rules.ts';

/** What putting deadlines off needs from outside. */
export interface PuttingOffNeeds extends CaseNeeds {
  readonly diaries: DiaryStore;
}

/** One deadline as its reader sees it. */
export interface OpenDeadline extends Owed {
  /** What the reader's diary says of it today, or null. */
  readonly putOff: PutOff | null;
  /** That its owner has seen it, for a reader who is told of it; or null. */
  readonly seen: PutOff | null;
  /** What was just done, and on which day a day that is not worked would have been. */
  readonly did: 'snoozed' | 'seen' | 'again' | null;
  readonly instead: LocalDate | null;
  readonly typed: DeadlineForm['typed'];
}

export async function openDeadline(
  form: DeadlineForm,
  by: Person,
  needs: PuttingOffNeeds,
): Promise<Outcome<OpenDeadline>> {
  const found = await findOwed(form, by, needs);
  if (!found.ok) return found;
  const owed = found.value;
  const today = dayOf(needs.clock.now());
  const ref = refOf(owed);
  const owner = ownerOf(owed, needs.authority, today);
  const theirs = owner === null || owner === by.id ? undefined : await needs.diaries.get(owner);
  const seen = entryFor(theirs, ref);
  return done({
    ...owed,
    putOff: putOffOf(
      (await needs.diaries.get(by.id))?.putOff ?? [],
      { case: ref.case, deadline: owed.deadline },
      today,
    ),
    seen: seen?.how === 'seen' ? seen : null,
    did: null,
    instead: null,
    typed: form.typed,
  });
}

/** A deadline to be put off, and what was typed so far. */
export interface SnoozeAsked extends Owed {
  readonly typed: DeadlineForm['typed'];
}

export async function askSnooze(form: DeadlineForm, by: Person, needs: PuttingOffNeeds): Promise<Outcome<SnoozeAsked>> {
  const found = await findOwed(form, by, needs);
  if (!found.ok) return found;
  const no = snoozeRefusal(found.value, by, needs.authority, dayOf(needs.clock.now()));
  return no ?? done({ ...found.value, typed: form.typed });
}

/** Puts a deadline off to a day. */
export async function snooze(form: SnoozeForm, by: Person, needs: PuttingOffNeeds): Promise<Outcome<OpenDeadline>> {
  const asked = await askSnooze(form, by, needs);
  if (!asked.ok) return asked;
  const { deadline } = asked.value;
  const until = snoozedTo(deadline, form.day, dayOf(needs.clock.now()), needs.authority);
  if (!until.ok) return until;
  const instead = until.value === form.day ? null : form.day;
  return keep({ form, how: 'snoozed', until: until.value, instead }, asked.value, by, needs);
}

/** Keeps that a deadline was seen, and when it is looked at again. */
export async function haveSeen(form: SeenForm, by: Person, needs: PuttingOffNeeds): Promise<Outcome<OpenDeadline>> {
  const found = await findOwed(form, by, needs);
  if (!found.ok) return found;
  const today = dayOf(needs.clock.now());
  if (!maySaySeen(found.value, by, needs.authority, today)) return notTold(found.value, needs.authority, today);
  const until = checkedOn(found.value.deadline, form.nextCheck, today, needs.authority);
  if (!until.ok) return until;
  const instead = form.nextCheck === null || until.value === form.nextCheck ? null : form.nextCheck;
  return keep({ form, how: 'seen', until: until.value, instead }, found.value, by, needs);
}

/** Takes back that a deadline was put off or seen. */
export async function showAgain(
  form: DeadlineForm,
  by: Person,
  needs: PuttingOffNeeds,
): Promise<Outcome<OpenDeadline>> {
  const found = await findOwed(form, by, needs);
  if (!found.ok) return found;
  return keep({ form, how: null, until: null, instead: null }, found.value, by, needs);
}

type Keeping = { readonly form: DeadlineForm; readonly instead: LocalDate | null } & (
  | { readonly how: PutOff['how']; readonly until: LocalDate }
  | { readonly how: null; readonly until: null }
);

/** Writes it into the reader's diary, and takes out what is about deadlines that are there no more. */
async function keep(keeping: Keeping, owed: Owed, by: Person, needs: PuttingOffNeeds): Promise<Outcome<OpenDeadline>> {
  const ref = refOf(owed);
  const now = needs.clock.now();
  const gone = await goneFrom(by, needs);
  const kept = await changeDiary(by, needs, (diary) => {
    const before = entryFor(diary, ref);
    const isThere = before ? before.how === keeping.how && before.until === keeping.until : keeping.how === null;
    if (isThere) return done(diary);
    const entry = keeping.how === null ? null : { ...ref, how: keeping.how, until: keeping.until, at: now };
    const putOff = withEntry(diary, ref, entry).filter((one) => !gone.some((each) => isSame(each, one)));
    return done({ ...diary, putOff, history: [...diary.history, { at: now, by: by.id, what: sayEntry(ref, entry) }] });
  });
  if (!kept.ok) return kept;
  const open = await openDeadline({ ...keeping.form, typed: {} }, by, needs);
  return open.ok ? done({ ...open.value, did: keeping.how ?? 'again', instead: keeping.instead }) : open;
}

/** What the diary says of deadlines that were met or have moved. */
async function goneFrom(by: Person, needs: PuttingOffNeeds): Promise<readonly PutOff[]> {
  const { putOff } = await diaryFor(by, needs);
  const today = dayOf(needs.clock.now());
  const stands = await Promise.all(
    putOff.map(async (one) => {
      const about = await needs.cases.get(one.case);
      return about !== undefined && standingDeadline(about, one, today, needs.authority) !== null;
    }),
  );
  return putOff.filter((_, index) => !stands[index]);
}

async function findOwed(form: DeadlineForm, by: Person, needs: PuttingOffNeeds): Promise<Outcome<Owed>> {
  const found = await findDeadline(form, by, needs);
  if (!found.ok) return found;
  const { about, deadline, settled } = found.value;
  return deadline ? done({ about, deadline }) : refuse(settled!.says.join(' '));
}

function refOf({ about, deadline }: Owed): DeadlineRef {
  return { case: about.id, rule: deadline.rule, due: deadline.due };
}
