import { describe, expect, it } from 'vitest';
import { openCouncil } from '../fakes/council.ts';
import { aChild, channelId, follows, northmoor } from './northmoor.ts';

describe('a newcomer', () => {
  it('is welcomed once, however often Homeward is installed', async () => {
    const { ayesha, samuel, fiona } = await northmoor('2026-03-02');
    await ayesha.installs();
    await ayesha.installs();
    expect(ayesha.inbox()).toHaveLength(1);
    expect(ayesha.last().words).toContain('Welcome to Homeward, Ayesha');
    expect(ayesha.last().buttons).toContain('Follow a child');
    expect(samuel.last().buttons).toEqual(['Decisions']);
    expect(fiona.last().buttons).toEqual([]);
  });

  it('is welcomed once when the two messages of one installation come together', async () => {
    const council = await openCouncil('2026-03-02');
    const ayesha = council.person('Ayesha Khan');
    await Promise.all([ayesha.installs(), ayesha.installs(), ayesha.installs()]);
    await council.restart();
    await ayesha.installs();
    expect(ayesha.inbox()).toHaveLength(1);
    await council.close();
  });

  it('is told so when Homeward does not know them', async () => {
    const { council } = await northmoor('2026-03-02');
    const from = { id: '29:stranger', aadObjectId: 'stranger' };
    const conversation = { id: 'a:stranger', conversationType: 'personal', tenantId: council.authority.tenant };
    await council.post(council.activity('stranger', { type: 'message', text: 'help', from, conversation }));
    expect(council.teams.last('a:stranger').card).toMatchObject({ fallbackText: expect.any(String) });
    expect(JSON.stringify(council.teams.last('a:stranger').card)).toContain('You are not on the staff register.');
  });

  it.each(['help', 'HELP', '/help', 'Hi!', ' hello ', 'menu', 'hlep'])('gets help for “%s”', async (text) => {
    const { ayesha } = await northmoor('2026-03-02');
    expect((await ayesha.says(text)).words).toContain('What I can do here');
  });

  it('gets the nearest commands for anything else, never silence', async () => {
    const { ayesha } = await northmoor('2026-03-02');
    for (const text of ['xyzzy', '', '   ', '🙂', 'qqq C-1042', '<at>Homeward</at>', 'a'.repeat(9_000)]) {
      const answer = await ayesha.says(text);
      expect(answer.words, text.slice(0, 20)).toContain('I did not understand that');
      expect(answer.words.split('\n').filter((line) => line.includes(' – '))).toHaveLength(3);
    }
  });

  it.each(['cover'])('is told that “%s” is coming', async (text) => {
    const { ayesha } = await northmoor('2026-03-02');
    expect((await ayesha.says(text)).words).toMatch(/^“.+” is coming/);
  });

  it('is told whom the settings are for', async () => {
    const { ayesha } = await northmoor('2026-03-02');
    expect((await ayesha.says('settings')).words).toContain('for business support and administrators');
  });

  it('is asked which child, and need not be with one case', async () => {
    const { council, ayesha } = await northmoor('2026-03-02');
    expect((await ayesha.says('case')).words).toContain('You have no cases here yet.');
    await follows(ayesha, aChild(council));
    expect((await ayesha.says('case')).words).toContain('AB · C-1042');
    await follows(ayesha, aChild(council, { reference: 'C-1043', initials: 'CD' }));
    const which = await ayesha.says('visited yesterday');
    expect(which.words).toContain('C-1043 · CD');
    const form = await ayesha.presses(which, 'Continue', { case: 'C-1043' });
    expect(form.words).toContain('CD · C-1043');
    expect(form.inputs).toMatchObject({ on: '2026-03-01' });
  });

  it('sees the team, moves dates with a change of status only after seeing them, and is told why', async () => {
    const { council, ayesha, priya } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council, { legalStatus: 'interim-care-order' }));
    const team = await priya.says('team');
    expect(team.words).toContain('Ayesha Khan');
    expect((await priya.presses(team, 'Show')).words).toContain('AB · C-1042');
    expect((await council.person('Tom Reed').says('team')).words).not.toContain('Ayesha Khan');

    const form = await ayesha.says('update C-1042');
    const home = await ayesha.presses(form, 'Show the moved dates', {
      placement: 'with-parents',
      placementOn: '2026-03-02',
    });
    expect(home.words).toContain('Placement type: a child goes to live');
    const moved = { placement: 'residential', placementOn: '2026-03-02' };
    const preview = await ayesha.presses(form, 'Show the moved dates', moved);
    expect(preview.words).toContain('nothing is saved yet');
    expect(preview.words).toContain('Mon 9 March 2026');
    expect(council.kept()['C-1042.json']).not.toContain('residential');
    const saved = await ayesha.presses(preview, 'Save');
    expect(saved.words).toContain('Change saved');
    expect(council.kept()['C-1042.json']).toContain('residential');
    expect((await ayesha.presses(preview, 'Save')).words).not.toContain('⚠ Nothing');

    const why = (await ayesha.says('why C-1042')).words;
    expect(why).toMatch(/Regulation/);
    expect(why).toContain('Mon 9 March 2026');
  });

  it('tries a move and a return before either is made, and nothing is kept or sent till then', async () => {
    const { council, ayesha, samuel, olu } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const asItWas = council.kept()['C-1042.json'];
    const told = [samuel, olu].map((one) => one.inbox().length);
    const form = await ayesha.says('what if C-1042 on 23 March');
    expect(form.inputs).toMatchObject({ day: '2026-03-23' });
    const show = 'Show the two sets of dates';
    const wrong = await ayesha.presses(form, show, { route: 'with-parents' });
    expect(wrong.words).toContain('The route that fits is “Planned return, section 20”');
    expect(wrong.inputs).toMatchObject({ route: 'with-parents', day: '2026-03-23' });

    const home = await ayesha.presses(wrong, show, { route: 'planned-s20' });
    expect(home.words).toContain('Nominated officer, today Samuel Okoro');
    expect((await ayesha.presses(home, 'Make it real')).inputs).toMatchObject({
      route: 'planned-s20',
      day: '2026-03-23',
      prompted: '',
    });
    const move = { placement: 'residential', placementOn: '2026-03-02', day: '' };
    const tried = await ayesha.presses(form, show, move);
    expect(tried.words).toContain('Mon 9 March 2026');
    expect(council.kept()['C-1042.json']).toBe(asItWas);
    expect([samuel, olu].map((one) => one.inbox().length)).toEqual(told);

    expect((await ayesha.presses(tried, 'Make it real')).words).toContain('Change saved');
    expect((await ayesha.says('why C-1042')).words).toContain('Mon 9 March 2026');
  });

  it('gets only help in a channel, and no child is named there', async () => {
    const { council, ayesha } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    const channel = `${channelId(council)};messageid=7`;
    expect((await ayesha.says('<at>Homeward</at> help', channel)).words).toContain('In a channel I answer the buttons');
    const asked = ['case C-1042', 'how is c-1042 doing?', 'C-1042', 'visit C-1042', 'act as Priya Shah', 'AB', 'cases'];
    for (const text of asked) {
      const answer = await ayesha.says(`<at>Homeward</at> ${text}`, channel);
      expect(answer.words, text).toContain('I answer about children 1:1 only');
      expect(JSON.stringify(answer.card)).not.toMatch(/1042|\bAB\b/i);
    }
    await ayesha.says('<at>Homeward</at> case C-1042', channel);
    await expect
      .poll(() => ayesha.inbox().map(({ words }) => words))
      .toContainEqual(expect.stringContaining('AB · C-1042'));
    const forged = await ayesha.forges('case.open', { case: 'C-1042' }, channel);
    expect(forged.words).toContain('Let us talk about that 1:1');
  });

  it('is taken to be in a channel where Teams does not say what kind of place it is', async () => {
    const { council, ayesha } = await northmoor('2026-03-02');
    await follows(ayesha, aChild(council));
    for (const conversation of [
      { id: '19:somewhere@thread.tacv2', tenantId: council.authority.tenant },
      { id: 'a:somewhere', conversationType: 'groupChat', tenantId: council.authority.tenant },
    ]) {
      await council.post(council.activity(ayesha.id, { type: 'message', text: 'case C-1042', conversation }));
      expect(JSON.stringify(council.teams.last(conversation.id).card)).not.toContain('1042');
    }
  });
});
