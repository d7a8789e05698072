import type { Authority, Sight } from '../../authority/model.ts';
import { dayOf, type Instant, sayTime } from '../../clock.ts';
import { titleOf } from '../../escalation/rules.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { workingDaysFrom } from '../../working-days.ts';
import { CHECKS } from '../checking/model.ts';
import type { Climbed, Rung } from '../climbing/model.ts';
import { OUTCOMES } from '../ending/model.ts';
import type { Dispute } from '../model.ts';
import { RESPONSES, type Response, VERDICTS } from '../responding/model.ts';
import { climbing, rungAt } from '../standing.ts';
import { VOID_BECAUSE } from '../voiding/model.ts';
import { given, who } from './naming.ts';
import { isNoChange } from './rules.ts';

const ENDED: Readonly<Record<Climbed['ended'], string>> = {
  escalated: 'escalated by the IRO',
  lapsed: 'no response in time',
  'passed-up': 'passed up by the officer',
  resolved: 'resolved there',
  withdrawn: 'withdrawn there',
  overtaken: 'overtaken there',
  void: 'void',
};

/** The twenty days of each cycle, and each stage with who was asked, when, why them, and how it ended. */
export function stageLines(dispute: Dispute, authority: Authority, posted: readonly KeptLetter[]): readonly string[] {
  const { earlierClocks, clock, climbed, handovers } = dispute;
  const now = climbing(dispute);
  const asked = (rung: Rung, number: number, end: string) =>
    [
      rungLine(dispute, rung, authority),
      ...sentLines(posted, number, authority),
      ...openedLines(dispute, number, authority),
      end,
    ].join('; ');
  return [
    ...[...earlierClocks, ...(clock ? [clock] : [])].map(
      ({ formalOn, cap }) => `Formal from ${sayDay(formalOn)}; day twenty is ${sayDay(cap)}`,
    ),
    ...climbed.map((rung, number) => asked(rung, number, endedLine(rung, authority))),
    ...(now ? [asked(now.rung, climbed.length, `to answer by ${sayDay(now.rung.due)}`)] : []),
    ...handovers.map(
      ({ on, from, to }) => `Passed from ${who(from, authority)} to ${who(to, authority)}: ${sayDay(on)}`,
    ),
  ];
}

function rungLine(
  { ladder }: Dispute,
  { stage, officer, whyOfficer, enteredAt, startedOn }: Rung,
  authority: Authority,
) {
  const asked = `asked ${sayDay(dayOf(enteredAt))}, ${sayTime(enteredAt)}`;
  return `${titleOf(ladder, stage)}: ${who(officer, authority)} (${whyOfficer}), ${asked}, from ${sayDay(startedOn)}`;
}

/** What became of a message that was not sent; any other still waits. */
const NOT_SENT: Readonly<Partial<Record<KeptLetter['passage']['at'], string>>> = {
  unknown: 'perhaps not arrived',
  dropped: 'not sent',
};

/** When the message that asks each officer at a stage was sent. */
function sentLines(posted: readonly KeptLetter[], number: number, authority: Authority): readonly string[] {
  return posted.flatMap(({ kind, to, facts, passage }) => {
    if (kind !== 'dispute.respond' || facts.rung !== String(number) || !('person' in to)) return [];
    const name = nameOf(to.person, authority.register);
    if (passage.at === 'sent') return [`sent to ${name} ${sayAt(passage.sentAt)}`];
    if (passage.at === 'carried') return [`sent to ${name}, in a digest, ${sayAt(passage.carriedAt)}`];
    return [`${NOT_SENT[passage.at] ?? 'not sent yet'}: ${name}`];
  });
}

function openedLines({ opened }: Dispute, number: number, { register }: Authority): readonly string[] {
  return opened
    .filter(({ rung }) => rung === number)
    .map(({ by, at }) => `opened by ${nameOf(by, register)} ${sayAt(at)}`);
}

function sayAt(moment: Instant): string {
  return `${sayDay(dayOf(moment))}, ${sayTime(moment)}`;
}

function endedLine({ startedOn, endedOn, ended }: Climbed, { holidays }: Authority): string {
  return `${ENDED[ended]} on ${sayDay(endedOn)}, ${sayDays(workingDaysFrom(startedOn, endedOn, holidays))}`;
}

/** Each answer with what was promised, by whom and by when, and how the IRO judged it. */
export function responseLines(dispute: Dispute, authority: Authority): readonly string[] {
  return dispute.responses.flatMap((response) => {
    const { by, at, kind, says, actions, judged } = response;
    const rung = rungAt(dispute, response.rung);
    const stage = rung?.stage;
    const instead = rung && rung.officer !== by ? `, instead of ${who(rung.officer, authority)}, who was asked` : '';
    const from = stage === undefined ? 'an earlier stage' : titleOf(dispute.ladder, stage);
    const late = response.arrived === 'in-time' ? '' : ', late';
    return [
      `Answer from ${from}: ${who(by, authority)}, ${sayDay(dayOf(at))}, ${sayTime(at)}${late}${instead}. ${RESPONSES[kind]}: ${says}`,
      ...actions.map(({ what, owner, by: until }) => `- ${what}, ${owner}, by ${sayDay(until)}`),
      ...(judged ? [sayJudged(judged)] : ['Not judged by the IRO']),
    ];
  });
}

function sayJudged({ on, verdict, why }: NonNullable<Response['judged']>): string {
  return `Judged by the IRO, ${sayDay(on)}: ${VERDICTS[verdict]}${why === '' ? '' : `, ${why}`}`;
}

/** How it ended, how long it took in all, and the checks of what was agreed. */
export function endLines(dispute: Dispute, { authority, today }: Sight): readonly string[] {
  const { state, raisedOn, checks } = dispute;
  const isOpen = 'rung' in state;
  const days = sayDays(workingDaysFrom(raisedOn, isOpen ? today : state.on, authority.holidays));
  return [
    ...(isOpen ? ['It is open.'] : [`Ended: ${sayDay(state.on)}`]),
    ...('outcome' in state ? [`Outcome: ${OUTCOMES[state.outcome]}`, ...given('What changed', state.changed)] : []),
    ...('why' in state ? given(ENDS[state.at], state.why) : []),
    ...(state.at === 'void'
      ? [`Asked by ${who(state.asked.by, authority)}: ${VOID_BECAUSE[state.asked.because]}`]
      : []),
    `In all: ${days} since it was raised`,
    ...checks.map(
      ({ kind, on, by, passed, says }) =>
        `${CHECKS[kind]}, ${sayDay(on)}, ${who(by, authority)}: ${passed ? 'done' : 'not done'}${says === '' ? '' : `, ${says}`}`,
    ),
  ];
}

const ENDS = { withdrawn: 'Withdrawn', overtaken: 'Overtaken by events', void: 'Void, agreed by two people' } as const;

/** Every entry there is, as it was made; when the note itself was copied is not part of it. */
export function historyLines({ history }: Dispute, authority: Authority): readonly string[] {
  return [
    'Everything that was entered:',
    ...history
      .filter(({ what }) => !isNoChange(what))
      .map(({ at, by, what }) => `${sayDay(dayOf(at))}, ${sayTime(at)}, ${who(by, authority)}: ${what}`),
  ];
}

function sayDays(days: number): string {
  return `${days} working ${days === 1 ? 'day' : 'days'}`;
}
