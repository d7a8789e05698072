import type { Sight } from '../../authority/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import type { Case } from '../model.ts';
import { childOf } from '../view.ts';
import type { ReferralIn } from './actions.ts';
import { REFER_INPUTS } from './form.ts';
import { referRefusal, told } from './rules.ts';

/** The form to refer a child's case to Cafcass without a dispute. */
export interface ReferFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly warning: string;
  /** The last referral, if there was one. */
  readonly earlier: readonly { readonly says: string }[];
}

export function referFormView(
  { about, typed }: CaseAsked,
  { once, authority }: Sight,
  problems: readonly string[] = [],
): ReferFormView {
  const last = about.cafcass.at(-1);
  return {
    heading: 'Refer to Cafcass',
    quiet: `${childOf(about)} · your decision alone, no dispute needed`,
    reference: about.id,
    revision: String(about.revision),
    warning:
      'Homeward notes it and tells the Director and the IRO manager. It sends nothing to Cafcass: you do that yourself.',
    earlier: last
      ? [{ says: `Referred before on ${sayDay(last.on)}, by ${nameOf(last.by, authority.register)}.` }]
      : [],
    typed: typedAgain(REFER_INPUTS, { ...typed, once: typed.once || once }),
    ...problemsOf(problems),
  };
}

/** A referral as it is kept: to whoever made it, and to whoever is told. */
export interface ReferralView extends Head {
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly mayRaise: boolean;
  readonly facts: readonly Fact[];
}

export function referralView({ about, referral }: ReferralIn, sight: Sight): ReferralView {
  const { by, now, today, authority } = sight;
  const hears = told(about, by, authority, today);
  const names = hears.flatMap(({ person }) => (person ? [person.name] : []));
  const empty = hears.filter(({ person }) => person === null).map(({ post }) => post);
  const mayRaise = referRefusal(about, by, authority, now) === null;
  return {
    heading: 'Referral to Cafcass noted',
    ...headOf({ about, referral }),
    lines: [
      '⚠ Homeward has sent nothing to Cafcass. Send the referral yourself now, in the way your council’s procedure says.',
      ...(names.length > 0 ? [`Told, not asked: ${names.join(', ')}. Tell legal services yourself.`] : []),
      ...empty.map((post) => `⚠ Nobody holds the post of ${post} today: nobody was told there.`),
      ...(mayRaise ? ['Open a local dispute too? You need not.'] : []),
    ].map((says) => ({ says })),
    mayRaise,
    facts: factsOf({ about, referral }, sight),
  };
}

/** To the Director and the IRO manager. */
export function referralLetter(
  about: Case,
  { facts }: Pick<KeptLetter, 'facts'>,
  sight: Sight,
): ReferralView | { readonly dropped: string } {
  const referral = about.cafcass[Number(facts.referral) - 1];
  if (!referral) return { dropped: 'the referral is no longer kept' };
  return {
    heading: 'The IRO has referred a child’s case to Cafcass',
    ...headOf({ about, referral }),
    lines: [
      { says: 'You are told, not asked: this is the IRO’s own decision. There was no dispute first, and need not be.' },
    ],
    mayRaise: false,
    facts: factsOf({ about, referral }, sight),
  };
}

function headOf({ about, referral }: ReferralIn) {
  return {
    quiet: `${childOf(about)} · ${sayDay(referral.on)}`,
    reference: about.id,
    revision: String(about.revision),
  };
}

function factsOf({ referral }: ReferralIn, { authority }: Sight): readonly Fact[] {
  return [
    { title: 'Referred by', value: nameOf(referral.by, authority.register) },
    { title: 'Why', value: referral.why },
  ];
}
