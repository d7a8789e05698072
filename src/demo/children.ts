import type { Case } from '../cases/model.ts';
import { dayOf, momentOf } from '../clock.ts';
import { type LocalDate, plusDays, plusMonths, plusYears } from '../local-date.ts';
import type { PersonId, Register } from '../people/model.ts';
import type { ReturnPlan } from '../returns/model.ts';
import type { Needs } from '../teams/route.ts';
import type { CaseEvent, LegalStatus, PlacementKind } from '../timetable/model.ts';
import { plusWorkingDays } from '../working-days.ts';
import { whatHappenedSoFar } from './so-far.ts';

type MadeUp = Omit<
  Case<ReturnPlan>,
  'revision' | 'wakeAt' | 'history' | 'notes' | 'returns' | 'concerns' | 'praise' | 'cafcass' | 'contests' | 'copied'
>;

/**
 * Twelve children who do not exist, each in another situation, their dates counted from today so that the demo is the
 * same on any day. Written as facts; what is due follows from the timetable, as for any child.
 */
export function madeUpChildren(
  today: LocalDate,
  register: Register,
  { holidays }: Needs['authority'],
): readonly MadeUp[] {
  const ago = (days: number) => plusDays(today, -days);
  const workingDaysAgo = (count: number) => plusWorkingDays(today, -count, holidays);
  const aged = (years: number, months = 4) => plusMonths(plusYears(today, -years), -months);
  const id = (name: string) => [...register.values()].find((person) => person.name === name)!.id;
  const north = { socialWorker: id('Ayesha Khan'), teamManager: id('Priya Shah'), iro: id('Olu Bankole') };
  const northToo = { ...north, socialWorker: id('Chloe Davies'), iro: id('Nadia Rahman') };
  const south = { socialWorker: id('Ben Carter'), teamManager: id('Tom Reed'), iro: id('Nadia Rahman') };
  const visitsEvery = (days: number, first: number, last: number) =>
    series(days, first, last).map((back) => visit(ago(back)));

  return [
    child('C-1042', 'AB', aged(9), north, [
      lookedAfter(ago(98), 's20'),
      placed(ago(97), 'foster'),
      ...visitsEvery(35, 92, 20),
      review(ago(75)),
    ]),
    child('C-1057', 'DM', aged(11), south, [
      lookedAfter(ago(760), 'interim-care-order'),
      placed(ago(758), 'foster', { untilEighteen: false }),
      order(ago(600), 'care-order'),
      ...visitsEvery(40, 500, 16),
      ...[735, 650, 480, 300, 130].map((back) => review(ago(back))),
    ]),
    child('C-1063', 'EO', aged(6), north, [
      lookedAfter(ago(160), 'interim-care-order'),
      placed(ago(159), 'with-parents'),
      ...visitsEvery(7, 153, 136),
      review(ago(133)),
      ...visitsEvery(27, 125, 20),
      order(ago(19), 'care-order'),
      visit(ago(14)),
      review(ago(45)),
    ]),
    child('C-1071', 'FJ', aged(3), north, [
      lookedAfter(ago(16), 'interim-care-order'),
      placed(ago(16), 'with-parents'),
      visit(ago(10)),
      visit(ago(5)),
    ]),
    child('C-1088', 'GL', aged(4), south, [
      lookedAfter(ago(400), 'care-order'),
      placed(ago(399), 'foster'),
      ...visitsEvery(38, 393, 20),
      ...[375, 290, 110].map((back) => review(ago(back))),
      placed(workingDaysAgo(4), 'with-parents', { beforeAssessment: true }),
    ]),
    child('C-1094', 'HN', aged(12), northToo, [
      lookedAfter(ago(70), 's20'),
      placed(ago(69), 'residential'),
      ...visitsEvery(30, 65, 6),
      review(ago(48)),
    ]),
    child('C-1103', 'KP', aged(17, 2), northToo, [
      lookedAfter(ago(210), 's20'),
      placed(ago(209), 'foster'),
      ...visitsEvery(38, 204, 12),
      ...[185, 100].map((back) => review(ago(back))),
    ]),
    child('C-1110', 'MR', aged(13), south, [
      lookedAfter(ago(1400), 'care-order'),
      placed(ago(1200), 'foster', { longTermFoster: true, childAgrees: true, untilEighteen: true }),
      ...[1380, 1290, 1110, 930, 750, 570, 390, 215, 40].map((back) => review(ago(back))),
      ...[1195, 1150, 800, 600, 400, 230, 95].map((back) => visit(ago(back))),
    ]),
    child('C-1121', 'NS', aged(8), north, [
      lookedAfter(ago(130), 's20'),
      placed(ago(129), 'connected-person'),
      ...visitsEvery(35, 124, 7),
      ...[104, 25].map((back) => review(ago(back))),
    ]),
    child('C-1135', 'PT', aged(10), north, [
      lookedAfter(ago(145), 'care-order'),
      placed(ago(144), 'foster'),
      ...visitsEvery(35, 138, 46),
      ...[120, 35].map((back) => review(ago(back))),
    ]),
    child('C-1140', 'RV', aged(7), northToo, [
      lookedAfter(ago(250), 's20'),
      placed(ago(249), 'foster'),
      ...visitsEvery(38, 244, 70),
      ...[225, 140, 66].map((back) => review(ago(back))),
      { on: ago(60), what: 'returned-home', planned: true },
      visit(ago(52)),
      { on: ago(44), what: 'post-return-review-held' },
    ]),
    child('C-1152', 'TW', aged(2), south, [lookedAfter(ago(3), 's20'), placed(ago(3), 'foster')]),
  ];
}

/** Follows the made-up children in a store that has none yet. */
export async function followMadeUpChildren(needs: Needs): Promise<void> {
  if (await needs.cases.get('C-1042')) return;
  const now = needs.clock.now();
  const today = dayOf(now);
  for (const made of madeUpChildren(today, needs.authority.register, needs.authority)) {
    const history = [
      {
        at: momentOf(plusDays(today, -1), '09:00'),
        by: made.people.socialWorker,
        what: 'Started following this child',
      },
    ];
    await needs.cases.save({
      ...made,
      revision: 0,
      wakeAt: now,
      history,
      notes: [],
      concerns: [],
      praise: [],
      cafcass: [],
      contests: [],
      copied: [],
      returns: [],
    });
  }
  await whatHappenedSoFar(needs);
}

function child(
  id: string,
  initials: string,
  bornOn: LocalDate,
  people: Record<'socialWorker' | 'teamManager' | 'iro', PersonId>,
  events: readonly CaseEvent[],
): MadeUp {
  return { id, initials, bornOn, people, events };
}

function lookedAfter(on: LocalDate, legalStatus: LegalStatus): CaseEvent {
  return { on, what: 'became-looked-after', legalStatus };
}

function order(on: LocalDate, legalStatus: LegalStatus): CaseEvent {
  return { on, what: 'legal-status-changed', legalStatus };
}

function placed(on: LocalDate, kind: PlacementKind, more: Partial<CaseEvent> = {}): CaseEvent {
  return { on, what: 'placement-started', kind, ...more } as CaseEvent;
}

function visit(on: LocalDate): CaseEvent {
  return { on, what: 'visit-made', childSeen: true, seenAlone: true };
}

function review(on: LocalDate): CaseEvent {
  return { on, what: 'review-held' };
}

/** From `first` days ago down to `last` days ago, so many days apart. */
function series(apart: number, first: number, last: number): readonly number[] {
  const count = Math.floor((first - last) / apart) + 1;
  return Array.from({ length: count }, (_, index) => first - index * apart);
}
