import type { Catalogue } from '../../src/cards/catalogue.ts';
import { type ChannelView, channelView, neutralHead, storyView } from '../../src/disputes/letters/channel-view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { CHANNEL_TROUBLES } from '../../src/letters/channels/model.ts';
import { channelTroubleView } from '../../src/letters/channels/view.ts';
import { localDate } from '../../src/local-date.ts';
import { northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const DIRECTORATE = 'Directorate: senior leadership and the Director’s office, decisions and disputes';

/** What the administrator is told of a channel: each trouble, and one in a channel with a long name. */
export const CHANNEL_SAMPLES: { readonly 'channel.trouble': readonly Catalogue['channel.trouble'][] } = {
  'channel.trouble': [
    ...Object.keys(CHANNEL_TROUBLES).map((what) => channelTroubleView({ facts: { channel: 'Directorate', what } })),
    channelTroubleView({ facts: { channel: DIRECTORATE, what: 'may-not-post' } }),
  ],
};

/** The head of a dispute's thread and each line of its story. */
export function threadOf(dispute: Dispute, day: string): readonly ChannelView[] {
  const rung = String(Math.max(0, dispute.climbed.length - 1));
  const lines = ['answered', 'asked-again', 'moved-up', 'ended'].map((story) =>
    storyView(dispute, { facts: { rung, story }, writtenAt: at(day) }),
  );
  const head = neutralHead(dispute);
  return [
    ...(head ? [channelView(head, localDate(day), northmoor.holidays)] : []),
    ...lines.filter((line): line is ChannelView => !('dropped' in line)),
  ];
}
