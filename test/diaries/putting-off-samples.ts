import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import type { Case } from '../../src/cases/model.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import type { OpenDeadline } from '../../src/diaries/putting-off/actions.ts';
import { deadlineView, snoozeView } from '../../src/diaries/putting-off/view.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { ayesha, headHelen, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';

const sight = (by: Person, day: string) => sightOf(by, at(day));
const kept = { ...aCase(), revision: 1 };
const visitedOnce = { ...aCaseWith(visited('2026-10-08')), revision: 2 };

function open(about: Case, rule: string, day: string, parts: Partial<OpenDeadline> = {}): OpenDeadline {
  const deadline = deadlinesOf(about, localDate(day), northmoor).deadlines.find((one) => one.rule === rule)!;
  return { about, deadline, putOff: null, seen: null, did: null, instead: null, typed: {}, ...parts };
}

const said = (how: 'snoozed' | 'seen', until: string) => ({
  case: 'C-1042',
  rule: 'R-VIS-02',
  due: localDate('2026-11-19'),
  how,
  until: localDate(until),
  at: at('2026-11-09'),
});

/** One deadline to whoever owes it and to whoever is told, in time, on the day and late; put off, seen, and refused. */
export const PUTTING_OFF_SAMPLES: {
  readonly [N in Extract<CardName, 'deadline.open' | 'deadline.snooze'>]: readonly Catalogue[N][];
} = {
  'deadline.open': [
    deadlineView(open(visitedOnce, 'R-VIS-02', '2026-11-09'), sight(ayesha, '2026-11-09')),
    deadlineView(
      open(visitedOnce, 'R-VIS-02', '2026-11-09', {
        putOff: said('snoozed', '2026-11-13'),
        did: 'snoozed',
        instead: localDate('2026-11-15'),
      }),
      sight(ayesha, '2026-11-09'),
    ),
    deadlineView(
      open(visitedOnce, 'R-VIS-02', '2026-11-09', { putOff: said('seen', '2026-11-10') }),
      sight(ayesha, '2026-11-09'),
    ),
    deadlineView(open(kept, 'R-VIS-01', '2026-10-12', { did: 'again' }), sight(ayesha, '2026-10-12'), [
      'It is due today (Care Planning Regulations 2010 (SI 2010/959) reg 28(2)(a)): it cannot be put off. You can say that you have seen it.',
    ]),
    deadlineView(
      open(kept, 'R-VIS-01', '2026-10-14', { seen: { ...said('seen', '2026-10-15'), rule: 'R-VIS-01' } }),
      sight(priya, '2026-10-14'),
    ),
    deadlineView(open(kept, 'R-VIS-01', '2026-10-08'), sight(headHelen, '2026-10-08')),
    deadlineView(open(kept, 'R-REV-01', '2026-10-26'), sight(iroOlu, '2026-10-26')),
  ],
  'deadline.snooze': [
    snoozeView(open(visitedOnce, 'R-VIS-02', '2026-11-09'), sight(ayesha, '2026-11-09')),
    snoozeView(open(kept, 'R-REV-01', '2026-10-30'), sight(iroOlu, '2026-10-30')),
    snoozeView(
      open(visitedOnce, 'R-VIS-02', '2026-11-09', { typed: { day: '2026-11-10', other: '2026-11-20' } }),
      sight(ayesha, '2026-11-09'),
      ['Day: Fri 20 November 2026 is too late. The last day to act is Thu 19 November 2026.'],
    ),
  ],
};
