import type { Case } from '../../src/cases/model.ts';
import { saveReview } from '../../src/cases/reviews/actions.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import { saveVisit } from '../../src/cases/visits/actions.ts';
import { type LocalDate, plusDays } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { whoActsFor } from '../../src/people/rules.ts';
import type { Deadline } from '../../src/timetable/model.ts';
import { COUNCIL, chance } from './council.ts';
import { isWorkday } from './expected.ts';
import type { Homeward } from './homeward.ts';

/** One visit made, or one review held, as its person logs it. */
export interface Deed {
  readonly case: string;
  readonly act: 'visit' | 'review';
  /** What was owed: a plan for something met or moved since is not carried out. */
  readonly owed: string;
  readonly isLate: boolean;
  /** The visit found something that cannot wait until the morning. */
  readonly isConcern: boolean;
}

/** What people mean to do, by day. Most are in time, some at the last moment, some late; always the same ones. */
export class Intentions {
  readonly #byDay = new Map<LocalDate, Deed[]>();

  of(day: LocalDate): readonly Deed[] {
    return this.#byDay.get(day) ?? [];
  }

  /** Something changed on a case today: whoever owes the next visit or review means to do it on a day to come. */
  plan(about: Case, today: LocalDate): void {
    for (const deadline of deadlinesOf(about, today, COUNCIL).deadlines) {
      const { act } = deadline;
      if (act !== 'visit' && act !== 'review') continue;
      const day = meantFor(about.id, deadline, today);
      const deed = {
        case: about.id,
        act,
        owed: owedAs(deadline),
        isLate: day > deadline.due,
        isConcern: act === 'visit' && chance(`concern ${about.id} ${deadline.due}`, 400) === 0,
      };
      this.#byDay.set(day, [...this.of(day), deed]);
    }
  }
}

function owedAs({ rule, due }: Deadline): string {
  return `${rule} ${due}`;
}

function meantFor(id: string, { rule, due, actBy }: Deadline, today: LocalDate): LocalDate {
  const luck = chance(`${id} ${rule} ${due}`, 100);
  const wanted = luck < 7 ? plusDays(due, 1 + (luck % 9)) : plusDays(actBy, luck < 40 ? -(luck % 3) : -3 - (luck % 8));
  let day = wanted > today ? wanted : plusDays(today, 1);
  while (!isWorkday(day)) day = plusDays(day, luck < 7 ? 1 : -1);
  while (day <= today || !isWorkday(day)) day = plusDays(day, 1);
  return day;
}

/** Logs what was done, unless it is no longer owed; done twice, it is logged once. True when the case has changed. */
export async function log(deed: Deed, day: LocalDate, { needs }: Homeward): Promise<Case | null> {
  const about = await needs.cases.get(deed.case);
  if (!about) throw new Error(`${deed.case} is not followed`);
  if (!deadlinesOf(about, day, COUNCIL).deadlines.some((deadline) => owedAs(deadline) === deed.owed)) return null;
  const { case: id, revision } = { case: about.id, revision: about.revision };
  const by = (person: string): Person =>
    whoActsFor(person, COUNCIL.register, day)?.person ?? COUNCIL.register.get(person)!;
  const kept =
    deed.act === 'visit'
      ? await saveVisit(
          {
            ...{ case: id, revision, on: day, childSeen: true, seenAlone: true },
            ...{ wishes: `Seen for ${deed.owed}`, family: '', support: '' },
            welfare: deed.isConcern ? 'concern' : 'yes',
            lateReason: deed.isLate ? 'The worker was ill' : '',
          },
          by(about.people.socialWorker),
          needs,
        )
      : await saveReview(
          { case: id, revision, on: day, kind: 'looked-after', tasks: '', nextWithin: null, whyInterval: '' },
          by(about.people.iro!),
          needs,
        );
  if (!kept.ok) throw new Error(`${deed.case}: ${kept.because}`);
  return kept.value.after;
}
