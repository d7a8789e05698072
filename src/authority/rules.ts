import type { ReminderClass } from './reminder-set.ts';

/** What an authority asks for of one class of deadlines: more reminders, or that managers hear sooner. */
export interface Tighter {
  /** The class by its name in the set: `4/6-week visit`. */
  readonly class: string;
  /** All the days before on which its owner is told, the set's own among them. */
  readonly before: readonly number[];
  /** For each level of the set, after how many working days it hears: no later than the set has it. */
  readonly overdueAfter: readonly number[];
}

/** The set as an authority has tightened it, or a sentence for each wish that loosens it or fits no class. */
export type Tightening =
  | { readonly ok: true; readonly set: readonly ReminderClass[] }
  | { readonly ok: false; readonly problems: readonly Wrong[] };

/** What is wrong with one wish: which, in which field, and why. */
export interface Wrong {
  readonly index: number;
  readonly field: keyof Tighter;
  readonly says: string;
}

/** Tightens the reminder set (domain.md 8: a proposal). An authority may remind more and tell sooner, never less or later. */
export function tightened(set: readonly ReminderClass[], wishes: readonly Tighter[]): Tightening {
  const problems = wishes.flatMap((wish, index) =>
    problemsOf(set, wish, wishes.slice(0, index)).map(([field, says]) => ({ index, field, says })),
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    set: set.map((row) => {
      const wish = wishes.find((one) => one.class === row.name);
      if (!wish) return row;
      const before = [...new Set(wish.before)].sort((a, b) => b - a);
      return { ...row, before, overdue: row.overdue.map((level, at) => ({ ...level, after: wish.overdueAfter[at]! })) };
    }),
  };
}

function problemsOf(
  set: readonly ReminderClass[],
  wish: Tighter,
  earlier: readonly Tighter[],
): readonly (readonly [field: keyof Tighter, says: string])[] {
  const row = set.find(({ name }) => name === wish.class);
  if (!row) return [['class', `is not a class of the reminder set; it has: ${set.map(({ name }) => name).join('; ')}`]];
  const left = row.before.filter((count) => !wish.before.includes(count));
  const levels = row.overdue.map(({ after }) => after);
  const isLater =
    wish.overdueAfter.length !== levels.length || levels.some((after, at) => wish.overdueAfter[at]! > after);
  return [
    ...(earlier.some((one) => one.class === wish.class) ? [['class', 'is tightened twice'] as const] : []),
    ...(left.length > 0
      ? [
          [
            'before',
            `leaves out ${left.join(', ')}: an authority may add reminders to the set, never take one away`,
          ] as const,
        ]
      : []),
    ...(isLater
      ? [
          [
            'overdueAfter',
            `must have ${levels.length} numbers, none above the set’s ${levels.join(', ')} (working days)`,
          ] as const,
        ]
      : []),
  ];
}
