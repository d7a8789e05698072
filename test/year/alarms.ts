import type { Instant } from '../../src/clock.ts';

/** A clock that is moved by hand, and what is to be woken on the way. */
export class Alarms {
  #now: Instant;
  #set: { readonly at: Instant; readonly run: () => void }[] = [];

  constructor(now: Instant) {
    this.#now = now;
  }

  readonly clock = { now: () => this.#now };

  set(at: Instant, run: () => void): void {
    this.#set.push({ at, run });
  }

  /** Shows a moment, having woken on the way all that asked for it, in order. */
  async moveTo(moment: Instant): Promise<void> {
    for (;;) {
      const next = this.#set.filter(({ at }) => at <= moment).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (!next) break;
      this.#set.splice(this.#set.indexOf(next), 1);
      if (next.at > this.#now) this.#now = next.at;
      next.run();
      await still();
    }
    this.#now = moment;
  }
}

/** Lets everything that can go on without the clock go on. */
export async function still(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
