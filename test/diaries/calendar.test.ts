import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Council, CouncilSettings, Seen } from '../fakes/council.ts';
import { aChild, aVisit, follows, northmoor } from '../journeys/northmoor.ts';

const PUBLIC = 'https://homeward.example.gov.uk';
const RENEW = 'Replace my link';

async function open(settings: CouncilSettings = {}) {
  const at = await northmoor('2026-03-02', { publicUrl: PUBLIC, ...settings });
  await follows(at.ayesha, aChild(at.council, { lookedAfterSince: '2026-03-02', placementStarted: '2026-03-02' }));
  return at;
}

/** The link on a card, as it is reached on this computer. */
function linkOn(seen: Seen, { running }: Council): string {
  const link = String(seen.inputs.link);
  expect(link).toMatch(/^https:\/\/homeward\.example\.gov\.uk\/calendar\/[\w-]{43}\.ics$/);
  return link.replace(PUBLIC, running.url);
}

async function fetched(url: string) {
  const answer = await fetch(url);
  // A line is broken after 75 bytes and goes on after a space.
  const text = (await answer.text()).replaceAll('\r\n ', '').replaceAll('\r\n\t', '');
  return { status: answer.status, headers: answer.headers, text, lines: text.split('\r\n') };
}

describe('a calendar link', () => {
  it('shows the deadlines of its owner by day, with the reference, the duty and the citation, and nobody’s name', async () => {
    const { council, ayesha } = await open();
    const link = linkOn(await ayesha.presses(await ayesha.says('calendar'), 'Get my link'), council);
    const { status, headers, text, lines } = await fetched(link);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toContain('private');
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'DTSTART;VALUE=DATE:20260309',
        'DTEND;VALUE=DATE:20260310',
        'UID:C-1042/R-VIS-01/2026-03-09@homeward',
        'CLASS:PRIVATE',
      ]),
    );
    expect(text).toMatch(/SUMMARY:C-1042: .*[Vv]isit/);
    expect(text).toMatch(/DESCRIPTION:.*Regulation: .*reg 28/);
    const names = [...council.authority.register.values()].flatMap(({ name }) => name.split(' '));
    expect([...names, 'AB', '2015'].filter((word) => new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  });

  it('shows nobody the duties of others', async () => {
    const { council, ben, olu } = await open();
    const others = await fetched(linkOn(await ben.presses(await ben.says('ics'), 'Get my link'), council));
    expect([others.status, others.text]).toEqual([200, expect.not.stringContaining('C-1042')]);
    const iro = await fetched(linkOn(await olu.presses(await olu.says('my calendar'), 'Get my link'), council));
    expect(iro.text).toContain('R-REV');
    expect(iro.text).not.toContain('R-VIS');
  });

  it('shows whoever covers for somebody what that person owes', async () => {
    const away = { from: localDate('2026-03-02'), to: localDate('2026-03-20') };
    const { council, ben } = await open({
      authority: (sample) => {
        const [ayesha, ben] = ['Ayesha Khan', 'Ben Carter'].map(
          (name) => [...sample.register.values()].find((one) => one.name === name)!,
        );
        const onLeave = { ...ayesha!, cover: { by: ben!.id, ...away } };
        return { ...sample, register: new Map([...sample.register, [onLeave.id, onLeave]]) };
      },
    });
    const { text } = await fetched(linkOn(await ben.presses(await ben.says('calendar'), 'Get my link'), council));
    expect(text).toContain('UID:C-1042/R-VIS-01/2026-03-09@homeward');
  });

  it('gives the same text for the same deadlines, and moves on when a visit was made', async () => {
    const { council, ayesha } = await open();
    const link = linkOn(await ayesha.presses(await ayesha.says('calendar'), 'Get my link'), council);
    const first = await fetched(link);
    await council.restart();
    const again = link.replace(/^http:\/\/[^/]+/, council.running.url);
    expect((await fetched(again)).text).toBe(first.text);
    await council.until('2026-03-03');
    await ayesha.presses(await ayesha.says('visit C-1042'), 'Save visit', aVisit());
    const after = await fetched(again);
    expect(after.text).not.toContain('R-VIS-01/2026-03-09');
    const sequences = (text: string) => [...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, count]) => Number(count));
    expect(Math.min(...sequences(after.text))).toBeGreaterThan(Math.max(...sequences(first.text)));
  });

  it('is shown once, and never kept: only what it is recognised by', async () => {
    const { council, ayesha } = await open();
    const link = linkOn(await ayesha.presses(await ayesha.says('calendar'), 'Get my link'), council);
    const secret = /([\w-]{43})\.ics/.exec(link)![1]!;
    const card = await ayesha.says('calendar');
    expect(card.buttons).toEqual([RENEW, 'Switch it off']);
    expect(JSON.stringify(card.card)).not.toContain(secret);
    expect(council.everyFile()).not.toContain(secret);
    expect(council.everyFile()).toContain('Made a new calendar link');
    expect(JSON.stringify(council.logged)).not.toContain(secret);
  });

  it('stops working when there is a new one, when it is switched off, and when its owner has left', async () => {
    const { council, ayesha } = await open();
    const shown = await ayesha.says('subscribe');
    const first = linkOn(await ayesha.presses(shown, 'Get my link'), council);
    const second = linkOn(await ayesha.presses(await ayesha.says('calendar'), RENEW), council);
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);

    const late = await ayesha.presses(shown, 'Get my link');
    expect(late.words).toContain('was changed after this card was drawn');
    expect((await fetched(second)).status).toBe(200);

    const off = await ayesha.presses(await ayesha.says('calendar'), 'Switch it off');
    expect(off.buttons).toEqual(['Get my link']);
    const gone = await fetched(second);
    expect([gone.status, gone.text]).toEqual([404, '{"code":"not-found"}']);

    const third = linkOn(await ayesha.presses(off, 'Get my link'), council);
    (council.authority.register as Map<string, unknown>).delete(ayesha.id);
    expect((await fetched(third)).text).toBe(gone.text);
  });

  it('is answered alike whatever secret opens nothing, and nothing of it is logged', async () => {
    const { council } = await open();
    const A = 'A'.repeat(43);
    for (const file of [
      'x.ics',
      `${A}.ics`,
      A,
      `${A}A.ics`,
      '%2e%2e%2fdiaries.ics',
      '.ics',
      '%00.ics',
      `${A}.ics?x=1`,
    ]) {
      const { status, text, headers } = await fetched(`${council.running.url}/calendar/${file}`);
      const seen = [status, text, headers.get('cache-control'), headers.get('content-type')];
      expect(seen, file).toEqual([404, '{"code":"not-found"}', 'private, no-cache', 'application/json']);
    }
    expect(council.logged).toEqual([]);
  });

  it('is not offered where nobody has said at which address Homeward is reached', async () => {
    const { ayesha } = await open({ publicUrl: '' });
    const card = await ayesha.says('calendar');
    expect([card.words, card.buttons]).toEqual([expect.stringContaining('not switched on here'), []]);
    const forged = await ayesha.forges('calendar.renew', { drawn: '' });
    expect(forged.words).toContain('No link was made');
  });

  it('is nobody’s business in a channel', async () => {
    const { council, ayesha } = await open();
    const channel = [...council.authority.channels.values()][0]!.id;
    const seen = await ayesha.forges('calendar.renew', { drawn: '' }, channel);
    expect(seen.words).toContain('1:1');
  });
});
