import type { Letter } from '../letters/model.ts';
import type { Head } from '../view.ts';
import { MISSES, type Miss } from './watchdog.ts';

/** What the watchdog found, for the administrator: nothing of any case. */
export interface MissedView extends Head {
  readonly lines: readonly { readonly says: string }[];
  readonly remedy: string;
}

export function missedView({ facts }: Pick<Letter, 'facts'>): MissedView {
  const found = (facts.found ?? '').split(' ').flatMap((part) => {
    const [code = '', count = ''] = part.split(':');
    return code in MISSES ? [{ code: code as Miss, count }] : [];
  });
  return {
    heading: 'Homeward has missed something',
    quiet: 'Found by its own watch over itself',
    lines: found.map(({ code, count }) => ({
      says: code === 'ticks-silent' ? `${MISSES[code]}.` : `${count} ${MISSES[code]}.`,
    })),
    remedy:
      'Ask whoever runs Homeward to look at its health page and its log, and to restart it if this goes on. Nothing that was saved is lost: what is late is said when it works again.',
  };
}
