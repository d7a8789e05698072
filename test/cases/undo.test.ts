import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { visitsOf } from '../../src/cases/noted.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import type { KeptLetter, Passage } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { ayesha, ben, coordinatorJosh, grace, iroOlu, northmoor, priya, supportFiona } from '../builders/people.ts';
import { pressing } from '../diaries/pressing.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, visited, wentHome } from '../timetable/case-facts.ts';

const visit = {
  case: 'C-1042',
  revision: '1',
  on: '2026-10-08',
  childSeen: 'true',
  welfare: 'yes',
  wishes: 'Likes school',
};
const review = { case: 'C-1042', revision: '1', on: '2026-10-20', kind: 'looked-after', tasks: 'Ring the school' };
const REV = { case: 'C-1042', revision: '1' };

type Room = Awaited<ReturnType<typeof pressing>>;
const rulesDue = async ({ kept, clock }: Room) => {
  const { deadlines } = deadlinesOf(await kept(), localDate(clock.now().slice(0, 10)), northmoor);
  return deadlines.map(({ rule, due }) => `${rule} ${due}`);
};
const said = async ({ store }: Room) => (await store.outbox.of({ kind: 'case', id: 'C-1042' })).map(({ key }) => key);
const tick = ({ needs }: Room) => sweep({ ...needs, trouble: () => undefined } as never);
const letter = async (room: Room, key: string) =>
  (await room.store.outbox.of({ kind: 'case', id: 'C-1042' })).find((each) => each.key === key) as KeptLetter;
const mark = async (room: Room, key: string, passage: Passage) =>
  room.store.outbox.mark(await letter(room, key), passage);

