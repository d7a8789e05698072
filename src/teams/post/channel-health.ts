import { dayOf } from '../../clock.ts';
import type { ChannelTrouble } from '../../letters/channels/model.ts';
import { troubleLetters } from '../../letters/channels/rules.ts';
import type { Needs } from '../route.ts';
import type { Directory } from './directory.ts';
import type { Messenger } from './messenger.ts';
import { channelTroubleOf } from './trouble.ts';

/** What is known of the channels of the authority file: found when Homeward starts, and whenever it posts. */
export interface ChannelHealth {
  /** Asks Teams for each channel once. Nothing is known before Teams has first spoken to us: then the first post tells. */
  check(): Promise<void>;
  /** A post failed. True when the administrators are to hear of it, and their letters wait to be sent. */
  failed(channel: string, error: unknown): Promise<boolean>;
  /** A post arrived, so whatever was wrong is over. */
  reached(channel: string): void;
  inTrouble(): readonly ChannelTrouble[];
}

export interface ChannelHealthSettings {
  readonly needs: Pick<Needs, 'authority' | 'clock'>;
  readonly directory: Directory;
  readonly messenger: Messenger;
  /** Told of each trouble by a code, when it is found. */
  readonly trouble: (code: string, error: unknown) => void;
}

export function channelHealth({ needs, directory, messenger, trouble }: ChannelHealthSettings): ChannelHealth {
  const { authority, clock } = needs;
  const found = new Map<string, ChannelTrouble>();
  const told = new Set<string>();

  const failed = async (channel: string, error: unknown): Promise<boolean> => {
    const what = channelTroubleOf(error);
    if (!what) return false;
    found.set(channel, what);
    const now = clock.now();
    const once = [channel, what, dayOf(now)].join(' ');
    if (told.has(once)) return false;
    trouble(`channel-${what}`, error);
    await directory.write(troubleLetters(channel, what, authority.register, now));
    told.add(once);
    return true;
  };

  return {
    failed,
    async check() {
      const at = await directory.channels();
      if (!at) return;
      for (const { name, id } of authority.channels.values()) {
        await messenger
          .reach({ serviceUrl: at.serviceUrl, tenant: at.tenant, channelId: id })
          .catch((error: unknown) => failed(name, error));
      }
    },
    reached: (channel) => void found.delete(channel),
    inTrouble: () => [...found.values()],
  };
}
