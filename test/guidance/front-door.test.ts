import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/model.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { administratorPeter, ayesha, coordinatorJosh, iroOlu, nominatedSamuel } from '../builders/people.ts';
import { Seen } from '../fakes/council.ts';
import { postRoom } from '../fakes/post-room.ts';

async function at(by: Person = ayesha, inChannel = false) {
  const { needs } = await postRoom('2026-11-23');
  return here(by, inChannel, 'drawn-once', needs);
}
const says = async (text: string, by?: Person, inChannel?: boolean) =>
  new Seen(await hear(text, await at(by, inChannel)));
async function press(verb: string, typed: Record<string, unknown>) {
  return new Seen(await ROUTES.find((route) => route.verb === verb)!.press(typed, await at()));
}
const UNKNOWN = 'I do not know that';

describe('a practice question in the chat', () => {
  it.each([
    ['what must be done before a 17-year-old goes home?', 'What must be done before a 17-year-old goes home?'],
    ['ask who signs off', 'Who signs off a return home, and why?'],
    ['Who signs off?', 'Who signs off a return home, and why?'],
    ['guidance: reg 19', 'Can a child be placed with parents in an emergency, before the assessment?'],
    ['/ask contact in reviews of returns', 'What do reviews of returns say about contact?'],
    ['why do returns fail?', 'How many returns home fail?'],
    ['can parents take a child home from s20', 'Can parents take a child home from section 20?'],
    ['what if parents break the agreement?', 'What if parents break the written agreement?'],
    ['review before return?', 'Must a review be held before a child goes home?'],
  ])('“%s” is answered', async (text, heading) => {
    const answer = await says(text);
    expect(answer.words.split('\n')[0]).toBe(heading);
    expect(answer.words).toContain('How sure: ');
    expect(answer.words).toContain('Source: ');
    expect(answer.buttons.at(-1)).toBe('Ask');
  });

  it('says where the answer comes from, with a link, and what is not verified', async () => {
    const { words } = await says('ask reg 19');
    expect(words).toContain(
      'How sure: Not verified: check before relying on it. Both figures of 10 come from the Welsh',
    );
    expect(words).toContain('](https://www.legislation.gov.uk/uksi/2010/959/regulation/19)');
  });

  it('links to nothing that is not safe to open', async () => {
    const { words } = await says('how long may a dispute take');
    expect(words).toContain('Source: IRO Handbook 2010');
    expect(words).not.toContain('http://');
  });

  it('is not guessed at where nobody has written an answer', async () => {
    const { words, buttons } = await says('how do I make a chocolate cake?');
    expect(words).toContain(UNKNOWN);
    expect(words).toContain('your team manager, or legal services');
    expect(words).not.toMatch(/chocolate|cake/);
    expect(buttons[0]).toBe('Ask');
  });

  it.each([
    ['a social worker', ayesha, 'What must be done before a 17-year-old goes home?'],
    ['an IRO', iroOlu, 'When can an IRO refer to Cafcass?'],
    ['a child in need co-ordinator', coordinatorJosh, 'How often is a child in need reviewed after going home?'],
    ['the nominated officer', nominatedSamuel, 'Can a required checklist item be overridden?'],
    ['the administrator', administratorPeter, 'How long is a looked-after child’s record kept?'],
  ] as const)('is suggested to %s who only says “ask”', async (_who, by, example) => {
    const { words, buttons } = await says('ask', by);
    expect(words).toContain('Ask me about returning home');
    expect(buttons).toContain(example);
  });
});

describe('a question that names a child', () => {
  it.each(['ask who signs off for C-1042', 'who is C-1042’s social worker?', 'what is C-1042’s date of birth'])(
    '“%s” points to the case, and does not repeat the reference',
    async (text) => {
      const answer = await says(text);
      expect(JSON.stringify(answer.card)).not.toMatch(/1042/);
      expect(answer.words).toContain('type “why” or “case” and the child reference');
    },
  );

  it('is answered in general', async () => {
    expect((await says('ask who signs off for C-1042')).words).toContain('Who signs off a return home, and why?');
    expect((await says('what is C-1042’s date of birth')).words).toContain(UNKNOWN);
  });
});

describe('a command that is put as a question', () => {
  it.each([
    ['what is due?', 'Nothing is due'],
    ['what is due this week?', 'Nothing is due'],
    ['where are my cases?', 'case'],
    ['can you help?', 'What I can do here'],
    ['deadlnes?', 'Nothing is due'],
  ])('“%s” is still the command', async (text, said) => {
    const { words } = await says(text);
    expect(words).not.toContain('How sure:');
    expect(words).not.toContain(UNKNOWN);
    expect(words).toContain(said);
  });
});

describe('in a channel', () => {
  it.each(['ask who signs off', 'who signs off?', 'what is C-1042’s date of birth?'])(
    '“%s” is answered 1:1 only',
    async (text) => {
      const answer = await says(text, ayesha, true);
      expect(answer.words).toContain('My answer is in our own chat');
      expect(answer.words).not.toContain('How sure:');
      expect(JSON.stringify(answer.card)).not.toContain('1042');
    },
  );
});

describe('words that are neither a command nor a question', () => {
  it('get the nearest commands, and the question that they may be about', async () => {
    const { words } = await says('supervised family time');
    expect(words).toContain('I did not understand that');
    expect(words).toContain('Or ask me: “');
  });

  it('get no question where there is none', async () => {
    expect((await says('deadbeef')).words).not.toContain('Or ask me');
  });
});

describe('the card of an answer', () => {
  it('opens another entry, and asks something else', async () => {
    expect((await press('guidance.open', { entry: 'retention' })).words).toContain('75th anniversary');
    const asked = await press('guidance.ask', { question: 'does the child have to be seen alone' });
    expect(asked.words).toContain('Must the child be seen alone on a visit?');
    expect((await press('guidance.ask', { question: '  ' })).words).toContain('Ask me about returning home');
  });

  it.each([
    ['an entry that is gone', { entry: 'nothing-like-it' }],
    ['no entry', {}],
    ['something that is no text', { entry: { $gt: '' } }],
    ['far too much', { entry: 'x'.repeat(5000) }],
  ])('answers a press that names %s', async (_what, typed) => {
    expect((await press('guidance.open', typed)).words).toContain('That answer is no longer in the guidance');
  });

  it.each([[null], [42], [['who signs off']], ['x'.repeat(100_000)], ['\u0000\u0007']])(
    'answers a question that is no question',
    async (question) => {
      expect((await press('guidance.ask', { question })).words).toMatch(
        /I do not know that|Ask me about returning home/,
      );
    },
  );
});
