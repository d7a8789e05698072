/**
 * Who may do what to a dispute, written by hand from domain.md 7.3 and product.md 2 and 5. Nothing in it is worked out
 * by the code: where the two differ, one of them is wrong.
 */

/** Everybody there is, in every hat that matters. */
export const HATS = [
  'the IRO',
  'an IRO who covers for the IRO',
  'the IRO manager while the IRO is away',
  'the IRO, away and covered',
  'the IRO manager while the IRO is there',
  'another IRO',
  'a manager who covers for the IRO',
  'the social worker',
  'a social worker of another service',
  'the team manager',
  'cover for the team manager',
  'the team manager, away and covered',
  'a team manager of another service',
  'the service manager',
  'cover for the service manager',
  'the service manager, away and covered',
  'the service manager of another service',
  'the head of service',
  'the Director',
  'cover for the Director',
  'the Chief Executive',
  'the nominated officer',
  'the nominated officer who approved the return',
  'cover who approved the return for the nominated officer',
  'the nominated officer who sent the return back',
  'the child in need co-ordinator',
  'the child in need co-ordinator after the return',
  'cover for the child in need co-ordinator after the return',
  'the child in need co-ordinator of another service after the return',
  'the child in need co-ordinator after that plan has ended',
  'business support',
  'the administrator',
] as const;
export type Hat = (typeof HATS)[number];

export const STATES = [
  'informal',
  'formal at stage 1',
  'formal at stage 2',
  'formal at stage 3',
  'formal at stage 4',
  'formal at stage 5',
  'awaiting the IRO at stage 2',
  'satisfied at stage 2',
  'resolved, being checked',
  'closed',
  'withdrawn',
  'overtaken',
  'void',
] as const;
export type State = (typeof STATES)[number];

type Row = Readonly<Record<State, readonly Hat[]>>;

const NOBODY: readonly Hat[] = [];
/** The IRO, of their own cases, also on leave; cover, logged as cover; nobody else, and no manager. */
const IRO: readonly Hat[] = [
  'the IRO',
  'an IRO who covers for the IRO',
  'the IRO manager while the IRO is away',
  'the IRO, away and covered',
];
/** What is theirs alone: the standing instruction (product.md 5.3). */
const IRO_ALONE: readonly Hat[] = ['the IRO', 'the IRO, away and covered'];

/** Whoever answers at each stage: cover instead of whoever is away. */
const AT: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Hat[]>> = {
  1: ['the team manager', 'cover for the team manager'],
  2: ['the service manager', 'cover for the service manager'],
  3: ['the head of service'],
  4: ['the Director', 'cover for the Director'],
  5: ['the Chief Executive'],
};

const WHILE_IT_CLIMBS: Row = {
  informal: IRO,
  'formal at stage 1': IRO,
  'formal at stage 2': IRO,
  'formal at stage 3': IRO,
  'formal at stage 4': IRO,
  'formal at stage 5': IRO,
  'awaiting the IRO at stage 2': IRO,
  'satisfied at stage 2': IRO,
  'resolved, being checked': NOBODY,
  closed: NOBODY,
  withdrawn: NOBODY,
  overtaken: NOBODY,
  void: NOBODY,
};
const WHILE_IT_LIVES: Row = { ...WHILE_IT_CLIMBS, 'resolved, being checked': IRO };
const NEVER: Row = {
  ...WHILE_IT_CLIMBS,
  informal: NOBODY,
  'formal at stage 1': NOBODY,
  'formal at stage 2': NOBODY,
  'formal at stage 3': NOBODY,
  'formal at stage 4': NOBODY,
  'formal at stage 5': NOBODY,
  'awaiting the IRO at stage 2': NOBODY,
  'satisfied at stage 2': NOBODY,
};

