import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { nameOf, whoActsFor } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { Decided } from '../actions.ts';
import type { Case } from '../model.ts';
import { changed } from '../rules.ts';
import type { AnswerForm } from './form.ts';
import { channelLetters, concernLetter } from './letters.ts';
import type { Acted, Concern } from './model.ts';
import { sayLevel } from './rules.ts';
import { isAbove, isTeamManager, mayAnswer, whoAnswers, whoHears } from './who.ts';

/** What can be done with a concern that waits: a true gate (product.md 4). */
export type AnswerKind = 'approve' | 'deal' | 'send-back';

/** Who, when, and where the register is. */
interface Answering {
  readonly by: Person;
  readonly now: Instant;
  readonly authority: Authority;
}

/** How often a concern has been answered: a card that was drawn at another count is an old one. */
export function answersTo({ passedUp, sentDown, state }: Concern): number {
  return [passedUp, sentDown, state.at === 'waiting' ? null : state.answer].filter((one) => one !== null).length;
}

/** Answers a concern, or says why not, with how it stands. The same answer pressed twice is one answer. */
export function answerConcern(
  about: Case,
  concern: Concern,
  kind: AnswerKind,
  form: AnswerForm,
  answering: Answering,
): Outcome<Decided> {
  const { by, now } = answering;
  if (isSaidAlready(concern, kind, form, by)) return done({ after: about, letters: [] });
  const no = answerRefusal(about, concern, kind, form.drawn, answering);
  if (no) return no;
  const after = answered(concern, kind, { by: by.id, at: now, says: form.says });
  const what = `${concern.id}: ${DID[kind]}; was ${sayStanding(concern)}, now ${sayStanding(after)}`;
  const concerns = about.concerns.map((one) => (one.id === concern.id ? after : one));
  return done({
    after: changed(about, by, now, what, { concerns }),
    letters: lettersOf(about, concern, after, answering),
  });
}

const DID: Readonly<Record<AnswerKind, string>> = {
  approve: 'escalation approved',
  deal: 'dealt with',
  'send-back': 'sent back',
};

/** Whether this person may approve that it goes up: the team manager, once. */
export function mayPassUp(about: Case, concern: Concern, { by, now, authority }: Answering): boolean {
  const day = dayOf(now);
  const isTheirs = mayAnswer(about, concern, by, authority, day) && isTeamManager(about, by, authority, day);
  return isTheirs && concern.state.level === 'team-manager' && !concern.sentDown;
}

/** "waiting for the team manager", "dealt with", "sent back": no names and no words of the case. */
export function sayStanding({ state }: Concern): string {
  if (state.at === 'waiting') return `waiting for the ${sayLevel(state.level)}`;
  return state.at === 'dealt-with' ? 'dealt with' : 'sent back';
}

/** What the service manager sends back goes to the team manager who passed it up; all else to who raised it. */
function answered(concern: Concern, kind: AnswerKind, answer: Acted): Concern {
  const { level } = concern.state;
  if (kind === 'approve') return { ...concern, passedUp: answer, state: { at: 'waiting', level: 'service-manager' } };
  if (kind === 'deal') return { ...concern, state: { at: 'dealt-with', level, answer } };
  if (level === 'service-manager' && concern.passedUp) {
    return { ...concern, sentDown: answer, state: { at: 'waiting', level: 'team-manager' } };
  }
  return { ...concern, state: { at: 'sent-back', level, answer } };
}

