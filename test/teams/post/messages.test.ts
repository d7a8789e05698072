import { describe, expect, it } from 'vitest';
import { messageId } from '../../../src/letters/messages/rules.ts';
import type { Letter } from '../../../src/letters/model.ts';
import type { Person } from '../../../src/people/model.ts';
import { hear } from '../../../src/teams/conversation.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { tellOfUnreachable } from '../../../src/teams/post/unreachable.ts';
import { here } from '../../../src/teams/route.ts';
import { ROUTES } from '../../../src/teams/routes.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { aDispute } from '../../builders/dispute.ts';
import { administratorPeter, ayesha, ben, directorRuth, iroOlu, priya, supportFiona } from '../../builders/people.ts';
import { Seen } from '../../fakes/council.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

const PLANTED = /C-7731|ZQ|Kayleigh|bruise/i;
const C1 = { kind: 'case', id: 'C-7731' } as const;
const D1 = { kind: 'dispute', id: 'D-0001' } as const;
const DAY = '2026-11-23';

/** A letter about C-7731 to its team manager; what is written there gives the child away. */
const raised: Letter = {
  key: 'C-7731/concern/1',
  kind: 'concern.raised',
  to: { person: priya.id },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at(DAY, '09:00'),
};
const ofReturn: Letter = { ...raised, key: 'C-7731/told', kind: 'return.told', facts: { return: 'RH-0001' } };
const ofCase: Letter = { ...raised, key: 'C-7731/next', kind: 'review.next', facts: { on: '2026-12-01' } };
const ofDispute: Letter = { ...raised, key: 'D-0001/respond', kind: 'dispute.respond', facts: { rung: '0' } };

async function council(...letters: readonly Letter[]) {
  const room = await postRoom(DAY);
  const concern = aConcern({ says: [{ heading: 'Kayleigh', text: 'bruise' }] });
  await room.needs.cases.save(
    { ...aCase({ id: 'C-7731', initials: 'ZQ', concerns: [concern] }), returns: [] } as never,
    letters.filter(({ key }) => key.startsWith('C-')),
  );
  await room.needs.disputes.save(
    { ...aDispute({ concern: 'Kayleigh' }), revision: 0, children: ['C-7731'] },
    letters.filter(({ key }) => key.startsWith('D-')),
  );
  const at = (by: Person) => here(by, false, 'once', room.needs);
  const says = async (by: Person, text: string) => new Seen((await hear(text, at(by))) as never);
  const forges = async (by: Person, verb: string, typed: object) =>
    new Seen((await ROUTES.find((row) => row.verb === verb)!.press(typed as never, at(by))) as never);
  const presses = (by: Person, seen: Seen, title: string, typed: object = {}) => {
    const { verb, data, sendsInputs } = seen.button(title);
    return forges(by, verb, { ...(sendsInputs ? seen.inputs : {}), ...data, ...typed });
  };
  /** Marks a letter as the post would. */
  const fares = async (
    record: typeof C1 | typeof D1,
    key: string,
    how: 'failed' | 'unknown',
    trouble = 'Teams was busy.',
  ) => {
    const letter = (await room.needs.outbox.of(record)).find((one) => one.key === key)!;
    const now = room.clock.now();
    const unsent = { at: 'unsent', tries: 1, nextTryAt: now, trouble } as const;
    await room.needs.outbox.mark(letter, how === 'unknown' ? { at: 'unknown', triedAt: now, trouble } : unsent, {
      at: now,
      came: how === 'unknown' ? 'unclear' : 'failed',
      trouble,
    });
  };
  return { ...room, says, forges, presses, fares };
}

const idOf = (record: typeof C1 | typeof D1, { key }: Letter) => messageId({ record, key });

