/** 5S4E: repairs of three days, each done, graded by the technical manager, and called about the day after (DSP-7, RVT-1a). */
import type { Office, Row } from '../office/office';
import type { Desk } from './desk';

const DAYS = ['2026-09-25', '2026-09-26', '2026-09-27'];
const FAULTS = [
  '存款模块不进钞',
  '凭条打印机卡纸',
  '读卡器不吸卡',
  '主控板不启动',
  '出钞口卡钞',
  '键盘无反应',
  '屏幕花屏',
  '网络模块掉线',
];
const SITES = [
  '城东支行',
  '大学城分理处',
  '火车站支行',
  '开发区支行',
  '滨江营业部',
  '胜利桥分理处',
  '光谷支行',
  '机场自助银行',
];
const CUSTOMERS = ['高玉兰', '郑珺', '逄思源', '蔺一鸣', '谢振华', '唐静', '傅春花', '卞文博'];

/** Eight machines a day: two of each grade. Gives the orders, after the last was called about. */
export async function repairs(office: Office, desk: Desk): Promise<Row[]> {
  const orders: Row[] = [];
  for (const [number, day] of DAYS.entries()) {
    await office.at(`${day} 14:00`);
    for (const [index, description] of FAULTS.entries()) {
      orders.push(
        await office.act('agent', '/dispatch/work-orders', {
          type: 'fault-repair',
          customerClass: 'ordinary',
          productLine: 'atm',
          description,
          site: SITES[index],
          customerName: CUSTOMERS[index],
          phone: `1361234${String(1000 + number * 100 + index)}`,
        }),
      );
    }
    await desk.clear(3);
  }
  await office.at('2026-09-28 10:00');
  await desk.clear(2);
  return orders;
}