describe('a wrong tick', () => {
  it('is undone from the card that says it was saved, and the date it met is due again', async () => {
    const room = await pressing('2026-10-08');
    const before = await rulesDue(room);
    const saved = await room.press(ayesha, 'visit.save', visit);
    expect(saved.words).toContain('A wrong tick? Undo works until 10:10.');
    room.clock.moveTo('2026-10-08', '10:10');
    const undone = await room.press(ayesha, ...saved.sends('Undo'));
    expect(undone.words).toContain('Undone');
    expect(undone.words).toContain('It counts no longer: Visit on Thu 8 October 2026, child seen.');
    expect(undone.words).toContain('Mon 12 October 2026');
    expect(undone.words).not.toContain('→ met');
    expect(undone.buttons).not.toContain('Undo');
    expect(await rulesDue(room)).toEqual(before);
  });

  it('keeps every line of the history and every word, and wakes the case', async () => {
    const room = await pressing('2026-10-08');
    const saved = await room.press(ayesha, 'visit.save', visit);
    const { history } = await room.kept();
    await room.press(ayesha, ...saved.sends('Undo'));
    const after = await room.kept();
    expect(after.history.slice(0, -1)).toEqual(history);
    expect(after.history.at(-1)).toMatchObject({ by: ayesha.id, what: `Undone: ${history.at(-1)!.what}` });
    expect(after.events).toEqual(aCase().events);
    expect(after.notes).toMatchObject([{ undoneAt: at('2026-10-08'), says: [{ text: 'Likes school' }, {}] }]);
    expect(after.wakeAt).toBe(at('2026-10-08'));
  });

  it('is not undone a second time by the same card', async () => {
    const room = await pressing('2026-10-08');
    const saved = await room.press(ayesha, 'visit.save', visit);
    await room.press(ayesha, ...saved.sends('Undo'));
    const again = await room.press(ayesha, ...saved.sends('Undo'));
    expect(again.words).toContain('undone already, on Thu 8 October 2026 at 10:00 by Ayesha Khan');
    expect(await room.kept()).toMatchObject({ revision: 3 });
  });

  it('of two visits of one day takes back the later, then the earlier, each by its own card', async () => {
    const room = await pressing('2026-10-08');
    const first = await room.press(ayesha, 'visit.save', visit);
    const second = await room.press(ayesha, 'visit.save', { ...visit, revision: '2', wishes: 'Wants to ring home' });
    expect((await room.press(ayesha, ...first.sends('Undo'))).words).toContain('another was logged since');
    await room.press(ayesha, ...second.sends('Undo'));
    expect(visitsOf(await room.kept()).map(({ written }) => written[0]?.says[0]?.text)).toEqual(['Likes school']);
    expect((await room.press(ayesha, ...second.sends('Undo'))).words).toContain('undone already');
    await room.press(ayesha, ...first.sends('Undo'));
    expect(visitsOf(await room.kept())).toEqual([]);
  });

  it('of a form that lies open is asked about before it is logged anew, and of a new form is not', async () => {
    const room = await pressing('2026-10-08');
    const form = await room.press(ayesha, 'visit.ask', REV);
    const saved = await room.press(ayesha, ...form.sends('Save visit', { welfare: 'yes' }));
    await room.press(ayesha, ...saved.sends('Undo'));
    const asked = await room.press(ayesha, ...form.sends('Save visit', { welfare: 'yes' }));
    expect(asked.words).toContain('was logged and undone. If it was made after all, press Save visit again.');
    expect(visitsOf(await room.kept())).toEqual([]);
    expect((await room.press(ayesha, ...asked.sends('Save visit'))).words).toContain('Visit saved');
    expect(visitsOf(await room.kept())).toHaveLength(1);
  });

  it('of a review is undone with the tasks it left', async () => {
    const room = await pressing('2026-10-20', [aCaseWith(visited('2026-10-08'))]);
    const form = await room.press(iroOlu, 'review.ask', REV);
    const saved = await room.press(iroOlu, ...form.sends('Save review', { tasks: 'Ring the school' }));
    const undone = await room.press(iroOlu, ...saved.sends('Undo'));
    expect(undone.words).toContain('Looked-after review held on Tue 20 October 2026');
    expect(await rulesDue(room)).toContain('R-REV-01 2026-11-02');
    expect((await room.kept()).notes).toMatchObject([{ about: 'review', undoneAt: at('2026-10-20') }]);
    const asked = await room.press(iroOlu, ...form.sends('Save review', { tasks: 'Ring the school' }));
    expect(asked.words).toContain('If it was held after all, press Save review again.');
  });

  it('of the review after a return says who was told of it', async () => {
    const home = aCaseWith(visited('2026-10-08'), wentHome('2026-10-20', true), visited('2026-10-22'));
    const room = await pressing('2026-11-03', [home]);
    const saved = await room.press(iroOlu, 'review.save', { ...review, on: '2026-11-03', kind: 'after-return' });
    const undone = await room.press(iroOlu, ...saved.sends('Undo'));
    expect(undone.words).toContain('Josh Miller was told that child in need reviews start. Please tell them.');
    const held = { ...home, events: [...home.events, happened('2026-11-03', 'post-return-review-held')] };
    const later = await pressing('2026-11-25', [held]);
    const logged = await later.press(coordinatorJosh, 'review.save', { ...review, on: '2026-11-25', kind: 'in-need' });
    expect((await later.press(coordinatorJosh, ...logged.sends('Undo'))).words).not.toContain('Please tell them');
  });

  it('is undone although others have worked on the case since', async () => {
    const room = await pressing('2026-10-20', [aCaseWith(visited('2026-10-08'))]);
    const saved = await room.press(ayesha, 'visit.save', { ...visit, on: '2026-10-20' });
    await room.press(iroOlu, 'review.save', review);
    expect((await room.press(ayesha, ...saved.sends('Undo'))).words).toContain('It counts no longer');
    expect(visitsOf(await room.kept())).toHaveLength(1);
  });
});

