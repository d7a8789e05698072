/**
 * The return-home checklist: the questions of domain.md 6, one row each, in our own words. A change in practice is a
 * new version beside the old one; a running plan keeps the version it was started with.
 *
 * The five letters say how an item is used on each route, in this order: planned return under section 20, planned
 * return with discharge of the order, placement with parents, unplanned return, young person of 16 or 17.
 *   R required · o offered, where it helps · - not used
 *   y required for a young person of 16 or 17 in section 20 · a required for a child in section 20
 *   w required where weekly visits are owed (interim care order, or home before the assessment is done)
 *   h required where the child goes home before the court discharges the order (domain.md 6: B runs C first), else offered
 * Extra items for unplanned returns and for 16 and 17 year olds are required where law, statutory guidance or the
 * policy on returns (Salford 3.1.7) asks for them; what rests on research, another council's practice or our own
 * proposal is offered.
 */
import { type ItemId, type Route, STAGE_ORDER, type Stage } from '../model.ts';
import { type Owner, type OwnerCodes, ownersFrom } from './owners.ts';
import type { Letter } from './uses.ts';

export interface Item {
  readonly id: ItemId;
  readonly stage: Stage;
  readonly uses: Readonly<Record<Route, Letter>>;
  /** Whether brothers and sisters who go home together may share the answer: only what is about home and parents. */
  readonly about: 'home' | 'child';
  readonly owners: readonly Owner[];
  readonly when: string;
  readonly words: string;
  readonly source: string;
  /** Whether it is a proposal of Homeward's, in whole or in part, and not a rule anywhere. */
  readonly proposal: boolean;
}

type Row = readonly [
  id: ItemId,
  uses: string,
  about: Item['about'],
  owners: OwnerCodes,
  when: string,
  words: string,
  source: string,
  proposal?: 'P',
];

const BEFORE = 'before the return';
const START = 'at the start';
const CPR = 'SI 2010/959';

// biome-ignore format: a table is read by its columns
const CONSIDER: readonly Row[] = [
  ['UNP-01', '---R-', 'child', 'SW', 'the same day', 'Is the child safe right now? Decide whether section 47 enquiries are needed.', 'Working Together, as Tees restates it'],
  ['UNP-02', '---o-', 'child', 'SW', 'as soon as possible, aim for 24 hours', 'See the child in person.', 'Our proposal', 'P'],
  ['UNP-03', '---R-', 'child', 'SW', 'the same day', 'Who took the child home, do they have parental responsibility, and is there an order? Under an order, tell the team manager and legal at once.', 'DfE research, introduction; Children Act 1989 s.20(8)'],
  ['UNP-05', '---o-', 'child', 'SW', 'in the first days', 'Why did it happen now, and was it foreseen?', 'DfE research §1'],
  ['YP-01', '----o', 'child', 'SW', START, 'Ask the young person what they want, and whether they agree. From 16, a parent cannot remove one who agrees to stay.', 'Children Act 1989 s.20(11), not verified'],
  ['CON-01', 'RRRRR', 'child', 'SW', START, 'What prompted the return? For example family change, concerns met, parents asking, a placement ending, the child’s own move.', 'DfE research §1'],
  ['CON-02', 'RRRRR', 'child', 'SW', START, 'Record the legal status now and after the return, and who has parental responsibility.', 'DfE research, introduction'],
  ['CON-03', 'RRR-o', 'child', 'SW', START, 'Say why now, and weigh the risk of unsettling a stable placement.', 'DfE research §1'],
  ['CON-04', 'RRRRR', 'child', 'SW', START, 'List earlier returns and re-entries to care, and why each return failed.', 'Salford §1; NSPCC 2024'],
  ['CON-05', 'RRRRR', 'child', 'SW', `${BEFORE}; if unplanned, at first contact`, 'See the child alone. Note their wishes, hopes and fears.', `Salford §4; NSPCC 2024; ${CPR} reg 39(2)(c)`],
  ['CON-06', 'RRRoR', 'home', 'SW', START, 'Tell the parents plainly what is considered, what evidence is wanted and how long it may take. Offer an independent supporter.', 'DfE research §1–2'],
  ['CON-07', 'RRRRR', 'child', 'SW', `${START}; if unplanned, the same day`, 'Tell the IRO and record their view.', `Salford §7; ${CPR} reg 18(2)(d)`],
  ['CON-08', 'RRooo', 'child', 'SW', 'early', 'Offer a family group conference.', 'Salford §3; DfE research §2'],
  ['CON-09', 'RhR-R', 'child', 'SW TM', START, 'If a sudden return is likely, keep a second plan ready for it.', 'DfE research §1'],
  ['CON-10', '-RRo-', 'child', 'TM', BEFORE, 'Check court orders: the return must not clash with a contact order under section 34.', `${CPR} reg 16`],
];

