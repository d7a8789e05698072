/** What can be fetched from Homeward without signing in: how it is, its figures, and calendars by their secret. */
import { once } from 'node:events';
import type restify from 'restify';
import type { Log } from './adapter.ts';

/** Whether Homeward can do its work, and what stands in the way. Shown at /readyz to whoever asks: no names, no text. */
export interface Readiness {
  readonly ready: boolean;
  /** A code each. */
  readonly problems: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Where the pages come from. */
export interface Pages {
  health(): Promise<Readiness>;
  metrics(): Promise<{ readonly type: string; readonly text: string }>;
  /** The calendar that a secret opens, or null: which of the reasons it is, nobody is told. */
  calendar(secret: string): Promise<string | null>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** For what is not JSON. */
  readonly type?: string;
}

/** Adds the pages to the server. Nothing here writes down a path: it may be a secret. */
export function addPages(server: restify.Server, pages: Pages, log: Log, isClosing: () => boolean): void {
  const failed = (code: string) => {
    log({ level: 'error', code, facts: {} });
    return { status: 500, body: { code: 'failed' } };
  };
  server.get('/healthz', async (_request, response) => reply(response, { status: 200, body: { up: true } }));
  server.get('/readyz', async (_request, response) => reply(response, await readiness(pages, isClosing())));
  server.get('/metrics', async (_request, response) =>
    reply(
      response,
      await pages.metrics().then(
        ({ type, text }): Answer => ({ status: 200, type, body: text }),
        () => failed('metrics-failed'),
      ),
    ),
  );
  server.get('/calendar/:file', async (request, response) => {
    response.header('cache-control', 'private, no-cache');
    const [, secret] = /^([\w-]{43})\.ics$/.exec(String(request.params.file)) ?? [];
    // Asked for in the same way whatever it looks like, so that what is no secret takes as long as one that opens nothing.
    const calendar = pages.calendar(secret ?? '').then(
      (text): Answer =>
        text === null ? { status: 404, body: { code: 'not-found' } } : { status: 200, type: CALENDAR, body: text },
      () => failed('calendar-failed'),
    );
    return reply(response, await calendar);
  });
}

const CALENDAR = 'text/calendar; charset=utf-8';

async function readiness({ health }: Pages, isClosing: boolean): Promise<Answer> {
  const unknown: Readiness = { ready: false, problems: ['check-failed'], detail: {} };
  const found = isClosing ? { ...unknown, problems: ['closing'] } : await health().catch(() => unknown);
  return { status: found.ready ? 200 : 503, body: found };
}

/** Sends the answer and waits until it is out of our hands. */
export async function reply(response: restify.Response, { status, body, type }: Answer): Promise<void> {
  if (response.destroyed) return;
  const gone = Promise.race([once(response, 'finish'), once(response, 'close')]);
  if (body === undefined) response.sendRaw(status, '');
  else if (type !== undefined) response.sendRaw(status, String(body), { 'content-type': type });
  else response.sendRaw(status, JSON.stringify(body), { 'content-type': 'application/json' });
  await gone;
}
