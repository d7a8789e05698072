import { type LocalDate, sayDay } from '../local-date.ts';
import { historyOn, type Period } from './history.ts';
import type { CaseEvent, Facts } from './model.ts';

/** Something in the facts that cannot be so: where it stands, and why not. */
export interface Conflict {
  readonly path: readonly (string | number)[];
  readonly value: string;
  /** A plain sentence for a person. */
  readonly says: string;
}

type Found = readonly [field: string, value: string, says: string];

/** Everything in the facts that cannot be so, in the order of the file. */
export function conflictsIn(facts: Facts): readonly Conflict[] {
  const { asOf, bornOn, events } = facts;
  const { periods } = historyOn(facts, asOf);
  const unborn = bornOn !== null && bornOn > asOf;
  return [
    ...(unborn
      ? [{ path: ['bornOn'], value: bornOn, says: `${sayDay(bornOn)} has not come yet: give the date of birth.` }]
      : []),
    ...events.flatMap((event, index) => [
      ...outOfTime(event, index, facts),
      ...[...(event.on > asOf ? [] : outOfPlace(event, facts, periods)), ...doubled(event, index, events)].map(
        at(index),
      ),
    ]),
  ];
}

/** Days of one event that cannot be so, whatever else happened. */
export function outOfTime(event: CaseEvent, index: number, { asOf, bornOn }: Facts): readonly Conflict[] {
  const { on } = event;
  const found: Found[] = [];
  const asked = () => `${sayDay(asOf)}, the day asked about`;
  if (on > asOf) found.push(['on', on, `${sayDay(on)} is after ${asked()}: give only what has happened.`]);
  if (bornOn && on < bornOn) found.push(['on', on, `${sayDay(on)} is before the child was born, ${sayDay(bornOn)}.`]);
  const completedOn = event.what === 'review-held' ? event.completedOn : undefined;
  if (completedOn && completedOn < on) {
    found.push([
      'completedOn',
      completedOn,
      `A review held on ${sayDay(on)} was not completed before, on ${sayDay(completedOn)}.`,
    ]);
  }
  if (completedOn && completedOn > asOf)
    found.push(['completedOn', completedOn, `${sayDay(completedOn)} is after ${asked()}.`]);
  return found.map(at(index));
}

function at(index: number): (found: Found) => Conflict {
  return ([field, value, says]) => ({ path: ['events', index, field], value, says });
}

/** Events that need the child to be, or to have been, looked after. */
function outOfPlace({ on, what }: CaseEvent, { events }: Facts, periods: readonly Period[]): readonly Found[] {
  const began = periods.some(({ from }) => from <= on);
  const lookedAfter = periods.some(({ from, until }) => from <= on && (until === null || until >= on));
  // Worded only where it is said: a case may have a hundred events, and none of them wrong.
  const says: Partial<Record<CaseEvent['what'], readonly [fits: boolean, says: (day: string) => string]>> = {
    'became-looked-after': [
      periods.some(({ from }) => from === on),
      (day) => `The child was already looked after on ${day}, so this is a change of legal status.`,
    ],
    'legal-status-changed': [
      lookedAfter,
      (day) => `The legal status changed on ${day}, when the child was not looked after.`,
    ],
    'visit-made': [began, (day) => `The visit on ${day} was made before the child became looked after.`],
    'review-adjourned': [
      lookedAfter,
      (day) => `The review on ${day} was adjourned when the child was not looked after.`,
    ],
    'review-held': [
      lookedAfter,
      (day) =>
        `The review on ${day} was held when the child was not looked after, so it is a review after the return home.`,
    ],
    'ceased-to-be-looked-after': [
      periods.some(({ until }) => until === on),
      (day) => `The child ceased to be looked after on ${day}, but was not looked after then.`,
    ],
    'returned-home': [began, (day) => `The child returned home on ${day}, but had never been looked after.`],
    'post-return-review-held': [
      what !== 'post-return-review-held' || wasHome(on, events),
      (day) => `The review after the return was held on ${day}, before any return home.`,
    ],
  };
  const said = says[what];
  return !said || said[0] ? [] : [['on', on, said[1](sayDay(on))]];
}

function wasHome(by: LocalDate, events: Facts['events']): boolean {
  return events.some(
    (event) =>
      event.on <= by &&
      (event.what === 'returned-home' || (event.what === 'placement-started' && event.kind === 'with-parents')),
  );
}

/** Two events of one day of which only one can be so: which came first would decide, and a day has no order. */
function doubled(event: CaseEvent, index: number, events: readonly CaseEvent[]): readonly Found[] {
  if (event.what !== 'placement-started' && !('legalStatus' in event)) return [];
  const before = events.slice(0, index).filter(({ on }) => on === event.on);
  const day = sayDay(event.on);
  if (event.what === 'placement-started' && before.some(({ what }) => what === 'placement-started')) {
    return [['on', event.on, `Two placements start on ${day}: give only the one where the child slept.`]];
  }
  if (!('legalStatus' in event)) return [];
  const other = before.find((earlier) => 'legalStatus' in earlier && earlier.legalStatus !== event.legalStatus);
  if (!other) return [];
  return [
    [
      'legalStatus',
      event.legalStatus,
      `Two legal statuses are given for ${day}: give only the one that stood at the end of that day.`,
    ],
  ];
}
