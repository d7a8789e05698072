import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { render } from '../../src/cards/catalogue.ts';
import { askVisit, saveVisit } from '../../src/cases/visits/actions.ts';
import { readVisitForm, type VisitForm } from '../../src/cases/visits/form.ts';
import { recordVisit } from '../../src/cases/visits/rules.ts';
import { visitFormView, visitSavedView } from '../../src/cases/visits/view.ts';
import { aCase, aCaseWith, caseRoom, visitForm } from '../builders/case.ts';
import {
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  grace,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  supportFiona,
  tom,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';

const read = (parts = {}): VisitForm => {
  const form = readVisitForm(visitForm(parts));
  if (!form.ok) throw new Error(form.because);
  return form.value;
};
const thursday = at('2026-10-08');

describe('logging a visit', () => {
  it('keeps the visit and what was written about it, wakes the case, and says who did it', () => {
    const saved = recordVisit(aCase(), read({ wishes: 'Wants to see his dog' }), ayesha, northmoor, thursday);
    expect(saved).toMatchObject({
      ok: true,
      value: {
        letters: [],
        after: {
          wakeAt: thursday,
          notes: [
            {
              on: '2026-10-08',
              about: 'visit',
              by: ayesha.id,
              says: [
                { heading: 'Child’s wishes and feelings', text: 'Wants to see his dog' },
                { heading: 'Is the child’s welfare safeguarded and promoted?', text: 'Yes' },
              ],
            },
          ],
        },
      },
    });
    const { after } = (saved as Extract<typeof saved, { ok: true }>).value;
    expect(after.events.at(-1)).toEqual({ on: '2026-10-08', what: 'visit-made', childSeen: true, seenAlone: true });
    expect(after.history.at(-1)).toEqual({
      at: thursday,
      by: ayesha.id,
      what: 'Visit on Thu 8 October 2026, child seen',
    });
  });

  it('is for the team manager as cover, and says so in the history', () => {
    const saved = recordVisit(aCase(), read(), priya, northmoor, thursday);
    expect(saved).toMatchObject({ ok: true });
    expect(JSON.stringify(saved)).toContain('logged as cover for the social worker');
  });

  it('is for whoever covers for the social worker while they are away, and not a day longer', () => {
    const council = away(ayesha, ben, '2026-10-07', '2026-10-08');
    expect(recordVisit(aCase(), read(), ben, council, thursday)).toMatchObject({ ok: true });
    expect(recordVisit(aCase(), read(), ben, council, at('2026-10-09'))).toMatchObject({ ok: false });
  });

  it.each([
    ['a day that has not come yet', { on: '2026-10-09' }, 'Fri 9 October 2026 has not come yet'],
    ['a day before care began', { on: '2026-10-04' }, 'before the child became looked after on Mon 5 October 2026'],
  ])('refuses %s', (_what, parts, because) => {
    const said = recordVisit(aCase(), read(parts), ayesha, northmoor, thursday);
    expect(said).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
      beside: { on: expect.any(String) },
    });
  });

  it.each([
    ['31 February', { on: '2026-02-31' }, '“2026-02-31” is not a real date'],
    ['something that is not a date', { on: 'last Tuesday' }, '“last Tuesday” is not a real date'],
    ['no date', { on: '' }, 'Date of visit: please give a date'],
    ['an answer that is not in the list', { welfare: 'maybe' }, 'please choose one from the list'],
    ['more words than fit', { wishes: 'x'.repeat(2001) }, 'under 2000 characters'],
    ['a reference that is none', { case: '../C-1042' }, 'letters, digits and hyphens'],
    ['no revision', { revision: undefined }, 'out of date'],
  ])('refuses %s', (_what, parts, because) => {
    expect(readVisitForm(visitForm(parts))).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('takes a toggle that was not sent for an attempt, never for a visit', () => {
    const form = readVisitForm({ case: 'C-1042', revision: '1', on: '2026-10-08', welfare: 'yes' });
    expect(form).toMatchObject({ ok: true, value: { childSeen: false, seenAlone: false, wishes: '', lateReason: '' } });
  });

  it.each([
    ['the IRO', iroOlu],
    ['a social worker of the same team', chloe],
    ['the service manager', grace],
    ['the team manager of another team', tom],
    ['the child in need co-ordinator', coordinatorJosh],
  ])('is not for %s, who is told whom to ask', (_who, by) => {
    const said = recordVisit(aCase(), read(), by, northmoor, thursday);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining('social worker, Ayesha Khan') });
  });
});

