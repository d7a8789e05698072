import { readFileSync } from 'node:fs';
import { readAuthority } from '../../src/authority/form.ts';
import type { Authority, Sight } from '../../src/authority/model.ts';
import { dayOf, type Instant } from '../../src/clock.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';

/** The made-up council of the demo, and the people who work there. */
export const northmoor: Authority = sample();

export const ayesha = person('Ayesha Khan');
export const ben = person('Ben Carter');
export const chloe = person('Chloe Davies');
/** Team manager of the North. */
export const priya = person('Priya Shah');
/** Team manager of the South. */
export const tom = person('Tom Reed');
/** Service manager of the North. */
export const grace = person('Grace Obi');
/** Service manager of the South. */
export const martin = person('Martin Hale');
export const headHelen = person('Helen Frost');
export const nominatedSamuel = person('Samuel Okoro');
export const directorRuth = person('Ruth Adeyemi');
export const iroOlu = person('Olu Bankole');
export const iroNadia = person('Nadia Rahman');
export const iroManagerKaren = person('Karen Price');
export const coordinatorJosh = person('Josh Miller');
export const supportFiona = person('Fiona Grant');
export const administratorPeter = person('Peter Nolan');

/** The council while somebody is away and somebody else covers. */
export function away(who: Person, by: Person, from: string, to: string, authority: Authority = northmoor): Authority {
  return withPerson({ ...who, cover: { by: by.id, from: localDate(from), to: localDate(to) } }, authority);
}

/** The council without somebody. */
export function without(...gone: readonly Person[]): Authority {
  const left = [...northmoor.register].filter(([id]) => !gone.some((who) => who.id === id));
  return { ...northmoor, register: new Map(left) };
}

/** Somebody looking, at a moment. */
export function sightOf(by: Person, now: Instant, authority: Authority = northmoor): Sight {
  return { by, now, today: dayOf(now), authority, once: 'drawn-once' };
}

function withPerson(changed: Person, authority: Authority): Authority {
  return { ...authority, register: new Map([...authority.register, [changed.id, changed]]) };
}

function person(name: string): Person {
  const found = [...northmoor.register.values()].find((one) => one.name === name);
  if (!found) throw new Error(`Nobody in the demo council is called ${name}`);
  return found;
}

function sample(): Authority {
  const read = readAuthority(readFileSync('src/demo/authority.json', 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.authority;
}
