import { withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { raiseDispute } from '../../src/disputes/raising/actions.ts';
import { isLive } from '../../src/disputes/standing.ts';
import { aboutChild } from '../../src/disputes/store.ts';
import { type LocalDate, plusDays } from '../../src/local-date.ts';
import { raiseForm } from '../builders/dispute.ts';
import { COUNCIL, chance, FIRST, iroOf } from './council.ts';
import type { Homeward } from './homeward.ts';

/** How long the IRO waits while nobody answers. */
const PATIENCE = 12;

/** The child about whom an IRO argues from that evening on, by number; null on most days. */
function arguedOn(day: LocalDate, many: number): number | null {
  return day >= FIRST && chance(`argument ${day}`, 15) === 0 ? chance(`about ${day}`, Math.min(many, 1_000)) : null;
}

/** In the evening IROs raise what they disagree with; nobody answers, and after twelve days they withdraw it. */
export async function argue(day: LocalDate, many: number, { needs }: Homeward): Promise<void> {
  const child = arguedOn(day, many);
  if (child !== null) {
    const form = raiseForm({ case: idOf(child), once: `once ${day}`, whyThere: 'Nothing has moved' });
    const raised = await raiseDispute(form, iroFor(child), needs);
    if (!raised.ok) throw new Error(raised.because);
  }
  const ended = arguedOn(plusDays(day, -PATIENCE), many);
  if (ended === null) return;
  for (const dispute of (await needs.disputes.find(aboutChild(idOf(ended)))).filter(isLive)) {
    const form = { dispute: dispute.id, revision: dispute.revision, why: 'It has been put right' };
    const withdrawn = await withdrawDispute(form, iroFor(ended), needs);
    if (!withdrawn.ok) throw new Error(withdrawn.because);
  }
}

const idOf = (child: number) => `C-${String(child).padStart(4, '0')}`;
const iroFor = (child: number) => COUNCIL.register.get(iroOf(child))!;
