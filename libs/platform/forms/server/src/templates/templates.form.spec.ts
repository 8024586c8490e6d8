/** A department's own template: uploaded, previewed, in use, rolled back; over HTTP with a real browser (FRM-3, FRM-4). */
import { FORMS_PERMISSIONS, type FormTemplatesView, type UnitTemplateView } from '@bihuan/forms-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { readPdf } from '@bihuan/testing-kit';
import { PrintJobs } from '../archive/print-jobs';
import { desk, type Desk } from '../archive/test/note-forms';

/** The browser starts with the first form. Milliseconds. */
const LIMIT = 60_000;
const MANAGE = FORMS_PERMISSIONS.templates;

let test: Desk;
/** Heads of two departments, and one over all. */
let support: UserActor;
let hotline: UserActor;
let company: UserActor;

beforeEach(async () => {
  test = await desk();
  support = await test.person('technical-support', new Map([[MANAGE, 'unit-and-below' as const]]));
  hotline = await test.person('hotline', new Map([[MANAGE, 'unit-and-below' as const]]));
  company = await test.person('company', new Map([[MANAGE, 'all' as const]]));
}, LIMIT);
afterEach(() => test.close());

const file = (mark: string) =>
  `<style>\n.own { color: #333; }\n</style>\n<h2 class="own">${mark}</h2>{{#each lines}}<p>{{this}}</p>{{/each}}\n`;

async function upload(as: UserActor, source: string, more: object = {}) {
  test.as(as);
  return test.post('/forms/templates/note/versions', { source, ...more });
}

const templateOf = ({ templates }: FormTemplatesView, { unitId }: UserActor) =>
  templates.find((template) => template.unitId === unitId) as UnitTemplateView;

async function seen(as: UserActor): Promise<FormTemplatesView> {
  test.as(as);
  const { status, body } = await test.get('/forms/templates/note');
  expect(status).toBe(200);
  return body as unknown as FormTemplatesView;
}

/** Uploads and activates; answers the version's id. */
async function inUse(as: UserActor, source: string, more: object = {}): Promise<string> {
  const { status, body } = await upload(as, source, more);
  expect([status, body['errors']]).toEqual([201, undefined]);
  const activated = await test.post(`/forms/templates/note/versions/${String(body['id'])}/activate`);
  expect(activated.status).toBe(200);
  return String(body['id']);
}

const textOf = async (path: unknown) => (await readPdf((await test.pdf(path)).bytes)).map(({ text }) => text).join();

async function printed(as: UserActor, id: string) {
  test.as(as);
  return (await test.post(`/forms/notes/${id}/forms/note/prints`, { copies: [1] })).body;
}

it(
  'FRM-4 uploaded it is only kept; activated, the prints of its department are made with it, and say so',
  async () => {
    const id = await test.write('吞卡');
    const address = `/api/forms/notes/${id}/forms/note.pdf`;
    const { status, body } = await upload(support, file('技术支持版'), { note: '加标题' });
    expect(status).toBe(201);
    const version = String(body['id']);
    expect(await textOf(address)).not.toContain('技术支持版');
    expect(await textOf(`/api/forms/templates/note/versions/${version}.pdf`)).toMatch(/技术支持版.*乙/);
    expect(await textOf(`/api/forms/templates/note/versions/${version}.pdf?blank=true`)).not.toContain('乙');
    expect(await test.db.query('select 1 from forms.filed')).toEqual([]);

    expect((await test.post(`/forms/templates/note/versions/${version}/activate`)).status).toBe(200);
    expect(await textOf(address)).toContain('技术支持版');
    expect((await test.pdf(address.replace('.pdf', '.html'))).bytes.toString()).toContain('技术支持版');
    const view = await printed(support, id);
    expect(await textOf(view['url'])).toContain('技术支持版');
    const filed = () =>
      test.db.query('select template_version as version from forms.filed order by template_version desc');
    expect(await filed()).toEqual([{ version: '1@technical-support' }]);

    test.as(hotline);
    expect(await textOf(address)).not.toContain('技术支持版');
    expect((await printed(hotline, id))['reprint']).toBe(false);
    expect(await filed()).toEqual([{ version: '1@technical-support' }, { version: '1' }]);
    const story = await test.db.query(
      "select data->>'template' as template from audit.entry where action = 'form-printed'",
    );
    expect(story).toEqual(expect.arrayContaining([{ template: '1@technical-support' }, { template: '1' }]));
  },
  LIMIT,
);