describe('a visit that was late', () => {
  const late = { on: '2026-10-13' };
  const tuesday = at('2026-10-13');

  it('asks for a reason, naming the day it was due', () => {
    const said = recordVisit(aCase(), read(late), ayesha, northmoor, tuesday);
    expect(said).toMatchObject({
      ok: false,
      beside: { lateReason: expect.stringContaining('due by Mon 12 October 2026') },
    });
  });

  it('is kept with its reason', () => {
    const saved = recordVisit(
      aCase(),
      read({ ...late, lateReason: 'Foster carer was ill' }),
      ayesha,
      northmoor,
      tuesday,
    );
    expect(saved).toMatchObject({
      ok: true,
      value: {
        after: {
          notes: [{ says: expect.arrayContaining([{ heading: 'Reason if late', text: 'Foster carer was ill' }]) }],
        },
      },
    });
  });

  it.each([
    ['made on its last day and logged weeks later', '2026-10-12', '2026-11-20'],
    ['made before a visit that is logged already', '2026-10-09', '2026-11-20'],
  ])('is not one that was %s', (_what, on, today) => {
    const about = aCaseWith(visited('2026-11-19'));
    expect(recordVisit(about, read({ on }), ayesha, northmoor, at(today))).toMatchObject({ ok: true });
  });

  it('needs no reason for an attempt, which was no visit', () => {
    const attempt = read({ ...late, childSeen: 'false' });
    expect(recordVisit(aCase(), attempt, ayesha, northmoor, tuesday)).toMatchObject({ ok: true });
  });
});

describe('a child who was not seen', () => {
  it('is saved as an attempt that does not count, and the card says what is still due', async () => {
    const { needs, kept } = await caseRoom('2026-10-08', [aCase()]);
    const saved = await saveVisit(read({ childSeen: 'false' }), ayesha, needs);
    if (!saved.ok) throw new Error(saved.because);
    expect((await kept()).events.at(-1)).toEqual({
      on: '2026-10-08',
      what: 'visit-made',
      childSeen: false,
      seenAlone: false,
    });
    const view = visitSavedView(saved.value, sightOf(ayesha, needs.clock.now()));
    expect(view.heading).toBe('Attempt saved');
    expect(view.says[0]!.says).toContain('does not count as a visit');
    expect(view.next[0]!.when).toContain('Mon 12 October 2026, in 2 working days');
    expect(view.hasMoved).toBe(false);
  });
});

