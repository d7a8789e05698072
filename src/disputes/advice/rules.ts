import { sayDay } from '../../local-date.ts';
import { done, refuse } from '../../refusal.ts';
import type { ActForm } from '../form.ts';
import { line, noted } from '../history.ts';
import { byTheIro } from '../rules.ts';
import { isLive } from '../standing.ts';

/** The IRO notes that independent legal advice was asked for: the fact and the day, never what it said (R-DIS-08). */
export const askLegalAdvice = byTheIro(
  {
    what: 'note that legal advice was asked for',
    isTheirsAlone: false,
    stands: (dispute) => (isLive(dispute) ? dispute.state : null),
    fromAnyCard: true,
  },
  ({ dispute, by, cover, now, today }, _form: ActForm) => {
    if (dispute.legalAdvice)
      return refuse(`Legal advice was asked for on ${sayDay(dispute.legalAdvice)}. It is noted.`);
    return done(noted(dispute, { legalAdvice: today }, line(now, by.id, `Asked for legal advice${cover}`)));
  },
);
