import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import { type Choice, type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import { asIro, iroToTell } from '../iro.ts';
import type { Case } from '../model.ts';
import { factsOf } from '../rules.ts';
import { childOf } from '../view.ts';
import type { ContestIn } from './actions.ts';
import { CONTEST_INPUTS } from './form.ts';
import { openOn, sayReview } from './rules.ts';

/** The form to contest a review decision. */
export interface ContestFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly note: string;
  readonly choices: { readonly reviews: readonly Choice[] };
}

export function contestFormView(
  { about, typed }: CaseAsked,
  { once, today, authority }: Sight,
  problems: readonly string[] = [],
): ContestFormView {
  const reviews = openOn(about, authority, today).map((review) => ({
    title: `${sayReview(review)}${review.until ? `, until ${sayDay(review.until)}` : ''}`,
    value: review.key,
  }));
  const review = typed.review || (reviews.length === 1 ? reviews[0]!.value : '');
  return {
    heading: 'Contest a review decision',
    quiet: `${childOf(about)} · goes to the IRO, who may raise a dispute`,
    reference: about.id,
    revision: String(about.revision),
    note: 'Five working days, counted here from the day the review was logged. This comes from one council’s notes and is not verified in the IRO Handbook: go by your own procedure. It starts no clock.',
    typed: typedAgain(CONTEST_INPUTS, { ...typed, review, once: typed.once || once }),
    ...problemsOf(problems),
    choices: { reviews },
  };
}

/** A contested decision: to the manager who contests it. */
export interface ContestView extends Head {
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
}

export function contestView({ about, contest }: ContestIn, { today, authority }: Sight): ContestView {
  const iro = iroToTell(about, authority, today);
  return {
    heading: 'Review decision contested',
    ...headOf({ about, contest }),
    lines: [
      iro
        ? { says: `✓ Kept, and ${iro.name} is told. The IRO may answer you, or raise a dispute, informal or formal.` }
        : { says: '⚠ Kept, but nobody acts for the IRO today: tell the Director.' },
    ],
    facts: wordsOf({ about, contest }, authority),
  };
}

/** To the IRO. */
export interface ContestLetterView extends ContestView {
  readonly mayRaise: boolean;
}

export function contestLetter(
  about: Case,
  { facts }: Pick<KeptLetter, 'facts'>,
  { by, today, authority }: Sight,
): ContestLetterView | { readonly dropped: string } {
  const contest = about.contests[Number(facts.contested) - 1];
  if (!contest) return { dropped: 'the contested decision is no longer kept' };
  return {
    heading: 'A manager contests a review decision',
    ...headOf({ about, contest }),
    lines: [
      { says: `${nameOf(contest.by, authority.register)} contests: ${contest.what.slice(0, 200)}` },
      { says: 'You may raise a dispute, informal or formal, or talk first. No clock runs.' },
    ],
    mayRaise: asIro(about, by, authority, today) !== null && isLookedAfter(factsOf(about, today), today),
    facts: wordsOf({ about, contest }, authority),
  };
}

function headOf({ about, contest }: ContestIn) {
  return {
    quiet: `${childOf(about)} · ${sayReview(contest)}`,
    reference: about.id,
    revision: String(about.revision),
  };
}

function wordsOf({ contest }: ContestIn, { register }: Sight['authority']): readonly Fact[] {
  return [
    { title: 'Contested by', value: `${nameOf(contest.by, register)}, ${sayDay(dayOf(contest.at))}` },
    { title: 'What decision', value: contest.what },
    { title: 'Why', value: contest.why },
  ];
}
