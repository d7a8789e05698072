import type { Authority, Sight } from '../authority/model.ts';
import { type Card, type CardName, type Catalogue, render } from '../cards/catalogue.ts';
import type { Case } from '../cases/model.ts';
import { type Clock, dayOf } from '../clock.ts';
import type { DiaryStore } from '../diaries/store.ts';
import type { Dispute } from '../disputes/model.ts';
import type { Outbox, RecordStore } from '../letters/store.ts';
import type { Person } from '../people/model.ts';
import type { Outcome, Refusal } from '../refusal.ts';
import type { ReturnPlan } from '../returns/model.ts';
import { type Mail, withUndelivered } from './post/undelivered.ts';

/** Everything that acting and showing need from outside. */
export interface Needs {
  readonly cases: RecordStore<Case<ReturnPlan>>;
  readonly disputes: RecordStore<Dispute>;
  readonly diaries: DiaryStore;
  readonly outbox: Outbox;
  readonly authority: Authority;
  readonly clock: Clock;
  /** Where people's own programs reach Homeward; absent where nobody has said. */
  readonly publicUrl?: string | null;
}

/** What came with a press or a command. Untrusted. */
export type Typed = Readonly<Record<string, unknown>>;

/** Who is asking, when and where: the person is proved by Teams, never read from a card. */
export interface Here extends Sight {
  readonly inChannel: boolean;
  readonly needs: Needs;
}

export function here(by: Person, inChannel: boolean, once: string, needs: Needs): Here {
  const now = needs.clock.now();
  return { by, now, today: dayOf(now), authority: needs.authority, inChannel, once, needs };
}

/** One thing a person can press or ask for. */
export interface Route {
  readonly verb: string;
  /** In a channel only the buttons of channel cards work; a child's case is for 1:1 chat. */
  readonly inChannels: boolean;
  press(typed: Typed, at: Here): Promise<Card>;
}

/** Shows what an action came to. */
type Show<V, F> = (value: V, at: Here, form: F) => Card | Promise<Card>;
/** Shows the form or the record again, with what was wrong at the top and what was typed kept. */
type ShowAgain = (typed: Typed, problems: readonly string[], at: Here) => Card | Promise<Card>;

interface Row<F, V> {
  readonly verb: string;
  readonly inChannels?: boolean;
  readonly read: (typed: Typed) => Outcome<F>;
  readonly act: (form: F, by: Person, needs: Needs) => Promise<Outcome<V>> | Outcome<V>;
  readonly show: Show<V, F>;
  readonly again?: ShowAgain;
}

/** Read, act, show: the one shape of everything that can be pressed. A refusal is shown with the form, or as a notice. */
export function route<F, V>({ verb, inChannels = false, read, act, show, again }: Row<F, V>): Route {
  return {
    verb,
    inChannels,
    async press(typed, at) {
      const form = read(typed);
      const outcome = form.ok ? await act(form.value, at.by, at.needs) : form;
      if (form.ok && outcome.ok) return show(outcome.value, at, form.value);
      return refused(outcome as Refusal, typed, at, again);
    },
  };
}

/** A verb that only opens an empty form, filled in as far as the words that asked for it go. */
export function ask<N extends CardName>(
  verb: string,
  name: N,
  view: (typed: Typed, problems: readonly string[], sight: Sight) => Catalogue[N],
): Route {
  return { verb, inChannels: false, press: async (typed, at) => render(name, view(typed, [], at)) };
}

/** `show` for a card drawn from what the action gave; a record's card also says which of its letters did not arrive. */
export function card<N extends CardName, V>(
  name: N,
  view: (value: V, sight: Sight) => Catalogue[N],
  mailOf?: (value: V) => Mail,
) {
  return (value: V, at: Here): Card | Promise<Card> => {
    const drawn = render(name, view(value, at));
    return mailOf ? withUndelivered(drawn, mailOf(value), at) : drawn;
  };
}

/** `again` for a form: what was typed, and what was wrong with it. */
export function form<N extends CardName>(
  name: N,
  view: (typed: Typed, problems: readonly string[], sight: Sight) => Catalogue[N],
): ShowAgain {
  return (typed, problems, at) => render(name, view(typed, problems, at));
}

/** `again` for a button on a record's card: the record as it stands now, with the sentence at the top. */
export function asItStands<N extends CardName, F, V>(
  name: N,
  read: (typed: Typed) => Outcome<F>,
  open: (form: F, by: Person, needs: Needs) => Promise<Outcome<V>>,
  view: (value: V, sight: Sight, problems: readonly string[]) => Catalogue[N],
): ShowAgain {
  return async (typed, problems, at) => {
    const which = read(typed);
    const found = which.ok ? await open(which.value, at.by, at.needs) : which;
    return found.ok ? render(name, view(found.value, at, problems)) : notice(NOT_DONE, problems.join(' '));
  };
}

/** A heading, a sentence and an optional list. */
export function notice(heading: string, sentence: string, lines: readonly string[] = []): Card {
  return render('notice', { heading, quiet: sentence, lines: lines.map((says) => ({ says })) });
}

const NOT_DONE = 'That did not go through';

function refused({ because, beside }: Refusal, typed: Typed, at: Here, again?: ShowAgain): Card | Promise<Card> {
  const sentences = Object.values(beside);
  return again ? again(typed, sentences.length > 0 ? sentences : [because], at) : notice(NOT_DONE, because);
}
