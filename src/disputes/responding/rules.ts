import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { INFORMAL } from '../../escalation/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { landing, moveUp } from '../climbing/climb.ts';
import type { ReasonForm } from '../form.ts';
import { line, noted, standsAnew } from '../history.ts';
import type { Dispute } from '../model.ts';
import { officerActing, STALE } from '../rules.ts';
import { climbing, isStale, rungNumber, sayStage } from '../standing.ts';
import type { RespondForm } from './form.ts';
import { RESPONSES, type Response } from './model.ts';

/**
 * Keeps a response. Only the officer at the stage can give one that counts; from somebody who was asked before the
 * dispute moved on it is kept as a late answer and changes nothing (domain.md 7.5 no. 18).
 */
export function respond(
  dispute: Dispute,
  form: RespondForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const wrong = pastActions(form, today);
  if (wrong) return wrong;
  const atStage = officerActing(dispute, by, authority, today);
  const asked = dispute.climbed.findLastIndex(({ officer }) => officer === by.id);
  if (!atStage.ok) return asked >= 0 && climbing(dispute) ? lateAnswer(dispute, form, asked, by, now) : atStage;

  const { at, rung } = atStage.value;
  if (at === 'awaiting-iro')
    return refuse('A response from this stage is already with the IRO. If it is not enough, they will ask you again.');
  if (isStale(dispute, form.revision)) return STALE;
  const arrived = today > rung.due ? 'late' : 'in-time';
  const said = `Responded at ${sayStage(dispute, rung.stage)}${arrived === 'late' ? ', late' : ''}: ${RESPONSES[form.kind]}`;
  const responses = [...dispute.responses, responseOf(form, rungNumber(dispute), arrived, by, now)];
  return done(standsAnew(dispute, { responses, state: { at: 'awaiting-iro', rung } }, line(now, by.id, said)));
}

function lateAnswer(dispute: Dispute, form: RespondForm, rung: number, by: Person, now: Instant): Outcome<Dispute> {
  const stage = dispute.climbed[rung]!.stage;
  const isSame = (kept: Response) => kept.by === by.id && kept.says === form.says && kept.arrived === 'after-moving-on';
  if (dispute.responses.some(isSame))
    return refuse('Your answer was kept already, as a late one. The dispute had moved on before it came.');
  const said = `Late answer from ${sayStage(dispute, stage)}, after the dispute had moved on: ${RESPONSES[form.kind]}`;
  const responses = [...dispute.responses, responseOf(form, rung, 'after-moving-on', by, now)];
  return done(noted(dispute, { responses }, line(now, by.id, said)));
}

function responseOf(form: RespondForm, rung: number, arrived: Response['arrived'], by: Person, at: Instant): Response {
  const { kind, says, actions } = form;
  return { rung, by: by.id, at, kind, says, actions, arrived, judged: null };
}

function pastActions({ actions }: RespondForm, today: LocalDate): Refusal | null {
  const past = actions.findIndex(({ by }) => by < today);
  if (past < 0) return null;
  const says = `Action ${past + 1}: ${sayDay(actions[past]!.by)} has passed. Give a day from today on.`;
  return refuse(says, { [`action${past + 1}`]: says });
}

/** The officer at the stage passes it up at once. It is not theirs to keep, and nothing waits for them. */
export function agreeToEscalate(
  dispute: Dispute,
  form: ReasonForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const atStage = officerActing(dispute, by, authority, today);
  if (!atStage.ok) return atStage;
  if (isStale(dispute, form.revision)) return STALE;
  const { rung, at } = atStage.value;
  if (at === 'awaiting-iro')
    return refuse(
      'Your response is with the IRO, who decides whether it goes up. There is nothing more to press here.',
    );
  if (rung.stage === INFORMAL) {
    return refuse('Only the IRO makes a dispute formal. Respond, and say there that you agree it should go up.');
  }
  const to = landing(dispute, rung.stage + 1, authority, today);
  if (!to)
    return refuse(
      'There is nobody above this stage to pass it to. Please respond; the IRO can refer the child’s case to Cafcass.',
    );
  const said = line(now, by.id, `Agreed to escalate to ${sayStage(dispute, to.stage)}: ${form.why}`);
  return done(moveUp(dispute, to, 'passed-up', said, authority));
}
