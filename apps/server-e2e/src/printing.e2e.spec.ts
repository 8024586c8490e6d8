/** Printed forms over HTTP with a real Chromium: looking files nothing, printing files, counts and audits (FRM-2, FRM-3). */
import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { readPdf } from '@bihuan/testing-kit';
import { archived, lookInto } from './support/archive';
import { handle, makeForm, path, takeContact } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

let suite: PlayedSuite;
let db: DataSource;
let agent: Person;
let agent2: Person;
let engineer: Person;
let form: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  db = await lookInto(suite.databaseUrl);
  [agent, agent2, engineer] = await Promise.all([suite.as('agent'), suite.as('agent2'), suite.as('engineer')]);
});
afterAll(async () => {
  await db.destroy();
  await suite.close();
});
beforeEach(async () => {
  form = await makeForm(agent);
});

const paper = (code = 'problem-form') => `${path(form)}/forms/${code}`;
const print = (person: Person, body: Json = {}, code?: string) => person.do(`${paper(code)}/prints`, body);
const fetched = async (person: Person, view: Json) => (await person.pdf(String(view['url']))).bytes;
const textOf = async (pdf: Uint8Array) => (await readPdf(pdf)).map(({ text }) => text.replace(/\s/g, ''));
const timeline = (about = `problem-form:${String(form['id'])}`) =>
  agent.list(`/timeline?filter[subject]=hotline:${about}`);
const pointers = ({ body }: { body: Json }) => ((body['errors'] ?? []) as Json[]).map(({ pointer }) => pointer);

describe('looking at a form', () => {
  it('FRM-3 GET renders the form and files, counts and audits nothing', async () => {
    const before = [await archived(db), await timeline()];
    const { status, bytes } = await agent.pdf(`${paper()}.pdf`);
    expect(status).toBe(200);
    expect((await textOf(bytes)).join()).toContain(String(form['number']));
    expect((await agent.pdf(`${paper()}.html`)).bytes.toString()).toContain(String(form['number']));
    expect([await archived(db), await timeline()]).toEqual(before);
  });

  it('FRM-2 SYS-05 prints filled and blank: the blank one has the labels and nothing of the record', async () => {
    const [filled] = await textOf((await agent.pdf(`${paper()}.pdf`)).bytes);
    const [blank] = await textOf((await agent.pdf(`${paper()}.pdf?blank=true`)).bytes);
    for (const label of ['用户', '问题', '联'])
      expect([filled, blank]).toEqual([filled, expect.stringContaining(label)]);
    for (const value of [String(form['number']), '城东供电营业厅', '13812345678']) {
      expect(filled).toContain(value);
      expect(blank).not.toContain(value);
    }
  });

  it('FRM-2 every page says which copy it is, for whom, and which page of how many', async () => {
    for (const page of await textOf((await agent.pdf(`${paper()}.pdf`)).bytes)) {
      expect(page).toContain('第一联800');
      expect(page).toMatch(/第1页.?共1页/);
    }
  });
});

