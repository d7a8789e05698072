import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { inParts, PART } from '../../src/in-parts.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { listNotes, openNote, tickNote, untickNote } from '../../src/returns/notes/actions.ts';
import { type NoteForm, readNoteForm, readNotesForm } from '../../src/returns/notes/form.ts';
import { notesOf } from '../../src/returns/notes/rules.ts';
import { noteBlockView, noteListView } from '../../src/returns/notes/view.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here, type Needs, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { reviewForm, visitForm } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import {
  approved,
  decidedTwice,
  lapsed,
  noteOf,
  seen,
  TODAY,
  visitedOnce,
  withEvents,
  withPlan,
  written,
} from '../builders/notes.ts';
import { ayesha, ben, iroOlu, nominatedSamuel, priya, sightOf, tom } from '../builders/people.ts';
import { anAnswer, aPlan, doing, planOf, readyToDecide, returnRoom } from '../builders/returning-case.ts';
import { Seen } from '../fakes/council.ts';
import { at } from '../fakes/stopped-clock.ts';

describe('a note in parts', () => {
  it('holds together, line by line, whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const lines = fc.array(fc.oneof(text, fc.constant(''), fc.constant('word '.repeat(20))), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 90 }), (said, most) => {
        const whole = said.join('\n');
        const parts = inParts(whole, most);
        expect(parts.join('')).toBe(whole);
        expect(parts.every((part) => part.length <= most)).toBe(true);
        if (whole.isWellFormed()) expect(parts.every((part) => part.isWellFormed())).toBe(true);
      }),
    );
  });

  it('is cut between paragraphs, or else lines, or else words', () => {
    expect(inParts('one two\n\nthree\nfour five', 16)).toEqual(['one two\n\n', 'three\nfour five']);
    expect(inParts('one two\nthree four', 14)).toEqual(['one two\n', 'three four']);
    expect(inParts('one two three', 10)).toEqual(['one two ', 'three']);
    expect(inParts('onetwothree', 4)).toEqual(['onet', 'woth', 'ree']);
    expect(inParts('x'.repeat(PART))).toHaveLength(1);
  });

  const long = (() => {
    const ready = readyToDecide();
    const answers = planOf(ready).answers.map((one) => ({ ...one, note: 'He said “yes”. '.repeat(130) }));
    return { ...ready, returns: [{ ...planOf(ready), answers }] };
  })();
  const key = 'stage/RH-0001/assess';

  it('turns from part to part on small cards, and is ticked on the last', async () => {
    const { needs, clock } = await returnRoom(TODAY, [long]);
    const shown: string[] = [];
    let form: NoteForm = { case: 'C-1042', note: key, page: 1, drawn: null };
    for (;;) {
      const opened = allowed(await openNote(form, ayesha, needs));
      const view = noteBlockView(opened, sightOf(ayesha, clock.now()));
      expect(JSON.stringify(render('note.block', view)).length * 2).toBeLessThan(25_000);
      expect(view.canTick).toBe(!view.hasNext);
      shown.push(view.typed.block!);
      expect(view.label).toContain(`(part ${shown.length} of `);
      if (!view.hasNext) break;
      expect(view.nextTitle).toMatch(new RegExp(`^Part ${shown.length + 1} of `));
      form = allowed(readNoteForm({ case: 'C-1042', note: view.key, page: view.nextPart, drawn: view.drawn }));
    }
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.join('')).toBe(noteOf(long, key).text);
  });

  it('begins again when it changed while its parts were copied', async () => {
    const { needs, clock } = await returnRoom(TODAY, [long]);
    const first = allowed(await openNote({ case: 'C-1042', note: key, page: 1, drawn: null }, ayesha, needs));
    clock.moveTo(TODAY, '10:05');
    const about = (await needs.cases.get('C-1042'))!;
    const plan = planOf(about);
    const answers = plan.answers.map((one) => (one.item === 'ASM-01' ? { ...one, at: clock.now(), note: 'New' } : one));
    await needs.cases.save({ ...about, returns: [{ ...plan, answers }] }, []);
    clock.moveTo(TODAY, '10:10');
    const again = allowed(await openNote({ case: 'C-1042', note: key, page: 2, drawn: first.drawn }, ayesha, needs));
    expect(again).toMatchObject({ part: 1, drawn: clock.now(), says: expect.stringContaining('has changed since') });
  });

  it('takes a card drawn tomorrow for one never drawn', async () => {
    const { needs, clock } = await returnRoom(TODAY, [long]);
    const form = { case: 'C-1042', note: key, page: 2, drawn: at('2026-11-24') };
    expect(allowed(await openNote(form, ayesha, needs))).toMatchObject({ part: 1, drawn: clock.now() });
  });

  it('shows the last part to whoever asks for one beyond it', async () => {
    const { needs, clock } = await returnRoom(TODAY, [long]);
    const form = { case: 'C-1042', note: key, page: 99, drawn: clock.now() };
    expect(allowed(await openNote(form, ayesha, needs)).part).toBe(inParts(noteOf(long, key).text).length);
  });
});

