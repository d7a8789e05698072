import type { Entry } from '../model.ts';
import {
  HULL,
  handbook,
  MERTON_DISPUTES,
  NOTTINGHAMSHIRE,
  OURS,
  RETURNS_PAGE,
  reg,
  SECTION_25A,
  SECTION_25B,
  salford,
  THURROCK,
  WALSALL_IRO,
} from '../sources.ts';

const FORMAL = handbook('paragraph 6.2', 'Southwark');
const INFORMAL = handbook('paragraph 6.1', 'Hammersmith and Fulham');

/** The IRO's dispute: how it starts, how long it takes, and who may end it. */
export const DISPUTE_ENTRIES: readonly Entry[] = [
  {
    id: 'dispute-time',
    asks: [
      'How long may an IRO dispute take?',
      'Is it 20 working days for dispute resolution?',
      'Does the dispute clock stop for leave?',
    ],
    answer:
      'All formal stages together take no more than 20 working days. In Homeward the clock starts once, when the IRO makes the dispute formal, and stops for nobody’s leave. Time spent on the informal stage comes before it. If nobody answers, the dispute can move up by itself on the IRO’s instruction.',
    sources: [FORMAL, OURS],
    rules: ['R-DIS-03'],
    sure: 'councils',
    but: 'How the clock runs within the twenty is our proposal.',
    see: ['disputes'],
  },
  {
    id: 'dispute-bypass',
    asks: ['Can an IRO skip a stage of a dispute?', 'Bypass stages and go straight to the director'],
    answer:
      'Yes. The IRO may pass over any stage and go to the level that they think right. Homeward asks for the reason and tells the officers who were passed over; it asks nobody’s leave. The twenty working days go on as before.',
    sources: [FORMAL],
    rules: ['R-DIS-04'],
    sure: 'councils',
    but: 'Telling those passed over is our proposal.',
    see: ['raise dispute'],
  },
  {
    id: 'dispute-cafcass',
    asks: ['When can an IRO refer to Cafcass?', 'Does Cafcass have to wait for the local process?'],
    answer:
      'Whenever the IRO thinks it appropriate: no stage, no permission, no waiting time. Councils add that it may be at the same time as the local process. Where a significant failure was raised at the right level and not put right in reasonable time, the IRO must consider it.',
    sources: [SECTION_25B, NOTTINGHAMSHIRE],
    rules: ['R-IRO-02', 'R-IRO-03', 'R-DIS-05'],
    sure: 'act',
    but: 'The duty to consider it is as councils restate it.',
    see: ['dispute'],
  },
  {
    id: 'dispute-informal',
    asks: ['Must a dispute be tried informally first?', 'Informal resolution with the social worker and team manager'],
    answer:
      'The IRO first tries to settle it with the social worker or their managers, and a record goes on the child’s file. If it is not solved in a time that suits the child, formal action is considered. Some cases go straight to formal because of the risk. An informal step does not use up the 20 working days.',
    sources: [INFORMAL, OURS],
    rules: ['R-DIS-01', 'R-DIS-04'],
    sure: 'councils',
    but: '',
    see: ['raise dispute'],
  },
  {
    id: 'dispute-close',
    asks: ['Who may close a dispute?', 'Can a manager stop or resolve a dispute?', 'Withdrawing a dispute'],
    answer:
      'Only the IRO. The manager at a stage answers: accepts, proposes a plan or disagrees. The IRO judges the answer and resolves, escalates or withdraws. Nobody can stop, delay or edit a dispute, and the IRO manager advises but cannot block. Agreed actions are checked afterwards; a failed check opens it again.',
    sources: [handbook('paragraph 6.4', 'Southwark'), OURS],
    rules: ['R-DIS-06'],
    sure: 'ours',
    but: 'That the IRO is personally responsible for starting one is as Southwark quotes the Handbook.',
    see: ['disputes'],
  },
  {
    id: 'dispute-levels',
    asks: [
      'What are the stages of a dispute?',
      'Does a dispute go up to the Chief Executive?',
      'Who answers a dispute at each level?',
    ],
    answer:
      'Each authority sets its own: levels of seniority with a time to answer at each. Homeward’s sample ladder is team manager, service manager, head of service, Director, Chief Executive. The Handbook as quoted speaks of levels within the department; a Chief Executive stage is local practice, as in Hull, and can be switched off.',
    sources: [FORMAL, HULL, RETURNS_PAGE],
    rules: ['R-DIS-02'],
    sure: 'councils',
    but: 'The sample ladder is our proposal.',
    see: ['dispute'],
  },
  {
    id: 'dispute-child',
    asks: ['What is the child told about a dispute?', 'Advocate and complaint for a child in a dispute'],
    answer:
      'The IRO tells the child, in a way that fits their age, about advocacy and the complaints procedure, and records by when the problem should be solved. The IRO may raise a dispute even against the child’s wishes where it is in the child’s interests or human rights.',
    sources: [MERTON_DISPUTES, handbook('paragraph 6.4', 'Southwark')],
    rules: ['R-DIS-10', 'R-DIS-06'],
    sure: 'councils',
    but: '',
    see: ['raise dispute'],
  },
  {
    id: 'dispute-complaint',
    asks: ['Does a complaint stop an IRO dispute?', 'Complaint and dispute at the same time'],
    answer:
      'No. A complaint under section 26 and an IRO’s dispute are separate, and neither stops the other. Note that the complaint exists; the clock of the dispute runs on.',
    sources: [
      {
        name: 'Plymouth',
        where: 'IRO problem resolution, 2013',
        link: 'http://plymouthchildcare.proceduresonline.com/chapters/p_role_iro_prob.html',
      },
    ],
    rules: ['R-DIS-11'],
    sure: 'councils',
    but: '',
    see: ['dispute'],
  },
  {
    id: 'iro-independent',
    asks: ['Who may not be the IRO for a child?', 'IRO independence from line management'],
    answer:
      'The IRO is an experienced registered social worker who has no part in preparing the care plan or managing the case, is not the visiting social worker or personal adviser, does not manage any of them, and does not control the money for the case.',
    sources: [WALSALL_IRO],
    rules: ['R-IRO-05'],
    sure: 'councils',
    but: '',
    see: ['update'],
  },
  {
    id: 'practitioner-escalation',
    asks: ['How does a social worker escalate a concern?', 'An agency is not doing its part: how do I escalate?'],
    answer:
      'To your team manager, who can pass it on to the service manager, deal with it there, or send it back with words. That one is a true gate, unlike an IRO’s dispute. A worry about a child’s safety does not wait for it: follow the safeguarding procedure. Salford sends a worry from a visit by the same way.',
    sources: [OURS, salford(4)],
    rules: ['R-VIS-23'],
    sure: 'ours',
    but: '',
    see: ['visit'],
  },
  {
    id: 'iro-role',
    asks: [
      'What does the IRO do?',
      'What is the role of the independent reviewing officer?',
      'Must the IRO be consulted before a return?',
    ],
    answer:
      'The IRO monitors how the authority does its work for the child, takes part in reviews, sees that the child’s wishes count, and may refer the case to Cafcass. An IRO is named before the first review. Before a placement with parents the IRO must be consulted; before any return our checklist asks for the IRO’s view and keeps it, also when it disagrees.',
    sources: [SECTION_25B, SECTION_25A, reg('18')],
    rules: ['R-IRO-01', 'R-IRO-02', 'R-REV-08', 'R-PWP-04'],
    sure: 'act',
    but: 'Asking before every return is local policy.',
    see: ['disputes'],
  },
  {
    id: 'iro-after-return',
    asks: [
      'Does the IRO still have a role after the return?',
      'Does the IRO stop when the child is no longer looked after?',
      'Does the IRO carry on once the child is home?',
    ],
    answer:
      'Under an order, yes: the child is still looked after. After section 20, the statutory role is generally taken to end with looked-after status, which we have not verified. Salford keeps the IRO to chair the first review and to tell the child in need co-ordinator. A dispute that is open then should not simply be dropped: ask legal services.',
    sources: [salford(8), salford(6), OURS],
    rules: ['R-REV-21', 'R-REV-22'],
    sure: 'source',
    but: 'Where the statutory role ends is not verified.',
    see: ['disputes'],
  },
  {
    id: 'same-iro',
    asks: ['Who is the IRO when a child comes back into care?', 'Same IRO after re-entry'],
    answer:
      'As Thurrock and Bristol restate it, the same IRO as before, where practicable. The review clock starts afresh with the new time of being looked after.',
    sources: [THURROCK, reg('33(1)')],
    rules: ['R-REV-09', 'R-REV-01'],
    sure: 'councils',
    but: 'The fresh start is our reading.',
    see: ['update'],
  },
];
