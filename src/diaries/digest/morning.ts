import { dayOf, type Instant, momentOf, plusMinutes } from '../../clock.ts';
import type { KeptLetter, Letter, Passage } from '../../letters/model.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { type Diary, diaryOf } from '../model.ts';
import { digestAfter, digestNext, isDigestDue, newDiary } from '../rules.ts';
import { isToldOfAll, weekLetters } from '../week/rules.ts';
import { type DigestNeeds, digestsOf, type Morning, readDigest } from './actions.ts';
import { backFrom, sayLeave } from './away.ts';
import { carry, markEach, overtake, settle } from './carrying.ts';
import { fateOf } from './gathering.ts';
import { digestKey, keysIn, nameOfReminder, OWNER, sayKeys } from './naming.ts';

/** Told of what could not be looked at; the rest goes on. */
export type Trouble = (code: string, record: KeptLetter['record'], error: unknown) => void;

/** A diary whose time has come, and whose it is. */
export interface Woken {
  readonly person: Person;
  readonly diary: Diary;
}

/** The diary of everybody on the register, made where it is missing. People who left have none that is looked at. */
export async function diariesOf(needs: DigestNeeds): Promise<ReadonlyMap<PersonId, Woken>> {
  const { authority, clock, diaries } = needs;
  const found = new Map<PersonId, Woken>();
  for (const person of authority.register.values()) {
    const diary = (await diaries.get(person.id)) ?? (await diaries.save(newDiary(person, clock.now(), authority)));
    if (diary !== 'stale') found.set(person.id, { person, diary });
  }
  return found;
}

/**
 * When somebody is told next: now, when their digest is due; while they are on leave, with the digest of whoever covers.
 * A letter that cannot wait for it is written to go alone.
 */
export function nextDigestOf(
  id: PersonId,
  diaries: ReadonlyMap<PersonId, Woken>,
  now: Instant,
  { authority }: DigestNeeds,
): Instant | null {
  const woken = diaries.get(id);
  if (!woken) return null;
  const { diary, person } = woken;
  if (isAwake(diary, now) && isDigestDue(diary, person, now, authority)) return now;
  const own = digestNext(diary, person, now, authority);
  const { cover } = person;
  const covering = cover && dayOf(now) <= cover.to ? diaries.get(cover.by) : undefined;
  if (!cover || !covering) return own;
  const begins = momentOf(cover.from, '00:00');
  const covers = digestNext(covering.diary, covering.person, begins > now ? begins : now, authority);
  return covers !== null && dayOf(covers) <= cover.to && (own === null || covers < own) ? covers : own;
}

/** The diaries to be looked at: their time has come, or they would sleep past the next digest. */
export function toLookAt(all: Iterable<Woken>, now: Instant, { authority }: DigestNeeds): readonly Woken[] {
  return [...all].filter(({ person, diary }) => {
    const next = digestNext(diary, person, now, authority);
    return isAwake(diary, now) || (next !== null && (diary.wakeAt === null || next < diary.wakeAt));
  });
}

const isAwake = ({ wakeAt }: Diary, now: Instant) => wakeAt !== null && wakeAt <= now;

/** What was held, by whoever it goes to today. What is no longer worth saying is dropped on the way. */
export type HeldFor = ReadonlyMap<PersonId, readonly KeptLetter[]>;

export async function gather(
  diaries: ReadonlyMap<PersonId, Woken>,
  needs: DigestNeeds & { readonly trouble: Trouble },
): Promise<HeldFor> {
  const { authority, clock, outbox } = needs;
  const now = clock.now();
  const putOffBy = (person: PersonId) => diaries.get(person)?.diary.putOff ?? [];
  const held = new Map<PersonId, KeptLetter[]>();
  const dropped = new Map<KeptLetter, Passage>();
  // Everything that is held, however late it was written: what was written this very moment too.
  for (const letter of await outbox.heldSince(plusMinutes(now, 1))) {
    const about = letter.record.kind === 'case' ? await needs.cases.get(letter.record.id) : undefined;
    const fate = wary(letter, needs, () => fateOf(letter, about, { authority, now, putOffBy }));
    if (!fate) continue;
    if ('dropped' in fate) dropped.set(letter, { at: 'dropped', droppedAt: now, why: fate.dropped });
    else held.set(fate.reader, [...(held.get(fate.reader) ?? []), letter]);
  }
  await markEach(dropped, needs);
  return held;
}