describe('ticking that a note is in the record', () => {
  const VISIT = { case: 'C-1042', note: 'visit/2026-10-08/1', page: 1, drawn: at(TODAY) };

  it('keeps who and when with one line of history, and goes back to the list', async () => {
    const { needs, kept, letters } = await returnRoom(TODAY, [visitedOnce]);
    const listed = allowed(await tickNote(VISIT, ayesha, needs));
    const about = await kept();
    expect(about.copied).toEqual([{ of: VISIT.note, by: ayesha.id, at: at(TODAY) }]);
    expect(about.history.slice(visitedOnce.history.length)).toEqual([
      { at: at(TODAY), by: ayesha.id, what: 'In the child’s record: Visit, child seen alone, Thu 8 October 2026' },
    ]);
    expect(await letters()).toEqual([]);
    const view = noteListView(listed, sightOf(ayesha, at(TODAY)));
    expect(view).toMatchObject({
      quiet: 'AB · C-1042 · ✓ All in the record',
      said: '✓ In the record now: Visit, child seen alone.',
      notes: [{ standing: '✓ In the record since Mon 23 November 2026, by Ayesha Khan' }],
    });
  });

  it('twice is told since when it is, and changes nothing', async () => {
    const { needs, kept, clock } = await returnRoom(TODAY, [visitedOnce]);
    await tickNote(VISIT, ayesha, needs);
    const before = await kept();
    clock.moveTo(TODAY, '11:00');
    const listed = allowed(await tickNote(VISIT, priya, needs));
    expect(listed.says).toBe(
      'Visit, child seen alone was ticked already. ✓ In the record since Mon 23 November 2026, by Ayesha Khan.',
    );
    expect(await kept()).toEqual(before);
  });

  it('by two people at once is kept once', async () => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    const both = await Promise.all([tickNote(VISIT, ayesha, needs), tickNote(VISIT, priya, needs)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await kept()).copied).toHaveLength(1);
  });

  it('is refused when the note changed since it was opened, and ticked once it was copied again', async () => {
    const about = withPlan({ answers: [anAnswer('CON-01', { at: at(TODAY, '10:30') })] });
    const { needs, kept, clock } = await returnRoom(TODAY, [about]);
    clock.moveTo(TODAY, '11:00');
    const form = { ...VISIT, note: 'stage/RH-0001/consider' };
    expect(await tickNote(form, ayesha, needs)).toMatchObject({
      ok: false,
      because: 'This note has changed since you opened it. Copy it again as it is below, then tick it.',
    });
    expect((await kept()).copied).toEqual([]);
    expect(await tickNote({ ...form, drawn: clock.now() }, ayesha, needs)).toMatchObject({ ok: true });
  });

  it('does not mind that something else was saved since', async () => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    await needs.cases.save({ ...(await kept()), initials: 'CD' }, []);
    expect(await tickNote(VISIT, ayesha, needs)).toMatchObject({ ok: true });
  });

  it('again after a change keeps both times', async () => {
    const key = `decision/RH-0001/${lapsed.asking.at}`;
    const copied = [{ of: key, by: priya.id, at: at('2026-11-13') }];
    const { needs, kept } = await returnRoom(TODAY, [{ ...decidedTwice, copied }]);
    allowed(await tickNote({ ...VISIT, note: key }, ayesha, needs));
    expect((await kept()).copied).toEqual([...copied, { of: key, by: ayesha.id, at: at(TODAY) }]);
  });

  it('is taken back with a line of history, once', async () => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    await tickNote(VISIT, ayesha, needs);
    const opened = allowed(await untickNote(VISIT, priya, needs));
    expect(noteBlockView(opened, sightOf(priya, at(TODAY)))).toMatchObject({
      quiet: 'AB · C-1042 · ○ Not in the record yet',
      canTick: true,
      canUntick: false,
    });
    const about = await kept();
    expect(about.copied).toEqual([]);
    expect(about.history.at(-1)).toMatchObject({
      by: priya.id,
      what: 'Not in the child’s record after all: Visit, child seen alone, Thu 8 October 2026',
    });
    allowed(await untickNote(VISIT, priya, needs));
    expect(await kept()).toEqual(about);
  });

  it.each([
    ['a note that there is not', 'visit/2026-10-08/2'],
    ['a key of something else', '../C-1043'],
    ['the prototype', '__proto__'],
    ['nothing', ''],
  ])('is refused for %s', async (_what, note) => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    for (const act of [tickNote, untickNote, openNote]) {
      const said = await act({ ...VISIT, note }, ayesha, needs);
      expect(said).toMatchObject({ ok: false, because: expect.stringContaining('no such note for you to take') });
    }
    expect((await kept()).copied).toEqual([]);
  });

  it('answers somebody else’s case as if it did not exist', async () => {
    const { needs, kept } = await returnRoom(TODAY, [{ ...visitedOnce, returns: [aPlan()] }]);
    for (const act of [tickNote, untickNote, openNote]) {
      const theirs = await act(VISIT, ben, needs);
      const unknown = await act({ ...VISIT, case: 'C-9999' }, ben, needs);
      expect(theirs).toMatchObject({ ok: false, because: expect.stringContaining('no case C-1042 that you work on') });
      expect(JSON.stringify(theirs).replaceAll('C-1042', 'C-9999')).toBe(JSON.stringify(unknown));
    }
    const listed = [{ case: 'C-1042' }, { return: 'RH-0001' }].map((typed) => allowed(readNotesForm(typed)));
    for (const form of listed) expect(await listNotes(form, ben, needs)).toMatchObject({ ok: false });
    expect((await kept()).copied).toEqual([]);
  });

  it('is the decider’s for their own decision only', async () => {
    const decision = `decision/RH-0001/${lapsed.asking.at}`;
    const { needs, kept } = await returnRoom(TODAY, [decidedTwice]);
    expect(await tickNote({ ...VISIT, note: decision }, nominatedSamuel, needs)).toMatchObject({ ok: true });
    const other = `decision/RH-0001/${approved.asking.at}`;
    expect(await tickNote({ ...VISIT, note: other }, nominatedSamuel, needs)).toMatchObject({ ok: false });
    expect((await kept()).copied).toMatchObject([{ of: decision, by: nominatedSamuel.id }]);
  });

  it('works for a cover who decided and no longer sees the case', async () => {
    const about = withPlan({ decision: { ...approved, by: tom.id } });
    const { needs } = await returnRoom(TODAY, [about]);
    const listed = allowed(await listNotes(allowed(readNotesForm({ return: 'rh-0001' })), tom, needs));
    expect(listed.notes.map(({ key }) => key)).toEqual([`decision/RH-0001/${approved.asking.at}`]);
    expect(await tickNote({ ...VISIT, note: listed.notes[0]!.key }, tom, needs)).toMatchObject({ ok: true });
  });
});

