import type { Sight } from '../../authority/model.ts';
import { changesFor } from '../../cases/changes/rules.ts';
import { deadlinesOf, factsOf } from '../../cases/rules.ts';
import { childOf, type DeadlineLine, deadlineLine } from '../../cases/view.ts';
import { daysFrom, type LocalDate, sayDay } from '../../local-date.ts';
import type { Deadline } from '../../timetable/model.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import type { Fact, FormAgain, Head } from '../../view.ts';
import { problemsOf, sayWhen } from '../../view.ts';
import type { Returning, ReturnPlan } from '../model.ts';
import { isOpen, mayPlan } from '../rules.ts';
import type { Service } from '../transition/model.ts';
import { standingOf } from '../view.ts';
import { mayDischarge } from '../went/discharge.ts';
import { stepsLeft } from './ending.ts';
import { type ReReferral, STEP_DOWNS, type StepDown } from './model.ts';
import { mayDoAfter, monitoredUntil, whyNotAfter } from './rules.ts';
import { hasBegun, isLateService, notBegun } from './services.ts';

type Lines = readonly { readonly says: string }[];

/** What comes after a return home: the next dates, whether help has begun, and how it has gone. */
export interface AfterView extends Head, FormAgain {
  readonly reference: string;
  readonly id: string;
  readonly revision: string;
  readonly notes: Lines;
  readonly facts: readonly Fact[];
  readonly mayCheck: boolean;
  readonly mayStepDown: boolean;
  readonly mayBreakDown: boolean;
  readonly mayRefer: boolean;
  readonly mayDischarge: boolean;
  /** Whether the new care is still to be recorded, by somebody who may. */
  readonly mayUpdate: boolean;
  readonly hasDates: boolean;
  readonly dates: readonly DeadlineLine[];
  readonly hasServices: boolean;
  readonly services: Lines;
  readonly hasSince: boolean;
  /** Steps down, the breakdown, new referrals: in the order of their days. */
  readonly since: Lines;
}

const MOST_LINES = 7;

export function afterView(returning: Returning, sight: Sight, problems: readonly string[] = []): AfterView {
  const { about, plan } = returning;
  const { authority, today } = sight;
  const open = isOpen(plan, about);
  const { deadlines } = deadlinesOf(about, today, authority);
  const dates = open ? deadlines.filter(({ act }) => act !== 'other').slice(0, 4) : [];
  const may = (act: Parameters<typeof whyNotAfter>[0]) => whyNotAfter(act, about, plan, sight) === null;
  const since = sinceLines(plan);
  return {
    heading: 'After the return',
    quiet: `${childOf(about)} · ${plan.id} · ${standingOf(plan)}`,
    reference: about.id,
    id: plan.id,
    revision: String(about.revision),
    ...problemsOf(problems),
    typed: {},
    notes: notesOf(returning).map((says) => ({ says })),
    facts: factsOfAfter(returning, deadlines, sight),
    mayCheck: may('services') && notBegun(plan).length > 0,
    mayStepDown: may('step-down') && stepsLeft(plan).length > 0 && !isLookedAfter(factsOf(about, today), today),
    mayBreakDown: may('breakdown') && !plan.after.breakdown,
    mayRefer: mayDoAfter('referral', about, sight),
    mayDischarge: mayDischarge(plan, about) && mayPlan(about, sight),
    mayUpdate: needsNewCare(returning) && changesFor(about, sight.by, authority, sight.now) === 'case',
    hasDates: dates.length > 0,
    dates: dates.map((one) => deadlineLine(one, today, authority)),
    hasServices: plan.transition.services.length > 0,
    services: serviceLines(plan, today),
    hasSince: since.length > 0,
    since,
  };
}

/** Back in care, and the facts do not say so yet. */
function needsNewCare({ about, plan }: Returning): boolean {
  const { breakdown } = plan.after;
  return breakdown?.backInCare === true && isOpen({ ...plan, after: { ...plan.after, breakdown: null } }, about);
}

