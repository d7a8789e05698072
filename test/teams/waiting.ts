import { aChild, answersAll, DRIFT, follows, northmoor } from '../journeys/northmoor.ts';

export type At = Awaited<ReturnType<typeof northmoor>>;

/** What waits in the channel: a dispute, a return decision and a concern. */
export const REFERENCES = ['D-0001', 'RH-0001', 'E-0001'] as const;
export type Reference = (typeof REFERENCES)[number];

/** A council on Wed 25 March 2026 where one of them waits for somebody. */
export async function waiting(reference: Reference): Promise<At> {
  const at = await northmoor('2026-03-25');
  const { council, ayesha, priya, olu } = at;
  await follows(ayesha, aChild(council));
  if (reference === 'D-0001') {
    await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', DRIFT);
  } else if (reference === 'RH-0001') {
    const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
    await ayesha.presses(await ayesha.says('return home C-1042'), 'Start checklist', goes);
    await ayesha.presses(await answersAll('C-1042', olu, priya, ayesha), 'Request decision');
  } else {
    const worry = { about: 'agency', what: 'No school place', wanted: 'A place' };
    await ayesha.presses(await ayesha.says('concern C-1042'), 'Raise concern', worry);
    await priya.presses(priya.last(), 'Approve escalation', { says: 'Needs you' });
  }
  return at;
}
