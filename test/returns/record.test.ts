import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { openReturnRecord } from '../../src/returns/record/actions.ts';
import { returnRecordView } from '../../src/returns/record/view.ts';
import { standingOf } from '../../src/returns/view.ts';
import { ayesha, ben, iroOlu, nominatedSamuel, sightOf } from '../builders/people.ts';
import {
  anAnswer,
  anAsking,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  inCare,
  planOf,
  readyToDecide,
  returnRoom,
} from '../builders/returning-case.ts';
import { ofType } from '../cards/parts.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome, withParents } from '../timetable/case-facts.ts';

const view = (about: ReturningCase, by = ayesha, day = '2026-11-23') =>
  returnRecordView({ about, plan: planOf(about) }, sightOf(by, at(day)));
const buttons = (about: ReturningCase, by = ayesha, day?: string) =>
  ofType(render('return.record', view(about, by, day)), 'Action.').map(({ title, style }) =>
    style === 'positive' ? `*${title}` : title,
  );
const factsOf = (about: ReturningCase) =>
  Object.fromEntries(view(about).facts.map(({ title, value }) => [title, value]));

const preparing = aReturningCase({ returns: [aPlan()] });
const home = aReturningCase({
  events: [...aReturningCase().events, wentHome('2026-11-20')],
  returns: [anUnplanned({ wentHomeAt: '16:30' })],
});
const ratifying = {
  ...home,
  returns: [anUnplanned({ decision: { stands: 'asked', asking: anAsking({ kind: 'ratification', due: null }) } })],
};
const homeInCare: ReturningCase = {
  ...inCare(withParents('2026-11-20')),
  returns: [
    { ...planOf(approved()), route: 'with-parents', legalStatus: 'care-order', wentHomeOn: localDate('2026-11-20') },
  ],
};
const homeFirst: ReturningCase = {
  ...homeInCare,
  returns: [{ ...planOf(homeInCare), route: 'planned-discharge', homeFirst: true }],
};
const oneLeft = (() => {
  const ready = readyToDecide();
  const plan = planOf(ready);
  return { ...ready, returns: [{ ...plan, answers: plan.answers.slice(1) }] };
})();
const replaced = aReturningCase({ returns: [aPlan({ overtakenBy: 'RH-0002' })] });
const brokenDown = {
  ...home,
  returns: [
    anUnplanned({
      after: {
        stepDowns: [],
        reReferrals: [],
        breakdown: {
          on: localDate('2026-11-22'),
          backInCare: false,
          why: '',
          learned: '',
          by: ayesha.id,
          at: at('2026-11-22'),
        },
      },
    }),
  ],
};
const backInCare = {
  ...home,
  events: [...home.events, { on: localDate('2026-11-22'), what: 'became-looked-after', legalStatus: 's20' } as const],
};
const decision = {
  stands: 'approved',
  by: nominatedSamuel.id,
  at: at('2026-11-24'),
  reason: 'Well prepared',
  override: 'The court hearing is on Monday',
  asking: anAsking({ without: ['ASM-05'], whyWithout: 'The aunt is abroad' }),
} as const;
const overridden = aReturningCase({ returns: [aPlan({ decision })] });
const lapsed = aReturningCase({
  returns: [
    aPlan({
      decision: { ...decision, stands: 'lapsed', lapsedAt: at('2026-12-01'), because: 'the date moved by 20 days' },
    }),
  ],
});