// biome-ignore format: a table is read by its columns
const ASSESS: readonly Row[] = [
  ['YP-05', '----o', 'child', 'SW', BEFORE, 'If the young person chooses to go, tell the assistant director why.', 'Kent’s practice'],
  ['ASM-01', 'RRRRR', 'child', 'SW', `${BEFORE}; if unplanned, as soon as possible`, 'Finish the assessment of the child, the family and the parenting.', 'Salford §2; NSPCC 2024'],
  ['ASM-02', 'RRRRR', 'child', 'SW', BEFORE, 'Use the chronology and every earlier assessment.', 'NIROMP; NSPCC 2024; Leeds'],
  ['ASM-03', 'RRRoo', 'child', 'SW', BEFORE, 'Set each reason for coming into care beside evidence that each parent has changed.', 'NIROMP; DfE research §2'],
  ['ASM-04', 'RRRRo', 'home', 'SW', BEFORE, 'Assess both parents, and any partner who matters.', 'NSPCC 2024'],
  ['ASM-05', 'RRRoo', 'child', 'SW', BEFORE, 'Test the help that the wider family promises. Check again if it fails.', 'NSPCC 2024'],
  ['ASM-06', 'RRRRo', 'home', 'SW', BEFORE, 'Test the parents’ own needs (drugs, alcohol, mental health, domestic abuse, learning disability). A referral alone solves nothing.', 'NSPCC 2024; DfE research §2'],
  ['ASM-07', 'RRR-o', 'child', 'TM', BEFORE, 'See parenting outside supervised contact. Manager: challenge over-optimism.', 'NSPCC 2024'],
  ['ASM-08', 'RRRRo', 'child', 'SW', BEFORE, 'Look at siblings, new ones too, and how the household gets on.', 'Salford §2; DfE research §3'],
  ['ASM-09', 'RRRRR', 'child', 'SW', BEFORE, 'Look at the child’s own risks: exploitation, self-harm, mental health, caring for others.', 'NSPCC 2024'],
  ['ASM-10', 'RRRRR', 'child', 'SW', BEFORE, 'Look at school, attendance and health needs.', 'NSPCC 2024; DfE research §3'],
  ['ASM-11', 'RRRRR', 'home', 'SW', BEFORE, 'Is the home suitable: space, furniture, money?', `DfE research §3; ${CPR} reg 17(a)(i), 39(2)(a)`],
  ['ASM-12', 'oRRoo', 'home', 'SW', BEFORE, 'Check every adult in the household.', `${CPR} reg 17(a)(ii)`],
  ['ASM-13', '-hR--', 'child', 'SW', BEFORE, 'Go through the Schedule 3 matters one by one.', `${CPR} reg 17(b)`],
  ['ASM-14', 'RRRRR', 'child', 'SW', BEFORE, 'Assess which services and support the child and parents need.', `${CPR} reg 39(2)(b)`],
  ['ASM-15', 'RRRRR', 'child', 'TM', BEFORE, 'Consider the other options besides going home.', 'NSPCC 2024'],
  ['ASM-16', 'RRRRR', 'child', 'SW', BEFORE, 'Ask the carers or home, school, health and other agencies.', 'Salford §7; NSPCC 2024'],
  ['ASM-17', 'RRRoo', 'child', 'SW TM', 'before the plan, and again before the return', 'Record both risk ratings with reasons: one before the plan, one before the return.', 'Leeds, after NSPCC; names of the bands not verified'],
  ['ASM-18', 'RRRRR', 'child', 'SW TM', BEFORE, 'Write your view: will this return safeguard the child and promote their welfare?', `${CPR} reg 17(c), 39(2)(d)`],
  ['DEC-01', 'RRRRR', 'child', 'IRO', `${BEFORE}; if unplanned, within 20 days after it`, 'Hold a review that considers the return.', `Salford §5–6; ${CPR} reg 17(d), 32(2)`],
  ['DEC-02', 'RRRRR', 'child', 'SW', BEFORE, 'Consult the IRO and keep their dated view, also where it disagrees.', `Salford §7; ${CPR} reg 18(2)(d)`],
  ['DEC-03', 'RRRoR', 'child', 'SW', BEFORE, 'Consult relatives and the other people it is right to ask.', 'Salford §7'],
  ['DEC-04', 'RRR-R', 'child', 'NO', BEFORE, 'The nominated officer agrees to the return.', `Salford §7; ${CPR} reg 18(1), 39(4)`],
  ['DEC-05', '---a-', 'child', 'NO', 'soon after the return', 'The nominated officer ratifies what has happened.', 'Salford §7'],
  ['DEC-06', '---yR', 'child', 'DCS', BEFORE, "The Director of Children's Services decides.", `${CPR} reg 39(5)`],
  ['DEC-07', '-R---', 'child', 'IRO TM', BEFORE, 'A statutory review agrees to seek discharge, the assessment is positive and there is legal advice. Note the court date.', 'Salford §1'],
  ['DEC-08', 'RRRRR', 'child', 'TM', 'after the decision', 'Record who decided, why and when. Tell the child and the parents.', 'NSPCC 2024; our proposal', 'P'],
  ['UNP-07', '---a-', 'child', 'TM', 'with the ratification', 'Record that oversight came after the return. It cannot undo a parent’s lawful removal.', 'Salford §7; Children Act 1989 s.20(8)'],
];

