/** Pages of the dispatch module: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { DISPATCH_PERMISSIONS } from '@bihuan/dispatch-contract';
import { findByNumber, orderPath } from './api/orders';
import { dispatchWords } from './locales/words';
import { DispatchBoardPage } from './pages/dispatch-board.page';
import { NewOrderPage } from './pages/new-order.page';
import { PhoneOrderPage } from './pages/phone-order.page';
import { FaultGradesPage } from './pages/registers.page';
import { TodayPage } from './pages/today.page';
import { WorkOrderPage } from './pages/work-order.page';
import { WorkOrdersPage } from './pages/work-orders.page';

const { create, read, assign, handle, printRegister } = DISPATCH_PERMISSIONS;

export const dispatchPages = definePages({
  room: 'dispatch',
  pages: [
    {
      path: 'dispatch/board',
      page: DispatchBoardPage,
      permissions: [assign],
      first: [{ permission: assign, rank: 70 }],
      menu: { title: { zh: '派单看板', en: 'Dispatch board' }, order: 12, group: 'today' },
    },
    {
      path: 'dispatch/today',
      page: TodayPage,
      permissions: [handle],
      first: [{ permission: handle, rank: 80 }],
      menu: { title: { zh: '今日工单', en: 'Today' }, order: 14, group: 'today' },
    },
    { path: 'dispatch/today/:id', page: PhoneOrderPage, permissions: [handle] },
    {
      path: 'dispatch/orders',
      page: WorkOrdersPage,
      permissions: [read],
      menu: { title: { zh: '工单', en: 'Work orders' }, order: 11, group: 'matters' },
    },
    { path: 'dispatch/orders/new', page: NewOrderPage, permissions: [create] },
    { path: 'dispatch/orders/:id', page: WorkOrderPage },
    {
      path: 'dispatch-grades',
      page: FaultGradesPage,
      permissions: [printRegister],
      menu: { title: { zh: '故障等级月报', en: 'Fault grades' }, order: 35, group: 'paper' },
    },
  ],
  subjects: { 'work-order': orderPath },
  words: dispatchWords,
  findNumber: findByNumber,
});