describe('what is not undone', () => {
  const untouched = async (room: Room, by: Person, which: unknown, because: string) => {
    const before = await room.kept();
    const answer = await room.press(by, 'case.undo', { ...REV, which });
    expect(answer.words).toContain(because);
    expect(await room.kept()).toEqual(before);
  };

  it('is what was logged more than ten minutes ago', async () => {
    const room = await pressing('2026-10-08');
    const saved = await room.press(ayesha, 'visit.save', visit);
    room.clock.moveTo('2026-10-08', '10:11');
    const { which } = saved.sends('Undo')[1] as { which: string };
    await untouched(room, ayesha, which, 'logged on Thu 8 October 2026 at 10:00 and could be undone until 10:10');
    await untouched(room, ayesha, which, 'Log the right one, and tell your manager');
  });

  it('is what somebody else has logged', async () => {
    const room = await pressing('2026-10-08');
    await room.press(ayesha, 'visit.save', visit);
    await untouched(room, priya, 'visit/1', 'logged by Ayesha Khan: only they can undo it');
  });

  it('is a visit from which a concern was raised', async () => {
    const room = await pressing('2026-10-08');
    const saved = await room.press(ayesha, 'visit.save', { ...visit, welfare: 'concern' });
    expect(saved.buttons).not.toContain('Undo');
    await untouched(room, ayesha, 'visit/1', 'Concern E-0001 was raised from this visit');
  });

  it('is a review of which a manager contests a decision', async () => {
    const room = await pressing('2026-10-20', [aCaseWith(visited('2026-10-08'))]);
    const saved = await room.press(iroOlu, 'review.save', review);
    const form = await room.press(priya, 'review.ask-contest', REV);
    await room.press(
      priya,
      ...form.sends('Contest decision', { what: 'Weekly contact', why: 'Nobody can drive there' }),
    );
    expect((await room.kept()).contests).toHaveLength(1);
    await untouched(room, iroOlu, (saved.sends('Undo')[1] as { which: string }).which, 'A manager contests a decision');
  });

  it('is what is marked as being in the child’s record', async () => {
    const room = await pressing('2026-10-08');
    const saved = await room.press(ayesha, 'visit.save', visit);
    const note = await room.press(ayesha, ...saved.sends('Note for the record'));
    await room.press(ayesha, 'note.copied', { ...REV, revision: '2', note: 'visit/2026-10-08/1', ...note.inputs });
    expect((await room.kept()).copied).toHaveLength(1);
    await untouched(room, ayesha, 'visit/1', 'marked as being in the child’s record');
  });

  it('is one of two reviews of a day when nobody can tell whose the words are', async () => {
    const home = aCaseWith(visited('2026-10-08'), wentHome('2026-10-20', true));
    const room = await pressing('2026-10-20', [home]);
    await room.press(iroOlu, 'review.save', review);
    await room.press(iroOlu, 'review.save', { ...review, revision: '2', kind: 'after-return', tasks: '' });
    await untouched(room, iroOlu, 'review/2', 'Homeward cannot tell which');
  });

  it.each([
    ['a visit that nobody logged here', 'visit/0'],
    ['a line that is not there', 'visit/99'],
    ['no line', 'visit/'],
    ['something else', 'constructor'],
  ])('is %s', async (_what, which) => {
    const room = await pressing('2026-10-12', [aCaseWith(visited('2026-10-08'))]);
    await untouched(room, ayesha, which, 'can no longer be undone');
  });

  it.each([
    ['by somebody of another service', ben, 'There is no case C-1042 that you work on'],
    ['by business support', supportFiona, 'There is no case C-1042 that you work on'],
    ['by a manager who sees the case', grace, 'only they can undo it'],
  ])('is pressed %s', async (_who, by, because) => {
    const room = await pressing('2026-10-08');
    await room.press(ayesha, 'visit.save', visit);
    await untouched(room, by, 'visit/1', because);
  });

  it('names nothing that is not text', async () => {
    const room = await pressing('2026-10-08');
    await room.press(ayesha, 'visit.save', visit);
    for (const which of [undefined, { $ne: 1 }, '', 'x'.repeat(40)]) {
      await untouched(room, ayesha, which, 'That did not go through');
    }
  });
});

