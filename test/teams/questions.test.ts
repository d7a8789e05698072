import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { understand } from '../../src/teams/words.ts';

const today = localDate('2026-11-23');
const understood = (text: string) => {
  const { command } = understand(text, today);
  return command?.words[0] ?? null;
};

describe('what is put as a question', () => {
  it.each([
    'what must be done before a 17-year-old goes home?',
    'who signs off',
    'when is the first review?',
    'how often are visits after a return home',
    'why do returns home fail?',
    'can parents take a child home from s20?',
    'must a review be held before the return home',
    'do bank holidays count',
    'does the IRO carry on',
    'is there a legal visit interval?',
    'are video visits allowed',
    'should contact be reduced?',
    'may I override an item',
    'which route do I choose',
    'where is the child’s record kept',
    'visits under an interim order?',
    'child protection plan after return?',
    'review before return?',
    'return home at seventeen?',
    'what if parents break the agreement?',
    'why is there a visit every six weeks?',
    'what is a dispute?',
    'reg 39(5)?',
    'what is C-1042’s date of birth',
    'who is C-1042’s social worker?',
    'ask C-1042 who signs off',
  ])('“%s” goes to the guidance', (text) => {
    expect(understood(text)).toBe('ask');
  });

  it.each([
    ['what is due', 'deadlines'],
    ['What is due this week?', 'deadlines'],
    ['what is due on Friday?', 'deadlines'],
    ['this week', 'deadlines'],
    ['this week?', 'deadlines'],
    ['when are my visits?', 'deadlines'],
    ['why', 'why'],
    ['why?', 'why'],
    ['why this date?', 'why'],
    ['why C-1042', 'why'],
    ['why C-1042?', 'why'],
    ['why is C-1042’s visit due on Friday?', 'why'],
    ['what if', 'what if'],
    ['what if C-1042', 'what if'],
    ['what if C-1042 goes home on 14 December?', 'what if'],
    ['what if on 14 December?', 'what if'],
    ['where are my cases?', 'cases'],
    ['what are my disputes', 'disputes'],
    ['how do I log a visit?', 'visit'],
    ['can I raise a dispute?', 'raise dispute'],
    ['who is on leave?', 'cover'],
    ['is there anything overdue?', 'ask'],
    ['what is overdue?', 'team'],
    ['can you help?', 'help'],
    ['help?', 'help'],
    ['deadlnes?', 'deadlines'],
    ['is C-1042 going home on Friday?', 'return home'],
    ['when was C-1042 visited?', 'visit'],
    ['status D-1?', 'dispute'],
    ['how is the dispute D-0001?', 'dispute'],
  ])('“%s” is %s', (text, name) => {
    expect(understood(text)).toBe(name);
  });

  it.each(['xyzzy', '?', 'lorem ipsum', 'supervised family time'])('“%s” is none', (text) => {
    expect(understood(text)).toBe(null);
  });
});

describe('a reference', () => {
  it.each([
    ['ask can mum remove him from s20', null],
    ['visit under s20', null],
    ['ask reg39', null],
    ['ask about under-16s at section20', null],
    ['why C-1042’s dates', 'C-1042'],
    ['case s20417', 'S20417'],
    ['update C-1042 s20', 'C-1042'],
  ])('in “%s” is %s: the law’s own are none', (text, reference) => {
    expect(understand(text, today)).toMatchObject({ reference });
  });
});
