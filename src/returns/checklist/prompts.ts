/**
 * Questions for supervision at each stage: the research's questions for professionals in our own words (DfE research
 * §1–6; domain.md 4.1). They are for talking, and nothing is kept of them.
 */
import type { Stage } from '../model.ts';

export const PROMPTS: Readonly<Record<Stage, readonly string[]>> = {
  consider: [
    'When was this return first thought of, and what set it going after this time in care?',
    'Would another team have raised it now?',
    'How was it put to the parents, and to the child?',
    'What if the placement ends, or the child walks home, before we are ready?',
  ],
  assess: [
    'Do we look at the same matters for every family, with tools that suit this one?',
    'Do the parents and the child know where we are, and take part?',
    'Have we talked openly about our own fear of risk?',
  ],
  plan: [
    'What does the plan cover, and what does it leave out?',
    'What decides how fast the steps go?',
    'How does each agency hear of the plan?',
    'How much of it is the family’s own?',
  ],
  return: [
    'Is there an agreed way to support a family after a return, and is it used here?',
    'What decides how long support lasts, and how much there is?',
    'Do the services work together, and who leads in each?',
    'Has the support been talked over with the family?',
  ],
  monitor: [
    'Who sees the whole of it, and how will they hand over?',
    'What will we do if it breaks down?',
    'What do we note of new referrals and re-entries to care, and who uses it?',
    'What training on returns have staff had, and what more would help?',
    'Is going home a regular subject of our supervision?',
  ],
};
