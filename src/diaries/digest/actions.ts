import type { Authority } from '../../authority/model.ts';
import { casesOf } from '../../cases/actions.ts';
import type { Case } from '../../cases/model.ts';
import { CONCERNED, caseOf } from '../../cases/store.ts';
import { type Clock, dayOf } from '../../clock.ts';
import { type DisputeStore, involving, LIVE } from '../../disputes/store.ts';
import { maySee } from '../../disputes/who.ts';
import type { KeptLetter, Letter } from '../../letters/model.ts';
import type { Outbox } from '../../letters/store.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { listDecisions } from '../../returns/decisions/actions.ts';
import type { ReturningCaseStore } from '../../returns/store.ts';
import { diaryFor } from '../actions.ts';
import { type Diary, diaryOf } from '../model.ts';
import type { DiaryStore } from '../store.ts';
import { awayIn, whileAway } from './away.ts';
import type { Digest, Waiting } from './model.ts';
import { keysIn, nameOfReminder } from './naming.ts';
import { digestOf } from './rules.ts';
import { type WaitingFor, waitingOn } from './waiting.ts';

/** What digests need from outside. */
export interface DigestNeeds {
  readonly cases: ReturningCaseStore;
  readonly disputes: DisputeStore;
  readonly diaries: DiaryStore;
  readonly outbox: Outbox;
  readonly authority: Authority;
  readonly clock: Clock;
}

/** What is worked out once for everybody whose digest comes at the same moment. */
export interface Morning {
  readonly waiting: WaitingFor;
}

export async function morningOf({ cases, disputes, authority, clock }: DigestNeeds): Promise<Morning> {
  const today = dayOf(clock.now());
  const live = await disputes.find(LIVE);
  const children = new Map<string, Case>();
  for (const child of new Set(live.flatMap((dispute) => dispute.children))) {
    const about = await cases.get(child);
    if (about) children.set(child, about);
  }
  return {
    waiting: waitingOn(
      live,
      await cases.find(CONCERNED),
      ({ children: [child] }) => children.get(child!),
      authority,
      today,
    ),
  };
}

/** The facts of a digest's letter that say what it brings: all else is found in the records. */
export type DigestFacts = Pick<Letter, 'facts'>;

/** What somebody must know now, with what the letter brings, or brought. */
export async function readDigest(
  person: Person,
  { facts }: DigestFacts,
  diary: Diary,
  morning: Morning,
  needs: DigestNeeds,
): Promise<Digest> {
  const { authority, clock } = needs;
  const now = clock.now();
  const [brings, broughtBefore] = [keysIn(facts.brings), keysIn(facts.told)];
  const cases = new Map((await casesOf(person, needs)).map((about) => [about.id, about]));
  for (const id of new Set([...brings, ...broughtBefore].flatMap((key) => nameOfReminder(key)?.case ?? []))) {
    const about = cases.get(id) ?? (await needs.cases.get(id));
    if (about) cases.set(id, about);
  }
  const { waiting: found } = morning;
  const waiting = facts.week
    ? NOTHING_WAITS
    : {
        decisions: await listDecisions(person, needs),
        ...(facts.day ? found.unsaid(person.id) : found.disputes(person.id)),
        concerns: found.concerns(person.id),
      };
  const leave = awayIn(facts);
  const away = leave ? whileAway(leave, await saidAbout(person, needs)) : null;
  const of = { person, diary, cases: [...cases.values()], brings, broughtBefore, waiting, away };
  return digestOf(of, { now, authority });
}

/** What waits stands on the card of the week, where that comes the same moment. */
const NOTHING_WAITS: Waiting = { decisions: [], answers: [], judges: [], checks: [], concerns: [] };

/** Every letter about the cases that somebody works on, manages or reviews, and about the disputes they have a part in. */
async function saidAbout(person: Person, needs: DigestNeeds): Promise<readonly KeptLetter[]> {
  const { cases, disputes, outbox, authority, clock } = needs;
  const theirs = await cases.find(caseOf(person.id));
  const involved = await disputes.find(involving(person.id));
  const seen = involved.filter((dispute) => maySee(dispute, person, authority, dayOf(clock.now())));
  const records = [
    ...theirs.map(({ id }) => ({ kind: 'case', id }) as const),
    ...seen.map(({ id }) => ({ kind: 'dispute', id }) as const),
  ];
  return (await Promise.all(records.map((record) => outbox.of(record)))).flat();
}

/** The digest as it stands for whoever asks for it. */
export interface Asked {
  readonly digest: Digest;
  readonly diary: Diary;
}

export async function askDigest(_form: object, by: Person, needs: DigestNeeds): Promise<Outcome<Asked>> {
  const diary = await diaryFor(by, needs);
  const [last] = await digestsOf(by.id, needs);
  const today = dayOf(needs.clock.now());
  const facts = last ? factsFor(last, today) : {};
  return done({ digest: await readDigest(by, { facts }, diary, await morningOf(needs), needs), diary });
}

/**
 * What today's digest brought, or what an earlier one brought of others' duties, which is listed until it is put right.
 * Without its day: whoever asks is shown what other letters of that morning say, too.
 */
function factsFor({ facts }: KeptLetter, today: LocalDate): Letter['facts'] {
  return facts.day === today ? { ...facts, day: '', week: '' } : { told: [facts.brings, facts.told].join(' ') };
}

/** The digests of somebody that are kept, the latest first. */
export async function digestsOf(id: PersonId, { outbox }: Pick<DigestNeeds, 'outbox'>): Promise<readonly KeptLetter[]> {
  const letters = await outbox.of(diaryOf(id));
  return letters.filter(({ kind }) => kind === 'digest.day').toReversed();
}
