import type { Entry } from '../model.ts';
import { DODDS, HERTFORDSHIRE, KENT_VISITS, OURS, REMOTE_VISITS, reg, salford, TEES, WORKING_DAY } from '../sources.ts';

/** How often a child is visited, what a visit is, and how days are counted. */
export const VISIT_ENTRIES: readonly Entry[] = [
  {
    id: 'visits-placement',
    asks: [
      'How often must a looked-after child be visited?',
      'Statutory visits in a foster or residential placement',
      'Visit intervals',
      'How often is a child in foster care visited?',
    ],
    answer:
      'Within one week of the start of each placement; then at most every six weeks in its first year. After that, at most every three months where the placement is meant to last until 18, otherwise still six weeks. A new placement starts the count again. Children living with a parent under an order have their own times.',
    sources: [reg('28(2)')],
    rules: ['R-VIS-01', 'R-VIS-02', 'R-VIS-03a', 'R-VIS-03b'],
    sure: 'regulation',
    but: 'Read as made and as at 2014.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'visits-interim-home',
    asks: [
      'How often are visits under an interim care order at home?',
      'Visits when a child lives with parents during an interim order',
      'ICO at home visit frequency',
    ],
    answer:
      'At least weekly until the first review, then at most every four weeks. It does not matter whether the child was placed there or lived there already. The same rule covers a connected person with temporary approval. Kent adds that it runs until the final hearing; the regulation names no end.',
    sources: [reg('28(4)'), KENT_VISITS],
    rules: ['R-VIS-06a', 'R-VIS-06b'],
    sure: 'regulation',
    but: 'A gap of seven days for “weekly” is a reading.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'visits-order-home',
    asks: [
      'How often are visits under a full care order at home?',
      'Visits when a child is placed with parents on a care order',
      'First visit after going home under a care order',
    ],
    answer:
      'Within one week of the care order being made, then at most every six weeks, also after the first year. Where the order was made long before the child goes home, that first week has passed: the safe course, and Salford’s policy, is a visit within one week of the return.',
    sources: [reg('28(5)'), salford(3)],
    rules: ['R-VIS-07a', 'R-VIS-07b', 'R-VIS-07c', 'R-VIS-22'],
    sure: 'regulation',
    but: 'One week from the return is local policy.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'visits-emergency',
    asks: [
      'How often are visits in an emergency placement with parents?',
      'Visits while the assessment of the parents is unfinished',
    ],
    answer:
      'At least weekly until the first review, then at most every six weeks. That review has to come soon in any case, because the assessment and review of an emergency placement have their own short time.',
    sources: [reg('28(3)')],
    rules: ['R-VIS-05a', 'R-VIS-05b'],
    sure: 'regulation',
    but: 'A gap of seven days for “weekly” is a reading.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'visits-after-return',
    asks: [
      'How often must a child be visited after going home from section 20?',
      'Visits after the return when no longer looked after',
      'Is there a legal visit interval once the child is home?',
    ],
    answer:
      'No regulation sets an interval for a child who is no longer looked after. Working Together asks for child-in-need support, with a clear plan and the child seen alone where possible. Local policy adds the times: Salford offers visits by agreement with the carer, the first within two weeks.',
    sources: [TEES, salford(3)],
    rules: ['R-REV-23', 'R-VIS-20', 'R-VIS-21'],
    sure: 'councils',
    but: 'That no regulation sets one is general knowledge, in line with every council page read.',
    see: ['deadlines', 'why'],
  },
  {
    id: 'first-visit',
    asks: [
      'When is the first visit after going home, and what does it cover?',
      'What goes into the first visit report?',
      'Who does the first visit?',
      'First visit after the return',
    ],
    answer:
      'Salford: within two weeks, or one week under a care order, and the visitor is a social worker. The short report has four headings: the child’s wishes and feelings; the views of parents or carers and of siblings; whether more support is needed; whether the child’s welfare is safeguarded and promoted.',
    sources: [salford(3), salford(4)],
    rules: ['R-VIS-21', 'R-VIS-22', 'R-VIS-23'],
    sure: 'source',
    but: 'Local policy.',
    see: ['visit'],
  },
  {
    id: 'visits-long-term',
    asks: ['Can visits be six months apart in long-term foster care?', 'Long-term fostering visit frequency'],
    answer:
      'As Hertfordshire and others restate it: at most every six months, where the child has been in a long-term foster placement for a year or more, is old enough to understand, and agrees. If the child no longer agrees, the ordinary times come back.',
    sources: [HERTFORDSHIRE, reg('28(3A)')],
    rules: ['R-VIS-04'],
    sure: 'councils',
    but: 'The regulation’s own words were not read.',
    see: ['deadlines'],
  },
  {
    id: 'visit-alone',
    asks: ['Must the child be seen alone on a visit?', 'Speaking to the child in private'],
    answer:
      'Yes, on each visit the visitor speaks to the child in private, unless the child, being old enough to decide, refuses; or it would be unsuitable for the child’s age and understanding; or it cannot be done. Write down which it was.',
    sources: [reg('29')],
    rules: ['R-VIS-11'],
    sure: 'regulation',
    but: 'Writing it down is our proposal.',
    see: ['visit'],
  },
  {
    id: 'visit-remote',
    asks: [
      'Do phone or video visits count?',
      'Do the Covid rules on virtual visits still apply?',
      'Can I visit over Teams?',
    ],
    answer:
      'No. The coronavirus easing that let visits be made by phone or video ended on 30 September 2021 at the latest. A call can still be good contact, but only seeing the child in person is a visit. Homeward does not count a remote contact.',
    sources: [REMOTE_VISITS],
    rules: ['R-VIS-13'],
    sure: 'source',
    but: '',
    see: ['visit'],
  },
  {
    id: 'visit-concern',
    asks: [
      'What happens if a visit raises a concern?',
      'Worried about the child after a visit',
      'Welfare worry at home: who do I tell?',
    ],
    answer:
      'Tell your line manager, who takes it to the service manager; Homeward sends it the same day. While the child is looked after, a finding that the placement does not safeguard and promote welfare means that the case must be reviewed; the regulation gives no number of days. If a child may be suffering harm now, follow your safeguarding procedure first.',
    sources: [salford(4), reg('30')],
    rules: ['R-VIS-12', 'R-VIS-23'],
    sure: 'regulation',
    but: 'Whom to tell is local policy; the same day is our proposal.',
    see: ['visit'],
  },
  {
    id: 'visit-custody',
    asks: ['Who visits a child in custody or hospital?', 'Visits when someone else runs the living arrangements'],
    answer:
      'There is a rule for a child in care whose living arrangements somebody else runs. Its numbers were not read; Kent restates within one week, then six weeks. Ask legal services or your IRO before relying on them.',
    sources: [reg('28(6)'), KENT_VISITS],
    rules: ['R-VIS-08'],
    sure: 'unverified',
    but: '',
    see: [],
  },
  {
    id: 'working-day',
    asks: ['What is a working day?', 'Do bank holidays count as working days?'],
    answer:
      'Not a Saturday or Sunday, not Christmas Day or Good Friday, and not a bank holiday in England and Wales. Reviews, decisions and disputes count in working days; visits count in calendar time. Freedom of information clocks use another definition, so never share a calendar with them.',
    sources: [WORKING_DAY],
    rules: ['R-CNT-01', 'R-CNT-02', 'R-CNT-04'],
    sure: 'unverified',
    but: 'The same words were read in sister regulations, not in these.',
    see: ['why'],
  },
  {
    id: 'counting-days',
    asks: [
      'How are days counted?',
      'Does the day itself count in a deadline?',
      'How do you count within a week or month?',
    ],
    answer:
      'The day of the event is left out: day one is the day after. A week is seven calendar days. A month ends on the same-numbered day of a later month. The next visit or review is counted from the one that was held, not from the day it was due.',
    sources: [DODDS, reg('28'), reg('33')],
    rules: ['R-CNT-03', 'R-CNT-04', 'R-CNT-05', 'R-CNT-09'],
    sure: 'source',
    but: 'Where a month has no such day, taking its last day is a reading.',
    see: ['why'],
  },
  {
    id: 'due-on-holiday',
    asks: ['What if a visit falls due on a bank holiday or weekend?', 'Does a deadline move for Christmas or Easter?'],
    answer:
      'A date counted in calendar time stays where it is. Homeward shows both: the last lawful day, and the working day before it to act by. Dates counted in working days step over weekends and bank holidays, and each day left out is named.',
    sources: [OURS],
    rules: ['R-CNT-06'],
    sure: 'ours',
    but: '',
    see: ['why', 'deadlines'],
  },
];