describe('the forms of the notes', () => {
  it('read a child or a return, and which page', () => {
    expect(readNotesForm({ case: 'c-1042', page: '2', day: '' })).toMatchObject({
      value: { case: 'C-1042', return: null, page: 2 },
    });
    expect(readNotesForm({ return: 'rh-0001' })).toMatchObject({ value: { case: null, return: 'RH-0001', page: 1 } });
    expect(readNotesForm({})).toMatchObject({ ok: false });
    expect(readNotesForm({ return: '../x' })).toMatchObject({ ok: false });
  });

  it.each([
    ['a moment that is none', 'yesterday'],
    ['an object', {}],
    ['nothing', undefined],
  ])('take %s for a card never drawn', (_what, drawn) => {
    expect(readNoteForm({ case: 'C-1042', note: 'x', drawn })).toMatchObject({ ok: true, value: { drawn: null } });
  });

  it('never read the block that comes back', () => {
    const form = allowed(readNoteForm({ case: 'C-1042', note: 'x', block: 'What somebody typed over it' }));
    expect(JSON.stringify(form)).not.toContain('typed over');
  });

  it('refuse a note that is not said, or is no text', () => {
    for (const note of [undefined, 7, {}, 'x'.repeat(201)]) {
      expect(readNoteForm({ case: 'C-1042', note })).toMatchObject({ ok: false });
    }
  });
});

