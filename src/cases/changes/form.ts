import { z } from 'zod';
import { choice, maybeDay, readForm, revision } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { LEGAL_STATUSES, type LegalStatus, PLACEMENT_KINDS, type PlacementKind } from '../../timetable/model.ts';
import { reference } from '../form.ts';
import type { Case, ChildReference } from '../model.ts';

/** What the timetable needs to know of a placement besides its kind, in the words of the form. */
export const PLACEMENT_FLAGS = {
  untilEighteen: 'Meant to last until the child is 18',
  longTermFoster: 'Long-term foster placement, agreed as one',
  childAgrees: 'The child, being old enough, agrees to fewer visits',
  beforeAssessment: 'Placed with parents before their assessment was finished',
  temporaryApproval: 'Connected person with temporary approval',
} as const;

export type PlacementFlag = keyof typeof PLACEMENT_FLAGS;

/** What else may have happened that starts or stops a clock. A decision is not among them: it is made in its own place. */
export const HAPPENED = {
  'assessment-completed': 'Assessment of the parents completed',
  'placement-ended': 'Placement ended, no new one yet',
  'review-adjourned': 'Review adjourned',
} as const;

export type Happening = keyof typeof HAPPENED;

/** A change to a case. Null for everything that stays as it is. */
export interface ChangeForm {
  readonly case: ChildReference;
  readonly revision: number;
  readonly legalStatus: LegalStatus | null;
  readonly legalStatusOn: LocalDate | null;
  readonly placement: PlacementKind | null;
  readonly placementOn: LocalDate | null;
  readonly flags: readonly PlacementFlag[];
  readonly happened: Happening | null;
  readonly happenedOn: LocalDate | null;
  readonly people: { readonly [P in keyof Case['people']]: string | null };
}

const maybe = <const C extends string>(label: string, choices: readonly C[]) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), choice(label, choices).nullable());

/** An empty date is sent as an empty text, or not at all. */
const dayLeftOut = (label: string) => z.preprocess((typed) => typed ?? '', maybeDay(label));

const person = (label: string) =>
  z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.string({ error: `${label}: please choose one from the list.` }).nullable(),
  );

const flags = z
  .unknown()
  .optional()
  .transform((typed) => (typeof typed === 'string' ? typed.split(',').filter((flag) => flag !== '') : []))
  .pipe(z.array(choice('About this placement', Object.keys(PLACEMENT_FLAGS) as PlacementFlag[])));

const changeSchema: z.ZodType<ChangeForm> = z
  .object({
    case: reference,
    revision,
    legalStatus: maybe('Legal status', Object.keys(LEGAL_STATUSES) as LegalStatus[]),
    legalStatusOn: dayLeftOut('Legal status since'),
    placement: maybe('Placement type', Object.keys(PLACEMENT_KINDS) as PlacementKind[]),
    placementOn: dayLeftOut('Placement started'),
    flags,
    happened: maybe('Also happened', Object.keys(HAPPENED) as Happening[]),
    happenedOn: dayLeftOut('Happened on'),
    socialWorker: person('Social worker'),
    teamManager: person('Team manager'),
    iro: person('IRO'),
  })
  .transform(({ socialWorker, teamManager, iro, ...rest }) => ({
    ...rest,
    people: { socialWorker, teamManager, iro },
  }));

/** The inputs of the form, as the card names them. */
export const CHANGE_INPUTS = [
  'legalStatus',
  'legalStatusOn',
  'placement',
  'placementOn',
  'flags',
  'happened',
  'happenedOn',
  'socialWorker',
  'teamManager',
  'iro',
] as const;

export function readChangeForm(typed: unknown): Outcome<ChangeForm> {
  return readForm(changeSchema, typed);
}

/** A change with the words it was typed in, to draw its form or its preview again. */
export interface TypedChange extends ChangeForm {
  readonly typed: Readonly<Record<string, unknown>>;
}

export function readTypedChange(typed: Readonly<Record<string, unknown>>): Outcome<TypedChange> {
  const read = readChangeForm(typed);
  return read.ok ? { ...read, value: { ...read.value, typed } } : read;
}
