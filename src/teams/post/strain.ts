import { type Instant, plusMinutes } from '../../clock.ts';

/** Trouble that several conversations have, with nothing good between, is trouble with Teams: then it is left alone for a while. */
export interface Strain {
  /** Teams answered somebody properly. */
  eased(): void;
  /** Teams did not, along a line; `isEverybody` where nobody can be written to. Returns until when to leave Teams alone, or null. */
  felt(line: string, isEverybody: boolean, now: Instant): Instant | null;
  /** Whether one letter at a time is to try whether Teams is well again. */
  isFelt(): boolean;
}

const MANY = 3;
const LONGEST_MINUTES = 15;

export function noStrain(): Strain {
  const hit = new Set<string>();
  let pauses = 0;
  let pausedUntil: Instant | null = null;
  return {
    eased() {
      hit.clear();
      pauses = 0;
    },
    felt(line, isEverybody, now) {
      // What was under way when the pause began says nothing new.
      if (pausedUntil !== null && now < pausedUntil) return null;
      hit.add(line);
      if (!isEverybody && pauses === 0 && hit.size < MANY) return null;
      hit.clear();
      pauses += 1;
      pausedUntil = plusMinutes(now, Math.min(2 ** (pauses - 1), LONGEST_MINUTES));
      return pausedUntil;
    },
    isFelt: () => pauses > 0,
  };
}
