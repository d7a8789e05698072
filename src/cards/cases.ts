import type { ChangeFormView, ChangePreviewView, SavedView } from '../cases/changes/view.ts';
import type { ConcernChannelView } from '../cases/concerns/channel-view.ts';
import type { ConcernLetterView } from '../cases/concerns/letter-view.ts';
import type { ConcernFormView, ConcernView } from '../cases/concerns/view.ts';
import type { DeadlineListView, TeamListView, WhyView } from '../cases/deadlines/view.ts';
import type { NextReviewView, ReviewFormView } from '../cases/reviews/view.ts';
import type { CaseListView, CasePickView, CaseView, FollowFormView } from '../cases/view.ts';
import type { VisitFormView } from '../cases/visits/view.ts';
import type { DeadlineView, SnoozeView } from '../diaries/putting-off/view.ts';
import type { ReminderView } from '../reminders/view.ts';
import type { TriedView, WhatIfFormView } from '../returns/what-if/view.ts';

/** Cards about a child’s case. */
export interface CaseCards {
  'case.pick': CasePickView;
  'case.follow': FollowFormView;
  'case.record': CaseView;
  'case.list': CaseListView;
  'case.update': ChangeFormView;
  'case.preview': ChangePreviewView;
  'case.what-if': WhatIfFormView;
  'case.tried': TriedView;
  'visit.form': VisitFormView;
  'review.form': ReviewFormView;
  'review.next': NextReviewView;
  'deadline.list': DeadlineListView;
  'deadline.open': DeadlineView;
  'deadline.snooze': SnoozeView;
  'deadline.saved': SavedView;
  'deadline.why': WhyView;
  'team.list': TeamListView;
  'reminder.deadline': ReminderView;
  'concern.record': ConcernView;
  'concern.form': ConcernFormView;
  'concern.letter': ConcernLetterView;
  'concern.channel': ConcernChannelView;
}
