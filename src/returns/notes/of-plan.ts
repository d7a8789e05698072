import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import type { Register } from '../../people/model.ts';
import { LEGAL_STATUSES } from '../../timetable/model.ts';
import { STEP_DOWNS } from '../after/model.ts';
import { sayDecided } from '../decisions/rules.ts';
import { type ReturningCase, type ReturnPlan, ROUTES, STAGES } from '../model.ts';
import type { Doing } from '../rules.ts';
import { type Written as By, type Service, STEP_WENT, STEPS, type Step, type Transition } from '../transition/model.ts';
import { lastChange } from './changes.ts';
import type { Written } from './model.ts';
import { apart, given, headed, sayWho } from './words.ts';

/** The plan of a return: by which route and when, the steps towards home, the agreement, who helps. */
export function planNote(plan: ReturnPlan, about: ReturningCase, { authority }: Pick<Doing, 'authority'>): Written {
  const { register } = authority;
  const { transition } = plan;
  const changedAt = lastChange(
    [plan.startedAt, ...momentsOf(transition)],
    about,
    plan,
    (what) => !Object.values(STAGES).some((stage) => what.includes(`${stage}: `)),
  );
  return {
    key: `plan/${plan.id}`,
    title: `Return-home plan ${plan.id}`,
    day: dayOf(changedAt),
    by: sayWho(plan.startedBy, register),
    lines: apart(
      [...whenLines(plan), sayDecided(plan, { authority })],
      listed('Steps towards home:', transition.steps, (step) => stepLine(step, register)),
      agreementLines(transition, register),
      listed(
        'Broken agreement:',
        transition.breaches,
        (one) => `${sayDay(one.on)}: ${one.what} What was done: ${one.done} (${byAndWhen(one, register)})`,
      ),
      listed('Services promised:', transition.services, (service) => serviceLine(service, register)),
      wordsOf('If the child goes home suddenly', transition.sudden, register),
      wordsOf('Who helps in the first two weeks, and whom the child can call', transition.firstWeeks, register),
    ),
    changedAt,
  };
}

function whenLines(plan: ReturnPlan): readonly string[] {
  const { route, legalStatus, plannedFor, wentHomeOn, wentHomeAt, safety, transition } = plan;
  return [
    `Return: ${plan.id}, ${ROUTES[route]}`,
    `Legal status when it was started: ${LEGAL_STATUSES[legalStatus]}`,
    ...(plan.homeFirst ? ['The child goes home under the order first; the court discharges it later.'] : []),
    ...given('Planned date of return', plannedFor && sayDay(plannedFor)),
    ...(plannedFor && !wentHomeOn
      ? [`May move without a new decision by: ${transition.mayMoveBy} ${transition.mayMoveBy === 1 ? 'day' : 'days'}`]
      : []),
    `Went home: ${wentHomeOn ? [sayDay(wentHomeOn), wentHomeAt].filter(Boolean).join(', ') : 'Not yet'}`,
    ...given('Order discharged by the court', plan.dischargedOn && sayDay(plan.dischargedOn)),
    ...given('What prompted it', plan.whatPrompted),
    ...(safety
      ? [headed('Is the child safe now?', safety.concern ? `A concern was raised: ${safety.words}` : 'Yes')]
      : []),
    ...given('Replaced by', plan.overtakenBy),
  ];
}

function stepLine({ kind, on, went }: Step, register: Register): string {
  const how = went
    ? `${STEP_WENT[went.how]}. ${went.words ? `${went.words} ` : ''}(${byAndWhen(went, register)})`
    : 'not noted yet how it went';
  return `${sayDay(on)}, ${STEPS[kind]}: ${how}`;
}

function agreementLines({ agreement }: Transition, register: Register): readonly string[] {
  if (!agreement) return [];
  return [
    `Written agreement with the parents, ${sayDay(agreement.on)}`,
    `Goals: ${agreement.goals}`,
    `Conditions: ${agreement.conditions}`,
    `What happens if it is broken: ${agreement.ifBroken}`,
    `Noted by: ${byAndWhen(agreement, register)}`,
  ];
}

function serviceLine({ name, who, startBy, checked }: Service, register: Register): string {
  const begun = checked
    ? `${checked.begun ? 'It has begun' : 'It has not begun'}. ${checked.words ? `${checked.words} ` : ''}(${byAndWhen(checked, register)})`
    : 'Not checked yet whether it has begun.';
  return `${name}, ${who}, to start by ${sayDay(startBy)}. ${begun}`;
}

function wordsOf(heading: string, one: Transition['sudden'], register: Register): readonly string[] {
  return one ? [headed(heading, `${one.words} (${byAndWhen(one, register)})`)] : [];
}

function momentsOf({ steps, agreement, breaches, services, sudden, firstWeeks }: Transition) {
  const written = [
    ...steps.map(({ went }) => went),
    agreement,
    ...breaches,
    sudden,
    firstWeeks,
    ...services.map(({ checked }) => checked),
  ];
  return written.flatMap((one) => (one ? [one.at] : []));
}

/** How a return fared and ended: stepped down, broken down, referred again. None while there is nothing to say. */
export function afterNotes(plan: ReturnPlan, register: Register): readonly Written[] {
  const { stepDowns, breakdown, reReferrals } = plan.after;
  const written: readonly By[] = [...stepDowns, ...(breakdown ? [breakdown] : []), ...reReferrals];
  const last = [...written].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (!last) return [];
  const note = {
    key: `after/${plan.id}`,
    title: `After the return ${plan.id}`,
    day: dayOf(last.at),
    by: sayWho(last.by, register),
    lines: apart(
      [
        `Return: ${plan.id}, ${ROUTES[plan.route]}`,
        `Went home: ${plan.wentHomeOn ? sayDay(plan.wentHomeOn) : 'Not yet'}`,
      ],
      ...stepDowns.map((one) => [
        `Stepped down on ${sayDay(one.on)} to: ${STEP_DOWNS[one.to]}`,
        `Why: ${one.why}`,
        ...given('Why before six months of monitoring', one.whyEarly),
        `Lead professional: ${one.lead}`,
        `Social worker stays beside them until: ${sayDay(one.overlapUntil)}`,
        `Noted by: ${byAndWhen(one, register)}`,
      ]),
      breakdown
        ? [
            `Broke down on ${sayDay(breakdown.on)}; ${breakdown.backInCare ? 'the child is back in care' : 'the child is not back in care'}`,
            `Why: ${breakdown.why}`,
            `What was learned: ${breakdown.learned}`,
            `Noted by: ${byAndWhen(breakdown, register)}`,
          ]
        : [],
      listed('Referred again:', reReferrals, (one) => `${sayDay(one.on)}: ${one.words} (${byAndWhen(one, register)})`),
    ),
    changedAt: last.at,
  };
  return [note];
}

function listed<T>(heading: string, all: readonly T[], say: (one: T) => string): readonly string[] {
  return all.length > 0 ? [heading, ...all.map(say)] : [];
}

function byAndWhen({ by, at }: By, register: Register): string {
  return `${sayWho(by, register)}, ${sayDay(dayOf(at))}`;
}
