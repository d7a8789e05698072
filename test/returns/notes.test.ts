import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { itemsOf } from '../../src/returns/checklist/checklist.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { notesOf } from '../../src/returns/notes/rules.ts';
import {
  approved,
  by,
  concern,
  decidedTwice,
  FOOT,
  keysOf,
  lapsed,
  noteOf,
  on,
  seen,
  TODAY,
  textOf,
  transition,
  unseen,
  visitedOnce,
  withEvents,
  withPlan,
  written,
} from '../builders/notes.ts';
import {
  away,
  ayesha,
  ben,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  nominatedSamuel,
  priya,
  supportFiona,
  tom,
} from '../builders/people.ts';
import { anAnswer, anUnplanned, aPlan, aReturningCase, asked, doing } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, reviewed } from '../timetable/case-facts.ts';

describe('the text of a note for the record', () => {
  it('of a visit says whether the child was seen, alone, and what was written', () => {
    expect(textOf(visitedOnce, 'visit/2026-10-08/1')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Visit, child seen alone',
      'When: Thu 8 October 2026',
      'By: Ayesha Khan (Social worker)',
      '',
      'Child seen: Yes',
      'Seen alone: Yes',
      '',
      'Is the child’s welfare safeguarded and promoted? Yes',
      ...FOOT,
    ]);
  });

  it('of an attempt says that it was no visit', () => {
    expect(textOf(withEvents([unseen]), 'visit/2026-10-08/1')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Attempted visit, child not seen',
      'When: Thu 8 October 2026',
      '',
      'Child seen: No. This was an attempt and does not count as a visit.',
      '',
      'Nothing more was written in Homeward.',
      ...FOOT,
    ]);
  });

  it('of a telephone call says that it was no visit', () => {
    const about = withEvents([{ on, what: 'visit-made', childSeen: true, remote: true }]);
    expect(textOf(about, 'visit/2026-10-08/1')).toContain('What: Contact by phone or video, no visit');
  });

  it('of a review says its kind, who held it, and what it left to do', () => {
    const held = { on, what: 'cin-review-held', nextWithinWeeks: 4 } as const;
    const about = withEvents([held], [written('review', coordinatorJosh, 'Tasks left', 'School meeting')]);
    expect(textOf(about, 'review/2026-10-08/1')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Child in need review',
      'When: Thu 8 October 2026',
      'By: Josh Miller (Child in need co-ordinator)',
      '',
      'Tasks left: School meeting',
      '',
      'Next review within: 4 weeks',
      ...FOOT,
    ]);
  });

  it('of a decision says who gave it in which post, why, what was passed over, and that it lapsed', () => {
    expect(textOf(decidedTwice, `decision/RH-0001/${lapsed.asking.at}`)).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Decision on RH-0001: approved, since lapsed',
      'When: Thu 12 November 2026',
      'By: Samuel Okoro (Nominated officer)',
      '',
      'Return: RH-0001, Planned return, section 20',
      'Asked for: Approval before a return home',
      'Asked by: Ayesha Khan (Social worker), Wed 11 November 2026, 10:00',
      'Whose decision: Nominated officer; sent to Samuel Okoro (Nominated officer)',
      'Why this post: Looked after for long enough. (SI 2010/959 reg 39(4))',
      'Needed before: Mon 14 December 2026',
      '',
      'Decided: Approved, Thu 12 November 2026, 10:00',
      'Reason: Well prepared',
      '',
      'Required questions that were not answered:',
      'Watch school attendance.',
      'Why it could not wait for them: The school term ends',
      'Why they were passed over: The aunt moves in next week',
      '',
      'Lapsed: Mon 16 November 2026, 10:00, because the route has changed.',
      ...FOOT,
    ]);
    expect(textOf(decidedTwice, `decision/RH-0001/${approved.asking.at}`)).toEqual(
      expect.arrayContaining([
        'What: Decision on RH-0001: approved',
        "By: Ruth Adeyemi (Director of Children's Services)",
        'Decided: Approved, Fri 20 November 2026, 16:05',
      ]),
    );
  });

  it('of a decision sent back, or a ratification, says so', () => {
    const sentBack = withPlan({ decision: { ...approved, stands: 'sent-back' } });
    const ratified = withPlan({ decision: { ...approved, asking: { ...approved.asking, kind: 'ratification' } } });
    const key = `decision/RH-0001/${approved.asking.at}`;
    expect(textOf(sentBack, key)).toContain('Decided: Sent back, Fri 20 November 2026, 16:05');
    expect(textOf(ratified, key)).toContain('Decided: Ratified, Fri 20 November 2026, 16:05');
  });

  it('of a stage says each answer with its note, who gave it and when, and what is left', () => {
    const words = new Map(itemsOf(1).map((item) => [item.id, item.words]));
    const answers = [
      ...['CON-01', 'CON-02'].map((item) => anAnswer(item, { words: words.get(item)! })),
      anAnswer('CON-08', {
        answer: 'not-applicable',
        note: 'No family to ask',
        by: priya.id,
        words: 'Offer a conference, as it was worded then.',
      }),
    ];
    expect(textOf(withPlan({ answers }), 'stage/RH-0001/consider')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Return-home checklist RH-0001: Consider',
      'When: Tue 10 November 2026',
      'By: Ayesha Khan (Social worker); Priya Shah (Team manager)',
      '',
      'Return: RH-0001, Planned return, section 20',
      '',
      'What prompted the return? For example family change, concerns met, parents asking, a placement ending, the child’s own move.',
      'Done, Ayesha Khan (Social worker), Tue 10 November 2026',
      '',
      'Record the legal status now and after the return, and who has parental responsibility.',
      'Done, Ayesha Khan (Social worker), Tue 10 November 2026',
      '',
      'Offer a conference, as it was worded then.',
      'Not applicable, Priya Shah (Team manager), Tue 10 November 2026',
      'Note: No family to ask',
      '',
      'Left to do (required):',
      'Say why now, and weigh the risk of unsettling a stable placement.',
      'List earlier returns and re-entries to care, and why each return failed.',
      'See the child alone. Note their wishes, hopes and fears.',
      'Tell the parents plainly what is considered, what evidence is wanted and how long it may take. Offer an independent supporter.',
      'Tell the IRO and record their view.',
      'If a sudden return is likely, keep a second plan ready for it.',
      ...FOOT,
    ]);
  });

  it('of a stage leaves out of what is left the offered questions, and the decision itself', () => {
    const left = textOf(withPlan({ answers: [anAnswer('ASM-01')] }), 'stage/RH-0001/assess');
    expect(left).toContain('Look at school, attendance and health needs.');
    expect(left).not.toContain('Check every adult in the household.');
    expect(left).not.toContain('The nominated officer agrees to the return.');
  });

  it('of a stage tells an answer shared with a sibling, and one that this route does not ask', () => {
    const answers = [anAnswer('CON-10', { sharedFrom: 'RH-0007', words: 'Check court orders.' })];
    expect(textOf(withPlan({ answers }), 'stage/RH-0001/consider')).toEqual(
      expect.arrayContaining([
        'Check court orders. (not asked on this route)',
        'Taken from RH-0007, the return of a sibling.',
      ]),
    );
  });

  it('of a plan says when and how the child goes home, the agreement and who helps', () => {
    expect(textOf(withPlan({ transition }), 'plan/RH-0001')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Return-home plan RH-0001',
      'When: Thu 12 November 2026',
      'By: Ayesha Khan (Social worker)',
      '',
      'Return: RH-0001, Planned return, section 20',
      'Legal status when it was started: Section 20 (accommodated)',
      'Planned date of return: Mon 14 December 2026',
      'May move without a new decision by: 14 days',
      'Went home: Not yet',
      'What prompted it: Mother has finished treatment',
      'No decision on RH-0001 has been asked for yet.',
      '',
      'Steps towards home:',
      'Wed 11 November 2026, Tea or a few hours: Mixed. He was tired. (Ayesha Khan (Social worker), Tue 10 November 2026)',
      'Fri 27 November 2026, One night: not noted yet how it went',
      '',
      'Written agreement with the parents, Mon 9 November 2026',
      'Goals: School daily',
      'Conditions: No drink',
      'What happens if it is broken: We meet',
      'Noted by: Ayesha Khan (Social worker), Tue 10 November 2026',
      '',
      'Broken agreement:',
      'Sat 14 November 2026: Mother had been drinking. What was done: Step put off. (Ayesha Khan (Social worker), Tue 10 November 2026)',
      '',
      'Services promised:',
      'Drug and alcohol service, Turning Point, to start by Thu 8 October 2026. Not checked yet whether it has begun.',
      'Parenting course, Family hub, to start by Thu 8 October 2026. It has not begun. (Ayesha Khan (Social worker), Tue 10 November 2026)',
      '',
      'If the child goes home suddenly: Ring the duty team. (Ayesha Khan (Social worker), Tue 10 November 2026)',
      '',
      'Who helps in the first two weeks, and whom the child can call: Aunt Jo, every day. (Priya Shah (Team manager), Thu 12 November 2026)',
      ...FOOT,
    ]);
  });

  it('of an unplanned return says what was answered about safety, and what took its place', () => {
    const plan = anUnplanned({
      wentHomeAt: '21:40',
      safety: { concern: true, words: 'Nobody answers the door' },
      overtakenBy: 'RH-0002',
    });
    expect(textOf(aReturningCase({ returns: [plan] }), 'plan/RH-0001')).toEqual(
      expect.arrayContaining([
        'Went home: Fri 20 November 2026, 21:40',
        'Is the child safe now? A concern was raised: Nobody answers the door',
        'Replaced by: RH-0002',
      ]),
    );
  });

  it('of what came after says how help was stepped down, what broke down, and each new referral', () => {
    const after = {
      stepDowns: [
        {
          ...by,
          on,
          to: 'early-help',
          why: 'All goals met',
          whyEarly: '',
          lead: 'Ms Roe, school',
          overlapUntil: localDate('2026-11-05'),
        },
      ],
      breakdown: { ...by, on: localDate('2026-11-14'), backInCare: true, why: 'Violence', learned: 'Ask the aunt' },
      reReferrals: [{ by: priya.id, at: at('2026-11-15'), on: localDate('2026-11-15'), words: 'From the school' }],
    } as const;
    const about = withPlan({ wentHomeOn: on, after });
    expect(textOf(about, 'after/RH-0001')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: After the return RH-0001',
      'When: Sun 15 November 2026',
      'By: Priya Shah (Team manager)',
      '',
      'Return: RH-0001, Planned return, section 20',
      'Went home: Thu 8 October 2026',
      '',
      'Stepped down on Thu 8 October 2026 to: Early help (CAF or TAF)',
      'Why: All goals met',
      'Lead professional: Ms Roe, school',
      'Social worker stays beside them until: Thu 5 November 2026',
      'Noted by: Ayesha Khan (Social worker), Tue 10 November 2026',
      '',
      'Broke down on Sat 14 November 2026; the child is back in care',
      'Why: Violence',
      'What was learned: Ask the aunt',
      'Noted by: Ayesha Khan (Social worker), Tue 10 November 2026',
      '',
      'Referred again:',
      'Sun 15 November 2026: From the school (Priya Shah (Team manager), Sun 15 November 2026)',
      ...FOOT,
    ]);
  });

  it('of a concern says who raised it, who passed it up, and how it was answered', () => {
    expect(textOf(aReturningCase({ concerns: [concern] }), 'concern/E-0001')).toEqual([
      'HOMEWARD NOTE',
      'Child: AB, C-1042',
      'What: Concern E-0001: What a visit found',
      'When: Thu 8 October 2026',
      'By: Ayesha Khan (Social worker)',
      '',
      'Raised: Thu 8 October 2026, 15:30',
      'After: Visit on Thu 8 October 2026',
      '',
      'View of parents, carers and siblings: Mother was not there',
      '',
      'Approved to go to the service manager by Priya Shah (Team manager), Thu 8 October 2026, 17:00: Please look at this tonight',
      '',
      'Dealt with by Grace Obi (Service manager), Fri 9 October 2026, 10:00: Visited with the duty team',
      ...FOOT,
    ]);
  });

  it('names people, also those who have left, and shows no id of anyone or any question', () => {
    const everything: ReturningCase = {
      ...asked(visitedOnce, aPlan({ transition, earlier: [lapsed, { ...approved, by: 'gone-from-the-register' }] })),
      concerns: [concern],
    };
    const texts = notesOf(everything, doing(ayesha)).map(({ text, title, by: who }) => [text, title, who].join('\n'));
    expect(texts.length).toBeGreaterThan(6);
    expect(texts.join('\n')).toContain('By: someone no longer on the register');
    for (const text of texts) {
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|gone-from|homeward\b|\b(?:CON|ASM|DEC|PLN|UNP|MON)-\d\d/);
      expect(text).not.toMatch(/[✓○▲●⚠◆↩⌂]|undefined|null|\b\d{4}-\d{2}-\d{2}\b/);
    }
  });
});

