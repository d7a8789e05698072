import { TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { admit, isFromTenant, isServiceUrlAllowed } from '../../src/teams/guards.ts';

const hello = {
  type: 'message',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
};

describe('admitting an activity', () => {
  it('lets a message through as it is', () => {
    expect(admit(hello, 'teams')).toEqual({ ok: true, activity: { ...hello, recipient: {} } });
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'not-an-object'],
    ['a list', [hello], 'not-an-object'],
    ['words', 'hello', 'not-an-object'],
    ['a type that is no text', { ...hello, type: 7 }, 'no-type'],
    ['an empty type', { ...hello, type: '' }, 'no-type'],
    ['another channel', { ...hello, channelId: 'directline' }, 'wrong-channel'],
    ['a channel in other letters', { ...hello, channelId: 'MSTeams' }, 'wrong-channel'],
    ['an empty service address', { ...hello, serviceUrl: '' }, 'no-service-url'],
    ['a service address that is no text', { ...hello, serviceUrl: { url: 'x' } }, 'no-service-url'],
    ['no conversation', { ...hello, conversation: undefined }, 'no-conversation'],
    ['a conversation without an id', { ...hello, conversation: { id: 5 } }, 'no-conversation'],
    ['no sender', { ...hello, from: undefined }, 'no-sender'],
    ['a sender that is a list', { ...hello, from: ['29:1'] }, 'no-sender'],
  ])('refuses %s', (_what, body, code) => {
    expect(admit(body, 'teams')).toEqual({ ok: false, code });
  });

  function admitted(change: object) {
    const admission = admit({ ...hello, ...change }, 'teams');
    if (!admission.ok) throw new Error(admission.code);
    return admission.activity;
  }

  it('drops a null value, which would crash teams-ai where there is no text', () => {
    expect(admitted({ text: undefined, value: null })).not.toHaveProperty('value');
  });

  it.each([
    [
      'a mention in a message without text',
      { text: null, entities: [{ type: 'mention', text: 'x', mentioned: { id: '28:1' } }] },
    ],
    ['a mention of nobody', { entities: [{ type: 'mention', text: 'x' }] }],
    ['a mention in no words', { entities: [{ type: 'Mention', mentioned: { id: '28:1' } }] }],
    ['an entity without a type', { entities: [{ text: 'x' }] }],
    ['an entity that is nothing', { entities: [null, 'x'] }],
    ['entities that are no list', { entities: { type: 'mention' } }],
    ['no recipient', { recipient: null, entities: [{ type: 'mention', text: 'x', mentioned: { id: '28:1' } }] }],
  ])('makes %s safe for the SDK', (_what, change) => {
    const recipient = { id: '28:1' };
    expect(typeof TurnContext.removeRecipientMention(admitted({ recipient, ...change }))).toBe('string');
  });

  it('keeps what a mention says', () => {
    const entities = [
      { type: 'mention', text: '<at>Homeward</at>', mentioned: { id: '28:1' } },
      { type: 'clientInfo' },
    ];
    expect(admitted({ entities }).entities).toEqual(entities);
  });

  it('keeps the value of a pressed button', () => {
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value: { action: { verb: 'x' } } };
    expect(admitted(invoke)).toMatchObject({ value: { action: { verb: 'x' } } });
  });

  it('drops members, channel data and words that are not what they should be', () => {
    const odd = {
      membersAdded: 'all',
      channelData: 'x',
      text: 7,
      name: {},
      deliveryMode: 'expectReplies',
      timestamp: 'x',
    };
    expect(admitted({ type: 'conversationUpdate', ...odd })).toEqual({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: hello.serviceUrl,
      conversation: hello.conversation,
      from: hello.from,
      recipient: {},
    });
  });
});

describe('addresses that may be the Teams service', () => {
  it.each([
    'https://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net/emea/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://europe.botframework.com/',
    'https://SMBA.trafficmanager.net/uk/',
  ])('are Microsoft’s: %s', (url) => {
    expect(isServiceUrlAllowed(url, 'teams')).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.example/',
    'https://evil.trafficmanager.net/',
    'https://notbotframework.com/',
    'https://smba.trafficmanager.net@example.com/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://example.com/smba.trafficmanager.net',
    'http://127.0.0.1:4000/',
    'smba.trafficmanager.net',
    'ftp://smba.trafficmanager.net/',
    '',
  ])('are not: %s', (url) => {
    expect(isServiceUrlAllowed(url, 'teams')).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:4000/', true],
    ['http://localhost:4000/_connector', true],
    ['http://[::1]:4000/', true],
    ['https://smba.trafficmanager.net/uk/', false],
    ['http://127.0.0.1.example/', false],
    ['http://192.168.0.4/', false],
    ['https://127.0.0.1/', false],
  ])('in the demo are on this computer: %s is %s', (url, is) => {
    expect(isServiceUrlAllowed(url, 'loopback')).toBe(is);
  });
});

describe('whose activity it is', () => {
  const from = (tenantId?: unknown, channelTenant?: unknown) => {
    const admission = admit(
      { ...hello, conversation: { id: 'a:1', tenantId }, channelData: { tenant: { id: channelTenant } } },
      'teams',
    );
    return admission.ok && isFromTenant(admission.activity, 'ours');
  };

  it.each([
    ['ours by conversation', 'ours', undefined, true],
    ['ours by channel', undefined, 'ours', true],
    ['ours by both', 'ours', 'OURS', true],
    ['ours and another', 'ours', 'theirs', false],
    ['another and ours', 'theirs', 'ours', false],
    ['nobody’s', undefined, null, false],
    ['something that is no id', { id: 'ours' }, undefined, false],
    ['an empty id', '', undefined, false],
  ])('is %s', (_what, conversation, channel, ours) => {
    expect(from(conversation, channel)).toBe(ours);
  });
});
