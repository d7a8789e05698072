import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Seen } from '../fakes/council.ts';
import { aChild, channelId, DIRECTORATE, DRIFT, follows, MANAGERS, northmoor } from './northmoor.ts';

/** The head of service is away from 6 to 20 March, and the service manager of the South covers. */
function headIsAway(sample: Authority): Authority {
  const named = (name: string) => [...sample.register.values()].find((one) => one.name === name)!;
  const cover = { by: named('Martin Hale').id, from: localDate('2026-03-06'), to: localDate('2026-03-20') };
  const helen = { ...named('Helen Frost'), cover };
  return { ...sample, register: new Map([...sample.register, [helen.id, helen]]) };
}

/** Raised on Monday 2 March 2026 at the service manager; day twenty is Monday 30 March. */
async function raised(instead: Readonly<Record<string, string>> = {}) {
  const at = await northmoor('2026-03-02', { authority: headIsAway });
  await follows(at.ayesha, aChild(at.council));
  const form = await at.olu.says('raise dispute C-1042');
  const record = await at.olu.presses(form, 'Raise dispute', { ...DRIFT, ...instead });
  return { ...at, form, record };
}

const PLAN = { kind: 'plan', says: 'We meet weekly', action1: 'Meet', owner1: 'Ayesha Khan', by1: '2026-03-20' };
const asking = (seen: Seen) => seen.words.includes('A dispute waits for your response');

