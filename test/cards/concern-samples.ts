import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { type AnswerKind, answerConcern, answersTo } from '../../src/cases/concerns/answers.ts';
import { concernChannelView } from '../../src/cases/concerns/channel-view.ts';
import { concernLetterView } from '../../src/cases/concerns/letter-view.ts';
import type { Concern } from '../../src/cases/concerns/model.ts';
import { concernFormView, concernView } from '../../src/cases/concerns/view.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase, aCaseWith, aConcern } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, grace, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome } from '../timetable/case-facts.ts';
import { LONG } from './case-samples.ts';

const now = at('2026-10-09');
const sight = (by: Person) => sightOf(by, now);

/** A concern in its case, after each of these was answered in turn. */
function after(concern: Concern, ...answers: readonly (readonly [Person, AnswerKind, string])[]) {
  let about = aCase({ revision: 1, concerns: [concern] });
  for (const [by, kind, says] of answers) {
    const standing = about.concerns[0]!;
    const form = { concern: standing.id, drawn: answersTo(standing), says };
    about = allowed(answerConcern(about, standing, kind, form, { by, now, authority: northmoor })).after;
  }
  return { about, concern: about.concerns[0]! };
}

const heading = [
  'Child’s wishes and feelings',
  'View of parents, carers and siblings',
  'More support or services needed',
];
const longest = aConcern({ says: heading.map((said) => ({ heading: said, text: LONG })) });
const fresh = after(aConcern());
const passedUp = after(aConcern(), [priya, 'approve', 'Needs a decision about the placement']);
const sentDown = after(aConcern(), [priya, 'approve', LONG], [grace, 'send-back', LONG]);
const dealt = after(longest, [priya, 'approve', LONG], [grace, 'send-back', LONG], [priya, 'deal', LONG]);
const sentBack = after(aConcern({ about: 'agency' }), [priya, 'send-back', 'Ask the school first']);
const unplanned = after(aConcern({ about: 'unplanned-return', after: 'Unplanned return on Thu 8 October 2026' }));
const atHome = { about: aCaseWith(wentHome('2026-10-08', false)), concern: aConcern({ says: [] }) };

const asked = { about: aCase({ revision: 1 }), typed: {} };
const missing = ['What do you ask for: please fill this in.'];

type ConcernCards = Extract<CardName, `concern.${string}`>;

/** Every card about a concern, in each state and for each reader that changes what is on it. */
export const CONCERN_SAMPLES: { readonly [N in ConcernCards]: readonly Catalogue[N][] } = {
  'concern.form': [
    concernFormView(asked, sight(ayesha)),
    concernFormView({ ...asked, typed: { about: 'agency', what: LONG } }, sight(ayesha), missing),
  ],
  'concern.record': [
    concernView(fresh, sight(priya)),
    concernView(fresh, sight(ayesha)),
    concernView(fresh, sight(grace)),
    concernView(fresh, sight(iroOlu)),
    concernView(after(longest), sight(priya), ['In your words: please fill this in.'], { says: LONG }),
    concernView(passedUp, sight(priya)),
    concernView(passedUp, sight(grace)),
    concernView(sentDown, sight(priya)),
    concernView(dealt, sight(ayesha), ['E-0001 was dealt with.']),
    concernView(sentBack, sight(ayesha)),
    concernView(unplanned, sight(priya)),
    concernView(atHome, sight(priya)),
  ],
  'concern.channel': [fresh, passedUp, sentDown, dealt, sentBack].map(concernChannelView),
  'concern.letter': [
    concernLetterView(passedUp, 'Your concern was passed up to the service manager', sight(ayesha)),
    concernLetterView(sentDown, 'Your concern went back to the team manager', sight(ayesha)),
    concernLetterView(dealt, 'A concern was dealt with', sight(grace)),
    concernLetterView(sentBack, 'Your concern was sent back', sight(ayesha)),
  ],
};
