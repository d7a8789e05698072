import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Case } from '../model.ts';
import { changed, standsFor } from '../rules.ts';
import { channelLetters, concernLetter } from './letters.ts';
import { CONCERN_ABOUT, type Concern, type ConcernAbout, type ConcernId, type ConcernLevel } from './model.ts';
import { whoHears } from './who.ts';

/** What a concern is raised with. `once` is given by a form of its own: the same form sent twice raises one. */
export interface Raised {
  readonly about: ConcernAbout;
  /** What it followed, in words: "Visit on Tue 8 December 2026". */
  readonly after: string;
  readonly says: readonly { readonly heading: string; readonly text: string }[];
  readonly once?: string;
}

/** Whoever works on the case may raise a concern: the social worker, the team manager, and their cover. */
export function mayRaise({ people }: Case, by: Person, authority: Authority, now: Instant): boolean {
  return [people.socialWorker, people.teamManager].some((id) => standsFor(by, id, authority, dayOf(now)));
}

/** Why somebody cannot raise a concern. The IRO has another way, which nobody can stop (product.md 2, promise 2). */
export function raiseRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  if (mayRaise(about, by, authority, now)) return null;
  if (standsFor(by, about.people.iro, authority, dayOf(now))) {
    return refuse(`As IRO you raise a dispute instead: type “raise dispute ${about.id}”. No manager can stop it.`);
  }
  const { socialWorker, teamManager } = about.people;
  const [worker, manager] = [socialWorker, teamManager].map((id) => nameOf(id, authority.register));
  return refuse(
    `A concern is raised by whoever works on the case: ${worker}, ${manager}, or their cover. Tell one of them, or the service manager.`,
  );
}

/**
 * Puts a concern into the case, waiting for the team manager (or the next manager up, when the team manager raised it
 * or nobody acts for them), who is written to at once, quiet hours or not (R-VIS-23, product.md 7).
 */
export function raiseConcern<C extends Case>(
  about: C,
  raised: Raised,
  id: ConcernId,
  by: Person,
  authority: Authority,
  now: Instant,
): { readonly about: C; readonly letters: readonly Letter[] } {
  const heard = whoHears(about, 'team-manager', [by.id], authority, dayOf(now));
  const concern: Concern = {
    id,
    about: raised.about,
    raisedBy: by.id,
    raisedAt: now,
    after: raised.after,
    says: raised.says.filter(({ text }) => text !== ''),
    passedUp: null,
    sentDown: null,
    state: { at: 'waiting', level: heard.level },
    once: raised.once ?? '',
  };
  const what = `${id}: concern raised (${lower(CONCERN_ABOUT[raised.about])}), waiting for the ${sayLevel(heard.level)}`;
  return {
    about: { ...about, ...changed(about, by, now, what, {}), concerns: [...about.concerns, concern] },
    letters: [
      concernLetter('concern.raised', id, 'raised', heard.person, now),
      ...channelLetters(null, concern, 'raised', authority, now),
    ],
  };
}

const LEVELS: Readonly<Record<ConcernLevel, string>> = {
  'team-manager': 'team manager',
  'service-manager': 'service manager',
};

export function sayLevel(level: ConcernLevel): string {
  return LEVELS[level];
}

function lower(said: string): string {
  return said.charAt(0).toLowerCase() + said.slice(1);
}
