import { afterEach, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/teams/adapter.ts';
import type { Readiness } from '../../src/teams/pages.ts';
import { answerWith, type Wired, type Wiring, well, wire } from '../fakes/wired-door.ts';

const secret = 'Alex Brown, C-1042';
const nothing: Turn = async () => {};

let wired: Wired;
afterEach(async () => await wired.close());

async function open(turn: Turn, wiring?: Wiring): Promise<Wired> {
  wired = await wire(turn, wiring);
  return wired;
}

describe('the front door', () => {
  it('brings an activity to its turn, and the words of the turn to Teams', async () => {
    const { knock, message, teams } = await open(
      async (context) => void (await context.sendActivity(`You said ${context.activity.text}`)),
    );
    expect(await knock(message())).toEqual({ status: 200, body: null });
    expect(teams.last('a:1').text).toBe('You said hello');
  });

  it('gives back what the turn answered to a pressed button', async () => {
    const said = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } };
    const { knock, press } = await open((context) => answerWith(context, said));
    expect(await knock(press())).toEqual({ status: 200, body: said });
  });

  it('says that a card is out of date when no turn knows its button', async () => {
    const { knock, press } = await open(nothing);
    const value = expect.stringContaining('out of date');
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
    expect(await knock(press())).toEqual({ status: 200, body });
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['nothing at all', '', {}, 400, 'not-json'],
    ['words', 'hello', {}, 400, 'not-json'],
    ['half an object', '{"type":', {}, 400, 'not-json'],
    ['a list', '[]', {}, 400, 'not-an-object'],
    ['an activity without a type', '{"channelId":"msteams"}', {}, 400, 'no-type'],
    ['a form that a web page could post', '{"type":"message"}', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['something packed', '{"type":"message"}', { 'content-encoding': 'gzip' }, 415, 'not-json'],
    ['far too much', JSON.stringify({ type: 'message', text: 'x'.repeat(300 * 1024) }), {}, 413, 'too-large'],
  ])('refuses %s, repeating nothing', async (_what, body, headers, status, code) => {
    const { knock, logged } = await open(() => Promise.reject(new Error('it came through')));
    expect(await knock(body, headers)).toEqual({ status, body: { code } });
    expect(logged).toEqual([{ level: 'warn', code: 'turned-away', facts: { status, because: code } }]);
  });

  it('accepts as much as Teams sends', async () => {
    const { knock, activity } = await open(nothing);
    const long = activity({ type: 'message', text: 'x'.repeat(200 * 1024) });
    expect(await knock(long)).toMatchObject({ status: 200 });
  });

  it('accepts a Teams service on this computer only, in the demo', async () => {
    const { knock, message } = await open(nothing);
    const elsewhere = { ...message(), serviceUrl: 'https://smba.trafficmanager.net/uk/' };
    expect(await knock(elsewhere)).toEqual({ status: 400, body: { code: 'service-url-not-allowed' } });
  });

  it.each([
    ['/api/messages', 'GET', 405, 'method-not-allowed'],
    [`/cases/${encodeURIComponent(secret)}`, 'GET', 404, 'not-found'],
    ['/', 'POST', 404, 'not-found'],
  ])('has nothing at %s for %s', async (path, method, status, code) => {
    const { door } = await open(nothing);
    const answer = await fetch(door.url + path, { method });
    expect([answer.status, await answer.json()]).toEqual([status, { code }]);
  });
});

describe('a turn that fails', () => {
  const failing: Turn = () => Promise.reject(new Error(`no such case: ${secret}`));

  it('tells the person who wrote, with a reference that the log has too', async () => {
    const { knock, message, teams, logged } = await open(failing);
    expect(await knock(message())).toEqual({ status: 200, body: null });
    const words = teams.last('a:1').text;
    const reference = /reference: (\w{8})\./.exec(words)?.[1];
    const facts = { reference, kind: 'message', because: 'unexpected' };
    expect(logged).toEqual([{ level: 'error', code: 'turn-failed', facts }]);
    expect(words).not.toContain('Alex');
  });

  it('tells the person who pressed a button, on the card', async () => {
    const { knock, press, teams, logged } = await open(failing);
    const { status, body } = await knock(press());
    expect(status).toBe(200);
    const value = { code: 'turn-failed', message: expect.stringMatching(/^Sorry.*reference: \w{8}\.$/) };
    expect(body).toEqual({ statusCode: 500, type: 'application/vnd.microsoft.error', value });
    expect(JSON.stringify([body, logged])).not.toContain('Alex');
    expect(teams.sent()).toEqual([]);
  });

  it('lets an answer stand that was given before the failure', async () => {
    const said = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Saved' };
    const { knock, press, logged } = await open(async (context) => {
      await answerWith(context, said);
      throw new Error(secret);
    });
    expect(await knock(press())).toEqual({ status: 200, body: said });
    expect(logged).toMatchObject([{ code: 'turn-failed' }]);
  });

  it('says nothing into a channel that it was only added to', async () => {
    const { knock, activity, teams } = await open(failing);
    expect(await knock(activity({ type: 'conversationUpdate' }))).toMatchObject({ status: 200 });
    expect(teams.heard).toEqual([]);
  });

  it('logs the code of what went wrong, and leaks no words when not even the apology arrives', async () => {
    const { knock, message, teams, logged } = await open(async (context) => void (await context.sendActivity(secret)));
    teams.next({ status: 500 }, { status: 500 });
    expect(await knock(message())).toEqual({ status: 500, body: { code: 'failed' } });
    expect(logged).toMatchObject([
      { code: 'turn-failed', facts: { because: 'connector-failed' } },
      { code: 'request-failed', facts: { step: 'turn', because: 'connector-failed' } },
    ]);
    expect(JSON.stringify(logged)).not.toContain('Alex');
  });
});

describe('health', () => {
  it('says that the process is up, whatever else is wrong, asking nobody', async () => {
    const { door } = await open(nothing, { pages: { health: () => Promise.reject(new Error('asked')) } });
    const answer = await fetch(`${door.url}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { up: true }]);
  });

  const full: Readiness = { ready: false, problems: ['store-not-writable'], detail: {} };
  const unknown: Readiness = { ready: false, problems: ['check-failed'], detail: {} };

  it.each<[string, () => Promise<Readiness>, number, Readiness]>([
    ['is ready', async () => well, 200, well],
    ['is not ready', async () => full, 503, full],
    ['cannot tell', () => Promise.reject(new Error(secret)), 503, unknown],
  ])('says that it %s', async (_what, health, status, body) => {
    const { door } = await open(nothing, { pages: { health } });
    const answer = await fetch(`${door.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([status, body]);
  });
});
