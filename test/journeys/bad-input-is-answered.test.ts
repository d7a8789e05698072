import { describe, expect, it } from 'vitest';
import type { Council } from '../fakes/council.ts';
import { aChild, aVisit, DRIFT, follows, northmoor } from './northmoor.ts';

/** A child of the North, one of the South, a dispute and a return. Everything is saved; from here on nothing may be. */
async function aBusyMorning() {
  const at = await northmoor('2026-03-02');
  const { council, ayesha, ben, olu } = at;
  await follows(ayesha, aChild(council));
  const south = {
    reference: 'C-2001',
    initials: 'ZZ',
    socialWorker: ben.id,
    teamManager: council.person('Tom Reed').id,
    iro: at.nadia.id,
  };
  await follows(ben, aChild(council, south));
  await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', DRIFT);
  const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
  await ayesha.presses(await ayesha.says('return home C-1042'), 'Start checklist', goes);
  const before = standing(council);
  const nothingSaved = () => {
    expect(standing(council)).toEqual(before);
    expect(council.logged).toEqual([]);
  };
  return { ...at, nothingSaved };
}

/** Every record as it stands, and its letters by key. That somebody without a part in a dispute tried is put on record, and that its officer opened it. */
function standing(council: Council) {
  return Object.entries(council.kept()).map(([name, file]) => {
    const { record, letters } = JSON.parse(file) as Kept;
    const { revision: _revision, wakeAt: _wakeAt, opened: _opened, history, ...rest } = record;
    const said = history.filter(({ what }) => !what.startsWith('Tried to '));
    return [name, rest, said, letters.map(({ key }) => key)];
  });
}

interface Kept {
  readonly record: {
    readonly revision: number;
    readonly wakeAt: unknown;
    readonly opened: unknown;
    readonly history: readonly { what: string }[];
  };
  readonly letters: readonly { readonly key: string }[];
}

const HUGE = 'a very long story '.repeat(5_000);

describe('a person who asks for what is not theirs', () => {
  it('gets the same answer as for what is not there', async () => {
    const { ayesha, ben, olu, nadia, fiona, samuel, nothingSaved } = await aBusyMorning();
    const same = async (by: typeof ayesha, what: (id: string) => string, theirs: string, none: string) => {
      const [forbidden, unknown] = [await by.says(what(theirs)), await by.says(what(none))];
      expect(forbidden.words.replaceAll(theirs, 'X')).toBe(unknown.words.replaceAll(none, 'X'));
      expect(forbidden.words).not.toMatch(/\bAB\b|\bZZ\b/);
    };
    for (const word of ['case', 'visit', 'review', 'why', 'update', 'checklist', 'return home', 'deadlines']) {
      await same(ayesha, (id) => `${word} ${id}`, 'C-2001', 'C-9999');
      await same(fiona, (id) => `${word} ${id}`, 'C-1042', 'C-9999');
    }
    await same(nadia, (id) => `raise dispute ${id}`, 'C-1042', 'C-9999');
    await same(ben, (id) => `dispute ${id}`, 'D-0001', 'D-9999');
    await same(samuel, (id) => `dispute ${id}`, 'D-0001', 'D-9999');
    expect((await olu.says('dispute D-0001')).words).toContain('Stage 2 of 5');
    nothingSaved();
  });

  it('is not let in without a proved identity, or without a place on the register', async () => {
    const { council, nothingSaved } = await aBusyMorning();
    const says = async (from: object) => {
      const conversation = { id: 'a:guest', conversationType: 'personal', tenantId: council.authority.tenant };
      const message = council.activity('guest', { type: 'message', text: 'case C-1042', from, conversation });
      expect((await council.post(message)).status).toBe(200);
      return JSON.stringify(council.teams.last('a:guest').card);
    };
    expect(await says({ id: '29:guest' })).toContain('Teams did not say who you are.');
    for (const aadObjectId of ['', '../../etc/passwd', 42, [], { id: 'x' }, 'x'.repeat(5_000), null]) {
      expect(await says({ id: '29:guest', aadObjectId })).toContain('Teams did not say who you are.');
    }
    expect(await says({ id: '29:guest', aadObjectId: 'somebody-else' })).toContain('not on the staff register');
    expect(await says({ id: council.person('Ayesha Khan').id })).not.toContain('AB');
    nothingSaved();
  });
});

