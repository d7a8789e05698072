import type { Card } from '../../cards/catalogue.ts';
import { harmlessText } from '../../cards/harmless.ts';
import type { ConcernIn } from '../../cases/concerns/actions.ts';
import type { Case } from '../../cases/model.ts';
import type { Dispute } from '../../disputes/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { isInTrouble } from '../../letters/unreachable/rules.ts';
import type { Register } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import type { Returning } from '../../returns/model.ts';
import type { Here } from '../route.ts';

/** Which letters a card answers for: those kept with a record, or (a return is kept in its case) some of them. */
export interface Mail {
  readonly record: KeptLetter['record'];
  readonly isOfIt: (letter: KeptLetter) => boolean;
}

export function mailOfCase({ id }: Case): Mail {
  return { record: { kind: 'case', id }, isOfIt: () => true };
}

export function mailOfConcern({ about, concern }: ConcernIn): Mail {
  return { record: { kind: 'case', id: about.id }, isOfIt: ({ facts }) => facts.concern === concern.id };
}

export function mailOfReturn({ about, plan }: Returning): Mail {
  return { record: { kind: 'case', id: about.id }, isOfIt: ({ facts }) => facts.return === plan.id };
}

export function mailOfDispute({ id }: Dispute): Mail {
  return { record: { kind: 'dispute', id }, isOfIt: () => true };
}

const MOST_LINES = 3;

/** The card with a line, under its heading, for each letter about it that did not arrive, or may not have. */
export async function withUndelivered(card: Card, { record, isOfIt }: Mail, { needs }: Here): Promise<Card> {
  const { outbox, authority } = needs;
  const letters = (await outbox.of(record)).filter(isOfIt);
  const digests = await digestsInTrouble(letters, outbox);
  const lines = [...new Set(letters.flatMap((letter) => sayTrouble(letter, digests, authority.register)))];
  if (lines.length === 0) return card;
  const more = lines.length - MOST_LINES;
  const said = [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`⚠ ${more} more were not delivered either.`] : [])];
  const [heading, quiet, ...rest] = card.body as readonly unknown[];
  return { ...card, body: [heading, quiet, ...said.map(lineOf), ...rest] };
}

/** What waits for its hour or for a digest is in no trouble; a reminder that a digest carried fares as that digest does. */
function sayTrouble(letter: KeptLetter, digests: Digests, register: Register): readonly string[] {
  const { to, passage } = letter;
  if (passage.at === 'carried') {
    const digest = digests.get(`${passage.reader} ${passage.digest}`);
    return digest ? sayTrouble(digest, digests, register) : [];
  }
  if (!isInTrouble(letter)) return [];
  const whom = 'person' in to ? nameOf(to.person, register) : `the channel “${to.channel}”`;
  if (passage.at === 'unknown') return [`⚠ May not have reached ${whom}: ${passage.trouble}`];
  const trouble = passage.at === 'unsent' ? passage.trouble : null;
  return [`⚠ Not delivered yet to ${whom}${trouble ? `: ${trouble}` : '.'}`];
}

/** The digests in trouble, by reader and key. */
type Digests = ReadonlyMap<string, KeptLetter>;

async function digestsInTrouble(letters: readonly KeptLetter[], outbox: Here['needs']['outbox']): Promise<Digests> {
  if (!letters.some(({ passage }) => passage.at === 'carried')) return new Map();
  const inTrouble = (await outbox.inTrouble()).filter(({ record }) => record.kind === 'diary');
  return new Map(inTrouble.map((digest) => [`${digest.record.id} ${digest.key}`, digest]));
}

function lineOf(says: string) {
  return { type: 'TextBlock', text: harmlessText(says), color: 'attention', wrap: true, spacing: 'Small' };
}
