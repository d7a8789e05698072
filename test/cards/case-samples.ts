import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import type { CaseNeeds } from '../../src/cases/actions.ts';
import { askChange, previewChange, saveChange } from '../../src/cases/changes/actions.ts';
import { readChangeForm, readTypedChange } from '../../src/cases/changes/form.ts';
import { changeFormView, changePreviewView, changeSavedView } from '../../src/cases/changes/view.ts';
import { listCases, listDeadlines, listTeam } from '../../src/cases/deadlines/actions.ts';
import { deadlineListView, teamListView, whyView } from '../../src/cases/deadlines/view.ts';
import type { Case } from '../../src/cases/model.ts';
import { askReview, saveReview } from '../../src/cases/reviews/actions.ts';
import { readReviewForm } from '../../src/cases/reviews/form.ts';
import { nextReviewView, reviewFormView, reviewSavedView } from '../../src/cases/reviews/view.ts';
import { caseListView, caseView, followFormView } from '../../src/cases/view.ts';
import { askVisit, saveVisit } from '../../src/cases/visits/actions.ts';
import { readVisitForm } from '../../src/cases/visits/form.ts';
import { visitFormView, visitSavedView } from '../../src/cases/visits/view.ts';
import type { Person } from '../../src/people/model.ts';
import type { Outcome } from '../../src/refusal.ts';
import { reminderOf } from '../../src/reminders/view.ts';
import { aCase, aCaseWith, aConcern, caseRoom, reviewForm, visitForm } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  headHelen,
  iroNadia,
  iroOlu,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, lookedAfter, placed, reviewed, visited, wentHome, withParents } from '../timetable/case-facts.ts';

type Typed = Readonly<Record<string, unknown>>;

const TODAY = '2026-11-23';
const sight = (by: Person) => sightOf(by, at(TODAY));
const missing = (label: string) => [`${label}: please fill this in.`];
/** As long as people write when they are worried, with the name that should not be there. */
export const LONG =
  'Kayleigh would like to see her brother Tyler every weekend, and she is worried about moving school. '.repeat(6);

const settled: Case = {
  ...aCase(),
  events: [lookedAfter('2026-05-01', 's20'), placed('2026-05-01'), visited('2026-11-02'), reviewed('2026-09-14')],
};
const late = aCase();
const home = aCaseWith(visited('2026-11-02'), reviewed('2026-10-28'), wentHome('2026-11-20', true));
const homeInNeed = aCaseWith(
  wentHome('2026-10-20', true),
  visited('2026-11-02'),
  happened('2026-11-10', 'post-return-review-held'),
);
const homeUnderOrder: Case = {
  ...aCase(),
  events: [
    lookedAfter('2026-05-01', 'care-order'),
    placed('2026-05-01'),
    reviewed('2026-09-14'),
    withParents('2026-11-16'),
  ],
};
/** As much as can be due on one child: an early placement with parents, its assessment unfinished, a review adjourned. */
const busiest: Case = {
  ...aCase(),
  events: [
    lookedAfter('2026-10-05', 'care-order'),
    placed('2026-10-05'),
    happened('2026-10-30', 'review-adjourned'),
    withParents('2026-11-16', { beforeAssessment: true }),
  ],
};
const adjourned = aCaseWith(happened('2026-10-30', 'review-adjourned'));
const unplaced = aCaseWith(visited('2026-10-08'), happened('2026-11-20', 'placement-ended'));
const nothingYet: Case = { ...aCase(), events: [] };
/** Seven children of three social workers, with everything that can be late. */
const many = [settled, late, home, homeUnderOrder, adjourned, unplaced, late].map((about, index) => ({
  ...about,
  id: `C-104${index + 2}`,
  initials: ['AB', 'CD', 'EF', 'GH', 'JK', 'LM', 'NP'][index]!,
}));
const threeWorkers = many.map((about, index) => ({
  ...about,
  people: { ...about.people, socialWorker: [ayesha, ben, chloe][index % 3]!.id },
}));

const overdueInNeed: Case = {
  ...aCase(),
  events: [
    lookedAfter('2026-05-01', 's20'),
    placed('2026-05-01'),
    wentHome('2026-09-01', true),
    happened('2026-09-18', 'post-return-review-held'),
  ],
};
/** Six people with something late, so that the list has a second page. */
const sixWorkers = [
  ...threeWorkers.slice(0, 3).map((about) => ({ ...late, id: about.id, people: about.people })),
  adjourned,
  overdueInNeed,
].map((about, index) => ({
  ...about,
  id: `C-106${index}`,
  people: { ...about.people, iro: [iroOlu, iroNadia][index % 2]!.id },
}));

