import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FEATURES = [
  'people',
  'timetable',
  'authority',
  'cases',
  'escalation',
  'letters',
  'returns',
  'disputes',
  'diaries',
  'reminders',
  'guidance',
];

/** Who may open whose door. Loose files of src/ are the ground floor: open to all, and they open no room. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  people: [],
  timetable: [],
  escalation: ['people', 'timetable'],
  letters: ['people', 'timetable'],
  guidance: ['people'],
  authority: ['escalation', 'people', 'timetable'],
  cases: ['authority', 'letters', 'people', 'timetable'],
  returns: ['authority', 'cases', 'escalation', 'letters', 'people', 'timetable'],
  disputes: ['authority', 'cases', 'escalation', 'letters', 'people', 'timetable'],
  diaries: ['authority', 'cases', 'disputes', 'escalation', 'letters', 'people', 'returns', 'timetable'],
  reminders: ['authority', 'cases', 'diaries', 'disputes', 'escalation', 'letters', 'people', 'returns', 'timetable'],
  cards: FEATURES,
  store: ['letters'],
  teams: [...FEATURES, 'cards'],
  demo: [...FEATURES, 'cards', 'teams'],
};

/** The loose files that put rooms together: the three things one can run, and what they start with. */
const ENTRANCES = ['main.ts', 'demo.ts', 'due.ts', 'settings.ts'];

/** Packages with one owner. */
const DOORS: readonly (readonly [RegExp, string])[] = [
  [/^(botbuilder|botframework|@microsoft\/teams-ai|restify)/, 'teams'],
  [/^(lowdb|write-file-atomic|sorted-btree)/, 'store'],
  [/^adaptivecards-templating/, 'cards'],
  [/^(minisearch|stemmer)/, 'guidance'],
  [/^prom-client/, 'teams'],
  [/^ics$/, 'diaries'],
];
const TEMPORAL = ['local-date.ts', 'clock.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
const sourceOf = (file: string) => readFileSync(`src/${file}`, 'utf8');
const importsOf = (file: string) =>
  [...sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path!);

describe('who may import whom', () => {
  it.each(files)('%s opens only the doors it may', (file) => {
    const room = file.includes('/') ? file.split('/')[0]! : null;
    const imports = importsOf(file);
    const rooms = imports
      .filter((path) => path.startsWith('.'))
      .map((path) => join(dirname(file), path))
      .flatMap((path) => (path.includes('/') ? path.split('/')[0]! : []))
      .filter((name) => name !== room);

    if (room) expect(MAY_IMPORT[room], `${room} is a room of the plan`).toBeDefined();
    const allowed = room ? MAY_IMPORT[room]! : ENTRANCES.includes(file) ? rooms : [];
    expect(rooms.filter((name) => !allowed.includes(name))).toEqual([]);
    for (const [outside, owner] of DOORS) {
      if (room !== owner) expect(imports.filter((path) => outside.test(path))).toEqual([]);
    }
  });

  it('knows every room there is', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('lets nobody but an entrance open an entrance', () => {
    const openers = files.filter((file) =>
      importsOf(file).some((path) => /(^|\/)\.\.?\/(main|demo|due)\.ts$/.test(path)),
    );
    expect(openers.filter((file) => !ENTRANCES.includes(file))).toEqual([]);
  });
});

describe('what only one place may do', () => {
  it.each(files)('%s asks neither the computer for the time nor the environment for settings', (file) => {
    const source = sourceOf(file);
    if (!TEMPORAL.includes(file)) expect(source).not.toMatch(/temporal-polyfill|Temporal\./);
    if (file !== 'clock.ts') expect(source).not.toMatch(/new Date\(\)|Date\.now\(|Temporal\.Now/);
    if (file !== 'config.ts') expect(source).not.toMatch(/process\.env/);
  });

  it.each(files)('%s is one thing: no more than 200 lines', (file) => {
    expect(sourceOf(file).split('\n').length).toBeLessThanOrEqual(201);
  });
});
