import type { BarrierReportsView, ReportBarrierView } from './views/barrier.js';
import type { CaseView, DeliveryPageView, InboxView, LoginView } from './views/clerk.js';
import type { CoSignInviteView, CoSignView } from './views/consent.js';
import type { CheckAnswersView, EntriesPageView, OverviewView, QuestionPageView } from './views/form.js';
import type { NoticeView } from './views/notice.js';
import type { MailAddressView } from './views/mail.js';
import type { AccountView, TakeOverView } from './views/prefill.js';
import type { AnswerQuestionView, MessageView, ServiceListView, ServicePageView, StatusView, SubmittedView } from './views/portal.js';
import type { ContinueLaterView, TakeUpView } from './views/resume.js';

export type * from './views/barrier.js';
export type * from './views/clerk.js';
export type * from './views/consent.js';
export type * from './views/field.js';
export type * from './views/form.js';
export type * from './views/notice.js';
export type * from './views/mail.js';
export type * from './views/portal.js';
export type * from './views/prefill.js';
export type * from './views/resume.js';
export type * from './views/shell.js';

/** Every page template and the view it takes: `renderer.page(name, view, shell)`. */
export interface PageViews {
  'question-page': QuestionPageView;
  'entries-page': EntriesPageView;
  'check-answers': CheckAnswersView;
  overview: OverviewView;
  'service-list': ServiceListView;
  'service-page': ServicePageView;
  submitted: SubmittedView;
  status: StatusView;
  'continue-later': ContinueLaterView;
  'take-up': TakeUpView;
  account: AccountView;
  'take-over': TakeOverView;
  'co-sign-invite': CoSignInviteView;
  'co-sign': CoSignView;
  'answer-question': AnswerQuestionView;
  'mail-address': MailAddressView;
  message: MessageView;
  notice: NoticeView;
  'report-barrier': ReportBarrierView;
  'barrier-reports': BarrierReportsView;
  login: LoginView;
  inbox: InboxView;
  case: CaseView;
  delivery: DeliveryPageView;
}
