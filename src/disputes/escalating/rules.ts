import { INFORMAL } from '../../escalation/model.ts';
import { titleOf, whyNobody } from '../../escalation/rules.ts';
import { done, type Refusal, refuse } from '../../refusal.ts';
import { landing, moveUp } from '../climbing/climb.ts';
import { line, noted } from '../history.ts';
import type { Dispute } from '../model.ts';
import { byTheIro, unknownDays, WHILE_IT_CLIMBS } from '../rules.ts';
import { climbing, climbOf, sayStage } from '../standing.ts';
import type { AutomaticForm, EscalateForm } from './form.ts';

/** The IRO takes it to any later stage. A stage that has lapsed hands on its last day, as long as that leaves one to answer. */
export const escalate = byTheIro({ ...WHILE_IT_CLIMBS, what: 'escalate it' }, (acting, form: EscalateForm) => {
  const { dispute, state, by, cover, authority, now, today } = acting;
  const wrong = wrongStage(dispute, state.rung.stage, form.to) ?? unknownDays(today, authority.holidays);
  if (wrong) return wrong;
  const to = landing(dispute, form.to, authority, today);
  if (!to) {
    const why = whyNobody(climbOf(dispute), form.to, state.rung.officer, authority.register, today);
    return besideTo(`Nobody is left to answer. ${why.join('. ')}. You can refer the child’s case to Cafcass.`);
  }
  const said = line(now, by.id, `Escalated to ${sayStage(dispute, to.stage)}${cover}: ${form.why}`);
  return done(moveUp(dispute, to, 'escalated', said, authority));
});

function wrongStage({ ladder }: Dispute, stage: number, to: number): Refusal | null {
  if (to === INFORMAL || to <= stage) {
    return besideTo(`It is with the ${titleOf(ladder, stage)} now and cannot go to a lower stage. Choose a later one.`);
  }
  if (ladder.stages[to]) return null;
  return besideTo(
    `There is no stage ${to + 1} on this ladder; the last is the ${ladder.stages.at(-1)?.title}. You can refer the child’s case to Cafcass.`,
  );
}

function besideTo(says: string): Refusal {
  return refuse(`Escalate to: ${says}`, { to: `Escalate to: ${says}` });
}

/** The IRO's standing instruction, theirs alone to change: not even cover may. */
export const setAutomatic = byTheIro(
  { what: 'change what happens when nobody responds', isTheirsAlone: true, stands: climbing, fromAnyCard: true },
  ({ dispute, by, now }, { automatic }: AutomaticForm) => {
    if (dispute.escalateAutomatically === automatic) return done(dispute);
    const said = `Automatic escalation if nobody responds: turned ${automatic ? 'on' : 'off'}`;
    return done(noted(dispute, { escalateAutomatically: automatic }, line(now, by.id, said)));
  },
);
