import { hatsOf } from '../../cases/rules.ts';
import { pageOf } from '../../cases/view.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { asItIs, type DisputeNeeds } from '../actions.ts';
import { openFigures } from '../figures/actions.ts';
import type { Count, Figures } from '../figures/model.ts';
import type { Dispute, DisputeId } from '../model.ts';
import { sightFor } from '../seeing.ts';
import { besideOf, seesAsSibling } from '../siblings/actions.ts';
import type { Beside } from '../siblings/model.ts';
import { isLive } from '../standing.ts';
import { EVERY, LIVE } from '../store.ts';
import type { ListForm, ListName } from './form.ts';
import { byWhatIsDue, isIn, latestFirst } from './rules.ts';

/** A list of disputes that a person may see, and the other lists there are for them. */
export interface Listed {
  readonly show: ListName;
  readonly page: number;
  /** What the list is of, where it is behind a figure; empty otherwise. */
  readonly behind: string;
  readonly disputes: readonly Dispute[];
  /** How many are on each list that there is for this person; null where it is only looked up when asked for. */
  readonly lists: readonly (readonly [ListName, number | null])[];
  /** What this person may know of the children of each dispute on the page. */
  readonly besides: ReadonlyMap<DisputeId, Beside>;
  readonly form: Pick<ListForm, 'period' | 'whose' | 'figure'>;
}

export const A_PAGE = 5;

/** The disputes that a person may see, a page at a time: what is due first at the top, what ended last at the top. */
export async function listDisputes(form: ListForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Listed>> {
  const { register } = needs.authority;
  const today = dayOf(needs.clock.now());
  const live = await seen(await needs.disputes.find(LIVE), by, needs);
  const services = hatsOf(by, register, today).map(({ service }) => service);
  const on = (list: ListName) => live.filter((dispute) => isIn(list, dispute, { by, services, today, needs }));
  const lists = (['waiting', 'raised', 'service', 'open'] as const)
    .map((list) => [list, on(list).length] as const)
    .filter(([list, many]) => list === 'open' || many > 0);
  const found = await (form.show === 'ended'
    ? ended(by, needs)
    : form.show === 'behind'
      ? behind(form, by, needs)
      : done({ title: '', disputes: byWhatIsDue(on(form.show)) }));
  if (!found.ok) return found;
  const { title, disputes } = found.value;
  return done({
    ...{ show: form.show, page: form.page, behind: title, disputes, form },
    lists: [...lists, ['ended', null]],
    besides: await besidesOf(pageOf(disputes, form.page, A_PAGE).shown, by, needs),
  });
}

type Found = Outcome<{ readonly title: string; readonly disputes: readonly Dispute[] }>;

async function ended(by: Person, needs: DisputeNeeds): Promise<Found> {
  const every = await needs.disputes.find(EVERY);
  const over = every.filter((dispute) => !isLive(dispute));
  return done({ title: '', disputes: latestFirst(await seen(over, by, needs)) });
}

/** The disputes behind a figure, as far as this person may see them: fewer, often, than the figure says. */
async function behind(form: ListForm, by: Person, needs: DisputeNeeds): Promise<Found> {
  const opened = await openFigures(form, by, needs);
  if (!opened.ok) return opened;
  const figure = countsOf(opened.value.figures).find(({ key }) => key === form.figure);
  const counted = new Set(figure?.disputes);
  const every = await needs.disputes.find(EVERY);
  const theirs = await seen(
    every.filter(({ id }) => counted.has(id)),
    by,
    needs,
  );
  const title = [figure?.title ?? 'No such figure', opened.value.period.title].join(', ');
  return done({ title, disputes: latestFirst(theirs) });
}

function countsOf(figures: Figures): readonly Count[] {
  const { raised, standing, stages, themes, teams, time, onTheWay, afterwards, apart } = figures;
  return [raised, ...standing, ...stages, ...themes, ...teams, ...time, ...onTheWay, ...afterwards, ...apart];
}

async function seen(disputes: readonly Dispute[], by: Person, needs: DisputeNeeds): Promise<readonly Dispute[]> {
  const now = needs.clock.now();
  const current = await Promise.all(disputes.map((dispute) => asItIs(dispute, needs, now)));
  const sees = await sightFor(by, needs);
  const may = await Promise.all(
    current.map(async (dispute) => (await sees(dispute)) || seesAsSibling(dispute, by, needs)),
  );
  return current.filter((_, at) => may[at]);
}

async function besidesOf(disputes: readonly Dispute[], by: Person, needs: DisputeNeeds): Promise<Listed['besides']> {
  return new Map(
    await Promise.all(disputes.map(async (dispute) => [dispute.id, await besideOf(dispute, by, needs)] as const)),
  );
}
