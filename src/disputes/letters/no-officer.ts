import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { stepsOf } from '../climbing/view.ts';
import type { Dispute } from '../model.ts';
import { climbing, lapseDay, rungNumber, sayStage } from '../standing.ts';
import { nextForNobody, postHolderNow, whyNobodyNow } from '../who.ts';
import { distinct, iroOf, letter, type Writing } from './writing.ts';

/**
 * Whoever acts at the stage may no longer answer, or nobody acts there any more: the IRO and the officer who is next are
 * told, once for each person whom it concerns (domain.md 7.5 no. 7 and 8). A stage that has lapsed was told of already.
 */
export function noOfficerLetters(dispute: Dispute, writing: Writing): readonly Letter[] {
  const today = dayOf(writing.now);
  if (climbing(dispute)?.rung.lapsed || whyNobodyNow(dispute, writing.authority, today) === null) return [];
  const number = rungNumber(dispute);
  const who = postHolderNow(dispute, writing.authority, today)?.person.id ?? 'vacant';
  const facts = { what: 'no-officer', rung: String(number) };
  const tell = [iroOf(dispute, writing), nextForNobody(dispute, writing.authority, today)?.id];
  return distinct(tell).map((person) =>
    letter(dispute, `rung/${number}/no-officer/${who}/${person}`, 'dispute.told', { person }, facts, writing),
  );
}

/** Why nobody can respond, what the IRO may do, what happens otherwise, and who is next. */
export function noOfficerWords(dispute: Dispute, sight: Sight): readonly string[] {
  const { authority, today } = sight;
  const why = whyNobodyNow(dispute, authority, today);
  const state = climbing(dispute);
  if (!state || why === null) return [];
  const [next] = stepsOf(dispute, sight);
  const ends = sayDay(lapseDay(state.rung));
  const otherwise = dispute.escalateAutomatically ? 'it moves up by itself' : 'the IRO is asked again';
  return [
    `${sayStage(dispute, state.rung.stage)}: ${why}.`,
    `The IRO can escalate it now. If not, ${otherwise} after the stage’s last day, ${ends}.`,
    next && next.title !== 'Day 20'
      ? `Next is the ${next.title}: ${next.value}.`
      : 'There is no later stage with anybody to ask. The IRO can refer the child’s case to Cafcass.',
  ];
}
