import type { Catalogue } from '../../src/cards/catalogue.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { agreeVoid, askVoid } from '../../src/disputes/voiding/rules.ts';
import { voidAskedView, voidedView, voidFormView } from '../../src/disputes/voiding/view.ts';
import type { Person } from '../../src/people/model.ts';
import { aDispute, allowed, kept } from '../builders/dispute.ts';
import { administratorPeter, iroManagerKaren, iroOlu, northmoor, sightOf } from '../builders/people.ts';
import { LONG } from '../cards/case-samples.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-27');
const sight = (by: Person) => sightOf(by, now);

/** A dispute of which somebody asked on Fri 27 March 2026 that it is void. */
export function voidAsked(by: Person = iroOlu, why = 'It is about the sister', dispute: Dispute = aDispute()): Dispute {
  const form = { dispute: dispute.id, revision: dispute.revision, because: 'wrong-child', why, drawn: 0 } as const;
  return kept(allowed(askVoid(dispute, form, by, northmoor, now)));
}

/** The same, agreed by a second person. */
export function voided(by: Person = iroManagerKaren, asked: Dispute = voidAsked()): Dispute {
  const form = { dispute: asked.id, revision: asked.revision, asked: asked.voiding!.at, says: 'Seen the file' };
  return kept(allowed(agreeVoid(asked, form, by, northmoor, now)));
}

type VoidingCards = 'dispute.void' | 'dispute.void-asked' | 'dispute.voided';

export const VOIDING_SAMPLES: { readonly [N in VoidingCards]: readonly Catalogue[N][] } = {
  'dispute.void': [
    voidFormView({ about: aDispute(), typed: {} }, sight(iroOlu)),
    voidFormView({ about: aDispute(), typed: { because: 'duplicate', why: LONG } }, sight(administratorPeter), [
      'Why: please fill this in.',
    ]),
  ],
  'dispute.void-asked': [
    voidAskedView({ about: voidAsked(), typed: {} }, sight(iroManagerKaren)),
    voidAskedView({ about: voidAsked(administratorPeter, LONG), typed: { says: LONG } }, sight(iroOlu), [
      'In your words: please fill this in.',
    ]),
  ],
  'dispute.voided': [
    voidedView(voidAsked(), sight(iroOlu), ['You asked on Fri 27 March 2026 that D-0001 is void.']),
    voidedView(voidAsked(administratorPeter), sight(administratorPeter)),
    voidedView(voided(), sight(iroManagerKaren)),
    voidedView(voided(iroOlu, voidAsked(administratorPeter)), sight(administratorPeter)),
    voidedView(aDispute(), sight(administratorPeter)),
  ],
};
