import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../src/guidance/entries.ts';
import { answerTo } from '../../src/guidance/rules.ts';
import { ASKED, NOT_KNOWN } from './questions.ts';

describe('a question as people type it', () => {
  it.each(ASKED)('“%s” is answered by %s', (question, id) => {
    const found = answerTo(question);
    expect(found.known && found.entry.id).toBe(id);
  });

  it('comes with at most three other entries, none of them the answer', () => {
    for (const [question] of ASKED) {
      const found = answerTo(question);
      if (!found.known) continue;
      const also = found.also.map(({ id }) => id);
      expect(also.length).toBeLessThanOrEqual(3);
      expect(new Set([found.entry.id, ...also]).size).toBe(also.length + 1);
    }
  });

  it('is the same question in capitals, without punctuation and with plain apostrophes', () => {
    for (const [question, id] of ASKED) {
      const plain = question.replaceAll('’', "'").replaceAll('?', '').toUpperCase();
      const found = answerTo(plain);
      expect(found.known && found.entry.id, plain).toBe(id);
    }
  });
});

describe('a question that the guidance has no answer to', () => {
  it.each(NOT_KNOWN)('“%s” is not guessed at', (question) => {
    expect(answerTo(question)).toEqual({ known: false });
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(...ENTRIES.flatMap(({ asks }) => asks.flatMap((ask) => ask.split(' '))));
  const text = fc.oneof(
    fc.string({ maxLength: 2000 }),
    fc.string({ maxLength: 2000, unit: 'binary' }),
    fc.array(words, { maxLength: 200 }).map((some) => some.join(' ').slice(0, 2000)),
  );

  it('up to two thousand characters is answered, or we say that we do not know', () => {
    fc.assert(
      fc.property(text, (question) => {
        const found = answerTo(question);
        if (found.known) expect(ENTRIES).toContain(found.entry);
        else expect(found).toEqual({ known: false });
      }),
      { numRuns: 200 },
    );
  });
});
