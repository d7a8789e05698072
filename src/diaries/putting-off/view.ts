import type { Sight } from '../../authority/model.ts';
import { ownerOf } from '../../cases/deadlines/rules.ts';
import { type LogButtons, logButtons, sayHow } from '../../cases/deadlines/view.ts';
import { childOf, type DeadlineLine, deadlineLine } from '../../cases/view.ts';
import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Choice, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { OpenDeadline, SnoozeAsked } from './actions.ts';
import { checkDays, isTheirs, maySaySeen, snoozeDays, snoozeRefusal } from './rules.ts';

/** One deadline, 1:1: what is owed, how it stands, and what its reader can do about it. */
export interface DeadlineView extends Head, FormAgain, DeadlineLine, LogButtons {
  /** What was just done, whose it is, and whether it is put off or seen. */
  readonly lines: readonly { readonly says: string }[];
  readonly canSnooze: boolean;
  readonly canSee: boolean;
  readonly isAside: boolean;
  readonly climbs: string;
  readonly choices: { readonly checks: readonly Choice[] };
}

const CLIMBS = 'Snoozed or seen, it still goes to the managers on their days when it is late.';

export function deadlineView(open: OpenDeadline, sight: Sight, problems: readonly string[] = []): DeadlineView {
  const { by, today, authority } = sight;
  const { about, deadline, putOff, typed } = open;
  const theirs = isTheirs(open, by, authority, today);
  const buttons = logButtons(open, sight);
  const checks = checkDays(deadline, today, authority).map((day) => ({ title: sayDay(day), value: day }));
  return {
    heading: sayHow(deadline),
    quiet: childOf(about),
    ...deadlineLine(deadline, today, authority),
    ...buttons,
    // Whoever is told of another's duty is told so that it is put right, not to log it for them.
    isVisit: theirs && buttons.isVisit,
    isReview: theirs && buttons.isReview,
    lines: linesOf(open, sight).map((says) => ({ says })),
    canSnooze: snoozeRefusal(open, by, authority, today) === null,
    canSee: checks.length > 0 && maySaySeen(open, by, authority, today),
    isAside: putOff !== null,
    climbs: CLIMBS,
    typed: typedAgain(['nextCheck'], { nextCheck: checks[0]?.value ?? '', ...typed }),
    choices: { checks },
    ...problemsOf(problems),
  };
}

function linesOf({ about, deadline, putOff, seen, did, instead }: OpenDeadline, { by, today, authority }: Sight) {
  const owner = ownerOf({ about, deadline }, authority, today);
  const who = owner === null ? 'Nobody holds the post that owes it' : `${nameOf(owner, authority.register)} owes it`;
  const moved = instead && putOff ? ` ${sayDay(instead)} is not worked, so it is the working day before.` : '';
  const until = putOff ? sayDay(putOff.until) : '';
  const how = putOff?.how === 'seen' ? `Seen. In your digest again on ${until}.` : `Put off to ${until}.`;
  return [
    ...(did === 'again' ? ['✓ It is in your digest again.'] : []),
    ...(putOff ? [`${did ? '✓' : '●'} ${how}${moved}`] : []),
    ...(owner === by.id ? [] : [`${who}.`]),
    ...(seen && owner ? [`${nameOf(owner, authority.register)} saw it on ${sayDay(dayOf(seen.at))}.`] : []),
  ];
}

/** The form that puts a deadline off. */
export interface SnoozeView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly rule: string;
  readonly due: string;
  readonly duty: string;
  readonly climbs: string;
  readonly choices: { readonly days: readonly Choice[] };
}

export function snoozeView(
  { about, deadline, typed }: SnoozeAsked,
  { today, authority }: Sight,
  problems: readonly string[] = [],
): SnoozeView {
  const { sign, when, duty } = deadlineLine(deadline, today, authority);
  const days = snoozeDays(deadline, today, authority);
  return {
    heading: 'Snooze',
    quiet: `${childOf(about)} · ${sign}: ${when}`,
    reference: about.id,
    revision: String(about.revision),
    rule: deadline.rule,
    due: deadline.due,
    duty,
    climbs: CLIMBS,
    typed: typedAgain(['day', 'other'], { day: days[0]?.day ?? '', ...typed }),
    ...problemsOf(problems),
    choices: { days: days.map(({ day, says }) => ({ title: `${sayDay(day)}, ${says}`, value: day })) },
  };
}
