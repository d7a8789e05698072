import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { understand } from '../../src/teams/words.ts';

const today = localDate('2026-11-23');
/** What a command about one record must name. */
const NAMES: Readonly<Record<string, string>> = { dispute: ' D-1', concern: ' E-1', return: ' RH-1', praise: ' G-1' };
const named = (text: string) => understand(text, today).command?.words[0] ?? null;

describe('understanding what somebody typed', () => {
  const phrases = COMMANDS.flatMap(({ words, of }) => words.map((phrase) => [`${phrase}${NAMES[of] ?? ''}`, words[0]]));
  it.each(phrases)('takes “%s” for %s', (phrase, name) => {
    expect(named(phrase)).toBe(name);
    expect(named(`/${phrase.toUpperCase()}`)).toBe(name);
  });

  it.each([
    ['Hi!', 'help'],
    ['HELP', 'help'],
    ['<at>Homeward</at> help', 'help'],
    ['deadlnes', 'deadlines'],
    ['dedlines', 'deadlines'],
    ['retrun home C-1042', 'return home'],
    ['checklst', 'checklist'],
    ['rase dispute', 'raise dispute'],
    ['disputs', 'disputes'],
    ['what is due?', 'deadlines'],
    ['child went home today', 'return home'],
    ['C-1042 is going home 3 March', 'return home'],
    ['visited C-1042 yesterday', 'visit'],
    ['I saw C-1042 last Tuesday', 'visit'],
    ['why C-1042', 'why'],
    ['status D-1', 'dispute'],
    ['dispute', 'raise dispute'],
    ['dispute C-1042', 'raise dispute'],
    ['D-0001', 'dispute'],
    ['C-1042', 'case'],
    ['concern', 'concern'],
    ['concern C-1042', 'concern'],
    ['I have a worry about C-1042', 'concern'],
    ['concern E-0001', 'open concern'],
    ['E-0001', 'open concern'],
    ['e1', 'open concern'],
    ['case E-0001', 'case'],
    ['return RH-0001', 'return'],
    ['RH-0001', 'return'],
    ['rh1', 'return'],
    ['retrun RH-0001', 'return'],
    ['return home RH-0001', 'return'],
    ['checklist RH-0001', 'return'],
    ['return', 'return home'],
    ['return C-1042', 'return home'],
    ['checklist C-1042', 'checklist'],
  ])('takes “%s” for %s', (text, name) => {
    expect(named(text)).toBe(name);
  });

  it.each([
    ['case c-1042', 'C-1042'],
    ['case C-1042', 'C-1042'],
    ['visit   c1042', 'C1042'],
    ['cases', null],
    ['dispute d-3', 'D-0003'],
    ['dispute D-0012', 'D-0012'],
    ['disputes D-7', 'D-0007'],
    ['E-12', 'E-0012'],
    ['concern e3', 'E-0003'],
    ['concern c-1042', 'C-1042'],
    ['case e3', 'E3'],
    ['rh-7', 'RH-0007'],
    ['return rh12', 'RH-0012'],
    ['return home c-1042', 'C-1042'],
  ])('finds the reference in “%s”', (text, reference) => {
    expect(understand(text, today)).toMatchObject({ reference });
  });

  it.each([
    ['visited C-1042 yesterday', '2026-11-22'],
    ['visited C-1042 today', '2026-11-23'],
    ['visited on 3 March', '2026-03-03'],
    ['visited 30 November', '2025-11-30'],
    ['visit C-1042', null],
    ['going home 3 March', '2027-03-03'],
    ['return home C-1042 on 12 December 2026', '2026-12-12'],
    ['child went home today', '2026-11-23'],
    ['child went home on Friday', '2026-11-20'],
    ['C-1042 went home 20/11/2026', '2026-11-20'],
  ])('hears the day in “%s”', (text, day) => {
    expect(understand(text, today)).toMatchObject({ day });
  });

  it.each(['xyzzy', '', '12345', 'lorem ipsum dolor', '🙂'])(
    'offers the nearest commands for “%s”, never silence',
    (text) => {
      expect(understand(text, today)).toMatchObject({ command: null, nearest: { length: 3 } });
    },
  );

  it('knows what has happened from what is planned', () => {
    expect(understand('child went home', today)).toMatchObject({ hasHappened: true });
    expect(understand('C-1042 is going home 3 March', today)).toMatchObject({ hasHappened: false });
  });

  it.each([
    ['escalate concern C-1042', 'escalate concern'],
    ['escalate concen C-1042', 'escalate concern'],
    ['raise dispute C-1042', 'raise dispute'],
  ])('says which words it took “%s” for', (text, phrase) => {
    expect(understand(text, today)).toMatchObject({ command: { verb: 'dispute.ask' }, phrase, rest: '' });
  });

  it('never takes a word inside another word for a command', () => {
    expect(named('unhelpful nonsense')).not.toBe('help');
    expect(named('showcase')).toBe(null);
  });
});
