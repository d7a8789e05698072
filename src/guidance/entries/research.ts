import type { Entry } from '../model.ts';
import { caseReviews, LEEDS, PATRICK, RETURNS_PAGE, research, salford } from '../sources.ts';

/** What research says about returns that last and returns that do not. */
export const RESEARCH_ENTRIES: readonly Entry[] = [
  {
    id: 'how-many-fail',
    asks: ['How many returns home fail?', 'What share of children come back into care?', 'Why do returns home fail?'],
    answer:
      'National research quoted by Salford: 47% of children who returned home were readmitted to care; two thirds had at least one failed return; a third went in and out. About half of children who came into care for abuse or neglect are said to suffer it again if they go home. Thin assessment, unresolved parental problems, little support and poor monitoring come up again and again.',
    sources: [salford(1), PATRICK, caseReviews('key issues')],
    rules: [],
    sure: 'source',
    but: 'The figures are from 2012 and 2013.',
    see: ['report'],
  },
  {
    id: 'what-helps',
    asks: ['What makes a return home last?', 'What are the factors in successful reunification?', 'What works?'],
    answer:
      'Thorough assessment with the history; child and parent prepared; specialist support; carers who work towards the return and stay reachable; conditions set beforehand; help from family and friends; steady, purposeful social work; clear evidence that the parents have changed. A slow, well-managed return goes with a better experience.',
    sources: [RETURNS_PAGE, salford(1)],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'contact-cut',
    asks: [
      'Can contact be cut without a new assessment?',
      'The child is sad after seeing mum: should contact be reduced?',
      'Patrick case study',
    ],
    answer:
      'In one published case contact with a mother was to be cut because the child seemed sad. The IRO challenged the reading and asked for a new assessment: the child had grown older, his health was easier to manage, and he went home with strong support. Reassess before you conclude.',
    sources: [PATRICK],
    rules: [],
    sure: 'source',
    but: 'One case, not a rule.',
    see: ['raise dispute'],
  },
  {
    id: 'siblings',
    asks: [
      'What about brothers and sisters when a child goes home?',
      'Siblings returning home together',
      'New baby in the household',
    ],
    answer:
      'Ask how each sibling, also a new baby, changes the home, and hear the siblings after the return: it is one of the four headings of the first visit. Each child has a plan and an answer of their own. In Homeward, answers about the home and the parents can be shared between siblings; answers about a child never are.',
    sources: [salford(2), salford(4), research('section 3')],
    rules: ['R-VIS-23'],
    sure: 'source',
    but: 'What siblings share in Homeward is our proposal.',
    see: ['checklist'],
  },
  {
    id: 'carers',
    asks: ['What part do foster carers play in a return?', 'Can the old carer help after the child goes home?'],
    answer:
      'Carers know the routines and can hand them over; some give respite in the first days. Research links carers’ support after the return with returns that last. Not every authority expects it, and carers need support too: a return can be hard for them. Ask for their view before the decision.',
    sources: [research('section 4'), RETURNS_PAGE, salford(7)],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'when-to-consider',
    asks: ['When should a return home be considered?', 'Is it too late to think about going home after years in care?'],
    answer:
      'Early, and again whenever the facts change: the family’s circumstances, worries met, a placement breaking down, a child voting with their feet. The likelihood of going home falls after about six months in care; that is no proof that a quick return is better. For a child settled for years, weigh what raising it may unsettle.',
    sources: [research('section 1')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['return home'],
  },
  {
    id: 'cost',
    asks: ['What does a failed return cost?', 'Cost of support against cost of returns that fail'],
    answer:
      'One estimate of 2014: returns that fail cost £300 million a year, while better support for children going home would cost about £56 million.',
    sources: [PATRICK, research('introduction')],
    rules: [],
    sure: 'source',
    but: 'An old estimate.',
    see: ['report'],
  },
  {
    id: 'risk-ratings',
    asks: [
      'What are the risk ratings in the reunification framework?',
      'NSPCC practice framework and risk classification',
    ],
    answer:
      'As Leeds set out the NSPCC and Bristol framework: the risk is rated three times, before the plan, before the return and after it, and there are three points of decision. The bands’ names and meanings were not read, so use your authority’s.',
    sources: [LEEDS],
    rules: [],
    sure: 'councils',
    but: 'The bands are not verified.',
    see: ['checklist'],
  },
];
