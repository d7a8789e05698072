import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChangeForm, readTypedChange } from '../../src/cases/changes/form.ts';
import { readDeadlinesForm, readWhyForm } from '../../src/cases/deadlines/form.ts';
import { readCaseAsk, readCaseForm, readFollowForm, readPageForm } from '../../src/cases/form.ts';
import { readReviewForm } from '../../src/cases/reviews/form.ts';
import { readVisitForm } from '../../src/cases/visits/form.ts';

const READERS = {
  readChangeForm,
  readTypedChange,
  readDeadlinesForm,
  readWhyForm,
  readCaseAsk,
  readCaseForm,
  readFollowForm,
  readPageForm,
  readReviewForm,
  readVisitForm,
};
const FIELDS = [
  'case',
  'reference',
  'revision',
  'on',
  'childSeen',
  'welfare',
  'wishes',
  'kind',
  'nextWithin',
  'page',
  'worker',
  'legalStatus',
  'placementOn',
  'flags',
  'iro',
];

/** Whatever a forged card may send: known fields with anything in them, and fields nobody knows. */
const forged = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), fc.anything({ withBigInt: false }));

describe('what comes back from a card', () => {
  it.each(Object.entries(READERS))('is read by %s, or refused with a sentence, whatever it is', (_name, read) => {
    fc.assert(
      fc.property(forged, (typed) => {
        const form = read(typed);
        if (!form.ok) expect(form.because).toMatch(/\w{2,}.*[.?]$/s);
      }),
    );
  });
});
