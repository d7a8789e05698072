/** What becomes of a letter that could not be brought, or may not have been (teams.md 1.3). */
import { type Instant, plusMinutes } from '../../clock.ts';
import { CHANNEL_TROUBLES } from '../../letters/channels/model.ts';
import { MAY_REPEAT } from '../../letters/letters.ts';
import type { Attempt, KeptLetter, Passage } from '../../letters/model.ts';
import { nextHours } from '../../letters/rules.ts';
import type { PersonId } from '../../people/model.ts';
import type { Holidays } from '../../working-days.ts';
import type { Closed } from './directory.ts';
import { ConnectorError } from './transport.ts';
import { channelTroubleOf, plainTrouble, sayTrouble, type Trouble } from './trouble.ts';

/** How a letter has fared. */
export interface Fate {
  readonly passage: Passage;
  /** Null for redraws, which are not counted. */
  readonly attempt: Attempt | null;
  /** Until when nothing else is brought along its line. */
  readonly holdUntil: Instant | null;
}

export interface Failure {
  readonly letter: KeptLetter;
  readonly error: unknown;
  /** Along which line it went, to whom, and what the failure said of their chat. */
  readonly line: string;
  readonly reader: PersonId | null;
  readonly chat: Closed | 'not-there' | null;
  readonly now: Instant;
  readonly holidays: Holidays;
}

/** When to try again, or that we must not: a send with no clear answer may have arrived. */
export function fateOf(failure: Failure): Fate {
  const { letter, error, now } = failure;
  const { passage } = letter;
  if (passage.at === 'sent') return redrawFate(failure, passage);
  const { tries: before, mayHaveArrived }: Partial<Passage & { at: 'unsent' }> = passage.at === 'unsent' ? passage : {};
  const says = sayTrouble(wordsFor(failure));
  const tries = (before ?? 0) + 1;
  const isUnclear = error instanceof ConnectorError && error.ambiguous;
  const attempt: Attempt = { at: now, came: isUnclear ? 'unclear' : 'failed', trouble: says };
  const mayRepeat = MAY_REPEAT.includes(letter.kind) && !mayHaveArrived;
  if (isUnclear && !mayRepeat)
    return { passage: { at: 'unknown', triedAt: now, trouble: says }, attempt, holdUntil: null };

  const nextTryAt = nextTry(failure, tries);
  const waits = isClosedToAddressee(failure) ? { waitsFor: failure.reader! } : {};
  const repeats = isUnclear || mayHaveArrived ? { mayHaveArrived: true as const } : {};
  return {
    passage: { at: 'unsent', tries, nextTryAt, trouble: says, ...waits, ...repeats },
    attempt,
    holdUntil: isWholeLine(error) ? nextTryAt : null,
  };
}

function redrawFate(failure: Failure, passage: Passage & { at: 'sent' }): Fate {
  const redrawTries = passage.redrawTries + 1;
  const isGone = wordsFor(failure).lasting === 'gone';
  const redrawAfter = isGone ? null : nextTry(failure, redrawTries);
  return {
    passage: { ...passage, redrawTries, redrawAfter },
    attempt: null,
    holdUntil: isWholeLine(failure.error) ? redrawAfter : null,
  };
}

function nextTry(failure: Failure, tries: number): Instant {
  const { error, letter, chat, line, now, holidays } = failure;
  // Cover, or a manager, whose chat is closed: the next in the line is asked at once. So is Teams for another chat.
  if (chat && chat !== 'not-there')
    return isClosedToAddressee(failure) || letter.passage.at === 'sent' ? nextHours(now, holidays) : now;
  if (chat === 'not-there' && tries === 1 && letter.passage.at === 'unsent') return now;
  const known = error instanceof ConnectorError ? error : null;
  if (known && [known.teamsCode, known.status].some((said) => NEEDS_A_CHANGE.has(said)))
    return nextHours(now, holidays);
  if (known?.retryAfterSeconds) return plusMinutes(now, Math.min(known.retryAfterSeconds, A_DAY) / 60);
  return plusMinutes(now, backOff(tries) * jitter(line));
}

/** The same request would be refused again: a person has to look at it. Teams' codes and statuses. */
const NEEDS_A_CHANGE: ReadonlySet<string | number | null> = new Set(['MessageSizeTooBig', 413, 400]);
const A_DAY = 24 * 60 * 60;

/** Minutes to wait after so many failures: 2, 4, 8 … at most six hours. */
function backOff(tries: number): number {
  return Math.min(2 ** tries, 360);
}

/** From 1 to 1.25, always the same for a line: lines that failed together do not all come back together. */
function jitter(line: string): number {
  let hash = 0;
  for (const letter of line) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return 1 + ((hash >>> 8) % 1_000) / 4_000;
}

function isClosedToAddressee({ letter: { to }, reader, chat }: Failure): boolean {
  return chat !== null && chat !== 'not-there' && 'person' in to && to.person === reader;
}

/** Whether the failure is about the conversation or about Teams, and so about whatever comes next too. */
export function isWholeLine(error: unknown): boolean {
  if (!(error instanceof ConnectorError) || error.ambiguous) return false;
  return error.status === null
    ? error.teamsCode === null || error.teamsCode === 'no-token'
    : [429, 412, 401].includes(error.status);
}

/** Whether nobody at all can be written to: our credentials were not accepted. */
export function isEverybody(error: unknown): boolean {
  return error instanceof ConnectorError && (error.status === 401 || error.teamsCode === 'no-token');
}

function wordsFor({ letter: { to }, error }: Failure): Trouble {
  const plain = plainTrouble(error);
  const what = 'channel' in to ? channelTroubleOf(error) : null;
  return what ? { ...plain, ...CHANNEL_TROUBLES[what] } : plain;
}
