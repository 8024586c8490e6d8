/** Departments' own templates over HTTP: every shipped form may be the beginning of one; a head replaces his department's (FRM-4). */
import type { FormTemplatesLine, FormTemplatesView } from '@bihuan/forms-contract';
import { readPdf } from '@bihuan/testing-kit';
import { makeForm, path } from './support/hotline';
import type { Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

let suite: PlayedSuite;
let admin: Person;
let agent: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  [admin, agent] = await Promise.all([suite.as('admin'), suite.as('agent')]);
});
afterAll(() => suite.close());

const view = async (person: Person, code: string) =>
  (await person.get(`/forms/templates/${code}`)).body as unknown as FormTemplatesView;
const textOf = async (pdf: Uint8Array) => (await readPdf(pdf)).map(({ text }) => text.replace(/\s/g, '')).join();

it('FRM-4 the file of every shipped form of every module passes the check, and prints the very sample', async () => {
  const forms = (await admin.list('/forms/templates')) as unknown as FormTemplatesLine[];
  expect(forms.length).toBeGreaterThanOrEqual(19);
  const modules = forms.flatMap((form) => form['modules'] as { id: string; title: { zh: string; en: string } }[]);
  expect(new Set(modules.map(({ id }) => id)).size).toBe(7);
  // Named as people know them, in both languages.
  expect(modules.filter(({ title }) => !/\p{Script=Han}/u.test(title.zh) || !/^[A-Z]/.test(title.en))).toEqual([]);
  for (const { formCode } of forms) {
    const { shipped, fields } = await view(admin, formCode);
    const uploaded = await admin.post(`/forms/templates/${formCode}/versions`, { source: shipped.source });
    expect([formCode, uploaded.status, uploaded.body['errors']]).toEqual([formCode, 201, undefined]);
    expect(fields.length).toBeGreaterThan(0);
    const before = await admin.pdf(shipped.preview);
    const own = await admin.pdf(`/forms/templates/${formCode}/versions/${String(uploaded.body['id'])}.pdf`);
    expect([formCode, await textOf(own.bytes)]).toEqual([formCode, await textOf(before.bytes)]);
  }
});

it('FRM-4 a record’s form prints with the template its department activated, and with the shipped one after the roll-back', async () => {
  const form = await makeForm(agent);
  const { source } = (await view(admin, 'problem-form')).shipped;
  const { unitId } = (await agent.get('/auth/me')).body['user'] as { unitId: string };
  const changed = source.replace('</style>', '</style>\n<p class="own">本热线自用格式</p>');
  const { id } = await admin.do('/forms/templates/problem-form/versions', { source: changed, unitId });
  await admin.do(`/forms/templates/problem-form/versions/${String(id)}/activate`);
  const printed = async () => {
    const print = await agent.do(`${path(form)}/forms/problem-form/prints`);
    return textOf((await agent.pdf(String(print['url']))).bytes);
  };
  const own = await printed();
  expect(own).toContain('本热线自用格式');
  expect(own).toContain(String(form['number']));
  const story = await agent.list(`/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`);
  expect(story.at(-1)).toMatchObject({ action: 'form-printed', data: { template: '1@hotline' } });
  await admin.do('/forms/templates/problem-form/roll-back', { to: 'shipped', unitId });
  expect(await printed()).not.toContain('本热线自用格式');
  expect((await agent.get('/forms/templates')).status).toBe(403);
});

it('FRM-4 IDN-2 the head of a department manages its templates by his role of the pack, and no other department’s', async () => {
  const head = await suite.as('tech-manager');
  const { source } = (await view(head, 'problem-form')).shipped;
  const own = await head.post('/forms/templates/problem-form/versions', { source });
  expect(own.status).toBe(201);
  const { templates } = own.body as unknown as FormTemplatesView;
  const { unitId } = (await head.get('/auth/me')).body['user'] as { unitId: string };
  expect(templates.map((template) => template.unitId)).toEqual([unitId]);
  const { unitId: hotline } = (await agent.get('/auth/me')).body['user'] as { unitId: string };
  const other = await head.post('/forms/templates/problem-form/versions', { source, unitId: hotline });
  expect(other.status).toBe(404);
});
