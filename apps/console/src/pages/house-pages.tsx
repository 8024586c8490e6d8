/** The pages that are there whatever rooms are deployed. */
import { definePages } from '@bihuan/console-kit';
import { CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import { lazy } from 'react';
import { BoardPage } from './board/board-page';
import { CustomerPage } from './customers/customer-page';
import { CustomersPage } from './customers/customers-page';
import { CalendarPage } from './house/calendar-page';
import { HandOffsPage } from './house/hand-offs-page';
import { NoticesPage } from './notices/notices-page';
import { WorkPage } from './work/work-page';

/** Fetched only where an administrator opens it. */
const EnginePage = lazy(async () => ({ default: (await import('./house/engine-page')).EnginePage }));

export const housePages = definePages({
  room: 'platform',
  pages: [
    { path: 'work', page: WorkPage, menu: { title: { zh: '我的工作', en: 'My work' }, order: 20, group: 'today' } },
    {
      path: 'board',
      page: BoardPage,
      permissions: ['alarms.deadline.read'],
      menu: { title: { zh: '时限看板', en: 'Deadline board' }, order: 30, group: 'today' },
    },
    { path: 'notices', page: NoticesPage, menu: { title: { zh: '收件箱', en: 'Inbox' }, order: 40, group: 'today' } },
    {
      path: 'customers',
      page: CustomersPage,
      permissions: [CUSTOMERS_PERMISSIONS.read],
      menu: { title: { zh: '用户档案', en: 'Customers' }, order: 30, group: 'matters' },
    },
    { path: 'customers/:id', page: CustomerPage, permissions: [CUSTOMERS_PERMISSIONS.read] },
    {
      path: 'house/hand-offs',
      page: HandOffsPage,
      permissions: ['outbox.hand-off.take'],
      menu: { title: { zh: '等待接收的交接', en: 'Waiting hand-offs' }, order: 10, group: 'house' },
    },
    {
      path: 'house/calendars',
      page: CalendarPage,
      permissions: ['calendars.calendar.read'],
      menu: { title: { zh: '日历试算', en: 'Calendar: what if' }, order: 20, group: 'house' },
    },
    {
      path: 'house/engine',
      page: EnginePage,
      permissions: ['engine.look'],
      menu: { title: { zh: '引擎', en: 'Engines' }, order: 60, group: 'house' },
    },
  ],
  subjects: { customer: (id) => `/customers/${id}` },
  words: {
    kinds: { customer: { zh: '用户', en: 'customer' } },
    states: {
      open: { zh: '待办', en: 'open' },
      done: { zh: '已办', en: 'done' },
      'not-done': { zh: '未办', en: 'not done' },
    },
    stages: {},
    actions: {
      done: { zh: '办完', en: 'done' },
      'deadline-armed': { zh: '开始计时', en: 'clock started' },
      'deadline-warned': { zh: '时限预警', en: 'deadline warned' },
      'deadline-breached': { zh: '时限已到未完成', en: 'deadline breached' },
      'deadline-met': { zh: '按时完成', en: 'done in time' },
      'deadline-met-late': { zh: '超时完成', en: 'done late' },
      'deadline-escalated': { zh: '时限升级', en: 'escalated' },
      'deadline-supervised': { zh: '督办', en: 'supervised' },
      'deadline-owner-changed': { zh: '时限换责任人', en: 'clock changed hands' },
      'deadline-moved': { zh: '时限顺延', en: 'deadline moved' },
      'deadline-cancelled': { zh: '时限取消', en: 'clock cancelled' },
      'deadline-merged': { zh: '时限并入', en: 'clock merged' },
      'deadline-paused': { zh: '时限暂停', en: 'clock paused' },
      'deadline-resumed': { zh: '时限恢复', en: 'clock resumed' },
      'deadline-re-promised': { zh: '重新承诺时限', en: 'promised anew' },
      'notice-sent': { zh: '已发通知', en: 'notice sent' },
      'notice-delivered': { zh: '通知送达', en: 'notice delivered' },
      'notice-failed': { zh: '通知未送达', en: 'notice failed' },
      'notice-unaddressed': { zh: '通知无人可收', en: 'nobody to notify' },
      'notice-read': { zh: '通知已读', en: 'notice read' },
      'notice-acknowledged': { zh: '通知已知悉', en: 'notice acknowledged' },
      'customer-told': { zh: '已通知客户', en: 'customer told' },
      'customer-message-delivered': { zh: '客户通知送达', en: 'customer reached' },
      'customer-message-failed': { zh: '客户通知未送达', en: 'customer not reached' },
      'attachment-added': { zh: '添加附件', en: 'file attached' },
      'task-created': { zh: '派出任务', en: 'task made' },
      'task-done': { zh: '任务办完', en: 'task done' },
      'task-not-done': { zh: '任务未办', en: 'task not done' },
      'form-printed': { zh: '打印归档', en: 'printed and filed' },
      'form-reprinted': { zh: '补打', en: 'printed again' },
      printed: { zh: '打印', en: 'printed' },
      created: { zh: '建立', en: 'created' },
    },
  },
});
