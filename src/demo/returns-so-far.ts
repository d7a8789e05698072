import { momentOf } from '../clock.ts';
import { type LocalDate, plusDays } from '../local-date.ts';
import { answerItems } from '../returns/checklist/answering.ts';
import { holderFor } from '../returns/checklist/owners.ts';
import { questionsOf, requiredBeforeDecision } from '../returns/checklist/rules.ts';
import { requestDecision } from '../returns/decisions/rules.ts';
import type { ReturningCase, Route } from '../returns/model.ts';
import type { Doing } from '../returns/rules.ts';
import { startReturn } from '../returns/start/rules.ts';
import type { Needs } from '../teams/route.ts';
import { forChannels, person, sure } from './story.ts';

export interface Begun {
  readonly route: Route;
  readonly startedOn: LocalDate;
  readonly day: LocalDate;
  /** How many required items are done. */
  readonly answered: number | 'all, and asked';
}

/** A return begun on a day that has passed, each question answered by whoever it is for. */
export async function beginReturn(
  needs: Needs,
  reference: string,
  { route, startedOn, day, answered }: Begun,
): Promise<void> {
  const before = (await needs.cases.get(reference))!;
  const doing = {
    by: person(before.people.socialWorker, needs),
    authority: needs.authority,
    now: momentOf(startedOn, '10:00'),
  };
  const prompted = 'Parents have kept to their plan for three months, and the child asks to go home.';
  const form = {
    case: reference,
    route,
    day,
    prompted,
    once: `demo-${reference}`,
    safe: 'yes',
    concern: '',
    homeFirst: false,
  } as const;
  const started = sure(startReturn(before, form, await needs.cases.nextId('RH'), doing));
  const asked = answered === 'all, and asked';
  const done = answeredUpTo(started.about, asked ? Number.POSITIVE_INFINITY : answered, doing);
  const last = asked
    ? sure(requestDecision(done, done.returns.at(-1)!, { ...doing, now: momentOf(plusDays(startedOn, 14), '10:00') }))
    : { about: done, letters: [] };
  await needs.cases.save({ ...last.about, wakeAt: needs.clock.now() }, forChannels(last.letters));
}

/** Each question by whoever it is for. */
function answeredUpTo(before: ReturningCase, count: number, doing: Doing): ReturningCase {
  const started = before.returns.at(-1)!;
  const questions =
    started.route === 'unplanned' ? questionsOf(started, before) : requiredBeforeDecision(started, before);
  return questions.slice(0, count).reduce((about, { item }) => {
    const plan = about.returns.at(-1)!;
    const by = holderFor(item.owners[0]!, item, { about, plan }, doing)!.person;
    const answer = { item: item.id, answer: 'done', note: 'See the case record' } as const;
    return sure(answerItems(about, plan, [answer], doing.now, { ...doing, by })).about;
  }, before);
}