describe('joining a visit with what was written about it', () => {
  const note = (text: string) => written('visit', ayesha, 'Child’s wishes and feelings', text);

  it('tells two visits of a day apart', () => {
    const about = withEvents([unseen, seen], [note('Nobody in'), note('Saw him at school')]);
    expect(textOf(about, 'visit/2026-10-08/1')).toContain('Child’s wishes and feelings: Nobody in');
    const second = textOf(about, 'visit/2026-10-08/2');
    expect(second).toContain('What: Visit, child seen alone (number 2 that day)');
    expect(second).toContain('Child’s wishes and feelings: Saw him at school');
  });

  it('gives what was written to the visit logged here, not to the one imported before', () => {
    const about = withEvents([seen, seen], [note('Saw him at school')]);
    expect(textOf(about, 'visit/2026-10-08/1')).toContain('Nothing more was written in Homeward.');
    expect(textOf(about, 'visit/2026-10-08/2')).toContain('Child’s wishes and feelings: Saw him at school');
  });

  it('gives both reviews of a day the tasks, where it cannot be told whose they are', () => {
    const about = withEvents(
      [reviewed('2026-10-08'), happened('2026-10-08', 'post-return-review-held')],
      [written('review', iroOlu, 'Tasks left', 'School meeting')],
    );
    for (const nth of [1, 2]) expect(textOf(about, `review/2026-10-08/${nth}`)).toContain('Tasks left: School meeting');
  });

  it('never takes a review for a visit', () => {
    const about = withEvents([seen, reviewed('2026-10-08')], [written('review', iroOlu, 'Tasks left', 'Dentist')]);
    expect(textOf(about, 'visit/2026-10-08/1').join()).not.toContain('Dentist');
    expect(textOf(about, 'review/2026-10-08/1')).toContain('By: Olu Bankole (Independent Reviewing Officer)');
  });
});

