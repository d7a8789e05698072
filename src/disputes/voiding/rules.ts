import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { left } from '../climbing/climb.ts';
import { line, noted, standsAnew } from '../history.ts';
import type { Dispute } from '../model.ts';
import type { Act } from '../rules.ts';
import type { AnswerVoidForm, VoidForm } from './form.ts';
import { VOID_BECAUSE, type VoidAsked } from './model.ts';
import { mayAgree, mayAskVoid, secondsFor } from './who.ts';

const ASKED = 'Asked that it is void';

/** How often it has been asked that a dispute is void: a form drawn at another count was sent before. */
export function timesAsked({ history }: Dispute): number {
  return history.filter(({ what }) => what.startsWith(ASKED)).length;
}

/** Why somebody cannot ask, as things stand; null when they can. The state does not matter: what ended may be void too. */
export function askRefusal(dispute: Dispute, by: Person, authority: Authority, today: LocalDate): Refusal | null {
  if (!mayAskVoid(dispute, by, authority, today)) {
    const iro = nameOf(dispute.people.iro, authority.register);
    return refuse(
      `Only the IRO, ${iro}, the IRO manager or an administrator can ask that a dispute is void. Tell one.`,
    );
  }
  if (dispute.state.at === 'void') return isVoid(dispute.id, dispute.state.on);
  if (dispute.voiding) return isAsked(dispute, dispute.voiding, by, authority, today);
  if (secondsFor(dispute, by.id, authority, today).length > 0) return null;
  return refuse(
    'Nobody but you holds the post of IRO or IRO manager today, so no second person can agree. Tell the Director that the post is empty.',
  );
}

/** One person asks. Nothing changes but that a second person is asked; the clock runs on. */
export const askVoid: Act<VoidForm> = (dispute, form, by, authority, now) => {
  const no = askRefusal(dispute, by, authority, dayOf(now));
  if (no) return no;
  if (form.drawn !== timesAsked(dispute)) {
    return refuse(
      `This form was sent before, and the answer was: not void. Nothing was saved. Type “void ${dispute.id}” to ask again.`,
    );
  }
  const { because, why } = form;
  const said = `${ASKED} (${VOID_BECAUSE[because]}): ${why}`;
  return done(noted(dispute, { voiding: { by: by.id, at: now, because, why } }, line(now, by.id, said)));
};

/** The second person agrees: it is void, kept for good and counted apart. */
export const agreeVoid = answer((dispute, asked, { says }, by, now) => {
  const on = dayOf(now);
  const state = { at: 'void', on, why: says, by: by.id, asked } as const;
  const said = line(now, by.id, `Agreed that it is void: ${says}`);
  return standsAnew(dispute, { climbed: left(dispute, on, 'void'), voiding: null, state }, said);
});

/** The second person does not agree: it stands as it did. */
export const refuseVoid = answer((dispute, _asked, { says }, by, now) =>
  noted(dispute, { voiding: null }, line(now, by.id, `Not void: ${says}`)),
);

type Answered = (dispute: Dispute, asked: VoidAsked, form: AnswerVoidForm, by: Person, now: Instant) => Dispute;

function answer(decide: Answered): Act<AnswerVoidForm> {
  return (dispute, form, by, authority, now): Outcome<Dispute> => {
    const { voiding, state, id } = dispute;
    if (state.at === 'void') return isVoid(id, state.on);
    if (!voiding) return refuse(`Nobody asks now that ${id} is void: it was answered. It stands as it did.`);
    const today = dayOf(now);
    if (!mayAgree(dispute, voiding.by, by, authority, today)) return isAsked(dispute, voiding, by, authority, today);
    if (voiding.at !== form.asked) {
      return refuse('It was asked again after your card was drawn. Nothing was saved; this is what is asked now.');
    }
    return done(decide(dispute, voiding, form, by, now));
  };
}

function isVoid(id: string, on: LocalDate): Refusal {
  return refuse(`${id} is void since ${sayDay(on)}: two people agreed. It is kept, and nothing more is done on it.`);
}

function isAsked(dispute: Dispute, asked: VoidAsked, by: Person, authority: Authority, today: LocalDate): Refusal {
  const whose = asked.by === by.id ? 'You' : nameOf(asked.by, authority.register);
  const when = sayDay(dayOf(asked.at));
  return refuse(
    `${whose} asked on ${when} that ${dispute.id} is void. A second person has to agree: ${saySeconds(dispute, asked.by, authority, today)}.`,
  );
}

/** "Karen Price or Olu Bankole": who can be the second person. */
export function saySeconds(dispute: Dispute, askedBy: PersonId, authority: Authority, today: LocalDate): string {
  const names = secondsFor(dispute, askedBy, authority, today).map(({ name }) => name);
  return names.length > 0 ? names.join(' or ') : 'the IRO manager, a post that is empty today';
}
