import type { Sight } from '../../authority/model.ts';
import { type Pages, pageOf } from '../../cases/view.ts';
import { sayTime } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { type Person, POSTS } from '../../people/model.ts';
import type { Head } from '../../view.ts';
import { HOMEWARD } from '../history.ts';
import type { Dispute } from '../model.ts';
import { THEMES } from '../raising/model.ts';
import { sayChildren } from '../siblings/model.ts';
import { sayStanding } from '../standing.ts';
import type { Told } from './actions.ts';
import { byDay, dayOfTwentyOn, type Happened, storyOf } from './rules.ts';

/** The whole history of a dispute as its story: day by day, who did what, from which stage to which. */
export interface TimelineView extends Head, Pages {
  readonly id: string;
  readonly revision: string;
  readonly days: readonly {
    readonly day: string;
    readonly lines: readonly { readonly says: string; readonly hasMoved: boolean; readonly moved: string }[];
  }[];
}

const A_PAGE = 10;

export function timelineView({ dispute, beside, page }: Told, sight: Sight): TimelineView {
  const { authority, today } = sight;
  const { shown, pages } = pageOf(storyOf(dispute), page, A_PAGE);
  const standing = sayStanding(dispute, today, authority.holidays);
  return {
    heading: `Timeline of ${dispute.id} · ${THEMES[dispute.issue.theme]}`,
    quiet: `${sayChildren(beside)} · ${standing}`,
    id: dispute.id,
    revision: String(dispute.revision),
    days: byDay(shown).map(([day, lines]) => ({
      day: [sayDay(day), dayOfTwentyOn(dispute, day, authority.holidays)].filter(Boolean).join(' · '),
      lines: lines.map((line) => said(line, sight)),
    })),
    ...pages,
  };
}

function said({ at, by, what, moved }: Happened, { authority }: Sight): TimelineView['days'][number]['lines'][number] {
  return {
    says: `${sayTime(at)}, ${sayBy(by, authority.register.get(by))}: ${what}`,
    hasMoved: moved !== null,
    moved: moved ? `Before: ${moved.before}. After: ${moved.after}.` : '',
  };
}

/** "Priya Shah, Team manager": who it was, as a reader in a year's time needs it. */
export function sayBy(id: Dispute['raisedBy'], person: Person | undefined): string {
  if (id === HOMEWARD) return 'Homeward, by itself';
  return person
    ? [person.name, ...person.posts.map((post) => POSTS[post])].join(', ')
    : 'Someone no longer on the register';
}
