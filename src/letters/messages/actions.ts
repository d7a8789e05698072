import type { Clock } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { KeptLetter } from '../model.ts';
import type { Outbox } from '../store.ts';
import { spellsIn } from '../unreachable/items.ts';
import { HOMEWARD } from '../unreachable/model.ts';
import { isInTrouble } from '../unreachable/rules.ts';
import type { ListForm, MessageForm } from './form.ts';
import type { About, Mailbag, Message } from './model.ts';
import {
  fateOf,
  looksAfterPost,
  messageId,
  newestFirst,
  newestTroubleFirst,
  settle,
  toldOfIt,
  type Verdict,
} from './rules.ts';

/** What reading about messages needs from outside. */
export interface MailNeeds {
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Whether somebody may see a case or a dispute, as things stand now. */
  readonly maySee: (about: NonNullable<About>, by: Person) => Promise<boolean>;
}

/** What did not arrive, whomever it was for: for those who look after it. */
export async function listTrouble({ page }: ListForm, by: Person, needs: MailNeeds): Promise<Outcome<Mailbag>> {
  if (!looksAfterPost(by)) return refuse(NOT_THEIRS);
  const letters = newestTroubleFirst((await needs.outbox.inTrouble()).filter(isInTrouble));
  return done({ about: null, page, messages: await messagesOf(letters, false, needs) });
}

/** What was said about a case or a dispute, newest first: for those who may see it. */
export async function listAbout({ about, page }: ListForm, by: Person, needs: MailNeeds): Promise<Outcome<Mailbag>> {
  if (!about || !(await needs.maySee(about, by))) return refuse(notThere(about));
  const letters = newestFirst(await needs.outbox.of(about));
  return done({ about, page, messages: await messagesOf(letters, true, needs) });
}

/** One message and the list it was chosen from. */
export interface Opened {
  readonly about: About;
  readonly message: Message;
}

/** Opens one message: of a case or dispute that they may see, or in trouble and theirs to look after. What the card says of it is only a choice. */
export async function openMessage(
  { about, letter }: MessageForm,
  by: Person,
  needs: MailNeeds,
): Promise<Outcome<Opened>> {
  const named = about !== null && (await needs.maySee(about, by));
  const among = named
    ? await needs.outbox.of(about)
    : looksAfterPost(by)
      ? (await needs.outbox.inTrouble()).filter(isInTrouble)
      : [];
  const found = among.find((one) => messageId(one) === letter);
  if (!found) return refuse(GONE);
  const [message] = await messagesOf([found], named, needs);
  return done({ about: named ? about : null, message: message! });
}

/** Opens a message whose fate nobody knows, to ask whether they are sure. */
export async function askToSettle(form: MessageForm, by: Person, needs: MailNeeds): Promise<Outcome<Opened>> {
  const opened = await openMessage(form, by, needs);
  if (!opened.ok || opened.value.message.fate === 'unclear') return opened;
  return refuse(SETTLED);
}

/** A person says what became of a message of which nobody knew. It is written down as an attempt of theirs. */
export function settling(verdict: Verdict) {
  return async (form: MessageForm, by: Person, needs: MailNeeds): Promise<Outcome<Opened>> => {
    const opened = await openMessage(form, by, needs);
    if (!opened.ok) return opened;
    const { about, message } = opened.value;
    const settled = settle(message.letter, verdict, by, needs.clock.now());
    if (!settled.ok) return settled;
    await needs.outbox.mark(message.letter, settled.value.passage, settled.value.attempt);
    const after = (await needs.outbox.of(message.letter.record)).find(({ key }) => key === message.letter.key);
    const [shown] = await messagesOf(after ? [after] : [], message.named, needs);
    return done({ about, message: shown ?? message });
  };
}

async function messagesOf(
  letters: readonly KeptLetter[],
  named: boolean,
  { outbox }: MailNeeds,
): Promise<readonly Message[]> {
  const spells = spellsIn(await outbox.of(HOMEWARD));
  return Promise.all(
    letters.map(async (letter) => {
      const digest = await digestOf(letter, outbox);
      return { letter, digest, fate: fateOf(letter, digest), named, told: toldOfIt(letter, digest, spells) };
    }),
  );
}

async function digestOf({ passage }: KeptLetter, outbox: Outbox): Promise<KeptLetter | null> {
  if (passage.at !== 'carried') return null;
  const theirs = await outbox.of({ kind: 'diary', id: passage.reader });
  return theirs.find(({ key }) => key === passage.digest) ?? null;
}

function notThere(about: About): string {
  const which = about ? `${about.kind} ${about.id}` : 'such record';
  return `There is no ${which} that you may see. Type “cases” or “disputes” for yours.`;
}

const NOT_THEIRS =
  'What could not be delivered is looked after by business support and administrators. Type “messages” and a reference for what was said about a child or dispute of yours.';
const GONE =
  'There is no such message among those you may read: it may have arrived since. Type “settings”, or “messages” and a reference, to look again.';
const SETTLED = 'This message has been settled in the meantime: nothing was changed. This is how it stands now.';
