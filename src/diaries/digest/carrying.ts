import { dayOf } from '../../clock.ts';
import type { KeptLetter, Letter, Passage } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import type { Diary } from '../model.ts';
import { lastAbout } from '../store.ts';
import { type DigestNeeds, digestsOf } from './actions.ts';
import { keysIn } from './naming.ts';

/** Writes down of each letter held which digest brings it. */
export async function carry(
  held: readonly KeptLetter[],
  digests: readonly Pick<Letter, 'key' | 'facts'>[],
  { id }: Person,
  needs: DigestNeeds,
): Promise<void> {
  const carriedAt = needs.clock.now();
  const passages = held.flatMap((letter) => {
    const digest = digests.find(({ facts }) => keysIn(facts.brings).includes(letter.key));
    return digest ? [[letter, { at: 'carried', digest: digest.key, reader: id, carriedAt } as const] as const] : [];
  });
  await markEach(new Map(passages), needs);
}

/** A digest that could not be sent makes room for the newer one, which brings all that it was to bring. */
export async function overtake(before: readonly KeptLetter[], needs: DigestNeeds): Promise<void> {
  const droppedAt = needs.clock.now();
  const unsent = before.filter(({ passage }) => passage.at === 'unsent');
  const why = 'a newer digest takes its place';
  await markEach(new Map(unsent.map((letter) => [letter, { at: 'dropped', droppedAt, why } as const])), needs);
}

/** A digest that has been redrawn since a newer one came stays as it is for good: it need not be drawn again and again. */
export async function settle(
  digests: readonly KeptLetter[],
  { last, revision }: Diary,
  needs: DigestNeeds,
): Promise<void> {
  const done = digests.flatMap((letter) => {
    const { passage, facts } = letter;
    const isOver = facts.day !== last?.on && passage.at === 'sent' && passage.drawn >= revision;
    return isOver && passage.redrawAfter !== null ? [[letter, { ...passage, redrawAfter: null }] as const] : [];
  });
  await markEach(new Map(done), needs);
}

/** Marks letters, in one write for each record. */
export async function markEach(passages: ReadonlyMap<KeptLetter, Passage>, { outbox }: DigestNeeds): Promise<void> {
  const records = new Map<string, { record: KeptLetter['record']; passages: Map<string, Passage> }>();
  for (const [{ record, key }, passage] of passages) {
    const name = `${record.kind}/${record.id}`;
    const found = records.get(name) ?? { record, passages: new Map() };
    found.passages.set(key, passage);
    records.set(name, found);
  }
  for (const { record, passages: each } of records.values()) await outbox.markAll(record, each);
}

/** The digests of today in which a case or a dispute stands are drawn anew, now that it has changed. */
export async function redrawDigestsAbout(ids: readonly string[], needs: DigestNeeds): Promise<void> {
  const today = dayOf(needs.clock.now());
  const found = (await Promise.all(ids.map((id) => needs.diaries.find(lastAbout(id))))).flat();
  for (const diary of new Map(found.map((each) => [each.id, each])).values()) {
    if (diary.last?.on !== today) continue;
    await settle(await digestsOf(diary.id, needs), diary, needs);
    await needs.diaries.save(diary);
  }
}
