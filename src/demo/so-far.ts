import { dayOf, momentOf } from '../clock.ts';
import { wake } from '../disputes/climbing/wake.ts';
import { lettersOf } from '../disputes/letters/rules.ts';
import type { Dispute } from '../disputes/model.ts';
import type { RaiseForm } from '../disputes/raising/form.ts';
import { raise } from '../disputes/raising/rules.ts';
import { respond } from '../disputes/responding/rules.ts';
import { officerNow } from '../disputes/who.ts';
import { type LocalDate, plusDays } from '../local-date.ts';
import type { Needs } from '../teams/route.ts';
import { plusWorkingDays } from '../working-days.ts';
import { beginReturn } from './returns-so-far.ts';
import { forChannels, person, sure } from './story.ts';

/**
 * What has happened so far to the made-up children: returns begun, one waiting for the Director, one that was unplanned,
 * and two disputes on their way up. Done by the same rules as everything else, on days that have passed. Only what a
 * channel shows is sent; what was said 1:1 in the past stays there.
 */
export async function whatHappenedSoFar(needs: Needs): Promise<void> {
  const { authority, clock } = needs;
  const today = dayOf(clock.now());
  const workingDaysAgo = (count: number) => plusWorkingDays(today, -count, authority.holidays);

  await beginReturn(needs, 'C-1042', {
    route: 'planned-s20',
    startedOn: plusDays(today, -14),
    day: plusDays(today, 28),
    answered: 9,
  });
  await beginReturn(needs, 'C-1057', {
    route: 'planned-discharge',
    startedOn: plusDays(today, -7),
    day: plusDays(today, 60),
    answered: 3,
  });
  await beginReturn(needs, 'C-1103', {
    route: 'sixteen-or-seventeen',
    startedOn: plusDays(today, -21),
    day: plusDays(today, 14),
    answered: 'all, and asked',
  });
  await beginReturn(needs, 'C-1094', {
    route: 'unplanned',
    startedOn: workingDaysAgo(2),
    day: workingDaysAgo(2),
    answered: 2,
  });

  await raiseInThePast(needs, 'C-1135', workingDaysAgo(7), DRIFT);
  const waiting = await raiseInThePast(needs, 'C-1057', workingDaysAgo(5), NOT_CARRIED_OUT);
  await answerInThePast(needs, waiting, workingDaysAgo(1));
}

const DRIFT: Omit<RaiseForm, 'case' | 'once'> = {
  theme: 'visits',
  concern: 'The child has not been visited since before half-term, and the last review asked for fortnightly visits.',
  impact: 'He says that nobody listens, and his carer has nobody to ask about school.',
  wishes: 'He wants to see his social worker at home, not on the telephone.',
  wanted: 'A visit this week, and visits every fortnight from then on.',
  tried: 'Two telephone calls with the social worker, and one with the team manager.',
  startAt: 0,
  whyThere: '',
  urgent: false,
  whyUrgent: '',
  escalateAutomatically: true,
  grounds: ['needs-not-met', 'other-breach'],
  childKnows: true,
  advocateOn: null,
  decidedBy: null,
  siblings: [],
  besides: '',
};

const NOT_CARRIED_OUT: Omit<RaiseForm, 'case' | 'once'> = {
  theme: 'plan-not-carried-out',
  concern: 'The application to discharge the order was agreed at two reviews and has not been made.',
  impact: 'She does not know where she will live next year, and has stopped talking about going home.',
  wishes: 'She wants a date.',
  wanted: 'The application made within four weeks, and a date that she is told herself.',
  tried: 'Raised with the team manager after each of the two reviews.',
  startAt: 2,
  whyThere: 'The service manager took part in the decision to wait.',
  urgent: false,
  whyUrgent: '',
  escalateAutomatically: false,
  grounds: ['decision-not-carried-out'],
  childKnows: true,
  advocateOn: null,
  decidedBy: null,
  siblings: [],
  besides: '',
};

/** Raises a dispute on a day that has passed, and lets it climb until today. */
async function raiseInThePast(
  needs: Needs,
  reference: string,
  on: LocalDate,
  form: Omit<RaiseForm, 'case' | 'once'>,
): Promise<Dispute> {
  const { authority, disputes } = needs;
  const about = (await needs.cases.get(reference))!;
  const iro = person(about.people.iro, needs);
  const raised = sure(
    raise(
      { ...form, case: reference, once: `demo-${reference}` },
      about,
      await disputes.nextId('D'),
      iro,
      authority,
      momentOf(on, '11:00'),
    ),
  );
  const letters = lettersOf(null, raised, { authority, now: momentOf(on, '11:00'), by: iro.id });
  return climbed(needs, await kept(disputes.save(raised, forChannels(letters))), on);
}

/** Every morning from that day to this, as the clock would have. */
async function climbed(needs: Needs, dispute: Dispute, from: LocalDate): Promise<Dispute> {
  const { authority, clock, disputes } = needs;
  let current = dispute;
  for (
    let day = plusWorkingDays(from, 1, authority.holidays);
    day < dayOf(clock.now());
    day = plusWorkingDays(day, 1, authority.holidays)
  ) {
    const woken = wake(current, momentOf(day, '09:00'), authority);
    if (woken.changed) current = await kept(disputes.save(woken.dispute, forChannels(woken.letters)));
  }
  return current;
}

async function answerInThePast(needs: Needs, dispute: Dispute, on: LocalDate): Promise<void> {
  const officer = officerNow(dispute, needs.authority, on)!.person;
  const now = momentOf(on, '15:00');
  const form = {
    dispute: dispute.id,
    revision: dispute.revision,
    kind: 'plan',
    says: 'The delay was ours. Legal services have the papers, and the plan below has dates.',
    actions: [{ what: 'Issue the application to discharge the order', owner: 'Legal services', by: plusDays(on, 21) }],
  } as const;
  const answered = sure(respond(dispute, form, officer, needs.authority, now));
  await needs.disputes.save(
    answered,
    forChannels(lettersOf(dispute, answered, { authority: needs.authority, now, by: officer.id })),
  );
}

async function kept(saving: Promise<Dispute | 'stale'>): Promise<Dispute> {
  const dispute = await saving;
  if (dispute === 'stale') throw new Error('The demo’s own dispute was changed by somebody else');
  return dispute;
}
