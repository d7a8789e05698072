import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Council, openCouncil, type Seen } from '../fakes/council.ts';

const MANAGERS = "Children's services managers";
const channelOf = (council: Council) => council.authority.channels.get(MANAGERS)!.id;
const raised = {
  theme: 'drift-and-delay',
  concern: 'No progress since the review',
  impact: 'The child is unsettled',
  wanted: 'A dated plan by the end of the month',
  startAt: '1',
  whyThere: 'The team manager took part in the decision',
};

describe('a dispute, by the front door', () => {
  let council: Council;

  beforeEach(async () => {
    council = await openCouncil('2026-03-25');
    for (const { name } of council.authority.register.values()) await council.person(name).installs();
    const follow = await council.person('Ayesha Khan').says('follow');
    await council.person('Ayesha Khan').presses(follow, 'Follow', {
      reference: 'C-1042',
      initials: 'AB',
      bornOn: '2015-05-01',
      legalStatus: 's20',
      lookedAfterSince: '2025-11-03',
      placement: 'foster',
      placementStarted: '2025-11-03',
      socialWorker: council.person('Ayesha Khan').id,
      teamManager: council.person('Priya Shah').id,
      iro: council.person('Olu Bankole').id,
    });
  });
  afterEach(() => council.close());

  const last = (name: string): Seen => council.person(name).inbox().at(-1)!;

  it('goes from raise to resolve: answered from the channel, judged, left unanswered, moved up, resolved', async () => {
    const olu = council.person('Olu Bankole');
    const grace = council.person('Grace Obi');
    const record = await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', raised);
    expect(record.words).toContain('Stage 2 of 5, Service manager · day 0 of 5 · day 0 of 20');

    const inChannel = council.channel(MANAGERS).at(-1)!;
    expect(inChannel.words).toContain('Dispute D-0001');
    expect(JSON.stringify(inChannel.card)).not.toMatch(/C-1042|\bAB\b|No progress|unsettled|dated plan/);
    const refused = await council.person('Fiona Grant').presses(inChannel, 'Open my view', {}, channelOf(council));
    expect(refused.words).toContain('no dispute D-0001 that you have a part in');

    const hers = await grace.presses(inChannel, 'Open my view', {}, channelOf(council));
    const form = await grace.presses(hers, 'Respond', {}, channelOf(council));
    const answer = {
      kind: 'plan',
      says: 'Weekly meetings',
      action1: 'Meet weekly',
      owner1: 'Ayesha Khan',
      by1: '2026-04-02',
    };
    expect((await grace.presses(form, 'Respond', answer, channelOf(council))).words).toContain(
      'the IRO to judge the response',
    );

    expect(last('Olu Bankole').words).toContain('A response waits for you to judge');
    const judging = await olu.presses(last('Olu Bankole'), 'Judge response');
    expect(
      (await olu.presses(judging, 'Judge response', { verdict: 'partly', why: 'Who comes is missing' })).words,
    ).toContain('day 0 of 5');

    await council.until('2026-04-01');
    expect(council.person('Grace Obi').read()).toContain('A response is due Wed 1 April 2026, today');
    await council.until('2026-04-02');
    expect(
      council
        .person('Helen Frost')
        .inbox()
        .map(({ words }) => words)
        .join(),
    ).toContain('A dispute waits for your response');
    const oldCard = await grace.presses(form, 'Respond', { ...answer, says: 'More' }, channelOf(council));
    expect(oldCard.words).toContain('kept as a late one');
    expect(oldCard.words).toContain('Stage 3 of 5, Head of service');

    const now = await olu.says('dispute D-0001');
    expect(now.words).toContain('Stage 3 of 5, Head of service · day 1 of 5 · day 6 of 20');
    const sure = await olu.presses(now, 'Resolve');
    const resolved = await olu.presses(sure, 'Resolve', { outcome: 'actions-agreed', changed: 'Meetings are held' });
    expect(resolved.words).toContain('what was agreed is checked on Mon 20 April 2026');
    expect((await olu.presses(sure, 'Resolve', { outcome: 'actions-agreed', changed: 'Again' })).words).toContain(
      'brought to an end',
    );
    expect((await olu.says('disputes')).words).toContain('D-0001 · C-1042');
  });
});