describe('which notes there are', () => {
  it('are the plan and nothing else of a return that was just started', () => {
    expect(keysOf(withPlan({}))).toEqual(['plan/RH-0001']);
  });

  it('are of each decision given, not of one that is waited for', () => {
    expect(keysOf(decidedTwice).filter((key) => key.startsWith('decision'))).toEqual([
      `decision/RH-0001/${approved.asking.at}`,
      `decision/RH-0001/${lapsed.asking.at}`,
    ]);
    expect(keysOf(asked()).filter((key) => key.startsWith('decision'))).toEqual([]);
  });

  it('come with those not copied yet first, then those changed since, then the others, each the latest first', () => {
    const about: ReturningCase = {
      ...withEvents([seen, { ...seen, on: localDate('2026-11-02') }]),
      returns: [aPlan({ answers: [anAnswer('CON-01'), anAnswer('ASM-01')] })],
      copied: [
        { of: 'visit/2026-10-08/1', by: ayesha.id, at: at('2026-10-09') },
        { of: 'stage/RH-0001/consider', by: ayesha.id, at: at('2026-11-09') },
        { of: 'stage/RH-0001/assess', by: ayesha.id, at: at('2026-11-11') },
      ],
    };
    expect(notesOf(about, doing(ayesha)).map(({ key, standing }) => [key, standing])).toEqual([
      ['plan/RH-0001', 'not-yet'],
      ['visit/2026-11-02/1', 'not-yet'],
      ['stage/RH-0001/consider', 'changed'],
      ['stage/RH-0001/assess', 'copied'],
      ['visit/2026-10-08/1', 'copied'],
    ]);
  });
});

