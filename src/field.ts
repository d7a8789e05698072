import { z } from 'zod';
import { isLocalDate, type LocalDate } from './local-date.ts';
import { done, type Outcome, refuse } from './refusal.ts';

/**
 * Readers of single values off a card. Whatever comes back from a card is untrusted: any type, any length, any field
 * missing. Each reader is told the label that the person saw, so that its sentence can name the field.
 */

/** Words that must be given, at most `max` characters. */
export function words(label: string, max = 2000) {
  return z
    .string({ error: `${label}: please fill this in.` })
    .transform(tidy)
    .pipe(
      z.string().min(1, `${label}: please fill this in.`).max(max, `${label}: please keep it under ${max} characters.`),
    );
}

/** Words that may be left out; then an empty string. */
export function maybeWords(label: string, max = 2000) {
  return z
    .string({ error: `${label}: this should be words.` })
    .optional()
    .transform((typed) => tidy(typed ?? ''))
    .pipe(z.string().max(max, `${label}: please keep it under ${max} characters.`));
}

/** A day that must be given and must be real. */
export function day(label: string) {
  return z.custom<LocalDate>(isLocalDate, { error: ({ input }) => notADay(label, input) });
}

/** A day that may be left out; then null. */
export function maybeDay(label: string) {
  return z
    .unknown()
    .optional()
    .transform((typed) => (typed === '' || typed === undefined ? null : typed))
    .pipe(
      z.custom<LocalDate | null>((typed) => typed === null || isLocalDate(typed), {
        error: ({ input }) => notADay(label, input),
      }),
    );
}

/** One of the choices of a list. */
export function choice<const C extends string>(label: string, choices: readonly C[]) {
  return z.enum(choices as readonly [C, ...C[]], { error: `${label}: please choose one from the list.` });
}

/** A toggle, which a card sends as the text `true` or `false`. */
export function yesNo() {
  return z
    .unknown()
    .optional()
    .transform((typed) => typed === true || typed === 'true');
}

/** The revision that an action's card was drawn from. */
export const revision = z.coerce.number({ error: 'This card is out of date.' }).int();

/** Reads a whole form: the typed values, or a refusal with a sentence for each field that is wrong. */
export function readForm<T>(schema: z.ZodType<T>, typed: unknown): Outcome<T> {
  const read = schema.safeParse(typed);
  if (read.success) return done(read.data);
  const beside = Object.fromEntries(
    read.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
  );
  return refuse(Object.values(beside).join(' '), beside);
}

function notADay(label: string, typed: unknown): string {
  if (typeof typed !== 'string' || typed === '') return `${label}: please give a date.`;
  return `${label}: “${typed.slice(0, 40)}” is not a real date. Choose it from the calendar, or write it like 2026-04-02.`;
}

/** Control characters out, ends trimmed: card text is shown again and again. */
function tidy(typed: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  return typed.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}
