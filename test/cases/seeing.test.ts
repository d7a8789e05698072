import { describe, expect, it } from 'vitest';
import { followChild, openCase } from '../../src/cases/actions.ts';
import { readFollowForm } from '../../src/cases/form.ts';
import { maySee } from '../../src/cases/rules.ts';
import { aCase, caseRoom } from '../builders/case.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
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
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-10-09');

describe('who may see a case', () => {
  it.each([
    ['its social worker', ayesha],
    ['its team manager', priya],
    ['its IRO', iroOlu],
    ['the service manager of its team', grace],
    ['the head of service', headHelen],
    ['the Director', directorRuth],
    ['the IRO manager', iroManagerKaren],
    ['the nominated officer', nominatedSamuel],
    ['the child in need co-ordinator', coordinatorJosh],
  ])('is %s', (_who, by) => {
    expect(maySee(aCase(), by, northmoor, now)).toBe(true);
  });

  it.each([
    ['a colleague of the social worker', chloe],
    ['a worker of another team', ben],
    ['another team manager', tom],
    ['the service manager of another service', martin],
    ['another IRO', iroNadia],
    ['business support', supportFiona],
    ['an administrator', administratorPeter],
  ])('is not %s', (_who, by) => {
    expect(maySee(aCase(), by, northmoor, now)).toBe(false);
  });

  it('is cover, on the days of the cover, for anybody who may', () => {
    const council = away(grace, martin, '2026-10-09', '2026-10-10', away(ayesha, ben, '2026-10-09', '2026-10-09'));
    expect(maySee(aCase(), ben, council, now)).toBe(true);
    expect(maySee(aCase(), martin, council, now)).toBe(true);
    expect(maySee(aCase(), ben, council, at('2026-10-10'))).toBe(false);
    expect(maySee(aCase(), martin, council, at('2026-10-11'))).toBe(false);
  });

  it('is still the social worker while somebody covers', () => {
    const council = away(ayesha, ben, '2026-10-09', '2026-10-09');
    expect(maySee(aCase(), council.register.get(ayesha.id)!, council, now)).toBe(true);
  });
});

describe('opening a case', () => {
  it('gives an unknown case and a case that is not theirs the same answer', async () => {
    const { needs } = await caseRoom('2026-10-09', [aCase()]);
    const theirs = await openCase({ case: 'C-1042' }, chloe, needs);
    const unknown = await openCase({ case: 'C-1043' }, chloe, needs);
    expect(JSON.stringify(theirs).replaceAll('C-1042', 'C-1043')).toBe(JSON.stringify(unknown));
  });
});

describe('following a child', () => {
  const typed = {
    reference: 'c-1077',
    initials: 'JK',
    bornOn: '2015-05-01',
    legalStatus: 's20',
    lookedAfterSince: '2026-10-05',
    placement: 'foster',
    placementStarted: '2026-10-05',
    socialWorker: ayesha.id,
    teamManager: priya.id,
    iro: iroOlu.id,
  };
  const follow = async (parts: Readonly<Record<string, unknown>>, by = ayesha, already = [aCase()]) => {
    const form = readFollowForm({ ...typed, ...parts });
    if (!form.ok) return form;
    const { needs } = await caseRoom('2026-10-09', already);
    return followChild(form.value, by, needs);
  };

  it('starts a case, and answers a second press with it', async () => {
    expect(await follow({})).toMatchObject({
      ok: true,
      value: { id: 'C-1077', revision: 1, wakeAt: at('2026-10-09') },
    });
    const again = await follow({ reference: 'C-1042' });
    expect(again).toMatchObject({ ok: true, value: { id: 'C-1042', initials: 'AB', revision: 1 } });
  });

  it.each([
    ['a reference that somebody else follows', { reference: 'C-1042' }, 'is already followed', priya],
    ['anybody but a worker or team manager', {}, 'for the child’s social worker or team manager', iroOlu],
    ['care that has not begun', { lookedAfterSince: '2026-10-12' }, 'Mon 12 October 2026 has not come yet', ayesha],
    ['care before birth', { bornOn: '2026-10-08' }, 'before the child was born', ayesha],
    ['a manager for a social worker', { socialWorker: priya.id }, 'Social worker: please choose someone', ayesha],
    ['a name for a reference', { reference: 'Jo Kent' }, 'Never a name', ayesha],
    ['31 February', { placementStarted: '2026-02-31' }, 'is not a real date', ayesha],
  ])('is refused for %s', async (_what, parts, because, by) => {
    expect(await follow(parts, by)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });
});
