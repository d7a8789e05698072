import { momentOf } from '../../src/clock.ts';
import type { LocalDate } from '../../src/local-date.ts';
import { Alarms } from './alarms.ts';
import { argue } from './arguments.ts';
import { CHILDREN, childNumber } from './children.ts';
import { COUNCIL, chance, daysOfTheYear, FIRST, LAST } from './council.ts';
import { Expected, isWorkday } from './expected.ts';
import { Disk, Homeward } from './homeward.ts';
import { Line } from './line.ts';
import { type Deed, Intentions, log } from './work.ts';

/** How the year goes. */
export interface Weather {
  /** Teams fails, throttles, gives no answer, and people block Homeward for a while. */
  readonly isTeamsUnwell: boolean;
  /** On how many days of a hundred the process is killed, while it writes or while it sends. */
  readonly killsIn100Days: number;
  /** Every third deed is sent to Homeward a second time. */
  readonly isRepeated: boolean;
}

export interface Year {
  readonly disk: Disk;
  readonly line: Line;
  readonly expected: Expected;
  readonly last: Homeward;
  readonly troubles: readonly string[];
  /** What the watchdog found amiss, by code. */
  readonly missed: readonly string[];
  readonly kills: number;
}

/** When something is looked at: at night, before, at and after the time of digests, when work is logged, in the evening. */
const TICKS = ['00:05', '08:00', '08:30', '08:45', '10:05', '19:35'];

/** Plays the whole year through: what is due is said, and what people mean to do is done and logged. */
export async function play(weather: Weather, many = CHILDREN, until = LAST): Promise<Year> {
  const [disk, line, expected] = [new Disk(), new Line(weather.isTeamsUnwell), new Expected()];
  const alarms = new Alarms(momentOf(FIRST, '00:00'));
  const intentions = new Intentions();
  const troubles: string[] = [];
  const missed: string[] = [];
  const children = Array.from({ length: many }, (_, number) => childNumber(number));
  let kills = 0;
  let homeward = new Homeward(disk, line, alarms.clock, alarms);
  await homeward.hears('administrator');

  /** Does something; where the process dies of it, another is started and it is done once more. */
  async function surviving<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      const [before, outcome] = [homeward, await act().catch((error: unknown) => ({ died: error }))];
      if (!before.isDead) {
        if (typeof outcome === 'object' && outcome !== null && 'died' in outcome) throw outcome.died;
        return outcome as T;
      }
      kills += 1;
      troubles.push(...before.troubles);
      missed.push(...before.missed);
      disk.fuse = null;
      line.fuse = null;
      homeward = new Homeward(disk, line, alarms.clock, alarms);
    }
  }

  const tick = () => surviving(() => homeward.tick());
  const at = (day: LocalDate, time: string) => alarms.moveTo(momentOf(day, time));

  async function doing(deed: Deed, day: LocalDate): Promise<void> {
    const changed = await surviving(() => log(deed, day, homeward));
    const isRepeated = weather.isRepeated && chance(`twice ${deed.case} ${day}`, 3) === 0;
    if (isRepeated) await surviving(() => log(deed, day, homeward));
    const about = (await homeward.needs.cases.get(deed.case))!;
    if (!changed && about.events.at(-1)?.on !== day) return;
    expected.changed(about, day, until);
    intentions.plan(about, day);
  }

  for (const day of daysOfTheYear().filter((each) => each <= until)) {
    storm(day, weather, disk, line);
    for (const time of TICKS) {
      await at(day, time);
      if (time === '00:05') {
        for (const { on, about } of children) {
          if (on !== day) continue;
          await surviving(async () => {
            if (!(await homeward.needs.cases.get(about.id))) await homeward.needs.cases.save(about);
          });
          expected.changed(about, day, until);
          intentions.plan(about, day);
        }
      }
      if (time === '10:05' && isWorkday(day)) {
        for (const deed of intentions.of(day)) if (!deed.isConcern) await doing(deed, day);
      }
      if (time === '19:35') {
        for (const deed of intentions.of(day)) if (deed.isConcern) await doing(deed, day);
        await surviving(() => argue(day, many, homeward));
      }
      await tick();
    }
    if (isQuarter(day)) await surviving(() => homeward.watches());
    for (const person of unblockedOn(day))
      if (line.blocked.delete(`a:${person}`)) await surviving(() => homeward.hears(person));
  }
  expected.end(until);
  troubles.push(...homeward.troubles);
  missed.push(...homeward.missed);
  return { disk, line, expected, last: homeward, troubles, missed, kills };
}

/** When the watchdog goes through everything: in the evening of the last day of a quarter. */
function isQuarter(day: LocalDate): boolean {
  return ['03-31', '06-30', '09-30', '12-31'].includes(day.slice(5));
}

/** What goes wrong on a day: always the same days, people and moments. */
function storm(day: LocalDate, weather: Weather, disk: Disk, line: Line): void {
  const luck = chance(`storm ${day}`, 100);
  if (luck < weather.killsIn100Days) {
    const when = chance(`when ${day}`, 400);
    if (luck % 2 === 0) disk.fuse = { writes: when, after: luck % 4 === 0 };
    else line.fuse = chance(`which ${day}`, 60);
  }
  if (weather.isTeamsUnwell && luck % 10 === 0) line.blocked.add(`a:worker-${chance(`blocks ${day}`, 200)}`);
}

/** After some days everybody who has blocked Homeward writes to it once. */
function unblockedOn(day: LocalDate): readonly string[] {
  return chance(`peace ${day}`, 10) === 0 ? [...COUNCIL.register.keys()] : [];
}
