import type { Sight } from '../../authority/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { sayWhen } from '../../view.ts';
import { planOf } from '../climbing/view.ts';
import { OUTCOMES } from '../ending/model.ts';
import type { Dispute } from '../model.ts';
import { sayResponse } from '../responding/view.ts';
import { climbing, rungAt, sayDayOfTwenty, sayStage } from '../standing.ts';
import { cut } from '../view.ts';
import { voidWords } from '../voiding/words.ts';
import { AFTER_HEADINGS, remindingAfter, tellingAfter } from './after-words.ts';
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
      return { heading: TOLD[(letter.facts.what ?? 'moved') as Told], lines: telling(dispute, letter.facts, sight) };
  }
}

const MOVED_ON: Words = {
  heading: 'This dispute has moved on',
  lines: ['Nothing waits for you here. Open it to see how it stands.'],
};

/** Six lines at most: what the child needs, what was answered before, what is asked, until when, what follows, Cafcass. */
function asking(dispute: Dispute, sight: Sight): Words {
  const { rung, at } = climbing(dispute)!;
  if (at === 'awaiting-iro')
    return { heading: 'The response is with the IRO', lines: ['If it is not enough, you are asked again.'] };
  const by =
    rung.due < sight.today
      ? 'now: the last day has passed'
      : `by ${sayWhen(rung.due, sight.today, sight.authority.holidays)}`;
  const answered = dispute.responses.filter(({ arrived }) => arrived !== 'after-moving-on').at(-1);
  const [next] = planOf(dispute, sight);
  return {
    heading: 'A dispute waits for your response',
    lines: [
      `What should change: ${cut(dispute.issue.wanted, 200)}`,
      answered ? `Answered before: ${cut(sayResponse(answered, sight), 200)}` : '',
      `Please respond ${by}. You may also agree to pass it up.`,
      next && next.title !== 'Day 20'
        ? `Next is the ${next.title}: ${next.value}.`
        : 'Yours is the last stage there is.',
      dispute.clock
        ? `The twenty working days end on ${sayDay(dispute.clock.cap)}.`
        : 'It is informal: the twenty days have not begun.',
      `Cafcass: ${dispute.cafcass ? `referred on ${sayDay(dispute.cafcass.on)}` : 'not referred'}.`,
    ],
  };
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
  const after = remindingAfter(dispute, facts, sight);
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
      lines: [`It is ${sayDayOfTwenty(dispute, today, authority.holidays)}. Nothing stretches them.`],
    };
  }
  return { heading: `A response is due ${due}`, lines: [`What should change: ${cut(dispute.issue.wanted, 200)}`] };
}

const TOLD: Readonly<Record<Told, string>> = {
  moved: 'A dispute has reached a new stage',
  answered: 'A response waits for you to judge',
  'late-answer': 'A late answer was kept',
  judged: 'The IRO has judged the response',
  ended: 'A dispute has ended',
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
    case 'judged':
      return last ? [cut(sayResponse(last, sight), 400)] : [];
    case 'ended':
      return 'outcome' in state
        ? [OUTCOMES[state.outcome], `What changed for the child: ${cut(state.changed, 200)}`]
        : [state.at === 'overtaken' ? `Overtaken by events: ${cut(state.why, 200)}` : 'The IRO withdrew it.'];
    case 'reopened':
    case 'check-failed':
    case 'closed':
    case 'ceased':
    case 'handed-over':
      return tellingAfter(dispute, what, sight);
    case 'void':
      return voidWords(dispute);
    case 'cafcass':
      return ['You are told, not asked. The local stages go on as before.'];
    default:
      return [
        'You are told, not asked.',
        ...('rung' in state ? [`Due ${sayWhen(state.rung.due, sight.today, sight.authority.holidays)}.`] : []),
      ];
  }
}