describe('after an undo, reminders', () => {
  const KEY = 'C-1042/R-VIS-01/2026-10-12/0';
  const due: Case = { ...aCase(), wakeAt: at('2026-10-05') };
  /** On the day the visit is due, its reminder written and waiting for the digest. */
  const onTheDay = async () => {
    const room = await pressing('2026-10-12', [due], northmoor, '08:10');
    await tick(room);
    expect(await letter(room, KEY)).toMatchObject({ passage: { at: 'held' } });
    return room;
  };
  const logged = async (room: Room) => {
    const saved = await room.press(ayesha, 'visit.save', { ...visit, on: '2026-10-12' });
    await tick(room);
    return saved;
  };

  it('that were said before the visit was logged are not said again', async () => {
    const room = await onTheDay();
    await mark(room, KEY, {
      at: 'carried',
      digest: 'digest/2026-10-12',
      reader: ayesha.id,
      carriedAt: at('2026-10-12', '08:10'),
    });
    room.clock.moveTo('2026-10-12', '09:00');
    const saved = await logged(room);
    await room.press(ayesha, ...saved.sends('Undo'));
    await tick(room);
    expect((await said(room)).filter((key) => key.startsWith('C-1042/R-VIS-01'))).toEqual([KEY]);
  });

  it.each<[string, Passage]>([
    [
      'dropped because it seemed met',
      { at: 'dropped', droppedAt: at('2026-10-12', '08:30'), why: 'the deadline was met' },
    ],
    [
      'left out of the digest that carried them',
      { at: 'carried', digest: 'digest/2026-10-12', reader: ayesha.id, carriedAt: at('2026-10-12', '08:30') },
    ],
  ])('that were %s are said again, once', async (_how, passage) => {
    const room = await onTheDay();
    room.clock.moveTo('2026-10-12', '08:25');
    const saved = await logged(room);
    await mark(room, KEY, passage);
    room.clock.moveTo('2026-10-12', '08:31');
    await room.press(ayesha, ...saved.sends('Undo'));
    await tick(room);
    const again = (await said(room)).filter((key) => key.startsWith('C-1042/R-VIS-01'));
    expect(again).toEqual([KEY, `${KEY}-again-1`]);
    expect(await letter(room, `${KEY}-again-1`)).toMatchObject({
      kind: 'reminder.deadline',
      to: { person: ayesha.id },
      facts: { rule: 'R-VIS-01', due: '2026-10-12', step: '0' },
    });
  });

  it('that still wait are said as they would have been', async () => {
    const room = await onTheDay();
    const saved = await logged(room);
    await room.press(ayesha, ...saved.sends('Undo'));
    await tick(room);
    expect((await said(room)).filter((key) => key.startsWith('C-1042/R-VIS-01'))).toEqual([KEY]);
  });

  it('climb to the managers on their days, each once', async () => {
    const room = await onTheDay();
    room.clock.moveTo('2026-10-12', '17:00');
    const saved = await logged(room);
    await room.press(ayesha, ...saved.sends('Undo'));
    await tick(room);
    for (const day of ['2026-10-13', '2026-10-14', '2026-10-15']) {
      room.clock.moveTo(day, '10:00');
      await tick(room);
    }
    const told = (await said(room)).filter((key) => key.includes('R-VIS-01') && key.includes('late'));
    expect(told).toEqual([
      'C-1042/R-VIS-01/2026-10-12/late-1',
      'C-1042/R-VIS-01/2026-10-12/late-1/team-manager',
      'C-1042/R-VIS-01/2026-10-12/late-2/service-manager',
    ]);
  });

  it('whose time came while the visit counted are said after all', async () => {
    const room = await pressing('2026-10-12', [due], northmoor, '17:00');
    await tick(room);
    room.clock.moveTo('2026-10-13', '07:55');
    const saved = await logged(room);
    room.clock.moveTo('2026-10-13', '08:02');
    await tick(room);
    expect((await said(room)).filter((key) => key.includes('late-1'))).toEqual([]);
    room.clock.moveTo('2026-10-13', '08:04');
    await room.press(ayesha, ...saved.sends('Undo'));
    await tick(room);
    expect((await said(room)).filter((key) => key.includes('late-1'))).toHaveLength(2);
  });
});

describe('the same visit on two open cards', () => {
  it('in the same words is logged once', async () => {
    const room = await pressing('2026-10-08');
    const [digest, reminder] = [await room.press(ayesha, 'visit.ask', REV), await room.press(ayesha, 'visit.ask', REV)];
    await room.press(ayesha, ...digest.sends('Save visit', { welfare: 'yes' }));
    const again = await room.press(ayesha, ...reminder.sends('Save visit', { welfare: 'yes' }));
    expect(again.words).toContain('Visit saved');
    expect(visitsOf(await room.kept())).toHaveLength(1);
  });

  it('in other words is asked about, and logged when there was a second one', async () => {
    const room = await pressing('2026-10-08');
    const [digest, reminder] = [await room.press(ayesha, 'visit.ask', REV), await room.press(ayesha, 'visit.ask', REV)];
    await room.press(ayesha, ...digest.sends('Save visit', { welfare: 'yes' }));
    const asked = await room.press(ayesha, ...reminder.sends('Save visit', { welfare: 'yes', wishes: 'Likes school' }));
    expect(asked.words).toContain('If there was another one that day, press Save visit again; if not, you are done.');
    expect(visitsOf(await room.kept())).toHaveLength(1);
    expect((await room.press(ayesha, ...asked.sends('Save visit'))).words).toContain('Visit saved');
    expect(visitsOf(await room.kept())).toHaveLength(2);
  });

  it('is never held up when it has a concern', async () => {
    const room = await pressing('2026-10-08');
    const [digest, reminder] = [await room.press(ayesha, 'visit.ask', REV), await room.press(ayesha, 'visit.ask', REV)];
    await room.press(ayesha, ...digest.sends('Save visit', { welfare: 'yes' }));
    await room.press(ayesha, ...reminder.sends('Save visit', { welfare: 'concern', wishes: 'Afraid at night' }));
    expect((await room.kept()).concerns).toHaveLength(1);
  });

  it('pressed by the worker and the manager at once is logged once', async () => {
    const room = await pressing('2026-10-08');
    await Promise.all([room.press(ayesha, 'visit.save', visit), room.press(priya, 'visit.save', visit)]);
    expect(visitsOf(await room.kept())).toHaveLength(1);
  });
});