/** Whoever has a part in what became of the child: "case approved", and "CiN cases". They see, and do nothing. */
const AFTER: readonly Hat[] = [
  'the nominated officer who approved the return',
  'cover who approved the return for the nominated officer',
  'the child in need co-ordinator after the return',
  'cover for the child in need co-ordinator after the return',
];
/** Who sees every dispute, in whatever state, and at whatever stage: domain.md 7.3, row "see a dispute". */
const SEE: readonly Hat[] = [
  ...IRO,
  'the IRO manager while the IRO is there',
  'the social worker',
  'the team manager',
  'cover for the team manager',
  'the team manager, away and covered',
  'the Director',
  'cover for the Director',
  ...AFTER,
];
/** The managers above, whatever the stage: the service's disputes are the service manager's to see, and all below the head's. */
const ABOVE: readonly Hat[] = [
  'the service manager',
  'cover for the service manager',
  'the service manager, away and covered',
  'the head of service',
];
/** The Chief Executive sees it at their stage, or where it is urgent. */
const SIGHT: Row = {
  informal: [...SEE, ...ABOVE],
  'formal at stage 1': [...SEE, ...ABOVE],
  'formal at stage 2': [...SEE, ...ABOVE],
  'formal at stage 3': [...SEE, ...ABOVE],
  'formal at stage 4': [...SEE, ...ABOVE],
  'formal at stage 5': [...SEE, ...ABOVE, 'the Chief Executive'],
  'awaiting the IRO at stage 2': [...SEE, ...ABOVE],
  'satisfied at stage 2': [...SEE, ...ABOVE],
  'resolved, being checked': [...SEE, ...ABOVE],
  closed: [...SEE, ...ABOVE],
  withdrawn: [...SEE, ...ABOVE],
  overtaken: [...SEE, ...ABOVE],
  void: [...SEE, ...ABOVE],
};

export const TABLE = {
  respond: {
    ...NEVER,
    informal: AT[1],
    'formal at stage 1': AT[1],
    'formal at stage 2': AT[2],
    'formal at stage 3': AT[3],
    'formal at stage 4': AT[4],
    'formal at stage 5': AT[5],
  },
  'agree to escalate': {
    ...NEVER,
    'formal at stage 1': AT[1],
    'formal at stage 2': AT[2],
    'formal at stage 3': AT[3],
    'formal at stage 4': AT[4],
  },
  judge: { ...NEVER, 'awaiting the IRO at stage 2': IRO },
  escalate: { ...WHILE_IT_CLIMBS, 'formal at stage 5': NOBODY },
  resolve: WHILE_IT_CLIMBS,
  withdraw: WHILE_IT_CLIMBS,
  overtake: WHILE_IT_LIVES,
  automatic: {
    ...NEVER,
    informal: IRO_ALONE,
    'formal at stage 1': IRO_ALONE,
    'formal at stage 2': IRO_ALONE,
    'formal at stage 3': IRO_ALONE,
    'formal at stage 4': IRO_ALONE,
    'formal at stage 5': IRO_ALONE,
    'awaiting the IRO at stage 2': IRO_ALONE,
    'satisfied at stage 2': IRO_ALONE,
  },
  check: { ...NEVER, 'resolved, being checked': IRO },
  reopen: { ...NEVER, 'resolved, being checked': IRO, closed: IRO, overtaken: IRO },
  // Whenever the IRO thinks fit (s.25B(3)), also after its end; what is void was never a dispute.
  'refer to Cafcass': { ...WHILE_IT_LIVES, closed: IRO, withdrawn: IRO, overtaken: IRO },
  'consult Cafcass': WHILE_IT_LIVES,
  // Of a dispute about which Cafcass was asked; also after its end, for answers come when they come.
  'what Cafcass said': { ...WHILE_IT_LIVES, closed: IRO, withdrawn: IRO, overtaken: IRO },
  'what the child was told': WHILE_IT_LIVES,
  'legal advice': WHILE_IT_LIVES,
  open: SIGHT,
} as const satisfies Readonly<Record<string, Row>>;

/** What is listed: the live ones, to whoever may see them. */
export const LIVE_STATES: readonly State[] = [
  'informal',
  'formal at stage 1',
  'formal at stage 2',
  'formal at stage 3',
  'formal at stage 4',
  'formal at stage 5',
  'awaiting the IRO at stage 2',
  'satisfied at stage 2',
  'resolved, being checked',
];

export const MAY_RAISE = IRO;

/** Whoever may say that a dispute is about the wrong child, or was raised twice: never a manager of the case. */
export const MAY_ASK_VOID: readonly Hat[] = [...IRO, 'the IRO manager while the IRO is there', 'the administrator'];

/** Who may be the second person: the IRO or cover, and the IRO manager only where the IRO asked. Never without its IRO. */
export const MAY_AGREE_VOID = {
  'the IRO': ['the IRO manager while the IRO is away', 'the IRO manager while the IRO is there'],
  'the IRO manager': ['the IRO', 'an IRO who covers for the IRO', 'the IRO, away and covered'],
  'the administrator': IRO,
} as const satisfies Readonly<Record<string, readonly Hat[]>>;
