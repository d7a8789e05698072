import { z } from 'zod';
import { choice, day, readForm, words } from '../field.ts';
import type { LocalDate } from '../local-date.ts';
import { done, type Outcome } from '../refusal.ts';
import { LEGAL_STATUSES, type LegalStatus, PLACEMENT_KINDS, type PlacementKind } from '../timetable/model.ts';

/** A child reference: letters, digits and hyphens, as case systems give them. Upper case, so that c-1042 is C-1042. */
export const reference = words('Child reference', 30)
  .transform((typed) => typed.toUpperCase())
  .pipe(
    z
      .string()
      .regex(
        /^[A-Z0-9][A-Z0-9-]*$/,
        'Child reference: use letters, digits and hyphens only, like C-1042. Never a name.',
      ),
  );

export interface FollowForm {
  readonly reference: string;
  readonly initials: string;
  readonly bornOn: LocalDate;
  readonly legalStatus: LegalStatus;
  readonly lookedAfterSince: LocalDate;
  readonly placement: PlacementKind;
  readonly placementStarted: LocalDate;
  readonly socialWorker: string;
  readonly teamManager: string;
  readonly iro: string;
}

const followSchema: z.ZodType<FollowForm> = z.object({
  reference,
  initials: words('Initials', 4),
  bornOn: day('Date of birth'),
  legalStatus: choice('Legal status', Object.keys(LEGAL_STATUSES) as LegalStatus[]),
  lookedAfterSince: day('Looked after since'),
  placement: choice('Placement type', Object.keys(PLACEMENT_KINDS) as PlacementKind[]),
  placementStarted: day('Placement started'),
  socialWorker: words('Social worker', 100),
  teamManager: words('Team manager', 100),
  iro: words('IRO', 100),
});

/** The inputs of the form, as the card names them. */
export const FOLLOW_INPUTS = [
  'reference',
  'initials',
  'bornOn',
  'legalStatus',
  'lookedAfterSince',
  'placement',
  'placementStarted',
  'socialWorker',
  'teamManager',
  'iro',
] as const;

export function readFollowForm(typed: unknown): Outcome<FollowForm> {
  return readForm(followSchema, typed);
}

/** What an action on a case carries: which case, and the revision its card was drawn from. */
export interface CaseForm {
  readonly case: string;
}

const caseSchema: z.ZodType<CaseForm> = z.object({ case: reference });

export function readCaseForm(typed: unknown): Outcome<CaseForm> {
  return readForm(caseSchema, typed);
}

/** A form about one case: which case, and whatever was typed on the form so far. */
export interface CaseAsk extends CaseForm {
  readonly typed: Readonly<Record<string, unknown>>;
}

export function readCaseAsk(typed: Readonly<Record<string, unknown>>): Outcome<CaseAsk> {
  const read = readCaseForm(typed);
  return read.ok ? done({ ...read.value, typed }) : read;
}

/** Which page of a list; the first for anything that is not one. */
export const page = z.coerce.number().int().min(1).catch(1);

export interface PageForm {
  readonly page: number;
}

const pageSchema: z.ZodType<PageForm> = z.object({ page });

export function readPageForm(typed: unknown): Outcome<PageForm> {
  return readForm(pageSchema, typed);
}
