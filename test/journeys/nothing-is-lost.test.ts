import { describe, expect, it } from 'vitest';
import type { Fault } from '../fakes/teams-service.ts';
import { aChild, answersAll, aVisit, channelId, DRIFT, follows, MANAGERS, northmoor } from './northmoor.ts';

const CONCERN = aVisit({ welfare: 'concern', wishes: 'He is afraid at night' });

/** A visit with a concern, whose letter to the team manager Teams does not take. */
async function withConcern(fault: Fault) {
  const at = await northmoor('2026-03-02', { timeoutMs: 300 });
  await follows(at.ayesha, aChild(at.council));
  const form = await at.ayesha.says('visit C-1042');
  at.council.teams.next(fault);
  const saved = await at.ayesha.presses(form, 'Save visit', { ...CONCERN, lateReason: 'Nobody was at home before' });
  expect(saved.words).toContain('Your concern, E-0001, goes to Priya Shah (Team manager) 1:1 now.');
  const health = async () =>
    (await (await fetch(`${at.council.running.url}/readyz`)).json()) as { readonly detail: object };
  const concerns = () => at.priya.inbox().filter(({ words }) => words.includes('Concern about')).length;
  return { ...at, health, concerns, record: () => at.ayesha.says('case C-1042') };
}

const NOT_SENT: readonly (readonly [string, Fault, string, number])[] = [
  [
    'asks us to slow down',
    { status: 429 },
    'Teams asked Homeward to slow down. Nothing to do: Homeward tries again by itself.',
    3,
  ],
  ['asks us to wait ten minutes', { status: 429, retryAfter: '600' }, 'Teams asked Homeward to slow down.', 10],
];

const CLOSED: readonly (readonly [string, Fault, string])[] = [
  [
    'has no Homeward installed there',
    { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    'Homeward is not installed there. Ask the Teams administrator to install Homeward',
  ],
  [
    'was told to block us',
    { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } },
    'The person has blocked or removed Homeward.',
  ],
];

const MAYBE_SENT: readonly (readonly [string, Fault, string])[] = [
  ['answers 500', { status: 500, arrived: true }, 'Teams answered with error 500.'],
  ['answers 502', { status: 502, arrived: true }, 'Teams was not well.'],
  [
    'does not answer in time',
    { never: 'answers', arrived: true },
    'Teams did not answer in time, so this may or may not have arrived. Check with the person',
  ],
  ['hangs up', { never: 'hears' }, 'Teams did not answer in time, so this may or may not have arrived.'],
];

