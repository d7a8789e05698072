/**
 * A letter is anything Homeward says unprompted. It is saved with the change that causes it, in the same write, and
 * sent afterwards; its card is drawn at sending, from the record as it then stands. A letter's key is used once, ever.
 */
import type { Instant } from '../clock.ts';
import type { PersonId } from '../people/model.ts';
import type { RecordKind } from '../record.ts';

/** Who gets a letter: a person 1:1, or a channel by its name in the authority file. */
export type Addressee = { readonly person: PersonId } | { readonly channel: string };

/** Everything Homeward says unprompted. */
export const LETTERS = {
  'reminder.deadline': 'one duty, its day and its source, 1:1',
  'return.decide': 'a return waits for a decision, 1:1 to the decider',
  'return.decide.channel': 'the same in the channel, neutral',
  'return.decided': 'how it was decided, 1:1 to the social worker and the IRO',
  'return.lapsed':
    'an approval has lapsed before the child was home, 1:1 to the decider, the social worker and the team manager',
  'return.questions': 'some questions of a return are theirs to answer, 1:1 to their owner',
  'return.told': 'a child has gone home, or is about to, 1:1 to the people around the child',
  'concern.raised': 'a concern waits for an answer, 1:1 to the team manager or the service manager, at once',
  'concern.answered': 'how a concern was answered, 1:1 to who raised it',
  'concern.told': 'a concern was answered lower down, or after being passed up, 1:1 to the other manager',
  'return.stepped-down': 'support has stepped down, 1:1 to the social worker, the team manager and the co-ordinator',
  'return.broke-down': 'a return home broke down, with what was learned, 1:1 to the IRO and the managers',
  'return.check': 'a question to ask two and six weeks after a return, 1:1 to the social worker',
  'review.next': 'child in need reviews start, 1:1 to the child in need co-ordinator',
  'dispute.respond': 'a dispute waits for an answer, 1:1 to the officer at the stage',
  'dispute.told': 'a dispute moved, 1:1 to those copied and to the IRO',
  'dispute.channel': 'a dispute at a stage, neutral, in the channel of the stage',
  'dispute.reminder': 'a stage is half-way, ends tomorrow, ends today, or the twenty days run out, 1:1',
  'dispute.lapsed': 'nobody answered in time, 1:1',
  'concern.channel': 'a concern waits for the service manager, neutral, in the channel of the service',
  'channel.trouble': 'a channel cannot be written to, 1:1 to the administrators, once a day',
  'dispute.void-asked': 'somebody asks that a dispute is void, 1:1 to the second person',
  'dispute.void-answered': 'whether a dispute is void, 1:1 to whoever asked, with nothing of the child',
  'praise.told': 'good practice was recognised, 1:1 to the worker and their team manager',
  'cafcass.told': 'the IRO referred a child’s case to Cafcass, 1:1 to the Director and the IRO manager',
  'review.contested': 'a manager contests a review decision, 1:1 to the IRO',
} as const;

export type LetterKind = keyof typeof LETTERS;

export interface Letter {
  /** Unique for ever: `D-0001/stage/2/respond`. The store keeps a key once. */
  readonly key: string;
  readonly kind: LetterKind;
  readonly to: Addressee;
  /** Few facts beside the record that the card needs, such as a rule id. Never names or case text. */
  readonly facts: Readonly<Record<string, string>>;
  /** Whether the message is redrawn in place when the record changes. */
  readonly live: boolean;
  readonly writtenAt: Instant;
}

/** How far a letter has come. */
export type Passage =
  | {
      readonly at: 'unsent';
      readonly tries: number;
      readonly nextTryAt: Instant;
      /** What went wrong at the last try, in plain words, or null before the first. */
      readonly trouble: string | null;
    }
  | {
      readonly at: 'sent';
      readonly sentAt: Instant;
      readonly conversation: string;
      readonly activity: string;
      /** Whom it was sent to, who may have been cover: it is redrawn for their eyes. Not known of channels and of older letters. */
      readonly reader?: PersonId;
      /** The revision of the record that the card shows. */
      readonly drawn: number;
      /** How many redraws have failed since the last that worked. */
      readonly redrawTries: number;
      /** No redraw before this moment: at first `sentAt`, later when a failed one may be tried again; null when the message is gone for good. */
      readonly redrawAfter: Instant | null;
    }
  /** A send that may or may not have arrived: never sent again blindly. */
  | { readonly at: 'unknown'; readonly triedAt: Instant; readonly trouble: string }
  /** No longer true by the time it could be sent. */
  | { readonly at: 'dropped'; readonly droppedAt: Instant; readonly why: string };

/** A letter as it is kept, with the record that caused it. */
export interface KeptLetter extends Letter {
  readonly record: { readonly kind: RecordKind; readonly id: string };
  readonly passage: Passage;
}
