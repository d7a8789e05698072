import { render } from '../../cards/catalogue.ts';
import { morningOf, readDigest } from '../../diaries/digest/actions.ts';
import { isEmpty } from '../../diaries/digest/rules.ts';
import { digestView } from '../../diaries/digest/view.ts';
import { notice } from '../route.ts';
import type { Draw } from './letters.ts';

/**
 * The digest of a day, as things stand now. Only the day's own is of use: one that could not be sent on its day is left
 * to the next, and one that was sent says that a newer list came.
 */
export const drawDigest: Draw = async (letter, sight, needs) => {
  const isSent = letter.passage.at === 'sent';
  const diary = await needs.diaries.get(letter.record.id);
  const person = needs.authority.register.get(letter.record.id);
  if (!diary || !person) return { dropped: 'this person is no longer on the staff register' };
  const isLast = diary.last?.on === letter.facts.day;
  if (isSent && !isLast) {
    return notice('A newer list was sent', 'This one is out of date. Type “digest” for how things stand now.');
  }
  if (!isSent && letter.facts.day !== sight.today) return { dropped: 'its day is over: the next digest brings it' };
  const digest = await readDigest(person, letter, diary, await morningOf(needs), needs);
  if (!isSent && !digest.hasNews) return { dropped: 'by then nothing was new any more' };
  const view = digestView(digest, false, { ...sight, by: person });
  return render('digest.day', isEmpty(digest) ? { ...view, heading: '✓ Nothing waits for you any more' } : view);
};