describe('a card that was tampered with', () => {
  it('is believed about nothing: not who, not which, not how things stand', async () => {
    const { council, ayesha, ben, priya, olu, grace, nothingSaved } = await aBusyMorning();
    const visit = { ...aVisit({ on: '2026-03-02', lateReason: 'x' }), case: 'C-2001', revision: '1' };
    const stage = { stage: 'consider', page: '0', drawn: '2026-03-02T09:30:00.000Z', revision: '3' };
    const verdict = { return: 'RH-0001', asked: '2026-03-02T09:30:00.000Z', reason: 'Because', by: 'samuel' };
    const act = { dispute: 'D-0001', revision: '1', why: 'x', outcome: 'actions-agreed', changed: 'x', by: olu.id };
    const forged: readonly (readonly [typeof ayesha, string, object, RegExp])[] = [
      [ayesha, 'visit.save', visit, /no case C-2001 that you work on/],
      [ayesha, 'visit.save', { ...visit, by: ben.id, aadObjectId: ben.id }, /no case C-2001/],
      [ben, 'return.save', { ...stage, return: 'RH-0001', 'CON-01': 'done' }, /no return RH-0001 for you/],
      [ayesha, 'return.save', { ...stage, return: 'RH-9999', 'CON-01': 'done' }, /no return RH-9999/],
      [ayesha, 'return.save', { ...stage, return: 'RH-0001', 'DEC-04': 'done' }, /not a question of RH-0001/],
      [ayesha, 'return.save', { ...stage, return: 'RH-0001', 'XXX-99': 'done' }, /not a question of RH-0001/],
      [ayesha, 'return.save', { ...stage, stage: '99', return: 'RH-0001' }, /Stage: please choose one from the list/],
      [ayesha, 'return.approve', verdict, /No decision on RH-0001 has been asked for yet/],
      [ayesha, 'return.went', { return: 'RH-0001', day: '2026-03-02' }, /It must be approved first/],
      [ayesha, 'dispute.resolve', act, /Only the IRO, Olu Bankole/],
      [ben, 'dispute.respond', { ...act, kind: 'accept', says: 'x' }, /no dispute D-0001 that you have a part in/],
      [olu, 'dispute.open', { dispute: 'D-9999' }, /no dispute D-9999/],
      [olu, 'dispute.escalate', { ...act, to: '99' }, /no stage 100 on this ladder/],
      [olu, 'dispute.escalate', { ...act, to: '-1' }, /Escalate to: please choose one from the list/],
      [olu, 'dispute.escalate', { ...act, revision: '99', to: '2' }, /Nothing was saved; this is how it stands now/],
      [grace, 'dispute.automatic', { ...act, automatic: 'false' }, /Only the IRO, Olu Bankole/],
      [ayesha, 'case.follow', aChild(council, { reference: 'C-3001', socialWorker: olu.id }), /Social worker/],
      [ayesha, 'case.follow', aChild(council, { reference: 'C-3001', iro: 'nobody' }), /IRO/],
      [ayesha, 'case.follow', aChild(council), /C-1042/],
      [ben, 'case.follow', aChild(council), /C-1042 is already followed/],
      [ayesha, 'case.change', { case: 'C-1042', revision: '2', socialWorker: 'nobody' }, /Social worker/],
      [priya, 'no.such.verb', {}, /out of date/],
      [priya, '__proto__', { case: 'C-1042' }, /out of date/],
      [priya, 'constructor', {}, /out of date/],
    ];
    for (const [by, verb, data, says] of forged) {
      const answer = await by.forges(verb, data);
      expect(answer.words, verb).toMatch(says);
      expect(answer.words, verb).not.toMatch(/\bZZ\b|undefined|\[object/);
    }
    for (const verb of [null, 7, ['visit.save'], { verb: 'visit.save' }]) {
      expect((await ayesha.forges(verb, {})).words).toContain('out of date');
    }
    nothingSaved();
  });
});

describe('a form that was filled in wrongly', () => {
  const dates: readonly (readonly [string, string, RegExp])[] = [
    ['31 February', '2026-02-31', /Date of visit: “2026-02-31” is not a real date/],
    ['no date', '', /Date of visit: please give a date/],
    ['tomorrow', '2026-03-03', /2026|has not come yet|future/],
    ['a day before care began', '2025-10-01', /looked after|before/],
    ['words', 'last week', /is not a real date/],
    ['the year nought', '0000-00-00', /is not a real date/],
  ];

  it.each(dates)('is given back for %s, with what was typed', async (_what, on, says) => {
    const { ayesha, nothingSaved } = await aBusyMorning();
    const form = await ayesha.says('visit C-1042');
    const again = await ayesha.presses(form, 'Save visit', aVisit({ on, wishes: 'She likes the garden' }));
    expect(again.words).toMatch(/^Log a visit/);
    expect(again.words).toMatch(says);
    expect(again.words).toContain('⚠');
    expect(again.inputs).toMatchObject({ wishes: 'She likes the garden', welfare: 'yes', seenAlone: 'true' });
    nothingSaved();
  });

  it('is given back for a return before care began, and for one by a route that does not fit', async () => {
    const { ben, nothingSaved } = await aBusyMorning();
    const first = await ben.says('return home C-2001');
    const past = { route: 'unplanned', day: '2025-10-01', prompted: 'He went', safe: 'yes' };
    const early = await ben.presses(first, 'Start checklist', past);
    expect(early.words).toContain('On Wed 1 October 2025 the child was not looked after.');
    expect(early.inputs).toMatchObject({ prompted: 'He went', day: '2025-10-01' });
    const wrong = await ben.presses(first, 'Start checklist', { ...past, route: 'with-parents', day: '2026-04-01' });
    expect(wrong.words).toContain('does not fit');
    nothingSaved();
  });

  it('is given back for a story that is too long, every field of it', async () => {
    const { ayesha, olu, nothingSaved } = await aBusyMorning();
    const long = await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', {
      ...DRIFT,
      concern: HUGE,
      impact: HUGE.slice(0, 30_000),
    });
    expect(long.words).toContain('What is the concern: please keep it under 2000 characters.');
    expect(long.words).toContain('Impact on the child: please keep it under 2000 characters.');
    expect(String(long.inputs.concern).startsWith('a very long story')).toBe(true);
    expect(JSON.stringify(long.card).length * 2).toBeLessThan(80_000);
    const visit = await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit({ wishes: HUGE }));
    expect(visit.words).toContain('please keep it under 2000 characters.');
    nothingSaved();
  });

  it('is given back for numbers, lists and objects where words are expected, and for nothing at all', async () => {
    const { ayesha, olu, grace, samuel, nothingSaved } = await aBusyMorning();
    const shapes: readonly unknown[] = [
      42,
      -1,
      1e99,
      true,
      null,
      [],
      ['x'],
      {},
      { toString: 'x' },
      [[[]]],
      '',
      '\u0000',
    ];
    const forms: readonly (readonly [typeof ayesha, string, Record<string, unknown>, readonly string[]])[] = [
      [
        ayesha,
        'visit.save',
        { case: 'C-1042', revision: '2', ...aVisit({ on: '2026-03-02' }) },
        ['case', 'on', 'welfare', 'wishes'],
      ],
      [
        ayesha,
        'case.follow',
        aChild({ person: () => ayesha } as never, { reference: 'C-3001' }),
        ['reference', 'initials', 'bornOn', 'legalStatus', 'placement', 'socialWorker'],
      ],
      [
        ayesha,
        'return.start',
        { case: 'C-1042', route: 'planned-s20', day: '2026-04-24', prompted: 'x', once: 'y' },
        ['case', 'route', 'day', 'prompted', 'once'],
      ],
      [
        ayesha,
        'return.save',
        { return: 'RH-0001', stage: 'consider', page: '0', drawn: '2026-03-02T09:30:00.000Z', 'CON-01': 'not-done' },
        ['return', 'stage', 'drawn'],
      ],
      [
        olu,
        'dispute.raise',
        { ...DRIFT, case: 'C-1042', once: 'z' },
        ['case', 'theme', 'concern', 'wanted', 'startAt', 'once'],
      ],
      [olu, 'dispute.escalate', { dispute: 'D-0001', to: '2', why: 'x', revision: '1' }, ['dispute', 'to', 'why']],
      [
        grace,
        'dispute.respond',
        { dispute: 'D-0001', revision: '1', kind: 'accept', says: 'x' },
        ['dispute', 'kind', 'says'],
      ],
      [samuel, 'return.approve', { return: 'RH-0001', asked: 'x', reason: 'x' }, ['return', 'asked', 'reason']],
    ];
    for (const [by, verb, good, fields] of forms) {
      for (const field of fields) {
        for (const shape of shapes) {
          const answer = await by.forges(verb, { ...good, [field]: shape });
          expect(answer.card.type, `${verb} ${field} ${JSON.stringify(shape)}`).toBe('AdaptiveCard');
          expect(answer.words).not.toMatch(/undefined|\[object|TypeError|Invalid input/);
        }
      }
      for (const nothing of [{}, [], null, 'x', 7]) {
        expect((await by.forges(verb, nothing)).card.type).toBe('AdaptiveCard');
      }
    }
    nothingSaved();
  }, 60_000);

  it('shows words as words: Markdown, mentions and links do nothing on a card', async () => {
    const { council, ayesha, priya } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const nasty = '**bold** [press](https://evil.example) <at>Priya Shah</at> ${reference} # heading';
    const visit = aVisit({ welfare: 'concern', wishes: nasty, lateReason: 'x' });
    const saved = await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', visit);
    const told = priya.last();
    expect(told.words).toContain('\\*\\*bold\\*\\* \\[press\\](https://evil.example) ‹at›Priya Shah‹/at› ${reference}');
    expect(JSON.stringify([saved.card, told.card])).not.toContain('<at>');
    // What is copied into the case record is what was written: the text of an input, which Teams never reads as Markdown.
    expect((await ayesha.presses(saved, 'Note for the record')).inputs.block).toContain(nasty);
  });
});
