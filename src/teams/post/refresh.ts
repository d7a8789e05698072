/**
 * What a channel is shown: one neutral card for all who read along, and for at most the officers whom it waits for the
 * word that Teams may fetch their own (teams.md 1.5). The card says their Teams ids, and no more.
 */
import type { Sight } from '../../authority/model.ts';
import type { Card } from '../../cards/catalogue.ts';
import { whoAnswers } from '../../cases/concerns/who.ts';
import { dayOf } from '../../clock.ts';
import { asItIs } from '../../disputes/actions.ts';
import { climbing, rungNumber } from '../../disputes/standing.ts';
import { officerNow, postHolder } from '../../disputes/who.ts';
import type { KeptLetter } from '../../letters/model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { whoActsFor } from '../../people/rules.ts';
import type { Needs } from '../route.ts';
import type { Directory } from './directory.ts';
import { type Drawn, drawLetter, isCard } from './letters.ts';

/** What Teams asks for by itself: the card as whoever looks at it may see it. No button carries these. */
export const VIEW_HERE = {
  dispute: 'dispute.view-here',
  return: 'return.view-here',
  concern: 'concern.view-here',
} as const;

/** A channel's letter as it stands, for all who read along, and for whom Teams may fetch more. */
export async function drawnForAll(
  letter: KeptLetter,
  isHead: boolean,
  { needs, directory }: { readonly needs: Needs; readonly directory: Pick<Directory, 'teamsIds'> },
): Promise<Drawn> {
  const card = await neutralCard(letter, isHead, needs);
  const waits = isCard(card) ? await whoWaits(letter, isHead, needs) : null;
  if (!waits) return card;
  const userIds = await directory.teamsIds(waits.people.filter((id) => id !== null && id !== undefined));
  // Without anybody Teams would refresh it for all the channel, or say that it can be (teams.md 8, rule 29).
  if (userIds.length === 0) return card;
  const action = { type: 'Action.Execute', verb: waits.verb, data: waits.of };
  return { ...(card as Card), refresh: { action, userIds } };
}

/** The same card without the refresh. */
export function neutralCard(letter: KeptLetter, isHead: boolean, needs: Needs): Promise<Drawn> {
  return drawLetter(letter, isHead, sightOf(NOBODY, letter, needs), needs);
}

interface Waits {
  readonly verb: (typeof VIEW_HERE)[keyof typeof VIEW_HERE];
  /** Its reference and nothing else: Teams keeps asking with an old card's data. */
  readonly of: Readonly<Record<string, string>>;
  readonly people: readonly (PersonId | null | undefined)[];
}

/** Whom the card waits for now. Null once it waits for nobody, and for a card that tells of what was before. */
async function whoWaits(letter: KeptLetter, isHead: boolean, needs: Needs): Promise<Waits | null> {
  const today = dayOf(needs.clock.now());
  if (letter.kind === 'dispute.channel') return onDispute(letter, isHead, needs, today);
  if (letter.kind === 'return.decide.channel') return onReturn(letter, isHead, needs, today);
  return letter.kind === 'concern.channel' ? onConcern(letter, needs, today) : null;
}

/** The officer at the stage, or their cover; and the IRO manager, who sees every dispute (domain.md 7.3). */
async function onDispute(
  { record, facts }: KeptLetter,
  isHead: boolean,
  needs: Needs,
  today: LocalDate,
): Promise<Waits | null> {
  const found = await needs.disputes.get(record.id);
  if (!found || !climbing(found)) return null;
  if (!isHead && (facts.story || facts.rung !== String(rungNumber(found)))) return null;
  const dispute = await asItIs(found, needs, needs.clock.now());
  const officer = officerNow(dispute, needs.authority, today)?.person.id;
  const people = [officer, postHolder(dispute, 'iro-manager', needs.authority, today)?.id];
  return { verb: VIEW_HERE.dispute, of: { dispute: dispute.id }, people };
}

async function onReturn(
  { record, facts }: KeptLetter,
  isHead: boolean,
  needs: Needs,
  today: LocalDate,
): Promise<Waits | null> {
  const plan = (await needs.cases.get(record.id))?.returns.find(({ id }) => id === facts.return);
  if (plan?.decision.stands !== 'asked' || plan.overtakenBy) return null;
  const { asking } = plan.decision;
  if (!isHead && asking.at !== facts.asked) return null;
  const decider = whoActsFor(asking.of, needs.authority.register, today)?.person.id;
  return { verb: VIEW_HERE.return, of: { return: plan.id }, people: [decider] };
}

async function onConcern({ record, facts }: KeptLetter, needs: Needs, today: LocalDate): Promise<Waits | null> {
  const about = await needs.cases.get(record.id);
  const concern = about?.concerns.find(({ id }) => id === facts.concern);
  const hears = about && concern && whoAnswers(about, concern, needs.authority, today);
  return hears ? { verb: VIEW_HERE.concern, of: { concern: concern.id }, people: [hears.person] } : null;
}

/** Nobody in particular reads a channel. */
export const NOBODY: Person = {
  id: '',
  name: '',
  email: '',
  posts: [],
  team: null,
  service: null,
  manager: null,
  cover: null,
};

export function sightOf(by: Person, letter: KeptLetter, { clock, authority }: Needs): Sight {
  const now = clock.now();
  return { by, now, today: dayOf(now), authority, once: letter.key };
}
