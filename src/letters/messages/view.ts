import { sayMoment } from '../../clock.ts';
import { nameOf } from '../../people/rules.ts';
import type { Fact, Head } from '../../view.ts';
import type { KeptLetter } from '../model.ts';
import { notReached, toldOf } from '../unreachable/rules.ts';
import type { Opened } from './actions.ts';
import type { About, Message, Reader } from './model.ts';
import { messageId, sayNames, type Verdict } from './rules.ts';
import { FATES, sayAbout, sayAttempt, sayKind, sayNext, sayPerson, sayWhom } from './words.ts';

/** What every card about messages carries, so that a press finds its way back. */
export interface Found {
  readonly case: string;
  readonly dispute: string;
  /** The list that it was chosen from. */
  readonly listVerb: string;
}

/** One message and how it fared. Never what it says. */
export interface MessageView extends Head, Found {
  readonly hasProblems: boolean;
  readonly problems: readonly { readonly says: string }[];
  readonly letter: string;
  readonly sign: string;
  readonly colour: string;
  readonly facts: readonly Fact[];
  readonly hasAttempts: boolean;
  readonly attempts: readonly { readonly says: string }[];
  readonly after: readonly { readonly says: string }[];
  readonly maySettle: boolean;
}

/** As many attempts as a phone shows: the first, and the latest. */
const MOST_ATTEMPTS = 7;

export function messageView({ about, message }: Opened, reader: Reader, problems: readonly string[] = []): MessageView {
  const { letter, fate, named } = message;
  const { register } = reader.authority;
  const attempts = letter.attempts.map(sayAttempt);
  const more = attempts.length - MOST_ATTEMPTS;
  const shown = more > 0 ? [attempts[0]!, `… ${more + 1} more …`, ...attempts.slice(2 - MOST_ATTEMPTS)] : attempts;
  return {
    heading: 'A message and how it fared',
    quiet: `To ${sayWhom(letter.to, register)} · ${sayAbout(letter, named)}`,
    ...foundIn(about),
    hasProblems: problems.length > 0,
    problems: problems.map((says) => ({ says })),
    letter: messageId(letter),
    ...FATES[fate],
    facts: factsOf(message, reader),
    hasAttempts: shown.length > 0,
    attempts: shown.map((says) => ({ says })),
    after: [sayNext(message, register, reader.now), ...sayTold(message, reader)]
      .filter((says) => says !== '')
      .map((says) => ({ says })),
    maySettle: letter.passage.at === 'unknown',
  };
}

/** Asks once whether somebody is sure what became of a message. */
export interface SettleView extends Head, Found {
  readonly letter: string;
  readonly question: string;
  readonly warning: string;
  readonly verb: string;
  readonly title: string;
}

export function settleView(verdict: Verdict) {
  return ({ about, message: { letter, named } }: Opened, { authority: { register } }: Reader): SettleView => ({
    quiet: `To ${sayWhom(letter.to, register)} · ${sayAbout(letter, named)}`,
    ...foundIn(about),
    letter: messageId(letter),
    question: `${sayKind(letter.kind)}. Written ${sayMoment(letter.writtenAt)}.`,
    ...ASKED[verdict],
  });
}

const ASKED: Readonly<Record<Verdict, Omit<SettleView, keyof Found | 'quiet' | 'letter' | 'question'>>> = {
  arrived: {
    heading: 'Mark as arrived?',
    warning:
      'Press only if you asked the person, or saw it yourself. It is written down with your name, and is not said again.',
    verb: 'message.arrived',
    title: 'It arrived',
  },
  again: {
    heading: 'Say it again?',
    warning: 'If it had arrived after all, the person gets it twice. It is written down that you decided this.',
    verb: 'message.again',
    title: 'Say it again',
  },
};

/** What finds the way back to a list. */
export function foundIn(about: About): Found {
  return {
    case: about?.kind === 'case' ? about.id : '',
    dispute: about?.kind === 'dispute' ? about.id : '',
    listVerb: about ? 'message.of' : 'message.list',
  };
}

function factsOf({ letter }: Message, { authority: { register } }: Reader): readonly Fact[] {
  const { passage, to } = letter;
  const sent = passage.at === 'sent' ? passage : null;
  const cover = sent?.reader && 'person' in to && sent.reader !== to.person ? sent.reader : null;
  return [
    { title: 'What', value: sayKind(letter.kind) },
    { title: 'Written', value: sayMoment(letter.writtenAt) },
    ...(sent ? [{ title: 'Sent', value: sayMoment(sent.sentAt) }] : []),
    ...(cover ? [{ title: 'Went to', value: `${sayPerson(cover, register)}, in their place` }] : []),
    ...(sent ? [{ title: 'Teams message', value: sent.activity }] : []),
  ];
}

/** Who was told that its reader is not reached, or is when it does not arrive. */
function sayTold({ letter, digest, fate, told }: Message, { authority: { register } }: Reader): readonly string[] {
  const sent = told.flatMap(({ to, passage, facts }) =>
    passage.at === 'sent' && 'person' in to
      ? [`${sayPerson(to.person, register)} was told on ${sayMoment(passage.sentAt)} ${sayThat(facts, register)}.`]
      : [],
  );
  if (fate === 'arrived' || fate === 'not-sent' || sent.length > 0) return sent;
  const missed = notReached(digest ?? letter);
  if (!missed) return ['The administrators are told of a channel in trouble, once a day.'];
  const names = sayNames(toldOf(missed, register, new Set()), register);
  const then = 'If it has not arrived after one working day, Homeward tells';
  return names === '' ? [] : [`${then} ${names}, without a word of any case.`];
}

function sayThat({ plight, person }: KeptLetter['facts'], register: Reader['authority']['register']): string {
  const name = nameOf(person ?? '', register);
  return plight === 'unclear' ? `that messages to ${name} may not have arrived` : `that ${name} could not be reached`;
}
