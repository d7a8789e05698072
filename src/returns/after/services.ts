import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { withItemDone } from '../checklist/answering.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, withPlan } from '../rules.ts';
import type { Service } from '../transition/model.ts';
import { withServiceChecked } from '../transition/rules.ts';
import { type HelpForm, PULLING_OUT, type ServiceChecked, type ServicesForm } from './form.ts';
import { whyNotAfter } from './rules.ts';

/** Keeps the answer to: is the family pulling out of help after a good start? (SUP-04, DfE research §4). Answered once. */
export function answerHelp(
  about: ReturningCase,
  plan: ReturnPlan,
  { pullingOut, words }: HelpForm,
  doing: Doing,
): Outcome<Change> {
  const note = [`Pulling out of help: ${PULLING_OUT[pullingOut]}`, ...(words ? [words] : [])].join('. ');
  const there = plan.answers.find(({ item }) => item === 'SUP-04');
  if (there?.answer === 'done' && there.by === doing.by.id && there.note === note) return done({ about, letters: [] });
  const no = whyNotAfter('services', about, plan, doing) ?? helpAnswered(plan, doing);
  if (no) return no;
  const answered = withItemDone(plan, about, 'SUP-04', note, doing);
  const what = `asked whether the family is pulling out of help: ${pullingOut === 'yes' ? '⚠ yes' : 'no'}`;
  return done({ about: withPlan(about, answered, what, doing), letters: [] });
}

/** Who has answered it, if somebody has: the checklist is where an answer is changed. */
export function helpAnswered({ answers }: ReturnPlan, { authority }: Doing): Refusal | null {
  const there = answers.find(({ item, answer }) => item === 'SUP-04' && answer !== 'not-done');
  if (!there) return null;
  const who = nameOf(there.by, authority.register);
  return refuse(`${who} answered this on ${sayDay(dayOf(there.at))}. To change it, open the checklist.`);
}

/** Those to ask about, the ones asked longest ago first: a service that was promised is not yet a service (DfE research §5). */
export function notBegun({ transition }: ReturnPlan): readonly Service[] {
  return transition.services
    .filter((service) => !hasBegun(service))
    .toSorted((a, b) => compare(a.checked?.at ?? '', b.checked?.at ?? '') || a.id - b.id);
}

export function hasBegun({ checked }: Service): boolean {
  return checked?.begun === true;
}

/** Whether the day by which it was promised has passed without it. */
export function isLateService(service: Service, today: LocalDate): boolean {
  return !hasBegun(service) && service.startBy < today;
}

/** Keeps whether each promised service has begun. Once all have, the checklist's question is answered too (SUP-01). */
export function checkServices(
  about: ReturningCase,
  plan: ReturnPlan,
  { checks }: ServicesForm,
  doing: Doing,
): Outcome<Change> {
  const no = whyNotAfter('services', about, plan, doing);
  if (no) return no;
  if (checks.length === 0) return refuse('Nothing was answered. Choose “Yes” or “Not yet” for at least one service.');
  const { services } = plan.transition;
  const unknown = checks.find(({ service }) => !services.some(({ id }) => id === service));
  if (unknown) return refuse(`${plan.id} has no service number ${unknown.service}. Open the list again.`);
  const changed = checks.filter((check) => !isSame(serviceOf(check, services), check));
  if (changed.length === 0) return done({ about, letters: [] });
  const beside = Object.fromEntries(changed.flatMap((check) => besideOf(check, services, doing)));
  if (Object.keys(beside).length > 0) return refuse(Object.values(beside).join(' '), beside);

  const checked = changed.reduce(
    (so, { service, begun, words }) => withServiceChecked(so, service, begun, words, doing),
    plan,
  );
  const all = checked.transition.services.map(({ name }) => name).join(', ');
  const answered =
    notBegun(checked).length > 0
      ? checked
      : withItemDone(checked, about, 'SUP-01', `Every promised service has begun: ${all}`, doing);
  const what = changed.map((check) => sayCheck(check, services, doing)).join('; ');
  return done({ about: withPlan(about, answered, what, doing), letters: [] });
}

function besideOf(
  { service, begun, words }: ServiceChecked,
  services: readonly Service[],
  { now, authority }: Doing,
): readonly (readonly [string, string])[] {
  const { name, startBy, checked } = services.find(({ id }) => id === service)!;
  if (checked?.begun && !begun) {
    const who = nameOf(checked.by, authority.register);
    return [[`begun-${service}`, `“${name}”: ${who} has recorded since that it has begun. Open the list again.`]];
  }
  if (begun || words !== '' || startBy >= dayOf(now)) return [];
  const says = `“${name}” was to start by ${sayDay(startBy)} and has not. Say in a few words why, and what is done about it.`;
  return [[`about-${service}`, says]];
}

function sayCheck({ service, begun }: ServiceChecked, services: readonly Service[], { now }: Doing): string {
  const { name, startBy, checked } = services.find(({ id }) => id === service)!;
  const before = checked ? 'not yet begun → ' : '';
  if (begun) return `“${name}”: ${before}begun`;
  const late = startBy < dayOf(now) ? '⚠ ' : '';
  return `${late}“${name}”: not yet begun, promised by ${sayDay(startBy)}`;
}

function serviceOf({ service }: ServiceChecked, services: readonly Service[]): Service {
  return services.find(({ id }) => id === service)!;
}

/** Nothing new: as it was last answered, or begun already. */
function isSame({ checked }: Service, { begun, words }: ServiceChecked): boolean {
  return checked !== null && checked.begun === begun && (begun || checked.words === words);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
