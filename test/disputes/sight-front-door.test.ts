import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Council, openCouncil } from '../fakes/council.ts';

describe('looking at disputes, by the front door', () => {
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
    const olu = council.person('Olu Bankole');
    await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', {
      theme: 'drift-and-delay',
      concern: 'No progress since the review',
      impact: 'The child is unsettled',
      wanted: 'A dated plan by the end of the month',
      startAt: '0',
      whyThere: '',
    });
  });
  afterEach(() => council.close());

  it('goes from the figures to the disputes behind one, to one of them', async () => {
    const priya = council.person('Priya Shah');
    const report = await priya.says('report');
    expect(report.words).toContain('Figures on disputes');
    const next = await priya.presses(report, 'Next: By the highest stage reached');
    expect(next.words).toContain('By the highest stage reached');
    const behind = await priya.presses(next, 'Open those I may see', { figure: 'stage:Team manager' });
    expect(behind.words).toContain('Team manager, Last 12 months · 1 dispute');
    expect((await priya.presses(behind, 'Open')).words).toContain('Dispute D-0001');
    expect((await council.person('Fiona Grant').says('report')).words).toContain(
      'Figures on disputes are for managers',
    );
    const text = await priya.presses(report, 'Text for the annual report');
    expect(JSON.stringify(text.card)).toContain('- Raised: fewer than 5');
  });

  it('goes from the list to the timeline, to the note for the record', async () => {
    const olu = council.person('Olu Bankole');
    expect((await olu.says('disputes')).words).toContain('D-0001');
    expect((await olu.says('my disputes')).words).toContain('All open');
    const timeline = await olu.says('timeline D-0001');
    expect(timeline.words).toContain('Raised formally');
    const note = await olu.presses(timeline, 'Note for the record');
    const ticked = await olu.presses(note, 'It is in the record');
    expect(ticked.words).toContain('✓ In the record since');
    expect((await council.person('Fiona Grant').says('timeline D-0001')).words).toContain('that you have a part in');
  });
});