describe('the messages about a case or a dispute', () => {
  it('are read by whoever may see it: what was said, to whom, when, and whether it arrived', async () => {
    const { says, presses, fares } = await council(raised, ofReturn);
    await fares(C1, raised.key, 'failed');
    const list = await says(ayesha, 'messages C-7731');
    expect(list.words).toContain('Messages about C-7731');
    expect(list.words).toMatch(
      /1 · Priya Shah \(Team manager\)\n⚠ Not delivered\nA concern waits for an answer \(concern E-0001, case C-7731\)\. Written Mon 23 November 2026, 09:00\./,
    );
    expect(list.words).toContain(
      '● Waits to be sent\nA child has gone home, or is about to (return RH-0001, case C-7731)',
    );
    const page = await presses(ayesha, list, 'Open', { letter: idOf(C1, raised) });
    expect(page.words).toContain('To Priya Shah (Team manager) · concern E-0001, case C-7731');
    expect(page.words).not.toMatch(/Kayleigh|bruise|ZQ/);
    expect((await presses(ayesha, page, 'Back to the list')).words).toBe(list.words);
  });

  it('of a dispute are read by whoever may see that', async () => {
    const { says } = await council(ofDispute);
    for (const by of [iroOlu, priya, directorRuth])
      expect((await says(by, 'messages D-0001')).words).toContain('A dispute waits for an answer (dispute D-0001)');
  });

  it.each([
    ['a worker of another child', ben],
    ['business support', supportFiona],
    ['an administrator', administratorPeter],
  ])('are closed to %s, who is told no more than of one that is not there', async (_who, by) => {
    const { says, forges } = await council(raised, ofDispute);
    for (const [asked, other] of [
      ['messages C-7731', 'messages C-7732'],
      ['messages D-0001', 'messages D-0002'],
    ] as const) {
      const no = (await says(by, asked)).words;
      expect(no).toMatch(/^That did not go through\nThere is no (case|dispute) /);
      expect((await says(by, other)).words).toBe(no.replace('C-7731', 'C-7732').replace('D-0001', 'D-0002'));
    }
    for (const forged of [{ case: 'C-7731' }, { dispute: 'D-0001' }, {}])
      expect((await forges(by, 'message.open', { ...forged, letter: idOf(C1, raised) })).words).toContain(
        'There is no such message',
      );
  });

  it.each([
    {},
    { case: 'C-7731' },
    { letter: 7 },
    { letter: idOf(C1, raised), case: { id: 1 }, dispute: 'C-7731' },
    { letter: 'x'.repeat(5000) },
  ])('are not opened by a card that nobody drew: %j', async (typed) => {
    const { forges } = await council(raised);
    for (const verb of ['message.open', 'message.ask-again', 'message.again', 'message.arrived'])
      expect((await forges(ayesha, verb, typed)).words).toMatch(/^That did not go through/);
  });
});

