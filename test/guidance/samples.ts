import type { Catalogue } from '../../src/cards/catalogue.ts';
import { ENTRIES, entryOf } from '../../src/guidance/entries.ts';
import type { Entry } from '../../src/guidance/model.ts';
import { opened } from '../../src/guidance/rules.ts';
import { guidanceAnswerView, guidanceAskView } from '../../src/guidance/view.ts';
import { administratorPeter, ayesha, iroOlu } from '../builders/people.ts';

function answer(entry: Entry, namesARecord = false): Catalogue['guidance.answer'] {
  const found = opened(entry);
  if (!found.known) throw new Error(`${entry.id} is not known`);
  return guidanceAnswerView(found, namesARecord);
}
const alone = guidanceAnswerView({ known: true, entry: entryOf('short-breaks')!, also: [] }, false);
const longest = [...ENTRIES].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]!;

/** An answer with links, one without, one to a question that named a child, one by itself, and the longest. */
export const GUIDANCE_SAMPLES: Pick<
  { readonly [N in keyof Catalogue]: readonly Catalogue[N][] },
  'guidance.answer' | 'guidance.ask'
> = {
  'guidance.answer': [
    answer(entryOf('who-signs-off')!),
    answer(entryOf('reviews-contact')!),
    answer(entryOf('route-sixteen')!, true),
    alone,
    answer(longest),
  ],
  'guidance.ask': [
    guidanceAskView('nothing asked', false, { by: ayesha }),
    guidanceAskView(false, false, { by: iroOlu }),
    guidanceAskView(false, true, { by: administratorPeter }),
  ],
};
