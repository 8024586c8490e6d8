/** What the stories of appeals do again and again. */
import request from 'supertest';
import type { Json, Person, PlayedSuite } from './suite';

export const appeal = (more: Json = {}): Json => ({
  regulator: 'ministry-centre',
  caseNumber: '部申[2026]118号',
  filed: true,
  appellant: '王建国',
  phone: '13812345678',
  matter: '宽带包年费用被重复扣收，多次投诉未退',
  business: 'internet',
  nature: 'charges',
  ...more,
});

export const appealPath = (one: Json, act = ''): string => `/appeals/appeals/${String(one['id'])}${act && `/${act}`}`;

/** The line of a clock in a view. */
export function clockOf(view: Json, stage: string): Json {
  const found = (view['clocks'] as Json[]).find((line) => line['stage'] === stage);
  if (!found) throw new Error(`no clock "${stage}"`);
  return found;
}

/** Uploads a small text as this person; answers its id. */
export async function upload(suite: PlayedSuite, person: Person, words: string): Promise<string> {
  const answer = await request(suite.url)
    .post('/api/attachments')
    .set('authorization', person.authorization)
    .attach('file', Buffer.from(words), 'evidence.txt');
  if (answer.status !== 201) throw new Error(`uploading answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String((answer.body as Json)['id']);
}

/** From dispatched to reported, by somebody of the branch. */
export async function branchReports(suite: PlayedSuite, person: Person, one: Json, report: Json = {}): Promise<Json> {
  await person.do(appealPath(one, 'verify'), { text: '核实账务日志：套餐变更时重复出账一笔' });
  await person.do(appealPath(one, 'plan'), { text: '退费 1200 元，补偿一个月', explanation: '系统出账规则有误' });
  await person.do(appealPath(one, 'answer'), {
    text: '已说明原因、致歉并告知退费时间',
    way: '电话',
    firmAtFault: true,
    improvement: '出账前增加重复账单校验',
  });
  return person.do(appealPath(one, 'report'), {
    text: '经查系统重复出账，已全额退费',
    basis: '《电信服务规范》第九条',
    measures: '月底前核查存量用户',
    evidence: [await upload(suite, person, '账务系统日志')],
    ...report,
  });
}
