import type { Sight } from '../../authority/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { sayWhen } from '../../view.ts';
import { sayReferrals } from '../cafcass/rules.ts';
import { stepsOf } from '../climbing/view.ts';
import type { Dispute } from '../model.ts';
import { latestResponse, sayJudged, sayResponse, sayUnanswered } from '../responding/view.ts';
import { climbing, lapseDay, rungAt, sayStage } from '../standing.ts';
import { cut } from '../view.ts';
import { voidWords } from '../voiding/words.ts';
import { AFTER_HEADINGS, remindingAfter, tellingAfter, whyOpenAgain } from './after-words.ts';
import { noOfficerWords } from './no-officer.ts';
import type { Lapsed, Told } from './writing.ts';

interface Words {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The heading and the lines of a letter, from the dispute as it stands now. */
export function wordsOf(dispute: Dispute, letter: KeptLetter, isCurrent: boolean, sight: Sight): Words {
  switch (letter.kind) {
    case 'dispute.respond':
      return isCurrent ? asking(dispute, sight) : MOVED_ON;
    case 'dispute.lapsed':
      return lapsed(dispute, letter.facts, sight);
    case 'dispute.reminder':
      return reminding(dispute, letter.facts, sight);
    default:
      return { heading: toldHeading(letter.facts), lines: telling(dispute, letter.facts, sight) };
  }
}

function toldHeading({ what, rung }: KeptLetter['facts']): string {
  const told = (what ?? 'moved') as Told;
  return told === 'moved' && rung === '0' ? 'A dispute was raised' : TOLD[told];
}

const MOVED_ON: Words = {
  heading: 'This dispute has moved on',
  lines: ['Nothing waits for you here. Open it to see how it stands.'],
};

/** Six lines at most: what the child needs, what was answered before, what is asked and by when, why it is urgent, what follows, Cafcass. */
function asking(dispute: Dispute, sight: Sight): Words {
  const { rung, at } = climbing(dispute)!;
  if (at === 'awaiting-iro')
    return { heading: 'The response is with the IRO', lines: ['If it is not enough, you are asked again.'] };
  const by =
    rung.due < sight.today
      ? 'now: the last day has passed'
      : `by ${sayWhen(rung.due, sight.today, sight.authority.holidays)}`;
  const answered = latestResponse(dispute);
  const [next] = stepsOf(dispute, sight);
  return {
    heading: 'A dispute waits for your response',
    lines: [
      `What should change: ${cut(dispute.issue.wanted, 200)}`,
      whyOpenAgain(dispute) || (answered ? `Answered before: ${cut(sayResponse(answered, sight), 200)}` : ''),
      `${sayUnanswered(dispute)}Please respond ${by}.${mayPassUp(dispute) ? ' You may also agree to escalate it.' : ''}`,
      sayUrgent(dispute),
      next && next.title !== 'Day 20'
        ? `Next is the ${next.title}: ${next.value}.`
        : 'Yours is the last stage there is.',
      `${sayTwenty(dispute)} Cafcass: ${sayCafcass(dispute)}.`,
    ],
  };
}

function sayCafcass(dispute: Dispute): string {
  const on = sayReferrals(dispute);
  return on === '' ? 'not referred' : `referred on ${on}`;
}

/** An informal stage, and the last there is, pass nothing up. */
function mayPassUp(dispute: Dispute): boolean {
  const state = climbing(dispute);
  return state?.at === 'formal' && state.rung.stage < dispute.ladder.stages.length - 1;
}

function sayTwenty({ clock }: Dispute): string {
  return clock
    ? `The twenty working days end on ${sayDay(clock.cap)}.`
    : 'It is informal: the twenty days have not begun.';
}

/** Why it is urgent, for those who are asked or told 1:1; a channel hears only that it is. */
function sayUrgent({ urgent, issue }: Dispute): string {
  if (!urgent) return '';
  return issue.whyUrgent === '' ? 'It is urgent.' : `It is urgent: ${cut(issue.whyUrgent, 200)}`;
}

const CAME: Readonly<Record<Lapsed, string>> = {
  moved: 'It has moved up on the IRO’s standing instruction.',
  offered: 'It stays where it is until the IRO escalates it.',
  'no-further': 'There is no later stage. The IRO is asked to consider a referral to Cafcass.',
};

function lapsed(dispute: Dispute, facts: KeptLetter['facts'], { authority }: Sight): Words {
  const rung = rungAt(dispute, Number(facts.rung));
  const who = rung ? `${sayStage(dispute, rung.stage)}, ${nameOf(rung.officer, authority.register)}` : 'The stage';
  return {
    heading: rung?.askedAgainOn ? 'No further response in time' : 'Nobody responded in time',
    lines: [
      `${who}: the last day was ${rung ? sayDay(rung.due) : 'before today'}.`,
      CAME[facts.came as Lapsed] ?? CAME.moved,
    ],
  };
}

function reminding(dispute: Dispute, facts: KeptLetter['facts'], sight: Sight): Words {
  const { what } = facts;
  const { today, authority } = sight;
  const after = remindingAfter(dispute, facts);
  if (after) return after;
  const state = climbing(dispute);
  const due = state ? sayWhen(state.rung.due, today, authority.holidays) : '';
  if (what === 'judge')
    return {
      heading: 'A response waits for you to judge',
      lines: [`The stage ends ${due}. The twenty days run on while it waits.`],
    };
  if (what === 'twenty-days') {
    return {
      heading: 'The twenty days are running out',
      lines: [`${sayTwenty(dispute)} Nothing moves that day.`],
    };
  }
  return { heading: `A response is due ${due}`, lines: [`What should change: ${cut(dispute.issue.wanted, 200)}`] };
}

/** How it ended, as it now stands: it may have been reopened before the letter was sent. */
function ending({ state }: Dispute): readonly string[] {
  if ('rung' in state) return ['It has been reopened since. Open it to see how it stands.'];
  if ('outcome' in state) return [`What changed for the child: ${cut(state.changed, 200)}`];
  return [state.at === 'overtaken' ? `Overtaken by events: ${cut(state.why, 200)}` : 'The IRO withdrew it.'];
}

/** What the officer must know first: the verdict, why, and until when they are asked again. */
function judging(dispute: Dispute, { today, authority }: Sight): readonly string[] {
  const response = dispute.responses.findLast(({ judged }) => judged !== null);
  if (!response) return [];
  const state = climbing(dispute);
  const isAskedAgain = state?.rung.askedAgainOn && state.at !== 'awaiting-iro';
  return [
    sayJudged(response),
    isAskedAgain ? `Please respond again by ${sayWhen(lapseDay(state.rung), today, authority.holidays)}.` : '',
  ];
}

const TOLD: Readonly<Record<Told, string>> = {
  moved: 'A dispute has reached a new stage',
  answered: 'A response waits for you to judge',
  'late-answer': 'A late answer was kept',
  judged: 'The IRO has judged the response',
  ended: 'A dispute has ended',
  'no-officer': 'Nobody can respond at this stage now',
  cafcass: 'The IRO has referred this to Cafcass',
  'handed-over': 'A dispute has passed to you',
  void: 'A dispute is void',
  ...AFTER_HEADINGS,
};

function telling(dispute: Dispute, { what }: KeptLetter['facts'], sight: Sight): readonly string[] {
  const { state } = dispute;
  const last = dispute.responses.at(-1);
  switch (what) {
    case 'answered':
    case 'late-answer':
      return last ? [cut(sayResponse(last, sight), 400)] : [];
    case 'judged':
      return judging(dispute, sight);
    case 'ended':
      return ending(dispute);
    case 'no-officer':
      return noOfficerWords(dispute, sight);
    case 'reopened':
    case 'check-failed':
    case 'closed':
    case 'ceased':
    case 'eighteen':
    case 'handed-over':
      return tellingAfter(dispute, what, sight);
    case 'void':
      return voidWords(dispute);
    case 'cafcass':
      return ['You are told, not asked. The local stages go on as before.'];
    default:
      return [
        'You are told, not asked.',
        sayUrgent(dispute),
        ...('rung' in state ? [`Due ${sayWhen(state.rung.due, sight.today, sight.authority.holidays)}.`] : []),
      ];
  }
}
