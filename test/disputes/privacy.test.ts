import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtTeams } from '../fakes/council.ts';
import { type Council, openCouncil } from '../fakes/council.ts';
import { aChild, channelId, DIRECTORATE, follows, MANAGERS } from '../journeys/northmoor.ts';
import { fallbacksIn, textOf, toChannels } from '../journeys/privacy.ts';

/** Planted in every field that anybody can write in; none of it may be read anywhere but 1:1 by those it is told. */
const PLANTED = [
  'XQ-77421',
  'XQ-77422',
  'QJZ',
  'QKV',
  '2014-07-19',
  '19 July 2014',
  '19/07/2014',
  'Zephyrine',
  'Caspian',
  'Wildgoose',
  'wombat',
  'bruise',
] as const;
const told = (what: string) =>
  `The wombat ${what} of Zephyrine Wildgoose (QJZ, XQ-77421, born 2014-07-19, 19 July 2014, 19/07/2014) and Caspian (QKV, XQ-77422): a bruise`;

const seenIn = (text: string) => PLANTED.filter((planted) => text.toLowerCase().includes(planted.toLowerCase()));

const ISSUE = {
  case: 'XQ-77421',
  theme: 'safeguarding',
  concern: told('worry'),
  impact: told('impact'),
  wishes: told('wish'),
  wanted: told('remedy'),
  tried: told('talk'),
  startAt: '1',
  whyThere: told('reason'),
  grounds: 'needs-not-met,other-breach',
  childKnows: 'true',
  advocateOn: '2026-03-01',
  siblings: 'XQ-77422',
  besides: told('complaint'),
};

/** What is kept of a record, as text. */
const file = (council: Council, id: string) => council.kept()[`${id}.json`] ?? '{}';
const recordOf = (council: Council, id: string) =>
  JSON.parse(file(council, id)).record as Readonly<Record<string, unknown>> & {
    revision: number;
    voiding: { at: string };
  };

async function story() {
  const council = await openCouncil('2026-03-02', { timeoutMs: 300 });
  await council.everybodyInstalls();
  const [ayesha, olu, grace, helen, priya, karen, peter, fiona, ruth] = [
    'Ayesha Khan',
    'Olu Bankole',
    'Grace Obi',
    'Helen Frost',
    'Priya Shah',
    'Karen Price',
    'Peter Nolan',
    'Fiona Grant',
    'Ruth Adeyemi',
  ].map((name) => council.person(name)) as [
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
    AtTeams,
  ];
  const answers: string[] = [];
  /** A press with a card that shows the dispute as it stands. */
  const acts = async (by: AtTeams, verb: string, dispute: string, typed: object = {}, where?: string) => {
    const { revision } = recordOf(council, dispute);
    const seen = await by.forges(verb, { dispute, revision: String(revision), why: told('why'), ...typed }, where);
    answers.push(`${verb}: ${seen.words}`);
    return seen;
  };

  const child = { bornOn: '2014-07-19', legalStatus: 's20' };
  await follows(ayesha, aChild(council, { ...child, reference: 'XQ-77421', initials: 'QJZ' }));
  await follows(ayesha, aChild(council, { ...child, reference: 'XQ-77422', initials: 'QKV' }));
  await council.through('2026-03-03');

  // A climb with everything that anybody may write.
  await olu.forges('dispute.raise', { ...ISSUE, once: 'first' });
  await council.through('2026-03-04');
  const managers = channelId(council, MANAGERS);
  const plan = {
    kind: 'plan',
    says: told('answer'),
    action1: told('act'),
    owner1: 'Zephyrine Wildgoose',
    by1: '2026-03-20',
  };
  await acts(grace, 'dispute.respond', 'D-0001', plan, managers);
  await acts(olu, 'dispute.judge', 'D-0001', { verdict: 'partly' });
  await acts(olu, 'dispute.consult', 'D-0001');
  await acts(olu, 'dispute.legal-advice', 'D-0001');
  await acts(olu, 'dispute.automatic', 'D-0001', { automatic: 'false' });
  await acts(grace, 'dispute.agree', 'D-0001', {}, managers);
  await acts(grace, 'dispute.respond', 'D-0001', { ...plan, says: told('late answer') });
  await acts(olu, 'dispute.cafcass', 'D-0001');
  await acts(olu, 'dispute.cafcass-said', 'D-0001', { says: told('what Cafcass says') });
  await acts(olu, 'dispute.escalate', 'D-0001', { to: '3' });
  await acts(ruth, 'dispute.respond', 'D-0001', { kind: 'accept', says: told('director') });
  await acts(olu, 'dispute.judge', 'D-0001', { verdict: 'satisfactory' });
  await acts(olu, 'dispute.resolve', 'D-0001', { outcome: 'actions-agreed', changed: told('change') });
  // Time for the letters that say so, before it is reopened.
  await council.later(1);
  await acts(olu, 'dispute.check', 'D-0001', { kind: 'ten-days', done: 'no', says: told('check') });
  await council.through('2026-03-10');
  await acts(olu, 'dispute.overtaken', 'D-0001');
  await acts(olu, 'dispute.reopen', 'D-0001', { to: '3' });

  // One that is void, and one that is withdrawn; good practice; Cafcass without a dispute; a review that is contested.
  const urgent = { urgent: 'true', whyUrgent: told('urgency') };
  await olu.forges('dispute.raise', { ...ISSUE, ...urgent, startAt: '0', once: 'second' });
  const drawn = { because: 'wrong-child', drawn: '0' };
  await acts(peter, 'dispute.void', 'D-0002', drawn);
  const asked = () => ({ asked: recordOf(council, 'D-0002').voiding.at, says: told('void') });
  await acts(olu, 'dispute.refuse-void', 'D-0002', asked());
  await acts(olu, 'dispute.void', 'D-0002', { ...drawn, drawn: '1' });
  await acts(karen, 'dispute.agree-void', 'D-0002', asked());
  await olu.forges('dispute.raise', { ...ISSUE, startAt: 'informal', once: 'third' });
  await acts(olu, 'dispute.withdraw', 'D-0003');
  const about = () => ({
    case: 'XQ-77421',
    revision: String(recordOf(council, 'XQ-77421').revision),
    why: told('referral'),
  });
  await olu.forges('praise.save', {
    ...about(),
    worker: ayesha.id,
    says: told('praise'),
    impact: told('good'),
    once: 'p',
  });
  await olu.forges('cafcass.refer', { ...about(), once: 'c' });
  const review = await priya.says('contest review XQ-77421');
  answers.push(`contest: ${review.words}`);

  // Wrong presses, by people with no part in it and with planted rubbish; Teams failing; words in the channel.
  for (const verb of ['dispute.view', 'dispute.respond', 'dispute.resolve', told('verb'), 'dispute.check']) {
    await fiona.forges(
      verb,
      { dispute: 'D-0001', revision: told('revision'), says: told('says'), to: told('to') },
      managers,
    );
    await grace.forges(verb, { dispute: told('id'), case: told('case'), revision: '1', why: { nested: told('why') } });
    await olu.forges(verb, {
      dispute: 'D-0001',
      revision: {},
      outcome: told('outcome'),
      kind: told('kind'),
      done: told('done'),
    });
  }
  await council.post({ type: 'invoke', name: told('name'), text: told('text') });
  await council.post(council.activity(olu.id, { type: 'message', text: { nested: told('text') } }));
  await council.post(
    council.activity('00000000-0000-4000-8000-0000000000ff', { type: 'message', text: told('guest') }),
  );
  await priya.says(`<at>Homeward</at> ${told('question')}`, managers);
  council.teams.next(
    { status: 429 },
    { status: 500, body: told('fault') },
    { status: 403 },
    { never: 'hears' },
    { answers: 'nonsense' },
  );
  await acts(helen, 'dispute.view', 'D-0001', {}, channelId(council, DIRECTORATE));
  await council.through('2026-03-13');
  council.teams.next({ status: 502, arrived: true }, { status: 404 }, { answers: 'twice' });
  await council.restart();
  // Past the day after the twenty of the second cycle.
  await council.through('2026-04-15');
  return { council, answers, grace, ruth, fiona, peter };
}