describe('a letter that Teams does not take', () => {
  it.each(NOT_SENT)(
    'waits when Teams %s, is shown with the reason, and goes by itself',
    async (_what, fault, says, wait) => {
      const { council, ayesha, health, concerns, record } = await withConcern(fault);
      expect(concerns()).toBe(0);
      expect((await health()).detail).toMatchObject({
        lettersNotDelivered: 1,
        oldestNotDelivered: '2026-03-02T09:30:00.000Z',
      });
      expect((await record()).words).toContain(`⚠ Not delivered yet to Priya Shah: ${says}`);

      await council.later(wait - 2);
      expect(concerns()).toBe(0);
      await council.later(2);
      expect(concerns()).toBe(1);
      expect((await health()).detail).toMatchObject({ lettersNotDelivered: 0, oldestNotDelivered: null });
      expect((await record()).words).not.toContain('⚠ Not delivered');
      await council.later(600);
      expect(concerns()).toBe(1);
      expect(JSON.stringify(council.logged)).not.toContain(ayesha.id);
    },
  );

  it.each(CLOSED)(
    'waits when Teams %s, is shown with the reason, and goes when they write again',
    async (_what, fault, says) => {
      const { council, priya, concerns, record } = await withConcern(fault);
      expect((await record()).words).toContain(`⚠ Not delivered yet to Priya Shah: ${says}`);
      await council.later(300);
      expect(concerns()).toBe(0);
      await priya.says('help');
      await council.later(1);
      expect(concerns()).toBe(1);
      expect((await record()).words).not.toContain('⚠ Not delivered');
    },
  );

  it('goes at once to another chat when Teams no longer has the one it knew', async () => {
    const gone: Fault = { status: 404, body: { error: { code: 'ConversationNotFound' } } };
    const { concerns, record } = await withConcern(gone);
    expect(concerns()).toBe(1);
    expect((await record()).words).not.toContain('⚠ Not delivered');
  });

  it('is tried again less and less often, and never given up', async () => {
    const { council, concerns } = await withConcern({ status: 429 });
    const tried = () => council.teams.heard.filter(({ body }) => JSON.stringify(body).includes('Concern about')).length;
    const down = () => council.teams.next(...Array.from({ length: 40 }, () => ({ status: 429 })));
    down();
    for (const [minutes, tries] of [
      [3, 2],
      [3, 2],
      [2, 3],
      [10, 4],
      [20, 5],
      [600, 6],
    ] as const) {
      await council.later(minutes);
      expect(tried()).toBe(tries);
    }
    expect(concerns()).toBe(0);
  });

  it.each(MAYBE_SENT)('is not sent again when Teams %s, and a person is told to check', async (_what, fault, says) => {
    const { council, health, concerns, record } = await withConcern(fault);
    const arrived = concerns();
    expect((await record()).words).toContain(`⚠ May not have reached Priya Shah: ${says}`);
    expect((await health()).detail).toMatchObject({ lettersNotDelivered: 1 });
    await council.later(1_000);
    await council.restart();
    await council.later(1_000);
    expect(concerns()).toBe(arrived);
  });

  it('says so on the card of the dispute and of the return too, and never in a channel', async () => {
    const { council, ayesha, priya, samuel, olu } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const form = await olu.says('raise dispute C-1042');
    council.teams.next(null, { status: 403 });
    await olu.presses(form, 'Raise dispute', DRIFT);
    expect((await olu.says('dispute D-0001')).words).toMatch(
      /⚠ Not delivered yet to (Grace Obi|the channel “Children's services managers”|Priya Shah): Teams does not let/,
    );
    expect((await ayesha.says('case C-1042')).words).not.toContain('⚠ Not delivered');

    const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
    await ayesha.presses(await ayesha.says('return home C-1042'), 'Start checklist', goes);
    const done = await answersAll('C-1042', olu, priya, ayesha);
    council.teams.next({ status: 429 }, { status: 429 });
    await ayesha.presses(done, 'Request decision');
    const checklist = (await ayesha.says('checklist C-1042')).words;
    expect(checklist).toContain('⚠ Not delivered yet to Samuel Okoro: Teams asked Homeward to slow down.');
    expect(checklist).toContain(`⚠ Not delivered yet to the channel “${MANAGERS}”: Teams asked`);
    await council.later(60);
    expect((await samuel.says('decisions')).words).toContain('RH-0001');
    expect(
      council
        .channel(MANAGERS)
        .map(({ words }) => words)
        .join(),
    ).not.toContain('Not delivered');
  });
});

describe('Homeward, stopped in the middle', () => {
  it('sends what was saved after it starts again, once', async () => {
    const { council, concerns, record } = await withConcern({ status: 429 });
    await council.restart();
    expect((await record()).words).toContain('⚠ Not delivered yet to Priya Shah');
    await council.later(5);
    await council.restart();
    await council.later(5);
    expect(concerns()).toBe(1);
  });

  it('catches up after a night and says each thing once', async () => {
    const { council, ayesha, priya } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council, { lookedAfterSince: '2026-03-02', placementStarted: '2026-03-02' }));
    await council.running.stop();
    await council.restart();
    await council.until('2026-03-11');
    const late = () => [ayesha, priya].map((who) => who.inbox().filter(({ words }) => words.includes('⚠ Late')).length);
    expect(late()).toEqual([1, 1]);
    await council.restart();
    await council.later(30);
    expect(late()).toEqual([1, 1]);
  });
});

