/** What was answered lately, by a key. Teams delivers some activities more than once; each is done once. */
export class Remembered<T> {
  readonly #kept = new Map<string, T>();
  readonly #most: number;

  constructor(most = 5_000) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#kept.get(key);
  }

  /** Keeps it, and forgets the oldest beyond the most that is kept. */
  keep(key: string, value: T): void {
    this.#kept.set(key, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
  }

  /** As if it had never been answered: what failed may be asked again. */
  forget(key: string): void {
    this.#kept.delete(key);
  }
}
