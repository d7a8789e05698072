import type { Sight } from '../../authority/model.ts';
import { type Pages, pageOf } from '../../cases/view.ts';
import type { Head } from '../../view.ts';
import type { Dispute } from '../model.ts';
import { THEMES } from '../raising/model.ts';
import { signOf } from '../record/view.ts';
import { sayStanding } from '../standing.ts';
import type { Listed } from './actions.ts';

/** The disputes a person may see: stage, day of stage, day of twenty. */
export interface DisputeListView extends Head, Pages {
  readonly hasDisputes: boolean;
  readonly disputes: readonly {
    readonly id: string;
    readonly revision: string;
    readonly title: string;
    readonly sign: string;
    readonly colour: string;
    readonly says: string;
  }[];
}

const A_PAGE = 5;

export function disputeListView({ disputes, page }: Listed, sight: Sight): DisputeListView {
  const { shown, pages } = pageOf(disputes, page, A_PAGE);
  return {
    heading: 'Disputes',
    quiet: disputes.length === 1 ? '1 open' : `${disputes.length} open`,
    hasDisputes: disputes.length > 0,
    disputes: shown.map((dispute) => ({
      id: dispute.id,
      revision: String(dispute.revision),
      title: `${dispute.id} · ${dispute.children.join(', ')} · ${THEMES[dispute.issue.theme]}`,
      ...signed(dispute, sight),
      says: sayStanding(dispute, sight.today, sight.authority.holidays),
    })),
    ...pages,
  };
}

function signed(dispute: Dispute, sight: Sight): { readonly sign: string; readonly colour: string } {
  const { sign, colour, when } = signOf(dispute, sight);
  return { sign: `${sign} · ${when}`, colour };
}
