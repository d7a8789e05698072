import { sayDay } from '../../local-date.ts';
import { done, refuse } from '../../refusal.ts';
import type { ReasonForm } from '../form.ts';
import { line, noted } from '../history.ts';
import { byTheIro } from '../rules.ts';
import { isLive } from '../standing.ts';

/** The IRO refers the child's case to Cafcass: at any time, nobody asked (s.25B(3)). The stages go on. */
export const referToCafcass = byTheIro(
  {
    what: 'refer the child’s case to Cafcass',
    isTheirsAlone: false,
    stands: (dispute) => (isLive(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, { why }: ReasonForm) => {
    if (dispute.cafcass)
      return refuse(`It was referred to Cafcass on ${sayDay(dispute.cafcass.on)}. The local stages go on.`);
    const said = `Referred to Cafcass${cover}: ${why}`;
    return done(noted(dispute, { cafcass: { on: today, why } }, line(now, by.id, said)));
  },
);
