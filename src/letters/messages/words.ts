import { type Instant, sayMoment } from '../../clock.ts';
import { type PersonId, POSTS, type Register } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { LETTERS, type LetterKind } from '../letters.ts';
import type { Addressee, Attempt, KeptLetter } from '../model.ts';
import type { Fate, Message } from './model.ts';

/** What a letter is, in few neutral words: how LETTERS says it, without to whom. */
export function sayKind(kind: LetterKind): string {
  const [what = ''] = LETTERS[kind].split(/, (?:1:1|neutral)/);
  return what.charAt(0).toUpperCase() + what.slice(1);
}

/** "Priya Shah (Team manager)". */
export function sayPerson(id: PersonId, register: Register): string {
  const post = register.get(id)?.posts[0];
  return `${nameOf(id, register)}${post ? ` (${POSTS[post]})` : ''}`;
}

export function sayWhom(to: Addressee, register: Register): string {
  return 'person' in to ? sayPerson(to.person, register) : `the channel “${to.channel}”`;
}

/** What it is about: by a neutral reference, or without one; only those who may see the case are told which child's. */
export function sayAbout({ record, facts }: KeptLetter, named: boolean): string {
  if (record.kind === 'dispute') return `dispute ${record.id}`;
  if (record.kind === 'diary') return 'about what waits for them';
  if (record.kind === 'contact') return 'about Homeward itself';
  const neutral = SERIES.flatMap(({ fact, says, id }) =>
    id.test(facts[fact] ?? '') ? [`${says} ${facts[fact]}`] : [],
  );
  const which = named ? [`case ${record.id}`] : [];
  return [...neutral, ...which].join(', ') || 'about a child’s case';
}

/** Homeward's own references, which say nothing of a child. */
const SERIES = [
  { fact: 'return', says: 'return', id: /^RH-\d+$/ },
  { fact: 'concern', says: 'concern', id: /^E-\d+$/ },
  { fact: 'praise', says: 'good practice', id: /^G-\d+$/ },
] as const;

/** How a letter fared, always with a sign and a word. */
export const FATES: Readonly<Record<Fate, { readonly sign: string; readonly colour: string }>> = {
  arrived: { sign: '✓ Arrived', colour: 'default' },
  waiting: { sign: '● Waits to be sent', colour: 'accent' },
  'not-delivered': { sign: '⚠ Not delivered', colour: 'attention' },
  unclear: { sign: '⚠ May not have arrived', colour: 'attention' },
  held: { sign: '● Waits for the next digest', colour: 'accent' },
  'not-sent': { sign: '○ Not sent', colour: 'default' },
};

/** "Mon 23 November 2026, 09:00: it did not arrive. The person has blocked Homeward. …" */
export function sayAttempt({ at, came, trouble }: Attempt): string {
  return [`${sayMoment(at)}: ${CAME[came]}.`, ...(trouble ? [trouble] : [])].join(' ');
}

const CAME = {
  arrived: 'it arrived',
  failed: 'it did not arrive',
  unclear: 'nobody knows whether it arrived',
} as const;

/** What comes next of it, or what became of it: one sentence, or none. */
export function sayNext({ letter, digest, fate }: Message, register: Register, now: Instant): string {
  const { passage, to } = letter;
  if (passage.at === 'unsent') {
    if (passage.waitsFor) {
      const whom = nameOf(passage.waitsFor, register);
      return `Next: it goes out by itself as soon as ${whom} writes to Homeward, or Homeward is installed for them again.`;
    }
    const when = passage.nextTryAt <= now ? 'with the next round, within a minute' : sayMoment(passage.nextTryAt);
    return passage.tries > 0 ? `Next: it is tried again ${on(when)}.` : `Next: it goes out ${on(when)}.`;
  }
  if (passage.at === 'held') return `Next: it is in the next digest of ${sayWhom(to, register)}.`;
  if (passage.at === 'carried') return sayCarried(passage.carriedAt, nameOf(passage.reader, register), digest, fate);
  if (passage.at === 'dropped') return fate === 'arrived' ? '' : `Not sent: ${passage.why}.`;
  if (passage.at === 'unknown') return 'Homeward does not say it again by itself: a person decides that.';
  return '';
}

function sayCarried(at: Instant, whose: string, digest: KeptLetter | null, fate: Fate): string {
  const carried = `It was in the digest of ${whose} of ${sayMoment(at)}`;
  if (!digest) return `${carried}, which is no longer kept.`;
  const { passage } = digest;
  if (passage.at === 'sent') return `${carried}, itself sent ${sayMoment(passage.sentAt)}.`;
  const trouble = passage.at === 'unsent' || passage.at === 'unknown' ? (passage.trouble ?? '') : '';
  return `${carried}, itself: ${FATES[fate].sign.slice(2).toLowerCase()}. ${trouble}`.trimEnd();
}

function on(when: string): string {
  return when.startsWith('with') ? when : `on ${when}`;
}
