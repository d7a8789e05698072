import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HomewardAdapter } from '../../../src/teams/adapter.ts';
import { type Messenger, messengerOver, SIZE_LIMIT } from '../../../src/teams/post/messenger.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { plainTrouble } from '../../../src/teams/post/trouble.ts';
import { APP_ID, BOT, MadeUpCredentials, TENANT } from '../../fakes/key-server.ts';
import { startTeamsService, type TeamsService } from '../../fakes/teams-service.ts';

const silent = () => {};
const message = (title: string) => ({
  card: { type: 'AdaptiveCard', version: '1.5', title },
  summary: 'D-0001: due today',
});
const channelId = '19:managers@thread.tacv2';

let teams: TeamsService;
let demo: Messenger;
let bot: Messenger;

beforeAll(async () => {
  teams = await startTeamsService();
  demo = messengerOver(new HomewardAdapter({ bot: null, log: silent }));
  const credentials = new MadeUpCredentials();
  bot = messengerOver(new HomewardAdapter({ bot: BOT, log: silent, credentials, serviceHosts: 'loopback' }));
});
afterAll(async () => await teams.close());

const place = (conversation: string) => ({ serviceUrl: teams.url, conversation });

async function failureOf(attempt: Promise<unknown>): Promise<ConnectorError> {
  const error = await attempt.then(
    () => 'it arrived',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  return error as ConnectorError;
}

describe.each([
  ['in the demo', () => demo, null],
  ['with credentials', () => bot, 'Bearer made-up'],
])('a message to Teams, %s', (_how, messenger, authorization) => {
  it('arrives 1:1 as a card with a neutral notification', async () => {
    const sent = await messenger().say(place('a:1'), message('Visit'));
    expect(teams.at(sent.conversation, sent.activity)).toMatchObject({
      conversation: 'a:1',
      card: { title: 'Visit' },
      summary: 'D-0001: due today',
    });
    expect(teams.heard.at(-1)).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/a%3A1/activities',
      authorization,
      body: { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
    });
  });

  it('opens a thread in a channel, and answers in it', async () => {
    const root = await messenger().openThread({ serviceUrl: teams.url, channelId, tenant: TENANT }, message('Stage 1'));
    expect(root.conversation).toBe(`${channelId};messageid=${root.activity}`);
    expect(teams.heard.at(-1)?.body).toMatchObject({
      isGroup: true,
      tenantId: TENANT,
      channelData: { channel: { id: channelId } },
      activity: { summary: 'D-0001: due today' },
    });

    const answer = await messenger().say(place(root.conversation), message('Stage 2'));
    expect(teams.sent(root.conversation).map(({ card }) => card?.title)).toEqual(['Stage 1', 'Stage 2']);
    expect(answer.activity).not.toBe(root.activity);
  });

  it('opens a chat with a person known by their Entra id, saying nothing', async () => {
    const before = teams.sent().length;
    const conversation = await messenger().openChat({ serviceUrl: teams.url, person: 'p-1', tenant: TENANT });
    expect(conversation).toBe('a:p-1');
    expect(teams.heard.at(-1)?.body).toMatchObject({ isGroup: false, tenantId: TENANT, members: [{ id: 'p-1' }] });
    expect(teams.sent()).toHaveLength(before);
  });

  it('asks Teams for a channel, saying nothing in it', async () => {
    const before = teams.sent().length;
    await messenger().reach({ serviceUrl: teams.url, channelId, tenant: TENANT });
    const path = '/v3/conversations/19%3Amanagers%40thread.tacv2/pagedmembers?pageSize=50';
    expect(teams.heard.at(-1)).toMatchObject({ method: 'GET', path, authorization });
    expect(teams.sent()).toHaveLength(before);
  });

  it('redraws a card in its place', async () => {
    const sent = await messenger().say(place('a:2'), message('Waiting'));
    await messenger().redraw({ serviceUrl: teams.url, ...sent }, message('Answered'));
    expect(teams.at('a:2', sent.activity)).toMatchObject({ card: { title: 'Answered' }, redrawn: 1 });
  });
});

