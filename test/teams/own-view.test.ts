import { describe, expect, it } from 'vitest';
import { type AtTeams, Seen, teamsIdOf } from '../fakes/council.ts';
import type { Kept } from '../fakes/teams-service.ts';
import { channelId, MANAGERS } from '../journeys/northmoor.ts';
import { type At, REFERENCES, type Reference, waiting } from './waiting.ts';

type Wire = Record<string, unknown>;
type Refresh = { readonly action: Wire; readonly userIds: readonly string[] };

const CHILD = /C-1042|\bAB\b/;

/** Whom each waits for, with a button of theirs; and somebody else who may see it. */
const NAMED = {
  'D-0001': { who: 'grace', button: 'Respond', also: 'olu', theirs: 'Withdraw' },
  'RH-0001': { who: 'samuel', button: 'Approve', also: 'ruth', theirs: 'Approve' },
  'E-0001': { who: 'grace', button: 'Deal with it here', also: 'helen', theirs: 'Deal with it here' },
} as const satisfies Record<Reference, object>;

const inChannel = ({ council }: At): readonly Kept[] =>
  council.teams.sent().filter(({ conversation }) => conversation.startsWith(channelId(council)));
const headOf = (at: At): Kept => inChannel(at)[0]!;
const refreshOf = ({ card }: Kept) => card!.refresh as Refresh | undefined;
const answered = (body: unknown) => (body as { readonly value: Wire }).value;
const withoutRefresh = ({ card }: Kept) => {
  const { refresh: _, ...rest } = card!;
  return rest;
};

/** What Teams does by itself when somebody looks at a card; or by hand, from the card's menu. */
async function fetches(at: At, who: AtTeams | null, card: Kept, rest: Wire = {}, trigger = 'automatic') {
  const { council } = at;
  const action = refreshOf(headOf(at))!.action;
  const conversation = { id: card.conversation, conversationType: 'channel', tenantId: council.authority.tenant };
  const invoke = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger },
    replyToId: card.activity,
    conversation,
    ...(who ? {} : { from: { id: '29:guest' } }),
    ...rest,
  };
  const { status, body } = await council.post(council.activity(who?.id ?? '', invoke));
  await council.running.tick();
  expect(status).toBe(200);
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  return answered(body);
}

