/** Files from outside: a photo beside a form, customers and people from tables (IDN-5, CUS-4, CUS-5, ORG-3b). */
import { deflateSync } from 'node:zlib';
import request from 'supertest';
import { makeForm } from './support/hotline';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

let suite: PlayedSuite;
let agent: Person;
let hr: Person;
let admin: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline' });
  [agent, hr, admin] = (await Promise.all(
    ['agent', 'hr', 'admin'].map((user) => suite.as(user)) as Promise<Person>[],
  )) as [Person, Person, Person];
});
afterAll(() => suite.close());

/** Sends a file as a browser does. */
async function send(person: Person, address: string, fields: Record<string, string>, bytes: Buffer, name: string) {
  const call = request(suite.url).post(`/api${address}`).set('authorization', person.authorization);
  for (const [field, value] of Object.entries(fields)) void call.field(field, value);
  return (await call.attach('file', bytes, name)) as Answer;
}

/** The smallest picture there is. */
function photo(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    sign,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(2))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const statusOf = async (person: Person, address: string) => (await person.get(address)).status;

/** Tried and, where nothing is wrong, committed. */
async function imported(person: Person, kind: string, table: string): Promise<Json> {
  const made = await send(person, '/imports', { kind }, Buffer.from(table), `${kind}.csv`);
  if (made.status !== 201) return made.body;
  const id = String(made.body['id']);
  const tried = await person.do(`/imports/${id}/dry-run`);
  return tried['state'] === 'checked' ? person.do(`/imports/${id}/commit`) : tried;
}

it('IDN-5 CUS-5 a photo beside a form is seen by the form’s people, noted in its timeline, and goes with the customer', async () => {
  const { id: customerId } = await agent.do('/customers', {
    name: '城东供电营业厅',
    kind: 'company',
    contacts: [{ name: '王建国', phone: '13812345678' }],
  });
  const form = await makeForm(agent, {}, { customerId });
  const subject = `hotline:problem-form:${String(form['id'])}`;
  const kept = await send(agent, '/attachments', { subject }, photo(), '王建国的机器.png');
  expect(kept.status).toBe(201);
  const address = `/attachments/${String(kept.body['id'])}`;
  const engineer = await suite.as('engineer');
  // Nobody referred the form to the engineer: he may not know of it.
  expect([await statusOf(agent, address), await statusOf(engineer, address)]).toEqual([200, 404]);
  expect((await send(engineer, '/attachments', { subject }, photo(), 'a.png')).status).toBe(404);
  expect(await agent.list(`/attachments?filter[subject]=${subject}`)).toMatchObject([{ name: '王建国的机器.png' }]);
  expect((await agent.list(`/timeline?filter[subject]=${subject}`)).at(-1)).toMatchObject({
    action: 'attachment-added',
    personal: { name: '王建国的机器.png' },
  });
  await admin.do(`/customers/${String(customerId)}/erase`, { reason: '应本人要求' });
  expect(await statusOf(agent, address)).toBe(404);
  expect(await agent.list(`/attachments?filter[subject]=${subject}`)).toEqual([]);
});

it('CUS-4 customers are imported by who may edit them, and their calls are known at once', async () => {
  const table = '客户编号,客户名称,客户类型,联系人,电话\nN-1,城西供电营业厅,单位,陈晓,13900002222\n';
  expect(await imported(hr, 'customers', table)).toMatchObject({ code: 'forbidden' });
  expect(await imported(agent, 'customers', table)).toMatchObject({
    state: 'committed',
    rows: 1,
    result: { customers: 1 },
  });
  const { data } = await agent.do('/customers/search', { phone: '13900002222' });
  expect(data).toMatchObject([{ name: '城西供电营业厅' }]);
  // The same table once more: every row is named, nothing is written twice.
  expect(await imported(agent, 'customers', table)).toMatchObject({
    state: 'faulty',
    errors: [{ row: 2, column: 'number', code: 'number-taken' }],
  });
});

it('CUS-4 ORG-3 ORG-3b people come from a table; none of them has a certificate without training and test', async () => {
  const table = '工号,姓名,部门,岗位\nE-901,新工程师,技术支持,技术支持工程师\n';
  expect(await imported(admin, 'employees', table)).toMatchObject({ state: 'committed', result: { employees: 1 } });
  const person = (await admin.list('/employees?filter[unit]=technical-support')).find(
    ({ name }) => name === '新工程师',
  );
  const certificate = { productLines: ['atm'], issuedOn: '2026-09-17', expiresOn: '2027-09-16' };
  const issue = (body: Json) => admin.post(`/employees/${String(person?.['id'])}/certificates`, body);
  expect((await issue(certificate)).status).toBe(422);
  const training = { date: '2026-09-10' };
  expect((await issue({ ...certificate, training })).status).toBe(422);
  const test = { date: '2026-09-15', examiner: '用户服务部', mark: 92 };
  expect((await issue({ ...certificate, training, test })).status).toBe(201);
});
