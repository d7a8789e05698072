import { describe, expect, it } from 'vitest';
import { aChild, answersAll, aVisit, channelId, follows, MANAGERS, northmoor, questionsOn } from './northmoor.ts';

const GOES_HOME = { route: 'planned-s20', day: '2026-04-24', prompted: 'Her mother has kept to the plan' };

async function started() {
  const at = await northmoor('2026-03-02');
  await follows(at.ayesha, aChild(at.council));
  const form = await at.ayesha.says('return home');
  expect(form.words).toContain('the route decides what is asked and who approves');
  const checklist = await at.ayesha.presses(form, 'Start checklist', GOES_HOME);
  return { ...at, form, checklist };
}

/** As far as the card of the nominated officer. */
async function asked() {
  const at = await started();
  const done = await answersAll('C-1042', at.olu, at.priya, at.ayesha);
  const waiting = await at.ayesha.presses(done, 'Request decision');
  return { ...at, waiting, request: at.samuel.last() };
}

describe('a planned return home', () => {
  it('is worked through over weeks: what was saved stays, and what is left is said', async () => {
    const { council, ayesha, priya, form, checklist } = await started();
    expect(checklist.words).toContain('Consider');
    expect(checklist.words).toContain('AB · C-1042 · RH-0001 · Planned return, section 20');
    expect(checklist.buttons).not.toContain('Request decision');
    expect(checklist.words).toMatch(/Consider: \d+ left\nAssess and decide: \d+ left/);

    const first = questionsOn(checklist)[0]!;
    const saved = await ayesha.presses(checklist, 'Save', { [first]: 'done', [`note-${first}`]: 'Letter of 1 March' });
    expect(saved.words).toContain('1 of 9 done');
    await council.until('2026-03-09');
    await council.restart();
    const later = await priya.says('checklist C-1042');
    expect(later.inputs).toMatchObject({ [first]: 'done', [`note-${first}`]: 'Letter of 1 March' });

    const again = await ayesha.presses(form, 'Start checklist', GOES_HOME);
    expect(again.words).toContain('RH-0001');
    const second = await ayesha.says('return home C-1042');
    expect(second.words).toContain('Is the child safe now?');
    const another = await ayesha.presses(second, 'Start checklist', GOES_HOME);
    expect(another.words).toContain('RH-0001 is already open for this child');
    expect(another.inputs).toMatchObject({ prompted: GOES_HOME.prompted });
  });

  it('is asked for early and told what is left', async () => {
    const { ayesha, checklist } = await started();
    const early = await ayesha.forges('return.request', checklist.button('Save').data);
    expect(early.words).toMatch(/Before a decision, \d+ required questions are left/);
  });

  it('may be decided by the Director instead, unless she has worked on it herself', async () => {
    const { council, ruth, ...before } = await started();
    const mine = questionsOn(before.checklist)[0]!;
    await ruth.presses(await ruth.says('checklist C-1042'), 'Save', { [mine]: 'done', [`note-${mine}`]: 'I saw it' });
    await before.ayesha.presses(
      await answersAll('C-1042', before.olu, before.priya, before.ayesha),
      'Request decision',
    );
    const [posted] = council.channel(MANAGERS);
    const view = await ruth.presses(posted!, 'Open my view', {}, channelId(council));
    expect(view.buttons).not.toContain('Approve');
    const asked = before.samuel.last().button('Approve').data;
    const own = await ruth.forges('return.approve', { ...asked, reason: 'I know it well' });
    expect(own.words).toContain('Nobody decides on a return they have worked on');
    expect((await ruth.says('decisions')).words).not.toContain('RH-0001');
  });

  it('waits for the nominated officer, 1:1 and neutrally in the channel', async () => {
    const { council, samuel, waiting, request } = await asked();
    expect(waiting.words).toContain('● Waiting for a decision');
    expect(waiting.words).toContain('RH-0001 is with Samuel Okoro for a decision.');
    expect(request.words).toContain('AB · C-1042 · RH-0001 · ● Waiting for you');
    expect(request.words).toContain('SI 2010/959 reg 39(4)');
    expect(request.buttons).toEqual(expect.arrayContaining(['Approve', 'Send back']));
    const [posted] = council.channel(MANAGERS);
    expect(posted!.words).toContain('Return decision RH-0001');
    expect(posted!.words).toContain('Fri 24 April 2026');
    expect(posted!.words).not.toMatch(/C-1042|\bAB\b|mother/);
    const his = await samuel.presses(posted!, 'Open my view', {}, channelId(council));
    expect(his.words).toContain('AB · C-1042');
    expect((await samuel.says('decisions')).words).toContain('RH-0001');
  });

  it('is never decided by whoever worked on it, nor by somebody else', async () => {
    const { ayesha, priya, olu, ben, request } = await asked();
    const approving = { ...request.button('Approve').data, reason: 'It is time' };
    for (const own of [ayesha, priya, olu]) {
      expect((await own.forges('return.approve', approving)).words).toContain(
        'Nobody decides on a return they have worked on',
      );
    }
    expect((await ben.forges('return.approve', approving)).words).toContain('no return RH-0001 for you to see');
    expect((await ayesha.says('checklist C-1042')).words).toContain('● Waiting for a decision');
  });

  it('is sent back once with a reason, asked again, approved, recorded; and the days after it carry their force', async () => {
    const { council, ayesha, olu, samuel, request } = await asked();
    expect((await samuel.presses(request, 'Send back')).words).toContain('Reason: please fill this in.');
    const back = await samuel.presses(request, 'Send back', { reason: 'Write down what she wishes' });
    expect(back.words).toContain('RH-0001 was sent back by Samuel Okoro on Mon 2 March 2026.');
    const twice = await samuel.presses(request, 'Approve', { reason: 'After all' });
    expect(twice.words).toContain('RH-0001 was sent back by Samuel Okoro on Mon 2 March 2026. Nothing was changed.');
    expect(ayesha.last().words).toContain('Reason: Write down what she wishes');
    expect(olu.last().words).toContain('Return sent back');

    await council.until('2026-03-05');
    const again = await ayesha.says('checklist C-1042');
    expect(again.words).toContain('Reason: Write down what she wishes');
    const noted = await ayesha.presses(again, 'Request decision', {
      'note-CON-05': 'She wants to be home for her birthday',
    });
    expect(noted.words).toContain('RH-0001 is with Samuel Okoro for a decision.');
    const [head, decided, latest] = council.channel(MANAGERS);
    expect(decided!.words).toContain('↩ Sent back on');
    for (const card of [head, latest]) expect(card!.words).toContain('● Waiting for a decision');

    const stale = await samuel.presses(request, 'Approve', { reason: 'Fine' });
    expect(stale.words).toContain('has been asked for again since your card was drawn');
    const waits = samuel.last();
    const approved = await samuel.presses(waits, 'Approve', { reason: 'The plan is good' });
    expect(approved.words).toContain('RH-0001 was approved by Samuel Okoro on Thu 5 March 2026.');
    expect((await samuel.presses(waits, 'Approve', { reason: 'Again' })).words).toContain('Nothing was changed.');
    expect(samuel.last().buttons).not.toContain('Approve');
    expect(council.channel(MANAGERS).at(-1)!.words).toContain('✓ Approved on Thu 5 March 2026');

    await council.until('2026-04-24');
    const recording = await ayesha.presses(await ayesha.says('checklist C-1042'), 'Record the return');
    const future = await ayesha.presses(recording, 'Record the return', { day: '2026-04-25' });
    expect(future.words).toContain('has not come yet');
    const went = await ayesha.presses(recording, 'Record the return', { day: '2026-04-24' });
    expect(went.words).toContain('⌂ Home since Fri 24 April 2026');
    expect((await ayesha.presses(recording, 'Record the return', { day: '2026-04-24' })).words).toContain(
      'RH-0001 is recorded already',
    );
    expect(olu.last().words).toContain('A child has gone home');

    const after = await ayesha.says('case C-1042');
    expect(after.words).toContain('Fri 8 May 2026');
    expect(after.words).toContain('Local policy');
    const why = await ayesha.says('why C-1042');
    expect(why.words).toContain('Local policy');
    expect(why.words).toContain('Salford');
    const visit = await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit({ on: '2026-04-24' }));
    expect(visit.words).toContain('Visit saved');
  });
});