describe('a concern', () => {
  const concern = (parts = {}) => read({ welfare: 'concern', ...parts });
  const record = (council: Authority, by = ayesha) => recordVisit(aCase(), concern(), by, council, thursday, 'E-0001');

  it('is raised and written to the team manager in the same save, at once, with no word of the case in the letter', async () => {
    const { needs, store, kept } = await caseRoom('2026-10-10', [aCase()]);
    expect(await saveVisit(concern({ wishes: 'Afraid to go back' }), ayesha, needs)).toMatchObject({ ok: true });
    const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
    expect(letters).toMatchObject([
      { kind: 'concern.raised', to: { person: priya.id }, facts: { concern: 'E-0001' }, writtenAt: needs.clock.now() },
    ]);
    expect(JSON.stringify(letters)).not.toContain('Afraid');
    const about = await kept();
    expect(about.concerns).toMatchObject([
      {
        id: 'E-0001',
        about: 'visit',
        raisedBy: ayesha.id,
        after: 'Visit on Thu 8 October 2026',
        says: [
          { heading: 'Child’s wishes and feelings', text: 'Afraid to go back' },
          { heading: 'Is the child’s welfare safeguarded and promoted?', text: 'I have a concern' },
        ],
        state: { at: 'waiting', level: 'team-manager' },
      },
    ]);
    expect(about.history.at(-1)!.what).toBe(
      'E-0001: concern raised (what a visit found), waiting for the team manager',
    );
  });

  it('takes no reference from the series when there is none', async () => {
    const { needs, kept } = await caseRoom('2026-10-08', [aCase()]);
    await saveVisit(read(), ayesha, needs);
    await saveVisit(concern({ wishes: 'Afraid' }), ayesha, needs);
    expect((await kept()).concerns.map(({ id }) => id)).toEqual(['E-0001']);
  });

  it('says that an attempt found it, when the child was not seen', () => {
    const attempt = concern({ childSeen: 'false' });
    expect(recordVisit(aCase(), attempt, ayesha, northmoor, thursday, 'E-0001')).toMatchObject({
      value: { after: { concerns: [{ after: 'Attempted visit on Thu 8 October 2026' }] } },
    });
  });

  it('is never lost for want of a reference', () => {
    expect(() => recordVisit(aCase(), concern(), ayesha, northmoor, thursday)).toThrow('no reference');
  });

  it('goes to whoever acts for the team manager that day', () => {
    expect(record(away(priya, tom, '2026-10-08', '2026-10-08'))).toMatchObject({
      value: { letters: [{ to: { person: tom.id } }] },
    });
  });

  it('goes up to their manager when nobody covers', () => {
    const nobody = { ...priya, id: 'has-left' };
    expect(record(away(priya, nobody, '2026-10-08', '2026-10-08'))).toMatchObject({
      value: {
        letters: [{ to: { person: grace.id } }, { kind: 'concern.channel' }],
        after: { concerns: [{ state: { level: 'service-manager' } }] },
      },
    });
  });

  it('goes up to their manager when the team manager made the visit', () => {
    expect(record(northmoor, priya)).toMatchObject({
      value: { letters: [{ to: { person: grace.id } }, { kind: 'concern.channel' }] },
    });
  });

  it('is told of again when a second visit of that day raises another', async () => {
    const { needs, store } = await caseRoom('2026-10-08', [aCase()]);
    await saveVisit(concern(), ayesha, needs);
    await saveVisit(concern({ wishes: 'Said it again' }), ayesha, needs);
    expect(await store.outbox.of({ kind: 'case', id: 'C-1042' })).toHaveLength(2);
  });

  it('is said on the card by its reference, and to whom it went', async () => {
    const { needs } = await caseRoom('2026-10-08', [aCase()]);
    const saved = await saveVisit(concern(), ayesha, needs);
    if (!saved.ok) throw new Error(saved.because);
    const view = visitSavedView(saved.value, sightOf(ayesha, needs.clock.now()));
    expect(view.says.at(-1)!.says).toBe('● Your concern, E-0001, goes to Priya Shah (Team manager) 1:1 now.');
  });
});

describe('the same visit twice', () => {
  it('makes one event when the button is pressed twice', async () => {
    const { needs, kept } = await caseRoom('2026-10-08', [aCase()]);
    expect(await saveVisit(read({ welfare: 'concern' }), ayesha, needs)).toMatchObject({ ok: true });
    const again = await saveVisit(read({ welfare: 'concern' }), ayesha, needs);
    expect(again).toMatchObject({ ok: true, value: { after: { revision: 2 } } });
    expect((await kept()).concerns).toHaveLength(1);
    expect((await kept()).events.filter(({ what }) => what === 'visit-made')).toHaveLength(1);
  });

  it('makes one event when both presses arrive at once', async () => {
    const { needs, kept } = await caseRoom('2026-10-08', [aCase()]);
    const both = await Promise.all([saveVisit(read(), ayesha, needs), saveVisit(read(), ayesha, needs)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await kept()).events.filter(({ what }) => what === 'visit-made')).toHaveLength(1);
  });

  it('is refused on a new form, unless something differs', async () => {
    const { needs, kept } = await caseRoom('2026-10-08', [aCase()]);
    await saveVisit(read(), ayesha, needs);
    const refused = await saveVisit(read({ revision: '2' }), ayesha, needs);
    expect(refused).toMatchObject({ ok: false, because: expect.stringContaining('is logged already') });
    expect(await saveVisit(read({ revision: '2', support: 'A school bag' }), ayesha, needs)).toMatchObject({
      ok: true,
    });
    expect((await kept()).events.filter(({ what }) => what === 'visit-made')).toHaveLength(2);
  });
});

