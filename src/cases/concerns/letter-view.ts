import type { Sight } from '../../authority/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { nameOf } from '../../people/rules.ts';
import type { Fact, Head } from '../../view.ts';
import type { Case } from '../model.ts';
import { childOf } from '../view.ts';
import type { ConcernIn } from './actions.ts';
import { lastAnswer, sayStanding } from './answers.ts';
import type { Concern } from './model.ts';
import { type ConcernView, concernView, factsOfConcern, signOf } from './view.ts';
import { maySeeConcern } from './who.ts';

/** How a concern was answered: to who raised it, or to the manager who has a right to know. */
export interface ConcernLetterView extends Head {
  readonly id: string;
  readonly reference: string;
  readonly revision: string;
  readonly says: string;
  readonly facts: readonly Fact[];
}

/** A letter that is no longer worth sending. */
interface Dropped {
  readonly dropped: string;
}

const GONE: Dropped = { dropped: 'the concern is no longer kept' };

/** A concern that waits: unless it was answered before this was sent. Once sent it shows how the concern stands. */
export function raisedLetter(about: Case, letter: KeptLetter, sight: Sight): ConcernView | Dropped {
  const concern = concernOf(about, letter);
  if (!concern) return GONE;
  if (letter.passage.at === 'sent') {
    return maySeeConcern(about, concern, sight.by, sight.authority, sight.now)
      ? concernView({ about, concern }, sight)
      : { dropped: 'the reader has no part in it any more' };
  }
  return concern.state.at === 'waiting'
    ? concernView({ about, concern }, sight)
    : { dropped: 'it was answered before this was sent' };
}

/** How the concern was answered, as it stands now. */
export function answeredLetter(about: Case, letter: KeptLetter, sight: Sight): ConcernLetterView | Dropped {
  const concern = concernOf(about, letter);
  if (!concern) return GONE;
  const whose = letter.kind === 'concern.answered' ? 'Your concern' : 'A concern';
  return concernLetterView({ about, concern }, `${whose} ${cameOf(concern)}`, sight);
}

export function concernLetterView(found: ConcernIn, heading: string, sight: Sight): ConcernLetterView {
  const { about, concern } = found;
  const last = lastAnswer(concern);
  return {
    heading,
    quiet: `${childOf(about)} · ${concern.id} · ${signOf(concern)}`,
    id: concern.id,
    reference: about.id,
    revision: String(about.revision),
    says: last ? `${nameOf(last.by, sight.authority.register)}: ${last.says}` : 'Nobody has answered yet.',
    facts: factsOfConcern(found, sight),
  };
}

/** "was passed up", "was dealt with": what came of it. */
function cameOf(concern: Concern): string {
  if (concern.state.at !== 'waiting') return `was ${sayStanding(concern)}`;
  if (concern.sentDown) return 'went back to the team manager';
  return concern.passedUp ? 'was passed up to the service manager' : `is ${sayStanding(concern)}`;
}

function concernOf(about: Case, { facts }: KeptLetter): Concern | undefined {
  return about.concerns.find(({ id }) => id === facts.concern);
}
