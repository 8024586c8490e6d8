/** Forms that several modules print: each from its own address, counted for itself, a copy to everybody on the list (FRM-2). */
import { migrateDown, migrateUp } from '@bihuan/database';
import { readPdf } from '@bihuan/testing-kit';
import { circulationForm } from '../shared';
import { formsMigrations } from './forms.migrations';
import { FormSources } from './form-sources';
import { desk, type Desk } from './test/note-forms';

/** The browser starts with the first form. Milliseconds. */
const LIMIT = 60_000;

let test: Desk;
beforeAll(async () => (test = await desk()));
afterAll(() => test.close());

const texts = async (path: unknown) => (await readPdf((await test.pdf(path)).bytes)).map(({ text }) => text);
const counts = (body: Record<string, unknown>) => body['copies'];

it(
  'FRM-2 CMP-11 a circulation is previewed and filed with a copy to each on its list, also one of them alone',
  async () => {
    const id = await test.write('产品事业部 用户服务部');
    const path = `/forms/notes/${id}/forms/circulation`;
    const both = [expect.stringContaining('第1份产品事业部'), expect.stringContaining('第2份用户服务部')];
    expect(await texts(`/api${path}.pdf`)).toEqual(both);
    expect(await texts(`/api${path}.pdf?copies=2`)).toEqual(both);
    const printed = await test.post(`${path}/prints`);
    expect(counts(printed.body)).toEqual([
      { copy: 1, print: 1 },
      { copy: 2, print: 1 },
    ]);
    expect(await texts(printed.body['url'])).toEqual(both);
    const second = await test.post(`${path}/prints`, { copies: [2], reprintMark: true });
    expect(counts(second.body)).toEqual([{ copy: 2, print: 2 }]);
    expect((await test.post(`${path}/prints`, { copies: [3] })).status).toBe(422);
  },
  LIMIT,
);

it(
  'FRM-1 FRM-2 each module prints a shared form at its own address and counts its own prints',
  async () => {
    const id = await test.write('产品事业部');
    expect(await texts(`/api/other/notes/${id}/forms/circulation.pdf`)).toEqual([expect.stringMatching(/^other/)]);
    const range = { from: '2026-09-01', to: '2026-09-30' };
    const print = async (module: string) => (await test.post(`/${module}/registers/complaint-rate/prints`, range)).body;
    expect(counts(await print('forms'))).toEqual([{ copy: 1, print: 1 }]);
    expect(counts(await print('forms'))).toEqual([{ copy: 1, print: 2 }]);
    const other = await print('other');
    expect(counts(other)).toEqual([{ copy: 1, print: 1 }]);
    expect(await texts(other['url'])).toEqual([expect.stringMatching(/^other/)]);
    expect((await test.pdf('/api/third/registers/complaint-rate.pdf?date=2026-09-01')).status).toBe(404);
  },
  LIMIT,
);

it('FRM-1 two modules cannot print different papers under one code', () => {
  const sources = new FormSources();
  const source = (definition: ReturnType<typeof circulationForm>) => ({
    kind: 'subject' as const,
    resource: 'x',
    permission: 'forms.form.print',
    definition,
    subjectOf: (id: string) => ({ module: 'x', kind: 'y', id }),
    blank: () => Promise.resolve({}),
    load: () => Promise.resolve({ data: {}, keyIds: [] }),
  });
  sources.add('circulation', source(circulationForm('complaints')));
  sources.add('circulation', source(circulationForm('appeals')));
  expect(() => sources.add('circulation', source(circulationForm('appeals')))).toThrow('Two form sources are named');
  const own = { ...circulationForm('appraisal'), template: '<p>{{number}}</p>' };
  expect(() => sources.add('circulation', source(own))).toThrow('different papers');
});

it(
  'FRM-2 counts made before forms were shared go on when a module is told apart, and back',
  async () => {
    const room = { room: 'forms', migrations: formsMigrations };
    const range = { from: '2026-08-01', to: '2026-08-31' };
    const print = async () => (await test.post('/forms/registers/note-list/prints', range)).body;
    expect(counts(await print())).toMatchObject([{ print: 1 }, { print: 1 }]);
    const kept = () =>
      test.db.query("select scope, copy, count from forms.print_count where form_code = 'note-list' order by 1, 2");
    const before = await kept();
    expect(before).toHaveLength(2);
    const names = formsMigrations.map(({ name }) => name);
    const since = names.slice(names.indexOf('1760000014001-forms-counts-by-module'));
    expect(await migrateDown(test.db, room, since.length)).toEqual(since.reverse());
    expect(await kept()).toEqual(before);
    await migrateUp(test.db, [room]);
    expect(await kept()).toEqual(before);
    expect(counts(await print())).toMatchObject([{ print: 2 }, { print: 2 }]);
  },
  LIMIT,
);
