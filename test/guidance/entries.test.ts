import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../src/guidance/entries.ts';
import { CERTAINTIES } from '../../src/guidance/model.ts';
import { answerTo } from '../../src/guidance/rules.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { CITED_REGULATIONS, FIGURES, KNOWN_RULES, KNOWN_SOURCES, NEVER_CERTAIN } from './account-of-the-law.ts';

const named = ENTRIES.map((entry) => [entry.id, entry] as const);
const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

describe('the built-in guidance', () => {
  it('has more than sixty entries, each with its own id and questions of its own', () => {
    expect(ENTRIES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ENTRIES.map(({ id }) => id)).size).toBe(ENTRIES.length);
    const asks = ENTRIES.flatMap((entry) => entry.asks.map((ask) => ask.toLowerCase()));
    expect(new Set(asks).size).toBe(asks.length);
  });

  it('knows every command that it sends people to', () => {
    const commands = new Set(COMMANDS.flatMap(({ words }) => words));
    expect(ENTRIES.flatMap(({ see }) => see).filter((word) => !commands.has(word))).toEqual([]);
  });

  it('uses every certainty there is', () => {
    const used = new Set(ENTRIES.map(({ sure }) => sure));
    expect([...used].sort()).toEqual(Object.keys(CERTAINTIES).sort());
  });
});

describe.each(named)('the entry %s', (id, entry) => {
  it('is short, says where it comes from and how sure we are', () => {
    expect(countWords(entry.answer)).toBeLessThanOrEqual(90);
    expect(entry.asks[0].length).toBeLessThanOrEqual(90);
    expect(entry.sources.length).toBeGreaterThan(0);
    expect(CERTAINTIES[entry.sure]).toMatch(/\S/);
    expect(entry.answer).toMatch(/[.:?]$/);
    if (entry.but) expect(entry.but).toMatch(/\.$/);
  });

  it('is found by each of its own questions', () => {
    for (const ask of entry.asks) expect(answerTo(ask), ask).toMatchObject({ known: true, entry: { id } });
  });

  it('cites only what our account of the law has', () => {
    expect(entry.rules.filter((rule) => !KNOWN_RULES.has(rule))).toEqual([]);
    for (const { name, where, link } of entry.sources) {
      expect(KNOWN_SOURCES, name).toContain(name);
      if (where.startsWith('regulation ') && name.startsWith('Care Planning'))
        expect(CITED_REGULATIONS).toContain(where.replace('regulation ', ''));
      if (link) expect(link).toMatch(/^https?:\/\/[\w.-]+\/\S*$/);
    }
    const text = `${entry.asks.join(' ')} ${entry.answer} ${entry.but}`;
    const inWords = [...text.matchAll(/\b[Rr]eg(?:ulation)?s? (\d+(?:\(\w+\))*)/g)].map(([, number]) => number!);
    expect(inWords.filter((number) => !CITED_REGULATIONS.includes(number))).toEqual([]);
  });

  it('gives no figure that we do not have', () => {
    const bare = `${entry.answer} ${entry.but}`.replace(/(?:regulations?|sections?) \d+(?:\(\w+\))*/gi, ' ');
    const figures = bare.match(/[£\d][\d.,%]*/g) ?? [];
    const allowed = FIGURES[id] ?? [];
    expect(figures.map((figure) => figure.replace(/[.,]$/, '')).filter((figure) => !allowed.includes(figure))).toEqual(
      [],
    );
  });

  it('names no child, and no code that only we know', () => {
    const text = JSON.stringify([entry.asks, entry.answer, entry.but]);
    expect(text).not.toMatch(/\b[A-Z]{1,3}-\d{2,}|\bR-[A-Z]{3}|\bS[0-4] §|reunification(?! framework)(?!\?)/);
    expect(entry.answer).not.toMatch(/\b(CiN|SW|TM|LAC|PWP|ICO|FGC|DCS|NO)\b/);
  });

  it('is as sure as our account of the law, and no surer', () => {
    if (entry.rules.some((rule) => NEVER_CERTAIN.has(rule)) && entry.sure !== 'unverified')
      expect(`${CERTAINTIES[entry.sure]} ${entry.but}`).toMatch(
        /not verified|not read|councils restate|restate it|own words|general knowledge|reading|Our proposal|local policy|Local policy|quotes|for your authority/i,
      );
    const isRegulation = entry.sources.some(({ name }) => name.startsWith('Care Planning'));
    if (entry.sure === 'regulation') expect(isRegulation).toBe(true);
    if (entry.sure === 'act') expect(entry.sources.some(({ name }) => /Act \d{4}/.test(name))).toBe(true);
    if (entry.sure === 'ours') expect(entry.sources.some(({ name }) => name.startsWith('Homeward'))).toBe(true);
  });
});

describe('the rules that our account of the law has', () => {
  it('are those that the README places', () => {
    const placed = new Set(readFileSync('README.md', 'utf8').match(/R-[A-Z]{3}-\d+[a-c]?/g));
    const timetable = ['timetable.ts', 'visits.ts', 'prompts.ts'].map((file) =>
      readFileSync(`src/timetable/${file}`, 'utf8'),
    );
    const rows = new Set(timetable.join('\n').match(/R-[A-Z]{3}-\d+[a-c]?/g));
    const used = new Set(ENTRIES.flatMap(({ rules }) => rules));
    const elsewhere = [...used].filter((rule) => !placed.has(rule) && !rows.has(rule));
    // Disputes, IROs, records and remand were never dates of a timetable.
    expect(elsewhere.filter((rule) => !/^R-(DIS|IRO|REC|REM)-/.test(rule))).toEqual([]);
  });
});
