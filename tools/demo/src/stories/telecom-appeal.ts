/** Telecom: a ministry case linked to the complaint: five clocks, report sent back once, approval before the letter, a sealed archive (APL-1 … APL-7). */
import type { Office, Row } from '../office/office';
import { iso } from '../office/office';

const BRANCH = 'henan-complaint-centre';

/** @param complaint which was not accepted. Gives the archived appeal. */
export async function ministryAppeal(office: Office, complaint: Row): Promise<Row> {
  await office.at('2026-09-17 09:00');
  const appeal = await office.act('regulator-desk', '/appeals/appeals', {
    regulator: 'ministry-centre',
    caseNumber: '部申[2026]118号',
    filed: true,
    appellant: '王建国',
    phone: '13812345678',
    matter: '出省漫游无法通话，投诉处理结果不能接受',
    business: 'other',
    nature: 'communication-quality',
    keyCase: true,
    channel: 'fax',
    replyDueAt: iso('2026-09-24 18:00'),
  });
  const act = (by: string, name: string, body: Row = {}) =>
    office.act(by, `/appeals/appeals/${String(appeal['id'])}/${name}`, body);
  const desk = (name: string, body?: Row) => act('regulator-desk', name, body);
  await desk('link', { complaintId: complaint['id'] });
  const [contact, deputy] = [await office.person('henan-appeals'), await office.person('henan-appeals-deputy')];
  await office.act('regulator-desk', '/appeals/contact-persons', {
    unitId: office.unit(BRANCH),
    employeeId: contact.employeeId,
    deputyId: deputy.employeeId,
  });
  await office.at('2026-09-18 08:30');
  await desk('dispatch', { unitId: office.unit(BRANCH), text: '请按时上报' });
  await act('henan-appeals', 'accept');
  await report(office, act);
  await office.at('2026-09-19 10:00');
  await desk('send-back', { reason: '整改措施不具体' });
  await report(office, act, '九月三十日前完成全省漫游数据核查');
  await desk('approve', { text: '同意' });
  await desk('reply', { text: '漫游数据已同步，已向用户致歉并补偿一个月' });
  await desk('report-for-record', {
    to: '省通信管理局',
    text: '跨省漫游故障，用户已向媒体反映',
    measures: '已恢复并致歉',
    opinion: '按企业责任结案',
    approvedBy: (await office.person('deputy')).employeeId,
  });
  await desk('enter-receipt', { text: '收文 2026-0920-18' });
  await desk('revisit', { satisfied: true, text: '用户满意' });
  await desk('conclude', {
    conclusion: 'liable',
    ground: 'error',
    cause: '内部管理流程不畅',
    liability: '管理责任',
    tags: ['漫游'],
  });
  return desk('archive', { mediation: '部中心：双方达成一致，同意结案' });
}

async function report(
  office: Office,
  act: (by: string, name: string, body?: Row) => Promise<Row>,
  measures = '逐步核查',
): Promise<void> {
  const by = 'henan-appeals';
  await act(by, 'verify', { text: '核实漫游数据同步日志' });
  await act(by, 'plan', { text: '恢复同步，补偿一个月', explanation: '省际数据接口故障' });
  await act(by, 'answer', {
    text: '已说明原因、致歉并告知补偿',
    way: '电话',
    firmAtFault: true,
    improvement: '接口故障自动告警',
  });
  const person = await office.person(by);
  const evidence = [await person.upload('evidence.txt', 'text/plain', new TextEncoder().encode('漫游数据同步日志'))];
  await act(by, 'report', {
    text: '经查省际接口故障，已恢复',
    basis: '《电信服务规范》第九条',
    measures,
    evidence,
  });
}
