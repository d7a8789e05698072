import { describe, expect, it } from 'vitest';
import { readResolveForm } from '../../src/disputes/ending/form.ts';
import { readAutomaticForm, readEscalateForm } from '../../src/disputes/escalating/form.ts';
import { readDisputeAsk, readDisputeForm, readReasonForm } from '../../src/disputes/form.ts';
import { readJudgeForm } from '../../src/disputes/judging/form.ts';
import { readAskToRaise, readRaiseForm } from '../../src/disputes/raising/form.ts';
import { readRespondForm } from '../../src/disputes/responding/form.ts';
import { raiseForm } from '../builders/dispute.ts';

const act = { dispute: 'D-0001', revision: '3' };
const response = {
  ...act,
  kind: 'plan',
  says: 'We will visit weekly',
  action1: 'Visit weekly',
  owner1: 'Ayesha Khan',
  by1: '2026-04-10',
};
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });

describe('what comes back from a card', () => {
  it('is read as a dispute by its reference, however it is written', () => {
    expect(readDisputeForm({ dispute: ' d-0001 ' })).toEqual({ ok: true, value: { dispute: 'D-0001' } });
    expect(readDisputeAsk({ ...act, says: 'x' })).toMatchObject({
      ok: true,
      value: { dispute: 'D-0001', typed: { says: 'x' } },
    });
  });

  it.each([undefined, '', 'C-1042', 'D-1', 'D-0001; drop', '../D-0001', 7, { id: 'D-0001' }])(
    'is not read as a dispute from %j',
    (dispute) => {
      expect(readDisputeForm({ dispute })).toMatchObject({ ok: false });
      expect(readReasonForm({ ...act, dispute, why: 'x' })).toMatchObject({ ok: false });
    },
  );

  it('is read as a response with its actions', () => {
    expect(readRespondForm(response)).toEqual({
      ok: true,
      value: {
        dispute: 'D-0001',
        revision: 3,
        kind: 'plan',
        says: 'We will visit weekly',
        actions: [{ what: 'Visit weekly', owner: 'Ayesha Khan', by: '2026-04-10' }],
      },
    });
    expect(readRespondForm({ ...act, kind: 'accept', says: 'Agreed' })).toMatchObject({
      ok: true,
      value: { actions: [] },
    });
  });

  it.each([
    ['a plan without an action', { ...response, action1: '', owner1: '', by1: '' }, 'a plan needs at least one action'],
    ['an action without an owner', { ...response, owner1: '' }, 'Action 1: give the action, its owner and its date'],
    [
      'an action without a day',
      { ...response, action3: 'Call the school', owner3: 'Grace' },
      'Action 3: give the action',
    ],
    ['a day that is not real', { ...response, by1: '2026-02-31' }, 'not a real date'],
    ['a response that is not on the list', { ...response, kind: 'stop' }, 'Response: please choose'],
    ['no words', { ...response, says: ' ' }, 'Response in words: please fill'],
  ])('is refused for %s', (_what, typed, because) => {
    expect(readRespondForm(typed)).toMatchObject(refusedBecause(because));
  });

  it.each([
    ['Escalate to', readEscalateForm, { ...act, to: '99x', why: 'x' }],
    ['Why', readEscalateForm, { ...act, to: '2', why: '' }],
    ['Judge response', readJudgeForm, { ...act, verdict: 'maybe' }],
    ['Outcome', readResolveForm, { ...act, outcome: 'withdrawn', changed: 'x' }],
    ['What changed for the child', readResolveForm, { ...act, outcome: 'overtaken', changed: '' }],
    ['Why', readReasonForm, { ...act, why: '' }],
    ['Escalate automatically', readAutomaticForm, act],
  ])('is refused beside %s', (label, read, typed) => {
    expect(read(typed)).toMatchObject(refusedBecause(label));
  });

  it('asks for the form to raise a dispute with a child or without one', () => {
    expect(readAskToRaise({ case: 'c-1042' })).toMatchObject({ ok: true, value: { case: 'C-1042' } });
    for (const typed of [{}, { case: '' }])
      expect(readAskToRaise(typed)).toMatchObject({ ok: true, value: { case: null } });
    expect(readAskToRaise({ case: 'Adam Brown' })).toMatchObject(refusedBecause('Never a name'));
  });

  it('turns automatic escalation on unless the IRO turned it off', () => {
    const { urgent: _, escalateAutomatically: __, ...rest } = raiseForm();
    expect(readRaiseForm({ ...rest, startAt: '0' })).toMatchObject({
      ok: true,
      value: { urgent: false, escalateAutomatically: true },
    });
  });
});