/** One letter that cannot be understood keeps nobody from their digest. */
function wary<T>({ record }: KeptLetter, { trouble }: { readonly trouble: Trouble }, decide: () => T): T | null {
  try {
    return decide();
  } catch (error) {
    trouble('letter-not-gathered', record, error);
    return null;
  }
}

/** Looks at one diary: writes the digest that is due, when there is news, with the week’s card once a week, and says when it wakes next. */
export async function lookAt(
  { person, diary }: Woken,
  held: readonly KeptLetter[],
  morning: Morning,
  needs: DigestNeeds,
): Promise<{ readonly letters: number; readonly kept: unknown }> {
  const { authority, clock, diaries } = needs;
  const now = clock.now();
  const isDue = isAwake(diary, now) && isDigestDue(diary, person, now, authority);
  if (!isDue) {
    const wakeAt = digestNext(diary, person, now, authority);
    return { letters: 0, kept: await diaries.remind(diary, wakeAt, []) };
  }
  const wakeAt = digestAfter(diary, person, now, authority);
  const before = await digestsOf(person.id, needs);
  const fresh = held.filter(({ key }) => !before.some(({ facts }) => keysIn(facts.brings).includes(key)));
  const weekly = weekLetters(person, now);
  const written = letterFor(person, diary, fresh, before, now);
  const letter = (await isOnTheWeek(person, weekly, needs)) ? onTheWeek(written) : written;
  const digest = await readDigest(person, letter, diary, morning, needs);
  if (!digest.hasNews) {
    // What was held but a digest of before had it already was interrupted on the way to being marked.
    await carry(held, before, person, needs);
    return { letters: weekly.length, kept: await diaries.remind(diary, wakeAt, weekly) };
  }
  await settle(before, diary, needs);
  const kept = await diaries.save({ ...diary, last: { on: dayOf(now), about: digest.about }, wakeAt }, [
    letter,
    ...weekly,
  ]);
  if (kept !== 'stale') {
    await carry(held, [letter, ...before], person, needs);
    await overtake(before, needs);
  }
  return { letters: 1 + weekly.length, kept };
}

/** Whether a card of the week that lists what waits for its reader comes with this digest. */
async function isOnTheWeek(person: Person, weekly: readonly Letter[], { outbox }: DigestNeeds): Promise<boolean> {
  if (!isToldOfAll(person)) return false;
  const kept = new Set((await outbox.of(diaryOf(person.id))).map(({ key }) => key));
  return weekly.some(({ key }) => !kept.has(key));
}

/** The digest beside it, which leaves that to it. */
function onTheWeek(letter: Letter): Letter {
  return { ...letter, facts: { ...letter.facts, week: 'beside' } };
}

/** The digest of a day. What an earlier one was to bring that has not arrived, it brings; what others owe it lists again. */
function letterFor(
  person: Person,
  diary: Diary,
  held: readonly KeptLetter[],
  before: readonly KeptLetter[],
  now: Instant,
): Letter {
  const day = dayOf(now);
  const [last] = before;
  const isLost = last && last.passage.at !== 'sent' && last.passage.at !== 'unknown';
  const brings = new Set([...held.map(({ key }) => key), ...(isLost ? keysIn(last.facts.brings) : [])]);
  const told = [...keysIn(last?.facts.told), ...keysIn(last?.facts.brings)].filter(isTold);
  const facts = {
    day,
    brings: sayKeys(brings),
    told: sayKeys(new Set(told)),
    ...sayLeave(backFrom(person, diary, day)),
  };
  return { key: digestKey(day), kind: 'digest.day', to: { person: person.id }, facts, live: true, writtenAt: now };
}

const isTold = (key: string) => (nameOfReminder(key)?.role ?? OWNER) !== OWNER;
