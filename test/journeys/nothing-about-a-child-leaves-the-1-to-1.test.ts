import { describe, expect, it } from 'vitest';
import { aChild, answersAll, aVisit, channelId, DIRECTORATE, follows, MANAGERS, northmoor } from './northmoor.ts';
import { fallbacksIn, textOf, toChannels } from './privacy.ts';

/** Planted in a case and a dispute; none of it may be seen anywhere but 1:1. */
const PLANTED = ['XQ-77421', 'QJZ', '2014-07-19', '19 July 2014', 'wombat', 'XQ77421'];
const told = (what: string) => `The wombat ${what} of QJZ, XQ-77421, born 2014-07-19`;

/** Everything that happens to a child and a dispute in a spring, with a few things going wrong. */
async function aWholeStory() {
  const at = await northmoor('2026-03-02', { timeoutMs: 500 });
  const { council, ayesha, olu, grace, priya, samuel } = at;
  const child = { reference: 'XQ-77421', initials: 'QJZ', bornOn: '2014-07-19', legalStatus: 's20' };
  await follows(ayesha, aChild(council, child));
  const planted = { concern: told('worry'), impact: told('impact'), wishes: told('wish'), wanted: told('plan') };
  const raise = { ...planted, theme: 'drift-and-delay', tried: told('talk'), startAt: '1', whyThere: told('reason') };
  await olu.presses(await olu.says('raise dispute XQ-77421'), 'Raise dispute', raise);
  const goes = { route: 'planned-s20', day: '2026-04-24', prompted: told('prompt') };
  await ayesha.presses(await ayesha.says('return home XQ-77421'), 'Start checklist', goes);
  const done = await answersAll('XQ-77421', olu, priya, ayesha);
  await ayesha.presses(done, 'Request decision');
  await samuel.presses(samuel.last(), 'Send back', { reason: told('gap') });
  await ayesha.presses(await ayesha.says('checklist XQ-77421'), 'Request decision');

  await council.through('2026-03-04');
  const channel = channelId(council);
  const form = await grace.presses(council.channel(MANAGERS)[0]!, 'Open my view', {}, channel);
  const answering = await grace.presses(form, 'Respond', {}, channel);
  const plan = { kind: 'plan', says: told('answer'), action1: told('act'), owner1: 'QJZ', by1: '2026-03-20' };
  await grace.presses(answering, 'Respond', plan, channel);
  const judging = await olu.presses(await olu.says('dispute D-0001'), 'Judge response');
  await olu.presses(judging, 'Judge response', { verdict: 'not', why: told('verdict') });
  await priya.says('<at>Homeward</at> how is QJZ, XQ-77421, the wombat?', channel);
  await ayesha.forges('case.open', { case: 'XQ-77421' }, channel);

  const visiting = await ayesha.says('visit XQ-77421');
  council.teams.next({ status: 429 }, { status: 500 }, { status: 403 }, { never: 'hears' });
  const visit = aVisit({ welfare: 'concern', wishes: told('fear'), lateReason: told('delay') });
  await ayesha.presses(visiting, 'Save visit', visit);
  await council.through('2026-03-30');
  const sure = await olu.presses(await olu.says('dispute D-0001'), 'Refer to Cafcass');
  await olu.presses(sure, 'Refer to Cafcass', { why: told('referral') });
  await samuel.forges('return.approve', { return: 'RH-0001', asked: 'XQ-77421', reason: told('no') });
  await ayesha.presses(await ayesha.says('child XQ-77421 went home today'), 'Start checklist', {
    safe: 'concern',
    concern: told('danger'),
    prompted: told('flight'),
  });
  await council.restart();
  await council.through('2026-04-20');
  return at;
}

function seenIn(text: string): readonly string[] {
  return PLANTED.filter((planted) => text.toLowerCase().includes(planted.toLowerCase()));
}

describe('what is planted in a case and a dispute', () => {
  it('is seen by nobody but those who are told it 1:1', async () => {
    const { council, grace, priya, ruth, fiona } = await aWholeStory();
    const { heard } = council.teams;

    const posted = toChannels(council);
    expect(posted.filter(({ method }) => method === 'PUT').length).toBeGreaterThan(3);
    expect(council.channel(MANAGERS).length).toBeGreaterThan(3);
    expect(council.channel(DIRECTORATE).length).toBeGreaterThan(0);
    for (const one of posted) expect(seenIn(textOf(one)), textOf(one)).toEqual([]);

    const notified = heard.map(({ body }) => `${body.summary ?? ''} ${fallbacksIn(body).join(' ')}`);
    expect(notified.filter((text) => text.trim() !== '').length).toBeGreaterThan(30);
    expect(notified.filter((text) => seenIn(text).length > 0)).toEqual([]);
    expect(notified.filter((text) => /XQ|QJ/.test(text))).toEqual([]);

    expect(seenIn(textOf(council.logged))).toEqual([]);
    for (const path of ['healthz', 'readyz', 'metrics']) {
      const shown = await (await fetch(`${council.running.url}/${path}`)).text();
      expect(seenIn(shown)).toEqual([]);
    }

    // The words did reach those who are to know, so that looking for them means something.
    expect(grace.read()).toContain('wombat plan');
    expect(priya.read()).toContain('wombat danger');
    expect(ruth.read()).toContain('wombat');
    expect(seenIn(fiona.read())).toEqual([]);
  });

  it('keeps people’s names out of channels as well', async () => {
    const { council } = await aWholeStory();
    const names = [...council.authority.register.values()].flatMap(({ name, id }) => [name, id]);
    const posted = toChannels(council).filter(({ body }) => !textOf(body).includes('I answer about children'));
    for (const { body } of posted) {
      const { replyToId: _to, recipient: _recipient, ...said } = body;
      expect(names.filter((name) => textOf(said).includes(name))).toEqual([]);
    }
  });
});