function notesOf(returning: Returning): readonly string[] {
  const { about, plan } = returning;
  if (needsNewCare(returning))
    return [
      `⚠ The new care is not recorded yet: type “update ${about.id}” and give the legal status, the placement and their days.`,
    ];
  if (!plan.after.breakdown && !isOpen(plan, about))
    return ['⚠ The child is back in care. Say why the return broke down and what was learned.'];
  return [];
}

function factsOfAfter({ about, plan }: Returning, deadlines: readonly Deadline[], sight: Sight): readonly Fact[] {
  const { breakdown, stepDowns } = plan.after;
  const last = stepDowns.at(-1);
  const stepped = { title: 'Step down', value: last ? STEP_DOWNS[last.to] : 'None so far' };
  if (breakdown) return [{ title: 'At home for', value: sayDays(daysFrom(plan.wentHomeOn!, breakdown.on)) }, stepped];
  if (!isOpen(plan, about)) return [stepped];
  return [
    { title: 'At home for', value: sayDays(daysFrom(plan.wentHomeOn!, sight.today)) },
    { title: 'Monitoring', value: sayMonitoring(plan, deadlines, sight) },
    { title: 'Services', value: sayServices(plan, sight.today) },
    stepped,
  ];
}

function sayMonitoring(plan: ReturnPlan, deadlines: readonly Deadline[], { authority, today }: Sight): string {
  const until = monitoredUntil(plan);
  const due = deadlines.find(({ rule }) => rule === 'MON-05');
  if (due) return `At least until ${sayWhen(due.due, today, authority.holidays)}`;
  return `Six months ${today > until ? 'ended' : 'end'} on ${sayDay(until)}`;
}

function sayServices({ transition: { services } }: ReturnPlan, today: LocalDate): string {
  if (services.length === 0) return 'None promised yet';
  const late = services.filter((service) => isLateService(service, today)).length;
  return `${services.filter(hasBegun).length} of ${services.length} begun${late > 0 ? ` · ⚠ ${late} late` : ''}`;
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function serviceLines({ transition: { services } }: ReturnPlan, today: LocalDate): Lines {
  const late = services.filter((service) => isLateService(service, today));
  const rest = services.filter((service) => !late.includes(service));
  const lines = [...late, ...rest].map((service) => serviceLine(service, today));
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`… and ${more} more under “Plan and steps”.`] : [])].map(
    (says) => ({ says }),
  );
}

function serviceLine(service: Service, today: LocalDate): string {
  const { name, who, startBy, checked } = service;
  const said = checked?.words ? ` · ${inBrief(checked.words)}` : '';
  if (hasBegun(service)) return `✓ Begun: ${name} (${who})${said}`;
  return isLateService(service, today)
    ? `⚠ Not begun: ${name} (${who}), promised by ${sayDay(startBy)}${said}`
    : `○ Not yet: ${name} (${who}), by ${sayDay(startBy)}${said}`;
}

/** What has happened since, oldest first; the latest when there is more than fits. */
function sinceLines({ after: { stepDowns, breakdown, reReferrals } }: ReturnPlan): Lines {
  const happened = [
    ...stepDowns.map((step) => ({ on: step.on, says: stepLine(step) })),
    ...reReferrals.map((one) => ({ on: one.on, says: referralLine(one) })),
    ...(breakdown
      ? [
          {
            on: breakdown.on,
            says: `Broke down on ${sayDay(breakdown.on)}${breakdown.backInCare ? ', back in care' : ''}: ${inBrief(breakdown.why)} · Learned: ${inBrief(breakdown.learned)}`,
          },
        ]
      : []),
  ];
  return happened
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(-MOST_LINES)
    .map(({ says }) => ({ says }));
}

function stepLine({ on, to, why, whyEarly, lead, overlapUntil }: StepDown): string {
  const early = whyEarly ? ` Before six months because: ${inBrief(whyEarly)}` : '';
  return `${STEP_DOWNS[to]} from ${sayDay(on)}: ${inBrief(why)} · ${lead} leads; the social worker stays until ${sayDay(overlapUntil)}.${early}`;
}

function referralLine({ on, words }: ReReferral): string {
  return `New referral on ${sayDay(on)}: ${inBrief(words)}`;
}

function inBrief(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text;
}
