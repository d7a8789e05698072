import { dayOf } from '../../clock.ts';
import { INFORMAL } from '../../escalation/model.ts';
import type { Letter } from '../../letters/model.ts';
import { whoActsFor } from '../../people/rules.ts';
import type { Dispute } from '../model.ts';
import { climbing, lapseDay, rungNumber } from '../standing.ts';
import { voidLetters } from '../voiding/letters.ts';
import { afterwardsLetters, reopenedLetters } from './after.ts';
import { reachedLetters, storyLetters } from './story.ts';
import {
  distinct,
  iroOf,
  type Lapsed,
  letter,
  officerOf,
  posts,
  type Recipients,
  respondLetter,
  told,
  type Writing,
} from './writing.ts';

/** Every letter that a change causes: to whoever is asked now, and to whoever must know. */
export function lettersOf(before: Dispute | null, after: Dispute, writing: Writing): readonly Letter[] {
  const wasAt = before && climbing(before) ? rungNumber(before) : -1;
  const judged = ({ responses }: Dispute) => responses.filter((response) => response.judged).length;
  const letters: Letter[] = [];
  if (climbing(after) && rungNumber(after) !== wasAt) {
    const asking = askingLetters(after, writing);
    const isReopened = before !== null && !climbing(before);
    const everybody = everybodyAsked(after, writing);
    letters.push(...(isReopened ? reopenedLetters(before, after, asking, everybody, writing) : asking));
  }
  if (before && after.responses.length > before.responses.length) {
    const isLate = after.responses.at(-1)!.arrived === 'after-moving-on';
    letters.push(...told(after, isLate ? 'late-answer' : 'answered', [iroOf(after, writing)], writing));
  }
  if (before && judged(after) > judged(before))
    letters.push(...told(after, 'judged', [officerOf(after, writing)], writing));
  if (before?.cafcass === null && after.cafcass) {
    const tell = ['director', 'iro-manager'] as const;
    letters.push(...told(after, 'cafcass', [officerOf(after, writing), ...posts(after, tell, writing)], writing));
  }
  letters.push(...storyLetters(before, after, writing));
  letters.push(...voidLetters(before, after, writing));
  if (before && before.state.at !== 'void' && after.state.at === 'void')
    letters.push(...told(after, 'void', toldOfVoid(after, after.state.asked.by, writing), writing));
  else if (before && climbing(before) && !climbing(after))
    letters.push(...told(after, 'ended', everybodyAsked(after, writing), writing));
  else if (before) letters.push(...afterwardsLetters(before, after, everybodyAsked(after, writing), writing));
  return letters;
}

const BOTH = ['iro-manager', 'director'] as const;

/** The officer is asked 1:1, the stage's channel gets its neutral card, and those who were passed by or copied are told. */
export function askingLetters(dispute: Dispute, writing: Writing): readonly Letter[] {
  const state = climbing(dispute)!;
  const { stage } = state.rung;
  const below = dispute.climbed.at(-1)?.stage ?? INFORMAL;
  const copied = dispute.ladder.stages[stage]?.copied ?? [];
  const passed = dispute.ladder.stages.slice(Math.max(0, below), Math.max(0, stage)).map(({ post }) => post);
  const above = dispute.urgent ? dispute.ladder.stages.slice(stage + 1, stage + 2).map(({ post }) => post) : [];
  const worker =
    stage === INFORMAL
      ? [whoActsFor(dispute.people.socialWorker, writing.authority.register, dayOf(writing.now))?.person.id]
      : [];
  const officer = state.rung.officer;
  const tell = [iroOf(dispute, writing), ...worker, ...posts(dispute, [...copied, ...passed, ...above], writing)];
  return [
    respondLetter(dispute, officer, writing),
    ...reachedLetters(dispute, writing),
    ...told(
      dispute,
      'moved',
      tell.filter((person) => person !== officer),
      writing,
    ),
  ];
}

/**
 * Tells the officer, their manager, the IRO and the IRO manager that a stage's last day has passed; at the end, the
 * Director too. Once the twenty days are over, those three hear of it in the letter that says so, the same morning.
 */
export function lapseLetters(dispute: Dispute, came: Lapsed, writing: Writing): readonly Letter[] {
  const { rung } = climbing(dispute)!;
  const { register } = writing.authority;
  const number = rungNumber(dispute);
  const day = lapseDay(rung);
  const cap = came === 'no-further' ? dispute.clock?.cap : undefined;
  const manager = register.get(rung.officer)?.manager ?? null;
  const tell = [
    rung.officer,
    manager && whoActsFor(manager, register, dayOf(writing.now))?.person.id,
    day === cap ? null : iroOf(dispute, writing),
    ...(cap && day >= cap ? [] : posts(dispute, came === 'no-further' ? BOTH : ['iro-manager'], writing)),
  ];
  const facts = { rung: String(number), came };
  return distinct(tell).map((person) =>
    letter(dispute, `rung/${number}/lapsed/${day}/${person}`, 'dispute.lapsed', { person }, facts, writing),
  );
}

function everybodyAsked(dispute: Dispute, writing: Writing): Recipients {
  const { people, climbed } = dispute;
  return [...climbed.map(({ officer }) => officer), people.teamManager, people.socialWorker, iroOf(dispute, writing)];
}

/** Whoever asked that it is void hears in a letter of their own. */
function toldOfVoid(dispute: Dispute, askedBy: string, writing: Writing): Recipients {
  const everybody = [...everybodyAsked(dispute, writing), ...posts(dispute, ['iro-manager'], writing)];
  return everybody.filter((person) => person !== askedBy);
}