it(
  'FRM-4 what the company activated serves the departments that have none of their own; each reprint stays what it was',
  async () => {
    const id = await test.write('吞卡');
    const shipped = await printed(support, id);
    await inUse(company, file('公司版'));
    const ofCompany = await printed(support, id);
    expect(await textOf(ofCompany['url'])).toContain('公司版');
    await inUse(support, file('部门版'));
    expect(await textOf((await printed(support, id))['url'])).toContain('部门版');
    expect(await textOf((await printed(hotline, id))['url'])).toContain('公司版');
    // FRM-3: what was filed is what it was.
    test.as(support);
    expect(await textOf(shipped['url'])).not.toMatch(/公司版|部门版/);
    expect(await textOf(ofCompany['url'])).toContain('公司版');
    const again = await printed(support, id);
    expect(again).toMatchObject({ reprint: true, copies: [{ copy: 1, print: 5 }] });
  },
  LIMIT,
);

it(
  'FRM-4 rolled back to an earlier version and to the shipped one; who did what and when stands in list and audit',
  async () => {
    const id = await test.write('吞卡');
    const first = await inUse(support, file('第一版'));
    const second = await inUse(support, file('第二版'), { note: '改字' });
    const now = await seen(support);
    const [newest, oldest] = templateOf(now, support).versions;
    expect(newest).toMatchObject({ number: 2, note: '改字', active: true, uploadedBy: { id: support.employeeId } });
    expect(oldest).toMatchObject({ number: 1, active: false, activatedBy: { name: support.name } });
    expect(oldest?.activatedAt).toBe('2026-09-17T02:00:00.000Z');

    const back = (to: string) => test.post('/forms/templates/note/roll-back', { to });
    expect((await back(first)).status).toBe(200);
    expect(await textOf((await printed(support, id))['url'])).toContain('第一版');
    expect((await back('shipped')).status).toBe(200);
    expect(await textOf((await printed(support, id))['url'])).not.toMatch(/第一版|第二版/);
    expect(await back('shipped')).toMatchObject({ status: 409, body: { code: 'template-already' } });
    expect((await back(second)).status).toBe(200);
    const unused = await upload(support, file('第三版'));
    expect(await back(String(unused.body['id']))).toMatchObject({
      status: 409,
      body: { code: 'template-never-used', state: 'uploaded', allowedActions: ['activate'] },
    });
    const subject = `forms:template:${templateOf(now, support).id}`;
    const { body } = await test.get(`/timeline?filter[subject]=${subject}`);
    expect((body['data'] as { action: string }[]).map(({ action }) => action)).toEqual([
      'template-uploaded',
      'template-activated',
      'template-uploaded',
      'template-activated',
      ...Array<string>(3).fill('template-rolled-back'),
      'template-uploaded',
    ]);
    test.as(hotline);
    expect((await test.get(`/timeline?filter[subject]=${subject}`)).status).toBe(404);
  },
  LIMIT,
);

