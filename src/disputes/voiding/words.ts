import { sayDay } from '../../local-date.ts';
import { sayReferrals } from '../cafcass/rules.ts';
import type { Dispute } from '../model.ts';
import { VOID_BECAUSE } from './model.ts';

/** To be said to everybody who may have seen what they should not have. */
export const TELL_OFFICER = 'If a child’s data reached the wrong person, tell the data protection officer now.';

/** What those are told who were asked to respond to a dispute, or saw it, once it is void. */
export function voidWords(dispute: Dispute): readonly string[] {
  const { state } = dispute;
  const referred = sayReferrals(dispute);
  if (state.at !== 'void') return [];
  return [
    `${VOID_BECAUSE[state.asked.because]}. Two people agreed on ${sayDay(state.on)}. Nothing more is asked of you.`,
    TELL_OFFICER,
    referred ? `It was referred to Cafcass on ${referred}: Cafcass has to be told as well.` : '',
  ];
}
