import { describe, expect, it } from 'vitest';
import { previewChange, saveChange } from '../../src/cases/changes/actions.ts';
import { type ChangeForm, readChangeForm, readTypedChange } from '../../src/cases/changes/form.ts';
import { preview } from '../../src/cases/changes/rules.ts';
import { changeFormView, changePreviewView, changeSavedView } from '../../src/cases/changes/view.ts';
import { aCase, aCaseWith, caseRoom } from '../builders/case.ts';
import {
  ayesha,
  ben,
  chloe,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed, visited, wentHome } from '../timetable/case-facts.ts';

const typed = (parts = {}) => ({ case: 'C-1042', revision: '1', ...parts });
const read = (parts = {}): ChangeForm => {
  const form = readChangeForm(typed(parts));
  if (!form.ok) throw new Error(form.because);
  return form.value;
};
const now = at('2026-11-16');
const move = { placement: 'residential', placementOn: '2026-11-13' };
const visitedOnce = aCaseWith(visited('2026-11-12'));

function afterOf(about: ReturnType<typeof aCase>, parts: object, by = ayesha) {
  const seen = preview(about, read(parts), by, northmoor, now);
  if (!seen.ok) throw new Error(seen.because);
  return seen.value;
}

describe('a change', () => {
  it('of legal status is an event of its day, and a line of history', () => {
    const { after, lines } = afterOf(aCase(), { legalStatus: 'interim-care-order', legalStatusOn: '2026-11-10' });
    expect(after.events.at(-1)).toEqual({
      on: '2026-11-10',
      what: 'legal-status-changed',
      legalStatus: 'interim-care-order',
    });
    expect(lines).toEqual(['Interim care order since Tue 10 November 2026']);
    expect(after).toMatchObject({ wakeAt: now });
    expect(after.history.at(-1)).toEqual({ at: now, by: ayesha.id, what: lines[0] });
  });

  it('of placement keeps the few things that the timetable needs', () => {
    const parts = {
      placement: 'connected-person',
      placementOn: '2026-11-13',
      flags: 'untilEighteen,temporaryApproval',
    };
    const { after, lines } = afterOf(aCase(), parts);
    expect(after.events.at(-1)).toEqual({
      on: '2026-11-13',
      what: 'placement-started',
      kind: 'connected-person',
      untilEighteen: true,
      temporaryApproval: true,
    });
    expect(lines[0]).toContain('Connected person since Fri 13 November 2026, Meant to last until the child is 18');
  });

  it('given for the day of one on record corrects it', () => {
    const { after } = afterOf(aCase(), {
      ...{ legalStatus: 'care-order', legalStatusOn: '2026-10-05' },
      ...{ placement: 'foster', placementOn: '2026-10-05', flags: 'longTermFoster,childAgrees' },
    });
    expect(after.events).toEqual([
      lookedAfter('2026-10-05', 'care-order'),
      placed('2026-10-05', 'foster', { longTermFoster: true, childAgrees: true }),
    ]);
  });

  it('of legal status for a child who had gone home begins a new period of care', () => {
    const about = aCaseWith(wentHome('2026-11-02'));
    const { after } = afterOf(about, { legalStatus: 's20', legalStatusOn: '2026-11-13' });
    expect(after.events.at(-1)).toEqual(lookedAfter('2026-11-13', 's20'));
  });

  it('of worker and IRO keeps who they are', () => {
    const { after, lines } = afterOf(aCase(), { socialWorker: chloe.id, iro: iroNadia.id });
    expect(after.people).toEqual({ socialWorker: chloe.id, teamManager: priya.id, iro: iroNadia.id });
    expect(lines).toEqual(['Social worker: Chloe Davies', 'IRO: Nadia Rahman']);
  });

  it.each([
    ['a status without its day', { legalStatus: 'care-order' }, 'please give the day it changed'],
    ['a day without a status', { legalStatusOn: '2026-11-13' }, 'Choose what changed, or clear the day'],
    ['a placement without its day', { placement: 'foster' }, 'the day the placement started'],
    ['a day that has not come', { ...move, placementOn: '2026-11-17' }, 'Tue 17 November 2026 has not come yet'],
    ['a day before care began', { ...move, placementOn: '2026-10-01' }, 'before the child became looked after'],
    ['a mark that does not fit the placement', { ...move, flags: 'longTermFoster' }, 'goes with Foster carers'],
    ['a mark without a placement', { flags: 'untilEighteen' }, 'choose the placement type too'],
    [
      'a move to the parents, which is a return home',
      { placement: 'with-parents', placementOn: '2026-11-13' },
      'Type “return home C-1042”',
    ],
    ['a social worker who is none', { socialWorker: iroNadia.id }, 'who holds that post'],
    ['somebody who is not on the register', { iro: 'forged-id' }, 'who holds that post'],
    ['an adjournment by a worker', { happened: 'review-adjourned', happenedOn: '2026-11-13' }, 'only the IRO adjourns'],
  ])('is refused: %s', (_what, parts, because) => {
    const said = preview(aCase(), read(parts), ayesha, northmoor, now);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining(because), beside: expect.anything() });
  });

  it('is refused with the sentence when the facts would contradict each other', () => {
    const about = aCaseWith(wentHome('2026-11-02'), lookedAfter('2026-11-10', 's20'));
    const parts = {
      happened: 'assessment-completed',
      happenedOn: '2026-11-03',
      legalStatus: 'care-order',
      legalStatusOn: '2026-11-02',
    };
    expect(preview(about, read(parts), ayesha, northmoor, now)).toMatchObject({
      ok: false,
      because: expect.stringContaining('already looked after on Tue 10 November 2026'),
    });
  });

  it.each([
    ['a status there is not', { legalStatus: 's21' }, 'choose one from the list'],
    ['31 February', { placementOn: '2026-02-31' }, 'is not a real date'],
    ['a mark there is not', { ...move, flags: 'forged' }, 'choose one from the list'],
    ['a decision, which is made in its own place', { happened: 'placement-decision-made' }, 'choose one from the list'],
  ])('cannot be read: %s', (_what, parts, because) => {
    expect(readChangeForm(typed(parts))).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });
});