// biome-ignore format: a table is read by its columns
const PLAN: readonly Row[] = [
  ['UNP-04', '---R-', 'child', 'SW', `${BEFORE} if possible, else at once`, 'Take the return plan to the review.', 'Salford §6'],
  ['UNP-06', '---o-', 'child', 'SW', 'at once', 'Tell the agencies, so that none works on the old status.', 'NSPCC 2024; DfE research §5'],
  ['YP-03', '----R', 'child', 'SW', BEFORE, 'Check eligible or relevant status, the pathway plan and the personal adviser.', `${CPR} reg 40–42`],
  ['YP-04', '----o', 'child', 'SW', BEFORE, 'Offer an advocate, and explain the way back into care.', 'DfE research §4; our proposal', 'P'],
  ['PLN-01', 'RRRRR', 'child', 'SW', `${BEFORE}; if unplanned, before if possible`, 'Write the return plan: each agency, service, person and start date.', 'Salford §2, §6'],
  ['PLN-02', 'RRRRo', 'home', 'SW', BEFORE, 'Agree in writing with the parents: goals, conditions, what happens if they are broken.', 'NIROMP; NSPCC 2024; DfE research §3'],
  ['PLN-03', 'RRR-o', 'child', 'SW', 'over about four to six weeks', 'Plan contact in steps with dates, from tea to longer stays, at the child’s pace.', 'DfE research §3; NSPCC 2024'],
  ['PLN-04', 'RRRoo', 'child', 'SW', BEFORE, 'Make a plan or timeline the child can follow.', 'DfE research §3'],
  ['PLN-05', 'RRRoR', 'child', 'SW CARER', BEFORE, 'Prepare the child: what they hope for and what is likely. Tell them when dates slip.', 'NIROMP; DfE research §3'],
  ['PLN-06', 'ooooo', 'child', 'SW', BEFORE, 'Offer work on conflict and relationships.', 'DfE research §3; NSPCC 2024'],
  ['PLN-07', 'RRRRR', 'child', 'SW', BEFORE, 'Meet with all agencies. Name who supports in the first two weeks and whom the child can call.', 'NSPCC 2024; DfE research §3'],
  ['PLN-08', 'RRRRR', 'child', 'SW', 'before; in an emergency placement within 5 working days', 'Send the notices: school, GP, health, contacts, IRO.', `${CPR} reg 13; NSPCC 2024`],
  ['PLN-09', 'RRRRR', 'child', 'SW', BEFORE, 'Settle the school place and how to get there.', 'NSPCC 2024; DfE research §3'],
  ['PLN-10', 'RRRoR', 'home', 'SW', BEFORE, 'Settle housing, beds, white goods and benefits.', 'DfE research §3'],
  ['PLN-11', 'ooooo', 'child', 'CARER SW', BEFORE, 'Carers pass on routines. Agree any respite or later part for them, and support them.', 'NIROMP; DfE research §4'],
  ['PLN-12', 'RRRRR', 'child', 'TM', BEFORE, 'Say what happens if it goes wrong, and whether the placement is held open.', 'NSPCC 2024; DfE research §3'],
  ['PLN-13', 'RRRRR', 'child', 'SW', 'for within 14 days of the return; 7 days under an order', 'Book the first visit, with a named social worker.', 'Salford §3–4'],
  ['PLN-14', 'RRRoR', 'child', 'CARER SW', 'on the day', 'Belongings, medicine and papers go along in proper bags.', 'Kent’s practice'],
  ['PLN-15', '-hR--', 'child', 'SW', BEFORE, 'Have the placement plan ready.', `${CPR} reg 18(1)`],
  ['PLN-16', 'RR-oR', 'child', 'SW', BEFORE, 'List in the care plan the support after care ends.', `${CPR} reg 39(3)`],
  ['PLN-17', 'Ro-RR', 'child', 'SW', BEFORE, 'Check the 13 weeks, and whether the child is an eligible child.', `Salford §3; ${CPR} reg 40`],
  ['PLN-18', 'RRRoo', 'home', 'SW', BEFORE, 'Plan support for the parents themselves, from adult and from children’s services.', 'DfE research §4'],
];

