import { distance } from 'fastest-levenshtein';
import type { Authority } from '../authority/model.ts';
import type { Card } from '../cards/catalogue.ts';
import { dayOf, type Instant, momentOf, sayTime } from '../clock.ts';
import { type LocalDate, plusDays, sayDay } from '../local-date.ts';
import { type Person, type PersonId, POSTS } from '../people/model.ts';
import { spokenDay } from '../spoken-day.ts';
import { notice } from '../teams/route.ts';
import { plusWorkingDays } from '../working-days.ts';
import type { MovingClock } from './moving-clock.ts';

/** What the demo adds and nothing else may reach: being another person, and moving the clock. */
export interface Stage {
  whoIs(id: PersonId): PersonId;
  /** Answers "act as …" and "clock …"; null for anything else. */
  hear(text: string, id: PersonId): Promise<Card | null>;
}

export interface StageSettings {
  readonly authority: Authority;
  readonly clock: MovingClock;
  /** Whom the people of a fresh browser are, until they say otherwise. */
  readonly atFirst: PersonId;
  /** The first moment, no later than the one given, at which something falls due; null when nothing does. */
  readonly nextWake: (by: Instant) => Promise<Instant | null>;
  /** Runs what has fallen due, and sends what it says. */
  readonly tick: () => Promise<void>;
}

export function stage(settings: StageSettings): Stage {
  const acting = new Map<PersonId, PersonId>();
  const { register } = settings.authority;
  const whoIs = (id: PersonId) => acting.get(id) ?? (register.has(id) ? id : settings.atFirst);
  return {
    whoIs,
    async hear(text, id) {
      const said = text
        .replace(/<at>.*?<\/at>/gi, '')
        .trim()
        .replace(/^\//, '');
      const asked = /^act as\b\s*(.*)$/i.exec(said);
      if (asked) return actAs(asked[1]!.trim(), id, acting, register, whoIs(id));
      const moved = /^clock\b\s*(.*)$/i.exec(said);
      return moved ? moveClock(moved[1]!.trim(), settings) : null;
    },
  };
}

function actAs(
  name: string,
  id: PersonId,
  acting: Map<PersonId, PersonId>,
  register: Authority['register'],
  now: PersonId,
): Card {
  if (name === '') {
    const lines = [...register.values()].map((person) => `${person.name} – ${postsOf(person)}`);
    return notice('Act as', `You are ${register.get(now)!.name}. Type “act as” and a name.`, lines);
  }
  const person = named(name, register);
  if (!person)
    return notice('Nobody of that name', `“${name}” is not on the register. Type “act as” for everyone who is.`);
  acting.set(id, person.id);
  return notice(
    `You are ${person.name}`,
    `${postsOf(person)}. Type “help” for what ${person.name.split(' ')[0]} can do here.`,
  );
}

/** By whole name, first name or surname, or a slip of two letters away. */
function named(name: string, register: Authority['register']): Person | undefined {
  const wanted = name.toLowerCase();
  const parts = (person: Person) => [person.name, ...person.name.split(' ')].map((part) => part.toLowerCase());
  const people = [...register.values()];
  return (
    people.find((person) => parts(person).includes(wanted)) ??
    people.find((person) => distance(person.name.toLowerCase(), wanted) <= 2)
  );
}

function postsOf({ posts, team, service }: Person): string {
  return [posts.map((post) => POSTS[post]).join(', '), team ?? service ?? ''].filter(Boolean).join(', ');
}

const TIME = /\b([01]?\d|2[0-3]):([0-5]\d)\b/;

async function moveClock(words: string, settings: StageSettings): Promise<Card> {
  const { clock, authority } = settings;
  const today = dayOf(clock.now());
  if (words === '')
    return notice('The clock', `It is ${say(clock.now())}. Type “clock +5 working days” or “clock 8 December 09:00”.`);
  const day = wantedDay(words, today, authority);
  const time = TIME.exec(words);
  if (!day)
    return notice(
      'Which day?',
      `“${words}” is not a day I know. Type “clock +5 working days” or “clock 8 December 09:00”.`,
    );
  const { knownUntil } = authority.holidays;
  if (day > knownUntil)
    return notice('That is too far', `Bank holidays are known until ${sayDay(knownUntil)}; the clock goes no further.`);
  const target = momentOf(day, time ? `${time[1]!.padStart(2, '0')}:${time[2]}` : '09:30');
  if (target <= clock.now()) return notice('The clock only goes forward', `It is ${say(clock.now())} already.`);
  const stops = await playThrough(target, settings);
  return notice(
    'The clock moved',
    `It is now ${say(clock.now())}. ${stops === 0 ? 'Nothing fell due on the way.' : 'What fell due on the way was done, in order.'}`,
  );
}

/** Moves from one moment to the next at which something falls due, so that everything happens when it would have. */
async function playThrough(target: Instant, { clock, nextWake, tick }: StageSettings): Promise<number> {
  let stops = 0;
  for (let wake = await nextWake(target); wake !== null && stops < MOST_STOPS; wake = await nextWake(target)) {
    clock.moveTo(wake);
    await tick();
    stops += 1;
  }
  clock.moveTo(target);
  await tick();
  return stops;
}

const MOST_STOPS = 1_000;

function wantedDay(words: string, today: LocalDate, { holidays }: Authority): LocalDate | null {
  const ahead = /^\+\s*(\d{1,3})\s*(?:wd|working\s+days?)$/i.exec(words);
  if (ahead) {
    // Twice the days and a fortnight cover any weekends and holidays; working days further on cannot be counted.
    const furthest = plusDays(today, Number(ahead[1]) * 2 + 14);
    return furthest > holidays.knownUntil ? furthest : plusWorkingDays(today, Number(ahead[1]), holidays);
  }
  // A time of day would have today, once it is past, mean next year.
  const dayAlone = words.replace(TIME, '').trim();
  if (dayAlone === '') return today;
  const spoken = spokenDay(dayAlone.replace(/^\+\s*(\d+)\s+(day|week|month)/i, 'in $1 $2'), today, 'ahead');
  return spoken && spoken >= today ? spoken : null;
}

function say(moment: Instant): string {
  return `${sayDay(dayOf(moment))}, ${sayTime(moment)}`;
}

/** A letter's card with the name of the person it is for: in the demo everybody's letters come to the one chat. */
export function addressed(card: Card, { name, posts }: Person): Card {
  const line = {
    type: 'TextBlock',
    text: `✉ To ${name}, ${POSTS[posts[0]!]}`,
    isSubtle: true,
    size: 'Small',
    wrap: true,
  };
  return { ...card, body: [line, ...(card.body as readonly unknown[])] };
}
