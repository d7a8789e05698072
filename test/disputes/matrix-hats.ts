import type { Authority } from '../../src/authority/model.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { child } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  supportFiona,
  tom,
} from '../builders/people.ts';
import { approved } from '../builders/returning-case.ts';
import { happened, wentHome } from '../timetable/case-facts.ts';
import type { Hat } from './matrix-table.ts';

const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const gone = (who: Person, by: Person) => away(who, by, '2026-03-20', '2026-04-30');

interface Wearer {
  readonly by: Person;
  readonly authority: Authority;
  /** What became of the child, where the hat comes from that: otherwise the child is looked after all the while. */
  readonly about?: ReturningCase;
}

const back = { ...child, returns: [] };
const home = { ...back, events: [...back.events, wentHome('2026-03-24', true)] };
const noMore = { ...home, events: [...home.events, happened('2026-03-26', 'child-in-need-ended')] };
const south = { ...coordinatorJosh, service: martin.service };
const inSouth = { ...northmoor, register: new Map([...northmoor.register, [south.id, south]]) };

/** The child’s case with its return decided so by that person, for the nominated officer. */
function decided(stands: 'approved' | 'sent-back', by: Person): ReturningCase {
  const { returns, ...about } = approved(back);
  return { ...about, returns: returns.map((plan) => ({ ...plan, decision: { ...givenIn(plan), stands, by: by.id } })) };
}

function givenIn({ decision }: ReturnPlan) {
  if (decision.stands !== 'approved') throw new Error('It was approved');
  return decision;
}

/** Each hat: who wears it, in which council. */
export const WEARERS: Readonly<Record<Hat, Wearer>> = {
  'the IRO': { by: iroOlu, authority: northmoor },
  'an IRO who covers for the IRO': { by: iroNadia, authority: gone(iroOlu, iroNadia) },
  'the IRO manager while the IRO is away': { by: iroManagerKaren, authority: gone(iroOlu, iroNadia) },
  'the IRO, away and covered': { by: iroOlu, authority: gone(iroOlu, iroNadia) },
  'the IRO manager while the IRO is there': { by: iroManagerKaren, authority: northmoor },
  'another IRO': { by: iroNadia, authority: northmoor },
  'a manager who covers for the IRO': { by: martin, authority: gone(iroOlu, martin) },
  'the social worker': { by: ayesha, authority: northmoor },
  'a social worker of another service': { by: ben, authority: northmoor },
  'the team manager': { by: priya, authority: northmoor },
  'cover for the team manager': { by: tom, authority: gone(priya, tom) },
  'the team manager, away and covered': { by: priya, authority: gone(priya, tom) },
  'a team manager of another service': { by: tom, authority: northmoor },
  'the service manager': { by: grace, authority: northmoor },
  'cover for the service manager': { by: martin, authority: gone(grace, martin) },
  'the service manager, away and covered': { by: grace, authority: gone(grace, martin) },
  'the service manager of another service': { by: martin, authority: northmoor },
  'the head of service': { by: headHelen, authority: northmoor },
  'the Director': { by: directorRuth, authority: northmoor },
  'cover for the Director': { by: martin, authority: gone(directorRuth, martin) },
  'the Chief Executive': { by: david, authority: northmoor },
  'the nominated officer': { by: nominatedSamuel, authority: northmoor },
  'the nominated officer who approved the return': {
    by: nominatedSamuel,
    authority: northmoor,
    about: decided('approved', nominatedSamuel),
  },
  'cover who approved the return for the nominated officer': {
    by: martin,
    authority: northmoor,
    about: decided('approved', martin),
  },
  'the nominated officer who sent the return back': {
    by: nominatedSamuel,
    authority: northmoor,
    about: decided('sent-back', nominatedSamuel),
  },
  'the child in need co-ordinator': { by: coordinatorJosh, authority: northmoor },
  'the child in need co-ordinator after the return': { by: coordinatorJosh, authority: northmoor, about: home },
  'cover for the child in need co-ordinator after the return': {
    by: martin,
    authority: gone(coordinatorJosh, martin),
    about: home,
  },
  'the child in need co-ordinator of another service after the return': { by: south, authority: inSouth, about: home },
  'the child in need co-ordinator after that plan has ended': {
    by: coordinatorJosh,
    authority: northmoor,
    about: noMore,
  },
  'business support': { by: supportFiona, authority: northmoor },
  'the administrator': { by: administratorPeter, authority: northmoor },
};