// biome-ignore format: a table is read by its columns
const RETURN: readonly Row[] = [
  ['YP-02', '----R', 'child', 'SW', 'when care ends', 'Record that the Director decided before care ended. If the young person left first: the day you were told, and the missing and safeguarding check.', `${CPR} reg 39(5)`],
  ['RET-01', 'RRRRR', 'child', 'SW', 'on the day', 'Record the actual day, time and change of status. Tell the IRO.', `Our proposal; ${CPR} reg 37(b), not verified`, 'P'],
  ['RET-02', 'RRRRR', 'child', 'SW', 'when the first visit is due', 'A social worker makes the first visit.', 'Salford §4'],
  ['RET-03', 'RRRRR', 'child', 'SW', 'after the visit', 'Write the short report: the child’s wishes, parents’ and siblings’ views, more support needed, welfare safeguarded.', 'Salford §4'],
  ['RET-04', 'RRRRR', 'child', 'SW TM', 'the same day', 'Take any worry about welfare to the line manager, who tells the service manager.', 'Salford §4'],
  ['RET-05', '-ww--', 'child', 'SW', 'every 7 days', 'Keep weekly visits going until the first review.', `${CPR} reg 28(3)–(4)`],
  ['SUP-01', 'RRRRR', 'child', 'SW', '14 days after the return, and at each review', 'Check that each promised service has in fact begun.', 'DfE research §5'],
  ['SUP-02', 'ooooo', 'child', 'SW', 'after the return', 'Keep the support of the wider family alive.', 'Salford §3'],
  ['SUP-03', 'RRRRo', 'child', 'TM', 'when it happens', 'If the agreement is broken, log what was done and escalate.', 'NSPCC 2024'],
  ['SUP-04', 'RRRRR', 'child', 'SW', 'about six weeks after the return (the week is our proposal)', 'Ask whether the family is pulling out of help after a good start.', 'DfE research §4', 'P'],
];

