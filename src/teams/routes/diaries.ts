import { endCalendar, openCalendar, renewCalendar } from '../../diaries/calendar/actions.ts';
import { readCalendarForm } from '../../diaries/calendar/form.ts';
import { calendarView } from '../../diaries/calendar/view.ts';
import { askDigest } from '../../diaries/digest/actions.ts';
import { digestAskedView } from '../../diaries/digest/view.ts';
import { askTime, keepTime } from '../../diaries/time/actions.ts';
import { readTimeForm } from '../../diaries/time/form.ts';
import { timeAskedView, timeFormView, timeKeptView } from '../../diaries/time/view.ts';
import { done } from '../../refusal.ts';
import { asItStands, card, form, type Route, route } from '../route.ts';

/** What can be pressed about one's own diary. The buttons beside one deadline are in putting-off.ts. */
// biome-ignore format: a table, one row a line
export const DIARY_ROUTES: readonly Route[] = [
  route({ verb: 'digest.open', read: () => done({}), act: askDigest, show: card('digest.day', digestAskedView) }),
  route({ verb: 'diary.ask-time', read: () => done({}), act: askTime, show: card('diary.time', timeAskedView) }),
  route({ verb: 'diary.keep-time', read: readTimeForm, act: keepTime, show: card('notice', timeKeptView), again: form('diary.time', timeFormView) }),
  route({ verb: 'calendar.open', read: () => done({}), act: openCalendar, show: card('calendar', calendarView) }),
  route({ verb: 'calendar.renew', read: readCalendarForm, act: renewCalendar, show: card('calendar', calendarView), again: asItStands('calendar', () => done({}), openCalendar, calendarView) }),
  route({ verb: 'calendar.end', read: readCalendarForm, act: endCalendar, show: card('calendar', calendarView), again: asItStands('calendar', () => done({}), openCalendar, calendarView) }),
];