describe('everything that anybody writes in a dispute', () => {
  let at: Awaited<ReturnType<typeof story>>;
  beforeAll(async () => {
    at = await story();
  }, 120_000);
  afterAll(() => at?.council.close());

  it('is kept, so that looking for it means something', () => {
    const first = file(at.council, 'D-0001');
    const words = [
      'worry',
      'impact',
      'wish',
      'remedy',
      'talk',
      'reason',
      'complaint',
      'answer',
      'act',
      'late answer',
      'director',
      'change',
      'check',
      'why',
    ];
    expect(
      words.filter((what) => !first.includes(`The wombat ${what} of`)),
      at.answers.join('\n\n'),
    ).toEqual([]);
    expect(file(at.council, 'D-0002')).toContain('The wombat void of');
    expect(recordOf(at.council, 'D-0003')).toMatchObject({ state: { at: 'withdrawn' } });
    for (const what of ['praise', 'good', 'referral'])
      expect(file(at.council, 'XQ-77421')).toContain(`The wombat ${what} of`);
    expect(at.grace.read()).toContain('The wombat change of');
    expect(at.ruth.read()).toContain('The wombat remedy of');
  });

  it('is in no channel, in no post, no answer in a thread and no redraw', () => {
    const posted = toChannels(at.council);
    expect(posted.filter(({ method }) => method === 'PUT').length).toBeGreaterThan(3);
    expect(at.council.channel(MANAGERS).length).toBeGreaterThan(3);
    expect(at.council.channel(DIRECTORATE).length).toBeGreaterThan(1);
    for (const one of posted) expect(seenIn(textOf(one)), textOf(one)).toEqual([]);
  });

  it('is in no notification: no summary, no fallback text, whoever it is to', () => {
    const notified = at.council.teams.heard.map(({ body }) => `${body.summary ?? ''} ${fallbacksIn(body).join(' ')}`);
    expect(notified.filter((text) => text.trim() !== '').length).toBeGreaterThan(50);
    expect(notified.filter((text) => seenIn(text).length > 0 || /XQ|QJ|QK/.test(text))).toEqual([]);
  });

  it('is in no log line, no path that was asked for, and no page of ours', async () => {
    expect(at.council.logged.length).toBeGreaterThan(0);
    expect(at.council.logged.filter((line) => seenIn(textOf(line)).length > 0)).toEqual([]);
    expect(at.council.teams.heard.filter(({ path }) => seenIn(decodeURIComponent(path)).length > 0)).toEqual([]);
    for (const page of ['healthz', 'readyz', 'metrics'])
      expect(seenIn(await (await fetch(`${at.council.running.url}/${page}`)).text())).toEqual([]);
  });

  it('is read 1:1 by nobody who sees no content, nor by whoever has no part in it', () => {
    expect(seenIn(at.fiona.read())).toEqual([]);
    expect(seenIn(at.peter.read())).toEqual([]);
  });
});
