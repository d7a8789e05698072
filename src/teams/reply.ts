import { CardFactory, type TurnContext } from 'botbuilder';
import type { Card } from '../cards/catalogue.ts';

/**
 * Answers whoever asked, and nobody else. A press gets its card in the invoke response, which replaces the card on the
 * presser's own screen only; a message gets a message. teams-ai's own way would show one person's card to the whole
 * channel (teams.md T1).
 */
export async function reply(context: TurnContext, card: Card): Promise<void> {
  if (context.activity.type === 'invoke') {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  } else {
    await context.sendActivity({
      type: 'message',
      summary: card.fallbackText,
      attachments: [CardFactory.adaptiveCard(card)],
    });
  }
}
