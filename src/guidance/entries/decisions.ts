import type { Entry } from '../model.ts';
import { CEASING, OURS, reg, SECTION_20_8, salford, WELSH_TWIN } from '../sources.ts';

/** Who decides, and on what. */
export const DECISION_ENTRIES: readonly Entry[] = [
  {
    id: 'who-signs-off',
    asks: [
      'Who signs off a return home, and why?',
      'Who signs off?',
      'Who approves the decision to go home?',
      'Whose permission is needed?',
      'Does the Director have to approve a return?',
      'Who approves a return home from section 20?',
    ],
    answer:
      'The nominated officer, where the child has been looked after for at least 20 working days or is being placed with parents. The Director of Children’s Services, for a section 20 young person of 16 or 17, whatever the time. After an unplanned return the nominated officer ratifies. Why: somebody senior, who did not do the work, makes sure that the assessment, the child’s wishes, the consultation and the support are there.',
    sources: [reg('39(4)'), reg('39(5)'), reg('18(1)'), salford(7)],
    rules: ['R-DEC-03', 'R-DEC-04', 'R-DEC-06', 'R-PWP-04'],
    sure: 'regulation',
    but: 'Salford asks the nominated officer for every section 20 return; that nobody decides on their own work is our proposal.',
    see: ['decisions', 'return home'],
  },
  {
    id: 'nominated-officer',
    asks: ['Who is the nominated officer?', 'What grade is a nominated officer?'],
    answer:
      'A senior officer whom the Director has named in writing for these decisions. Which post it is differs: usually a Head of Service in Salford, the operational Head of Service in Gloucestershire, the Service Director in Kirklees, the nominated officer or an Assistant Director in Tees. Homeward goes by the list in your authority’s settings.',
    sources: [salford(7), CEASING],
    rules: ['R-DEC-06', 'R-DEC-07'],
    sure: 'councils',
    but: '',
    see: ['decisions'],
  },
  {
    id: 'reg-39',
    asks: [
      'What does regulation 39 ask before care ends?',
      'Reg 39 ceasing to look after a child',
      'What must be assessed before we stop looking after a child?',
    ],
    answer:
      'Before deciding to stop looking after a child: assess whether the home and its upkeep are suitable; assess the services the child and parents need; seek and weigh the child’s wishes; ask whether ending care will safeguard and promote welfare. The care plan lists the advice, help and support that follow. Then the nominated officer approves, or the Director for a section 20 young person of 16 or 17.',
    sources: [reg('39')],
    rules: ['R-DEC-01', 'R-DEC-02', 'R-DEC-03', 'R-DEC-04'],
    sure: 'regulation',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'reg-18',
    asks: [
      'What does regulation 18 ask before a placement with parents?',
      'Reg 18 nominated officer and placement plan',
    ],
    answer:
      'The decision is not put into effect until the nominated officer has approved it and a placement plan exists. The officer must be satisfied that the assessment and review of regulation 17 were done, that the placement safeguards and promotes welfare, that the plan meets regulation 9, and that the IRO was consulted.',
    sources: [reg('18')],
    rules: ['R-PWP-04'],
    sure: 'regulation',
    but: '',
    see: ['decisions'],
  },
  {
    id: 'reg-17',
    asks: [
      'What must be assessed under regulation 17 before placing with parents?',
      'Reg 17 assessment of parents suitability',
      'Do other adults in the household have to be checked?',
    ],
    answer:
      'The suitability of the parent, including the home and every member of the household aged 18 or over, going through the Schedule 3 matters. Weigh the services that would be given. Ask whether the placement safeguards and promotes the child’s welfare. Review the case. All this comes before the decision.',
    sources: [reg('17')],
    rules: ['R-PWP-03'],
    sure: 'regulation',
    but: 'The Schedule 3 matters themselves were not read.',
    see: ['checklist'],
  },
  {
    id: 'reg-19',
    asks: [
      'Can a child be placed with parents in an emergency, before the assessment?',
      'Reg 19 emergency placement with parents',
      'Immediate placement with mum under an order, how many working days?',
    ],
    answer:
      'Yes, where the nominated officer finds it necessary and consistent with welfare, after speaking with the parent. Assessment and review are then finished within 10 working days of the placement, and the decision made and approved within 10 working days of the assessment; after that it is confirmed or the placement ends. Visits are weekly until the first review.',
    sources: [reg('19'), WELSH_TWIN, reg('28(3)')],
    rules: ['R-PWP-05a', 'R-PWP-05b', 'R-PWP-05c', 'R-VIS-05a'],
    sure: 'unverified',
    but: 'Both figures of 10 come from the Welsh twin of the regulation, not the English text.',
    see: ['return home', 'why'],
  },
  {
    id: 'counting-threshold',
    asks: [
      'How are the 20 working days before approval counted?',
      'Does day one count towards 20 working days looked after?',
      'Is approval needed after a short stay in care?',
    ],
    answer:
      'Regulation 39(4) asks for approval once a child has been looked after for at least 20 working days. It does not say whether the first day counts. Homeward takes the stricter reading and counts it. For a section 20 young person of 16 or 17 there is no threshold at all. Salford asks for oversight after any stay.',
    sources: [reg('39(4)'), reg('39(5)'), salford(7)],
    rules: ['R-DEC-04', 'R-DEC-03', 'R-DEC-06'],
    sure: 'regulation',
    but: 'Counting the first day is our proposal.',
    see: ['why'],
  },
  {
    id: 'satisfied-of',
    asks: [
      'What must the person who approves be satisfied of?',
      'What does the head of service look at before approving a return?',
    ],
    answer:
      'Salford names it: any assessments, that the child’s wishes and feelings were considered, and that the IRO, relatives where right, and others such as the foster carer or the manager of the home were consulted. Regulation 39(6) has a list of its own, of which only the opening was read.',
    sources: [salford(7), reg('39(6)')],
    rules: ['R-DEC-05', 'R-DEC-06'],
    sure: 'source',
    but: 'The regulation’s own list is not verified.',
    see: ['decisions'],
  },
  {
    id: 'ratification',
    asks: [
      'What is ratification after an unplanned return?',
      'Does a sudden return need approval afterwards?',
      'Why is the nominated officer asked after the child is home?',
    ],
    answer:
      'Where a section 20 child went home without a plan, a senior manager still looks at it: what happened, the assessments, the child’s wishes, who was consulted, what support there is. That is oversight after the event. It cannot undo what a parent was allowed to do, and nobody pretends that it was approved beforehand.',
    sources: [salford(7), SECTION_20_8],
    rules: ['R-DEC-06', 'R-DEC-08'],
    sure: 'source',
    but: 'Local policy.',
    see: ['decisions'],
  },
  {
    id: 'override',
    asks: ['Can a required checklist item be overridden?', 'Can a return be approved with checklist items missing?'],
    answer:
      'Only by the person who decides the return, and only with a reason. Homeward shows that reason with the decision for good. Whoever prepared the return cannot override anything; they can mark an item not applicable, with a reason that the decider sees.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['decisions', 'checklist'],
  },
  {
    id: 'own-assessment',
    asks: ['Can I approve a return that I assessed myself?', 'Separation of duties in return decisions'],
    answer:
      'No. In Homeward nobody decides on their own assessment: not the social worker, not the team manager, not anyone who started the checklist, answered it or asked for the decision. The IRO is consulted but never approves. Where the usual person is not free to decide, the next who may is asked, and the card says why.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['decisions'],
  },
  {
    id: 'decision-lapses',
    asks: ['When does an approval lapse?', 'Is the decision still good if the return date moves?'],
    answer:
      'A decision rests on the facts of its day. In Homeward it lapses when they change: another route, a date moved by more than the plan allows, a new concern. The person who decided is told, and the decision is asked for again.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['decisions'],
  },
];
