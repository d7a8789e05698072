import type { CalendarView } from '../diaries/calendar/view.ts';
import type { DigestView } from '../diaries/digest/view.ts';
import type { TimeFormView } from '../diaries/time/view.ts';
import type { WeekView } from '../diaries/week/view.ts';
import type { GuidanceAnswerView, GuidanceAskView } from '../guidance/view.ts';
import type { ChannelTroubleView } from '../letters/channels/view.ts';
import type { MessageListView } from '../letters/messages/list-view.ts';
import type { MessageView, SettleView } from '../letters/messages/view.ts';
import type { UnreachableView } from '../letters/unreachable/view.ts';
import type { MissedView } from '../reminders/watchdog-view.ts';
import type { NoteBlockView, NoteListView } from '../returns/notes/view.ts';
import type { HelpView, NoticeView, SettingsView } from '../view.ts';

/** Cards that are about no one record: the conversation, the post, a person’s own diary. */
export interface OtherCards {
  'guidance.answer': GuidanceAnswerView;
  'guidance.ask': GuidanceAskView;
  help: HelpView;
  'digest.day': DigestView;
  'digest.week': WeekView;
  'diary.time': TimeFormView;
  notice: NoticeView;
  'channel.trouble': ChannelTroubleView;
  'watch.missed': MissedView;
  calendar: CalendarView;
  'post.unreachable': UnreachableView;
  'message.record': MessageView;
  'message.list': MessageListView;
  'message.settle': SettleView;
  settings: SettingsView;
  'note.list': NoteListView;
  'note.block': NoteBlockView;
}
