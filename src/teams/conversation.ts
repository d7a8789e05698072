import { type Card, render } from '../cards/catalogue.ts';
import { casesOf } from '../cases/actions.ts';
import { sayDay } from '../local-date.ts';
import { POSTS } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { holidaysEndSoon } from '../working-days.ts';
import { COMMANDS, type Command } from './commands.ts';
import type { Directory } from './post/directory.ts';
import { type Here, notice, type Route, type Typed } from './route.ts';
import { ROUTES } from './routes.ts';
import { type Understood, understand } from './words.ts';

/** Answers what somebody typed: a command, a near miss, or the nearest commands. Never silence. */
export async function hear(text: string, at: Here): Promise<Card> {
  const understood = understand(text, at.today);
  if (understood.command?.words[0] === 'help') return help(at);
  if (at.inChannel)
    return notice(
      'I answer about children 1:1 only',
      `${isForChat(text, at) ? 'My answer is in our own chat.' : 'Ask me in our own chat.'} Here I answer “help” and the buttons on my own cards.`,
    );
  if (!understood.command) return unknown(understood.nearest, text);
  const command = meantBy(at.by, understood);
  if (!command.verb)
    return notice(
      `“${command.words[0]}” is coming`,
      `${command.about}: this part of Homeward is not built yet. Type “help” for what works today.`,
    );
  const typed = filledIn({ ...understood, command });
  if (command.of === 'case' && !understood.reference) return whichChild(command, typed, at);
  return press(command.verb, typed, at);
}

/** Whether the words ask for something that is answered 1:1 only. */
export function isForChat(text: string, { today }: Here): boolean {
  const { command } = understand(text, today);
  return command !== null && command.words[0] !== 'help';
}

function press(verb: string, typed: Typed, at: Here): Promise<Card> {
  return ROUTES.find((row) => row.verb === verb)!.press(typed, at);
}

/** Asks which child is meant. A person with one case need not say. */
async function whichChild({ verb, about }: Command, typed: Typed, at: Here): Promise<Card> {
  const mine = await casesOf(at.by, at.needs);
  if (mine.length === 1) return press(verb!, { ...typed, case: mine[0]!.id }, at);
  if (mine.length === 0) {
    return notice(
      'Which child?',
      'You have no cases here yet. Add the child reference, or type “follow” to start following a child.',
    );
  }
  const choices = mine.map(({ id, initials }) => ({ title: `${id} · ${initials}`, value: id }));
  return render('case.pick', {
    heading: 'Which child?',
    quiet: about,
    verb: verb!,
    typed: { day: String(typed.day), route: String(typed.route ?? '') },
    choices,
  });
}

/** The card that says what the person can do here, by post. */
export function help(at: Here, welcome = false): Card {
  const { by, inChannel } = at;
  const offered = inChannel
    ? []
    : COMMANDS.filter((command) => isOffered(command, by) && command.verb && command.words[0] !== 'help');
  return render('help', {
    heading: welcome ? `Welcome to Homeward, ${by.name.split(' ')[0]}` : 'What I can do here',
    quiet: inChannel
      ? 'In a channel I answer the buttons on my own cards.'
      : by.posts.map((post) => POSTS[post]).join(' · '),
    says: inChannel
      ? 'Ask me about a child in our own chat: nothing about a child is shown in a channel.'
      : `I keep the visits and reviews of children going home, and carry disputes to an answer. The child’s record stays in the case system.${holidayWarning(at)}`,
    commands: [
      ...offered.map(({ words: [word], about }) => ({ title: word, value: about })),
      ...(inChannel ? [] : [BY_REFERENCE]),
    ],
    hasCases: !inChannel && holds(by, 'social-worker', 'team-manager', 'iro', 'cin-coordinator'),
    mayFollow: !inChannel && holds(by, 'social-worker', 'team-manager'),
    hasDisputes:
      !inChannel &&
      holds(
        by,
        'iro',
        'iro-manager',
        'team-manager',
        'service-manager',
        'head-of-service',
        'director',
        'chief-executive',
      ),
    decides: !inChannel && holds(by, 'nominated-officer', 'director'),
  });
}

const BY_REFERENCE = { title: 'RH-0001', value: 'Any reference alone opens what it names' };

/** For those who look after Homeward, while there is time to get a longer list. */
function holidayWarning({ by, today, needs }: Here): string {
  const { holidays } = needs.authority;
  if (!holds(by, 'administrator', 'business-support') || !holidaysEndSoon(holidays, today)) return '';
  return ` I know the bank holidays only until ${sayDay(holidays.knownUntil)}: later dates cannot be worked out. Ask for an update of Homeward.`;
}

/** The one welcome of a person's life with Homeward; afterwards nothing. */
export async function welcomed(at: Here, id: string, directory: Directory): Promise<Card | null> {
  if (at.inChannel) return null;
  return (await directory.firstWelcome(id)) ? help(at, true) : null;
}

/** The routes that only conversation needs: help by a button. */
export function converse(verb: string): Route | undefined {
  return verb === 'help' ? { verb, inChannels: true, press: async (_typed, at) => help(at) } : undefined;
}

type Heard = Extract<Understood, { command: Command }>;

/** What the words already said, so that the form need not ask. */
function filledIn({ command, reference, day, hasHappened, rest }: Heard): Typed {
  if (command.verb === 'guidance.ask') return { said: [reference, rest].filter(Boolean).join(' ') };
  const isUnplanned = command.verb === 'return.ask' && hasHappened;
  const said = { day: day ?? '', said: rest, ...(isUnplanned && { route: 'unplanned' }) };
  if (command.of === 'dispute') return { ...said, dispute: reference ?? '' };
  if (command.of === 'concern') return { ...said, concern: reference ?? '' };
  if (command.of === 'return') return { ...said, return: reference ?? '' };
  if (command.of === 'praise') return { ...said, praise: reference ?? '' };
  return command.of === 'nothing' ? said : { ...said, case: reference ?? '' };
}

/** “Escalate concern” is an IRO's dispute; from anybody else it is a worry for their manager (product.md 4). */
function meantBy(by: Here['by'], { command, phrase }: Heard): Command {
  const isWorry = phrase === 'escalate concern' && !holds(by, 'iro', 'iro-manager');
  return isWorry ? COMMANDS.find(({ verb }) => verb === 'concern.ask')! : command;
}

/** Words that are no question may still be what one is about. */
async function unknown(nearest: readonly Command[], text: string): Promise<Card> {
  const lines = nearest.map(({ words: [word], about }) => `${word} – ${about}`);
  const { answerTo } = await import('../guidance/rules.ts');
  const found = answerTo(text);
  const asking = found.known ? [`Or ask me: “${found.entry.asks[0]}”`] : [];
  return notice('I did not understand that', 'The nearest things I know are below. Type “help” for all of them.', [
    ...lines,
    ...asking,
  ]);
}

function isOffered({ offeredTo }: Command, by: Here['by']): boolean {
  return offeredTo === 'everyone' || holds(by, ...offeredTo);
}