describe('what did not arrive, for business support', () => {
  it('gives no child away, on any page', async () => {
    const { says, presses, fares, needs, directory, clock } = await council(raised, ofReturn, ofCase, ofDispute);
    for (const one of [raised, ofReturn, ofCase]) await fares(C1, one.key, 'failed');
    await fares(D1, ofDispute.key, 'unknown');
    clock.moveTo('2026-11-25');
    await tellOfUnreachable(needs, directory);
    const list = await says(supportFiona, 'settings');
    const all = await presses(supportFiona, list, 'All that did not arrive');
    const pages = [list, all];
    for (const [record, one] of [
      [C1, raised],
      [C1, ofReturn],
      [C1, ofCase],
      [D1, ofDispute],
    ] as const)
      pages.push(await presses(supportFiona, all, 'Open', { letter: idOf(record, one) }));
    pages.push(await presses(supportFiona, pages.at(-1)!, 'Say it again'));
    for (const seen of pages) expect(JSON.stringify(seen.card)).not.toMatch(PLANTED);
    expect(all.words).toContain('(about a child’s case)');
    expect(all.words).toContain('(return RH-0001)');
    expect(all.words).toContain('(dispute D-0001)');
    const items = (await needs.outbox.of({ kind: 'contact', id: 'homeward' })).filter(
      ({ kind }) => kind === 'post.unreachable',
    );
    expect(items).toHaveLength(4);
    expect(JSON.stringify(items)).not.toMatch(PLANTED);
  });

  it('is gone from the list once it has arrived', async () => {
    const { presses, says, fares, post, clock } = await council(raised);
    await fares(C1, raised.key, 'failed');
    const list = await says(administratorPeter, 'settings');
    const all = await presses(administratorPeter, list, 'All that did not arrive');
    clock.moveTo(DAY, '12:00');
    await post()();
    expect((await presses(administratorPeter, all, 'Open')).words).toContain('it may have arrived since');
    expect((await says(administratorPeter, 'settings')).words).toContain('Everybody can be reached.');
  });

  it('is not opened by a worker of another child, whatever they send', async () => {
    const { forges, fares } = await council(raised);
    await fares(C1, raised.key, 'failed');
    const letter = idOf(C1, raised);
    expect((await forges(supportFiona, 'message.open', { letter })).words).toContain('⚠ Not delivered');
    for (const typed of [{ letter }, { letter, case: 'C-7731' }])
      expect((await forges(ben, 'message.open', typed)).words).toContain('There is no such message');
  });

  it.each([ayesha, priya, iroOlu, directorRuth])('is not shown to $name', async (by) => {
    const { says, forges, fares } = await council(raised);
    await fares(C1, raised.key, 'failed');
    expect((await says(by, 'settings')).words).toMatch(
      /^That did not go through\nThe settings are for business support and administrators/,
    );
    expect((await forges(by, 'message.list', {})).words).toContain('looked after by business support');
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  const opened = async (by: Person = supportFiona) => {
    const room = await council(ofDispute);
    await room.fares(
      D1,
      ofDispute.key,
      'unknown',
      'Teams did not answer in time. Check with the person before relying on it.',
    );
    const settings = await room.says(supportFiona, 'settings');
    return { ...room, settings, by };
  };

  it('stands in the settings, and is marked as arrived only after a second question', async () => {
    const { settings, presses, needs, passages, by } = await opened();
    expect(settings.words).toContain('1 · Priya Shah (Team manager): A dispute waits for an answer');
    const asked = await presses(by, settings, 'Mark as arrived');
    expect(asked.words).toMatch(/^Mark as arrived\?/);
    expect(await passages(D1)).toMatchObject({ [ofDispute.key]: { at: 'unknown' } });
    const done = await presses(by, asked, 'It arrived');
    expect(done.words).toContain('✓ Arrived');
    const [letter] = await needs.outbox.of(D1);
    expect(letter!.attempts.at(-1)).toEqual({
      at: at(DAY),
      came: 'arrived',
      trouble: 'Fiona Grant checked that it had.',
    });
    expect(await needs.outbox.inTrouble()).toEqual([]);
  });

  it('is said again because a person decided it, and never by itself', async () => {
    const { settings, presses, passages, post, teams, by, clock, needs } = await opened();
    clock.moveTo(DAY, '15:00');
    await post()();
    expect(teams.asked).toEqual([]);
    const asked = await presses(by, settings, 'Say it again');
    expect(asked.words).toContain('the person gets it twice');
    await presses(by, asked, 'Say it again');
    expect(await passages(D1)).toMatchObject({ [ofDispute.key]: { at: 'unsent', tries: 0, mayHaveArrived: true } });
    const [letter] = await needs.outbox.of(D1);
    expect(letter!.attempts.map(({ trouble }) => trouble).join(' ')).toContain(
      'Fiona Grant checked, and asked for it to be said again.',
    );
  });

  it('is settled once, however often the button is pressed', async () => {
    const { settings, presses, needs, by } = await opened();
    const asked = await presses(by, settings, 'Say it again');
    await presses(by, asked, 'Say it again');
    await presses(by, asked, 'Say it again');
    expect((await presses(by, settings, 'Mark as arrived')).words).toContain('There is no such message');
    const [letter] = await needs.outbox.of(D1);
    expect(letter!.attempts).toHaveLength(2);
  });

  it('is also for those who may see the dispute, from its own list', async () => {
    const { says, presses, needs } = await opened();
    const list = await says(iroOlu, 'messages D-0001');
    const page = await presses(iroOlu, list, 'Open');
    const done = await presses(iroOlu, await presses(iroOlu, page, 'Mark as arrived'), 'It arrived');
    expect(done.words).toContain('✓ Arrived');
    expect(done.buttons).toEqual(['Back to the list']);
    expect((await needs.outbox.of(D1))[0]!.attempts.at(-1)!.trouble).toBe('Olu Bankole checked that it had.');
  });
});

const refused = (
  status: number | null,
  teamsCode: string | null,
  ambiguous = false,
  retryAfterSeconds: number | null = null,
) => new ConnectorError({ status, teamsCode, ambiguous, retryAfterSeconds });

/** What Teams can say, and what the page of a message makes of it. */
const PROVOKED: readonly (readonly [string, Error, RegExp, RegExp])[] = [
  ['blocked', refused(403, 'ConversationBlockedByUser'), /has blocked or removed Homeward/, /write "help" once/],
  [
    'not installed',
    refused(403, 'BotNotInConversationRoster'),
    /not installed/,
    /Ask the Teams administrator to install/,
  ],
  ['switched off', refused(403, 'BotDisabledByAdmin'), /switched Homeward off/, /allow Homeward again/],
  ['moved', refused(403, 'InvalidBotApiHost'), /another address/, /write "help" once/],
  ['gone', refused(404, null), /no longer exists|could not be opened|not there/, /write "help" once|tries again/],
  ['slowed down', refused(429, null, false, 60), /slow down/, /tries again by itself/],
  ['too large', refused(413, 'MessageSizeTooBig'), /too large/, /ask your administrator/],
  ['timed out', refused(null, null, true), /may or may not have arrived/, /Check with the person/],
];

describe('a failure that was provoked', () => {
  it.each(PROVOKED)(
    'is explained on the page of the message, with its remedy: %s',
    async (_how, error, why, remedy) => {
      const { teams, directory, needs, post, says, presses, passages } = await council(raised);
      await directory.note(priya.id, {
        serviceUrl: 'http://teams.test/',
        conversation: 'a:priya',
        tenant: needs.authority.tenant,
      });
      teams.fails(error, error, error);
      await post()();
      expect(await passages(C1)).toMatchObject({ [raised.key]: { at: expect.stringMatching(/unsent|unknown/) } });
      const list = await presses(supportFiona, await says(supportFiona, 'settings'), 'All that did not arrive');
      const page = (await presses(supportFiona, list, 'Open')).words;
      expect(page).toMatch(why);
      expect(page).toMatch(remedy);
      expect(page).toMatch(/Mon 23 November 2026, 10:00: (it did not arrive|nobody knows whether it arrived)\./);
      expect(page).not.toMatch(PLANTED);
      const record = (await says(ayesha, 'concern E-0001')).words;
      expect(record).toMatch(/⚠ (Not delivered yet to|May not have reached) Priya Shah/);
    },
  );

  it('ends when the person is heard from: the message goes, and its page says when', async () => {
    const { teams, directory, needs, post, says, presses } = await council(raised);
    const where = { serviceUrl: 'http://teams.test/', conversation: 'a:priya', tenant: needs.authority.tenant };
    await directory.note(priya.id, where);
    teams.fails(refused(403, 'ConversationBlockedByUser'));
    await post()();
    expect((await says(supportFiona, 'settings')).words).toContain(
      '⚠ Priya Shah (Team manager), since Mon 23 November 2026, 09:00.',
    );
    await directory.note(priya.id, where);
    await post()();
    const page = await presses(ayesha, await says(ayesha, 'messages C-7731'), 'Open');
    expect(page.words).toContain('✓ Arrived');
    expect(page.words).toContain('Mon 23 November 2026, 10:00: it arrived.');
    expect(page.words).toContain('Teams message');
  });
});
