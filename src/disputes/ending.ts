import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { sayDay } from '../local-date.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import { plusWorkingDays } from '../working-days.ts';
import { closed, iroActing, notTheIro, sayCover } from './acting.ts';
import { left, line, standsAnew } from './climb.ts';
import type { AutomaticForm, ReasonForm, ResolveForm } from './form.ts';
import { CHECK_AFTER_WORKING_DAYS, type Dispute, MONITORED, OUTCOMES } from './model.ts';
import { unknownDays } from './raise.ts';
import { climbing, isLive } from './standing.ts';
import { actingIro } from './who.ts';

/** The IRO ends it with an outcome. What was agreed is checked at ten working days. */
export function resolve(
  dispute: Dispute,
  form: ResolveForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const acting = iroActing(dispute, form.revision, 'resolve it', by, authority, now);
  if (!acting.ok) return acting;
  if (form.outcome === 'referred-to-cafcass' && !dispute.cafcass) {
    const says =
      'Outcome: this dispute has not been referred to Cafcass. Press Refer to Cafcass first, or choose another outcome.';
    return refuse(says, { outcome: says });
  }
  const { outcome, changed } = form;
  const unknown = unknownDays(today, authority.holidays);
  if (unknown) return unknown;
  const ended = { on: today, outcome, changed };
  const checkOn = plusWorkingDays(today, CHECK_AFTER_WORKING_DAYS, authority.holidays);
  const said = `${OUTCOMES[outcome]}${acting.value.cover}. What changed for the child: ${changed}`;
  return done(
    standsAnew(
      {
        ...dispute,
        climbed: left(dispute, today, 'resolved'),
        state: MONITORED.includes(outcome)
          ? { at: 'resolved-monitoring', ...ended, checkOn }
          : { at: 'closed', ...ended },
        history: [...dispute.history, line(now, by.id, said)],
      },
      now,
    ),
  );
}

/** The IRO takes it back. It stays on record and in the figures. */
export function withdraw(
  dispute: Dispute,
  form: ReasonForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const acting = iroActing(dispute, form.revision, 'withdraw it', by, authority, now);
  if (!acting.ok) return acting;
  return done(
    standsAnew(
      {
        ...dispute,
        climbed: left(dispute, today, 'withdrawn'),
        state: { at: 'withdrawn', on: today, why: form.why },
        history: [...dispute.history, line(now, by.id, `Withdrawn${acting.value.cover}: ${form.why}`)],
      },
      now,
    ),
  );
}

/** The IRO refers the child's case to Cafcass: at any time, nobody asked (s.25B(3)). The stages go on. */
export function referToCafcass(
  dispute: Dispute,
  form: ReasonForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  const today = dayOf(now);
  const acting = actingIro(dispute, by, authority, today);
  if (!acting) return notTheIro(dispute, 'refer the child’s case to Cafcass', authority);
  if (!isLive(dispute)) return closed(dispute);
  if (dispute.cafcass)
    return refuse(`It was referred to Cafcass on ${sayDay(dispute.cafcass.on)}. The local stages go on.`);
  const said = `Referred to Cafcass${sayCover(acting.covering, authority)}: ${form.why}`;
  return done({
    ...dispute,
    cafcass: { on: today, why: form.why },
    wakeAt: now,
    history: [...dispute.history, line(now, by.id, said)],
  });
}

/** The IRO's standing instruction, theirs alone to change: not even cover may. */
export function setAutomatic(
  dispute: Dispute,
  form: AutomaticForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Dispute> {
  if (by.id !== dispute.people.iro) return notTheIro(dispute, 'change what happens when nobody responds', authority);
  if (!climbing(dispute)) return closed(dispute);
  if (dispute.escalateAutomatically === form.automatic) return done(dispute);
  const said = `Automatic escalation if nobody responds: turned ${form.automatic ? 'on' : 'off'}`;
  return done({
    ...dispute,
    escalateAutomatically: form.automatic,
    wakeAt: now,
    history: [...dispute.history, line(now, by.id, said)],
  });
}
