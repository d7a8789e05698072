import type { Head } from '../../view.ts';
import type { Letter } from '../model.ts';
import { CHANNEL_TROUBLES, type ChannelTrouble } from './model.ts';

/** A channel that cannot be written to, for the administrator. */
export interface ChannelTroubleView extends Head {
  readonly says: string;
  readonly remedy: string;
  readonly meanwhile: string;
}

export function channelTroubleView({ facts }: Pick<Letter, 'facts'>): ChannelTroubleView {
  const { says, remedy } = CHANNEL_TROUBLES[facts.what as ChannelTrouble] ?? CHANNEL_TROUBLES['may-not-post'];
  return {
    heading: 'A channel cannot be written to',
    quiet: facts.channel ?? 'A channel of the authority file',
    says: `${says}.`,
    remedy: `${remedy}.`,
    meanwhile: 'Letters to people go out all the same. What waits for this channel is posted when it works again.',
  };
}
