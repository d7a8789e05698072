import type { Catalogue } from '../../src/cards/catalogue.ts';
import { calendarView } from '../../src/diaries/calendar/view.ts';
import { newDiary } from '../../src/diaries/rules.ts';
import { MISSES } from '../../src/reminders/watchdog.ts';
import { missedView } from '../../src/reminders/watchdog-view.ts';
import { ayesha, northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-11-23');
const off = newDiary(ayesha, now, northmoor);
const on = { ...off, revision: 1, calendar: { hash: 'a'.repeat(64), since: now } };
const link = `https://homeward.example.gov.uk/calendar/${'x_-9'.repeat(10)}xyz.ics`;
const sight = { by: ayesha, now, today: '2026-11-23', authority: northmoor, once: '1' } as never;

/** The calendar link, in each way it can stand; and what the watchdog tells. */
export const UPKEEP_SAMPLES: {
  readonly [N in 'calendar' | 'watch.missed']: readonly Catalogue[N][];
} = {
  calendar: [
    calendarView({ diary: off, link: null, isOffered: true }, sight),
    calendarView({ diary: on, link, isOffered: true }, sight),
    calendarView({ diary: on, link: null, isOffered: true }, sight, ['Your calendar link was changed.']),
    calendarView({ diary: off, link: null, isOffered: false }, sight),
    calendarView({ diary: on, link: null, isOffered: false }, sight),
  ],
  'watch.missed': [
    missedView({ facts: { found: 'wake-overdue:3' } }),
    missedView({
      facts: {
        found: Object.keys(MISSES)
          .map((code) => `${code}:1204`)
          .join(' '),
      },
    }),
  ],
};
