/** Deadlines as a calendar that any program can subscribe to: by day, with the child's reference and the duty, and nobody's name. */
import { createRequire } from 'node:module';
import type { Owed } from '../../cases/deadlines/rules.ts';
import type { Instant } from '../../clock.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import { FORCES } from '../../timetable/model.ts';

const require = createRequire(import.meta.url);

/** The calendar of these deadlines: the same text for the same deadlines, whenever it is asked for. */
export function icsOf(owed: readonly Owed[]): string {
  const { createEvents }: typeof import('ics') = require('ics');
  const { value, error } = createEvents(owed.map(eventOf), {
    calName: 'Homeward deadlines',
    productId: 'homeward',
    method: 'PUBLISH',
  });
  if (value === null) throw new Error('The deadlines could not be written as a calendar', { cause: error });
  return value;
}

/** One deadline on its last lawful day, all day long, so that no clock or zone can move it. */
function eventOf({ about, deadline }: Owed) {
  const { rule, due, actBy, duty, force, cite, unverified } = deadline;
  const changed = stampOf(about.history.at(-1)?.at);
  const says = [
    ...(actBy === due ? [] : [`The last working day for it is ${sayDay(actBy)}.`]),
    `${FORCES[force]}: ${cite}.`,
    ...(unverified ? [unverified] : []),
    'Open Homeward in Teams for how it stands now.',
  ];
  return {
    // A calendar program takes an event of the same id and a higher sequence for the same event, changed.
    uid: `${about.id}/${rule}/${due}@homeward`,
    sequence: about.revision,
    title: `${about.id}: ${duty}`,
    description: says.join('\n'),
    start: dateOf(due),
    end: dateOf(plusDays(due, 1)),
    transp: 'TRANSPARENT' as const,
    busyStatus: 'FREE' as const,
    classification: 'PRIVATE',
    ...(changed && { timestamp: changed, lastModified: changed }),
  };
}

function dateOf(day: LocalDate): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}

/** `20260402T080000Z` */
function stampOf(moment: Instant | undefined): string | undefined {
  return moment?.replace(/[-:]|\.\d+/g, '');
}
