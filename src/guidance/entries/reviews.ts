import type { Entry } from '../model.ts';
import { NEW_ACT, reg, research, salford } from '../sources.ts';

/** Reviews before and after a return, notices, and the family's own meeting. */
export const REVIEW_ENTRIES: readonly Entry[] = [
  {
    id: 'first-review',
    asks: ['When is the first looked-after review?', 'When is the first LAC review due?'],
    answer:
      'Within 20 working days of the day on which the child became looked after. A new placement, an order or a return home does not start it again; a fresh time of being looked after does, on our reading.',
    sources: [reg('33(1)')],
    rules: ['R-REV-01'],
    sure: 'regulation',
    but: 'Read as first made.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'later-reviews',
    asks: ['When are the second and later reviews?', 'How often are looked-after reviews held?'],
    answer:
      'The second at most three months after the first; each later one at most six months after the last that was held. They are calendar months, counted from the review itself.',
    sources: [reg('33(2)')],
    rules: ['R-REV-02', 'R-REV-03', 'R-CNT-09'],
    sure: 'regulation',
    but: 'Read as first made.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'review-before-return',
    asks: [
      'Must a review be held before a child goes home?',
      'Review before a planned return',
      'Can the care plan be changed without a review?',
    ],
    answer:
      'No significant change to the care plan is made until it has been considered at a review, unless that is not reasonably practicable; write the reason down. Going home is such a change. Placing with parents needs a review in any case. Salford expects one before every planned return, to check preparation, support and services.',
    sources: [reg('32(2)'), reg('17'), salford(5)],
    rules: ['R-REV-05', 'R-REV-20', 'R-PWP-03'],
    sure: 'regulation',
    but: '',
    see: ['review', 'checklist'],
  },
  {
    id: 'early-review',
    asks: ['When must a review be brought forward?', 'Reasons for an early review'],
    answer:
      'When the IRO asks; when a visit finds that the placement does not safeguard welfare; or when the next review would fall after certain times in custody or on remand end. Also where the authority plans to stop accommodating a child who will not go to a parent. A normal return home is not among these, but the plan still goes to a review first.',
    sources: [reg('33(3)'), reg('30')],
    rules: ['R-REV-04', 'R-VIS-12'],
    sure: 'regulation',
    but: 'Read as first made.',
    see: ['review'],
  },
  {
    id: 'review-after-return',
    asks: [
      'When is the review after the return?',
      'Is it 20 days or 20 working days after an unplanned return?',
      'Who chairs the review once the child is home?',
    ],
    answer:
      'Salford: after an unplanned return, within 20 days, with the child’s IRO in the chair. The policy does not say whether calendar or working days. Homeward uses calendar days, the stricter, shows that it is unclear, and asks the same after a planned return, where the policy is silent. It considers the plan, the support and what else keeps the child safe.',
    sources: [salford(6), salford(8)],
    rules: ['R-REV-21'],
    sure: 'source',
    but: 'Local policy; the unit is for your authority to settle.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'cin-reviews',
    asks: [
      'How often is a child in need reviewed after going home?',
      'Six-weekly CiN reviews',
      'What does the child in need co-ordinator do?',
    ],
    answer:
      'Salford: after the first review with the IRO, the child in need co-ordinator reviews the return plan every six weeks; later the time between follows the child’s progress. Each review lists the tasks left and who does them. No law sets this interval, so a review may change it, with a reason.',
    sources: [salford(8)],
    rules: ['R-REV-22', 'R-REV-23'],
    sure: 'source',
    but: 'Local policy.',
    see: ['review'],
  },
  {
    id: 'review-record',
    asks: [
      'When must the review decisions and minutes be sent out?',
      'Timescales for review records and manager objections',
    ],
    answer:
      'Often given as: decisions to the manager within 5 working days, who has 5 working days to object or they stand; the full record within 15 and with everybody within 20. None of it was read in the IRO Handbook itself, so check your own procedure.',
    sources: [{ name: 'IRO Handbook 2010', where: 'chapter 3, which was not read', link: '' }],
    rules: ['R-REV-07a', 'R-REV-07b', 'R-REV-07c'],
    sure: 'unverified',
    but: '',
    see: [],
  },
  {
    id: 'adjourn-review',
    asks: ['Can a review be adjourned?', 'Postponing a looked-after review'],
    answer:
      'As far as we know the IRO may adjourn a review once, for no more than 20 working days, and the change that it was to consider waits until it is finished. The regulation’s words were not read.',
    sources: [reg('36')],
    rules: ['R-REV-06'],
    sure: 'unverified',
    but: '',
    see: ['review'],
  },
  {
    id: 'notices',
    asks: [
      'Who must be told before a child is placed?',
      'Notifying school, GP and health about a move',
      'Notice of placement',
      'Do I have to tell the school and the doctor?',
    ],
    answer:
      'In writing before the placement: the child, the parent, people with contact, the former carer, the health body, GP, school and IRO. In an emergency within 5 working days. Parents, contacts or the carer may be left out where telling them would put the child at risk. Another area’s authority is told as well, with the assessment and care plan.',
    sources: [reg('13')],
    rules: ['R-NOT-01', 'R-NOT-02'],
    sure: 'regulation',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'ending-placement',
    asks: ['What must be done before a placement is ended?', 'Notice to the foster carer when a placement ends'],
    answer:
      'A review first. Then other arrangements are made, the IRO is told, and written notice goes to those who were told of the placement, to the carer and to the other area’s authority. Where there is an immediate risk of significant harm it ends at once, and whoever could not be told first hears in writing within 10 working days.',
    sources: [reg('14')],
    rules: ['R-TRM-01', 'R-TRM-02', 'R-TRM-03', 'R-TRM-04'],
    sure: 'regulation',
    but: 'Read as first made.',
    see: ['update'],
  },
  {
    id: 'contact-order',
    asks: ['Can a child be placed with parents if there is a contact order?', 'Section 34 order and going home'],
    answer:
      'No placement with parents may conflict with a contact order under section 34. Read every order before you plan, and ask legal services where one would have to change first.',
    sources: [reg('16')],
    rules: ['R-PWP-02'],
    sure: 'regulation',
    but: '',
    see: ['checklist'],
  },
  {
    id: 'family-group',
    asks: [
      'Must a family group conference be offered?',
      'Family group decision-making in the new Act',
      'Children’s Wellbeing and Schools Act 2026 section 1',
    ],
    answer:
      'For a return it is good practice, not a duty: Salford encourages it, and a senior manager in the research found it useful. The Act of 2026 would make the authority offer a family group decision-making meeting before it applies for a care or supervision order. That is no return-home duty, and no regulations starting it were found: treat it as not in force until somebody has checked.',
    sources: [NEW_ACT, salford(3), research('section 3')],
    rules: ['R-REC-11'],
    sure: 'act',
    but: 'Whether it is in force is not verified.',
    see: ['checklist'],
  },
];