describe('something that Teams delivers twice', () => {
  it('is done once and answered twice, with the same id or another', async () => {
    const { council, ayesha, priya } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const form = await ayesha.says('visit C-1042');
    const { verb, data } = form.button('Save visit');
    const value = {
      action: { type: 'Action.Execute', verb, data: { ...form.inputs, ...data, ...CONCERN, lateReason: 'Ill' } },
    };
    const press = council.activity(ayesha.id, { type: 'invoke', name: 'adaptiveCard/action', value });
    const answers = await Promise.all([
      council.post(press),
      council.post(press),
      council.post({ ...press, id: 'another' }),
    ]);
    await council.later(1);
    expect(answers.map(({ body }) => JSON.stringify(body).includes('Visit saved'))).toEqual([true, true, true]);
    expect(council.kept()['C-1042.json']!.split('visit-made')).toHaveLength(2);
    expect(priya.inbox().filter(({ words }) => words.includes('Concern about'))).toHaveLength(1);

    const message = council.activity(ayesha.id, { type: 'message', text: 'cases' });
    const before = ayesha.inbox().length;
    await Promise.all([council.post(message), council.post(message)]);
    await council.post(message);
    expect(ayesha.inbox()).toHaveLength(before + 1);
  });

  it('makes one child, one dispute and one return of one form', async () => {
    const { council, ayesha, olu } = await northmoor('2026-03-02');
    const follow = await ayesha.says('follow');
    for (const _press of [1, 2]) await ayesha.presses(follow, 'Follow', aChild(council));
    const raising = await olu.says('raise dispute C-1042');
    await Promise.all([1, 2, 3].map(() => olu.presses(raising, 'Raise dispute', DRIFT)));
    const starting = await ayesha.says('return home C-1042');
    const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
    await Promise.all([1, 2, 3].map(() => ayesha.presses(starting, 'Start checklist', goes)));
    expect(Object.keys(council.kept()).sort()).toEqual(['C-1042.json', 'D-0001.json']);
    expect(council.kept()['C-1042.json']).not.toContain('RH-0002');
  });

  it('is done when the first try failed, and not before', async () => {
    const { council, ayesha } = await northmoor('2026-03-02');
    const message = council.activity(ayesha.id, { type: 'message', text: 'help' });
    const before = ayesha.inbox().length;
    council.teams.next({ status: 503 }, { status: 503 });
    expect((await council.post(message)).status).toBe(500);
    expect((await council.post(message)).status).toBe(200);
    expect(ayesha.inbox()).toHaveLength(before + 1);
  });
});

describe('two people who press at once', () => {
  it('one of them decides, and the other is told how things stand', async () => {
    const { council, ayesha, priya, samuel, ruth, olu } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const goes = { route: 'planned-s20', day: '2026-04-24', prompted: 'The plan was kept' };
    await ayesha.presses(await ayesha.says('return home C-1042'), 'Start checklist', goes);
    await ayesha.presses(await answersAll('C-1042', olu, priya, ayesha), 'Request decision');
    const [posted] = council.channel(MANAGERS);
    const hers = await ruth.presses(posted!, 'Open my view', {}, channelId(council));
    const [his, her] = await Promise.all([
      samuel.presses(samuel.last(), 'Approve', { reason: 'A good plan' }),
      ruth.presses(hers, 'Send back', { reason: 'Not yet' }),
    ]);
    const said = [his.words, her.words];
    expect(said.filter((words) => words.includes('Nothing was changed.'))).toHaveLength(1);
    const decided = olu.inbox().filter(({ words }) => /^Return (approved|sent back)/.test(words));
    expect(decided).toHaveLength(1);
  });
});