describe('a note that changed since it was copied', () => {
  const copiedAt = (of: string, day: string) => [{ of, by: ayesha.id, at: at(day) }];
  const history = (day: string, what: string) => [{ at: at(day), by: ayesha.id, what }];

  it.each([
    ['an answer given later', { answers: [anAnswer('CON-01', { at: at('2026-11-12') })] }, [], 'changed'],
    ['an answer given before', { answers: [anAnswer('CON-01')] }, [], 'copied'],
    [
      'an answer taken back',
      { answers: [anAnswer('CON-01')] },
      history('2026-11-12', 'RH-0001: Consider: 1 not done'),
      'changed',
    ],
    [
      'an answer in another stage',
      { answers: [anAnswer('CON-01')] },
      history('2026-11-12', 'RH-0001: Assess and decide: 1 done'),
      'copied',
    ],
    ['another return', { answers: [anAnswer('CON-01')] }, history('2026-11-12', 'RH-0002: Consider: 1 done'), 'copied'],
  ] as const)('after %s: a stage', (_what, parts, lines, standing) => {
    const key = 'stage/RH-0001/consider';
    const about = { ...withPlan(parts), copied: copiedAt(key, '2026-11-11'), history: lines };
    expect(noteOf(about, key).standing).toBe(standing);
  });

  it.each([
    ['a step that went by', {}, { transition }, 'changed'],
    ['a day that moved', { history: history('2026-11-12', 'RH-0001: planned day moved') }, {}, 'changed'],
    ['an answer to the checklist', { history: history('2026-11-12', 'RH-0001: Consider: 1 done') }, {}, 'copied'],
  ] as const)('after %s: a plan', (_what, parts, plan, standing) => {
    const about = { ...withPlan(plan), ...parts, copied: copiedAt('plan/RH-0001', '2026-11-11') };
    expect(noteOf(about, 'plan/RH-0001').standing).toBe(standing);
  });

  it('is a decision that lapsed, and a concern that was answered', () => {
    const key = `decision/RH-0001/${lapsed.asking.at}`;
    expect(noteOf({ ...decidedTwice, copied: copiedAt(key, '2026-11-13') }, key).standing).toBe('changed');
    expect(noteOf({ ...decidedTwice, copied: copiedAt(key, '2026-11-16') }, key).standing).toBe('copied');
    const raised = aReturningCase({ concerns: [concern] });
    const when = (day: string, time = '10:00') => {
      const copied = [{ of: 'concern/E-0001', by: ayesha.id, at: at(day, time) }];
      return noteOf({ ...raised, copied }, 'concern/E-0001');
    };
    expect(when('2026-10-08', '18:00').standing).toBe('changed');
    expect(when('2026-10-09').standing).toBe('copied');
  });

  it('is no visit, which never changes', () => {
    const about = { ...visitedOnce, copied: copiedAt('visit/2026-10-08/1', '2026-10-08') };
    expect(noteOf(about, 'visit/2026-10-08/1').standing).toBe('copied');
  });

  it('counts from the last time it was copied', () => {
    const key = `decision/RH-0001/${lapsed.asking.at}`;
    const copied = [...copiedAt(key, '2026-11-13'), ...copiedAt(key, '2026-11-17')];
    expect(noteOf({ ...decidedTwice, copied }, key).standing).toBe('copied');
  });
});

