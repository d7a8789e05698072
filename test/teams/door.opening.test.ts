import { execFile } from 'node:child_process';
import { request as ask } from 'node:http';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/teams/adapter.ts';
import { openDoor } from '../../src/teams/door.ts';
import { answerWith, blank, type Wired, type Wiring, wire } from '../fakes/wired-door.ts';

const nothing: Turn = async () => {};

let wired: Wired;
afterEach(async () => await wired.close());

async function open(turn: Turn, wiring?: Wiring): Promise<Wired> {
  wired = await wire(turn, wiring);
  return wired;
}

describe('opening the door', () => {
  it('names the port that another program has', async () => {
    const { url, adapter } = (await open(nothing)).door;
    const port = Number(new URL(url).port);
    const again = openDoor({ host: '127.0.0.1', port, adapter, log: () => {} }, nothing, blank);
    const message = expect.stringContaining(`Port ${port} is in use`);
    await expect(again).rejects.toMatchObject({ code: 'door-stuck', message });
  });

  it('names an address that is not this computer’s', async () => {
    const { adapter } = (await open(nothing)).door;
    const far = openDoor({ host: '192.0.2.1', port: 0, adapter, log: () => {} }, nothing, blank);
    await expect(far).rejects.toThrow('set HOST to an address of this computer');
  });
});

describe('closing the door', () => {
  it('lets a turn end that has begun, and lets nobody else in', async () => {
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const { door, knock, press } = await open(async (context) => {
      begun.resolve();
      await mayEnd.promise;
      await answerWith(context, {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'Saved',
      });
    });
    const pressed = knock(press());
    await begun.promise;
    const closed = door.close();
    await expect(fetch(`${door.url}/healthz`)).rejects.toThrow('fetch failed');
    mayEnd.resolve();
    expect(await pressed).toMatchObject({ status: 200, body: { value: 'Saved' } });
    await closed;
  });

  it('does not wait for ever for a turn that does not end', async () => {
    const begun = Promise.withResolvers<void>();
    const endless: Turn = () => {
      begun.resolve();
      return new Promise(() => {});
    };
    const { door, knock, message } = await open(endless, { drainMs: 20 });
    const cutOff = knock(message()).catch(() => 'cut off');
    await begun.promise;
    await door.close();
    expect(await cutOff).toBe('cut off');
  });

  it('does not wait for a caller who hung up in the middle of a sentence', async () => {
    const { door, knock, message } = await open(nothing, { drainMs: 60_000 });
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const caller = ask(`${door.url}/api/messages`, { method: 'POST', headers });
    caller.on('error', () => {});
    await new Promise<void>((sent) => caller.write('{"type":', () => sent()));
    caller.destroy();
    expect(await knock(message())).toMatchObject({ status: 200 });
    await door.close();
  });
});

describe('the console', () => {
  it('hears nothing from the SDK, from restify or from Node', { timeout: 30_000 }, async () => {
    await open(nothing);
    const script = `
      import { HomewardAdapter } from './src/teams/adapter.ts';
      import { openDoor } from './src/teams/door.ts';
      import { BOT, MadeUpCredentials, startKeyServer } from './test/fakes/key-server.ts';
      const keys = await startKeyServer();
      const adapter = new HomewardAdapter({ bot: BOT, log() {}, credentials: new MadeUpCredentials(), endpoints: keys.endpoints });
      const turn = async () => { console.error('our own line'); };
      const door = await openDoor({ host: '127.0.0.1', port: 0, adapter, log() {} }, turn, {});
      const serviceUrl = 'https://smba.trafficmanager.net/uk/';
      const body = JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl, from: {}, conversation: { id: 'a', tenantId: BOT.tenant } });
      for (const overrides of [{ signedBy: 'stranger' }, { expires: -900 }, { notBefore: 900 }, {}]) {
        const headers = { 'content-type': 'application/json', authorization: await keys.sign(serviceUrl, overrides) };
        const answer = await fetch(door.url + '/api/messages', { method: 'POST', headers, body });
        console.log(answer.status);
      }
      await door.close();
      await keys.close();`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect([stdout.trim().split('\n'), stderr]).toEqual([['401', '401', '401', '200'], 'our own line\n']);
  });
});
