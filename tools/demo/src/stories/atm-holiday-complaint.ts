/** 5S4E: a complaint before the National Day holiday, a note by phone, the report in two copies, a revisit that opens it again (CMP-6, CMP-9a, CMP-10). */
import type { Office, Row } from '../office/office';
import { refuse } from '../problems';
import { carryOut, passOn, reportOnPaper } from './complaint-5s4e';
import { call } from './desk';

export interface HolidayComplaint {
  readonly first: Row;
  /** The new line of the register that the dissatisfied customer made. */
  readonly second: Row;
}

/** Before month's end: registered on Tuesday, handled on Wednesday the 30th, reported by phone. */
export async function beforeTheHoliday(office: Office): Promise<Row> {
  await office.at('2026-09-29 10:00');
  const complaint = await office.act('agent', '/complaints/complaints', {
    channel: 'complaint-line',
    kind: 'parts-delay',
    customerName: '王建国',
    contact: '李工',
    phone: '13812345678',
    matter: '设备报修后三天无人上门',
    demand: '尽快修复',
  });
  await office.at('2026-09-29 10:10');
  await passOn(office, complaint);
  await office.at('2026-09-30 15:00');
  await carryOut(office, complaint);
  await office.act('supervisor', `/complaints/complaints/${String(complaint['id'])}/report`, {
    way: 'phone-note',
    text: '已更换读卡器',
    opinion: '满意',
  });
  return complaint;
}

/** After it: paper and copies, the customer is not satisfied, the second line is handled and filed, and the first with it. */
export async function afterTheHoliday(office: Office, first: Row): Promise<HolidayComplaint> {
  await office.at('2026-10-08 10:00');
  await reportOnPaper(office, first, '原维修汇报单随设备返厂');
  await revisit(office, first, { satisfied: false, words: '机器又坏了，希望先发备件' });
  await office.settle();
  const { followedById } = await office.admin.get<Row>(`/complaints/complaints/${String(first['id'])}`);
  if (!followedById) throw refuse('不满意的投诉没有续记。', 'The complaint not satisfied has no second line.');
  const second = await office.admin.get<Row>(`/complaints/complaints/${String(followedById)}`);
  await passOn(office, second);
  await office.at('2026-10-09 11:00');
  await carryOut(office, second);
  await reportOnPaper(office, second);
  await office.settle();
  await revisit(office, second, { satisfied: true, words: '很满意' });
  await office.settle();
  return { first, second };
}

async function revisit(office: Office, complaint: Row, result: Row): Promise<void> {
  const open = await office.list('/revisit/tasks?filter[state]=open');
  const task = open.find(({ subject }) => (subject as Row)['id'] === complaint['id']);
  if (!task) {
    const number = String(complaint['number']);
    throw refuse(`投诉 ${number} 没有回访任务。`, `The complaint ${number} has no revisit.`);
  }
  await call(office, 'supervisor', task, result);
}
