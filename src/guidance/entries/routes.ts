import type { Entry } from '../model.ts';
import { OURS, REMAND_ACT, REMAND_MERTON, reg, research, SECTION_20_8, salford, TEES } from '../sources.ts';

/** What must be done before a child goes home, route by route and status by status. */
export const ROUTE_ENTRIES: readonly Entry[] = [
  {
    id: 'route-section-20',
    asks: [
      'What must be done before a child in section 20 goes home?',
      'Checklist for a planned return from voluntary accommodation',
      'Steps before a planned return home',
    ],
    answer:
      'An assessment is finished. The child’s wishes are heard and weighed. The IRO, relatives and carers are asked. A review looks at the plan. A written return plan names each service, and the care plan says what support follows. From 20 working days looked after the nominated officer approves first; for a young person of 16 or 17 it is the Director, however short the time.',
    sources: [reg('39'), reg('32(2)'), salford(2)],
    rules: ['R-DEC-01', 'R-DEC-02', 'R-DEC-03', 'R-DEC-04', 'R-DEC-06', 'R-REV-05', 'R-REV-20'],
    sure: 'regulation',
    but: 'The finished assessment and the return plan are local policy.',
    see: ['return home', 'checklist'],
  },
  {
    id: 'route-sixteen',
    asks: [
      'What must be done before a 17-year-old goes home?',
      'What must be done before a 16-year-old goes home?',
      'Checklist for a young person of 16 or 17 going home',
    ],
    answer:
      'In section 20, the Director of Children’s Services approves first: there is no minimum time in care and no exception for going home. Before that come the home and money, the services needed, the young person’s own wishes, and whether ending care keeps them safe. Check leaving-care rights and offer an advocate. Under an order it is the nominated officer instead, and the child stays looked after until a court ends the order.',
    sources: [reg('39(5)'), reg('39(2)'), reg('40')],
    rules: ['R-DEC-01', 'R-DEC-03', 'R-DEC-04', 'R-DEC-12'],
    sure: 'regulation',
    but: 'The advocate is our proposal.',
    see: ['return home', 'checklist'],
  },
  {
    id: 'route-order-discharged',
    asks: [
      'What must be done before a return where the care order is to be discharged?',
      'How does a child go home and the order end?',
      'Checklist for discharge of a care order',
    ],
    answer:
      'Two steps. First the child is placed with parents while still looked after: assessment, review, placement plan and the nominated officer’s approval. Then the court ends the order. Salford seeks that only when a statutory review agrees and the assessment of the parents is positive. Our checklist also asks for legal advice and keeps the court’s date.',
    sources: [salford(1), reg('17'), reg('18')],
    rules: ['R-DEC-11', 'R-PWP-03', 'R-PWP-04'],
    sure: 'source',
    but: 'The two steps are local policy; the approval before a placement was read in the regulation.',
    see: ['return home', 'what if'],
  },
  {
    id: 'route-with-parents',
    asks: [
      'What must be done before a child is placed with parents under an order?',
      'Checklist for placement with parents',
      'What must be in place for a placement with parents?',
      'What must be done before a child on a care order goes home?',
    ],
    answer:
      'Check that no contact order stands in the way. Assess the parents, the home and every adult there; cover the Schedule 3 matters; weigh the services; review the case; ask the IRO. A placement plan must exist and the nominated officer must approve before the child moves. Tell the child, school, GP, health and the IRO in writing first.',
    sources: [reg('16'), reg('17'), reg('18'), reg('13')],
    rules: ['R-PWP-02', 'R-PWP-03', 'R-PWP-04', 'R-NOT-01'],
    sure: 'regulation',
    but: 'The Schedule 3 matters themselves were not read.',
    see: ['return home', 'checklist'],
  },
  {
    id: 'route-unplanned',
    asks: [
      'What must be done when a child goes home without warning?',
      'Child has gone home unplanned, what now?',
      'A child walked home or was taken home suddenly: what do I do?',
      'Checklist for an unplanned return',
      'Child suddenly went home with mum or dad',
      'Child walked home from the placement without warning',
    ],
    answer:
      'The same day: is the child safe, is a section 47 enquiry needed, who took the child, do they have parental responsibility, is there an order? See the child as soon as you can. Tell the IRO and each agency. Make a return plan at once. Salford asks for a review chaired by the IRO within 20 days, and the nominated officer looks at what happened afterwards.',
    sources: [salford(6), salford(7), TEES],
    rules: ['R-REV-21', 'R-DEC-06', 'R-DEC-08'],
    sure: 'source',
    but: 'Local policy; the first questions are as Tees restates Working Together.',
    see: ['child went home'],
  },
  {
    id: 'route-choose',
    asks: [
      'Which route should I choose for this return?',
      'What are the five routes home?',
      'Which return checklist do I use?',
    ],
    answer:
      'Section 20 and planned: planned return, section 20. Section 20 and 16 or 17: young person of 16 or 17. Under an order that stays: placement with parents. Under an order that the court is asked to end: planned return, order to be discharged; the child is placed with parents first. Already home, or going today without a plan: unplanned return.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['return home'],
  },
  {
    id: 'route-changes',
    asks: [
      'Can the route change while a return is running?',
      'What if a planned return becomes unplanned?',
      'What happens to the checklist when the young person turns 16?',
      'Can we change route half way?',
    ],
    answer:
      'Yes. A planned return can become an unplanned one, and a child can turn 16. Homeward keeps the answers that still apply and shows what the new route asks besides. Who must decide can change with it, so a decision that rested on the old facts has to be looked at again.',
    sources: [OURS],
    rules: [],
    sure: 'ours',
    but: '',
    see: ['checklist', 'update'],
  },
  {
    id: 'section-20',
    asks: [
      'What does section 20 mean for going home?',
      'Is a section 20 child ever placed with parents?',
      'What happens to looked-after status when a voluntarily accommodated child goes home?',
    ],
    answer:
      'Section 20 is accommodation without an order. A person with parental responsibility may end it at any time without notice. A section 20 child is never “placed with parents”: once home the child is no longer looked after, and child-in-need support carries on. Where the authority itself decides to end care, regulation 39 still asks for its checks and approval first.',
    sources: [SECTION_20_8, reg('15'), reg('39')],
    rules: ['R-DEC-08', 'R-PWP-01', 'R-DEC-01', 'R-REV-23'],
    sure: 'act',
    but: 'What child-in-need support asks is as councils restate it.',
    see: ['return home'],
  },
  {
    id: 'care-order',
    asks: [
      'What applies under a full care order?',
      'Does a child at home under a care order stay looked after?',
      'Who has parental responsibility under section 31?',
    ],
    answer:
      'The authority shares parental responsibility, and the parents cannot take the child home by themselves. A return is a placement with parents: the child stays looked after, with visits and reviews, until a court ends the order. First visit within one week of the order being made, then at most every six weeks while living with a parent.',
    sources: [reg('15'), reg('28(5)'), research('introduction')],
    rules: ['R-PWP-01', 'R-DEC-10', 'R-VIS-07a', 'R-VIS-07b'],
    sure: 'regulation',
    but: 'Visits as the regulation was first made.',
    see: ['return home', 'why'],
  },
  {
    id: 'interim-order',
    asks: [
      'What applies under an interim care order?',
      'Can a child go home during care proceedings?',
      'Interim order and living with mum',
    ],
    answer:
      'The child is in care, so a move home is a placement with parents: assessment, review, placement plan and the nominated officer’s approval. Visits are weekly until the first review after it, then at most every four weeks. Salford’s one-week first visit is weaker than that, so keep to the regulation.',
    sources: [reg('15'), reg('18'), reg('28(4)')],
    rules: ['R-PWP-01', 'R-PWP-04', 'R-VIS-06a', 'R-VIS-06b'],
    sure: 'regulation',
    but: '“After it” is a careful reading of “the first review”.',
    see: ['return home', 'why'],
  },
  {
    id: 'remand',
    asks: [
      'What applies to a young person on remand?',
      'Is a remanded child looked after?',
      'Planning for the end of youth detention',
    ],
    answer:
      'A child remanded to local authority accommodation or to youth detention is looked after. Youth detention starts at 12. What follows the remand is planned before it ends and written into the plan. In youth detention a detention placement plan takes the place of the placement plan, and of the care plan only where the remand is the sole reason for being looked after.',
    sources: [REMAND_ACT, REMAND_MERTON],
    rules: ['R-REM-01', 'R-REM-02', 'R-REM-03'],
    sure: 'act',
    but: 'That every remand makes a child looked after, and the planning, are as councils restate it.',
    see: ['case'],
  },
  {
    id: 'placement-with-parents',
    asks: ['What does placement with parents mean?', 'Must a child already at home be moved when an order is made?'],
    answer:
      'It means that a child in care, under an interim or full care order, lives with a parent or another person with parental responsibility and stays looked after. Regulations 15 to 20 apply. Nothing in them forces a child to be moved who already lives with the parent when the order is made.',
    sources: [reg('15')],
    rules: ['R-PWP-01'],
    sure: 'regulation',
    but: '',
    see: ['return home'],
  },
  {
    id: 'short-breaks',
    asks: ['Do these rules apply to short breaks?', 'Respite care and short break limits'],
    answer:
      'Short breaks have their own rule: no single placement over 17 days and no more than 75 days in twelve months. The ordinary visit times do not apply. Visits are agreed with the IRO and the parents, written in the care plan before the first placement, on days when the child is placed, and within outer limits.',
    sources: [reg('48')],
    rules: ['R-VIS-10'],
    sure: 'regulation',
    but: 'The outer limits were not read.',
    see: [],
  },
];
