import { followChild, openCase } from '../../cases/actions.ts';
import { askChange, previewChange, saveChange } from '../../cases/changes/actions.ts';
import { readChangeForm, readTypedChange } from '../../cases/changes/form.ts';
import { changeFormView, changePreviewView, changeSavedView } from '../../cases/changes/view.ts';
import {
  approveConcern,
  askConcern,
  dealWithConcern,
  openConcern,
  raiseAlone,
  sendBackConcern,
} from '../../cases/concerns/actions.ts';
import { readAnswerForm, readConcernForm, readRaiseForm } from '../../cases/concerns/form.ts';
import { concernFormView, concernView } from '../../cases/concerns/view.ts';
import { explainDates, listCases, listDeadlines, listTeam } from '../../cases/deadlines/actions.ts';
import { readDeadlinesForm, readWhyForm } from '../../cases/deadlines/form.ts';
import { deadlineListView, teamListView, whyView } from '../../cases/deadlines/view.ts';
import { readCaseAsk, readCaseForm, readFollowForm, readPageForm } from '../../cases/form.ts';
import { askReview, saveReview } from '../../cases/reviews/actions.ts';
import { readReviewForm } from '../../cases/reviews/form.ts';
import { reviewFormView, reviewSavedView } from '../../cases/reviews/view.ts';
import { undoLogged } from '../../cases/undoing/actions.ts';
import { readUndoForm } from '../../cases/undoing/form.ts';
import { undoneView } from '../../cases/undoing/view.ts';
import { caseListView, caseView, followFormView } from '../../cases/view.ts';
import { askVisit, saveVisit } from '../../cases/visits/actions.ts';
import { readVisitForm } from '../../cases/visits/form.ts';
import { visitFormView, visitSavedView } from '../../cases/visits/view.ts';
import { mailOfCase, mailOfConcern } from '../post/undelivered.ts';
import { asItStands, ask, card, form, type Here, type Route, route, type Typed } from '../route.ts';
import { whileItStands } from './while-it-stands.ts';

/** What can be pressed about a case. */
// biome-ignore format: a table, one row a line
export const CASE_ROUTES: readonly Route[] = [
  ask('case.ask', 'case.follow', followFormView),
  route({ verb: 'case.follow', read: readFollowForm, act: followChild, show: card('case.record', caseView, mailOfCase), again: form('case.follow', followFormView) }),
  route({ verb: 'case.open', read: readCaseForm, act: openCase, show: card('case.record', caseView, mailOfCase) }),
  route({ verb: 'case.list', read: readPageForm, act: listCases, show: card('case.list', caseListView) }),
  route({ verb: 'case.update', read: readCaseAsk, act: askChange, show: card('case.update', changeFormView) }),
  route({ verb: 'case.preview', read: readTypedChange, act: previewChange, show: card('case.preview', changePreviewView), again: asItStands('case.update', readCaseAsk, askChange, changeFormView) }),
  route({ verb: 'case.change', read: readChangeForm, act: saveChange, show: card('deadline.saved', changeSavedView), again: asItStands('case.preview', readTypedChange, previewChange, changePreviewView) }),
  whileItStands(route({ verb: 'visit.ask', read: readCaseAsk, act: askVisit, show: card('visit.form', visitFormView) })),
  route({ verb: 'visit.save', read: readVisitForm, act: saveVisit, show: card('deadline.saved', visitSavedView), again: asItStands('visit.form', readCaseAsk, askVisit, visitFormView) }),
  whileItStands(route({ verb: 'review.ask', read: readCaseAsk, act: askReview, show: card('review.form', reviewFormView) })),
  route({ verb: 'review.save', read: readReviewForm, act: saveReview, show: card('deadline.saved', reviewSavedView), again: asItStands('review.form', readCaseAsk, askReview, reviewFormView) }),
  route({ verb: 'case.undo', read: readUndoForm, act: undoLogged, show: card('deadline.saved', undoneView) }),
  route({ verb: 'concern.ask', read: readCaseAsk, act: askConcern, show: card('concern.form', concernFormView) }),
  route({ verb: 'concern.raise', read: readRaiseForm, act: raiseAlone, show: card('concern.record', concernView, mailOfConcern), again: asItStands('concern.form', readCaseAsk, askConcern, concernFormView) }),
  route({ verb: 'concern.open', read: readConcernForm, act: openConcern, show: card('concern.record', concernView, mailOfConcern) }),
  route({ verb: 'concern.view', inChannels: true, read: readConcernForm, act: openConcern, show: card('concern.record', concernView, mailOfConcern) }),
  route({ verb: 'concern.approve', inChannels: true, read: readAnswerForm, act: approveConcern, show: card('concern.record', concernView, mailOfConcern), again: concernAgain }),
  route({ verb: 'concern.deal', inChannels: true, read: readAnswerForm, act: dealWithConcern, show: card('concern.record', concernView, mailOfConcern), again: concernAgain }),
  route({ verb: 'concern.send-back', inChannels: true, read: readAnswerForm, act: sendBackConcern, show: card('concern.record', concernView, mailOfConcern), again: concernAgain }),
  route({ verb: 'deadline.list', read: readDeadlinesForm, act: listDeadlines, show: card('deadline.list', deadlineListView) }),
  route({ verb: 'deadline.why', read: readWhyForm, act: explainDates, show: card('deadline.why', whyView) }),
  route({ verb: 'team.list', read: readPageForm, act: listTeam, show: card('team.list', teamListView) }),
];

/** A concern as it stands, with the words typed on its card kept. */
function concernAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof concernView>) => concernView(value, sight, says, typed);
  return asItStands('concern.record', readConcernForm, openConcern, view)(typed, problems, at);
}
