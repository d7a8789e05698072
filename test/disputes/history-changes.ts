import type { Authority } from '../../src/authority/model.ts';
import { dayOf } from '../../src/clock.ts';
import { plusDays } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { child } from '../builders/dispute.ts';
import { chloe, iroNadia, iroOlu, northmoor, priya, tom } from '../builders/people.ts';
import type { Council } from './histories.ts';

type Change = (council: Council, who: number, n: number) => void | Promise<void>;

const withStaff = (authority: Authority, staff: readonly Person[]): Authority => ({
  ...authority,
  register: new Map(staff.map((one) => [one.id, one])),
});
const oneOf = (council: Council, who: number) => staffOf(council)[who % staffOf(council).length]!;
const staffOf = ({ authority }: Council) => [...authority.register.values()];

/** What an administrator, or life, changes while disputes run. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'cover begins': (council, who, n) => {
    const by = oneOf(council, who);
    const staff = staffOf(council);
    const today = dayOf(council.now);
    const cover = {
      by: staff[(n * 7 + who) % staff.length]!.id,
      from: plusDays(today, (n % 4) - 1),
      to: plusDays(today, n + 3),
    };
    council.authority = withStaff(
      council.authority,
      staff.map((one) => (one.id === by.id ? { ...one, cover } : one)),
    );
  },
  'cover ends': (council) => {
    council.authority = withStaff(
      council.authority,
      staffOf(council).map((one) => ({ ...one, cover: null })),
    );
  },
  'a post is vacated': (council, who) => {
    const by = oneOf(council, who);
    const left = staffOf(council).filter(({ id }) => id !== by.id);
    council.authority = withStaff(council.authority, left);
  },
  'posts are filled': (council) => {
    council.authority = { ...council.authority, register: northmoor.register };
  },
  'one more hat': (council, who, n) => {
    const by = oneOf(council, who);
    const post = council.authority.ladder.stages[n % council.authority.ladder.stages.length]!.post;
    const staff = staffOf(council).map((one) => (one.id === by.id ? { ...one, posts: [...one.posts, post] } : one));
    council.authority = withStaff(council.authority, staff);
  },
  'a holiday is proclaimed': (council, _who, n) => {
    const { holidays } = council.authority;
    const names = new Map([...holidays.names, [plusDays(dayOf(council.now), n + 1), 'One-off holiday'] as const]);
    council.authority = { ...council.authority, holidays: { ...holidays, names } };
  },
  'the ladder is edited': (council, _who, n) => {
    const { ladder } = northmoor;
    const stages = ladder.stages
      .map((stage) => ({ ...stage, workingDays: Math.min(stage.workingDays, 1 + (n % 4)) }))
      .slice(0, n > 8 ? 4 : 5);
    council.authority = { ...council.authority, ladder: { ...ladder, stages } };
  },
  'the child’s people change': async ({ needs }, _who, n) => {
    const about = (await needs.cases.get(child.id))!;
    const people = {
      iro: n % 4 === 0 ? iroNadia.id : iroOlu.id,
      teamManager: n % 3 === 0 ? tom.id : priya.id,
      socialWorker: n % 2 === 0 ? chloe.id : about.people.socialWorker,
    };
    await needs.cases.save({ ...about, people });
  },
};
