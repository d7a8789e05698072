import { sayDay } from '../../local-date.ts';
import { done, refuse } from '../../refusal.ts';
import type { ReasonForm } from '../form.ts';
import { line, noted } from '../history.ts';
import type { Dispute, Reported } from '../model.ts';
import { byTheIro } from '../rules.ts';
import { isLive } from '../standing.ts';
import type { CafcassSaidForm } from './form.ts';

/** Whether the dispute was a dispute at all: one that is void never was. */
export const isNotVoid = ({ state }: Dispute): boolean => state.at !== 'void';

/** Every referral of it to Cafcass, oldest first: one at most in each cycle. */
export function referrals({
  earlierCafcass,
  cafcass,
}: Pick<Dispute, 'earlierCafcass' | 'cafcass'>): readonly Reported[] {
  return [...earlierCafcass, ...(cafcass ? [cafcass] : [])];
}

/** "Wed 25 March 2026 and Mon 1 June 2026", or nothing where it never was. */
export function sayReferrals(dispute: Pick<Dispute, 'earlierCafcass' | 'cafcass'>): string {
  return referrals(dispute)
    .map(({ on }) => sayDay(on))
    .join(' and ');
}

/**
 * The IRO refers the child's case to Cafcass: at any time, nobody asked (s.25B(3)), and again once it was reopened. The
 * stages go on.
 */
export const referToCafcass = byTheIro(
  {
    what: 'refer the child’s case to Cafcass',
    isTheirsAlone: false,
    stands: (dispute) => (isNotVoid(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, { why }: ReasonForm) => {
    if (dispute.cafcass) {
      const on = `It was referred to Cafcass on ${sayDay(dispute.cafcass.on)}.`;
      return refuse(isLive(dispute) ? `${on} The local stages go on.` : on);
    }
    const said = `Referred to Cafcass${cover}: ${why}`;
    return done(noted(dispute, { cafcass: { on: today, why } }, line(now, by.id, said)));
  },
);

/** The IRO notes that Cafcass was asked for advice, without a referral. */
export const consultCafcass = byTheIro(
  {
    what: 'note that Cafcass was asked for advice',
    isTheirsAlone: false,
    stands: (dispute) => (isLive(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, { why }: ReasonForm) => {
    if (dispute.cafcassConsulted)
      return refuse(`Cafcass was asked for advice on ${sayDay(dispute.cafcassConsulted.on)}. It is noted.`);
    const said = `Asked Cafcass for advice${cover}: ${why}`;
    return done(noted(dispute, { cafcassConsulted: { on: today, why } }, line(now, by.id, said)));
  },
);

/** Whether there is something that Cafcass may have answered. */
export function hasAskedCafcass(dispute: Dispute): boolean {
  return isNotVoid(dispute) && (referrals(dispute).length > 0 || dispute.cafcassConsulted !== null);
}

/** The IRO notes what Cafcass said or decided, also after the dispute has ended: it may come late, and more than once. */
export const noteCafcassSaid = byTheIro(
  {
    what: 'note what Cafcass said',
    isTheirsAlone: false,
    stands: (dispute) => (isNotVoid(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, { says }: CafcassSaidForm) => {
    if (!hasAskedCafcass(dispute))
      return refuse('Cafcass has not been asked about this dispute. Note that first, or press Refer to Cafcass.');
    if (dispute.cafcassSaid.some((said) => said.says === says)) return refuse('These words of Cafcass are noted.');
    const cafcassSaid = [...dispute.cafcassSaid, { on: today, says }];
    return done(noted(dispute, { cafcassSaid }, line(now, by.id, `Cafcass answered${cover}: ${says}`)));
  },
);
