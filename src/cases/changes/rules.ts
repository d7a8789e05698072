import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { type CaseEvent, LEGAL_STATUSES, PLACEMENT_KINDS } from '../../timetable/model.ts';
import { contradictions, isLookedAfter } from '../../timetable/rules.ts';
import type { Case } from '../model.ts';
import { changed, dayRefusal, factsOf, hatsOf, standsFor, wrongPeople } from '../rules.ts';
import { type ChangeForm, HAPPENED, PLACEMENT_FLAGS, type PlacementFlag } from './form.ts';

/** What part of a case somebody may change: everything but reviews, what is the reviewers', or nothing. */
export function changesFor(
  { people }: Case,
  by: Person,
  authority: Authority,
  now: Instant,
): 'case' | 'reviews' | null {
  const today = dayOf(now);
  const isFor = (id: string) => standsFor(by, id, authority, today);
  if (isFor(people.socialWorker) || isFor(people.teamManager)) return 'case';
  const isReviewer =
    isFor(people.iro) || hatsOf(by, authority.register, today).some((hat) => holds(hat, 'iro-manager'));
  return isReviewer ? 'reviews' : null;
}

/** Why somebody cannot change a case: that is for the child's social worker and team manager, and in part for the IRO. */
export function changeRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  if (changesFor(about, by, authority, now) !== null) return null;
  const name = nameOf(about.people.socialWorker, authority.register);
  return refuse(`Changes are made by the people around the child. Ask ${name}, their team manager or their IRO.`);
}

/** The IRO has no part in managing the case (R-IRO-05), and nobody else adjourns a review. */
function notTheirs(may: 'case' | 'reviews' | null, form: ChangeForm): Refusal | null {
  const adjourns = form.happened === 'review-adjourned';
  if (may === 'case') {
    return adjourns ? refuse(ADJOURNS, { happened: ADJOURNS }) : null;
  }
  const { legalStatus, placement, happened, people } = form;
  const manages = legalStatus ?? placement ?? people.socialWorker ?? people.teamManager ?? (adjourns ? null : happened);
  return manages === null ? null : refuse(MANAGES);
}

const ADJOURNS = 'Also happened: only the IRO adjourns a review. Ask them to record it.';
const MANAGES =
  'The IRO records an adjourned review and who the IRO is; status, placement and workers are for the social worker or team manager.';

/** The case as a change would leave it, and the change in words. */
export interface Previewed {
  readonly before: Case;
  readonly after: Case;
  /** A sentence for each thing that changes; none when everything is so already. */
  readonly lines: readonly string[];
}

