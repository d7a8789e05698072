import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { refer } from '../../src/cases/cafcass/rules.ts';
import { referFormView, referralLetter, referralView } from '../../src/cases/cafcass/view.ts';
import { contest } from '../../src/cases/contests/rules.ts';
import { contestFormView, contestLetter, contestView } from '../../src/cases/contests/view.ts';
import type { Case } from '../../src/cases/model.ts';
import { recognise } from '../../src/cases/praise/rules.ts';
import { praiseFormView, praiseLetter, praiseView } from '../../src/cases/praise/view.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  ayesha,
  directorRuth,
  grace,
  iroManagerKaren,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { reviewed, wentHome } from '../timetable/case-facts.ts';
import { LONG } from './case-samples.ts';

const now = at('2026-11-03');
const asIro = sightOf(iroOlu, now);
const asked = (about: Case, typed = {}) => ({ about, typed });
const missing = ['Why: please fill this in.'];
const must = <V>(view: V | { readonly dropped: string }): V => {
  if (typeof view === 'object' && view !== null && 'dropped' in view) throw new Error(String(view.dropped));
  return view as V;
};

const kept = { case: 'C-1042', revision: 1, once: 'once-1' };
const child = aCase({ revision: 1 });
const praised = (says: string, impact: string) => {
  const form = { ...kept, worker: ayesha.id, says, impact };
  const about = allowed(recognise(child, form, 'G-0001', iroOlu, northmoor, now)).after;
  return { about, praise: about.praise[0]! };
};
const usual = praised('Found the grandmother', 'Knows where they will live');
const longest = praised(LONG, LONG);

const referred = (why: string, about: Case = child) => {
  const after = allowed(refer(about, { ...kept, why }, iroOlu, northmoor, now)).after;
  return { about: after, referral: after.cafcass.at(-1)! };
};
const referral = referred('Rights may be breached');

const reviewedChild: Case = { ...aCaseWith(reviewed('2026-11-02'), reviewed('2026-10-30')), revision: 1 };
const once: Case = { ...aCaseWith(reviewed('2026-11-02')), revision: 1 };
const contested = (what: string, why: string) => {
  const form = { ...kept, review: 'review/2026-11-02/1', what, why };
  const after = allowed(contest(once, form, priya, northmoor, now)).after;
  return { about: after, contest: after.contests[0]! };
};
const objection = contested('Time with family twice a week', 'No supervisor is free');
const gone = { ...objection.about, events: [...objection.about.events, wentHome('2026-11-03', true)] };

type BesideCards = Extract<CardName, `${'praise' | 'cafcass'}.${string}` | `review.contest${string}`>;

/** Every card beside a dispute: good practice, Cafcass without one, a contested review decision. */
export const BESIDE_SAMPLES: { readonly [N in BesideCards]: readonly Catalogue[N][] } = {
  'praise.form': [
    praiseFormView(asked(child), asIro),
    praiseFormView(asked(child, { says: LONG }), asIro, ['What it meant for the child: please fill this in.']),
  ],
  'praise.saved': [
    praiseView(usual, asIro),
    praiseView(longest, asIro),
    praiseView(usual, sightOf(grace, now)),
    praiseView(usual, sightOf(iroOlu, now, without(ayesha, priya))),
  ],
  'praise.letter': [
    must(praiseLetter(usual.about, { facts: { praise: 'G-0001' } }, sightOf(ayesha, now))),
    must(praiseLetter(longest.about, { facts: { praise: 'G-0001' } }, sightOf(priya, now))),
  ],
  'cafcass.form': [
    referFormView(asked(child), asIro),
    referFormView(asked(referral.about, { why: LONG }), asIro, missing),
  ],
  'cafcass.saved': [
    referralView(referral, asIro),
    referralView(referred(LONG), sightOf(iroOlu, now, without(directorRuth, iroManagerKaren))),
  ],
  'cafcass.letter': [
    must(referralLetter(referral.about, { facts: { referral: '1' } }, sightOf(directorRuth, now))),
    must(referralLetter(referred(LONG).about, { facts: { referral: '1' } }, sightOf(iroManagerKaren, now))),
  ],
  'review.contest': [
    contestFormView(asked(reviewedChild), sightOf(priya, now)),
    contestFormView(asked(once, { what: LONG }), sightOf(grace, now), missing),
  ],
  'review.contest-saved': [
    contestView(objection, sightOf(priya, now)),
    contestView(contested(LONG, LONG), sightOf(priya, now, without(iroOlu, iroManagerKaren))),
  ],
  'review.contested': [
    must(contestLetter(objection.about, { facts: { contested: '1' } }, asIro)),
    must(contestLetter(contested(LONG, LONG).about, { facts: { contested: '1' } }, asIro)),
    must(contestLetter(gone, { facts: { contested: '1' } }, asIro)),
  ],
};
