/** Homeward's own upkeep: what it counts, the watch it keeps over itself, and the pages that tell of both. */

import { type Instant, millisecondsFrom } from '../clock.ts';
import { calendarBehind } from '../diaries/calendar/actions.ts';
import type { ChannelTrouble } from '../letters/channels/model.ts';
import { undeliveredIn } from '../letters/unreachable/actions.ts';
import { unreachables } from '../letters/unreachable/rules.ts';
import type { RecordKind } from '../record.ts';
import type { Log } from './adapter.ts';
import { hadOnce, healthOf, reach, seldom } from './health.ts';
import { type Measures, metricsOver } from './metrics.ts';
import type { Pages } from './pages.ts';
import type { Directory } from './post/directory.ts';
import type { Needs } from './route.ts';
import { type Watch, watchOver } from './watch.ts';

export interface UpkeepSettings {
  readonly needs: Needs;
  readonly directory: Pick<Directory, 'write' | 'channels'>;
  readonly deliver: () => Promise<void>;
  readonly log: Log;
  /** Where Microsoft's keys are found; null where nobody's token is checked. */
  readonly keysUrl: string | null;
  /** Tries whether a record could be kept. */
  readonly probe: () => Promise<void>;
  readonly sizes: () => ReadonlyMap<RecordKind, number>;
  readonly channelsInTrouble: () => readonly ChannelTrouble[];
}

export interface Upkeep {
  readonly measures: Measures;
  readonly watch: Watch;
  readonly pages: Pages;
  /** Notes that a tick has looked at everything. */
  ticked(): void;
}

/** Seconds between two tries of the disk, or two questions to Microsoft, however often our pages are asked for. */
const SELDOM = 10;

export function upkeep(settings: UpkeepSettings): Upkeep {
  const { needs, directory, keysUrl, probe, sizes } = settings;
  const { clock, outbox } = needs;
  const now = () => clock.now();
  let ticked = now();
  const lastTick = () => ticked;
  const since = (moment: Instant) => Math.max(0, millisecondsFrom(moment, now()) / 1000);
  const isWritable = seldom(probe, now, SELDOM);
  const hasKeys = seldom(hadOnce(keysUrl), now, SELDOM);

  const metrics = metricsOver({
    letters: () => outbox.tally(),
    records: sizes,
    async oldestUnsent() {
      const oldest = await outbox.oldestUnsent();
      return oldest ? since(oldest) : 0;
    },
    unreachable: async () => new Set(unreachables(await undeliveredIn(outbox)).map(({ person }) => person)).size,
    sinceTick: () => since(ticked),
    isWritable,
  });
  const teams = reach(now);
  const measures: Measures = {
    ...metrics.measures,
    attempted(kind, came, why = null) {
      teams.note(came, why);
      metrics.measures.attempted(kind, came, why);
    },
  };
  // Before Teams has first spoken to us nothing can be sent, and to be called not ready would keep it from speaking.
  const isTeamsLost = async () => teams.isLost() && (await directory.channels()) !== null;
  const watch = watchOver({ ...settings, lastTick, measures });
  return {
    measures,
    watch,
    ticked() {
      ticked = now();
    },
    pages: {
      health: () => healthOf({ ...settings, watch, lastTick, isWritable, hasKeys, isTeamsLost }),
      metrics: async () => ({ type: metrics.contentType, text: await metrics.text() }),
      calendar: (secret) => calendarBehind(secret, needs),
    },
  };
}
