import { z } from 'zod';
import { day, historyLine, instant } from '../cases/store.ts';
import type { RecordStore } from '../letters/store.ts';
import type { RecordShape } from '../record.ts';
import type { Diary } from './model.ts';

export type DiaryStore = RecordStore<Diary>;

/** The key under which the diaries are found whose last digest was about a case or a dispute. */
export const lastAbout = (id: string) => `about:${id}`;
/** The key under which the owner of a calendar link is found. */
export const calendarOf = (hash: string) => `calendar:${hash}`;

const schema: z.ZodType<Diary> = z.strictObject({
  id: z.string(),
  revision: z.int(),
  wakeAt: instant.nullable(),
  history: z.array(historyLine),
  digestAt: z.string().regex(/^(0[89]|1[0-7]):[0-5]\d$/, { error: 'must be a time like 08:30, from 08:00' }),
  putOff: z.array(
    z.strictObject({
      case: z.string(),
      rule: z.string(),
      due: day,
      how: z.enum(['snoozed', 'seen']),
      until: day,
      at: instant,
    }),
  ),
  last: z.strictObject({ on: day, about: z.array(z.string()) }).nullable(),
  calendar: z.strictObject({ hash: z.string(), since: instant }).nullable(),
});

export const DIARY_SHAPE: RecordShape<Diary> = {
  kind: 'diary',
  schema,
  filedUnder: ({ last, calendar }) => [
    ...(last?.about ?? []).map(lastAbout),
    ...(calendar ? [calendarOf(calendar.hash)] : []),
  ],
};
