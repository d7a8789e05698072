import { array, constantFrom, integer, nat, oneof, record } from 'fast-check';
import type { Authority } from '../../src/authority/model.ts';
import { dayOf, type Instant, momentOf, plusMinutes } from '../../src/clock.ts';
import { digestNext, newDiary } from '../../src/diaries/rules.ts';
import { DIARY_SHAPE, type DiaryStore } from '../../src/diaries/store.ts';
import type { DisputeNeeds } from '../../src/disputes/actions.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { DisputeStore } from '../../src/disputes/store.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { plusDays } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { RETURNING_CASE_SHAPE, type ReturningCaseStore } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { BeyondKnownHolidays } from '../../src/working-days.ts';
import { child } from '../builders/dispute.ts';
import { northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { ACTS, type Act } from './history-acts.ts';
import { CHANGES } from './history-changes.ts';
import { lightStore } from './light-store.ts';

const { records, outbox } = openMemoryStore([DIARY_SHAPE]);

/** Everybody has had today's digest: what is said of disputes is looked at here, not what digests list. */
function afterTheDigest(now: Instant, authority: Authority): DiaryStore {
  const last = { on: dayOf(now), about: [] };
  return {
    ...records(DIARY_SHAPE),
    async get(id) {
      const person = authority.register.get(id)!;
      const diary = { ...newDiary(person, now, authority), last };
      return { ...diary, wakeAt: digestNext(diary, person, now, authority) };
    },
  };
}

/** One thing that happens: what, by whom, how long after the last, and how it goes wrong. */
export interface Step {
  readonly what: string;
  readonly who: number;
  readonly n: number;
  readonly hours: number;
  /** Homeward slept through those hours, and looks once at the end of them. */
  readonly slept: boolean;
  readonly crash: 'none' | 'before-saving' | 'after-saving' | 'before-sending';
  /** Pressed on a card that many revisions old. */
  readonly stale: number;
  /** Two press at once. */
  readonly twice: boolean;
}

export interface Beginning {
  readonly day: string;
  readonly steps: readonly Step[];
}

const often = <T>(thing: T, times: number): readonly T[] => Array.from({ length: times }, () => thing);
const step = record({
  what: constantFrom(
    ...Object.entries(ACTS).flatMap(([name, { often: times }]) => often(name, times)),
    ...Object.keys(CHANGES),
    'nothing',
    ...often('whatever fits', 40),
  ),
  who: nat(40),
  n: nat(11),
  hours: oneof(
    { weight: 7, arbitrary: integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: integer({ min: 41, max: 600 }) },
  ),
  slept: constantFrom(false, true, true),
  crash: constantFrom<Step['crash']>(...often('none' as const, 9), 'before-saving', 'after-saving', 'before-sending'),
  stale: constantFrom(0, 0, 0, 0, 0, 0, 1, 3),
  twice: constantFrom(false, false, false, true),
});

/** A history from one of these days: two Easters, two Christmases, both clock changes, and the end of the known holidays. */
export const histories = record({
  day: constantFrom('2026-03-20', '2026-04-30', '2026-10-22', '2026-12-17', '2027-03-22', '2028-02-24', '2028-11-06'),
  steps: array(step, { minLength: 3, maxLength: 8 }),
});

/** What is there to look at after each thing that happened to a dispute. */
export interface Seen {
  readonly before: Dispute | undefined;
  readonly after: Dispute;
  /** Whoever pressed, and what; null when only time passed. */
  readonly by: Person | null;
  readonly what: string;
  readonly now: Instant;
  readonly authority: Authority;
  /** Homeward looked at it because its time had come. */
  readonly woken: boolean;
  letters(): readonly KeptLetter[];
}

/** The computer stopped in the middle of something. */
export class Crash extends Error {}

/** The council of a history, as it changes. */
export interface Council {
  authority: Authority;
  now: Instant;
  readonly needs: DisputeNeeds & { readonly cases: ReturningCaseStore };
  /** How the next write goes wrong. */
  crash: Step['crash'];
}

/** Lives a history, and shows each dispute after each thing that happened to it. Back comes what was kept and what was sent. */
export async function lived({ day, steps }: Beginning, look: (seen: Seen) => void) {
  const { disputes, all, letters } = lightStore();
  const council = await councilOf(day, (self) => crashing(disputes, self));
  const seen = new Map<string, Dispute>();
  const sent = new Set<string>();
  const troubles: unknown[] = [];
  const wakes = () => new Map(all().map(({ id, wakeAt }) => [id, wakeAt]));

  const show = (what: string, by: Person | null, wakeAt: ReadonlyMap<string, Instant | null>) => {
    const { now, authority } = council;
    for (const after of all()) {
      const before = seen.get(after.id);
      if (after === before) continue;
      seen.set(after.id, after);
      const due = wakeAt.get(after.id) ?? null;
      const woken = by === null && due !== null && due <= now;
      const said = () => letters().filter(({ record }) => record.id === after.id);
      look({ before, after, by, what, now, authority, woken, letters: said });
    }
  };
  const tick = async () => {
    const due = wakes();
    await sweep({
      ...council.needs,
      diaries: afterTheDigest(council.now, council.authority),
      outbox,
      authority: council.authority,
      trouble: (_code, _record, error) => void troubles.push(error),
    });
    show('time', null, due);
  };
  /** Lives from now to then, awake at every moment that a dispute asked to be looked at, or asleep until the end. */
  const pass = async (until: Instant, slept: boolean) => {
    for (let next = slept ? undefined : soonest(wakes(), until); next; next = soonest(wakes(), until)) {
      if (next > council.now) council.now = next;
      const stood = soonest(wakes(), until);
      await tick();
      if (soonest(wakes(), until) === stood) break;
    }
    council.now = until;
    await tick();
  };
  const press = async (act: Act, what: string, { who, n, stale, twice }: Step, index: number) => {
    const staff = [...council.authority.register.values()];
    const about = all()[n % 5 === 4 ? 1 : 0] ?? all()[0] ?? null;
    const by = await doer(act.by, council, about, staff[who % staff.length]!, n);
    const once = () => act.press(council, about, by, { n, index, stale }).catch(expected);
    await (twice ? Promise.all([once(), once()]) : once());
    show(what, by, new Map());
  };

  for (const [index, step] of steps.entries()) {
    await pass(plusMinutes(council.now, step.hours * 60 + 1), step.slept);
    const what = index === 0 ? 'raise' : step.what === 'whatever fits' ? fitting(all()[0], step.n) : step.what;
    council.crash = index === 0 ? 'none' : step.crash;
    await CHANGES[what]?.(council, step.who, step.n);
    if (ACTS[what]) await press(ACTS[what], what, step, index);
    council.crash = 'none';
    if (step.crash !== 'before-sending') for (const { key } of letters()) sent.add(key);
  }
  await pass(momentOf(plusDays(dayOf(council.now), 3), '12:00'), false);
  return { disputes: all(), letters: letters(), sent, troubles: troubles.filter((error) => !(error instanceof Crash)) };
}

/** What is likely to be pressed next on a dispute as it stands, so that histories go deep. */
function fitting(dispute: Dispute | undefined, n: number): string {
  const likely: Readonly<Record<string, readonly string[]>> = {
    informal: ['respond', 'escalate'],
    formal: ['respond', 'escalate', 'resolve', 'agree', 'respond', 'resolve'],
    'awaiting-iro': ['judge', 'judge', 'resolve', 'escalate'],
    'resolved-monitoring': ['check', 'reopen', 'check', 'overtake'],
  };
  const acts = likely[dispute?.state.at ?? ''] ?? ['reopen'];
  return acts[n % acts.length]!;
}

function soonest(wakes: ReadonlyMap<string, Instant | null>, until: Instant): Instant | undefined {
  return [...wakes.values()].filter((wakeAt) => wakeAt !== null && wakeAt < until).sort()[0] ?? undefined;
}

async function councilOf(day: string, storeOf: (self: () => Council) => DisputeStore): Promise<Council> {
  const cases = openMemoryStore([RETURNING_CASE_SHAPE]).records(RETURNING_CASE_SHAPE);
  await cases.save({ ...child, returns: [] });
  const council: Council = {
    authority: northmoor,
    now: at(day),
    crash: 'none',
    needs: {
      disputes: storeOf(() => council),
      cases,
      clock: { now: () => council.now },
      get authority() {
        return council.authority;
      },
    },
  };
  return council;
}

/** Mostly whoever's act it is, so that histories get somewhere; else anybody. */
async function doer(
  whose: Act['by'],
  { needs, authority }: Council,
  about: Dispute | null,
  by: Person,
  n: number,
): Promise<Person> {
  if (about && n % 3 === 2) return by;
  const { iro } = (await needs.cases.get(child.id))!.people;
  const officer = about && 'rung' in about.state ? about.state.rung.officer : '';
  return authority.register.get(whose === 'iro' ? iro : officer) ?? by;
}

/** A computer that stopped, or a calendar that has run out: anything else is a fault. */
function expected(error: unknown): null {
  if (error instanceof Crash || error instanceof BeyondKnownHolidays) return null;
  throw error;
}

/** The store of a computer that stops before or after a write. */
function crashing(disputes: DisputeStore, council: () => Council): DisputeStore {
  return {
    ...disputes,
    async save(dispute, letters) {
      const { crash } = council();
      council().crash = 'none';
      if (crash === 'before-saving') throw new Crash();
      const kept = await disputes.save(dispute, letters);
      if (crash === 'after-saving') throw new Crash();
      return kept;
    },
  };
}