describe('printing', () => {
  it('FRM-3 POST files the PDF, counts each copy and notes who printed what in the timeline', async () => {
    const before = await archived(db);
    const view = await print(agent);
    expect(view).toMatchObject({ reprint: false, pages: 1, copies: [{ copy: 1, print: 1 }] });
    expect(await archived(db)).toEqual({
      filed: before.filed + 1,
      prints: before.prints + 1,
      copies: before.copies + 1,
    });
    expect((await timeline()).at(-1)).toMatchObject({
      action: 'form-printed',
      actor: { id: agent.employeeId },
      data: { form: 'problem-form', copies: view['copies'], sha256: view['sha256'], marked: false, blank: false },
    });
    expect((await textOf(await fetched(agent, view))).join()).toContain(String(form['number']));
  });

  it('FRM-3 the hash is over the stored ciphertext, in which nothing of the customer stands', async () => {
    const view = await print(agent);
    const [filed] = (await db.query(
      'select sha256, sealed_pdf, sealed_data, template_version from forms.filed where id = $1',
      [view['filedId']],
    )) as { sha256: string; sealed_pdf: Buffer; sealed_data: Buffer; template_version: string }[];
    if (!filed) throw new Error('not filed');
    expect(filed.sha256).toBe(createHash('sha256').update(filed.sealed_pdf).digest('hex'));
    expect(view['sha256']).toBe(filed.sha256);
    expect(filed.template_version).not.toBe('');
    expect(filed.sealed_pdf.includes(Buffer.from('%PDF'))).toBe(false);
    expect(filed.sealed_data.includes(Buffer.from('王建国'))).toBe(false);
  });

  it('FRM-3 a reprint of unchanged data is the filed paper byte by byte; with the mark only the mark is added', async () => {
    const first = await print(agent);
    const original = await fetched(agent, first);
    const plain = await print(agent2);
    expect(plain).toMatchObject({ reprint: true, filedId: first['filedId'], sha256: first['sha256'] });
    expect(plain['copies']).toEqual((first['copies'] as Json[]).map(({ copy }) => ({ copy, print: 2 })));
    expect((await fetched(agent2, plain)).equals(original)).toBe(true);

    const marked = await print(agent, { reprintMark: true });
    const bytes = await fetched(agent, marked);
    expect(bytes.subarray(0, original.length).equals(original)).toBe(true);
    expect(bytes.length).toBeGreaterThan(original.length);
    const [before, after] = [await textOf(original), await textOf(bytes)];
    expect(after).toHaveLength(before.length);
    // The third print of a copy is its second reprint.
    for (const [index, page] of after.entries()) {
      expect(page).toMatch(/补打|重印|重打/);
      expect(page).toContain('2');
      expect(before[index]).not.toMatch(/补打|重印|重打/);
    }
    // The print itself stays what it was, however often it is fetched.
    expect((await fetched(agent, marked)).equals(bytes)).toBe(true);
    expect((await timeline()).filter(({ action }) => action === 'form-reprinted')).toHaveLength(2);
  });

  it('FRM-3 data that changed is filed anew, and the old paper stays as it was', async () => {
    await agent.do(`${path(form)}/refer`, { customerAgreed: true });
    const first = await print(agent);
    const original = await fetched(agent, first);
    await handle(engineer, form);
    const second = await print(agent);
    expect(second).toMatchObject({ reprint: false });
    expect(second['filedId']).not.toBe(first['filedId']);
    expect((await textOf(await fetched(agent, second))).join()).toContain('已更换读卡器');
    expect((await fetched(agent, first)).equals(original)).toBe(true);
  });

  it('FRM-2 prints are counted of each record for itself', async () => {
    await print(agent);
    expect((await print(agent))['copies']).toEqual([{ copy: 1, print: 2 }]);
    form = await makeForm(agent);
    expect((await print(agent))['copies']).toEqual([{ copy: 1, print: 1 }]);
  });

  it('FRM-3 a register is filed by its days and officer, and noted', async () => {
    await takeContact(agent);
    const body = { date: '2026-09-17', officer: agent.employeeId };
    const view = await agent.do('/hotline/registers/consultation-log/prints', body);
    expect((await textOf(await fetched(agent, view))).join()).toContain('王建国');
    const again = await agent.do('/hotline/registers/consultation-log/prints', body);
    expect(again).toMatchObject({ reprint: true, filedId: view['filedId'] });
    const other = await agent.do('/hotline/registers/consultation-log/prints', { date: '2026-09-16' });
    expect(other).toMatchObject({ reprint: false });
    const [entry] = (await db.query("select data from audit.entry where action = 'form-printed' and subject_id = $1", [
      view['filedId'],
    ])) as { data: Json }[];
    expect(entry?.data).toMatchObject({ form: 'consultation-log', range: { from: '2026-09-17', to: '2026-09-17' } });
  });

  it('FRM-3 somebody else’s print is not found; who reads the whole archive finds it', async () => {
    const view = await print(agent);
    for (const person of [engineer, agent2]) expect((await person.pdf(String(view['url']))).status).toBe(404);
    expect((await (await suite.as('manager')).pdf(String(view['url']))).status).toBe(200);
    expect((await agent.pdf(`/forms/prints/${randomUUID()}.pdf`)).status).toBe(404);
    expect((await agent.pdf('/forms/prints/anything.pdf')).status).toBe(404);
  });
});

describe('what is refused', () => {
  it('FRM-2 a register without its days is 422 at /date, one that ends before it begins at /to', async () => {
    const missing = await agent.get('/hotline/registers/call-tally.pdf');
    expect([missing.status, pointers(missing)]).toEqual([422, ['/date']]);
    const backwards = await agent.post('/hotline/registers/call-tally/prints', {
      from: '2026-09-17',
      to: '2026-09-16',
    });
    expect([backwards.status, pointers(backwards)]).toEqual([422, ['/to']]);
    // The blank one needs none.
    expect((await agent.pdf('/hotline/registers/call-tally.pdf?blank=true')).status).toBe(200);
  });

  it('FRM-2 a copy the form has not is 422 at /copies, an unknown field too', async () => {
    for (const copies of [9, [1, 9]]) {
      const refused = await agent.post(`${paper()}/prints`, { copies });
      expect([refused.status, pointers(refused)]).toEqual([422, ['/copies']]);
    }
    expect((await agent.post(`${paper()}/prints`, { copy: 1 })).status).toBe(422);
    expect((await agent.get(`${paper()}.pdf?copies=x`)).status).toBe(422);
  });

  it('FRM-2 an unknown form, one of another module or another kind is 404', async () => {
    for (const address of [
      `${paper('no-such-form')}.pdf`,
      `${paper('call-tally')}.pdf`,
      `${paper('revisit-sheet')}.pdf`,
      `/revisit/problem-forms/${String(form['id'])}/forms/problem-form.pdf`,
      `/hotline/contacts/${String(form['id'])}/forms/problem-form.pdf`,
      `/hotline/registers/problem-form.pdf?date=2026-09-17`,
      `/hotline/problem-forms/${randomUUID()}/forms/problem-form.pdf`,
      `${paper()}.exe`,
    ]) {
      expect([address, (await agent.get(address)).status]).toEqual([address, 404]);
    }
  });

  it('FRM-2 without the right 403, without a session 401, another department’s record 404; nothing is filed', async () => {
    const before = await archived(db);
    const hr = await suite.as('hr');
    expect((await hr.get('/hotline/registers/call-tally.pdf?date=2026-09-17')).status).toBe(403);
    expect((await hr.post('/hotline/registers/call-tally/prints', { date: '2026-09-17' })).status).toBe(403);
    const other = await suite.as('engineer2');
    expect((await other.get(`${paper()}.pdf`)).status).toBe(404);
    expect((await other.post(`${paper()}/prints`)).status).toBe(404);
    const nobody = await fetch(`${suite.url}/api${paper()}.pdf`);
    expect(nobody.status).toBe(401);
    expect(await archived(db)).toEqual(before);
  });
});
