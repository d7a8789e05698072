/** Where something stands: a name, a place in it, and a link where our account of the law gives one. */
export interface Source {
  readonly name: string;
  /** Regulation, section or heading; empty where the name says enough. */
  readonly where: string;
  /** Empty where there is none. */
  readonly link: string;
}

/** How sure we are of an answer, in the words of its card. */
export const CERTAINTIES = {
  regulation: 'Read in the regulation itself',
  act: 'Read in the Act itself',
  source: 'Read in the source itself',
  councils: 'As named councils restate it',
  unverified: 'Not verified: check before relying on it',
  ours: 'Our proposal',
} as const;

export type Certainty = keyof typeof CERTAINTIES;

/** One short answer of the built-in guidance, in our own words. */
export interface Entry {
  readonly id: string;
  /** The questions it answers, the first as its card's heading. */
  readonly asks: readonly [string, ...string[]];
  /** At most ninety words. */
  readonly answer: string;
  readonly sources: readonly [Source, ...Source[]];
  /** The rules of our account of the law that it rests on. */
  readonly rules: readonly string[];
  readonly sure: Certainty;
  /** What in it is less sure than the rest; empty where nothing is. */
  readonly but: string;
  /** What to type in Homeward about it. */
  readonly see: readonly string[];
}

/** What a question came to: the best answer and others near it, or that we do not know. */
export type Found =
  | { readonly known: true; readonly entry: Entry; readonly also: readonly Entry[] }
  | { readonly known: false };
