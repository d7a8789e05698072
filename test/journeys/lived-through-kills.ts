import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { ayesha } from '../builders/people.ts';
import { startTeamsService, type TeamsService } from '../fakes/teams-service.ts';
import { FIRST_DAY, HISTORY, type Morning, type Step } from './a-history-to-kill.ts';
import { isWaiting, lostLetters, staysKept, unmarkedMessages } from './after-a-kill.ts';
import {
  atTeams,
  type Card,
  type Holding,
  type Life,
  lettersIn,
  type Press,
  recordsIn,
  startHomeward,
} from './homeward-killed.ts';

type Moment = 'starting' | 'before the answer' | 'after the answer' | 'sending';

const STEPS = HISTORY.filter((part): part is Step => 'name' in part);

/** How a history was killed. */
export interface Killed {
  readonly kills: number;
  readonly at: Readonly<Record<Moment, number>>;
  /** Letters that Teams got twice, since a kill fell between the sending and its being written down. */
  readonly saidTwice: number;
}

/** The history once, from beginning to end. Each thing in it is done, or cut off and done again, under two kills. */
export async function livesThroughKills(seed: number): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-killed-'));
  const teams = await startTeamsService();
  const history = new Lived(folder, teams, randomFrom(seed));
  try {
    await history.begins();
    for (const part of HISTORY) await ('day' in part ? history.morning(part) : history.step(part));
    return await history.ends();
  } finally {
    await history.abandon();
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Lived {
  readonly #folder: string;
  readonly #teams: TeamsService;
  readonly #people: ReturnType<typeof atTeams>;
  readonly #random: () => number;
  readonly #kills: Record<Moment, number> = { starting: 0, 'before the answer': 0, 'after the answer': 0, sending: 0 };
  readonly #acknowledged: Step[] = [];
  /** Of each life that was killed: how many messages Teams had when it was over. */
  readonly #ends: number[] = [];
  #now = `${FIRST_DAY}T09:30:00.000Z`;
  #life: Life | null = null;
  #url = '';
  /** How long things take here, so that kills fall into the midst of them. */
  #startMs = 1_500;
  #answerMs = 60;
  #morningMs = 1_000;
  #before: ReadonlyMap<string, Holding> = new Map();
  /** What was pressed and never answered: it is pressed again. */
  #unanswered: { step: Step; press: Press } | null = null;

  constructor(folder: string, teams: TeamsService, random: () => number) {
    this.#folder = folder;
    this.#teams = teams;
    this.#people = atTeams(teams);
    this.#random = random;
  }

  /** The made-up council is written down before anything is killed: it is no work of anybody's. */
  async begins() {
    await this.#alive();
    await this.#kill('starting');
  }

  async step(step: Step) {
    let press: Press | null = null;
    for (const moment of this.#twoKills()) {
      if (moment === 'starting') {
        await this.#killStarting();
        continue;
      }
      await this.#alive();
      press ??= await this.#form(step);
      await this.#pressAndKill(step, press, moment);
    }
    if (press && !this.#acknowledged.includes(step)) this.#unanswered = { step, press };
  }

  /** The clock goes on to half past nine of a later day; whoever was cut off asks again, minutes later. */
  async morning({ day, spoken }: Morning) {
    await this.#alive();
    await this.#moveAndKill(`${spoken} 09:30`, this.#random() < 0.4 ? 'before the answer' : 'sending');
    this.#now = `${day}T09:31:00.000Z`;
    await this.#alive();
    const card = await this.#moveAndKill('today 09:40', 'after the answer');
    expect(card?.words).toContain('The clock moved');
    this.#now = `${day}T09:41:00.000Z`;
    this.#check();
    const waits = lettersIn(this.#before).filter(
      ({ passage, writtenAt }) =>
        isWaiting(passage, this.#now) || (passage.at === 'held' && writtenAt < `${day}T08:30`),
    );
    expect(waits).toEqual([]);
  }

  async ends(): Promise<Killed> {
    await this.#alive();
    await this.#people.says(this.#url, ayesha, 'help');
    const unsent = () => lettersIn(recordsIn(this.#folder)).some(({ passage }) => isWaiting(passage, this.#now));
    for (let tries = 0; tries < 200 && unsent(); tries += 1) await pause(50);
    expect(await this.#life!.stop()).toBe(0);
    this.#life = null;
    this.#check();
    expect(this.#acknowledged).toHaveLength(STEPS.length);
    expect(lostLetters(this.#before, this.#teams, this.#now)).toEqual([]);
    const saidTwice = unmarkedMessages(this.#before, this.#teams, this.#ends);
    expect(new Set(saidTwice).size).toBe(saidTwice.length);
    expect(saidTwice.filter((where) => where.startsWith('no kill'))).toEqual([]);
    return { kills: this.#ends.length, at: this.#kills, saidTwice: saidTwice.length };
  }

  async abandon() {
    await this.#life?.kill();
  }

  #twoKills(): readonly [Moment, Moment] {
    const first = this.#random() < 0.6 ? 'starting' : 'before the answer';
    return [first, this.#random() < 0.5 ? 'after the answer' : 'sending'];
  }

  /** A life to go on with; what was not answered in the one before is done again first. */
  async #alive() {
    if (this.#life) return;
    const began = performance.now();
    this.#life = startHomeward(this.#folder, this.#now);
    this.#check();
    this.#url = (await this.#life.url)!;
    this.#startMs = performance.now() - began;
    if (!this.#unanswered) return;
    const { step, press } = this.#unanswered;
    this.#unanswered = null;
    const had = step.times(this.#before);
    const card = await this.#people.presses(this.#url, step.by, press);
    if (had === 0) expect(card?.words).toContain(step.says);
    this.#acknowledge(step);
    this.#check();
  }

  async #killStarting() {
    this.#life = startHomeward(this.#folder, this.#now);
    this.#check();
    await pause(this.#startMs * (0.2 + 0.8 * this.#random()));
    await this.#kill('starting');
  }

  async #form(step: Step): Promise<Press> {
    const { by, opens, buttons, filled } = step;
    const asks = typeof opens === 'string' ? this.#people.says : this.#people.presses;
    let card = (await asks(this.#url, by, opens as string & Press))!;
    for (const button of buttons.slice(0, -1))
      card = (await this.#people.presses(this.#url, by, card.sends(button, {})))!;
    return card.sends(buttons.at(-1)!, filled);
  }

  async #pressAndKill(step: Step, press: Press, moment: Moment) {
    const had = step.times(recordsIn(this.#folder));
    const began = performance.now();
    const answered = this.#people.presses(this.#url, step.by, press).then((card) => {
      if (card) this.#answerMs = performance.now() - began;
      return card;
    });
    const card = await this.#killDuring(answered, this.#answerMs, moment);
    if (!card) return;
    if (had === 0) expect(card.words).toContain(step.says);
    this.#acknowledge(step);
  }

  async #moveAndKill(words: string, moment: Moment) {
    const began = performance.now();
    const answered = this.#people.says(this.#url, ayesha, `clock ${words}`).then((card) => {
      if (card) this.#morningMs = performance.now() - began;
      return card;
    });
    return this.#killDuring(answered, this.#morningMs, moment);
  }

  async #killDuring(answered: Promise<Card | null>, usual: number, moment: Moment): Promise<Card | null> {
    const heard = this.#teams.heard.length;
    if (moment === 'before the answer') await Promise.race([answered, pause(usual * this.#random())]);
    else if (moment === 'after the answer') await answered;
    else await this.#sent(heard + 1 + Math.floor(this.#random() * 4), answered);
    await this.#kill(moment);
    return answered;
  }

  /** Until Teams has so many requests; or, where there are no more, until all is quiet after the answer. */
  async #sent(count: number, answered: Promise<unknown>) {
    let quietFrom = Number.POSITIVE_INFINITY;
    void answered.then(() => {
      quietFrom = performance.now() + 150;
    });
    while (this.#teams.heard.length < count && performance.now() < quietFrom) await pause(1);
  }

  async #kill(moment: Moment) {
    const wasKilled = await this.#life!.kill();
    this.#life = null;
    expect(wasKilled).toBe(true);
    this.#kills[moment] += 1;
    this.#ends.push(this.#teams.sent().length);
  }

  #acknowledge(step: Step) {
    if (!this.#acknowledged.includes(step)) this.#acknowledged.push(step);
  }

  /** Nothing that was there has gone; what was acknowledged is there, once; nothing is there twice. */
  #check() {
    const records = recordsIn(this.#folder);
    staysKept(this.#before, records);
    const wrong = STEPS.filter(
      (step) => step.times(records) > 1 || (this.#acknowledged.includes(step) && step.times(records) < 1),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
    this.#before = records;
  }
}

/** The same numbers from 0 to 1 for a seed, on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
