import type { Sight } from '../../authority/model.ts';
import { sayMoment } from '../../clock.ts';
import { nameOf } from '../../people/rules.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import { type Choice, choicesOf, type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import { factsOf } from '../rules.ts';
import { childOf } from '../view.ts';
import { WELFARE_LABEL } from '../visits/form.ts';
import type { ConcernIn } from './actions.ts';
import { answersTo, mayPassUp, sayStanding } from './answers.ts';
import { RAISE_INPUTS, RAISED_ALONE } from './form.ts';
import { type Acted, CONCERN_ABOUT, type Concern } from './model.ts';
import { mayRaise } from './rules.ts';
import { mayAnswer, whoAnswers } from './who.ts';

/** The form to raise a concern by itself. */
export interface ConcernFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly choices: { readonly about: readonly Choice[] };
}

export function concernFormView(
  { about, typed }: CaseAsked,
  { once }: Sight,
  problems: readonly string[] = [],
): ConcernFormView {
  return {
    heading: 'Raise a concern',
    quiet: `${childOf(about)} · goes to the team manager at once`,
    reference: about.id,
    revision: String(about.revision),
    typed: typedAgain(RAISE_INPUTS, { ...typed, once: typed.once || once }),
    ...problemsOf(problems),
    choices: { about: choicesOf(RAISED_ALONE) },
  };
}

/** A concern, 1:1: for its team manager or service manager to answer, for those around the child to read. */
export interface ConcernView extends Head, FormAgain {
  readonly id: string;
  readonly reference: string;
  readonly revision: string;
  /** How often it has been answered: an answer carries this back. */
  readonly drawn: string;
  /** What the notification says: the reference and nothing else. */
  readonly notice: string;
  readonly brief: string;
  readonly isUrgent: boolean;
  readonly hasReview: boolean;
  readonly mayPassUp: boolean;
  readonly mayAnswer: boolean;
  readonly mayRaiseAgain: boolean;
  readonly hasReturn: boolean;
  readonly lines: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
}

export function concernView(
  { about, concern }: ConcernIn,
  sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): ConcernView {
  const { by, now, today, authority } = sight;
  const isWaiting = concern.state.at === 'waiting';
  const isTheirs = mayAnswer(about, concern, by, authority, today);
  // Those above may answer too; it waits for one of them.
  const isAsked = whoAnswers(about, concern, authority, today)?.person === by.id;
  return {
    heading: concern.about === 'agency' ? 'Concern about an agency’s part' : 'Concern about a child’s welfare',
    quiet: [childOf(about), concern.id, isAsked ? '● Waiting for you' : signOf(concern)].join(' · '),
    id: concern.id,
    reference: about.id,
    revision: String(about.revision),
    drawn: String(answersTo(concern)),
    notice: isAsked ? `⚠ Concern ${concern.id} needs you now` : `Concern ${concern.id}`,
    brief: briefOf(concern),
    isUrgent: isWaiting && concern.about !== 'agency',
    hasReview: concern.about === 'visit' && isLookedAfter(factsOf(about, today), today),
    mayPassUp: mayPassUp(about, concern, sight),
    mayAnswer: isTheirs,
    mayRaiseAgain: concern.state.at === 'sent-back' && mayRaise(about, by, authority, now),
    hasReturn: concern.about === 'unplanned-return' || concern.about === 'agreement-broken',
    lines: concern.says.map(({ heading, text }) => ({ says: `${heading}${heading.endsWith('?') ? '' : ':'} ${text}` })),
    facts: factsOfConcern({ about, concern }, sight),
    typed: typedAgain(['says'], typed),
    ...problemsOf(problems),
  };
}

/** How it stands, as a symbol and words: "○ Waiting for the team manager". */
export function signOf(concern: Concern): string {
  const says = sayStanding(concern);
  const sign = { waiting: '○', 'dealt-with': '✓', 'sent-back': '↩' }[concern.state.at];
  return `${sign} ${says.charAt(0).toUpperCase()}${says.slice(1)}`;
}

/** What matters most of what was said, short enough for a phone: all of it stands below the buttons. */
function briefOf({ says }: Concern): string {
  const first = says.find(({ heading }) => heading !== WELFARE_LABEL)?.text ?? '';
  if (first === '') return 'Nothing was written: ask whoever raised it.';
  return first.length <= 90 ? first : `${first.slice(0, 89).trimEnd()}…`;
}

/** Who raised it, when and after what, what was answered so far, and who must answer now. */
export function factsOfConcern({ about, concern }: ConcernIn, { today, authority }: Sight): readonly Fact[] {
  const { raisedBy, raisedAt, after, passedUp, sentDown, state } = concern;
  const now = whoAnswers(about, concern, authority, today);
  const said = (title: string, acted: Acted | null) =>
    acted ? [{ title, value: `${actedBy(acted, authority)}: ${acted.says}` }] : [];
  return [
    { title: 'Raised by', value: `${nameOf(raisedBy, authority.register)}, ${sayMoment(raisedAt)}` },
    { title: 'About', value: CONCERN_ABOUT[concern.about] },
    { title: 'After', value: after },
    ...said('Escalation approved', passedUp),
    ...said('Sent back to the team manager', sentDown),
    ...(state.at === 'waiting' ? [] : said(state.at === 'dealt-with' ? 'Dealt with' : 'Sent back', state.answer)),
    { title: 'Must answer now', value: now ? now.says : 'Nobody: it is answered' },
  ];
}

function actedBy({ by, at }: Acted, { register }: Sight['authority']): string {
  return `${nameOf(by, register)}, ${sayMoment(at)}`;
}
