import type { Sight } from '../../authority/model.ts';
import { sayMoment } from '../../clock.ts';
import { type FormAgain, type Head, problemsOf } from '../../view.ts';
import type { CalendarLink } from './actions.ts';

/** The link to one's own calendar: how it stands, and, once, the link itself. */
export interface CalendarView extends Head, FormAgain {
  readonly says: string;
  readonly hasLink: boolean;
  readonly isOn: boolean;
  readonly mayStart: boolean;
  readonly mayRenew: boolean;
  readonly drawn: string;
  readonly revision: string;
}

export function calendarView(
  { diary, link, isOffered }: CalendarLink,
  _sight: Sight,
  problems: readonly string[] = [],
): CalendarView {
  const { calendar, revision } = diary;
  return {
    heading: 'Deadlines in your own calendar',
    quiet: calendar ? `On since ${sayMoment(calendar.since)}` : 'Off',
    says: link ? SHOWN_ONCE : !isOffered ? NOT_OFFERED : calendar ? ON : OFF,
    typed: { link: link ?? '' },
    hasLink: link !== null,
    isOn: calendar !== null,
    mayStart: isOffered && calendar === null,
    mayRenew: isOffered && calendar !== null,
    drawn: calendar?.since ?? '',
    revision: String(revision),
    ...problemsOf(problems),
  };
}

const WHAT = 'It shows the deadlines that are yours, with the child reference and the duty only.';
const SHOWN_ONCE = `Copy this link now: it is not shown again. In your calendar, choose to subscribe to a calendar from the internet and paste it. ${WHAT} Whoever has the link can read them, so keep it to yourself.`;
const ON = `Your calendar program has a link. ${WHAT} The link was shown once; if you have lost it, or somebody else may have it, make a new one.`;
const OFF = `Outlook, or the calendar on your phone, can subscribe to a link of your own. ${WHAT}`;
const NOT_OFFERED =
  'Calendar links are not switched on here. Your administrator can do that with whoever runs Homeward: it needs its public address (PUBLIC_URL).';