describe('the cards of the notes', () => {
  const view = (about: ReturningCase, key: string, problems: readonly string[] = []) =>
    noteBlockView(
      { about, note: noteOf(about, key), part: 1, drawn: at(TODAY), says: '' },
      sightOf(ayesha, at(TODAY)),
      problems,
    );

  it('hold the block exactly as it is copied, marks and all', () => {
    const about = withEvents([seen], [written('visit', ayesha, 'Child’s wishes and feelings', '*His* [dog] & <b>')]);
    const card = JSON.stringify(render('note.block', view(about, 'visit/2026-10-08/1')));
    expect(card).toContain('Child’s wishes and feelings: *His* [dog] & <b>');
  });

  it('say nothing about the child on a lock screen', () => {
    const cards = [
      render('note.block', view(visitedOnce, 'visit/2026-10-08/1')),
      render(
        'note.list',
        noteListView({ about: visitedOnce, notes: [], page: 1, says: '' }, sightOf(ayesha, at(TODAY))),
      ),
    ];
    expect(cards.map(({ fallbackText }) => fallbackText)).toEqual(['A note for the record', 'Notes for the record']);
  });

  it('offer the tick again for a note that changed since, and the way back', () => {
    const key = `decision/RH-0001/${lapsed.asking.at}`;
    const copied = [{ of: key, by: priya.id, at: at('2026-11-13') }];
    expect(view({ ...decidedTwice, copied }, key)).toMatchObject({
      quiet: 'AB · C-1042 · ▲ Changed since it was copied on Fri 13 November 2026, by Priya Shah',
      canTick: true,
      canUntick: true,
    });
  });

  it('show five notes a page', () => {
    const days = ['01', '02', '03', '04', '05', '08'].map((day) => ({ ...seen, on: localDate(`2026-11-${day}`) }));
    const about = withEvents(days);
    const page = (number: number) =>
      noteListView({ about, notes: notesOf(about, doing(ayesha)), page: number, says: '' }, sightOf(ayesha, at(TODAY)));
    expect(page(1)).toMatchObject({
      notes: { length: 5 },
      nextTitle: 'Page 2 of 2',
      quiet: 'AB · C-1042 · 6 not in the record yet',
    });
    expect(page(2)).toMatchObject({
      notes: [{ title: 'Visit, child seen alone · Sun 1 November 2026' }],
      nextTitle: 'First page',
    });
  });
});