describe('a dispute that nobody answers well', () => {
  it('starts at the service manager, with a reason, and needs nobody’s permission', async () => {
    const { olu, grace, priya, karen, form, record } = await raised();
    const why = await olu.presses(form, 'Raise dispute', { ...DRIFT, whyThere: '', once: 'another form' });
    expect(why.words).toMatch(/Why start there/);
    expect(why.inputs).toMatchObject({ concern: DRIFT.concern });

    expect(record.words).toContain('Stage 2 of 5, Service manager · day 0 of 5 · day 0 of 20');
    expect(record.words).toContain('Mon 9 March 2026');
    expect(record.words).toContain('Mon 30 March 2026');
    expect(record.buttons).toContain('Refer to Cafcass');
    expect(asking(grace.last())).toBe(true);
    expect(priya.read()).toContain('A dispute was raised');
    expect(karen.read()).not.toContain('D-0002');
    expect((await olu.presses(form, 'Raise dispute', DRIFT)).words).toContain('D-0001');
    expect((await olu.says('disputes')).words).not.toContain('D-0002');
  });

  it('climbs by itself to the Chief Executive on the IRO’s standing instruction, on the right days', async () => {
    const { council, olu, grace, helen, martin, ruth, david } = await raised();
    await council.through('2026-03-04');
    const form = await grace.presses(await grace.says('dispute D-0001'), 'Respond');
    await grace.presses(form, 'Respond', PLAN);
    const judging = await olu.presses(olu.last(), 'Judge response');
    const judged = await olu.presses(judging, 'Judge response', { verdict: 'partly', why: 'No dates for the brother' });
    expect(judged.words).toContain('Stage 2 of 5, Service manager · day 2 of 5 · day 2 of 20');

    await council.through('2026-03-09');
    expect(martin.inbox().some(asking)).toBe(false);
    await council.through('2026-03-10');
    expect(martin.inbox().filter(asking)).toHaveLength(1);
    expect(helen.inbox().some(asking)).toBe(false);
    const record = (await olu.says('dispute D-0001')).words;
    expect(record).toContain('Stage 3 of 5, Head of service · day 1 of 5 · day 6 of 20');
    expect(record).toContain('Mon 16 March 2026');

    await council.through('2026-03-17');
    expect(ruth.read()).toContain('A dispute waits for your response');
    expect((await olu.says('dispute D-0001')).words).toContain('Director of Children’s Services'.replace('’', "'"));
    await council.through('2026-03-20');
    const letter = david.inbox().find(asking)!;
    expect(letter.words).toContain(`What should change: ${DRIFT.wanted}`);
    expect(letter.words).toContain('Answered before:');
    expect(letter.words).toContain('Mon 23 March 2026');
    expect(letter.words).toContain('Yours is the last stage there is.');
    expect(letter.words).toContain('Cafcass: not referred.');
    const stands = (await olu.says('dispute D-0001')).words;
    expect(stands).toContain('Stage 5 of 5, Chief Executive · day 1 of 2 · day 14 of 20');
    expect(council.kept()['D-0001.json']).toContain('on the IRO’s standing instruction');
  });

  it('is answered by the cover while the head of service is away, and not by them', async () => {
    const { council, olu, helen, martin } = await raised();
    await council.through('2026-03-10');
    const his = await martin.presses(martin.inbox().find(asking)!, 'Respond');
    const revision = his.button('Respond').data;
    const away = await helen.forges('dispute.respond', { ...revision, ...PLAN });
    expect(away.words).toContain('You are away and Martin Hale covers for you');
    const answered = await martin.presses(his, 'Respond', { ...PLAN, kind: 'accept' });
    expect(answered.words).toContain('the IRO to judge the response');
    expect(olu.last().words).toContain('A response waits for you to judge');
    await council.through('2026-03-18');
    expect((await olu.says('dispute D-0001')).words).toContain('Stage 3 of 5, Head of service');
  });

  it('is resolved by the IRO and by nobody else, whoever asks', async () => {
    const { olu, ayesha, priya, grace, karen, ruth, fiona, record } = await raised();
    const sure = await olu.presses(record, 'Resolve');
    const data = { ...sure.button('Resolve').data, outcome: 'actions-agreed', changed: 'Nothing' };
    for (const other of [ayesha, priya, grace, karen, ruth]) {
      expect((await other.forges('dispute.resolve', data)).words).toContain(
        'Only the IRO, Olu Bankole, can resolve it.',
      );
    }
    expect((await fiona.forges('dispute.resolve', data)).words).toContain('no dispute D-0001 that you have a part in');
    expect((await grace.forges('dispute.withdraw', { ...data, why: 'x' })).words).toContain('Only the IRO');
    expect((await olu.says('dispute D-0001')).words).toContain('Stage 2 of 5');
    const done = await olu.presses(sure, 'Resolve', { outcome: 'actions-agreed', changed: 'A plan with dates' });
    expect(done.words).toContain('what was agreed is checked on');
  });

  it('waits for one press of the IRO when it may not climb by itself', async () => {
    const { council, olu, helen, martin, grace } = await raised({ escalateAutomatically: 'false' });
    await council.through('2026-03-10');
    expect(grace.read()).toContain('Nobody responded in time');
    expect(martin.inbox().some(asking)).toBe(false);
    const offer = olu.inbox().findLast(({ words }) => words.includes('Nobody responded in time'))!;
    expect(offer.words).toContain('It stays where it is until the IRO escalates it.');
    const up = await olu.presses(offer, 'Escalate');
    expect(up.words).toContain('Stage 3 of 5, Head of service · day 1 of 5 · day 6 of 20');
    expect(asking(martin.last())).toBe(true);
    expect(helen.inbox().some(asking)).toBe(false);
    expect((await olu.presses(offer, 'Escalate')).words).toContain('Stage 3 of 5');
    expect(martin.inbox().filter(asking)).toHaveLength(1);
  });

  it('shows a channel its stage and its days only, and every card there is redrawn in place', async () => {
    const { council, olu, record } = await raised();
    await council.through('2026-03-20');
    expect(council.channel(MANAGERS)).toHaveLength(3);
    expect(council.channel(DIRECTORATE)).toHaveLength(2);
    const [head, stage3, left] = council.channel(MANAGERS);
    expect(head!.words).toContain('Stage 5 of 5, Chief Executive');
    expect(stage3!.words).toContain('✓ Moved on to Stage 4 of 5');
    expect(left!.words).toContain('Moved up · Stage 4 of 5');
    const sure = await olu.presses(await olu.says('dispute D-0001'), 'Resolve');
    await olu.presses(sure, 'Resolve', { outcome: 'actions-agreed', changed: 'She sees her brother' });
    expect(council.channel(DIRECTORATE)[1]!.words).toContain('✓ Ended by the IRO on Fri 20 March 2026');
    for (const name of [MANAGERS, DIRECTORATE]) {
      expect(council.channel(name)[0]!.words).toContain('✓ Resolved by the IRO on Fri 20 March 2026');
      expect(council.channel(name).at(-1)!.words).toContain('Ended by the IRO');
    }
    const said = JSON.stringify([...council.channel(MANAGERS), ...council.channel(DIRECTORATE)]);
    expect(said).not.toMatch(/C-1042|\bAB\b|brother|unsettled|dated plan|progress|Olu|Grace|Ayesha/);

    const threads = council.teams.sent().filter(({ conversation }) => conversation.startsWith(channelId(council)));
    expect(new Set(threads.map(({ conversation }) => conversation)).size).toBe(1);
    expect((await olu.presses(record, 'Withdraw')).words).toContain('brought to an end');
  });
});
