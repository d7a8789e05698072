import type { Authority } from '../../authority/model.ts';
import { INFORMAL } from '../../escalation/model.ts';
import { titleOf } from '../../escalation/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import { referrals } from '../cafcass/rules.ts';
import type { Dispute } from '../model.ts';
import { THEMES, type Theme } from '../raising/model.ts';
import { climbing, isLive } from '../standing.ts';
import { againstTheTwenty, daysToChange, highestStage, isBypassed, isReopened, stageLengths } from './cycles.ts';
import { isOf } from './looks.ts';
import type { Count, Figures, Lengths, Period, Scope } from './model.ts';

const TIME = {
  'in-time': 'Ended within 20 working days',
  late: 'Longer than 20 working days',
  'still-within': 'Still within the 20',
  informal: 'Never made formal',
} as const;

const STANDING = {
  climbing: 'Open now',
  checking: 'Resolved, being checked',
  closed: 'Closed with an outcome',
  withdrawn: 'Withdrawn by the IRO',
  overtaken: 'Overtaken by events',
} as const;

/** The figures of a scope for a period, from every dispute there is. Void ones stand apart and are in no other count. */
export function figuresOf(
  every: readonly Dispute[],
  goodPractice: number,
  period: Period,
  scope: Scope,
  authority: Authority,
  today: LocalDate,
): Figures {
  const theirs = every.filter((dispute) => isOf(scope, dispute));
  const within = theirs.filter(({ raisedOn }) => period.from <= raisedOn && raisedOn <= period.to);
  const raised = within.filter(({ state }) => state.at !== 'void');
  const voided = within.filter(({ state }) => state.at === 'void');
  const earlier = theirs.filter((dispute) => dispute.raisedOn < period.from && isLive(dispute));
  const children = raised.flatMap((dispute) => [...new Set(dispute.children)]);
  return {
    raised: count('raised', 'Raised', raised),
    standing: shared('standing', STANDING, raised, standingOf),
    stages: stagesOf(raised, authority),
    themes: shared<Theme>('theme', THEMES, raised, ({ issue }) => issue.theme),
    teams: teamsOf(raised, authority),
    time: shared('time', TIME, raised, (dispute) => againstTheTwenty(dispute, today)),
    onTheWay: onTheWay(raised),
    afterwards: afterwards(raised, today),
    apart: [
      count('earlier', 'Raised earlier, still open', earlier),
      count('void', 'Void (in no other figure)', voided),
    ],
    lengths: lengthsOf(raised, authority),
    childrenAgain: new Set(children.filter((child, at) => children.indexOf(child) !== at)).size,
    goodPractice,
  };
}

function onTheWay(raised: readonly Dispute[]): readonly Count[] {
  return [
    count('bypassed', 'A stage bypassed by the IRO', raised.filter(isBypassed)),
    count(
      'urgent',
      'Urgent',
      raised.filter(({ urgent }) => urgent),
    ),
    count(
      'consulted',
      'Cafcass asked for advice',
      raised.filter(({ cafcassConsulted }) => cafcassConsulted),
    ),
    count(
      'referred',
      'Referred to Cafcass',
      raised.filter((dispute) => referrals(dispute).length > 0),
    ),
    count(
      'told',
      'Child knows of it',
      raised.filter(({ issue }) => issue.childTold.knows),
    ),
    count(
      'advocate',
      'Child offered an advocate',
      raised.filter(({ issue }) => issue.childTold.advocateOn),
    ),
  ];
}

function afterwards(raised: readonly Dispute[], today: LocalDate): readonly Count[] {
  const failed = raised.filter(({ checks }) => checks.some(({ passed }) => !passed));
  return [
    count(
      'late-actions',
      'An agreed action past its day and not checked since',
      raised.filter((dispute) => hasLateAction(dispute, today)),
    ),
    count('failed', 'A check failed', failed),
    count('reopened', 'Reopened (one dispute, more than one cycle)', raised.filter(isReopened)),
  ];
}

/** Something that was promised in an answer the IRO took is past its day, and no check since then found it done. */
export function hasLateAction(dispute: Pick<Dispute, 'responses' | 'checks' | 'state'>, today: LocalDate): boolean {
  if (dispute.state.at !== 'resolved-monitoring') return false;
  const taken = dispute.responses.filter(({ judged }) => judged !== null && judged.verdict !== 'not');
  const passed = dispute.checks.filter(({ passed }) => passed);
  return taken.some(({ actions }) => actions.some(({ by }) => by < today && !passed.some(({ on }) => on >= by)));
}

function standingOf(dispute: Dispute): keyof typeof STANDING {
  const { state } = dispute;
  if (climbing(dispute)) return 'climbing';
  if (state.at === 'resolved-monitoring') return 'checking';
  if (state.at === 'withdrawn') return 'withdrawn';
  return state.at === 'overtaken' || ('outcome' in state && state.outcome === 'overtaken') ? 'overtaken' : 'closed';
}

/** By the highest stage that each reached: today's ladder in order, then stages that only older ladders have. */
function stagesOf(raised: readonly Dispute[], { ladder }: Authority): readonly Count[] {
  const reached = (dispute: Dispute) => titleOf(dispute.ladder, highestStage(dispute));
  const today = [titleOf(ladder, INFORMAL), ...ladder.stages.map(({ title }) => title)];
  const all = [...new Set([...today, ...raised.map(reached)])];
  return all.map((title) =>
    count(
      `stage:${title}`,
      title,
      raised.filter((dispute) => reached(dispute) === title),
    ),
  );
}

function teamsOf(raised: readonly Dispute[], { register }: Authority): readonly Count[] {
  const teamOf = ({ people }: Dispute) => register.get(people.teamManager)?.team ?? 'No team on the register';
  const teams = [...new Set(raised.map(teamOf))].sort();
  return teams.map((team) =>
    count(
      `team:${team}`,
      team,
      raised.filter((dispute) => teamOf(dispute) === team),
    ),
  );
}

function lengthsOf(raised: readonly Dispute[], { ladder, holidays }: Authority): readonly Lengths[] {
  const stages = raised.flatMap((dispute) => stageLengths(dispute, holidays));
  const today = [titleOf(ladder, INFORMAL), ...ladder.stages.map(({ title }) => title)];
  const changes = raised.map((dispute) => daysToChange(dispute, holidays)).filter((days) => days !== null);
  return [
    ...[...new Set([...today, ...stages.map(({ title }) => title)])].map((title) => ({
      key: `length:${title}`,
      title,
      days: stages.filter((stage) => stage.title === title).map(({ days }) => days),
    })),
    { key: 'change', title: 'From formal to a changed plan', days: changes },
  ];
}

function shared<K extends string>(
  key: string,
  titles: Readonly<Record<K, string>>,
  raised: readonly Dispute[],
  of: (dispute: Dispute) => K,
): readonly Count[] {
  return (Object.keys(titles) as K[]).map((which) =>
    count(
      `${key}:${which}`,
      titles[which],
      raised.filter((dispute) => of(dispute) === which),
    ),
  );
}

function count(key: string, title: string, disputes: readonly Dispute[]): Count {
  return { key, title, disputes: disputes.map(({ id }) => id) };
}
