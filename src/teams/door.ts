/** The front door: from an HTTP request to one authenticated activity, and back to an answer without an error's text. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import restify from 'restify';
import { areKeysOutOfReach, codeOf, type HomewardAdapter, type Log, type Turn } from './adapter.ts';
import { admit, BODY_LIMIT, isFromTenant } from './guards.ts';
import { type Answer, addPages, type Pages, reply } from './pages.ts';

export interface DoorSettings {
  readonly host: string;
  readonly port: number;
  readonly adapter: HomewardAdapter;
  readonly log: Log;
  /** How long turns that have begun may take once the door is closing. */
  readonly drainMs?: number;
}

export interface Door {
  readonly url: string;
  readonly adapter: HomewardAdapter;
  /** Lets nobody else in, lets turns that have begun end, and is done. */
  close(): Promise<void>;
}

/** The address cannot be listened on. */
export class DoorStuck extends Error {
  readonly code = 'door-stuck';
}

/** Opens the door and listens. */
export async function openDoor(settings: DoorSettings, turn: Turn, pages: Pages): Promise<Door> {
  const { adapter, drainMs = 15_000 } = settings;
  const server = restify.createServer({ name: 'homeward' });
  const inside = new Set<Promise<void>>();
  let isClosing = false;

  server.on('restifyError', (_request, _response, error, done) => {
    // restify would repeat the path or the error's text.
    const body = {
      code: error.statusCode === 405 ? 'method-not-allowed' : error.statusCode === 404 ? 'not-found' : 'failed',
    };
    error.toJSON = () => body;
    error.toString = () => body.code;
    done();
  });
  addPages(server, pages, settings.log, () => isClosing);
  server.post('/api/messages', async (request, response) => {
    if (isClosing) return reply(response, { status: 503, body: { code: 'closing' } });
    const visit = receive(request, settings, turn).then((answer) => reply(response, answer));
    inside.add(visit);
    await visit.finally(() => inside.delete(visit));
  });

  await listen(server, settings);
  return {
    url: urlOf(server.address()),
    adapter,
    async close() {
      isClosing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const patience = new AbortController();
      const waiting = pause(drainMs, undefined, { signal: patience.signal, ref: false }).catch(() => undefined);
      await Promise.race([Promise.allSettled(inside), waiting]);
      patience.abort();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

/** One request to /api/messages. Whatever is thrown in here ends here, as a status and a code. */
async function receive(request: IncomingMessage, { adapter, log }: DoorSettings, turn: Turn): Promise<Answer> {
  const turnAway = (status: number, code: string): Answer => {
    log({ level: 'warn', code: 'turned-away', facts: { status, because: code } });
    return { status, body: { code } };
  };
  let step: 'reading' | 'token' | 'turn' = 'reading';
  try {
    const body = await bodyOf(request);
    if (!body.ok) return turnAway(body.status, body.code);
    const admission = admit(body.value, adapter.serviceHosts);
    if (!admission.ok) return turnAway(400, admission.code);
    const { activity } = admission;

    step = 'token';
    const caller = await adapter.authenticate(request.headers.authorization ?? '', activity);
    if (adapter.bot && !isFromTenant(activity, adapter.bot.tenant)) return turnAway(403, 'foreign-tenant');

    step = 'turn';
    const answer = await adapter.run(caller, activity, turn);
    return { status: answer?.status ?? 200, body: answer?.body };
  } catch (error) {
    if (step === 'token')
      return areKeysOutOfReach(error) ? turnAway(503, 'keys-out-of-reach') : turnAway(401, 'unauthorised');
    log({ level: 'error', code: 'request-failed', facts: { step, because: codeOf(error) } });
    return { status: step === 'reading' ? 400 : 500, body: { code: 'failed' } };
  }
}

type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** The JSON in a request. What is beyond the limit is read past and not kept: a caller that still sends hears no answer. */
async function bodyOf(request: IncomingMessage): Promise<Body> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  // Only JSON, so that no web page can post to a demo without asking first; nothing packed, so that the limit is a limit.
  if (!/^application\/json\b/i.test(type) || encoding !== 'identity')
    return { ok: false, status: 415, code: 'not-json' };

  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= BODY_LIMIT) kept.push(chunk);
  }
  if (bytes > BODY_LIMIT) return { ok: false, status: 413, code: 'too-large' };
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(kept).toString('utf8')) };
  } catch {
    return { ok: false, status: 400, code: 'not-json' };
  }
}

async function listen(server: restify.Server, { host, port }: DoorSettings): Promise<void> {
  const opened = once(server, 'listening');
  server.listen(port, host);
  try {
    await opened;
    // A caller that takes longer than this to say what it wants is not Teams.
    server.server.requestTimeout = 30_000;
  } catch (error) {
    throw new DoorStuck(whyStuck(codeOf(error), host, port), { cause: error });
  }
}

function whyStuck(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program: stop it, or set PORT to another number`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set PORT to a number above 1023`;
    default:
      return `Cannot listen on HOST "${host}", PORT ${port} (${code}): set HOST to an address of this computer`;
  }
}

function urlOf({ family, address, port }: AddressInfo): string {
  const anyAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const reachable = anyAddress[address] ?? address;
  return family === 'IPv6' ? `http://[${reachable}]:${port}` : `http://${reachable}:${port}`;
}
