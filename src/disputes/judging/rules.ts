import { INFORMAL } from '../../escalation/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { done, type Refusal, refuse } from '../../refusal.ts';
import { line, standsAnew } from '../history.ts';
import type { Climbing } from '../model.ts';
import { VERDICT_WORDS } from '../responding/model.ts';
import { byTheIro, WHILE_IT_CLIMBS } from '../rules.ts';
import { waitingResponse } from '../standing.ts';
import type { JudgeForm } from './form.ts';

/** The IRO judges the response that waits. Anything but satisfactory leaves the stage where it is, and its day with it. */
export const judge = byTheIro({ ...WHILE_IT_CLIMBS, what: 'judge a response' }, (acting, form: JudgeForm) => {
  const { dispute, state, by, cover, now, today } = acting;
  const waiting = waitingResponse(dispute);
  if (!waiting) return nothingToJudge(state);
  const judged = { on: today, verdict: form.verdict, why: form.why };
  const responses = dispute.responses.map((response) => (response === waiting ? { ...response, judged } : response));
  const why = form.why === '' ? '' : `: ${form.why}`;
  const said = `Judged the response: ${VERDICT_WORDS[form.verdict]}${cover}${why}`;
  const after = form.verdict === 'satisfactory' ? state : askedAgain(state, today);
  return done(standsAnew(dispute, { responses, state: after }, line(now, by.id, said)));
});

/** The stage waits for another response. */
function askedAgain({ rung }: Climbing, today: LocalDate): Climbing {
  const at = rung.stage === INFORMAL ? 'informal' : 'formal';
  return { at, rung: { ...rung, askedAgainOn: today, lapsed: false } };
}

function nothingToJudge({ at }: Climbing): Refusal {
  return refuse(
    at === 'awaiting-iro'
      ? 'You have judged this response already. Resolve the dispute, or escalate it.'
      : 'There is no response to judge yet. You can escalate without one.',
  );
}