// biome-ignore format: a table is read by its columns
const MONITOR: readonly Row[] = [
  ['MON-01', 'ohRRo', 'child', 'IRO', 'if unplanned, within 20 days of the return', 'Hold the first review after the return, with the IRO in the chair.', 'Salford §6, §8'],
  ['MON-02', 'RR-RR', 'child', 'IRO', 'at the first review', 'Treat the child as a child in need. The IRO tells the child in need co-ordinator.', 'Salford §8; NSPCC 2024'],
  ['MON-03', 'RR-RR', 'child', 'CIN', 'every six weeks at first', 'Hold the child in need reviews.', 'Salford §8'],
  ['MON-04', 'RRRRR', 'child', 'CIN IRO', 'at each review', 'List the tasks left and who does each.', 'Salford §8'],
  ['MON-05', 'RRRRR', 'child', 'TM', 'until six months after the return', 'Go on monitoring for at least six months.', 'DfE research, conclusion'],
  ['MON-06', 'RRRRR', 'child', 'SW', 'after the return', 'Watch school attendance.', 'NSPCC 2024'],
  ['MON-07', 'RRRRR', 'child', 'SW', 'in every note', 'Keep what was seen apart from opinion.', 'NSPCC 2024'],
  ['MON-08', 'RRRRR', 'child', 'TM', 'when it happens', 'If there is harm: strategy discussion, section 47, legal advice.', 'Working Together, as Tees restates it'],
  ['MON-09', 'RRRRR', 'child', 'TM', 'after the return', 'Name one person who sees all the support.', 'DfE research §5'],
  ['MON-10', '-RR--', 'child', 'SW IRO', 'after the return', 'Record the third risk rating. If the order stays: is discharge now right?', 'Leeds'],
  ['MON-11', 'ooooo', 'child', 'SM', 'if it breaks down', 'Assess again, review the case with all agencies and keep what was learned.', 'DfE research §5'],
  ['MON-12', 'RRRRR', 'child', 'QA', 'when it happens', 'Note any new referral or re-entry to care, for the figures.', 'DfE research §5'],
  ['STP-01', 'RR-RR', 'child', 'TM CIN', 'at step-down', 'Decide each step down with a plan, never to free capacity.', 'DfE research §4; Salford §8'],
  ['STP-02', 'RR-RR', 'child', 'SW LEAD', 'at step-down', 'Name the lead professional, overlap the handover, tell the family and agencies.', 'DfE research §4–5'],
  ['STP-03', 'RR-RR', 'child', 'SW', 'at step-down', 'Make sure the family knows support is voluntary, and how to come back.', 'Salford §8; DfE research §4'],
  ['STP-04', 'RR-RR', 'child', 'LEAD', 'at step-down', 'Check that universal services can now meet the needs.', 'Salford §8'],
  ['STP-05', 'RRRRR', 'child', 'TM', 'in supervision', 'Talk the return over in supervision.', 'DfE research §6'],
];

/** The version that a plan starts with. */
export const CHECKLIST_VERSION = 1;

const VERSIONS: ReadonlyMap<number, readonly Item[]> = new Map([
  [
    1,
    [CONSIDER, ASSESS, PLAN, RETURN, MONITOR].flatMap((rows, at) => rows.map((row) => itemOf(row, STAGE_ORDER[at]!))),
  ],
]);

/** Every item of a version, stage by stage. */
export function itemsOf(version: number): readonly Item[] {
  const items = VERSIONS.get(version);
  if (!items)
    throw new Error(
      `There is no version ${version} of the return checklist; keep every version that a plan was started with`,
    );
  return items;
}

function itemOf([id, letters, about, codes, when, words, source, proposal]: Row, stage: Stage): Item {
  const routes: readonly Route[] = [
    'planned-s20',
    'planned-discharge',
    'with-parents',
    'unplanned',
    'sixteen-or-seventeen',
  ];
  const uses = Object.fromEntries(routes.map((route, at) => [route, letters[at]])) as Item['uses'];
  return { id, stage, uses, about, owners: ownersFrom(codes), when, words, source, proposal: proposal === 'P' };
}
