import { PRAISED } from '../../cases/store.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { DisputeNeeds } from '../actions.ts';
import { EVERY } from '../store.ts';
import type { FiguresForm } from './form.ts';
import { looksOf, periodsFor } from './looks.ts';
import type { Figures, Look, Period } from './model.ts';
import { periodsOf } from './periods.ts';
import { praisedIn } from './praised.ts';
import { figuresOf } from './rules.ts';

/** Figures, how they are looked at, and how else they could be. */
export interface FiguresAt {
  readonly figures: Figures;
  readonly look: Look;
  readonly looks: readonly Look[];
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly chosen: string;
  readonly page: number;
}

/** The figures that a person may see, for the period and the scope they chose. */
export async function openFigures(form: FiguresForm, by: Person, needs: DisputeNeeds): Promise<Outcome<FiguresAt>> {
  const today = dayOf(needs.clock.now());
  const looks = looksOf(by, needs.authority, today);
  const look = looks.find(({ key }) => key === form.whose) ?? looks[0];
  if (!look) return refuse(NOT_YOURS);
  const periods = periodsFor(look, periodsOf(today));
  const period = periods.find(({ key }) => key === form.period) ?? periods[0]!;
  const [every, praised] = await Promise.all([needs.disputes.find(EVERY), needs.cases.find(PRAISED)]);
  const goodPractice = praisedIn(praised, period, look.scope, needs.authority);
  const figures = figuresOf(every, goodPractice, period, look.scope, needs.authority, today);
  return done({ figures, look, looks, period, periods, chosen: form.figure, page: form.page });
}

/** The same as text for the annual report, small numbers held back. */
export async function exportFigures(form: FiguresForm, by: Person, needs: DisputeNeeds): Promise<Outcome<FiguresAt>> {
  const opened = await openFigures(form, by, needs);
  if (!opened.ok) return opened;
  if (opened.value.look.scope.of === 'iro') return refuse(OWN);
  return opened.value.period.isWholeYear ? opened : refuse(QUARTER);
}

const NOT_YOURS =
  'Figures on disputes are for managers, the IRO manager, and IROs for their own. Type “help” for what is yours.';
const OWN = 'The text for the annual report is made for a service or the whole authority. Ask your IRO manager for it.';
const QUARTER =
  'The text for the annual report is made for a whole year: four quarters beside a year would give small numbers away. Choose a year, then press it again.';