/** What a fresh council with these cases on record answers. */
async function answerOf<T>(cases: readonly Case[], ask: (needs: CaseNeeds) => Promise<Outcome<T>>): Promise<T> {
  const { needs } = await caseRoom(TODAY, cases);
  return allowed(await ask(needs));
}

const form = (typed: Typed) => ({ case: 'C-1042', typed });
const visitAsked = (about: Case, typed: Typed = {}) =>
  answerOf([about], (needs) => askVisit(form(typed), ayesha, needs));
const reviewAsked = (about: Case, by: Person, typed: Typed = {}) =>
  answerOf([about], (needs) => askReview(form(typed), by, needs));
const changeAsked = (by: Person, typed: Typed = {}) =>
  answerOf([settled], (needs) => askChange(form(typed), by, needs));
const visitSaved = (about: Case, typed: Typed) =>
  answerOf([about], (needs) => saveVisit(allowed(readVisitForm(visitForm(typed))), ayesha, needs));
const reviewSaved = (about: Case, by: Person, typed: Typed) =>
  answerOf([about], (needs) => saveReview(allowed(readReviewForm(reviewForm(typed))), by, needs));
const deadlinesOf = (cases: readonly Case[], by: Person, parts: Typed = {}) =>
  answerOf(cases, (needs) => listDeadlines({ case: null, worker: null, page: 1, ...parts }, by, needs));

const move = {
  case: 'C-1042',
  revision: '1',
  legalStatus: 'care-order',
  legalStatusOn: '2026-11-19',
  placement: 'residential',
  placementOn: '2026-11-20',
  flags: '',
  iro: iroNadia.id,
};
const previewed = (typed: Typed) =>
  answerOf([settled], (needs) => previewChange(allowed(readTypedChange(typed)), ayesha, needs));

function reminded(about: Case, rule: string, due: string, by: Person): Catalogue['reminder.deadline'] {
  const view = reminderOf({ ...about, revision: 1 }, { facts: { rule, due } }, sight(by));
  if ('dropped' in view) throw new Error(view.dropped);
  return view;
}

type CaseCards = Extract<CardName, `${'case' | 'visit' | 'review' | 'deadline' | 'team' | 'reminder'}.${string}`>;

