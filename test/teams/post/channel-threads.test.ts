import { describe, expect, it } from 'vitest';
import { rootOf } from '../../../src/teams/post/messenger.ts';
import { Seen } from '../../fakes/council.ts';
import {
  aChild,
  answersAll,
  channelId,
  DIRECTORATE,
  DRIFT,
  follows,
  MANAGERS,
  northmoor,
} from '../../journeys/northmoor.ts';

const PLAN = { kind: 'plan', says: 'PLANTED weekly', action1: 'Meet', owner1: 'Ayesha Khan', by1: '2026-04-02' };
const GONE = { status: 404, body: { error: { code: 'ConversationNotFound' } } };

/** A dispute raised at the service manager on Wed 25 March 2026. */
async function raised(instead: Readonly<Record<string, string>> = {}) {
  const at = await northmoor('2026-03-25');
  await follows(at.ayesha, aChild(at.council));
  const form = await at.olu.says('raise dispute C-1042');
  const record = await at.olu.presses(form, 'Raise dispute', { ...DRIFT, ...instead });
  const { teams } = at.council;
  const inChannel = (name = MANAGERS) =>
    teams.sent().filter(({ conversation }) => conversation.startsWith(channelId(at.council, name)));
  /** The threads of a channel, each with the quiet line of every card in it. */
  const threads = (name = MANAGERS) => {
    const found = new Map<string, string[]>();
    for (const { conversation, summary } of inChannel(name))
      found.set(conversation, [...(found.get(conversation) ?? []), summary]);
    return [...found.values()];
  };
  const answer = async () => {
    const asked = at.grace.inbox().findLast(({ buttons }) => buttons.includes('Respond'))!;
    return at.grace.presses(await at.grace.presses(asked, 'Respond'), 'Respond', PLAN);
  };
  const judge = async (verdict: string) => {
    const asked = at.olu.inbox().findLast(({ buttons }) => buttons.includes('Judge response'))!;
    return at.olu.presses(await at.olu.presses(asked, 'Judge response'), 'Judge response', {
      verdict,
      why: 'No dates in it',
    });
  };
  return { ...at, record, inChannel, threads, answer, judge };
}

const head = (card: unknown) => new Seen(card as Record<string, unknown>);

describe('the thread of a dispute in a channel', () => {
  it('starts with a card that is named by Teams, and every later one answers in it', async () => {
    const { council, inChannel, answer } = await raised();
    await answer();
    const [first, ...later] = inChannel();
    expect(first!.conversation).toBe(`${channelId(council)};messageid=${first!.activity}`);
    expect(rootOf(first!.conversation)).toBe(first!.activity);
    expect(later.map(({ conversation }) => conversation)).toEqual([first!.conversation]);
  });

  it('is not drawn anew because the officer opened it: that would take the place of what was opened', async () => {
    const { council, grace, olu, inChannel } = await raised();
    await council.later(1);
    const redrawn = () => council.teams.heard.filter(({ method }) => method === 'PUT').length;
    const before = redrawn();
    const seen = head(inChannel()[0]!.card);
    const mine = await grace.presses(seen, 'Open my view', {}, channelId(council));
    expect(council.kept()['D-0001.json']).toContain('"opened"');
    expect(council.kept()['D-0001.json']).toContain(grace.id);
    await council.later(1);
    expect(redrawn()).toBe(before);
    await grace.presses(
      await grace.presses(mine, 'Respond', {}, channelId(council)),
      'Respond',
      PLAN,
      channelId(council),
    );
    await council.later(1);
    expect(redrawn()).toBeGreaterThan(before);
    expect(olu.last().words).toContain('A response waits for you to judge');
  });

  it('reads like the story: raised, answered, asked for more, moved up, on to the Directorate', async () => {
    const { council, threads, answer, judge } = await raised();
    await answer();
    await judge('not');
    await council.until('2026-04-02');
    await council.until('2026-04-14');
    const stage2 = 'Stage 2 of 5, Service manager';
    const stage3 = 'Stage 3 of 5, Head of service';
    expect(threads()).toEqual([
      [
        expect.stringMatching(/^Dispute D-0001: Stage 4 of 5/),
        `Dispute D-0001: Answered: with the IRO · ${stage2}`,
        `Dispute D-0001: The IRO asks for more · ${stage2}`,
        `Dispute D-0001: Moved up · ${stage3}`,
        expect.stringMatching(/^Dispute D-0001: Moved up · Stage 4 of 5/),
      ],
    ]);
    expect(threads(DIRECTORATE)).toEqual([[expect.stringMatching(/^Dispute D-0001: Stage 4 of 5/)]]);
  });

  it('shows at its head the stage it is at, and at the end the outcome, in place', async () => {
    const { council, olu, inChannel, answer } = await raised();
    const before = head(inChannel()[0]!.card).words;
    expect(before).toContain('Stage 2 of 5, Service manager');
    expect(before).toContain('day 0 of 20');
    await answer();
    expect(head(inChannel()[0]!.card).words).toContain('✓ Answered: with the IRO');
    const record = await olu.says('dispute D-0001');
    await olu.presses(await olu.presses(record, 'Resolve'), 'Resolve', {
      outcome: 'actions-agreed',
      changed: 'PLANTED',
    });
    const after = head(inChannel()[0]!.card);
    expect(after.words).toContain('✓ Resolved by the IRO on Wed 25 March 2026');
    expect(after.words).not.toContain('day 0');
    expect(inChannel().at(-1)!.summary).toBe('Dispute D-0001: Ended by the IRO');
    expect(JSON.stringify(council.teams.sent(inChannel()[0]!.conversation))).not.toMatch(/PLANTED|C-1042|\bAB\b/);
  });

  it('is one to a dispute: a second dispute has its own', async () => {
    const { council, olu, nadia, ayesha, threads } = await raised();
    const other = aChild(council, { reference: 'C-2000', initials: 'CD', iro: nadia.id });
    await follows(ayesha, other);
    await nadia.presses(await nadia.says('raise dispute C-2000'), 'Raise dispute', DRIFT);
    expect(threads().map(([first]) => first)).toEqual([
      expect.stringContaining('D-0001'),
      expect.stringContaining('D-0002'),
    ]);
    expect(olu.read()).not.toContain('D-0002');
  });

  it('is started again once it was deleted, and the new one is stayed with', async () => {
    const { council, inChannel, threads, answer, judge } = await raised();
    council.teams.closes(inChannel()[0]!.conversation, GONE);
    await answer();
    expect(threads()).toHaveLength(2);
    await council.restart();
    await judge('not');
    expect(threads().map((cards) => cards.length)).toEqual([1, 2]);
    const anew = inChannel().findLast(({ conversation, activity }) => rootOf(conversation) === activity)!;
    expect(head(anew.card).words).toContain('Stage 2 of 5, Service manager');
    expect(head(anew.card).words).toContain('day 0 of 5');
  });
});

