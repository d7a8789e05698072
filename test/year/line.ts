import type { Instant } from '../../src/clock.ts';
import type { Message, Messenger, Sent } from '../../src/teams/post/messenger.ts';
import { ConnectorError } from '../../src/teams/post/transport.ts';
import { chance } from './council.ts';

/** A message that came to where it was sent, whatever Homeward heard of it. */
export interface Arrival {
  readonly at: Instant;
  readonly to: string;
  /** What the notification says. */
  readonly summary: string;
  /** The answer was lost on the way back, or the process died before it had it. */
  readonly unheard: boolean;
}

interface Process {
  isDead: boolean;
}

/** The line to Teams. It takes everything, unless it was made to be unwell: then it fails now and then, the same way every time. */
export class Line {
  readonly arrived: Arrival[] = [];
  /** People who have blocked Homeward. */
  readonly blocked = new Set<string>();
  /** Sends left until the process dies with the message on its way; null while nothing is to happen. */
  fuse: number | null = null;
  readonly #isUnwell: boolean;
  #sends = 0;

  constructor(isUnwell: boolean) {
    this.#isUnwell = isUnwell;
  }

  for(process: Process, clock: { now(): Instant }): Messenger {
    const send = async (conversation: string, message: Message): Promise<Sent> => {
      if (process.isDead) throw new Error('This process was killed');
      this.#sends += 1;
      const activity = String(this.#sends);
      const arrive = (unheard: boolean) => {
        this.arrived.push({ at: clock.now(), to: conversation, summary: message.summary, unheard });
      };
      if (this.blocked.has(conversation))
        throw new ConnectorError({ status: 403, teamsCode: 'ConversationBlockedByUser', ambiguous: false });
      this.#mayFail(activity, arrive);
      if (this.fuse !== null) this.fuse -= 1;
      if (this.fuse !== null && this.fuse < 0) {
        process.isDead = true;
        arrive(true);
        throw new Error('Killed while sending');
      }
      arrive(false);
      return { conversation, activity };
    };
    return {
      say: ({ conversation }, message) => send(conversation, message),
      async openThread({ channelId }, message) {
        const { activity } = await send(channelId, message);
        return { conversation: `${channelId};messageid=${activity}`, activity };
      },
      openChat: async ({ person }) => `a:${person}`,
      reach: async () => {},
      redraw: async () => {
        if (process.isDead) throw new Error('This process was killed');
      },
    };
  }

  #mayFail(activity: string, arrive: (unheard: boolean) => void): void {
    if (!this.#isUnwell) return;
    const luck = chance(`send ${activity}`, 1000);
    if (luck < 10) throw new ConnectorError({ status: 429, retryAfterSeconds: 20, ambiguous: false });
    if (luck < 14) throw new ConnectorError({ status: 412, ambiguous: false });
    if (luck < 20) throw new ConnectorError({ status: 503, ambiguous: true });
    if (luck < 25) {
      arrive(true);
      throw new ConnectorError({ status: luck < 22 ? 504 : null, ambiguous: true });
    }
    if (luck < 28) throw new ConnectorError({ status: null, ambiguous: false });
  }
}
