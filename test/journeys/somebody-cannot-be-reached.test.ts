import { describe, expect, it } from 'vitest';
import { aChild, DRIFT, follows, northmoor } from './northmoor.ts';

describe('a manager who has removed Homeward', () => {
  it('is listed with the remedy, told of after one working day, and gets what waited once they write again', async () => {
    const { council, ayesha, olu, grace, fiona } = await northmoor('2026-03-26');
    await follows(ayesha, aChild(council));
    council.teams.closes(grace.chat, { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } });
    await olu.presses(await olu.says('raise dispute C-1042'), 'Raise dispute', DRIFT);

    const settings = await fiona.says('settings');
    expect(settings.words).toContain('⚠ Grace Obi (Service manager), since Thu 26 March 2026');
    expect(settings.words).toContain('write "help" once');
    const list = await fiona.presses(settings, 'All that did not arrive');
    const page = await fiona.presses(list, 'Open');
    expect(page.words).toContain('To Grace Obi (Service manager) · dispute D-0001');
    expect(page.words).toContain('it did not arrive. The person has blocked or removed Homeward');
    expect(page.words).toContain('Homeward tells Fiona Grant and Helen Frost');

    const items = () => fiona.inbox().filter(({ words }) => words.startsWith('Somebody cannot be reached'));
    await council.until('2026-03-26', '17:30');
    expect(items()).toEqual([]);
    await council.until('2026-03-27', '10:30');
    await council.until('2026-03-30', '10:30');
    expect(items()).toHaveLength(1);
    expect(council.person('Helen Frost').read()).toContain('Somebody cannot be reached');
    const shown = JSON.stringify([settings.card, list.card, page.card, items()[0]!.card]);
    expect(shown).not.toMatch(/C-1042|\bAB\b|No progress|unsettled|brother/);

    council.teams.closes(grace.chat, null);
    await grace.says('help');
    await council.later(1);
    await council.later(1);
    expect(grace.read()).toContain('A dispute waits for your response');
    expect(fiona.read()).toContain('Nothing waits for them any more');
    expect((await fiona.says('settings')).words).toContain('Everybody can be reached.');
    const proof = await olu.presses(await olu.says('messages D-0001'), 'Open');
    expect(proof.words).toMatch(/To .+ · dispute D-0001/);
  });
});