describe('the thread of a return decision', () => {
  it('starts with the request and answers in it what was decided; every copy shows it', async () => {
    const { council, ayesha, olu, priya, samuel, ruth } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
    await ayesha.presses(await ayesha.says('return home C-1042'), 'Start checklist', goes);
    await ayesha.presses(await answersAll('C-1042', olu, priya, ayesha), 'Request decision');
    const inChannel = () => council.channel(MANAGERS);
    expect(inChannel().map(({ words }) => words)).toEqual([expect.stringContaining('● Waiting for a decision')]);

    await ruth.presses(await ruth.presses(inChannel()[0]!, 'Open my view', {}, channelId(council)), 'Approve', {
      reason: 'Well prepared',
    });
    const approved = '✓ Approved on Mon 2 March 2026';
    expect(inChannel().map(({ words }) => words)).toEqual([
      expect.stringContaining(approved),
      expect.stringContaining(approved),
    ]);
    const hisCopy = samuel.inbox().findLast(({ words }) => words.includes('AB · C-1042 · RH-0001'))!;
    expect(hisCopy.buttons).not.toContain('Approve');
    expect(hisCopy.words).toContain('was approved by Ruth Adeyemi');
  });
});

describe('the thread of a concern', () => {
  it('starts when it comes to the service manager, and says what came of it', async () => {
    const { council, ayesha, priya, grace } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const worry = { about: 'agency', what: 'PLANTED no school place', wanted: 'PLANTED a place' };
    await ayesha.presses(await ayesha.says('concern C-1042'), 'Raise concern', worry);
    expect(council.channel(MANAGERS)).toEqual([]);

    await priya.presses(priya.last(), 'Approve escalation', { says: 'PLANTED needs you' });
    const [card] = council.channel(MANAGERS);
    expect(card!.words).toBe(
      'Practitioner escalation E-0001\n○ Waiting for the service manager\nPassed up\nMon 2 March 2026\nOpen my view',
    );
    expect(priya.inbox().findLast(({ words }) => words.includes('C-1042 · E-0001'))!.buttons).not.toContain(
      'Deal with it here',
    );

    const hers = await grace.presses(card!, 'Open my view', {}, channelId(council));
    expect(hers.words).toContain('PLANTED no school place');
    await grace.presses(hers, 'Deal with it here', { says: 'PLANTED done' }, channelId(council));
    const shown = council.channel(MANAGERS);
    expect(shown.map(({ words }) => words.split('\n')[1])).toEqual(['✓ Dealt with', '✓ Dealt with']);
    expect(JSON.stringify(shown)).not.toMatch(/PLANTED|C-1042|\bAB\b|Ayesha|Priya|Grace/);
    const threads = new Set(
      council.teams.sent().flatMap(({ conversation: at }) => (at.startsWith(channelId(council)) ? [at] : [])),
    );
    expect(threads.size).toBe(1);
    expect(grace.inbox().findLast(({ words }) => words.includes('C-1042 · E-0001'))!.buttons).not.toContain(
      'Deal with it here',
    );
  });
});
