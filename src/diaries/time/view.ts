import type { Sight } from '../../authority/model.ts';
import { sayMoment } from '../../clock.ts';
import { type FormAgain, type Head, type NoticeView, problemsOf, typedAgain } from '../../view.ts';
import type { Diary } from '../model.ts';
import { EARLIEST, LATEST } from './form.ts';

/** Asks when the digest is to come. */
export interface TimeFormView extends Head, FormAgain {
  readonly earliest: string;
  readonly latest: string;
}

export function timeFormView(
  typed: Readonly<Record<string, unknown>>,
  problems: readonly string[],
  _sight: Sight,
): TimeFormView {
  return {
    heading: 'When your digest comes',
    quiet: 'Once on a working day, and only when there is something in it.',
    typed: typedAgain(['time'], typed),
    ...problemsOf(problems),
    earliest: EARLIEST,
    latest: LATEST,
  };
}

export function timeAskedView({ digestAt }: Diary, sight: Sight): TimeFormView {
  return timeFormView({ time: digestAt }, [], sight);
}

export function timeKeptView({ digestAt, wakeAt }: Diary): NoticeView {
  const next = wakeAt ? ` The next one is due on ${sayMoment(wakeAt)}.` : '';
  return {
    heading: 'When your digest comes',
    quiet: `✓ At ${digestAt} on working days, when there is something in it.${next}`,
    lines: [],
  };
}
