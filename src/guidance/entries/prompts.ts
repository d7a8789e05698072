import type { Entry } from '../model.ts';
import { research } from '../sources.ts';

/** The research's questions for each stage, for supervision. */
export const PROMPT_ENTRIES: readonly Entry[] = [
  prompt(
    'consider',
    '1',
    [
      'What should supervision ask at the first stage, Consider?',
      'Supervision questions when a return is first considered',
    ],
    'When was going home first thought of, and what set it off? After a long time in care, what drives it? Would another team see it differently? How was it raised with the parents and the child? What happens if the placement breaks, or the child walks home?',
  ),
  prompt(
    'assess',
    '2',
    [
      'What should supervision ask at the second stage, Assess and decide?',
      'Supervision questions about the assessment',
    ],
    'Do we look at the same issues every time, and with the right tools? Are parents and child kept informed and part of it? Do we talk openly about being too careful, or not careful enough?',
  ),
  prompt(
    'plan',
    '3',
    [
      'What should supervision ask at the third stage, Plan and transition?',
      'Supervision questions about planning and the phased return',
    ],
    'What does the plan cover? What shaped the steps and their pace? How did the agencies hear of it? Is the family truly part of it, or only told?',
  ),
  prompt(
    'support',
    '4',
    [
      'What should supervision ask at the fourth stage, Return and support?',
      'Supervision questions about support after return',
    ],
    'Is there a protocol for support, and is it used? What decides how long and how intense it is? Do the services work together, and who leads in each? Has the family been asked what helps?',
  ),
  prompt(
    'monitor',
    '5',
    [
      'What should supervision ask at the last stage, Monitor, review and step down?',
      'Supervision questions about monitoring and breakdown',
    ],
    'Who holds the overview, and how will it be passed on? What happens if the return breaks down? What do we know about re-referral and coming back into care, and what do we do with it?',
  ),
  prompt(
    'staff',
    '6',
    ['What should a team ask about its own training and supervision?', 'Is return home a topic in supervision?'],
    'What training about returning home has the team had, and what would help next? Is going home a topic of its own in supervision? Three authorities in the research said that training could give it more room; one had just made it a supervision topic.',
  ),
];

function prompt(stage: string, section: string, asks: Entry['asks'], answer: string): Entry {
  return {
    id: `prompt-${stage}`,
    asks,
    answer,
    sources: [research(`section ${section}`)],
    rules: [],
    sure: 'source',
    but: 'Questions for a talk, not a rule.',
    see: ['checklist'],
  };
}
