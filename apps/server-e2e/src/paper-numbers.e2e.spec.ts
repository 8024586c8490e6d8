/** Every number on a paper leads to its record: records' own numbers by their lists, papers' own by the archive (NUM-2). */
import { readPdf } from '@bihuan/testing-kit';
import { appeal } from './support/appeals';
import { openComplaint } from './support/complaints';
import { openOrder } from './support/dispatch';
import { makeForm } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

let suite: PlayedSuite;
let admin: Person;
let agent: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'telecom' });
  [admin, agent] = await Promise.all([suite.as('admin'), suite.as('agent')]);
});
afterAll(() => suite.close());

const found = async (person: Person, number: unknown) =>
  (await person.list(`/forms/papers?filter[number]=${encodeURIComponent(String(number))}`)).map(
    ({ subject }) => subject,
  );

it('NUM-2 a record of each numbering module is found by its whole number, in its list and by its printed paper', async () => {
  const complaint = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };
  const made: [list: string, kind: string, form: string, record: Json][] = [
    ['/hotline/problem-forms', 'problem-form', 'problem-form', await makeForm(agent)],
    ['/complaints/complaints', 'complaint', 'complaint-order', await openComplaint(agent, complaint)],
    [
      '/dispatch/work-orders',
      'work-order',
      'service-sheet',
      await openOrder(admin, { productLine: 'broadband', region: undefined }),
    ],
  ];
  for (const [list, kind, form, { id, number }] of made) {
    const rows = await admin.list(`${list}?filter[number]=${String(number)}&filter[state]=all`);
    expect([list, rows.map((row) => row['id'])]).toEqual([list, [id]]);
    const module = list.split('/')[1];
    expect(await found(admin, number)).toEqual([]);
    const print = await admin.do(`${list}/${String(id)}/forms/${form}/prints`);
    const [page] = await readPdf((await admin.pdf(String(print['url']))).bytes);
    expect([form, page?.text.replaceAll(' ', '')]).toEqual([form, expect.stringContaining(String(number))]);
    expect(await found(admin, number)).toEqual([{ module, kind, id }]);
  }
});

it('NUM-2 a paper with a number of its own, of no list, opens the record it is about', async () => {
  const { id } = await admin.do('/appeals/appeals', appeal());
  await admin.do(`/appeals/appeals/${String(id)}/report-for-record`, { to: '省通信管理局', text: '用户已向媒体反映' });
  const print = await admin.do(`/appeals/appeals/${String(id)}/forms/appeal-record-filing/prints`);
  const [page] = await readPdf((await admin.pdf(String(print['url']))).bytes);
  const [number] = /BB\d{8}/.exec(page?.text.replaceAll(' ', '') ?? '') ?? [];
  expect(await found(admin, number)).toEqual([{ module: 'appeals', kind: 'appeal', id }]);
});

it('NUM-2 IDN-2 who may not read the record does not find it by its paper, and a part of a number finds nothing', async () => {
  const form = await makeForm(agent);
  await agent.do(`/hotline/problem-forms/${String(form['id'])}/forms/problem-form/prints`);
  expect(await found(agent, form['number'])).toHaveLength(1);
  expect(await found(agent, String(form['number']).slice(0, -1))).toEqual([]);
  const other = await suite.as('engineer2').catch(() => suite.as('hr'));
  expect(await found(other, form['number'])).toEqual([]);
  expect((await agent.get('/forms/papers')).status).toBe(422);
});
