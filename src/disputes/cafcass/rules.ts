import { sayDay } from '../../local-date.ts';
import { done, refuse } from '../../refusal.ts';
import type { ReasonForm } from '../form.ts';
import { line, noted } from '../history.ts';
import type { Dispute } from '../model.ts';
import { byTheIro } from '../rules.ts';
import { isLive } from '../standing.ts';

/** Whether the dispute was a dispute at all: one that is void never was. */
export const isNotVoid = ({ state }: Dispute): boolean => state.at !== 'void';

/** The IRO refers the child's case to Cafcass: at any time, nobody asked (s.25B(3)). The stages go on. */
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
