import type { Prompt } from './row.ts';

/**
 * Duties that cannot be given a day, said so that nobody takes silence for "nothing is due". Each starts from an event and
 * has an end, so that none is on the card for good.
 */
export const PROMPTS: readonly Prompt[] = [
  {
    id: 'R-VIS-01',
    duty: 'Visit the child',
    startsFrom: 'looked-after',
    appliesWhile: ['no-placement'],
    because: 'no placement is recorded at present, and visits are counted from the start of the placement',
  },
  {
    id: 'R-VIS-08',
    duty: 'Visit the child in youth detention accommodation',
    startsFrom: 'looked-after',
    appliesWhile: ['youth-detention'],
    because: 'the intervals of reg 28(6) have not been read; ask your legal team',
  },
  {
    id: 'R-VIS-20',
    duty: 'Offer visits at home, in agreement with whoever cares for the child',
    startsFrom: 'return-home-from-section-20',
    appliesWhile: ['thirteen-weeks', 'not-eligible', 'not-visited'],
    because: 'local policy asks for it after 13 weeks of being looked after, and names no day',
  },
  {
    id: 'R-VIS-21',
    duty: 'Make the first visit to the child at home after the return',
    startsFrom: 'return-home',
    appliesWhile: ['neither-section-20-nor-care-order', 'not-visited'],
    because: 'local policy sets a day only after section 20 and under a care order',
  },
  {
    id: 'R-PWP-01',
    duty: 'Check how the child is looked after',
    startsFrom: 'placement',
    appliesWhile: ['section-20-with-parents'],
    because:
      'a section 20 child cannot be placed with parents (reg 15): if the child went home, record the return. Until then visits are counted as for any placement',
  },
  {
    id: 'R-REM-01',
    duty: 'Check whether the child is still looked after',
    startsFrom: 'return-home-while-remanded',
    appliesWhile: [],
    because: 'a return home is recorded during a remand, and no day on which the child ceased to be looked after',
  },
  {
    id: 'R-PLN-01',
    duty: 'Make the placement plan and send the placement notices',
    startsFrom: 'placement',
    appliesWhile: ['ordinary-placement', 'not-visited'],
    because:
      'both come before the placement, or within 5 working days of its start where that was not possible (regs 9(2) and 13); the facts do not say which. For a placement out of the area, tell that authority too',
  },
  {
    id: 'R-TRM-03',
    duty: 'Send notice that the last placement has ended',
    startsFrom: 'placement-left',
    appliesWhile: ['not-visited'],
    because:
      'whoever was not told before is told in writing within 10 working days (reg 14(4)), and the facts do not say who was. Not owed where the placement ended under reg 19(c), 23(2) or 25(6)',
  },
  {
    id: 'R-DEC-13',
    duty: 'Carry out the needs assessment for the pathway plan',
    startsFrom: 'looked-after',
    appliesWhile: ['eligible-within-three-months'],
    because:
      'it is owed within 3 months of turning 16 or, if later, of becoming an eligible child (reg 42(1)), and the facts do not say whether it was done',
  },
  {
    id: 'R-REM-02',
    duty: 'Plan what follows the remand, and put it in the child’s plan',
    startsFrom: 'remand',
    appliesWhile: ['no-review'],
    because: 'it is asked for before the remand ends, and the facts do not say when that will be',
  },
  {
    id: 'R-REM-03',
    duty: 'Make the detention placement plan',
    startsFrom: 'remand',
    appliesWhile: ['youth-detention', 'no-review'],
    because:
      'it takes the place of the placement plan (reg 47A, Schedule 2A), and the time that regs 47B to 47F give has not been read',
  },
];