/** Works out what a change would do. Nothing is saved. */
export function preview(
  about: Case,
  form: ChangeForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Previewed> {
  const no =
    changeRefusal(about, by, authority, now) ??
    notTheirs(changesFor(about, by, authority, now), form) ??
    misfit(about, form, now);
  if (no) return no;
  const events = eventsOf(about, form);
  const fresh = events.filter((event) => !about.events.some((there) => isSame(there, event)));
  const people = peopleOf(about, form);
  const moves = Object.keys(people).filter((field) => people[field as Field] !== about.people[field as Field]);
  const wrong = moves.length > 0 ? wrongPeople(people, authority) : null;
  if (wrong) return wrong;

  const lines = [...fresh.map(sayEvent), ...moves.map((field) => sayPerson(field as Field, people, authority))];
  if (lines.length === 0) return done({ before: about, after: about, lines });
  const kept = about.events.filter((there) => !fresh.some((event) => replaces(event, there)));
  const after = changed(about, by, now, lines.join('; '), { people, events: [...kept, ...fresh] });
  const sentences = contradictions(factsOf(after, dayOf(now)));
  return sentences.length > 0 ? refuse(sentences.join(' ')) : done({ before: about, after, lines });
}

type Field = keyof Case['people'];

/** Values that do not go together, or do not go with the case. */
function misfit(about: Case, form: ChangeForm, now: Instant): Refusal | null {
  return (
    paired('legalStatusOn', 'Legal status', 'the day it changed', form.legalStatus, form.legalStatusOn) ??
    paired('placementOn', 'Placement type', 'the day the placement started', form.placement, form.placementOn) ??
    paired('happenedOn', 'Also happened', 'the day it happened', form.happened, form.happenedOn) ??
    daysOf(form)
      .map(([field, label, day]) => dayRefusal(field, label, day, about, now))
      .find((no) => no !== null) ??
    wrongFlags(form) ??
    notByUpdate(about, form)
  );
}

function paired(
  field: string,
  label: string,
  which: string,
  value: string | null,
  day: LocalDate | null,
): Refusal | null {
  if ((value === null) === (day === null)) return null;
  const says =
    value === null
      ? `${label}: a day is given. Choose what changed, or clear the day.`
      : `${label}: please give ${which}.`;
  return refuse(says, { [field]: says });
}

function daysOf(form: ChangeForm): readonly (readonly [string, string, LocalDate])[] {
  const days = [
    ['legalStatusOn', 'Legal status since', form.legalStatusOn],
    ['placementOn', 'Placement started', form.placementOn],
    ['happenedOn', 'Happened on', form.happenedOn],
  ] as const;
  return days.flatMap(([field, label, day]) => (day === null ? [] : [[field, label, day] as const]));
}

const FITS: Partial<Record<PlacementFlag, ChangeForm['placement']>> = {
  longTermFoster: 'foster',
  beforeAssessment: 'with-parents',
  temporaryApproval: 'connected-person',
};

function wrongFlags({ flags, placement }: ChangeForm): Refusal | null {
  const wrong = flags.find((flag) => placement === null || (FITS[flag] ?? placement) !== placement);
  if (!wrong) return null;
  const fits = FITS[wrong] ? `it goes with ${PLACEMENT_KINDS[FITS[wrong]]}` : 'choose the placement type too';
  const says = `About this placement: “${PLACEMENT_FLAGS[wrong]}”: ${fits}.`;
  return refuse(says, { flags: says });
}

/** A child who goes home under an order goes by the return, with its decision first (reg 18); this form only corrects. */
function notByUpdate(about: Case, { placement, placementOn }: ChangeForm): Refusal | null {
  if (placement !== 'with-parents') return null;
  const there = about.events.find((event) => event.what === 'placement-started' && event.on === placementOn);
  if (there?.what === 'placement-started' && there.kind === 'with-parents') return null;
  const says = `Placement type: a child goes to live with parents by a return home, which has its own checks. Type “return home ${about.id}”.`;
  return refuse(says, { placement: says });
}

function eventsOf(about: Case, form: ChangeForm): readonly CaseEvent[] {
  const events: CaseEvent[] = [];
  if (form.legalStatus && form.legalStatusOn) {
    const day = form.legalStatusOn;
    const began = about.events.some(({ on, what }) => what === 'became-looked-after' && on === day);
    const begins = began || !isLookedAfter(factsOf(about, day), day);
    const what = begins ? 'became-looked-after' : 'legal-status-changed';
    events.push({ on: form.legalStatusOn, what, legalStatus: form.legalStatus });
  }
  if (form.placement && form.placementOn) {
    const flags = Object.fromEntries(form.flags.map((flag) => [flag, true]));
    events.push({ on: form.placementOn, what: 'placement-started', kind: form.placement, ...flags });
  }
  if (form.happened && form.happenedOn) events.push({ on: form.happenedOn, what: form.happened });
  return events;
}

/** A status or a placement given for the day of one that is recorded corrects it. */
function replaces(event: CaseEvent, there: CaseEvent): boolean {
  return event.on === there.on && event.what === there.what;
}

function isSame(a: CaseEvent, b: CaseEvent): boolean {
  const sorted = (event: CaseEvent) => JSON.stringify(Object.entries(event).sort());
  return sorted(a) === sorted(b);
}

function peopleOf(about: Case, form: ChangeForm): Case['people'] {
  const { socialWorker, teamManager, iro } = form.people;
  return {
    socialWorker: socialWorker ?? about.people.socialWorker,
    teamManager: teamManager ?? about.people.teamManager,
    iro: iro ?? about.people.iro,
  };
}

function sayEvent(event: CaseEvent): string {
  const day = sayDay(event.on);
  if (event.what === 'became-looked-after') return `Looked after since ${day}: ${LEGAL_STATUSES[event.legalStatus]}`;
  if ('legalStatus' in event) return `${LEGAL_STATUSES[event.legalStatus]} since ${day}`;
  if (event.what !== 'placement-started') return `${HAPPENED[event.what as keyof typeof HAPPENED]} on ${day}`;
  const flags = (Object.keys(PLACEMENT_FLAGS) as PlacementFlag[]).filter((flag) => event[flag]);
  return [`${PLACEMENT_KINDS[event.kind]} since ${day}`, ...flags.map((flag) => PLACEMENT_FLAGS[flag])].join(', ');
}

function sayPerson(field: Field, people: Case['people'], { register }: Authority): string {
  const labels = { socialWorker: 'Social worker', teamManager: 'Team manager', iro: 'IRO' } as const;
  return `${labels[field]}: ${nameOf(people[field], register)}`;
}
