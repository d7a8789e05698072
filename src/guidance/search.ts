import { createRequire } from 'node:module';
import type MiniSearch from 'minisearch';
import { ENTRIES } from './entries.ts';
import { meaningsBy, spelling } from './meaning.ts';
import type { Entry } from './model.ts';

/** An entry that a question touches. */
export interface Hit {
  readonly entry: Entry;
  /** How the library rates it, less for one that asks about more than the question does. */
  readonly score: number;
  /** How much of the question it speaks to, 0 to 1; rare words count for more, and words nobody here uses for most. */
  readonly coverage: number;
  /** How much of one of the entry’s own questions was asked, 0 to 1; none of it where that is a single word. */
  readonly asked: number;
}

/** One question of an entry, as the library has it. */
interface Filed {
  readonly id: string;
  readonly ask: string;
  readonly answer: string;
  readonly entry: Entry;
}

/** A word that is only in the answer says less about what is asked than a word of the question. */
const ONLY_IN_ANSWER = 0.5;
/** How much an entry loses that asks about more than the question does. */
const LOOSE = 0.5;

const require = createRequire(import.meta.url);
let shelf: ReturnType<typeof build> | null = null;

/** The entries that a question touches, best first. The library is asked for with the first question and not before. */
export function search(question: string): readonly Hit[] {
  shelf ??= build();
  const { library, meanings, corrected, weigh, entryOf, termsOf, termsOfAsk } = shelf;
  const said = corrected(question);
  const terms = new Set(meanings(said));
  const share = (of: ReadonlySet<string>) => weigh([...of].filter((term) => terms.has(term))) / weigh(of);
  const hits = library.search(said).map(({ id, score }) => {
    const entry = entryOf.get(id)!;
    const mine = termsOfAsk.get(id)!;
    const tight = share(mine);
    const several = [...mine].filter((term) => terms.has(term)).length > 1;
    const { inAsks, inAnswer } = termsOf.get(entry.id)!;
    const spoken = weigh([...terms].filter((term) => inAsks.has(term)));
    const aside = weigh([...terms].filter((term) => inAnswer.has(term) && !inAsks.has(term)));
    return {
      id,
      entry,
      score: score * (1 - LOOSE + LOOSE * tight),
      coverage: (spoken + ONLY_IN_ANSWER * aside) / weigh(terms),
      asked: several ? tight : 0,
    };
  });
  return bestOfEach(hits);
}

/** An entry has several questions: only the one that is nearest counts. */
function bestOfEach(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of [...hits].sort((a, b) => b.score - a.score)) {
    if (!best.has(hit.entry.id)) best.set(hit.entry.id, hit);
  }
  return [...best.values()];
}

function build() {
  const Library: typeof MiniSearch = require('minisearch');
  const { stemmer }: typeof import('stemmer') = require('stemmer');
  const meanings = meaningsBy(stemmer);
  const library = new Library<Filed>({
    fields: ['ask', 'answer'],
    tokenize: remembering(meanings),
    processTerm: (term) => term,
    searchOptions: { tokenize: meanings, boost: { ask: 6 } },
  });
  const filed = ENTRIES.flatMap((entry) =>
    entry.asks.map((ask, index) => ({ id: `${entry.id}/${index}`, ask, answer: entry.answer, entry })),
  );
  library.addAll(filed);
  const entryOf = new Map(filed.map(({ id, entry }) => [id, entry]));
  const termsOfAsk = new Map(filed.map(({ id, ask }) => [id, new Set(meanings(ask))]));
  const termsOf = new Map(
    ENTRIES.map(({ id, asks, answer }) => [
      id,
      { inAsks: new Set(asks.flatMap(meanings)), inAnswer: new Set(meanings(answer)) },
    ]),
  );
  const corrected = spelling(
    stemmer,
    ENTRIES.flatMap(({ asks, answer }) => [...asks, answer]),
  );
  return { library, meanings, corrected, entryOf, termsOf, termsOfAsk, weigh: weighing([...termsOf.values()]) };
}

/** The answer of an entry is filed with each of its questions, and taken apart once. */
function remembering(meanings: (text: string) => string[]): (text: string) => string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    const meant = known.get(text) ?? meanings(text);
    known.set(text, meant);
    return meant;
  };
}

type Terms = { readonly inAsks: ReadonlySet<string>; readonly inAnswer: ReadonlySet<string> };

/** What words weigh together: the fewer entries have a word, the more it says. */
function weighing(entries: readonly Terms[]): (terms: Iterable<string>) => number {
  const counts = new Map<string, number>();
  for (const { inAsks, inAnswer } of entries) {
    for (const term of new Set([...inAsks, ...inAnswer])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (terms) => [...terms].reduce((sum, term) => sum + Math.log(1 + entries.length / (counts.get(term) ?? 1)), 0);
}