describe.each(REFERENCES)('the card of %s in the channel', (reference) => {
  const { who, button, also, theirs } = NAMED[reference];

  it('names those it waits for by Teams ids alone, and shows each their own card, changing and sending nothing', async () => {
    const at = await waiting(reference);
    const { council } = at;
    const head = headOf(at);
    expect(refreshOf(head)!.userIds[0]).toBe(teamsIdOf(at[who].id));
    expect(Object.values(refreshOf(head)!.action.data as Wire)).toEqual([reference]);
    expect(JSON.stringify(head.card)).not.toMatch(CHILD);

    const before = { asked: council.teams.heard.length, kept: council.kept(), message: headOf(at) };
    for (const trigger of ['automatic', 'automatic', 'manual']) {
      const own = await fetches(at, at[who], head, {}, trigger);
      expect(new Seen(own).buttons).toContain(button);
      expect(JSON.stringify(own)).not.toContain('"refresh"');
    }
    expect(council.teams.heard.slice(before.asked)).toEqual([]);
    expect(council.kept()).toEqual(before.kept);
    expect(headOf(at)).toEqual(before.message);

    const press = (person: AtTeams) =>
      person.presses(new Seen(head.card!), 'Open my view', {}, channelId(council, MANAGERS));
    expect((await press(at[also])).buttons).toContain(theirs);
    expect((await press(at.fiona)).words).toMatch(/There is no .* (for you to see|that you have a part in)/);
    expect(new Seen(headOf(at).card!).buttons).toEqual(['Open my view']);
  });

  it('stays the neutral card for anybody else, by itself or by hand, which is logged', async () => {
    const at = await waiting(reference);
    const { council } = at;
    const head = headOf(at);
    const tries = () =>
      Object.values(council.kept())
        .join()
        .match(/Tried to open/g)?.length ?? 0;
    const before = { asked: council.teams.heard.length, kept: council.kept() };
    for (const nobody of [at.fiona, council.person('Tom Reed'), null])
      expect(await fetches(at, nobody, head)).toEqual(withoutRefresh(head));
    const from = { id: '29:left', aadObjectId: 'left-the-council' };
    expect(await fetches(at, null, head, { from })).toEqual(withoutRefresh(head));
    expect(council.kept()).toEqual(before.kept);
    expect(council.teams.heard.slice(before.asked)).toEqual([]);
    const logged = council.logged.filter((line) => (line as { code: string }).code === 'view-refused');
    const facts = { of: refreshOf(head)!.action.verb!.toString().split('.')[0], trigger: 'automatic' };
    expect(logged).toEqual(Array(4).fill({ level: 'info', code: 'view-refused', facts }));

    for (const _ of ['once', 'twice'])
      expect(new Seen(await fetches(at, at.fiona, head, {}, 'manual')).words).toBe(new Seen(head.card!).words);
    expect(tries()).toBe(1);
  });

  it('tells nothing to whoever makes up the message, the place or the way it is asked', async () => {
    const at = await waiting(reference);
    const head = headOf(at);
    const chat = { id: at.fiona.chat, conversationType: 'personal', tenantId: at.council.authority.tenant };
    for (const rest of [{ replyToId: '1' }, { replyToId: undefined }, { conversation: chat }])
      expect(new Seen(await fetches(at, at.fiona, head, rest)).words).toContain('out of date');
    const value = { ...refreshOf(head)!.action, trigger: 'automatic' };
    const conversation = { id: head.conversation, conversationType: 'channel', tenantId: at.council.authority.tenant };
    await at.council.post(at.council.activity(at[who].id, { type: 'message', value, conversation }));
    expect(JSON.stringify(inChannel(at))).not.toMatch(CHILD);
  });
});

describe('a dispute’s card in the channel', () => {
  it('names the officers of the next stage once it has moved on, for both its head and its stage', async () => {
    const at = await waiting('D-0001');
    const karen = teamsIdOf(at.karen.id);
    expect(refreshOf(headOf(at))!.userIds).toEqual([teamsIdOf(at.grace.id), karen]);
    const asked = await at.grace.says('dispute D-0001');
    await at.grace.presses(await at.grace.presses(asked, 'Agree to escalate'), 'Agree to escalate', {
      why: 'Above me',
    });
    const cards = inChannel(at);
    expect(cards[0]!.redrawn).toBeGreaterThan(0);
    expect([cards[0]!, cards.at(-1)!].map((card) => refreshOf(card)!.userIds)).toEqual(
      Array(2).fill([teamsIdOf(at.helen.id), karen]),
    );
  });

  it('is fetched once more after it is redrawn, and no more: looking redraws nothing', async () => {
    const at = await waiting('D-0001');
    const redrawn = () => headOf(at).redrawn;
    const before = redrawn();
    await at.grace.presses(new Seen(headOf(at).card!), 'Open my view', {}, channelId(at.council));
    const opened = redrawn();
    expect(opened - before).toBeLessThanOrEqual(1);
    for (let round = 0; round < 3; round += 1) await fetches(at, at.grace, headOf(at));
    expect(redrawn()).toBe(opened);
  });

  it('answers two people whose requests have the same id each with their own', async () => {
    const at = await waiting('D-0001');
    const [hers, nobodys] = await Promise.all([
      fetches(at, at.grace, headOf(at), { id: 'same' }),
      fetches(at, at.fiona, headOf(at), { id: 'same' }),
    ]);
    expect(JSON.stringify(hers)).toMatch(CHILD);
    expect(JSON.stringify(nobodys)).not.toMatch(CHILD);
  });
});