describe('from a visit to the record, by its cards alone', () => {
  const council = async () => {
    const { needs, kept } = await returnRoom(TODAY, [withPlan({})]);
    const at = (by: Person) => here(by, false, 'once', needs as Needs);
    const press = async (by: Person, verb: string, typed: Typed) =>
      new Seen(await ROUTES.find((row) => row.verb === verb)!.press(typed, at(by)));
    return {
      kept,
      press,
      says: async (by: Person, text: string) => new Seen(await hear(text, at(by))),
      goesOn: (by: Person, seen: Seen, button: string) => {
        const { verb, data } = seen.button(button);
        return press(by, verb, { ...seen.inputs, ...data });
      },
    };
  };
  const visit = visitForm({ on: TODAY, wishes: 'Wants to see his dog', lateReason: 'I was ill' });

  it('opens the note of that very visit, ticks it, and lists what is left', async () => {
    const { press, goesOn, kept } = await council();
    const block = await goesOn(ayesha, await press(ayesha, 'visit.save', visit), 'Note for the record');
    expect(block.inputs.block).toContain('When: Mon 23 November 2026');
    expect(block.inputs.block).toContain('Child’s wishes and feelings: Wants to see his dog');
    expect(block.buttons).toEqual(['It is in the record', 'All notes']);
    const list = await goesOn(ayesha, block, 'It is in the record');
    expect(list.words).toContain('✓ In the record now: Visit, child seen alone.');
    expect(list.words).toContain('1 not in the record yet');
    expect((await kept()).copied).toMatchObject([{ of: `visit/${TODAY}/1`, by: ayesha.id }]);
  });

  it('opens the second visit of a day, and an attempt', async () => {
    const { press, goesOn } = await council();
    await press(ayesha, 'visit.save', visit);
    const second = await press(ayesha, 'visit.save', {
      ...visit,
      revision: '2',
      childSeen: 'false',
      wishes: 'No answer',
    });
    const block = await goesOn(ayesha, second, 'Note for the record');
    expect(block.words).toContain('Attempted visit, child not seen (number 2 that day)');
    expect(block.inputs.block).toContain('No answer');
    const pressedAgain = await goesOn(ayesha, await press(ayesha, 'visit.save', visit), 'Note for the record');
    expect(pressedAgain.inputs.block).toContain('Wants to see his dog');
  });

  it('opens the note of a review that left no tasks', async () => {
    const { press, goesOn } = await council();
    const saved = await press(iroOlu, 'review.save', reviewForm({ on: TODAY }));
    expect((await goesOn(iroOlu, saved, 'Note for the record')).words).toContain('Looked-after review');
  });

  it('reads nothing of what comes back in the block', async () => {
    const { press, goesOn, kept } = await council();
    const block = await goesOn(ayesha, await press(ayesha, 'visit.save', visit), 'Note for the record');
    const { verb, data } = block.button('It is in the record');
    await press(ayesha, verb, { ...data, block: 'Somebody typed over it' });
    expect(JSON.stringify(await kept())).not.toContain('typed over');
  });

  it('shows the block again to whoever ticks one that changed since', async () => {
    const { press, says } = await council();
    const stale = { case: 'C-1042', note: 'plan/RH-0001', drawn: at('2026-11-01'), revision: '1' };
    const again = await press(ayesha, 'note.copied', stale);
    expect(again.words).toContain('⚠ This note has changed since you opened it.');
    expect(again.inputs.block).toContain('What: Return-home plan RH-0001');
    expect(again.button('It is in the record').data.drawn).toBe(at(TODAY));
    expect((await says(ayesha, 'notes C-1042')).words).toContain('○ Not in the record yet');
  });

  it('answers “notes” in every way it is asked for', async () => {
    const { says } = await council();
    for (const text of ['notes C-1042', 'Note for the record c-1042', '/record note C-1042', 'notes']) {
      expect((await says(ayesha, text)).words).toContain('Return-home plan RH-0001');
    }
    expect((await says(ben, 'notes C-1042')).words).toContain('no case C-1042 that you work on');
  });
});
