import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { INFORMAL } from '../escalation/model.ts';
import { titleOf } from '../escalation/rules.ts';
import { type LocalDate, sayDay } from '../local-date.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { iroActing, officerActing, STALE } from './acting.ts';
import { landing, line, moveUp, standsAnew } from './climb.ts';
import type { EscalateForm, JudgeForm, ReasonForm, RespondForm } from './form.ts';
import { type Dispute, RESPONSES, type Response, VERDICTS } from './model.ts';
import { unknownDays } from './raise.ts';
import { climbing, isStale, rungNumber, sayStage, waitingResponse } from './standing.ts';

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
  return done(
    standsAnew(
      {
        ...dispute,
        responses: [...dispute.responses, responseOf(form, rungNumber(dispute), arrived, by, now)],
        state: { at: 'awaiting-iro', rung },
        history: [...dispute.history, line(now, by.id, said)],
      },
      now,
    ),
  );
}

function lateAnswer(dispute: Dispute, form: RespondForm, rung: number, by: Person, now: Instant): Outcome<Dispute> {
  const stage = dispute.climbed[rung]!.stage;
  const isSame = (kept: Response) => kept.by === by.id && kept.says === form.says && kept.arrived === 'after-moving-on';
  if (dispute.responses.some(isSame))
    return refuse('Your answer was kept already, as a late one. The dispute had moved on before it came.');
  const said = `Late answer from ${sayStage(dispute, stage)}, after the dispute had moved on: ${RESPONSES[form.kind]}`;
  return done({
    ...dispute,
    responses: [...dispute.responses, responseOf(form, rung, 'after-moving-on', by, now)],
    wakeAt: now,
    history: [...dispute.history, line(now, by.id, said)],
  });
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

/** The IRO judges the response that waits. Anything but satisfactory leaves the stage where it is, and its day with it. */
export function judge(
  dispute: Dispute,
  form: JudgeForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const acting = iroActing(dispute, form.revision, 'judge a response', by, authority, now);
  if (!acting.ok) return acting;
  const { state, cover } = acting.value;
  const waiting = waitingResponse(dispute);
  if (!waiting) {
    return refuse(
      state.at === 'awaiting-iro'
        ? 'You have judged this response already. Resolve the dispute, or escalate it.'
        : 'There is no response to judge yet. You can escalate without one.',
    );
  }
  const today = dayOf(now);
  const judged = { on: today, verdict: form.verdict, why: form.why };
  const isEnough = form.verdict === 'satisfactory';
  const rung = isEnough ? state.rung : { ...state.rung, askedAgainOn: today, lapsed: false };
  const why = form.why === '' ? '' : `: ${form.why}`;
  return done(
    standsAnew(
      {
        ...dispute,
        responses: dispute.responses.map((response) => (response === waiting ? { ...response, judged } : response)),
        state: isEnough ? state : { at: rung.stage === INFORMAL ? 'informal' : 'formal', rung },
        history: [
          ...dispute.history,
          line(now, by.id, `Judged the response: ${VERDICTS[form.verdict].toLowerCase()}${cover}${why}`),
        ],
      },
      now,
    ),
  );
}

/** The IRO takes it to any later stage. A stage that has lapsed hands on its last day, as long as that leaves one to answer. */
export function escalate(
  dispute: Dispute,
  form: EscalateForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const acting = iroActing(dispute, form.revision, 'escalate it', by, authority, now);
  if (!acting.ok) return acting;
  const { state, cover } = acting.value;
  const { ladder } = dispute;
  if (form.to === INFORMAL || form.to <= state.rung.stage) {
    return besideTo(
      `It is with the ${titleOf(ladder, state.rung.stage)} now and cannot go to a lower stage. Choose a later one.`,
    );
  }
  if (!ladder.stages[form.to]) {
    return besideTo(
      `There is no stage ${form.to + 1} on this ladder; the last is the ${ladder.stages.at(-1)?.title}. You can refer the child’s case to Cafcass.`,
    );
  }
  const unknown = unknownDays(today, authority.holidays);
  if (unknown) return unknown;
  const to = landing(dispute, form.to, authority, today);
  if (!to) {
    return besideTo(
      `Nobody holds the post of ${titleOf(ladder, form.to)} or any above, and nobody covers. You can refer the child’s case to Cafcass.`,
    );
  }
  const said = line(now, by.id, `Escalated to ${sayStage(dispute, to.stage)}${cover}: ${form.why}`);
  return done(moveUp(dispute, to, 'escalated', said, authority));
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

function besideTo(says: string): Refusal {
  return refuse(`Escalate to: ${says}`, { to: `Escalate to: ${says}` });
}
