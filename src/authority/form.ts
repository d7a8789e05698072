import { z } from 'zod';
import { FORMAL_WORKING_DAYS, type Ladder } from '../escalation/model.ts';
import { formalTotal } from '../escalation/rules.ts';
import { isLocalDate, type LocalDate } from '../local-date.ts';
import { type Person, POSTS, type Post } from '../people/model.ts';
import { englandAndWales } from '../timetable/bank-holidays.ts';
import type { Authority } from './model.ts';
import { REMINDER_SET } from './reminder-set.ts';
import { tightened } from './rules.ts';

/** What reading an authority file comes to: the authority, or every problem in the file, a line each. */
export type Read =
  | { readonly ok: true; readonly authority: Authority }
  | { readonly ok: false; readonly problems: readonly string[] };

const words = z.string().trim().min(1).max(200);
const id = z.string().trim().min(1).max(100);
const day = z.custom<LocalDate>(isLocalDate, { error: 'must be a real day written like 2026-12-24' });
const days = z.number().int().min(1);
const post = z.enum(Object.keys(POSTS) as [Post, ...Post[]]);

const person = z.strictObject({
  id,
  name: words,
  email: z.email(),
  posts: z.array(post).min(1),
  team: words.nullable().default(null),
  service: words.nullable().default(null),
  manager: id.nullable().default(null),
  cover: z.strictObject({ by: id, from: day, to: day }).nullable().default(null),
});

const stage = z.strictObject({
  post,
  title: words,
  workingDays: days,
  channel: words,
  copied: z.array(post).default([]),
  off: z.boolean().default(false),
});

const file = z.strictObject({
  name: words,
  tenant: id,
  people: z.array(person).min(1),
  channels: z.array(z.strictObject({ name: words, id })).min(1),
  decisionsChannel: words,
  ladder: z.strictObject({ cite: words, informalDays: days.max(10), stages: z.array(stage).min(1) }),
  policy: z.strictObject({
    cite: words,
    url: z.union([z.url(), z.literal('')]),
    firstVisitAfterReturnDays: days,
    firstVisitUnderOrderDays: days,
    reviewAfterReturn: z.strictObject({ days, unit: z.enum(['calendar', 'working']) }),
    cinReviewWeeks: days,
  }),
  extraNonWorkingDays: z.array(z.strictObject({ on: day, name: words })).default([]),
  retentionYears: days.default(7),
  reminders: z
    .array(
      z.strictObject({ class: words, before: z.array(z.number().int().min(0).max(60)), overdueAfter: z.array(days) }),
    )
    .default([]),
});

type File = z.infer<typeof file>;

/** Reads an authority file. Every problem is listed with its path and, where there is one, its value. */
export function readAuthority(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`the file is not JSON: ${(error as Error).message}`] };
  }
  const read = file.safeParse(json);
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map(({ path, message }) => say(path, at(json, path), message)) };
  }
  const problems = [
    ...peopleProblems(read.data),
    ...ladderProblems(read.data),
    ...policyProblems(read.data),
    ...reminderProblems(read.data),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, authority: authorityOf(read.data) };
}

function authorityOf(read: File): Authority {
  return {
    name: read.name,
    tenant: read.tenant,
    register: new Map(read.people.map((one): [string, Person] => [one.id, one])),
    ladder: ladderOf(read),
    channels: new Map(read.channels.map((channel) => [channel.name, channel])),
    decisionsChannel: read.decisionsChannel,
    policy: read.policy,
    holidays: englandAndWales(read.extraNonWorkingDays),
    reminderSet: setOf(read),
  };
}

function ladderOf({ ladder }: File): Ladder {
  const stages = ladder.stages.filter(({ off }) => !off).map(({ off: _off, ...rest }) => rest);
  return { cite: ladder.cite, informalDays: ladder.informalDays, stages };
}

function peopleProblems({ people }: File): readonly string[] {
  const ids = people.map((one) => one.id);
  return people.flatMap((one, index) => {
    const unknown = (field: string, value: string | null) =>
      value !== null && !ids.includes(value)
        ? [say(['people', index, field], value, 'is not the id of anyone in people')]
        : [];
    return [
      ...(ids.indexOf(one.id) === index ? [] : [say(['people', index, 'id'], one.id, 'is used twice')]),
      ...unknown('manager', one.manager),
      ...unknown('cover.by', one.cover?.by ?? null),
      ...(one.cover && one.cover.to < one.cover.from
        ? [say(['people', index, 'cover.to'], one.cover.to, `is before cover.from, ${one.cover.from}`)]
        : []),
    ];
  });
}

function ladderProblems(read: File): readonly string[] {
  const channels = read.channels.map(({ name }) => name);
  const total = formalTotal(ladderOf(read));
  const unknown = (path: PropertyKey[], name: string) =>
    channels.includes(name) ? [] : [say(path, name, 'is not the name of a channel in channels')];
  return [
    ...(total > FORMAL_WORKING_DAYS
      ? [
          `ladder.stages: the formal stages total ${total} working days; together they may take no more than ${FORMAL_WORKING_DAYS} (R-DIS-03)`,
        ]
      : []),
    ...read.ladder.stages.flatMap(({ channel }, index) => unknown(['ladder', 'stages', index, 'channel'], channel)),
    ...unknown(['decisionsChannel'], read.decisionsChannel),
  ];
}

/** Reg 28(5)(a): one week. */
const WEEK_UNDER_ORDER = 7;

/**
 * Policy may be stricter than a regulation, never looser (R-CNT-10). Only the first visit under a care order (R-VIS-22)
 * has a regulation to be held against, and even that runs from the order, not from the return: a week from the return
 * is the safe course where the order is older (R-VIS-07c). To a child who is no longer looked after no regulation sets
 * visits or reviews: R-VIS-21, R-REV-21 and R-REV-22 are policy alone, of any length.
 */
function policyProblems({ policy: { firstVisitUnderOrderDays: given } }: File): readonly string[] {
  if (given <= WEEK_UNDER_ORDER) return [];
  const what =
    'days for the first visit after a return under a care order (R-VIS-22) is looser than the one week of Care Planning Regulations 2010 (SI 2010/959) reg 28(5)(a); policy may tighten it, never loosen it: give 7 or fewer';
  return [say(['policy', 'firstVisitUnderOrderDays'], given, what)];
}

/** An authority may remind more and tell managers sooner than the set of domain.md 8, never less or later. */
function reminderProblems(read: File): readonly string[] {
  const tighter = tightened(REMINDER_SET, read.reminders);
  if (tighter.ok) return [];
  return tighter.problems.map(({ index, field, says }) =>
    say(['reminders', index, field], read.reminders[index]![field], says),
  );
}

function setOf(read: File): Authority['reminderSet'] {
  const tighter = tightened(REMINDER_SET, read.reminders);
  return tighter.ok ? tighter.set : REMINDER_SET;
}

function say(path: readonly PropertyKey[], value: unknown, what: string): string {
  const shown = value === undefined ? '' : ` ${JSON.stringify(value)}`;
  return `${path.map(String).join('.') || 'the file'}:${shown} ${what}`;
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);
  return typeof found === 'object' ? undefined : found;
}
