import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that our bot made, as it arrived. */
export interface Heard {
  /** When, in milliseconds since this process began. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: Wire;
}

/** A message as Teams holds it now. */
export interface Kept {
  readonly conversation: string;
  readonly activity: string;
  /** The Adaptive Card, or null for a message of words. */
  readonly card: Wire | null;
  readonly text: string;
  readonly summary: string;
  /** How often it was redrawn. */
  readonly redrawn: number;
}

/** How the service treats one request. `arrived` keeps the message all the same: what a 502 may really mean. */
export type Fault =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly retryAfter?: string;
      readonly location?: string;
      readonly arrived?: true;
    }
  | { readonly never: 'answers' | 'hears'; readonly arrived?: true }
  | { readonly answers: 'twice' | 'nonsense' };

type Wire = Record<string, unknown>;

/** The Teams service as our bot sees it, on this computer. Any activity id may be answered to (teams.md T21). */
export interface TeamsService {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Faults for the next requests, one each; null lets one through. */
  next(...faults: readonly (Fault | null)[]): void;
  /** From now on whatever names this channel, or this thread, is answered so; null opens it again. */
  closes(place: string, fault: Fault | null): void;
  /** Every message, oldest first, as it stands now; of one conversation, if named. */
  sent(conversation?: string): readonly Kept[];
  /** The last message of a conversation. Throws when there is none. */
  last(conversation?: string): Kept;
  at(conversation: string, activity: string): Kept | undefined;
  /** What the roster says of a person; unknown people get a plain answer. */
  knows(id: string, member: Wire): void;
  close(): Promise<void>;
}

export async function startTeamsService(): Promise<TeamsService> {
  const heard: Heard[] = [];
  const messages: Kept[] = [];
  const members = new Map<string, Wire>();
  const faults: (Fault | null)[] = [];
  const closed = new Map<string, Fault>();
  let lastId = 1000;

  function keep(conversation: string, activity: string, body: Wire): string {
    const {
      attachments = [],
      text = '',
      summary = '',
    } = body as { attachments?: Wire[]; text?: string; summary?: string };
    const before = messages.findIndex((kept) => kept.conversation === conversation && kept.activity === activity);
    const redrawn = before === -1 ? 0 : messages[before]!.redrawn + 1;
    const message = {
      conversation,
      activity,
      card: (attachments[0]?.content ?? null) as Wire | null,
      text,
      summary,
      redrawn,
    };
    if (before === -1) messages.push(message);
    else messages[before] = message;
    return activity;
  }

  function newConversation(body: Wire): Wire {
    const {
      channelData,
      activity,
      members: people,
    } = body as {
      channelData?: { channel?: { id: string } };
      activity?: Wire;
      members?: { id: string }[];
    };
    if (!channelData?.channel) return { id: `a:${people?.[0]?.id}` };
    const activityId = String(++lastId);
    const id = `${channelData.channel.id};messageid=${activityId}`;
    if (activity) keep(id, activityId, activity);
    return { id, activityId };
  }

  /** Does what was asked and says what Teams would. */
  function act({ method, path, body }: Heard): Wire | null {
    const [, conversation = '', kind = '', id = ''] = (
      /^\/v3\/conversations(?:\/([^/?]+)(?:\/(\w+)(?:\/([^/?]+))?)?)?(?:\?|$)/.exec(path) ?? []
    ).map((part) => decodeURIComponent(part ?? ''));
    if (method === 'POST' && path === '/v3/conversations') return newConversation(body);
    if (method === 'POST' && kind === 'activities') return { id: keep(conversation, String(++lastId), body) };
    if (method === 'PUT' && kind === 'activities') return { id: keep(conversation, id, body) };
    if (method === 'GET' && kind === 'pagedmembers') return { members: [] };
    if (method === 'GET' && kind === 'members') return members.get(id) ?? { id, name: `Member ${id}`, aadObjectId: id };
    return null;
  }

  function closedTo({ path, body }: Heard): Fault | null {
    const channel = (body as { channelData?: { channel?: { id: string } } }).channelData?.channel?.id;
    const place = decodeURIComponent(/^\/v3\/conversations\/([^/?]+)/.exec(path)?.[1] ?? channel ?? '');
    return closed.get(place) ?? closed.get(place.split(';')[0]!) ?? null;
  }

  const server = createServer(async (request, response) => {
    const asked = await hear(request);
    heard.push(asked);
    const fault = faults.shift() ?? closedTo(asked);
    const arrives = fault === null || 'answers' in fault || fault.arrived === true;
    const said = arrives ? act(asked) : null;
    answer(response, fault, said);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const of = (conversation?: string) => messages.filter((kept) => !conversation || kept.conversation === conversation);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    next: (...more) => void faults.push(...more),
    closes: (place, fault) => void (fault ? closed.set(place, fault) : closed.delete(place)),
    sent: of,
    last(conversation) {
      const message = of(conversation).at(-1);
      if (!message) throw new Error(`Nothing was sent${conversation ? ` to ${conversation}` : ''}`);
      return message;
    },
    at: (conversation, activity) => of(conversation).find((kept) => kept.activity === activity),
    knows: (id, member) => void members.set(id, { id, ...member }),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { method = '', url = '', headers } = request;
  return {
    at: performance.now(),
    method,
    path: url,
    authorization: headers.authorization ?? null,
    body: text ? JSON.parse(text) : {},
  };
}

function answer(response: ServerResponse, fault: Fault | null, said: Wire | null): void {
  if (fault === null) {
    json(response, said ? 200 : 404, said ?? { error: { code: 'NotFound' } });
  } else if ('never' in fault) {
    if (fault.never === 'hears') response.socket?.destroy();
  } else if ('answers' in fault) {
    const { socket } = response;
    json(response, 200, fault.answers === 'nonsense' ? 'nonsense' : said);
    if (fault.answers === 'twice') socket?.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
  } else {
    if (fault.retryAfter) response.setHeader('retry-after', fault.retryAfter);
    if (fault.location) response.setHeader('location', fault.location);
    json(response, fault.status, fault.body ?? {});
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === 'nonsense' ? '<html>' : JSON.stringify(body));
}