function answerRefusal(
  about: Case,
  concern: Concern,
  kind: AnswerKind,
  drawn: number,
  answering: Answering,
): Refusal | null {
  const { by, now, authority } = answering;
  const { id, state, raisedBy, passedUp } = concern;
  const day = dayOf(now);
  if (state.at !== 'waiting') {
    const who = nameOf(state.answer.by, authority.register);
    return refuse(
      `${id} was ${sayStanding(concern)} by ${who} on ${sayDay(dayOf(state.answer.at))}. Nothing more was saved.`,
    );
  }
  const waits = `${id} waits for ${whoAnswers(about, concern, authority, day)!.says}`;
  if (by.id === raisedBy) return refuse(`You raised this concern, so somebody else answers it. ${waits}.`);
  if (!mayAnswer(about, concern, by, authority, day)) {
    return passedUp?.by === by.id && state.level === 'service-manager'
      ? refuse(`You passed this concern up, so somebody else answers it now. ${waits}.`)
      : refuse(`${waits}. Only they, whoever covers for them and those above them can answer it.`);
  }
  if (drawn !== answersTo(concern)) {
    return refuse(`${waits}: it has moved on since this card was drawn. Nothing was saved; look again below.`);
  }
  return kind === 'approve' ? passUpRefusal(about, concern, answering) : null;
}

function passUpRefusal(about: Case, concern: Concern, answering: Answering): Refusal | null {
  const { by, now, authority } = answering;
  if (concern.sentDown) {
    return refuse(
      `${concern.id} has come back from the service manager. Deal with it here or send it back; if there is something new, raise a new concern.`,
    );
  }
  if (!mayPassUp(about, concern, answering)) {
    return refuse(`${concern.id} has reached you already. Deal with it here or send it back.`);
  }
  const { level } = whoHears(about, 'service-manager', [concern.raisedBy, by.id], authority, dayOf(now));
  return level === 'service-manager'
    ? null
    : refuse(
        `Nobody on the staff register is above you to hear ${concern.id}. Deal with it here, and tell the administrator.`,
      );
}

/** The same person gave the same answer in the same words before: a second press, not a second answer. */
function isSaidAlready(concern: Concern, kind: AnswerKind, { says }: AnswerForm, by: Person): boolean {
  const last = lastAnswer(concern);
  return last !== null && last.kind === kind && last.by === by.id && last.says === says;
}

/** The latest answer, or null while nobody has answered. */
export function lastAnswer({ passedUp, sentDown, state }: Concern): (Acted & { readonly kind: AnswerKind }) | null {
  if (state.at !== 'waiting') return { ...state.answer, kind: state.at === 'dealt-with' ? 'deal' : 'send-back' };
  if (sentDown) return { ...sentDown, kind: 'send-back' };
  return passedUp && { ...passedUp, kind: 'approve' };
}

/**
 * Who raised it hears every answer. Whoever must answer next is written to at once. A welfare worry that the team
 * manager settles is told to the service manager the same day (S1 §4, R-VIS-23, RET-04), and who passed one up hears
 * what came of it.
 */
function lettersOf(about: Case, before: Concern, after: Concern, { by, now, authority }: Answering): readonly Letter[] {
  const { id, raisedBy, passedUp } = before;
  const day = dayOf(now);
  const occasion = `answer/${answersTo(after)}`;
  const acting = whoActsFor(raisedBy, authority.register, day)?.person.id ?? raisedBy;
  const raiser = acting === by.id ? raisedBy : acting;
  const inChannel = channelLetters(before, after, occasion, authority, now);
  const letters = [concernLetter('concern.answered', id, occasion, raiser, now), ...inChannel];

  const next = whoAnswers(about, after, authority, day);
  if (next) return [concernLetter('concern.raised', id, occasion, next.person, now), ...letters];

  const told = tellsAbove(about, before, by, authority, now)
    ? [whoHears(about, 'service-manager', [raisedBy, by.id], authority, day).person]
    : [];
  const passer = passedUp && passedUp.by !== by.id ? [passedUp.by] : [];
  const others = new Set([...told, ...passer].filter((person) => person !== raiser && person !== by.id));
  return [...letters, ...[...others].map((person) => concernLetter('concern.told', id, occasion, person, now))];
}

function tellsAbove(about: Case, concern: Concern, by: Person, authority: Authority, now: Instant): boolean {
  const isWelfare = concern.about === 'visit' || concern.about === 'unplanned-return';
  return isWelfare && concern.state.level === 'team-manager' && !isAbove(about, by, authority, dayOf(now));
}
