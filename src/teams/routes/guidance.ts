import { render } from '../../cards/catalogue.ts';
import type { Answer } from '../../guidance/actions.ts';
import { readEntry, readQuestion } from '../../guidance/form.ts';
import { type Here, type Route, route } from '../route.ts';

/** The entries are read with the first question and not before: a start need not wait for them. */
const guidance = () => import('../../guidance/actions.ts');

/** What can be asked of the built-in guidance. */
// biome-ignore format: a table, one row a line
export const GUIDANCE_ROUTES: readonly Route[] = [
  route({ verb: 'guidance.ask', read: readQuestion, act: async (form) => (await guidance()).ask(form), show: answered }),
  route({ verb: 'guidance.open', read: readEntry, act: async (form) => (await guidance()).openEntry(form), show: answered }),
];

/** The answer; or what can be asked, where nothing was, and where we do not know. */
async function answered({ found, namesARecord }: Answer, at: Here) {
  const { guidanceAnswerView, guidanceAskView } = await import('../../guidance/view.ts');
  if (found.known === true) return render('guidance.answer', guidanceAnswerView(found, namesARecord));
  return render('guidance.ask', guidanceAskView(found.known, namesARecord, at));
}
