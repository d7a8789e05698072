import { dayOf } from '../../src/clock.ts';
import { openDispute } from '../../src/disputes/actions.ts';
import { askLegalAdvice } from '../../src/disputes/advice/actions.ts';
import { consultCafcass, referToCafcass } from '../../src/disputes/cafcass/actions.ts';
import { checkDispute } from '../../src/disputes/checking/actions.ts';
import { CHECKS, type CheckKind } from '../../src/disputes/checking/model.ts';
import { overtakeDispute, resolveDispute, withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { type DisputeOutcome, OUTCOMES } from '../../src/disputes/ending/model.ts';
import { escalateDispute, setAutomatic } from '../../src/disputes/escalating/actions.ts';
import { judgeResponse } from '../../src/disputes/judging/actions.ts';
import { listDisputes } from '../../src/disputes/list/actions.ts';
import { readListForm } from '../../src/disputes/list/form.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { reopenDispute } from '../../src/disputes/reopening/actions.ts';
import { agreeToEscalate, respondToDispute } from '../../src/disputes/responding/actions.ts';
import { RESPONSES, type ResponseKind, VERDICTS, type Verdict } from '../../src/disputes/responding/model.ts';
import { agreeVoid, askVoid, notVoid } from '../../src/disputes/voiding/actions.ts';
import { VOID_BECAUSE, type VoidBecause } from '../../src/disputes/voiding/model.ts';
import { plusDays } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { allowed, raiseForm } from '../builders/dispute.ts';
import type { Council } from './histories.ts';

/** Written into every field: it may be in the record, and nowhere else. */
export const CASE_TEXT = 'the wombat of Kayleigh Example, born 2014-07-19, C-1042';

const ALL_OPEN = allowed(readListForm({}));

export interface Pressed {
  /** Some number: which stage, which verdict, and so on. */
  readonly n: number;
  /** Which step of the history. */
  readonly index: number;
  /** How many revisions old the card is. */
  readonly stale: number;
}

type Press = (council: Council, about: Dispute | null, by: Person, pressed: Pressed) => Promise<unknown>;

/** What can be pressed; whose act it is; and how often it comes up. */
export interface Act {
  readonly by: 'iro' | 'officer';
  readonly often: number;
  readonly press: Press;
}

const pick = <K extends string>(names: Readonly<Record<K, string>>, n: number): K => {
  const keys = Object.keys(names) as K[];
  return keys[n % keys.length]!;
};
const card = (about: Dispute, { stale }: Pressed) => ({
  dispute: about.id,
  revision: Math.max(0, about.revision - stale),
  why: CASE_TEXT,
});
/** A press on a dispute that is there. */
const on =
  (press: (council: Council, about: Dispute, by: Person, pressed: Pressed) => Promise<unknown>): Press =>
  async (council, about, by, pressed) =>
    about ? press(council, about, by, pressed) : null;

const raise: Press = ({ needs }, _about, by, { n, index }) => {
  const text = { concern: CASE_TEXT, impact: CASE_TEXT, wishes: CASE_TEXT, wanted: CASE_TEXT, tried: CASE_TEXT };
  const how = { startAt: [0, -1, 0, 1, 0, 2, 3, 0, -1, 4, 0, 0][n]!, urgent: n === 5, escalateAutomatically: n !== 2 };
  return raiseDispute(raiseForm({ ...text, ...how, whyThere: CASE_TEXT, once: `form ${index}` }), by, needs);
};

export const ACTS: Readonly<Record<string, Act>> = {
  raise: { by: 'iro', often: 1, press: raise },
  respond: {
    by: 'officer',
    often: 6,
    press: on((council, about, by, pressed) => {
      const actions = [{ what: CASE_TEXT, owner: 'Kayleigh Example', by: plusDays(dayOf(council.now), pressed.n - 1) }];
      const kind = pick<ResponseKind>(RESPONSES, pressed.n);
      return respondToDispute({ ...card(about, pressed), kind, says: CASE_TEXT, actions }, by, council.needs);
    }),
  },
  agree: {
    by: 'officer',
    often: 3,
    press: on((council, about, by, pressed) => agreeToEscalate(card(about, pressed), by, council.needs)),
  },
  judge: {
    by: 'iro',
    often: 5,
    press: on((council, about, by, pressed) =>
      judgeResponse({ ...card(about, pressed), verdict: pick<Verdict>(VERDICTS, pressed.n) }, by, council.needs),
    ),
  },
  escalate: {
    by: 'iro',
    often: 3,
    press: on((council, about, by, pressed) => {
      const stage = 'rung' in about.state ? about.state.rung.stage : 0;
      const to = pressed.n === 0 ? pressed.n - 1 : pressed.n > 8 ? pressed.n - 8 : stage + 1;
      return escalateDispute({ ...card(about, pressed), to }, by, council.needs);
    }),
  },
  automatic: {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) =>
      setAutomatic({ ...card(about, pressed), automatic: pressed.n % 2 === 0 }, by, council.needs),
    ),
  },
  cafcass: {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => referToCafcass(card(about, pressed), by, council.needs)),
  },
  resolve: {
    by: 'iro',
    often: 4,
    press: on((council, about, by, pressed) => {
      const outcome = pick<DisputeOutcome>(OUTCOMES, pressed.n);
      return resolveDispute({ ...card(about, pressed), outcome, changed: CASE_TEXT }, by, council.needs);
    }),
  },
  withdraw: {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => withdrawDispute(card(about, pressed), by, council.needs)),
  },
  overtake: {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => overtakeDispute(card(about, pressed), by, council.needs)),
  },
  check: {
    by: 'iro',
    often: 4,
    press: on((council, about, by, pressed) => {
      const kind = pick<CheckKind>(CHECKS, pressed.n);
      const form = { ...card(about, pressed), kind, passed: pressed.n % 4 === 0, says: CASE_TEXT };
      return checkDispute({ ...form, to: pressed.n > 8 ? pressed.n - 8 : null }, by, council.needs);
    }),
  },
  reopen: {
    by: 'iro',
    often: 4,
    press: on((council, about, by, pressed) =>
      reopenDispute({ ...card(about, pressed), to: pressed.n % 5 }, by, council.needs),
    ),
  },
  consult: {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => consultCafcass(card(about, pressed), by, council.needs)),
  },
  'legal advice': {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => askLegalAdvice(card(about, pressed), by, council.needs)),
  },
  'ask void': {
    by: 'iro',
    often: 1,
    press: on((council, about, by, pressed) => {
      const because = pick<VoidBecause>(VOID_BECAUSE, pressed.n);
      return askVoid({ ...card(about, pressed), because, drawn: pressed.n % 2 }, by, council.needs);
    }),
  },
  'answer void': {
    by: 'officer',
    often: 2,
    press: on((council, about, by, pressed) => {
      const form = { ...card(about, pressed), asked: about.voiding?.at ?? council.now, says: CASE_TEXT };
      return pressed.n % 2 === 0 ? agreeVoid(form, by, council.needs) : notVoid(form, by, council.needs);
    }),
  },
  open: {
    by: 'officer',
    often: 1,
    press: on(async (council, about, by) => {
      await listDisputes(ALL_OPEN, by, council.needs);
      return openDispute({ dispute: about.id }, by, council.needs);
    }),
  },
};
