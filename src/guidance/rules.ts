import type { Entry, Found } from './model.ts';
import { type Hit, search } from './search.ts';

/** How much of the question an entry must speak to before it is an answer and no guess. */
const SPEAKS_TO_IT = 0.6;
/** In a long question: how much of an entry’s own question must be in it. */
const IS_ASKED_IN_IT = 0.7;
/** What else may be meant: rated at least so near to the best. */
const NEAR = 0.4;
const MOST_BESIDE = 3;

/** The best answer to a question and up to three others; or that we do not know. Never a guess. */
export function answerTo(question: string): Found {
  const hits = search(question);
  const best = hits.find(isAnswer);
  if (!best) return { known: false };
  const near = hits.filter((hit) => hit !== best && hit.score >= best.score * NEAR).map(({ entry }) => entry);
  return { known: true, entry: best.entry, also: near.slice(0, MOST_BESIDE) };
}

/** An entry that was opened by itself, with others to read beside it. */
export function opened(entry: Entry): Found {
  const also = search(entry.asks[0]).map((hit) => hit.entry);
  return { known: true, entry, also: also.filter(({ id }) => id !== entry.id).slice(0, MOST_BESIDE) };
}

function isAnswer({ coverage, asked }: Hit): boolean {
  return coverage >= SPEAKS_TO_IT || asked >= IS_ASKED_IN_IT;
}
