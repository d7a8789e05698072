/**
 * What can be wrong with a channel, found when Homeward starts or when it posts. Teams says the same of a channel that is
 * private or shared and of a team without Homeward, so the words name both.
 */

/** Each trouble in plain words, and what the administrator can do. */
export const CHANNEL_TROUBLES = {
  deleted: {
    says: 'The channel is not there: it was deleted, or its id in the authority file is wrong',
    remedy: 'Put the id of a channel that exists under “channels” in the authority file, and restart Homeward',
  },
  'not-in-it': {
    says: 'Homeward is not in this channel: it is private or shared, or its team does not have Homeward',
    remedy: 'Add Homeward to the team, or name a standard channel of a team that has it in the authority file',
  },
  'may-not-post': {
    says: 'Teams does not let Homeward write in this channel: it is private or shared, or its owner has restricted who may post',
    remedy: 'Let Homeward post there, or name a standard channel in the authority file',
  },
  'switched-off': {
    says: 'A Teams administrator has switched Homeward off',
    remedy: 'Ask the Teams administrator to allow Homeward again',
  },
} as const;

export type ChannelTrouble = keyof typeof CHANNEL_TROUBLES;
