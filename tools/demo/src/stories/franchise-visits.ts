/** Franchise: shop visits, each called about within three days (RVT-1c); the order's end is what makes the call. */
import type { Office, Row } from '../office/office';
import { call } from './desk';

const SHOPS = [
  { customerName: '城东门店', phone: '13855550001', description: '收银系统不稳定', rating: 5 },
  { customerName: '新华街门店', phone: '13855550002', description: '后厨打印机掉线', rating: 4 },
  { customerName: '光谷门店', phone: '13855550003', description: '点餐屏安装与培训', rating: 5 },
] as const;

/** Visits of Thursday and their calls of Friday. Gives the orders. */
export async function visits(office: Office): Promise<Row[]> {
  await office.at('2026-09-17 09:00');
  const orders: Row[] = [];
  for (const { customerName, phone, description } of SHOPS) {
    orders.push(
      await office.act('agent', '/dispatch/work-orders', {
        type: 'shop-visit',
        customerClass: 'ordinary',
        customerName,
        phone,
        site: customerName,
        description,
      }),
    );
  }
  await office.at('2026-09-17 10:00');
  for (const order of orders) await visit(office, order);
  await office.at('2026-09-18 09:00');
  const open = await office.list('/revisit/tasks?filter[state]=open');
  for (const [index, order] of orders.entries()) {
    const task = open.find(({ subject }) => (subject as Row)['id'] === order['id']);
    if (!task) throw new Error(`no revisit of ${String(order['number'])}`);
    await call(office, 'agent', task, { satisfied: true, words: '很专业', rating: SHOPS[index]?.rating ?? 5 });
  }
  return orders;
}

async function visit(office: Office, { id }: Row): Promise<void> {
  const address = `/dispatch/work-orders/${String(id)}`;
  const assigneeId = (await office.person('engineer2')).employeeId;
  await office.act('dispatcher', `${address}/dispatch`, { assigneeId });
  for (const act of ['accept', 'contact', 'arrive']) await office.act('engineer2', `${address}/${act}`);
  await office.act('engineer2', `${address}/solve`, { cause: '配置不当', text: '已调试' });
  await office.act('engineer2', `${address}/feed-back`, { text: '门店试用正常' });
  await office.act('dispatcher', `${address}/close`);
}