it(
  'FRM-4 IDN-2 a department manages its own templates only, and nobody without the right any',
  async () => {
    const own = await inUse(support, file('部门版'));
    expect((await seen(hotline)).templates).toEqual([]);
    expect((await seen(company)).templates).toHaveLength(1);
    test.as(hotline);
    const foreign = [
      await test.post('/forms/templates/note/versions', { source: file('x'), unitId: support.unitId }),
      await test.get(`/forms/templates/note/versions/${own}`),
      await test.get(`/forms/templates/note/versions/${own}.pdf`),
      await test.post(`/forms/templates/note/versions/${own}/activate`),
      await test.post('/forms/templates/note/roll-back', { to: own }),
      await test.post('/forms/templates/note/roll-back', { to: 'shipped', unitId: support.unitId }),
      await test.get('/forms/templates/no-such-form'),
      await test.get(`/forms/templates/note-list/versions/${own}`),
    ];
    expect(foreign.map(({ status }) => status)).toEqual(Array(foreign.length).fill(404));
    test.as();
    expect((await test.get('/forms/templates')).status).toBe(403);
    expect((await test.post('/forms/templates/note/versions', { source: file('x') })).status).toBe(403);
    test.as(support);
    expect((await test.get(`/forms/templates/note/versions/${own}`)).body).toMatchObject({ source: file('部门版') });
    const list = (await test.get('/forms/templates')).body['data'] as { formCode: string; templates: unknown[] }[];
    expect(list.find(({ formCode }) => formCode === 'note')?.templates).toMatchObject([{ activeNumber: 1 }]);
  },
  LIMIT,
);

it(
  'FRM-4 a file with mistakes is refused with the line of each, and nothing is kept',
  async () => {
    const { status, body } = await upload(
      support,
      '<p>\n{{nothing}}</p>\n<script>x</script>\n<p onclick="x">{{{lines}}}</p>',
    );
    expect(status).toBe(422);
    const errors = body['errors'] as { pointer: string; code: string; detail: string }[];
    expect(errors.map(({ pointer, code, detail }) => [pointer, code, /第 (\d+) 行/.exec(detail)?.[1]])).toEqual([
      ['/source', 'unknown-field', '2'],
      ['/source', 'not-allowed-element', '3'],
      ['/source', 'not-allowed-element', '3'],
      ['/source', 'not-allowed', '4'],
      ['/source', 'event-attribute', '4'],
    ]);
    // What only running it shows.
    const runs = await upload(support, '{{#each lines}}{{tally this}}{{/each}}');
    expect(runs).toMatchObject({ status: 422, body: { errors: [{ code: 'does-not-run' }] } });
    expect((await upload(support, file('x'), { extra: 1 })).status).toBe(422);
    expect(await test.db.query('select 1 from forms.template_version')).toEqual([]);
  },
  LIMIT,
);

it(
  'FRM-4 API If-Match: whoever has not seen the last change is refused; ten uploads at once get ten numbers',
  async () => {
    const id = await inUse(support, file('一'));
    const { version } = templateOf(await seen(support), support);
    const next = await upload(support, file('二'), { version });
    expect(next.status).toBe(201);
    const stale = await test.post(
      `/forms/templates/note/versions/${String(next.body['id'])}/activate`,
      {},
      { 'if-match': `"${version}"` },
    );
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    expect((await test.post('/forms/templates/note/roll-back', { to: id, version: version - 1 })).status).toBe(412);
    await Promise.all(Array.from({ length: 10 }, (_none, index) => upload(support, file(`并发${index}`))));
    const numbers = templateOf(await seen(support), support).versions.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_none, index) => 12 - index));
  },
  LIMIT,
);

it(
  'FRM-4 FRM-2 a batch is printed with one template a form, its forms filed each for itself',
  async () => {
    await inUse(support, file('部门版'));
    test.as(support);
    const ids = await Promise.all(['一', '二', '三'].map((text) => test.write(text)));
    const ordered = await test.post('/forms/print-jobs', {
      items: ids.map((id) => ({ subject: `forms:note:${id}`, formCode: 'note', copies: 1 })),
    });
    expect(await test.app.get(PrintJobs).runNext()).toBe(1);
    const { body } = await test.get(`/forms/print-jobs/${String(ordered.body['id'])}`);
    expect(body).toMatchObject({ state: 'done', done: 3 });
    const texts = await Promise.all((body['parts'] as string[]).map(textOf));
    expect(texts).toEqual(['一', '二', '三'].map((text) => expect.stringMatching(new RegExp(`部门版.*${text}`))));
  },
  LIMIT,
);