describe('a message that fails', () => {
  it.each([
    [
      'too many',
      { status: 429, retryAfter: '3600' },
      { status: 429, retryAfterSeconds: 3600, ambiguous: false },
      'retry',
    ],
    ['an error', { status: 500 }, { status: 500, ambiguous: true }, 'unknown'],
    ['a bad gateway', { status: 502, arrived: true as const }, { status: 502, ambiguous: true }, 'retry'],
    ['a dropped line', { never: 'hears' as const }, { status: null, ambiguous: true }, 'unknown'],
    ['nonsense', { answers: 'nonsense' as const }, { status: 200, ambiguous: true }, 'unknown'],
    [
      'a block',
      { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } },
      { status: 403 },
      'wait-for-person',
    ],
    ['no chat', { status: 404, body: { error: { code: 'ConversationNotFound' } } }, { status: 404 }, 'gone'],
  ])('is tried once and reported as it is: %s', async (_what, fault, known, lasting) => {
    const ways = [
      () => bot.say(place('a:3'), message('x')),
      () => bot.openThread({ serviceUrl: teams.url, channelId, tenant: TENANT }, message('x')),
      () => bot.openChat({ serviceUrl: teams.url, person: 'p-1', tenant: TENANT }),
      () => bot.reach({ serviceUrl: teams.url, channelId, tenant: TENANT }),
      () => bot.redraw({ serviceUrl: teams.url, conversation: 'a:3', activity: '9' }, message('x')),
    ];
    for (const way of ways) {
      teams.next(fault);
      const before = teams.heard.length;
      const error = await failureOf(way());
      expect(error).toMatchObject(known);
      expect(plainTrouble(error).lasting).toBe(lasting);
      expect(teams.heard.length - before).toBe(1);
    }
  });

  it('is given up when Teams does not answer, and may have arrived', async () => {
    const credentials = new MadeUpCredentials();
    const impatient = new HomewardAdapter({
      bot: BOT,
      log: silent,
      credentials,
      serviceHosts: 'loopback',
      timeoutMs: 100,
    });
    teams.next({ never: 'answers', arrived: true });
    const error = await failureOf(messengerOver(impatient).say(place('a:7'), message('x')));
    expect(error).toMatchObject({ status: null, ambiguous: true });
    expect(teams.sent('a:7')).toHaveLength(1);
  });

  it('is not sent at all when it is too large', async () => {
    const before = teams.heard.length;
    const error = await failureOf(bot.say(place('a:4'), message('x'.repeat(SIZE_LIMIT / 2))));
    expect(plainTrouble(error).lasting).toBe('too-large');
    expect(teams.heard.length).toBe(before);
  });

  it('counts the size as Teams does, two bytes a letter', async () => {
    const bare = JSON.stringify({
      type: 'message',
      summary: 'D-0001: due today',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message('').card }],
    }).length;
    await bot.say(place('a:4'), message('x'.repeat(SIZE_LIMIT / 2 - bare)));
    await failureOf(bot.say(place('a:4'), message('x'.repeat(SIZE_LIMIT / 2 - bare + 1))));
  });

  it('is not sent to an address that is not Teams’', async () => {
    const real = messengerOver(new HomewardAdapter({ bot: BOT, log: silent, credentials: new MadeUpCredentials() }));
    const before = teams.heard.length;
    expect(await failureOf(real.say(place('a:5'), message('x')))).toMatchObject({
      teamsCode: 'service-url-not-allowed',
    });
    expect(teams.heard.length).toBe(before);
  });

  it('says so when Homeward cannot sign in to Microsoft', async () => {
    const refused = new MadeUpCredentials();
    refused.createCredentials = async () =>
      ({ signRequest: () => Promise.reject(new Error('AADSTS7000215: Invalid client secret')) }) as never;
    const adapter = new HomewardAdapter({ bot: BOT, log: silent, credentials: refused, serviceHosts: 'loopback' });
    const error = await failureOf(messengerOver(adapter).say(place('a:6'), message('x')));
    expect(error).toMatchObject({ teamsCode: 'no-token', ambiguous: false });
  });
});

describe('signing in to Microsoft', () => {
  it.each([
    ['a SingleTenant bot by its password', BOT, 'PasswordServiceClientCredentialFactory'],
    [
      'a managed identity by itself',
      { kind: 'UserAssignedMSI', appId: APP_ID, tenant: TENANT } as const,
      'ManagedIdentityServiceClientCredentialsFactory',
    ],
  ])('goes, for %s', async (_what, identity, kind) => {
    const { credentialsFactory } = new HomewardAdapter({ bot: identity, log: silent });
    const { inner } = credentialsFactory as unknown as { inner: object };
    expect(inner.constructor.name).toBe(kind);
    expect(await credentialsFactory.isAuthenticationDisabled()).toBe(false);
    expect(await credentialsFactory.isValidAppId(APP_ID)).toBe(true);
  });

  it('is left out in the demo', async () => {
    const { credentialsFactory } = new HomewardAdapter({ bot: null, log: silent });
    expect(await credentialsFactory.isAuthenticationDisabled()).toBe(true);
  });
});
