import { createHash, randomBytes } from 'node:crypto';
import { casesOf } from '../../cases/actions.ts';
import { type Owed, owedOn, owedTo } from '../../cases/deadlines/rules.ts';
import type { CaseStore } from '../../cases/store.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { changeDiary, type DiaryNeeds, diaryFor } from '../actions.ts';
import type { Diary } from '../model.ts';
import { calendarOf } from '../store.ts';
import { icsOf } from './feed.ts';
import type { CalendarForm } from './form.ts';

export interface CalendarNeeds extends DiaryNeeds {
  readonly cases: CaseStore;
  /** Where people's calendar programs reach Homeward; absent where nobody has said. */
  readonly publicUrl?: string | null;
}

/** Somebody's calendar link. */
export interface CalendarLink {
  readonly diary: Diary;
  /** The link itself, shown once and never kept; null at any other time. */
  readonly link: string | null;
  /** Whether Homeward can be reached by calendar programs at all. */
  readonly isOffered: boolean;
}

export async function openCalendar(_form: object, by: Person, needs: CalendarNeeds): Promise<Outcome<CalendarLink>> {
  return done({ diary: await diaryFor(by, needs), link: null, isOffered: Boolean(needs.publicUrl) });
}

/** Makes a link of a new secret. Whoever has the one before finds nothing there any more. */
export async function renewCalendar(
  form: CalendarForm,
  by: Person,
  needs: CalendarNeeds,
): Promise<Outcome<CalendarLink>> {
  const { publicUrl } = needs;
  if (!publicUrl) return refuse(NOT_OFFERED);
  const secret = randomBytes(32).toString('base64url');
  const saved = await switched(form, by, needs, hashOf(secret));
  if (!saved.ok) return saved;
  return done({ diary: saved.value, link: `${publicUrl}/calendar/${secret}.ics`, isOffered: true });
}

export async function endCalendar(
  form: CalendarForm,
  by: Person,
  needs: CalendarNeeds,
): Promise<Outcome<CalendarLink>> {
  const saved = await switched(form, by, needs, null);
  if (!saved.ok) return saved;
  return done({ diary: saved.value, link: null, isOffered: Boolean(needs.publicUrl) });
}

/** Only its hash is kept of a secret: whoever reads the files cannot open anybody's calendar. */
async function switched(
  { drawn }: CalendarForm,
  by: Person,
  needs: CalendarNeeds,
  hash: string | null,
): Promise<Outcome<Diary>> {
  const now = needs.clock.now();
  const what = hash ? 'Made a new calendar link; any before it stopped working' : 'Switched the calendar link off';
  return changeDiary(by, needs, (diary) => {
    if ((diary.calendar?.since ?? '') !== drawn) return refuse(CHANGED_SINCE);
    if (!hash && !diary.calendar) return done(diary);
    const calendar = hash ? { hash, since: now } : null;
    return done({ ...diary, calendar, history: [...diary.history, { at: now, by: by.id, what }] });
  });
}

/** The calendar that a secret opens: the deadlines its owner owes today. Null for a secret that opens nothing, or no longer. */
export async function calendarBehind(secret: string, needs: CalendarNeeds): Promise<string | null> {
  const [diary] = await needs.diaries.find(calendarOf(hashOf(secret)));
  const person = diary && needs.authority.register.get(diary.id);
  return person ? icsOf(await owedBy(person, needs)) : null;
}

async function owedBy(person: Person, needs: CalendarNeeds): Promise<readonly Owed[]> {
  const today = dayOf(needs.clock.now());
  const all = owedOn(await casesOf(person, needs), today, needs.authority);
  return owedTo(person, all, today, needs.authority);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const NOT_OFFERED = 'Calendar links are not switched on here. No link was made.';
const CHANGED_SINCE =
  'Your calendar link was changed after this card was drawn. Nothing was done just now; here is how it stands.';
