import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AtTeams, Seen } from '../fakes/council.ts';
import { channelId, MANAGERS } from '../journeys/northmoor.ts';
import { type At, REFERENCES, type Reference, waiting } from './waiting.ts';

/** What a dispute, a return decision and a concern are told by in the channel, each waiting for somebody. */
const ABOUT = {
  'D-0001': {
    verb: 'dispute.view',
    data: { dispute: 'D-0001', revision: '1' },
    no: 'no dispute D-0001 that you have a part in',
  },
  'RH-0001': {
    verb: 'return.view',
    data: { return: 'RH-0001', revision: '1' },
    no: 'no return RH-0001 for you to see',
  },
  'E-0001': {
    verb: 'concern.view',
    data: { concern: 'E-0001', revision: '1' },
    no: 'no concern E-0001 for you to see',
  },
} as const satisfies Record<Reference, object>;

const attempts = ({ council }: At, reference: string) =>
  Object.values(council.kept())
    .join()
    .match(new RegExp(`Tried to open (it|${reference}) and was refused`, 'g'))?.length ?? 0;

describe.each(REFERENCES)('Open my view on the card of %s', (reference) => {
  const { verb, data, no } = ABOUT[reference];
  let at: At;
  beforeEach(async () => {
    at = await waiting(reference);
  });
  const pressedBy = (who: AtTeams, seen: Seen) => who.presses(seen, 'Open my view', {}, channelId(at.council));

  it('gives nothing to anybody without a part in it, who is on record once a day each', async () => {
    const [card] = at.council.channel(MANAGERS);
    for (const who of [at.fiona, at.fiona, at.ben, at.fiona]) {
      const refused = await pressedBy(who, card!);
      expect(refused.words).toContain(no);
      expect(refused.words).not.toMatch(/C-1042|\bAB\b/);
    }
    expect(attempts(at, reference)).toBe(2);
    await at.council.until('2026-03-26');
    await pressedBy(at.fiona, card!);
    expect(attempts(at, reference)).toBe(3);
  });

  it('gives nothing to a guest, to another tenant, to who is not on the register, or for a reference that was made up', async () => {
    const { council, grace } = at;
    const conversation = { id: channelId(council), conversationType: 'channel', tenantId: council.authority.tenant };
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, conversation };
    const as = (from: object, rest: object = {}) => council.post(council.activity('x', { ...invoke, from, ...rest }));

    const guest = await as({ id: '29:guest' });
    expect(JSON.stringify(guest.body)).toContain('Homeward does not know you');
    const stranger = await as({ id: '29:s', aadObjectId: 'somebody-else' });
    expect(JSON.stringify(stranger.body)).toContain('not on the staff register');
    const abroad = { conversation: { ...conversation, tenantId: 'another-tenant' } };
    const foreign = await as({ id: `29:${grace.id}`, aadObjectId: grace.id }, abroad);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-tenant' } });
    expect(JSON.stringify([guest, stranger, foreign])).not.toMatch(/C-1042|\bAB\b/);

    const forged = Object.fromEntries(Object.keys(data).map((field) => [field, `${reference.split('-')[0]}-0099`]));
    expect((await grace.forges(verb, forged, channelId(council))).words).toMatch(/There is no \w+ \w+-0099/);
    expect((await grace.forges(`${verb}.all`, data, channelId(council))).words).toContain('out of date');
    expect((await grace.forges('case.open', { case: 'C-1042' }, channelId(council))).words).toContain('1:1');
    expect((await grace.forges(verb, { ...data, by: at.olu.id, post: 'director' }, channelId(council))).words).toBe(
      (await pressedBy(grace, council.channel(MANAGERS)[0]!)).words,
    );
  });
});

describe('every card', () => {
  it('is drawn without refresh, so that no answer has one: the post alone adds it, for whom it names (teams.md T1)', () => {
    const templates = readdirSync('cards').map((file) => readFileSync(`cards/${file}`, 'utf8'));
    expect(templates.filter((template) => template.includes('"refresh"'))).toEqual([]);
  });
});

describe('two managers who press at the same time', () => {
  it('decide a return once: the other hears how it stands', async () => {
    const at = await waiting('RH-0001');
    const [card] = at.council.channel(MANAGERS);
    const place = channelId(at.council);
    const [his, hers] = [
      await at.samuel.presses(card!, 'Open my view', {}, place),
      await at.ruth.presses(card!, 'Open my view', {}, place),
    ];
    const [one, other] = await Promise.all([
      at.samuel.presses(his, 'Approve', { reason: 'Well prepared' }, place),
      at.ruth.presses(hers, 'Send back', { reason: 'Not yet' }, place),
    ]);
    expect([one, other].filter(({ words }) => words.includes('Nothing was changed'))).toHaveLength(1);
    const stands = /RH-0001 was (approved by Samuel Okoro|sent back by Ruth Adeyemi)/.exec(one.words)![0];
    expect(other.words).toContain(stands);
    expect(at.council.channel(MANAGERS).map(({ words }) => words.split('\n')[1])).toEqual(
      Array(2).fill(expect.stringMatching(stands.includes('approved') ? '✓ Approved' : '↩ Sent back')),
    );
  });

  it('answer a concern once: the other hears how it stands', async () => {
    const at = await waiting('E-0001');
    const [card] = at.council.channel(MANAGERS);
    const place = channelId(at.council);
    const [one, other] = [
      await at.grace.presses(card!, 'Open my view', {}, place),
      await at.helen.presses(card!, 'Open my view', {}, place),
    ];
    const answers = await Promise.all([
      at.grace.presses(one, 'Deal with it here', { says: 'A place was found' }, place),
      at.helen.presses(other, 'Send back', { says: 'Ask the school' }, place),
    ]);
    const late = answers.filter(({ words }) => /Nothing (more )?was saved/.test(words));
    expect(late).toHaveLength(1);
    expect(late[0]!.words).toMatch(/E-0001 (was dealt with by Grace Obi|waits for Priya Shah)/);
  });
});

describe('a card in the channel after the IRO has withdrawn', () => {
  it('shows so, and its buttons and old forms do nothing', async () => {
    const at = await waiting('D-0001');
    const [card] = at.council.channel(MANAGERS);
    const place = channelId(at.council);
    const form = await at.grace.presses(await at.grace.presses(card!, 'Open my view', {}, place), 'Respond', {}, place);
    const asked = await at.olu.presses(await at.olu.says('dispute D-0001'), 'Withdraw');
    await at.olu.presses(asked, 'Withdraw', { why: 'PLANTED raised in error' });

    const late = { kind: 'accept', says: 'We agree' };
    expect((await at.grace.presses(form, 'Respond', late, place)).words).toMatch(/Withdrawn|late/);
    expect((await at.grace.presses(card!, 'Open my view', {}, place)).buttons).not.toContain('Respond');
    const [head] = at.council.channel(MANAGERS);
    expect(head!.words).toContain('✓ Withdrawn by the IRO on Wed 25 March 2026');
    expect(JSON.stringify(at.council.channel(MANAGERS))).not.toContain('PLANTED');
    const hers = at.grace.inbox().find(({ words }) => words.includes('D-0001 · '))!;
    expect(hers.buttons).not.toContain('Respond');
  });
});
