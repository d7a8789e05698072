import type { Authority } from '../../src/authority/model.ts';
import type { Person } from '../../src/people/model.ts';
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
import type { Hat } from './matrix-table.ts';

const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const gone = (who: Person, by: Person) => away(who, by, '2026-03-20', '2026-04-30');

/** Each hat: who wears it, in which council. */
export const WEARERS: Readonly<Record<Hat, { readonly by: Person; readonly authority: Authority }>> = {
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
  'the child in need co-ordinator': { by: coordinatorJosh, authority: northmoor },
  'business support': { by: supportFiona, authority: northmoor },
  'the administrator': { by: administratorPeter, authority: northmoor },
};
