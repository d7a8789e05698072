import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asConnectorError, ConnectorError, oneAttempt } from '../../../src/teams/post/transport.ts';
import { plainTrouble } from '../../../src/teams/post/trouble.ts';
import { startTeamsService, type TeamsService } from '../../fakes/teams-service.ts';

let teams: TeamsService;
beforeAll(async () => {
  teams = await startTeamsService();
});
afterAll(async () => await teams.close());

/** The SDK's request, as far as a transport looks at it. */
function request(url: string, body?: string): never {
  return {
    url,
    method: body ? 'POST' : 'GET',
    body,
    headers: { toJson: () => ({ 'content-type': 'application/json' }) },
  } as never;
}

async function failing(url: string, timeoutMs?: number): Promise<ConnectorError> {
  const error = await oneAttempt(timeoutMs)
    .sendRequest(request(url, '{}'))
    .then(
      () => new Error('it did not fail'),
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof ConnectorError)) throw error;
  return error;
}

const say = () => `${teams.url}v3/conversations/a:1/activities`;

describe('one request to Teams', () => {
  it('brings back what Teams answered', async () => {
    const answer = await oneAttempt().sendRequest(request(`${teams.url}v3/conversations/a:1/members/29:1`));
    expect(answer).toMatchObject({ status: 200 });
    expect(JSON.parse(answer.bodyAsText!)).toMatchObject({ id: '29:1' });
    expect(answer.headers.toJson()).toMatchObject({ 'content-type': 'application/json' });
  });

  it.each([
    [
      { status: 429, retryAfter: '17' },
      { status: 429, retryAfterSeconds: 17, ambiguous: false },
    ],
    [
      { status: 429, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
      { retryAfterSeconds: null, ambiguous: false },
    ],
    [{ status: 412 }, { status: 412, ambiguous: false }],
    [{ status: 408 }, { status: 408, ambiguous: true }],
    [{ status: 500 }, { status: 500, teamsCode: null, ambiguous: true }],
    [{ status: 502 }, { status: 502, ambiguous: true }],
    [
      { status: 307, location: '/v3/conversations/a:2/activities' },
      { status: 307, ambiguous: false },
    ],
    [{ status: 403, body: { error: { code: 'Forbidden', innerHttpError: {} } } }, { teamsCode: 'Forbidden' }],
    [
      { status: 403, body: { errorCode: 209, message: '{"subCode":"ConversationBlockedByUser"}' } },
      { teamsCode: 'ConversationBlockedByUser' },
    ],
    [
      { status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'BotNotInConversationRoster' } } },
      { teamsCode: 'BotNotInConversationRoster' },
    ],
    [
      { status: 404, body: { error: { code: 'ConversationNotFound' } } },
      { status: 404, teamsCode: 'ConversationNotFound' },
    ],
    [
      { status: 400, body: { error: { code: 'Alex is not a code' } } },
      { status: 400, teamsCode: null },
    ],
    [{ answers: 'nonsense' as const }, { status: 200, teamsCode: 'unreadable-answer', ambiguous: true }],
    [{ never: 'hears' as const }, { status: null, ambiguous: true }],
  ])('knows %j for what it is', async (fault, known) => {
    teams.next(fault);
    const before = teams.heard.length;
    expect(await failing(say())).toMatchObject({ code: 'connector-failed', ...known });
    expect(teams.heard.length - before).toBe(1);
  });

  it('gives up when Teams does not answer, and says it may have arrived', async () => {
    teams.next({ never: 'answers' });
    expect(await failing(say(), 50)).toMatchObject({ status: null, ambiguous: true });
  });

  it('says that nothing was sent when nobody listens', async () => {
    const gone = await startTeamsService();
    await gone.close();
    expect(await failing(`${gone.url}v3/conversations`)).toMatchObject({ status: null, ambiguous: false });
  });

  it('is not upset by a second answer', async () => {
    teams.next({ answers: 'twice' });
    expect(await oneAttempt().sendRequest(request(say(), '{}'))).toMatchObject({ status: 200 });
    expect(await oneAttempt().sendRequest(request(say(), '{}'))).toMatchObject({ status: 200 });
  });

  it('repeats nothing of what Teams wrote', async () => {
    teams.next({ status: 400, body: { error: { code: 'BadArgument', message: 'Card for Alex Brown is wrong' } } });
    expect((await failing(say())).message).toBe('Teams answered 400 (BadArgument)');
  });
});

describe('what went wrong, in words', () => {
  const failed = (status: number | null, teamsCode: string | null = null, ambiguous = false) =>
    new ConnectorError({ status, teamsCode, ambiguous });

  it.each<[string, unknown, string, string]>([
    ['too many messages', failed(429), 'retry', 'slow down'],
    ['a precondition', failed(412), 'retry', 'slow down'],
    ['a bad gateway', failed(502, null, true), 'retry', 'not well'],
    ['a gateway that waited', failed(504, null, true), 'retry', 'not well'],
    ['an error of Teams', failed(500, null, true), 'unknown', 'error 500'],
    ['a refused card', failed(400, 'BadArgument'), 'unknown', 'error 400'],
    ['refused credentials', failed(401), 'unknown', 'credentials'],
    ['no app there', failed(403, 'BotNotInConversationRoster'), 'wait-for-person', 'not installed'],
    ['a person who blocked it', failed(403, 'ConversationBlockedByUser'), 'wait-for-person', 'blocked'],
    ['an administrator who blocked it', failed(403, 'BotDisabledByAdmin'), 'wait-for-person', 'switched Homeward off'],
    ['another cloud', failed(403, 'InvalidBotApiHost'), 'wait-for-person', 'another address'],
    ['an unknown refusal', failed(403, 'Forbidden'), 'wait-for-person', 'does not let'],
    ['a chat that is gone', failed(404, 'ConversationNotFound'), 'gone', 'no longer exists'],
    ['a message that is gone', failed(404, 'ActivityNotFoundInConversation'), 'gone', 'deleted'],
    ['a large card', failed(413), 'too-large', 'too large'],
    ['a large card, seen by us', failed(null, 'MessageSizeTooBig'), 'too-large', 'too large'],
    ['no answer', failed(null, null, true), 'unknown', 'may or may not have arrived'],
    ['nobody there', failed(null), 'retry', 'could not be reached'],
    ['no token', asConnectorError(new Error('AADSTS7000215: secret')), 'retry', 'sign in'],
    ['a mistake of ours', new TypeError('card of Alex'), 'unknown', 'before it could send'],
  ])('%s', (_what, error, lasting, says) => {
    const trouble = plainTrouble(error);
    expect(trouble).toMatchObject({ lasting, says: expect.stringContaining(says) });
    expect(trouble.remedy).toMatch(/^[A-Z]/);
  });
});
