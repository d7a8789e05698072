import { dayOf, momentOf } from '../../src/clock.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { officerNow, postHolder } from '../../src/disputes/who.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { northmoor } from '../builders/people.ts';
import type { Seen } from './histories.ts';

const cycleOf = ({ earlierClocks }: Dispute) => earlierClocks.length;
const stageOf = ({ state }: Dispute) => ('rung' in state ? state.rung.stage : null);
const counted = (dispute: Dispute, what: RegExp) => dispute.history.filter((line) => what.test(line.what)).length;
const left = (dispute: Dispute, how: string) => dispute.climbed.filter(({ ended }) => ended === how).length;
const same = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);
const isPrefix = (was: readonly unknown[], is: readonly unknown[]) => was.every((one, at) => same(one, is[at]));

/** Whether a person is the IRO, or cover who may stand in for them: written out once more, from domain.md 7.3. */
function isIroOrCover({ after, by, authority, now }: Seen): boolean {
  const day = dayOf(now);
  if (!by) return false;
  if (by.id === after.people.iro) return true;
  const iro = authority.register.get(after.people.iro);
  const cover = iro?.cover && iro.cover.from <= day && day <= iro.cover.to ? iro.cover : null;
  if (iro && !cover) return false;
  return by.posts.includes('iro-manager') || (cover?.by === by.id && by.posts.includes('iro'));
}

function endedRightly(seen: Seen): boolean {
  const { before, after, by } = seen;
  if (!before) return true;
  if (after.state.at === 'void' && before.state.at !== 'void')
    return after.state.by === by?.id && after.state.asked.by !== by.id;
  if (!('rung' in before.state) || 'rung' in after.state) return true;
  const said = after.history.at(-1)!;
  const isNamed = by?.id === after.people.iro || /s cover for/.test(said.what);
  return isIroOrCover(seen) && said.by === by?.id && isNamed;
}

function oneWaits({ state, responses, climbed }: Dispute): boolean {
  const waiting = responses.filter(
    ({ judged, arrived, rung }) => !judged && arrived !== 'after-moving-on' && rung === climbed.length,
  );
  const isAsking = state.at === 'informal' || state.at === 'formal';
  const isKnown = !('rung' in state) || responses.every(({ rung }) => rung <= climbed.length);
  return waiting.length <= (isAsking ? 0 : 1) && isKnown;
}

const inOneCycle = ({ before, after }: Seen) => before !== undefined && cycleOf(before) === cycleOf(after);

/** What must hold of every change, whoever made it. */
export const OF_EVERY_CHANGE: Readonly<Record<string, (seen: Seen) => boolean>> = {
  'history only grows': ({ before, after }) => !before || isPrefix(before.history, after.history),
  'the clock of a cycle never moves': (seen) =>
    !seen.before?.clock || !inOneCycle(seen) || same(seen.before.clock, seen.after.clock),
  'an earlier clock is kept': ({ before, after }) =>
    !before ||
    (isPrefix(before.earlierClocks, after.earlierClocks) &&
      (cycleOf(before) === cycleOf(after) || same(after.earlierClocks.at(-1), before.clock))),
  'no stage ends past the cap': ({ after: { clock, state } }) =>
    !clock || !('rung' in state) || state.rung.due <= clock.cap,
  'a stage never goes down within a cycle': (seen) => {
    const [from, to] = [seen.before ? stageOf(seen.before) : null, stageOf(seen.after)];
    return !inOneCycle(seen) || from === null || to === null || to >= from;
  },
  'the ladder is frozen': (seen) => !inOneCycle(seen) || same(seen.before?.ladder, seen.after.ladder),
  'what is left behind stays as it was': ({ before, after }) => !before || isPrefix(before.climbed, after.climbed),
  'nothing said is edited': ({ before, after }) =>
    !before ||
    (same(before.issue, after.issue) &&
      isPrefix(before.checks, after.checks) &&
      before.responses.every((was, at) => same({ ...was, judged: null }, { ...after.responses[at], judged: null }))),
  'nobody but the IRO or named cover ends it, and never time': endedRightly,
  'what is over stays over, unless the IRO reopens it': (seen) =>
    !seen.before || 'rung' in seen.before.state || !('rung' in seen.after.state) || isIroOrCover(seen),
  'one stage is live, and one response at most waits at it': ({ after }) => oneWaits(after),
  'each step is in the history once': ({ after }) =>
    counted(after, /\. Moved up to .* standing instruction/) === left(after, 'lapsed') &&
    counted(after, /^Escalated to /) === left(after, 'escalated') &&
    counted(after, /^Agreed to escalate to /) === left(after, 'passed-up') &&
    counted(after, /^Responded at |^Late answer from /) === after.responses.length,
};

const isTo = (letter: KeptLetter, id: string | undefined) => 'person' in letter.to && letter.to.person === id;
const saysTwenty = ({ facts }: KeptLetter) => facts.what === 'twenty-days' || facts.what === 'cap-overdue';

/** Who should have heard by now and has not, once a dispute was looked at. */
export function notTold({ after, authority, now, letters }: Seen, told: Set<string>): readonly string[] {
  const today = dayOf(now);
  if (!('rung' in after.state)) return [];
  const missed: string[] = [];
  const officer = officerNow(after, authority, today)?.person.id;
  if (officer && after.state.at !== 'awaiting-iro') {
    const rung = String(after.climbed.length);
    const asked = letters().filter((one) => one.kind === 'dispute.respond' && one.facts.rung === rung);
    if (asked.filter((one) => isTo(one, officer)).length !== 1) missed.push(`the officer at rung ${rung}`);
  }
  const { clock } = after;
  const cycle = `${after.id} ${clock?.formalOn}`;
  if (!clock || now < momentOf(clock.cap, '09:00') || told.has(cycle)) return missed;
  told.add(cycle);
  for (const post of ['director', 'iro-manager'] as const) {
    const holder = postHolder(after, post, authority, today);
    // A holiday proclaimed since moves the days that are said, never the cap: then any day of the twenty will do.
    const isMoved = authority.holidays !== northmoor.holidays;
    const heard = letters().filter((one) => saysTwenty(one) && isTo(one, holder?.id));
    if (holder && !heard.some(({ key, facts }) => isMoved || key.includes('/day/20/') || facts.what === 'cap-overdue'))
      missed.push(`${post} of day twenty`);
  }
  return missed;
}

const PRIVATE = /C-1042|wombat|Kayleigh|2014-07-19|2015-05-01|\bAB\b/;

/** A step that may be told only once: who is asked, what moved, which stage of which thread. Answers may come again. */
function isOnce({ kind, facts }: KeptLetter): boolean {
  if (kind === 'dispute.lapsed') return false;
  if (kind === 'dispute.told') return facts.what === 'moved';
  return !['answered', 'asked-again'].includes(facts.story ?? '') && facts.what !== 'cap-overdue';
}

/** What was said twice, or says what it should not, among everything that was ever said about the disputes of a history. */
export function wronglySaid(letters: readonly KeptLetter[]): readonly string[] {
  const steps = letters
    .filter(isOnce)
    .filter((letter) => !saysTwenty(letter))
    .map(({ record, kind, to, facts }) => [record.id, kind, JSON.stringify(to), JSON.stringify(facts)].join(' '));
  const keys = letters.map(({ key }) => key);
  const twice = [...steps, ...keys].filter((said, index, all) => all.indexOf(said) !== index);
  const told = letters.filter(({ facts, key }) => PRIVATE.test(`${JSON.stringify(facts)} ${key}`));
  return [...twice, ...told.map(({ key }) => `gives something away: ${key}`)];
}
