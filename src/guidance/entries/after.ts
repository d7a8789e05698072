import type { Entry } from '../model.ts';
import { BUCKS, caseReviews, OURS, RETURNS_PAGE, research, salford, TEES } from '../sources.ts';

/** The way home, and what is done once the child is there. */
export const AFTER_ENTRIES: readonly Entry[] = [
  {
    id: 'return-plan',
    asks: ['What goes into a return plan?', 'Who writes the plan for going home?'],
    answer:
      'The social worker writes it from the assessment. It names each agency that will support the child and family, what it gives and from when. It says how much time together there is on the way, what each parent has agreed, who helps in the first two weeks, whom the child can call, and what happens if it does not go well.',
    sources: [salford(2), research('section 3'), caseReviews('clear preparation')],
    rules: ['R-REV-20'],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'phased-contact',
    asks: [
      'How should contact be built up before the return?',
      'Phased return: tea, overnight, longer stays',
      'How long should the transition home take?',
    ],
    answer:
      'In steps: home for tea, then overnight, then longer, at the child’s pace. Families preferred at least a month, and about six weeks was common. One authority kept the placement open for a month’s trial at home. Children who went home gradually were more likely to be there six months later. Watch how the parents cope as each step adds responsibility.',
    sources: [research('section 3'), caseReviews('learning from previous case reviews')],
    rules: [],
    sure: 'source',
    but: 'What worked in the studies, not a rule.',
    see: ['checklist'],
  },
  {
    id: 'written-agreement',
    asks: ['What goes into the written agreement with parents?', 'Working agreement: goals and conditions'],
    answer:
      'Plain goals and conditions that were set before the return, what each person does, what support they get, and what happens when a condition is broken. The research found agreements useful so that everyone, parents too, understands the plan. Case reviews found no process for breaches, so write that part down.',
    sources: [research('section 3'), caseReviews('planning and support'), RETURNS_PAGE],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'broken-agreement',
    asks: [
      'What if parents break the written agreement?',
      'Breach of a working agreement or condition',
      'Parents have breached the agreement',
    ],
    answer:
      'Act on it the same day: log what was broken, tell the team manager, decide what it means for the child’s safety and for the plan. Case reviews found that there was not always a process for this, so that concerns were not answered or escalated.',
    sources: [caseReviews('planning and support'), OURS],
    rules: [],
    sure: 'source',
    but: 'The same day is our proposal.',
    see: ['checklist'],
  },
  {
    id: 'sudden-plan',
    asks: ['What if the placement may break down before the planned date?', 'A second plan for a sudden return'],
    answer:
      'Keep two plans where a placement may break down or a child may walk home: the gradual one, and one for a sudden return that names who sees the child, who supports the family that week and who must be told. Social workers in the research planned for both.',
    sources: [research('section 1')],
    rules: [],
    sure: 'source',
    but: 'What the second plan holds is our proposal.',
    see: ['checklist'],
  },
  {
    id: 'first-two-weeks',
    asks: ['Who supports the family in the first two weeks?', 'Multi-agency meeting before the return'],
    answer:
      'Settle it at a meeting of the agencies before the return: who supports in the first two weeks, whom the child can talk to, what the parents struggle with. That was one authority’s practice in the research; the case reviews ask for such a meeting too, to go over the risk assessment and the plan.',
    sources: [research('section 3'), caseReviews('clear preparation')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'housing',
    asks: [
      'What practical things must be ready at home?',
      'Beds, housing, benefits and furniture before a child returns',
    ],
    answer:
      'Space, beds and white goods, money and benefits, the school place and how to get there, medicine and belongings. Two authorities named housing as a catch: a larger home only once the child is back, and no return without one. Start early, and plan for what carers could afford and parents cannot.',
    sources: [research('section 3')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'six-months',
    asks: ['How long is a child monitored after going home?', 'Six months of monitoring'],
    answer:
      'At least six months: that is the research’s conclusion, after the NSPCC, and Homeward keeps to it. Watch school attendance, whether each service has begun, and how the child says it is going. Keep what you saw apart from what you think.',
    sources: [research('conclusion'), caseReviews('good monitoring')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['deadlines'],
  },
  {
    id: 'services-begun',
    asks: ['How do we know that the promised services have begun?', 'Nobody delivered the support that was agreed'],
    answer:
      'Ask at two weeks and at each review whether each service in the plan has in fact begun, and name one person who keeps the overview. The research heard of services never delivered four or five years after a return, because nobody held it. Begun is not the same as referred.',
    sources: [research('section 5'), OURS],
    rules: [],
    sure: 'source',
    but: 'The two weeks are our proposal.',
    see: ['checklist'],
  },
  {
    id: 'honeymoon',
    asks: [
      'What is the honeymoon period after a return?',
      'The family say they no longer want help',
      'Is support after a return voluntary?',
    ],
    answer:
      'Some families do well at first and step away from help before the strain shows. Look out for it about six weeks in, and ask why: help that does not fit is a reason too. Child-in-need support is voluntary and a family may stop. A section 47 enquiry is not voluntary: if the child is at risk, go to your manager.',
    sources: [research('section 4'), salford(8)],
    rules: [],
    sure: 'source',
    but: 'The week to look out for is our proposal.',
    see: ['checklist'],
  },
  {
    id: 'step-down',
    asks: [
      'When and how does support step down?',
      'Ending child in need and moving to early help or team around the child',
      'When can we close the case after a return?',
    ],
    answer:
      'With a plan, never to free a place: from child protection to child in need to early help or a team around the child. Name the lead professional, let old and new overlap, tell the family and agencies, and say how to come back. Support ends when universal services can meet the needs. Going home by itself is no reason to close a case.',
    sources: [research('section 4'), salford(8), caseReviews('learning from previous case reviews')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'overview',
    asks: ['Who keeps the overview after the return?', 'Lead professional and handover between workers'],
    answer:
      'One named person, known to the family and every agency. In the research nobody seemed to hold it in some cases, and agencies did not know who the worker was once the legal status changed. Where time was given for a handover, parents felt supported.',
    sources: [research('section 5'), research('section 4')],
    rules: [],
    sure: 'source',
    but: '',
    see: ['case'],
  },
  {
    id: 'breakdown',
    asks: ['What if the return breaks down?', 'The return has failed and the child must leave home again'],
    answer:
      'It often comes very suddenly. Reassess the risks and whether the child must be looked after again; follow the safeguarding procedure where there is harm. After a significant incident some authorities hold a multi-agency case review. Note what was learned, so that the next plan starts from it.',
    sources: [research('section 5'), TEES],
    rules: [],
    sure: 'source',
    but: '',
    see: ['update'],
  },
  {
    id: 're-entry',
    asks: ['What is recorded when a child comes back into care?', 'Monitoring re-entry and re-referral'],
    answer:
      'That it happened, when, and why the return did not last. Six of the authorities in the research watched re-referrals or re-entry, but the lessons seldom reached frontline staff. Homeward notes both for the figures. A new time in care starts the first placement visit and the first review again.',
    sources: [research('section 5'), OURS],
    rules: ['R-VIS-01', 'R-REV-01'],
    sure: 'source',
    but: '',
    see: ['report'],
  },
  {
    id: 'child-in-need',
    asks: ['Is a child who went home a child in need?', 'What does Working Together ask after a return?'],
    answer:
      'Yes. As councils restate Working Together: treat the child as in need, with a clear plan built on the assessments and aimed at outcomes, a timeline, the child seen alone where possible, and a record of what the support changes. It names no interval. Case reviews say the same: going home should not close the case.',
    sources: [BUCKS, TEES, salford(8), caseReviews('learning from previous case reviews')],
    rules: ['R-REV-23'],
    sure: 'councils',
    but: '',
    see: ['review'],
  },
];
