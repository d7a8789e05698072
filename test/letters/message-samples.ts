import type { Catalogue } from '../../src/cards/catalogue.ts';
import { LETTERS, type LetterKind } from '../../src/letters/letters.ts';
import { messageListView } from '../../src/letters/messages/list-view.ts';
import type { Message } from '../../src/letters/messages/model.ts';
import { fateOf } from '../../src/letters/messages/rules.ts';
import { messageView, settleView } from '../../src/letters/messages/view.ts';
import { unreachables } from '../../src/letters/unreachable/rules.ts';
import { type UnreachableView, unreachableView } from '../../src/letters/unreachable/view.ts';
import { settingsView } from '../../src/teams/settings.ts';
import { aConcern } from '../builders/case.ts';
import { ayesha, ben, grace, headHelen, priya, sightOf, supportFiona } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { aKept, attempt, BLOCKED, failed, sentTo, unclear, waitsFor } from './builders.ts';

const sight = sightOf(supportFiona, at('2026-11-24'));
const C1 = { kind: 'case', id: 'C-1042' } as const;

export function aMessage(parts: Partial<Message['letter']> = {}, more: Partial<Message> = {}): Message {
  const letter = aKept(parts);
  return { letter, digest: null, fate: fateOf(letter, more.digest ?? null), named: false, told: [], ...more };
}

const tried = Array.from({ length: 20 }, (_, index) => attempt('failed', BLOCKED, `09:${String(index + 10)}`));
const digest = aKept({
  kind: 'digest.day',
  record: { kind: 'diary', id: ayesha.id },
  key: 'digest/2026-11-23',
  passage: sentTo(ayesha),
});
const carried = { at: 'carried', digest: digest.key, reader: ayesha.id, carriedAt: at('2026-11-23', '08:30') } as const;
const told = [
  aKept({ kind: 'post.unreachable', to: { person: supportFiona.id }, passage: sentTo(supportFiona, '2026-11-24') }),
];

const MESSAGES: readonly Message[] = [
  aMessage({ passage: sentTo(priya), attempts: [attempt('arrived')], to: { person: ayesha.id } }, { named: true }),
  aMessage({ passage: waitsFor(ayesha), attempts: tried }, { told }),
  aMessage({ passage: unclear(), kind: 'dispute.respond', record: { kind: 'dispute', id: 'D-0001' } }),
  aMessage({ passage: carried }, { digest, fate: 'arrived', named: true }),
  aMessage({ passage: { at: 'held' } }),
  aMessage({
    passage: failed(),
    kind: 'concern.raised',
    facts: { concern: aConcern().id },
    to: { channel: 'Directorate' },
  }),
  aMessage({ passage: { at: 'dropped', droppedAt: at('2026-11-23'), why: 'the case is no longer kept' } }),
  aMessage(),
];
const every = (Object.keys(LETTERS) as LetterKind[]).map((kind) => aMessage({ kind, passage: failed(), key: kind }));

const undelivered = [ayesha, ben, priya, grace, headHelen].flatMap((who, index) => [
  { letter: aKept({ key: `w${index}`, to: { person: who.id }, passage: waitsFor(who) }), since: at('2026-11-23') },
  { letter: aKept({ key: `u${index}`, to: { person: who.id }, passage: unclear() }), since: at('2026-11-23') },
]);
const channel = aKept({ key: 'ch', to: { channel: 'Directorate' }, kind: 'dispute.channel', passage: failed() });
const ofChannel = aKept({
  kind: 'channel.trouble',
  facts: { channel: 'Managers', what: 'deleted' },
  writtenAt: at('2026-11-24'),
});

const item = (facts: Readonly<Record<string, string>>) =>
  unreachableView(
    { facts: { person: ayesha.id, since: at('2026-11-23'), ...facts }, writtenAt: at('2026-11-24') },
    facts.over ? [] : unreachables(undelivered),
    facts.by ? sightOf(priya, at('2026-11-24')) : sight,
  ) as UnreachableView;

type Sampled = 'message.record' | 'message.list' | 'message.settle' | 'settings' | 'post.unreachable';

/** Every page about messages: each way a letter can fare, long lists and empty ones. */
export const MESSAGE_SAMPLES: { readonly [N in Sampled]: readonly Catalogue[N][] } = {
  'message.record': [
    ...MESSAGES.map((message) => messageView({ about: message.named ? C1 : null, message }, sight)),
    messageView({ about: null, message: MESSAGES[2]! }, sight, ['This message was settled in the meantime.']),
  ],
  'message.list': [
    messageListView({ about: null, page: 1, messages: every }, sight),
    messageListView({ about: C1, page: 1, messages: MESSAGES }, sight),
    messageListView({ about: { kind: 'dispute', id: 'D-0001' }, page: 2, messages: every }, sight),
    messageListView({ about: null, page: 1, messages: [] }, sight),
    messageListView({ about: C1, page: 1, messages: [] }, sight),
  ],
  'message.settle': (['arrived', 'again'] as const).map((verdict) =>
    settleView(verdict)({ about: null, message: MESSAGES[2]! }, sight),
  ),
  settings: [
    settingsView({ undelivered: [], ofHomeward: [] }, sight),
    settingsView(
      { undelivered: [...undelivered, { letter: channel, since: channel.writtenAt }], ofHomeward: [ofChannel] },
      sight,
    ),
  ],
  'post.unreachable': [
    item({ plight: 'waiting' }),
    item({ plight: 'unclear', by: 'priya' }),
    item({ plight: 'waiting', over: 'yes' }),
    item({ plight: 'unclear', over: 'yes' }),
  ],
};