describe('the home page of a return', () => {
  it.each([
    ['much is left', preparing, /^Next: answer \d\d required questions left before a decision\.$/],
    ['one is left', oneLeft, /^Next: answer the one required question left before a decision\.$/],
    ['nothing is left', readyToDecide(), /^Nothing required is left: open the checklist to request the decision\.$/],
    ['it waits', asked(), /^RH-0001 is with Samuel Okoro for a decision\.$/],
    ['it is approved', approved(), /^Approved\. Record the return when the child has gone home\.$/],
    ['the child is home', home, /^✓ On track: Make the first visit .*, Fri 4 December 2026, in 9 working days\.$/],
    ['something is late', homeInCare, /^⚠ Late: .*ago\.$/],
    ['another took its place', replaced, /^RH-0002 has taken the place of this return/],
    ['it broke down', brokenDown, /^The return broke down on Sun 22 November 2026/],
    ['the child came back', backInCare, /^The child has come back from home/],
    ['the approval lapsed', lapsed, /^Next: answer/],
  ])('says what is next where %s', (_what, about, says) => {
    expect(view(about).next).toMatch(says);
  });

  it('says that the planned day has passed, from the day after', () => {
    expect(view(approved(), ayesha, '2026-12-14').next).toMatch(/^Approved/);
    expect(view(approved(), ayesha, '2026-12-15').next).toMatch(/^The planned day has passed: Mon 14 December 2026/);
  });

  it.each([
    [
      'being prepared',
      preparing,
      ayesha,
      ['*Open checklist', 'Plan and steps', 'Move the date', 'Decide without the rest', 'Notes for the record'],
    ],
    ['ready', readyToDecide(), ayesha, ['*Open checklist', 'Plan and steps', 'Move the date', 'Notes for the record']],
    ['waiting', asked(), ayesha, ['*Open checklist', 'Plan and steps', 'Decision', 'Notes for the record']],
    [
      'waiting for the reader',
      asked(),
      nominatedSamuel,
      ['*Decide', 'Open checklist', 'Plan and steps', 'Notes for the record'],
    ],
    [
      'home, waiting for the reader',
      ratifying,
      nominatedSamuel,
      ['*Decide', 'After the return', 'Open checklist', 'Plan and steps', 'Notes for the record'],
    ],
    [
      'approved',
      approved(),
      ayesha,
      ['*Record the return', 'Open checklist', 'Plan and steps', 'Move the date', 'Decision', 'Notes for the record'],
    ],
    [
      'approved, for the IRO',
      approved(),
      iroOlu,
      ['*Open checklist', 'Plan and steps', 'Decision', 'Notes for the record'],
    ],
    [
      'home under an order',
      homeInCare,
      ayesha,
      ['*After the return', 'Open checklist', 'Plan and steps', 'Decision', 'Notes for the record'],
    ],
    [
      'home, unplanned',
      home,
      ayesha,
      ['*After the return', 'Open checklist', 'Plan and steps', 'Decide without the rest', 'Notes for the record'],
    ],
    [
      'home under an order that the court may discharge',
      homeFirst,
      ayesha,
      [
        '*After the return',
        'Open checklist',
        'Plan and steps',
        'Record the discharge',
        'Decision',
        'Notes for the record',
      ],
    ],
    ['replaced', replaced, ayesha, ['*Open RH-0002', 'Open checklist', 'Plan and steps', 'Notes for the record']],
  ])('offers what applies to a return that is %s', (_what, about, by, titles) => {
    expect(buttons(about, by)).toEqual(titles);
  });

  it('has never more than six buttons, whoever looks', () => {
    const all = [
      preparing,
      oneLeft,
      readyToDecide(),
      asked(),
      approved(),
      home,
      ratifying,
      homeInCare,
      replaced,
      lapsed,
    ];
    for (const about of [...all, overridden, brokenDown, backInCare])
      for (const by of [ayesha, iroOlu, nominatedSamuel]) {
        expect(buttons(about, by).length).toBeLessThanOrEqual(6);
        expect(buttons(about, by)[0]).toMatch(/^\*/);
      }
  });

  it('gives the days, the time, and how the decision stands', () => {
    expect(factsOf(preparing)).toEqual({
      'Planned date of return': 'Mon 14 December 2026',
      'Went home': 'Not yet',
      Decision: 'No decision on RH-0001 has been asked for yet.',
    });
    expect(factsOf(home)['Went home']).toBe('Fri 20 November 2026, 16:30');
    const inOrder = { ...homeInCare, returns: [anUnplanned({ legalStatus: 'care-order' })] };
    expect(factsOf(inOrder).Decision).toBe('Nobody ratifies a return under an order.');
    expect(factsOf(replaced)).not.toHaveProperty('Went home');
    const discharged = { ...homeInCare, returns: [{ ...planOf(homeInCare), dischargedOn: localDate('2026-11-21') }] };
    expect(factsOf(discharged)['Order discharged']).toBe('Sat 21 November 2026');
  });

  it('counts each stage of the checklist', () => {
    const stages = Object.fromEntries(view(preparing).stages.map(({ title, value }) => [title, value]));
    expect(Object.keys(stages)).toHaveLength(5);
    expect(stages.Consider).toMatch(/^0 of \d+ done$/);
    const started = aReturningCase({ returns: [aPlan({ answers: [anAnswer('CON-01')] })] });
    expect(view(started).stages[0]?.value).toMatch(/^1 of \d+ done$/);
    expect(view(readyToDecide()).stages[0]?.value).toMatch(/^(\d+) of \1 done$/);
    // The decision itself is no question of the checklist; telling the family of it (DEC-08) is.
    const told = readyToDecide(aReturningCase(), aPlan({ answers: [anAnswer('DEC-08')] }));
    expect(view(told).stages[1]?.value).toMatch(/^(\d+) of \1 done$/);
  });

  it('shows for ever what was decided without, and what lapsed', () => {
    expect(
      view(overridden)
        .decided.map(({ says }) => says)
        .join(),
    ).toMatch(/without 1 required.*court hearing/);
    expect(standingOf(planOf(overridden))).toBe('✓ Approved, questions passed over');
    expect(standingOf(planOf(lapsed))).toBe('⚠ Approval lapsed');
    expect(factsOf(lapsed).Decision).toContain('lapsed because the date moved by 20 days');
    const again = aReturningCase({ returns: [{ ...planOf(preparing), earlier: [{ ...decision }] }] });
    expect(
      view(again)
        .decided.map(({ says }) => says)
        .join(),
    ).toContain('court hearing');
    expect(view(preparing).hasDecided).toBe(false);
  });

  it('opens for whoever may see the return, and nobody else', async () => {
    const { needs } = await returnRoom('2026-11-23', [asked()]);
    for (const by of [ayesha, iroOlu, nominatedSamuel])
      expect((await openReturnRecord({ return: 'RH-0001' }, by, needs)).ok).toBe(true);
    for (const [id, by] of [
      ['RH-0001', ben],
      ['RH-0009', ayesha],
    ] as const)
      expect(await openReturnRecord({ return: id }, by, needs)).toMatchObject({
        because: expect.stringContaining(`no return ${id} for you`),
      });
  });
});
