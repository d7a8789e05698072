import type { Authority } from '../../src/authority/model.ts';
import { type LocalDate, localDate, plusDays } from '../../src/local-date.ts';
import type { Person, Post } from '../../src/people/model.ts';
import { northmoor } from '../builders/people.ts';

/** 1 January 2026 is a Thursday and a bank holiday; both clock changes, Easter and Christmas lie in the year. */
export const FIRST = localDate('2026-01-01');
export const LAST = localDate('2026-12-31');

const SERVICES = ['North', 'East', 'South', 'West'];
const TEAMS_A_SERVICE = 5;
const WORKERS_A_TEAM = 10;
const IROS = 25;

/** A number from 0 up to, but not including, `below`, that is always the same for the same words. */
export function chance(words: string, below: number): number {
  let hash = 2166136261;
  for (const letter of words) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 2246822507) >>> 0) % below;
}

function person(id: string, posts: readonly Post[], rest: Partial<Person> = {}): Person {
  const name = `Invented ${id.replaceAll('-', ' ')}`;
  return {
    id,
    name,
    email: `${id}@northmoor.test`,
    posts,
    team: null,
    service: null,
    manager: null,
    cover: null,
    ...rest,
  };
}

/** A fortnight away each, at another time than the colleague who covers. */
function onLeave(worker: number): Pick<Person, 'cover'> {
  const colleague = worker % 2 === 0 ? worker + 1 : worker - 1;
  const from = plusDays(FIRST, 20 + (worker % 2) * 150 + chance(`leave ${worker}`, 120));
  return { cover: { by: `worker-${colleague}`, from, to: plusDays(from, 13) } };
}

const workers = SERVICES.flatMap((service, s) =>
  Array.from({ length: TEAMS_A_SERVICE * WORKERS_A_TEAM }, (_, w) => {
    const team = s * TEAMS_A_SERVICE + Math.floor(w / WORKERS_A_TEAM);
    const number = s * TEAMS_A_SERVICE * WORKERS_A_TEAM + w;
    return person(`worker-${number}`, ['social-worker'], {
      team: `Team ${team}`,
      service,
      manager: `manager-${team}`,
      ...onLeave(number),
    });
  }),
);

const managers = Array.from({ length: SERVICES.length * TEAMS_A_SERVICE }, (_, team) => {
  const service = SERVICES[Math.floor(team / TEAMS_A_SERVICE)]!;
  return person(`manager-${team}`, ['team-manager'], { team: `Team ${team}`, service, manager: `service-${service}` });
});

const above = [
  ...SERVICES.map((service) => person(`service-${service}`, ['service-manager'], { service, manager: 'head' })),
  ...SERVICES.map((service) => person(`co-ordinator-${service}`, ['cin-coordinator'], { service, manager: 'head' })),
  person('head', ['head-of-service'], { manager: 'director' }),
  person('nominated', ['nominated-officer'], { manager: 'director' }),
  person('director', ['director'], { manager: 'chief' }),
  person('chief', ['chief-executive']),
  person('iro-manager', ['iro-manager'], { manager: 'director' }),
  person('support', ['business-support']),
  person('administrator', ['administrator']),
  ...Array.from({ length: IROS }, (_, number) => person(`iro-${number}`, ['iro'], { manager: 'iro-manager' })),
];

/** A made-up council of 200 social workers. */
export const COUNCIL: Authority = {
  ...northmoor,
  register: new Map([...workers, ...managers, ...above].map((one) => [one.id, one])),
};

export const WORKERS = workers.length;

export function teamOf(worker: number): string {
  return `manager-${Math.floor(worker / WORKERS_A_TEAM)}`;
}

export function iroOf(child: number): string {
  return `iro-${child % IROS}`;
}

/** Every day of the year, first to last. */
export function daysOfTheYear(): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = FIRST; day <= LAST; day = plusDays(day, 1)) days.push(day);
  return days;
}
