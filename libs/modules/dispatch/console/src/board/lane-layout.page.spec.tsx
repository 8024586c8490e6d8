import type { WorkOrderLine } from '@bihuan/dispatch-contract';
import { placeOrders } from './lane-layout';

const order = (number: string, more: Partial<WorkOrderLine>): WorkOrderLine =>
  ({ number, appointmentAt: null, requestedAt: null, dueAt: null, ...more }) as WorkOrderLine;
const at = (time: string): string => `2026-10-15T${time}:00+08:00`;
const placed = (orders: readonly WorkOrderLine[]) =>
  placeOrders(orders, '2026-10-15').map(({ order: { number }, column, row }) => [number, column, row]);

it('DSP-2 puts an order at the hour agreed with the customer, else the one he asked for, else when it is due', () => {
  expect(
    placed([
      order('due', { dueAt: at('16:30') }),
      order('agreed', { appointmentAt: at('09:00'), requestedAt: at('15:00'), dueAt: at('18:00') }),
      order('asked', { requestedAt: at('12:10'), dueAt: at('18:00') }),
    ]),
  ).toEqual([
    ['agreed', 1, 0],
    ['asked', 4, 0],
    ['due', 8, 0],
  ]);
});

it('DSP-2 lays no order over another', () => {
  expect(
    placed([
      order('a', { dueAt: at('09:00') }),
      order('b', { dueAt: at('09:30') }),
      order('c', { dueAt: at('10:00') }),
      order('d', { dueAt: at('11:00') }),
    ]),
  ).toEqual([
    ['a', 1, 0],
    ['b', 1, 1],
    ['c', 2, 2],
    ['d', 3, 0],
  ]);
});

it('DSP-4 keeps what is late at the beginning of the day, and what is for another day at its end', () => {
  expect(
    placed([
      order('tomorrow', { dueAt: '2026-10-16T09:00:00+08:00' }),
      order('yesterday', { dueAt: '2026-10-14T17:00:00+08:00' }),
      order('no clock', {}),
      order('evening', { dueAt: at('19:30') }),
      order('night', { dueAt: at('22:00') }),
    ]),
  ).toEqual([
    ['yesterday', 0, 0],
    ['evening', 10, 0],
    ['night', 'later', 0],
    ['tomorrow', 'later', 1],
    ['no clock', 'later', 2],
  ]);
});