describe('who takes a note for the record', () => {
  const about: ReturningCase = {
    ...visitedOnce,
    returns: [aPlan({ decision: { ...approved, by: nominatedSamuel.id } })],
  };
  const all = 3;
  const decision = [`decision/RH-0001/${approved.asking.at}`];

  it.each([
    ['the social worker', ayesha, all],
    ['the team manager', priya, all],
    ['the service manager', grace, all],
    ['the head of service', headHelen, all],
    ['the Director', directorRuth, all],
    ['the IRO', iroOlu, all],
    ['the IRO manager', iroManagerKaren, all],
    ['the child in need co-ordinator', coordinatorJosh, all],
    ['the nominated officer, of what they decided', nominatedSamuel, 1],
    ['a social worker elsewhere', ben, 0],
    ['the manager of another team', tom, 0],
    ['another IRO', iroNadia, 0],
    ['business support', supportFiona, 0],
  ])('%s', (_who, person, many) => {
    const keys = keysOf(about, person);
    expect(keys).toHaveLength(many);
    if (many === 1) expect(keys).toEqual(decision);
  });

  it('is not a manager of the social worker who does not see the case', () => {
    const lent = { ...about, people: { ...about.people, socialWorker: ben.id } };
    expect(keysOf(lent, ben)).toHaveLength(all);
    expect(keysOf(lent, tom)).toEqual([]);
  });

  it('is whoever covers, while they do; a cover keeps what they decided', () => {
    const covering = away(ayesha, ben, '2026-11-20', TODAY);
    expect(keysOf(about, ben, covering)).toHaveLength(all);
    expect(keysOf(about, ben)).toHaveLength(0);
    expect(keysOf({ ...about, returns: [aPlan({ decision: { ...approved, by: tom.id } })] }, tom)).toEqual(decision);
  });
});
