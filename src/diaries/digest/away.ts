import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { KeptLetter, Letter } from '../../letters/model.ts';
import { isLocalDate, type LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import type { Diary } from '../model.ts';
import type { WhileAway } from './model.ts';

type Leave = Pick<WhileAway, 'from' | 'to' | 'cover'>;

/** The leave that somebody is back from, when this is the first digest since; null otherwise. */
export function backFrom(
  { cover }: Person,
  { last, history }: Pick<Diary, 'last' | 'history'>,
  today: LocalDate,
): Leave | null {
  if (!cover || cover.to >= today) return null;
  const begun = history[0] ? dayOf(history[0].at) : today;
  const isTold = (last?.on ?? begun) > cover.to;
  return isTold ? null : { from: cover.from, to: cover.to, cover: cover.by };
}

/** The leave in the facts of a digest's letter: written once, so that the letter is drawn the same again. */
export function sayLeave(leave: Leave | null): Letter['facts'] {
  return leave ? { awayFrom: leave.from, awayTo: leave.to, cover: leave.cover } : {};
}

export function awayIn({ awayFrom, awayTo, cover = '' }: Letter['facts']): Leave | null {
  return isLocalDate(awayFrom) && isLocalDate(awayTo) ? { from: awayFrom, to: awayTo, cover } : null;
}

/** What was said meanwhile about somebody's cases to whoever acted for them; null when that was nothing. */
export function whileAway(leave: Leave, letters: readonly KeptLetter[]): WhileAway | null {
  const said = new Map<string, string[]>();
  for (const letter of letters) {
    const heard = heardBy(letter);
    if (!heard || heard.reader !== leave.cover || dayOf(heard.at) < leave.from || dayOf(heard.at) > leave.to) continue;
    const [kind] = letter.kind.split('.') as [string];
    said.set(letter.record.id, [...(said.get(letter.record.id) ?? []), kind]);
  }
  return said.size === 0 ? null : { ...leave, said: [...said].map(([about, kinds]) => ({ about, kinds })) };
}

function heardBy({ passage }: KeptLetter): { readonly reader: string; readonly at: Instant } | null {
  if (passage.at === 'carried') return { reader: passage.reader, at: passage.carriedAt };
  return passage.at === 'sent' && passage.reader ? { reader: passage.reader, at: passage.sentAt } : null;
}

/** Who acted for somebody away, by name. */
export const coverOf = ({ cover }: Leave, { register }: Authority): Person | undefined => register.get(cover);
