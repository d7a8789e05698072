/** What an action comes to: done with a value, or refused with a sentence a person can act on. */
export type Outcome<T> = Done<T> | Refusal;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal {
  readonly ok: false;
  /** One sentence: what is wrong, the value, what to do. */
  readonly because: string;
  /** Sentences that belong beside a field of the form, by field name. */
  readonly beside: Readonly<Record<string, string>>;
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse(because: string, beside: Readonly<Record<string, string>> = {}): Refusal {
  return { ok: false, because, beside };
}
