import type { Authority, Sight } from '../../authority/model.ts';
import { dayOf, sayTime } from '../../clock.ts';
import { titleOf } from '../../escalation/rules.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Fact } from '../../view.ts';
import { workingDaysFrom } from '../../working-days.ts';
import type { Climbed, Rung } from '../climbing/model.ts';
import type { Dispute } from '../model.ts';
import { cyclesBefore } from '../reopening/view.ts';
import type { Response } from '../responding/model.ts';
import { sayResponse } from '../responding/view.ts';
import { rungAt } from '../standing.ts';
import { cut } from '../view.ts';

const MOST_CYCLES = 3;
const MOST_STAGES = 10;
const MOST_RESPONSES = 5;

/** Each stage left behind, and each response with how it was judged. */
export function stagesOf(dispute: Dispute, sight: Sight): readonly Fact[] {
  const { climbed, ladder, responses } = dispute;
  const first = Math.max(0, climbed.length - MOST_STAGES);
  return [
    ...cyclesBefore(dispute, sight).slice(-MOST_CYCLES),
    ...climbed.slice(first).map((rung, at) => ({
      title: titleOf(ladder, rung.stage),
      value: sayRung(dispute, rung, first + at, sight),
    })),
    ...responses.slice(-MOST_RESPONSES).map((response) => ({
      title: `Response, ${stageOf(dispute, response)}`,
      value: cut(sayResponse(response, sight) + sayReasons(dispute, response, sight), 1200),
    })),
  ];
}

const ENDED: Readonly<Record<Climbed['ended'], string>> = {
  escalated: 'escalated by the IRO',
  lapsed: 'nobody responded in time',
  'passed-up': 'passed up by the officer',
  resolved: 'resolved there',
  withdrawn: 'withdrawn there',
  overtaken: 'overtaken there',
  void: 'void',
};

/** "Priya Shah, Wed 25 March 2026 to Wed 1 April 2026 (5 working days): nobody responded in time". */
function sayRung(dispute: Dispute, rung: Climbed, number: number, { authority }: Sight): string {
  const { officer, whyOfficer, stage, startedOn, endedOn, ended } = rung;
  const days = workingDaysFrom(startedOn, endedOn, authority.holidays);
  const took = `${days} working ${days === 1 ? 'day' : 'days'}`;
  const deputy = whyOfficer === '' || whyOfficer === titleOf(dispute.ladder, stage) ? '' : ` (${whyOfficer})`;
  const name = nameOf(officer, authority.register);
  return `${name}${deputy}, ${sayDay(startedOn)} to ${sayDay(endedOn)} (${took}): ${ENDED[ended]}${sayOpened(dispute, number, authority)}`;
}

/** ". Asked Wed 25 March 2026, 10:00": when the officer was asked, and when it was opened, where that was. */
export function sayAsked(dispute: Dispute, { enteredAt }: Rung, number: number, authority: Authority): string {
  return `. Asked ${sayDay(dayOf(enteredAt))}, ${sayTime(enteredAt)}${sayOpened(dispute, number, authority)}`;
}

function sayOpened({ opened }: Dispute, number: number, { register }: Authority): string {
  return opened
    .filter(({ rung }) => rung === number)
    .map(({ by, at }) => `. Opened by ${nameOf(by, register)} ${sayDay(dayOf(at))}, ${sayTime(at)}`)
    .join('');
}

function sayReasons(dispute: Dispute, { rung, by, at, judged }: Response, { authority }: Sight): string {
  const asked = rungAt(dispute, rung)?.officer ?? by;
  const instead = asked === by ? '' : ` · instead of ${nameOf(asked, authority.register)}, who was asked`;
  const why = judged && judged.why !== '' ? `, because ${judged.why}` : '';
  return `${why} · given ${sayDay(dayOf(at))}, ${sayTime(at)}${instead}`;
}

function stageOf(dispute: Dispute, { rung }: Response): string {
  const at = rungAt(dispute, rung);
  return at ? titleOf(dispute.ladder, at.stage) : 'an earlier stage';
}
