import { render } from '../../cards/catalogue.ts';
import { askToRefer, type ReferralIn, saveReferral } from '../../cases/cafcass/actions.ts';
import { readReferForm } from '../../cases/cafcass/form.ts';
import { referFormView, referralView } from '../../cases/cafcass/view.ts';
import { askToContest, type ContestIn, saveContest } from '../../cases/contests/actions.ts';
import { readContestForm } from '../../cases/contests/form.ts';
import { contestFormView, contestView } from '../../cases/contests/view.ts';
import { readCaseAsk } from '../../cases/form.ts';
import { askPraise, openPraise, type PraiseIn, savePraise } from '../../cases/praise/actions.ts';
import { readOpenPraise, readPraiseForm } from '../../cases/praise/form.ts';
import { praiseFormView, praiseView } from '../../cases/praise/view.ts';
import { askToRaise } from '../../disputes/raising/actions.ts';
import { readAskToRaise } from '../../disputes/raising/form.ts';
import { raiseView } from '../../disputes/raising/view.ts';
import type { Mail } from '../post/undelivered.ts';
import { asItStands, card, type Route, route } from '../route.ts';

/** What an IRO, or a manager, does beside a dispute and without one. */
// biome-ignore format: a table, one row a line
export const BESIDE_DISPUTES_ROUTES: readonly Route[] = [
  route({ verb: 'praise.ask', read: readCaseAsk, act: askPraise, show: card('praise.form', praiseFormView) }),
  route({ verb: 'praise.save', read: readPraiseForm, act: savePraise, show: card('praise.saved', praiseView, mailOfPraise), again: asItStands('praise.form', readCaseAsk, askPraise, praiseFormView) }),
  route({ verb: 'praise.open', read: readOpenPraise, act: openPraise, show: card('praise.saved', praiseView, mailOfPraise) }),
  route({ verb: 'cafcass.ask', read: readCaseAsk, act: askToRefer, show: card('cafcass.form', referFormView) }),
  route({ verb: 'cafcass.refer', read: readReferForm, act: saveReferral, show: card('cafcass.saved', referralView, mailOfReferral), again: asItStands('cafcass.form', readCaseAsk, askToRefer, referFormView) }),
  route({ verb: 'review.ask-contest', read: readCaseAsk, act: askToContest, show: card('review.contest', contestFormView) }),
  route({ verb: 'review.contest', read: readContestForm, act: saveContest, show: card('review.contest-saved', contestView, mailOfContest), again: asItStands('review.contest', readCaseAsk, askToContest, contestFormView) }),
  route({ verb: 'review.raise-dispute', read: readAskToRaise, act: askToRaise, show: (asked, at) => render('dispute.raise', raiseView({ ...asked, typed: { ...asked.typed, theme: 'review-decision' } }, at)) }),
];

function mailOfPraise({ about, praise }: PraiseIn): Mail {
  return { record: { kind: 'case', id: about.id }, isOfIt: ({ facts }) => facts.praise === praise.id };
}

function mailOfReferral({ about, referral }: ReferralIn): Mail {
  const which = String(about.cafcass.indexOf(referral) + 1);
  return { record: { kind: 'case', id: about.id }, isOfIt: ({ facts }) => facts.referral === which };
}

function mailOfContest({ about, contest }: ContestIn): Mail {
  const which = String(about.contests.indexOf(contest) + 1);
  return { record: { kind: 'case', id: about.id }, isOfIt: ({ facts }) => facts.contested === which };
}
