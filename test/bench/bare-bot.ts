/**
 * The least a bot on the same packages can be: restify, the Teams adapter, and one fixed card for every press. What
 * Homeward costs is measured against it.
 */
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { TurnContext } from 'botbuilder';
import restify from 'restify';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'The same card every time', wrap: true }],
  actions: [{ type: 'Action.Execute', title: 'Press', verb: 'press', data: {} }],
};

/** Starts it on a free port of this computer and returns its address. */
export async function startBareBot(): Promise<{ url: string; close(): void }> {
  const adapter = new TeamsAdapter({});
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response, async (context: TurnContext) => {
      if (context.activity.type === 'invoke') {
        const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => void server.close() };
}

if (import.meta.main) {
  const { url } = await startBareBot();
  console.log(`listens on ${url}`);
}
