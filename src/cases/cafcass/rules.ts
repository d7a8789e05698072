import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { type Person, POSTS } from '../../people/model.ts';
import { holderOf, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import type { Decided } from '../actions.ts';
import { asIro, sayAsCover } from '../iro.ts';
import type { Case, Referral } from '../model.ts';
import { changed, factsOf } from '../rules.ts';
import type { ReferForm } from './form.ts';

/** Why somebody cannot refer this child's case: it is the IRO's own decision, while the child is looked after (s.25B(3)). */
export function referRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  const today = dayOf(now);
  if (!asIro(about, by, authority, today)) {
    const iro = nameOf(about.people.iro, authority.register);
    return refuse(
      `Only the child’s IRO, ${iro}, or their cover can refer the case to Cafcass. Tell them what worries you.`,
    );
  }
  if (isLookedAfter(factsOf(about, today), today)) return null;
  return refuse(
    `${about.id} is no longer looked after. An IRO refers a case to Cafcass only while the child is: ask your legal advisers.`,
  );
}

/** Notes the referral: nobody is asked, no dispute is needed first (R-IRO-02, domain.md 7.5 no. 3). */
export function refer(about: Case, form: ReferForm, by: Person, authority: Authority, now: Instant): Outcome<Decided> {
  if (about.cafcass.some(({ once, by: who }) => once === form.once && who === by.id)) {
    return done({ after: about, letters: [] });
  }
  const no = referRefusal(about, by, authority, now);
  if (no) return no;
  const today = dayOf(now);
  const referral: Referral = { on: today, by: by.id, at: now, why: form.why, once: form.once };
  const cover = sayAsCover(asIro(about, by, authority, today)!, by, authority);
  const after = changed(about, by, now, `Referred to Cafcass${cover}, without a dispute`, {
    cafcass: [...about.cafcass, referral],
  });
  const letters = told(about, by, authority, today).flatMap(({ person }) =>
    person ? [letter(after, person, now)] : [],
  );
  return done({ after, letters });
}

/** The Director and the IRO manager are told, not asked (domain.md 7.2); `person` is null where nobody holds the post. */
export function told({ people }: Case, by: Person, { register }: Authority, day: LocalDate) {
  const service = register.get(people.teamManager)?.service ?? null;
  return (['director', 'iro-manager'] as const)
    .map((post) => ({ post: POSTS[post], person: holderOf(post, service, register, day)?.person ?? null }))
    .filter(({ person }) => person?.id !== by.id);
}

function letter(after: Case, { id }: Person, writtenAt: Instant): Letter {
  const referral = String(after.cafcass.length);
  const key = `${after.id}/cafcass/${referral}/${id}`;
  return { key, kind: 'cafcass.told', to: { person: id }, facts: { referral }, live: false, writtenAt };
}
