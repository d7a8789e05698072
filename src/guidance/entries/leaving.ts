import type { Entry } from '../model.ts';
import { OURS, reg, research, SECTION_20_8, SECTION_20_9, salford } from '../sources.ts';

/** What parents and young people may do without a decision, and what a young person keeps. */
export const LEAVING_ENTRIES: readonly Entry[] = [
  {
    id: 'parents-remove',
    asks: [
      'Can parents take a child home from section 20?',
      'Can mum just remove the child from voluntary care without notice?',
      'Parent wants child back today',
    ],
    answer:
      'Yes: anyone with parental responsibility may remove a section 20 child at any time, without notice. Not where a person with a lives-with order, a special guardian or a High Court carer agrees to the accommodation. If the child would not be safe, tell the team manager and legal services at once: other powers may be needed.',
    sources: [SECTION_20_8, SECTION_20_9],
    rules: ['R-DEC-08', 'R-DEC-09'],
    sure: 'act',
    but: 'That a 16- or 17-year-old who agrees to stay cannot be removed (section 20(11)) is not verified.',
    see: ['child went home'],
  },
  {
    id: 'parents-remove-order',
    asks: ['Can parents take a child home who is under a care order?', 'Parent removed a child on a care order'],
    answer:
      'No. Under a care order or an interim care order a parent cannot take the child home. If it has happened, tell the team manager and legal services at once, find out whether the child is safe, and record who took the child and when.',
    sources: [research('introduction'), OURS],
    rules: ['R-DEC-10'],
    sure: 'source',
    but: 'Whom to tell is our proposal.',
    see: ['child went home'],
  },
  {
    id: 'sixteen-leaves',
    asks: [
      'What if a 16 or 17-year-old leaves anyway?',
      'Young person walked out and went home without the Director’s approval',
    ],
    answer:
      'Record the day and time you were told, and check whether they are missing and whether they are safe. The Director’s approval is of the authority’s decision; some policies still say that a young person may go home without it, after a rule that ended in 2015. Explain the way back into care, and see that leaving-care rights are not lost.',
    sources: [reg('39(5)'), salford(6), OURS],
    rules: ['R-DEC-03'],
    sure: 'regulation',
    but: 'What to record and explain is our proposal.',
    see: ['child went home'],
  },
  {
    id: 'eligible',
    asks: [
      'When is a young person eligible for leaving-care support?',
      'What is an eligible child and 13 weeks?',
      'Pathway plan and personal adviser for care leavers',
    ],
    answer:
      'A young person who is looked after at 16 or 17, and has been for 13 weeks in all since turning 14, short breaks apart, is an eligible child. A needs assessment for the pathway plan is due within three months of turning 16 or becoming eligible. Check this before care ends: it decides what support they keep.',
    sources: [reg('40'), reg('42')],
    rules: ['R-DEC-12', 'R-DEC-13'],
    sure: 'regulation',
    but: 'Read as first made.',
    see: ['case'],
  },
];