describe('who may change a case', () => {
  it('leaves to the IRO the adjournment and who the IRO is, and nothing of managing the case', () => {
    expect(afterOf(aCase(), { happened: 'review-adjourned', happenedOn: '2026-11-02' }, iroOlu).lines).toHaveLength(1);
    expect(afterOf(aCase(), { iro: iroNadia.id }, iroManagerKaren).lines).toEqual(['IRO: Nadia Rahman']);
    const said = preview(aCase(), read(move), iroOlu, northmoor, now);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining('social worker or team manager') });
  });

  it('keeps the IRO apart from the rest of the case', () => {
    const both = {
      ...northmoor,
      register: new Map([...northmoor.register, [priya.id, { ...priya, posts: ['team-manager', 'iro'] as const }]]),
    };
    const said = preview(aCase(), read({ iro: priya.id }), ayesha, both, now);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining('no other part in it') });
  });

  it('is nobody else', () => {
    expect(preview(aCase(), read(move), chloe, northmoor, now)).toMatchObject({
      ok: false,
      because: expect.stringContaining('people around the child'),
    });
  });
});

describe('previewing a change', () => {
  it('shows the dates that move side by side, and saves nothing', async () => {
    const { needs, kept } = await caseRoom('2026-11-16', [visitedOnce]);
    const form = readTypedChange(typed(move));
    if (!form.ok) throw new Error(form.because);
    const seen = await previewChange(form.value, ayesha, needs);
    if (!seen.ok) throw new Error(seen.because);
    const view = changePreviewView(seen.value, sightOf(ayesha, now));
    expect(view.moved).toMatchObject([
      { before: 'no date', after: 'Fri 20 November 2026' },
      { before: 'Thu 24 December 2026', after: 'no longer due' },
    ]);
    expect(view).toMatchObject({
      revision: '1',
      typed: { placement: 'residential', placementOn: '2026-11-13', iro: '' },
    });
    expect(await kept()).toMatchObject({ revision: 1, events: { length: 3 } });
  });

  it('refuses when nothing would change', async () => {
    const { needs } = await caseRoom('2026-11-16', [aCase()]);
    const form = readTypedChange(typed({ socialWorker: ayesha.id }));
    if (!form.ok) throw new Error(form.because);
    expect(await previewChange(form.value, ayesha, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Nothing would change'),
    });
  });
});

describe('saving a change', () => {
  it('saves what was previewed', async () => {
    const { needs, kept } = await caseRoom('2026-11-16', [visitedOnce]);
    const saved = await saveChange(read(move), ayesha, needs);
    expect(saved).toMatchObject({ ok: true, value: { lines: ["Children's home since Fri 13 November 2026"] } });
    expect(await kept()).toMatchObject({ revision: 2, events: { length: 4 } });
  });

  it('answers a second press with the one change', async () => {
    const { needs, kept } = await caseRoom('2026-11-16', [visitedOnce]);
    await saveChange(read(move), ayesha, needs);
    const again = await saveChange(read(move), ayesha, needs);
    expect(again).toMatchObject({ ok: true, value: { after: { revision: 2 } } });
    if (again.ok)
      expect(changeSavedView(again.value, sightOf(ayesha, now)).says).toEqual([
        { says: '✓ All of this was saved already.' },
      ]);
    expect((await kept()).events).toHaveLength(4);
  });

  it('saves nothing when the case has changed since, and works the dates out again', async () => {
    const { needs, kept } = await caseRoom('2026-11-16', [visitedOnce]);
    await saveChange(read({ iro: iroNadia.id }), priya, needs);
    expect(await saveChange(read(move), ayesha, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('nothing was saved'),
    });
    expect((await kept()).events).toHaveLength(3);
    expect(await saveChange(read({ ...move, revision: '2' }), ayesha, needs)).toMatchObject({ ok: true });
  });

  it.each([
    ['a worker elsewhere', ben],
    ['business support', supportFiona],
  ])('answers %s as if there were no such case', async (_who, by) => {
    const { needs } = await caseRoom('2026-11-16', [visitedOnce]);
    expect(await saveChange(read(move), by, needs)).toMatchObject({
      ok: false,
      because: expect.stringContaining('no case C-1042 that you work on'),
    });
  });
});

describe('the form for a change', () => {
  it('offers the worker everything but the adjournment, and the IRO little else', () => {
    const form = (by: typeof ayesha) => changeFormView({ about: aCase(), typed: {} }, sightOf(by, now));
    expect(form(ayesha)).toMatchObject({
      managesCase: true,
      choices: { happened: [{ value: 'assessment-completed' }, { value: 'placement-ended' }] },
    });
    expect(form(iroOlu)).toMatchObject({ managesCase: false, choices: { happened: [{ value: 'review-adjourned' }] } });
  });
});
