import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { Decided } from '../actions.ts';
import { asIro, sayAsCover } from '../iro.ts';
import type { Case } from '../model.ts';
import { changed, maySee } from '../rules.ts';
import type { PraiseForm } from './form.ts';
import type { Praise, PraiseId } from './model.ts';

/** Why somebody cannot recognise good practice here: it is the IRO's, or their cover's. */
export function praiseRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  if (asIro(about, by, authority, dayOf(now))) return null;
  const iro = nameOf(about.people.iro, authority.register);
  return refuse(`Good practice is recognised by the child’s IRO, ${iro}, or their cover. Tell them what was good.`);
}

/**
 * Recognises good work in the case: told to the worker and their team manager, answered by nobody, with no clock, and
 * never a dispute (domain.md 3.4, 7.5 no. 21).
 */
export function recognise(
  about: Case,
  form: PraiseForm,
  id: PraiseId,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Decided> {
  const no = praiseRefusal(about, by, authority, now) ?? otherWorker(about, form, authority);
  if (no) return no;
  const { says, impact, once } = form;
  const praise: Praise = { id, once, by: by.id, at: now, worker: about.people.socialWorker, says, impact };
  const cover = sayAsCover(asIro(about, by, authority, dayOf(now))!, by, authority);
  const what = `${id}: good practice recognised${cover}`;
  const after = changed(about, by, now, what, { praise: [...about.praise, praise] });
  return done({ after, letters: toldTo(about, authority).map((person) => praiseLetter(id, person.id, now)) });
}

/** The worker whose work it was and the team manager, as the case names them; not cover, since it is theirs to read. */
export function toldTo({ people }: Case, { register }: Authority): readonly Person[] {
  return [people.socialWorker, people.teamManager].flatMap((id) => register.get(id) ?? []);
}

function praiseLetter(id: PraiseId, person: Person['id'], now: Instant): Letter {
  const key = `${id}/praise.told/${person}`;
  return { key, kind: 'praise.told', to: { person }, facts: { praise: id }, live: false, writtenAt: now };
}

/** The case has passed to somebody else since the form was drawn: words about one must not go to the other. */
function otherWorker({ people }: Case, { worker }: PraiseForm, { register }: Authority): Refusal | null {
  if (worker === people.socialWorker) return null;
  return refuse(
    `The social worker is ${nameOf(people.socialWorker, register)} now, and the form was about somebody else. Nothing was saved; look at your words again.`,
  );
}

/** Whoever may see the case, and for good whoever wrote it and whose work it was. */
export function maySeePraise(about: Case, praise: Praise, by: Person, authority: Authority, now: Instant): boolean {
  return [praise.by, praise.worker].includes(by.id) || maySee(about, by, authority, now);
}
