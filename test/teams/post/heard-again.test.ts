import { describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/teams-service.ts';
import { aChild, follows, northmoor } from '../../journeys/northmoor.ts';

const BLOCKED: Fault = { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } };
const WORRY = { about: 'agency', what: 'No school place', wanted: 'A place' };

async function worried() {
  const at = await northmoor('2026-03-25');
  await follows(at.ayesha, aChild(at.council));
  const raises = async () =>
    at.ayesha.presses(await at.ayesha.says('concern C-1042'), 'Raise concern', WORRY).then(() => at.council.later(1));
  const waits = () => at.priya.inbox().filter(({ words }) => words.includes('E-0001'));
  return { ...at, raises, waits };
}

describe('somebody whose chat is closed', () => {
  it('gets what waited as soon as they write again, and Homeward did not try in between', async () => {
    const { council, priya, raises, waits } = await worried();
    council.teams.closes(priya.chat, BLOCKED);
    await raises();
    const before = council.teams.heard.length;
    for (let hour = 0; hour < 5; hour += 1) await council.later(60);
    expect(council.teams.heard).toHaveLength(before);
    expect(waits()).toEqual([]);
    council.teams.closes(priya.chat, null);
    await priya.says('help');
    await council.later(1);
    expect(waits()).toHaveLength(1);
  });

  it('because they removed Homeward gets it when they install it again', async () => {
    const { council, priya, raises, waits } = await worried();
    await council.post(council.activity(priya.id, { type: 'installationUpdate', action: 'remove' }));
    await raises();
    expect(waits()).toEqual([]);
    await priya.installs();
    await council.later(1);
    expect(waits()).toHaveLength(1);
  });
});
