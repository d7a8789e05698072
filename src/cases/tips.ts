import type { Sight } from '../authority/model.ts';
import { sayDay } from '../local-date.ts';
import { contestRefusal, openOn, sayReview } from './contests/rules.ts';
import { asIro } from './iro.ts';
import type { Case } from './model.ts';

/** What a case's own card offers by its reader: a button for the child's IRO, and what has no room for one. */
export interface CaseTips {
  /** Whether the reader may raise a dispute: the child's IRO. */
  readonly isIro: boolean;
  /** What the reader may type besides, since six buttons are on the card already. */
  readonly tips: readonly { readonly says: string }[];
}

export function caseTips(about: Case, { by, now, today, authority }: Sight): CaseTips {
  const [open] = openOn(about, authority, today);
  const contests = open?.until && !contestRefusal(about, by, authority, now);
  return {
    isIro: about.people.iro === by.id,
    tips: [
      ...(asIro(about, by, authority, today)
        ? [
            {
              says: `Type “cafcass ${about.id}” to refer to Cafcass, “good practice ${about.id}” to recognise good work.`,
            },
          ]
        : []),
      ...(contests
        ? [
            {
              says: `Type “contest review ${about.id}” to contest a decision of the ${sayReview(open)}, until ${sayDay(open.until)}.`,
            },
          ]
        : []),
    ],
  };
}
