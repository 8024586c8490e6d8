/** Franchise: validity by two reasons, a proposal of several, sanction of person and head, circulation, summary (CMP-5, CMP-6b, CMP-11). */
import type { Office, Row } from '../office/office';
import { iso } from '../office/office';
import { call } from './desk';

const grounds = { sufficient: true, reason: '订单与签收单不符' };
const demand = { reasonable: true, reason: '要求补修合理' };

export interface FranchiseComplaints {
  readonly valid: Row;
  readonly notValid: Row;
  readonly circulation: Row;
}

export async function complaints(office: Office): Promise<FranchiseComplaints> {
  await office.at('2026-09-14 10:00');
  const notValid = await register(office, { matter: '要求无条件退货', customerName: '胜利桥门店' });
  await act(office, 'supervisor', notValid, 'judge', {
    grounds,
    demand: { reasonable: false, reason: '已过退货期' },
    consent: { given: true, words: '理解规定' },
  });
  const valid = await register(office, { matter: '到店工程师态度恶劣，设备未修好', demand: '道歉并重修' });
  await act(office, 'supervisor', valid, 'judge', { grounds, demand, promisedAt: iso('2026-09-16 18:00') });
  await act(office, 'supervisor', valid, 'dispatch', { unitId: office.unit('shop-service') });
  await handle(office, valid);
  await sanctions(office);
  const circulation = await circulate(office, valid);
  await finish(office, valid);
  return { valid, notValid, circulation };
}

async function register(office: Office, more: Row): Promise<Row> {
  const complaint = await office.act('agent', '/complaints/complaints', {
    channel: 'phone',
    customerName: '人民路门店',
    phone: '13855559999',
    ...more,
  });
  await act(office, 'supervisor', complaint, 'check');
  return complaint;
}

async function handle(office: Office, complaint: Row): Promise<void> {
  const handler = await office.person('engineer2');
  await act(office, 'engineer2', complaint, 'investigate', {
    facts: '工程师与店主争执',
    cause: '服务人员态度',
    persons: [{ employeeId: handler.employeeId, breach: 'attitude' }],
  });
  const { proposals } = await act(office, 'engineer2', complaint, 'propose', {
    proposals: [
      { text: '致歉并免费重修', compensation: { kind: 'repair', value: 20_000, account: '到店服务部' } },
      { text: '更换设备', compensation: { kind: 'exchange', value: 150_000, account: '公司' } },
    ],
    customersChoice: '选择第一方案',
  });
  const [first] = proposals as Row[];
  await act(office, 'supervisor', complaint, 'decide', { proposalId: first?.['id'], instruction: '同意第一方案' });
  await act(office, 'engineer2', complaint, 'carry-out', { text: '已重修', consent: '客户满意' });
}

/** The head decides on the person, the chairman on the head; nobody objects. */
async function sanctions(office: Office): Promise<void> {
  const proposed = await (await office.person('manager')).list<Row>('/complaints/sanctions');
  for (const { id, liability } of proposed) {
    const by = liability === 'direct' ? 'tech-manager' : 'manager';
    await office.act(by, `/complaints/sanctions/${String(id)}/decide`, { uphold: true, text: '情况属实' });
  }
}

async function circulate(office: Office, { id }: Row): Promise<Row> {
  const circulation = await office.act('supervisor', '/complaints/circulations', {
    complaintId: id,
    employeeId: (await office.person('engineer2')).employeeId,
    matter: '上门服务态度恶劣',
    ground: '服务规范第三条',
    handling: '扣6分，通报批评',
    requirement: '各部门引以为戒',
    toUnitIds: [office.unit('shop-service'), office.unit('logistics')],
  });
  await office.act('tech-manager', `/complaints/circulations/${String(circulation['id'])}/read`);
  return circulation;
}

async function finish(office: Office, complaint: Row): Promise<void> {
  await office.at('2026-09-16 10:00');
  await act(office, 'agent', complaint, 'take-feedback', { text: '店主表示可以' });
  await office.settle();
  const open = await office.list('/revisit/tasks?filter[state]=open');
  const task = open.find(({ subject }) => (subject as Row)['id'] === complaint['id']);
  if (task) await call(office, 'agent', task, { satisfied: true, words: '满意' });
  await office.settle();
  await act(office, 'supervisor', complaint, 'summarise', {
    evaluation: '处理及时',
    class: '服务态度',
    countermeasure: '上门礼仪培训',
  });
  await act(office, 'supervisor', complaint, 'file');
}

const act = (office: Office, by: string, { id }: Row, name: string, body: Row = {}): Promise<Row> =>
  office.act(by, `/complaints/complaints/${String(id)}/${name}`, body);
