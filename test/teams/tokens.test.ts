import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HomewardAdapter } from '../../src/teams/adapter.ts';
import { type Door, openDoor } from '../../src/teams/door.ts';
import {
  APP_ID,
  BOT,
  ISSUER,
  type KeyServer,
  MadeUpCredentials,
  startKeyServer,
  TENANT,
  type TokenOverrides,
} from '../fakes/key-server.ts';
import { blank } from '../fakes/wired-door.ts';

const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const hello = {
  type: 'message',
  id: '1',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', tenantId: TENANT },
  from: { id: '29:1', aadObjectId: 'p-1' },
};

let keys: KeyServer;
let door: Door;
let logged: string[];
let turns: unknown[];

function adapterTrusting(endpoints: KeyServer['endpoints']): HomewardAdapter {
  return new HomewardAdapter({
    bot: BOT,
    log: ({ code }) => logged.push(code),
    credentials: new MadeUpCredentials(),
    endpoints,
  });
}

async function openWith(adapter: HomewardAdapter): Promise<Door> {
  return await openDoor(
    { host: '127.0.0.1', port: 0, adapter, log: ({ facts }) => logged.push(String(facts.because)) },
    async ({ activity }) => void turns.push(activity.text),
    blank,
  );
}

async function knock(authorization: string | null, activity: object = hello, at = door): Promise<[number, string]> {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const answer = await fetch(`${at.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  return [answer.status, await answer.text()];
}

beforeAll(async () => {
  keys = await startKeyServer();
  door = await openWith(adapterTrusting(keys.endpoints));
});
beforeEach(() => {
  logged = [];
  turns = [];
});
afterAll(async () => {
  await door.close();
  await keys.close();
});

const unauthorised = [401, '{"code":"unauthorised"}'];

describe('who may come in', () => {
  it('lets Teams in', async () => {
    expect(await knock(await keys.sign(serviceUrl))).toEqual([200, '']);
    expect(turns).toEqual(['hello']);
  });

  it('allows for clocks that differ by a few minutes', async () => {
    expect(await knock(await keys.sign(serviceUrl, { expires: -200 }))).toEqual([200, '']);
  });

  it.each<[string, TokenOverrides]>([
    ['for another bot', { claims: { aud: '99999999-2222-3333-4444-555555555555' } }],
    ['for several bots', { claims: { aud: [APP_ID, 'another'] } }],
    ['for nobody', { claims: { aud: null } }],
    ['from another issuer', { claims: { iss: 'https://sts.example' } }],
    ['from nobody', { claims: { iss: null } }],
    ['that our own bot was issued', { claims: { iss: `https://sts.windows.net/${TENANT}/`, appid: APP_ID } }],
    [
      'that our own bot was issued by Bot Framework, taken for the Emulator’s',
      { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP_ID, ver: '1.0' } },
    ],
    ['from another bot, as a skill', { claims: { iss: ISSUER, appid: 'another-bot', ver: '1.0' }, kid: 'unpublished' }],
    ['that has expired', { expires: -900 }],
    ['that never expires', { claims: { exp: null } }],
    ['that is not valid yet', { notBefore: 900 }],
    ['signed with a key that nobody published', { kid: 'unpublished' }],
    ['signed with a stranger’s key under a published id', { signedBy: 'stranger' }],
    ['signed with a key for another channel', { signedBy: 'skype' }],
    ['for another service address', { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }],
    ['for no service address', { claims: { serviceurl: null } }],
  ])('turns away a token %s', async (_what, overrides) => {
    expect(await knock(await keys.sign(serviceUrl, overrides))).toEqual(unauthorised);
    expect(turns).toEqual([]);
  });

  it.each([
    ['no token', null],
    ['an empty one', ''],
    ['half a one', 'Bearer'],
    ['nonsense', 'Bearer nonsense'],
    ['dotted nonsense', 'Bearer a.b.c'],
    ['another scheme', 'Basic aG9tZTp3YXJk'],
  ])('turns away %s', async (_what, authorization) => {
    expect(await knock(authorization)).toEqual(unauthorised);
  });

  it('turns away a token that says it needs no signature', async () => {
    const bare = new UnsecuredJWT({ iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl })
      .setExpirationTime('10 minutes')
      .encode();
    const [, payload] = bare.split('.');
    const header = Buffer.from('{"alg":"none","kid":"published"}').toString('base64url');
    expect(await knock(`Bearer ${header}.${payload}.`)).toEqual(unauthorised);
  });

  it('turns away a token signed with the published key as if it were a password', async () => {
    const token = await new SignJWT({ iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'HS256', kid: 'published' })
      .setExpirationTime('10 minutes')
      .sign(new TextEncoder().encode(keys.publicKeyText));
    expect(await knock(`Bearer ${token}`)).toEqual(unauthorised);
  });

  it.each([
    ['another tenant', { ...hello, conversation: { id: 'a:1', tenantId: 'someone-else' } }],
    ['another tenant in its channel data', { ...hello, channelData: { tenant: { id: 'someone-else' } } }],
    ['no tenant', { ...hello, conversation: { id: 'a:1' } }],
  ])('turns away a genuine activity of %s', async (_what, activity) => {
    expect(await knock(await keys.sign(serviceUrl), activity)).toEqual([403, '{"code":"foreign-tenant"}']);
    expect(turns).toEqual([]);
    expect(logged).toEqual(['foreign-tenant']);
  });

  it('knows its tenant from the channel data too', async () => {
    const inChannel = { ...hello, conversation: { id: '19:x' }, channelData: { tenant: { id: TENANT.toUpperCase() } } };
    expect(await knock(await keys.sign(serviceUrl), inChannel)).toEqual([200, '']);
  });

  it.each([
    ['no type', { type: undefined }, 'no-type'],
    ['no channel', { channelId: undefined }, 'wrong-channel'],
    ['an empty channel', { channelId: '' }, 'wrong-channel'],
    ['the App Service channel', { channelId: 'AseChannel' }, 'wrong-channel'],
    ['no service address', { serviceUrl: undefined }, 'no-service-url'],
    ['an address that is not Teams’', { serviceUrl: 'https://teams.example/' }, 'service-url-not-allowed'],
  ])('refuses an activity with %s, with or without a token', async (_what, change, code) => {
    const activity = { ...hello, ...change };
    expect(await knock(null, activity)).toEqual([400, `{"code":"${code}"}`]);
    expect(await knock(await keys.sign(serviceUrl), activity)).toEqual([400, `{"code":"${code}"}`]);
    expect(turns).toEqual([]);
  });

  it('asks the caller to come back when Microsoft’s keys cannot be had', async () => {
    const gone = await startKeyServer();
    const token = await gone.sign(serviceUrl);
    await gone.close();
    const cutOff = await openWith(adapterTrusting(gone.endpoints));
    expect(await knock(token, hello, cutOff)).toEqual([503, '{"code":"keys-out-of-reach"}']);
    await cutOff.close();
  });
});
