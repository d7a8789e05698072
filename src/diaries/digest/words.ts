import type { Sight } from '../../authority/model.ts';
import { sayStanding } from '../../disputes/standing.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { neededBy } from '../../returns/decisions/channel-view.ts';
import { STANDING_SIGNS, sayWhen } from '../../view.ts';
import type { Waiting, WhileAway } from './model.ts';
import type { DigestButton, DigestLine } from './view.ts';

type Button = Pick<DigestButton, 'title' | 'verb' | 'carries'>;

/** What waits besides deadlines: a line for each kind, with the button that opens the one, or the list of them. */
export function waitingLines(
  { decisions, answers, judges, checks, concerns }: Waiting,
  sight: Sight,
): readonly DigestLine[] {
  const { today, authority } = sight;
  const disputes = [...answers, ...judges];
  const [decision] = decisions;
  const [dispute] = disputes;
  const [check] = checks;
  const [concern] = concerns;
  const opens = ({ id, revision }: { id: string; revision: number }): Button => ({
    title: 'Open dispute',
    verb: 'dispute.open',
    carries: { dispute: id, revision: String(revision) },
  });
  const asking = decision?.plan.decision.stands === 'asked' ? decision.plan.decision.asking : null;
  const by = asking?.due
    ? `: ${neededBy(asking.kind).toLowerCase()} ${sayWhen(asking.due, today, authority.holidays)}`
    : '';
  return [
    ...(decision
      ? [
          line(
            counted(decisions.length, 'decision on a return home', 'decisions on returns home'),
            `${decision.plan.id}${by}`,
            {
              title: 'Decisions',
              verb: 'decision.list',
              carries: {},
            },
          ),
        ]
      : []),
    ...(dispute
      ? [
          line(
            counted(disputes.length, 'dispute', 'disputes'),
            `${dispute.id}: ${sayStanding(dispute, today, authority.holidays)}`,
            disputes.length === 1
              ? opens(dispute)
              : { title: 'Disputes', verb: 'dispute.list', carries: { show: 'waiting' } },
          ),
        ]
      : []),
    ...(check
      ? [
          line(
            counted(checks.length, 'agreed plan to check', 'agreed plans to check'),
            `Was it done? ${checks.map(({ id }) => id).join(', ')}`,
            opens(check),
          ),
        ]
      : []),
    ...(concern
      ? [
          line(
            counted(concerns.length, 'concern', 'concerns'),
            `About ${[...new Set(concerns.map(({ about }) => about.id))].join(', ')}`,
            {
              title: 'Open concern',
              verb: 'concern.open',
              carries: { concern: concern.concern.id, revision: String(concern.about.revision) },
            },
          ),
        ]
      : []),
  ];
}

function line(title: string, says: string, button: Button): DigestLine {
  const { sign, colour } = STANDING_SIGNS['waiting-for-you'];
  return {
    title,
    sign,
    colour,
    says,
    why: '',
    hasWhy: false,
    buttons: [{ ...button, tooltip: `${button.title}: ${title}`, style: 'default' }],
  };
}

/** How many lines tell of what passed while somebody was away. */
const AWAY_LINES = 3;

/** What passed while the reader was away, at most a few lines and a count. */
export function sayAway(away: WhileAway | null, { authority }: Sight): readonly string[] {
  if (!away) return [];
  const { from, to, cover, said } = away;
  const whole = from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`;
  const more = said.length - AWAY_LINES;
  return [
    `While you were away (${whole}) ${nameOf(cover, authority.register)} was told:`,
    ...said.slice(0, AWAY_LINES).map(({ about, kinds }) => `${about}: ${sayKinds(kinds)}`),
    ...(more > 0 ? [`And something about ${more} more. Type “cases” or “disputes” for all of yours.`] : []),
  ];
}

const KINDS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  reminder: ['reminder', 'reminders'],
  concern: ['message about a concern', 'messages about a concern'],
  return: ['message about a return home', 'messages about a return home'],
  review: ['message about a review', 'messages about reviews'],
  cafcass: ['message about Cafcass', 'messages about Cafcass'],
};

function sayKinds(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => counted(count, ...(KINDS[kind] ?? ['message', 'messages']))).join(', ');
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