describe('a case that is not theirs', () => {
  it.each([
    ['a worker elsewhere', ben],
    ['business support', supportFiona],
  ])('answers %s as if it did not exist', async (_who, by) => {
    const { needs } = await caseRoom('2026-10-08', [aCase()]);
    const theirs = await saveVisit(read(), by, needs);
    const unknown = await saveVisit(read({ case: 'C-9999' }), by, needs);
    expect(theirs).toMatchObject({ ok: false, because: expect.stringContaining('no case C-1042 that you work on') });
    expect(JSON.stringify(theirs).replaceAll('C-1042', 'C-9999')).toBe(JSON.stringify(unknown));
  });
});

describe('the visit form', () => {
  const asked = (typed: Readonly<Record<string, unknown>>, day: string, problems: readonly string[] = []) =>
    visitFormView({ about: aCase(), typed }, sightOf(ayesha, at(day)), problems);

  it('is filled in with today, or with the day that was spoken of', () => {
    expect(asked({ case: 'C-1042' }, '2026-10-08').typed).toMatchObject({
      on: '2026-10-08',
      childSeen: 'true',
      welfare: '',
    });
    expect(asked({ case: 'C-1042', day: '2026-10-07' }, '2026-10-08').typed.on).toBe('2026-10-07');
    expect(asked({ case: 'C-1042', day: '' }, '2026-10-08').typed.on).toBe('2026-10-08');
  });

  it('can be sent as it opens, with only the welfare question answered: three presses', async () => {
    const { needs } = await caseRoom('2026-10-08', [aCase()]);
    const { typed, reference, revision } = asked({ case: 'C-1042' }, '2026-10-08');
    const form = readVisitForm({ ...typed, case: reference, revision, welfare: 'yes' });
    expect(form).toMatchObject({ ok: true });
    expect(await saveVisit((form as { value: VisitForm }).value, ayesha, needs)).toMatchObject({ ok: true });
  });

  it('asks for the reason only once the day shown is late', () => {
    const asks = (day: string) =>
      JSON.stringify(render('visit.form', asked({ case: 'C-1042' }, day))).includes('lateReason');
    expect(asks('2026-10-12')).toBe(false);
    expect(asks('2026-10-13')).toBe(true);
  });

  it('keeps the notes closed until they are wanted, and open once something is typed in them', () => {
    const areOpen = (typed: object) =>
      JSON.stringify(render('visit.form', asked({ case: 'C-1042', ...typed }, '2026-10-08'))).includes(
        '"isVisible":true',
      );
    expect(areOpen({})).toBe(false);
    expect(areOpen({ wishes: 'She wants to stay.' })).toBe(true);
  });

  it('comes again with what was typed and what was wrong', () => {
    const view = asked(
      { case: 'C-1042', on: '2026-10-07', childSeen: 'false', wishes: '*likes* [here]' },
      '2026-10-08',
      ['No.'],
    );
    expect(view).toMatchObject({ hasProblems: true, problems: [{ says: 'No.' }] });
    expect(view.typed).toMatchObject({ on: '2026-10-07', childSeen: 'false', wishes: '*likes* [here]' });
    expect(JSON.stringify(render('visit.form', view))).toContain('*likes* [here]');
  });

  it('is not opened for somebody who could not save it', async () => {
    const { needs } = await caseRoom('2026-10-08', [aCase()]);
    const said = await askVisit({ case: 'C-1042', typed: {} }, iroOlu, needs);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining('Visits are logged by') });
  });
});

describe('the card after a visit', () => {
  it('says the next visit and why, once, and which date it took the place of', async () => {
    const { needs } = await caseRoom('2026-10-08', [aCase()]);
    const saved = await saveVisit(read(), ayesha, needs);
    if (!saved.ok) throw new Error(saved.because);
    const view = visitSavedView(saved.value, sightOf(ayesha, needs.clock.now()));
    expect(view.next).toMatchObject([
      {
        when: expect.stringContaining('Thu 19 November 2026'),
        working: expect.stringContaining('6 weeks after Thu 8 October 2026'),
        why: expect.stringContaining('Regulation · '),
      },
    ]);
    expect(view.moved).toMatchObject([{ before: 'Mon 12 October 2026', after: 'met' }]);
    expect(view).toMatchObject({ hasNote: true, note: 'visit/2026-10-08/1' });
  });
});
