import type { Instant } from '../../src/clock.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Kept, RecordKind, RecordShape } from '../../src/record.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { storeOn } from '../../src/store/engine.ts';
import type { Holding } from '../../src/store/holding.ts';
import { channelHealth } from '../../src/teams/post/channel-health.ts';
import { delivery } from '../../src/teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from '../../src/teams/post/directory.ts';
import { TEAMS_LIMITS } from '../../src/teams/post/pacing.ts';
import { tellOfUnreachable } from '../../src/teams/post/unreachable.ts';
import type { Needs } from '../../src/teams/route.ts';
import { type Watch, watchOver } from '../../src/teams/watch.ts';
import type { Alarms } from './alarms.ts';
import { CHILDREN } from './children.ts';
import { COUNCIL } from './council.ts';
import type { Line } from './line.ts';

const SHAPES = [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE] as const;

/** What outlives the process: the last whole write of every record. */
export class Disk {
  readonly holdings = new Map<string, { readonly kind: RecordKind; readonly holding: Holding }>();
  /** Writes left until the process dies, before the write or right after it; null while nothing is to happen. */
  fuse: { writes: number; readonly after: boolean } | null = null;

  found(): ReadonlyMap<RecordKind, readonly Holding[]> {
    const kinds = SHAPES.map(({ kind }) => kind);
    return new Map(
      kinds.map((kind) => [
        kind,
        [...this.holdings.values()].filter((one) => one.kind === kind).map(({ holding }) => holding),
      ]),
    );
  }
}

/** One process of Homeward, from its start until it is killed: the store, the sweep and the post, with no door. */
export class Homeward {
  readonly needs: Needs;
  readonly troubles: string[] = [];
  /** What its own watchdog found, by code. */
  readonly missed: string[] = [];
  isDead = false;
  readonly #post: ReturnType<typeof delivery>;
  readonly #directory: ReturnType<typeof directoryOver>;
  readonly #watch: Watch;
  readonly #clock: { now(): Instant };
  #ticked: Instant;

  constructor(disk: Disk, line: Line, clock: { now(): Instant }, alarms: Alarms) {
    this.#clock = clock;
    this.#ticked = clock.now();
    const write = async (shape: RecordShape<Kept>, holding: Holding) => {
      const { fuse } = disk;
      if (this.isDead) throw new Error('This process was killed');
      if (fuse) fuse.writes -= 1;
      const dies = fuse !== null && fuse.writes < 0;
      if (dies) this.isDead = true;
      if (dies && fuse?.after) disk.holdings.set(`${shape.kind}/${holding.record.id}`, { kind: shape.kind, holding });
      if (dies) throw new Error('Killed while writing');
      disk.holdings.set(`${shape.kind}/${holding.record.id}`, { kind: shape.kind, holding });
    };
    const store = storeOn({ write, release: () => {}, probe: async () => {} }, SHAPES, disk.found());
    this.needs = {
      cases: store.records(RETURNING_CASE_SHAPE),
      disputes: store.records(DISPUTE_SHAPE),
      diaries: store.records(DIARY_SHAPE),
      outbox: store.outbox,
      authority: COUNCIL,
      clock,
      publicUrl: null,
    };
    const trouble = (code: string) => void this.troubles.push(code);
    this.#directory = directoryOver(store.records(CONTACT_SHAPE), {
      oneChatForAll: false,
      outbox: store.outbox,
      clock,
    });
    const messenger = line.for(this, clock);
    const channels = channelHealth({ needs: this.needs, directory: this.#directory, messenger, trouble });
    this.#post = delivery({
      needs: this.needs,
      limits: TEAMS_LIMITS,
      alarm: { at: (moment, run) => alarms.set(moment, () => (this.isDead ? undefined : run())) },
      directory: this.#directory,
      messenger,
      channels,
      addressed: null,
      trouble,
    });
    this.#watch = watchOver({
      needs: this.needs,
      directory: this.#directory,
      deliver: () => this.#post.send(),
      lastTick: () => this.#ticked,
      measures: { missed: () => {}, putRight: () => {} },
      log: ({ code }) => void this.missed.push(code),
      slice: CHILDREN,
    });
  }

  /** A message or an install from somebody, as Teams tells of it. */
  async hears(person: string): Promise<void> {
    const tenant = COUNCIL.tenant;
    await this.#directory.note(person, { serviceUrl: 'http://teams.test/', conversation: `a:${person}`, tenant });
  }

  async tick(): Promise<void> {
    await sweep({ ...this.needs, trouble: (code) => void this.troubles.push(code) });
    await this.#post.send();
    if (await tellOfUnreachable(this.needs, this.#directory)) await this.#post.send();
    this.#ticked = this.#clock.now();
  }

  /** Its watchdog goes once through everything that is kept. */
  async watches(): Promise<void> {
    await this.#watch.look();
  }

  now(): Instant {
    return this.#clock.now();
  }
}
