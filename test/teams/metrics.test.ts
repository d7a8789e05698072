import { describe, expect, it } from 'vitest';
import { LETTERS } from '../../src/letters/letters.ts';
import type { Council } from '../fakes/council.ts';
import { aChild, aVisit, follows, northmoor } from '../journeys/northmoor.ts';

async function metrics({ running }: Council): Promise<string> {
  const answer = await fetch(`${running.url}/metrics`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return answer.text();
}

/** The figure that a line of the text gives. */
async function figure(council: Council, line: string): Promise<number | undefined> {
  const found = (await metrics(council)).split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

async function open() {
  const at = await northmoor('2026-03-02', { timeoutMs: 200 });
  await follows(at.ayesha, aChild(at.council, { lookedAfterSince: '2026-03-02', placementStarted: '2026-03-02' }));
  return at;
}

describe('what Prometheus reads', () => {
  it('counts letters, attempts, records, turns and ticks', async () => {
    const { council, ayesha, priya } = await open();
    const of = (line: string) => figure(council, line);
    expect(await of('homeward_records{kind="case"}')).toBe(1);
    expect(await of('homeward_letters{kind="concern.raised",passage="unsent"}')).toBe(0);
    const turns = (await of('homeward_turn_seconds_count{outcome="done"}'))!;
    expect(turns).toBeGreaterThan(18);

    await council.until('2026-03-03');
    const form = await ayesha.says('visit C-1042');
    council.teams.closes(priya.chat, { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } });
    await ayesha.presses(form, 'Save visit', aVisit({ welfare: 'concern' }));
    const kind = 'kind="concern.raised"';
    expect(await of(`homeward_letters{${kind},passage="unsent"}`)).toBe(1);
    expect(await of('homeward_letters_waiting')).toBeGreaterThanOrEqual(1);
    expect(await of(`homeward_attempts_total{${kind},outcome="failed",reason="wait-for-person"}`)).toBe(1);
    expect(await of('homeward_people_unreachable')).toBe(1);
    expect(await of('homeward_turn_seconds_count{outcome="done"}')).toBeGreaterThan(turns);

    await council.later(10);
    expect(await of('homeward_oldest_unsent_seconds')).toBe(600);
    council.teams.closes(priya.chat, null);
    await priya.says('help');
    await council.later(1);
    expect(await of(`homeward_letters{${kind},passage="sent"}`)).toBe(1);
    expect(await of(`homeward_attempts_total{${kind},outcome="arrived",reason="none"}`)).toBe(1);
    expect(await of('homeward_people_unreachable')).toBe(0);
    expect(await of('homeward_oldest_unsent_seconds')).toBe(0);
    expect(await of('homeward_last_tick_seconds')).toBe(0);
    expect(await of('homeward_store_writable')).toBe(1);
    expect(await of('homeward_tick_seconds_count{outcome="done"}')).toBeGreaterThan(3);
  });

  it('counts a send without an answer as unclear', async () => {
    const { council, ayesha } = await open();
    await council.until('2026-03-03');
    const form = await ayesha.says('visit C-1042');
    council.teams.next({ never: 'answers' });
    await ayesha.presses(form, 'Save visit', aVisit({ welfare: 'concern' }));
    expect(
      await figure(council, 'homeward_attempts_total{kind="concern.raised",outcome="unclear",reason="unknown"}'),
    ).toBe(1);
    expect(await figure(council, 'homeward_letters_unknown')).toBe(1);
  });

  it('says what the watchdog found', async () => {
    const { council } = await open();
    council.setClock('2026-03-05', '10:00');
    await council.running.watch();
    expect(await figure(council, 'homeward_steps_missed{code="ticks-silent"}')).toBe(1);
    await council.later(0);
    await council.running.watch();
    expect(await figure(council, 'homeward_steps_missed{code="ticks-silent"}')).toBeUndefined();
  });

  it('has no names, references, conversations or words of anybody in it', async () => {
    const { council, ayesha, priya, olu } = await open();
    await council.until('2026-03-03');
    const words = { welfare: 'concern', wishes: 'Kayleigh is afraid at night', reason: 'Kayleigh' };
    await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit(words));
    council.teams.closes(priya.chat, { status: 403, body: { error: { code: 'Kayleigh' } } });
    council.teams.next({ status: 418, body: { error: { code: 'C-1042' } } });
    await ayesha.says('Kayleigh Brown C-1042');
    await olu.says('raise dispute C-1042');
    await council.through('2026-03-12');
    await council.running.watch();
    const text = await metrics(council);
    const planted = [
      'C-1042',
      'Kayleigh',
      'AB',
      '1042',
      'a:',
      '19:',
      '29:',
      'thread',
      'http',
      council.authority.tenant,
      council.authority.name,
      ...[...council.authority.register.values()].flatMap(({ id, name, email }) => [id, email, ...name.split(' ')]),
    ];
    expect(planted.filter((word) => new RegExp(`(?<![a-z])${word}(?![a-z])`).test(text))).toEqual([]);
    expect(text).not.toMatch(/[DER]H?-\d{4}/);
    const labels = [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, all]) => [...all!.matchAll(/(\w+)="([^"]*)"/g)]);
    expect([...new Set(labels.map(([, name]) => name))].sort()).toEqual(
      ['code', 'kind', 'le', 'outcome', 'passage', 'reason'].filter((name) => labels.some(([, each]) => each === name)),
    );
    const kinds = labels.filter(([, name]) => name === 'kind').map(([, , value]) => value!);
    const known = [...Object.keys(LETTERS), 'case', 'dispute', 'contact', 'diary'];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  });
});
