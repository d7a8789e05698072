import type { Sight } from '../../authority/model.ts';
import { pageOf } from '../../cases/view.ts';
import type { Choice, Head } from '../../view.ts';
import { referrals } from '../cafcass/rules.ts';
import type { Dispute } from '../model.ts';
import { THEMES } from '../raising/model.ts';
import { signOf } from '../record/view.ts';
import { alone, sayChildren } from '../siblings/model.ts';
import { climbing, sayStanding } from '../standing.ts';
import { A_PAGE, type Listed } from './actions.ts';
import { LISTS, type ListName } from './form.ts';

/** The disputes on one list: stage, day of stage, day of twenty, and what else matters in words. */
export interface DisputeListView extends Head {
  readonly hasDisputes: boolean;
  readonly disputes: readonly {
    readonly id: string;
    readonly revision: string;
    readonly title: string;
    readonly sign: string;
    readonly colour: string;
    readonly says: string;
  }[];
  readonly empty: string;
  readonly period: string;
  readonly whose: string;
  readonly figure: string;
  readonly choices: { readonly lists: readonly Choice[] };
  readonly typed: { readonly show: string };
}

export function disputeListView(listed: Listed, sight: Sight): DisputeListView {
  const { disputes, page, show, behind, besides, form } = listed;
  const { shown, pages } = pageOf(disputes, page, A_PAGE);
  const lists = [...(pages.hasPages ? [nextPage(show, pages)] : []), ...otherLists(listed)];
  return {
    heading: 'Disputes',
    quiet: [behind || LISTS[show], disputes.length === 1 ? '1 dispute' : `${disputes.length} disputes`].join(' · '),
    hasDisputes: disputes.length > 0,
    disputes: shown.map((dispute) => ({
      id: dispute.id,
      revision: String(dispute.revision),
      title: [dispute.id, sayChildren(besides.get(dispute.id) ?? alone(dispute)), THEMES[dispute.issue.theme]].join(
        ' · ',
      ),
      ...signed(dispute, sight),
      says: [sayStanding(dispute, sight.today, sight.authority.holidays), ...flagsOf(dispute, sight)].join(' · '),
    })),
    empty: EMPTY[show],
    period: form.period,
    whose: form.whose,
    figure: form.figure,
    choices: { lists },
    typed: { show: lists[0]!.value },
  };
}

const EMPTY: Readonly<Record<ListName, string>> = {
  waiting: 'Nothing waits for you. Choose another list below.',
  raised: 'You have no open dispute. Type “raise dispute” and the child’s reference to raise one.',
  service: 'No dispute is open in your service. Choose another list below.',
  open: 'No dispute is open that you may see. IROs raise one by typing “raise dispute” and the child’s reference.',
  ended: 'No dispute has ended that you may see. Choose another list below.',
  behind: 'There is none behind this figure that you may see. Type “report” for the figures.',
};

/** One choice goes to the next page; it stands first, so that it is one press away. */
function nextPage(show: ListName, { nextPage, nextTitle }: { readonly nextPage: string; readonly nextTitle: string }) {
  return { title: `${LISTS[show]}: ${nextTitle}`, value: `${show} ${nextPage}` };
}

function otherLists({ lists }: Listed): readonly Choice[] {
  return lists.map(([list, many]) => ({
    title: many === null ? LISTS[list] : `${LISTS[list]} (${many})`,
    value: list,
  }));
}

/** What else there is to know at a glance, in words. */
function flagsOf(dispute: Dispute, { today }: Sight): readonly string[] {
  const { urgent, cafcassConsulted, clock, voiding } = dispute;
  const isPast = climbing(dispute) !== null && clock !== null && clock.cap < today;
  return [
    ...(urgent ? ['urgent'] : []),
    ...(isPast ? ['past day 20'] : []),
    ...(referrals(dispute).length > 0 ? ['referred to Cafcass'] : cafcassConsulted ? ['Cafcass asked for advice'] : []),
    ...(voiding ? ['asked to be void'] : []),
  ];
}

function signed(dispute: Dispute, sight: Sight): { readonly sign: string; readonly colour: string } {
  const { sign, colour, when } = signOf(dispute, sight);
  return { sign: `${sign} · ${when}`, colour };
}
