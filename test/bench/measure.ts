/** One line of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  /** The most that is allowed, or the least where the unit says so; null where it is only to know. */
  readonly allowed: number | null;
  readonly unit: string;
}

/** How many milliseconds it took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The one in the middle. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
