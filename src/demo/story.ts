import type { Letter } from '../letters/model.ts';
import type { Person } from '../people/model.ts';
import type { Outcome } from '../refusal.ts';
import type { Needs } from '../teams/route.ts';

/** What every part of the demo’s story is told with. */
export function person(id: string, { authority }: Needs): Person {
  return authority.register.get(id)!;
}

/** Only what a channel shows is sent: what was said 1:1 in the past stays there. */
export function forChannels(letters: readonly Letter[]): readonly Letter[] {
  return letters.filter(({ to }) => 'channel' in to);
}

export function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`The demo’s own story was refused: ${outcome.because}`);
  return outcome.value;
}