/** Every card about a case and its dates, as each of its readers sees it. `case.pick` is drawn by the conversation, what if by the returns room. */
export const CASE_SAMPLES: {
  readonly [N in Exclude<
    CaseCards,
    'case.pick' | 'case.what-if' | 'case.tried' | 'deadline.open' | 'deadline.snooze' | `review.contest${string}`
  >]: readonly Catalogue[N][];
} = {
  'case.follow': [
    followFormView({}, [], sight(ayesha)),
    followFormView({ reference: 'C-1042', initials: 'AB', bornOn: '2015-05-01' }, missing('IRO'), sight(priya)),
  ],
  'case.record': [
    caseView({ ...settled, revision: 1 }, sight(ayesha)),
    caseView({ ...late, revision: 1 }, sight(iroOlu)),
    caseView({ ...unplaced, revision: 1 }, sight(priya)),
    caseView({ ...adjourned, revision: 1 }, sight(iroOlu)),
    caseView({ ...busiest, revision: 1 }, sight(priya)),
    caseView({ ...nothingYet, revision: 1 }, sight(ayesha)),
    caseView({ ...late, concerns: [aConcern(), aConcern({ id: 'E-0002' })] }, sight(priya)),
    caseView({ ...late, concerns: [aConcern()] }, sight(iroOlu)),
    caseView({ ...late, concerns: [aConcern()] }, sight(headHelen)),
    caseView(aCaseWith(reviewed('2026-11-20')), sight(priya)),
  ],
  'case.list': [
    caseListView(await answerOf([settled], (needs) => listCases({ page: 1 }, ayesha, needs)), sight(ayesha)),
    caseListView(await answerOf(many, (needs) => listCases({ page: 1 }, ayesha, needs)), sight(ayesha)),
    caseListView(await answerOf(many, (needs) => listCases({ page: 2 }, ayesha, needs)), sight(ayesha)),
    caseListView({ cases: [{ ...nothingYet, revision: 1 }], page: 1 }, sight(ayesha)),
    caseListView({ cases: [], page: 1 }, sight(supportFiona)),
  ],
  'case.update': [
    changeFormView(await changeAsked(ayesha), sight(ayesha)),
    changeFormView(await changeAsked(iroOlu), sight(iroOlu)),
    changeFormView(await changeAsked(ayesha, move), sight(ayesha), ['Happened on: please give a date.']),
  ],
  'case.preview': [
    changePreviewView(await previewed(move), sight(ayesha)),
    changePreviewView(await previewed({ case: 'C-1042', revision: '1', iro: iroNadia.id }), sight(ayesha)),
    changePreviewView(
      await previewed({ case: 'C-1042', revision: '1', happened: 'placement-ended', happenedOn: '2026-11-20' }),
      sight(ayesha),
      ['The case has changed since these dates were worked out.'],
    ),
  ],
  'visit.form': [
    visitFormView(await visitAsked(settled), sight(ayesha)),
    visitFormView(await visitAsked(late), sight(ayesha)),
    visitFormView(await visitAsked(nothingYet), sight(ayesha)),
    visitFormView(
      await visitAsked(late, { wishes: LONG, welfare: 'concern' }),
      sight(ayesha),
      missing('Reason if late'),
    ),
  ],
  'review.form': [
    reviewFormView(await reviewAsked(settled, iroOlu), sight(iroOlu)),
    reviewFormView(await reviewAsked(homeInNeed, coordinatorJosh), sight(coordinatorJosh)),
    reviewFormView(await reviewAsked(nothingYet, iroOlu, { tasks: LONG }), sight(iroOlu), missing('Kind of review')),
  ],
  'review.next': [
    nextReview({ ...homeInNeed, revision: 1 }, sight(coordinatorJosh)),
    nextReview({ ...homeInNeed, revision: 1 }, sight(supportFiona)),
  ],
  'deadline.list': [
    deadlineListView(await deadlinesOf([late, many[0]!, many[3]!], ayesha), sight(ayesha)),
    deadlineListView(await deadlinesOf(many, ayesha), sight(ayesha)),
    deadlineListView(await deadlinesOf([adjourned], iroOlu, { case: 'C-1042' }), sight(iroOlu)),
    deadlineListView(await deadlinesOf([unplaced], priya, { case: 'C-1042' }), sight(priya)),
    deadlineListView(await deadlinesOf(threeWorkers, priya, { worker: ben.id }), sight(priya)),
    deadlineListView(await deadlinesOf([busiest], ayesha, { case: 'C-1042' }), sight(ayesha)),
    deadlineListView(await deadlinesOf([settled], ayesha), sight(ayesha)),
    deadlineListView(await deadlinesOf([], priya), sight(priya)),
  ],
  'deadline.saved': [
    visitSavedView(await visitSaved(settled, { on: TODAY }), sight(ayesha)),
    visitSavedView(
      await visitSaved(late, {
        on: TODAY,
        welfare: 'concern',
        wishes: LONG,
        family: LONG,
        support: LONG,
        lateReason: LONG,
      }),
      sight(ayesha),
    ),
    visitSavedView(await visitSaved(settled, { on: TODAY, childSeen: 'false' }), sight(ayesha)),
    reviewSavedView(await reviewSaved(settled, iroOlu, { on: '2026-11-20', tasks: LONG }), sight(iroOlu)),
    changeSavedView(
      await answerOf([settled], (needs) => saveChange(allowed(readChangeForm(move)), ayesha, needs)),
      sight(ayesha),
    ),
  ],
  'deadline.why': [
    whyView({ about: { ...settled, revision: 1 }, page: 1 }, sight(ayesha)),
    whyView({ about: { ...homeUnderOrder, revision: 1 }, page: 1 }, sight(priya)),
    whyView({ about: { ...busiest, revision: 1 }, page: 1 }, sight(ayesha)),
    whyView({ about: { ...unplaced, revision: 1 }, page: 1 }, sight(iroOlu)),
    whyView({ about: { ...nothingYet, revision: 1 }, page: 1 }, sight(ayesha)),
  ],
  'team.list': [
    teamListView(await answerOf(threeWorkers, (needs) => listTeam({ page: 1 }, priya, needs)), sight(priya)),
    teamListView(await answerOf(sixWorkers, (needs) => listTeam({ page: 1 }, headHelen, needs)), sight(headHelen)),
    teamListView(await answerOf([settled], (needs) => listTeam({ page: 1 }, priya, needs)), sight(priya)),
  ],
  'reminder.deadline': [
    reminded(late, 'R-VIS-01', '2026-10-12', ayesha),
    reminded(late, 'R-VIS-01', '2026-10-12', priya),
    reminded(settled, 'R-REV-02', '2026-12-14', iroOlu),
    reminded(homeUnderOrder, 'R-VIS-22', TODAY, ayesha),
  ],
};

function nextReview(...[about, by]: Parameters<typeof nextReviewView>): Catalogue['review.next'] {
  const view = nextReviewView(about, by);
  if ('dropped' in view) throw new Error(view.dropped);
  return view;
}
