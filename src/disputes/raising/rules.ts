import type { Authority } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import type { Case } from '../../cases/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { INFORMAL, type Landing } from '../../escalation/model.ts';
import { landingAt, titleOf, whyNobody } from '../../escalation/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { enter } from '../climbing/climb.ts';
import { HOMEWARD, line } from '../history.ts';
import { isLookedAfterNow } from '../looked-after.ts';
import type { Dispute, DisputeId } from '../model.ts';
import { unknownDays } from '../rules.ts';
import { climbOf, sayStage } from '../standing.ts';
import { serviceOf } from '../who.ts';
import { wrongDetails, wrongUrgency } from './details.ts';
import type { RaiseForm } from './form.ts';
import type { StatusThen } from './model.ts';

/** Whether the person may raise a dispute about this child today, or why not. */
export function mayRaise(about: Case, by: Person, authority: Authority, today: LocalDate): Refusal | null {
  if (!asIro(about, by, authority, today)) {
    const iro = nameOf(about.people.iro, authority.register);
    return refuse(
      `Only the IRO of this child, ${iro}, can raise a dispute for ${about.id}. Tell them what worries you.`,
    );
  }
  if (!isLookedAfterNow(about, today)) {
    return refuse(
      `${about.id} is no longer looked after, so there is no IRO dispute to raise here. Take it to the child in need co-ordinator or the team manager.`,
    );
  }
  return null;
}

/**
 * Raises a dispute, informally or formally at any stage. Nobody's permission is asked. It may be about others of the same
 * IRO's looked-after children too.
 */
export function raise(
  form: RaiseForm,
  about: Case,
  id: DisputeId,
  by: Person,
  authority: Authority,
  now: Instant,
  others: readonly Case[] = [],
): Outcome<Dispute> {
  const today = dayOf(now);
  const siblings = others.filter(
    (one) => form.siblings.includes(one.id) && mayRaise(one, by, authority, today) === null,
  );
  const refused =
    mayRaise(about, by, authority, today) ??
    unknownDays(today, authority.holidays) ??
    wrongStart(form, authority) ??
    wrongUrgency(form) ??
    wrongDetails(form, about, siblings, authority, today);
  if (refused) return refused;

  const legalStatuses = statusesOn([about, ...siblings], today);
  const raised = { ...begun(form, about, id, by, authority, now), legalStatuses };
  const start = landingAt(climbOf(raised), form.startAt, null, authority.register, today);
  if (!start || (form.startAt === INFORMAL && start.stage !== INFORMAL)) {
    const why = start?.notes ?? whyNobody(climbOf(raised), form.startAt, null, authority.register, today);
    return nobodyAt(form.startAt, why);
  }
  const entered = { ...raised, ...enter(raised, start, today, now, authority) };
  return done({ ...entered, history: [...historyOf(entered, start, by, now)] });
}

/** The legal status of each child on the day, for the record: the case may be put right later, this is not. */
function statusesOn(children: readonly Case[], today: LocalDate): readonly StatusThen[] {
  return children.flatMap(({ id, bornOn, events }) => {
    const status = legalStatusOn({ asOf: today, bornOn, events }, today);
    return status ? [{ child: id, status }] : [];
  });
}

function begun(form: RaiseForm, about: Case, id: DisputeId, by: Person, authority: Authority, now: Instant): Dispute {
  const { theme, concern, impact, wishes, wanted, tried, whyThere, whyUrgent } = form;
  return {
    id,
    revision: 0,
    wakeAt: now,
    history: [],
    once: form.once,
    children: [about.id, ...form.siblings.filter((reference) => reference !== about.id)],
    legalStatuses: [],
    people: about.people,
    service: serviceOf(about.people, authority),
    handovers: [],
    raisedBy: by.id,
    raisedOn: dayOf(now),
    issue: {
      theme,
      concern,
      impact,
      wishes,
      wanted,
      tried,
      whyThere,
      whyUrgent,
      grounds: form.grounds,
      childTold: { knows: form.childKnows, advocateOn: form.advocateOn },
      decidedBy: form.decidedBy,
      besides: form.besides,
    },
    ladder: authority.ladder,
    // Replaced by the first rung before anybody sees it.
    state: { at: 'withdrawn', on: dayOf(now), why: '' },
    clock: null,
    earlierClocks: [],
    climbed: [],
    opened: [],
    responses: [],
    checks: [],
    urgent: form.urgent,
    cafcass: null,
    earlierCafcass: [],
    cafcassConsulted: null,
    cafcassSaid: [],
    legalAdvice: null,
    voiding: null,
    escalateAutomatically: form.escalateAutomatically,
    copied: [],
    standsSince: 1,
  };
}

function wrongStart({ startAt, whyThere }: RaiseForm, { ladder }: Authority): Refusal | null {
  if (startAt !== INFORMAL && !ladder.stages[startAt]) {
    const says = `Start at: there is no stage ${startAt + 1} on the ladder. Choose one from the list.`;
    return refuse(says, { startAt: says });
  }
  if (startAt > 0 && whyThere === '') {
    const says = `Why start there: say why it starts with the ${titleOf(ladder, startAt)} and passes over the stages below.`;
    return refuse(says, { whyThere: says });
  }
  return null;
}

function nobodyAt(startAt: number, why: readonly string[]): Refusal {
  const says =
    startAt === INFORMAL
      ? `Start at: nobody can be asked informally. ${why[0]}. Start at a stage of the ladder.`
      : `Start at: nobody is left to answer. ${why.join('. ')}. Start lower, or refer the child’s case to Cafcass.`;
  return refuse(says, { startAt: says });
}

function historyOf(dispute: Dispute, start: Landing, by: Person, now: Instant) {
  const { issue, people, urgent, clock, children } = dispute;
  const cover = by.id === people.iro ? '' : ' (as cover for the IRO)';
  const how = clock ? `formally at ${sayStage(dispute, start.stage)}` : 'informally';
  const more = children.length - 1;
  const also = more > 0 ? `, also about ${more} other ${more === 1 ? 'child' : 'children'}` : '';
  const why = issue.whyThere === '' ? '' : `: ${issue.whyThere}`;
  return [
    line(now, by.id, `Raised ${how}${urgent ? ', urgent' : ''}${also}${cover}${why}`),
    ...(urgent ? [line(now, by.id, `Urgent because: ${issue.whyUrgent}`)] : []),
    ...start.notes.map((note) => line(now, HOMEWARD, note)),
  ];
}
