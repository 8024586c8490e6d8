/** Batches of forms over HTTP: each filed on its own, all in one PDF; no dead process keeps a job (FRM-2, FRM-3). */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { readPdf } from '@bihuan/testing-kit';
import { archived, lookInto } from './support/archive';
import { makeForm } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

let suite: PlayedSuite;
let db: DataSource;
let agent: Person;
let form: Json;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  db = await lookInto(suite.databaseUrl);
  agent = await suite.as('agent');
});
afterAll(async () => {
  await db.destroy();
  await suite.close();
});
beforeEach(async () => {
  form = await makeForm(agent);
});

const textOf = async (pdf: Uint8Array) => (await readPdf(pdf)).map(({ text }) => text);
const timeline = () => agent.list(`/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`);
const pointers = ({ body }: { body: Json }) => ((body['errors'] ?? []) as Json[]).map(({ pointer }) => pointer);

describe('a batch', () => {
  const subjectOf = ({ id }: Json) => `hotline:problem-form:${String(id)}`;
  const job = async (view: Json) => (await agent.get(`/forms/print-jobs/${String(view['id'])}`)).body;

  /** Waits for the worker, which is called when the job is ordered. */
  async function finished(view: Json): Promise<Json> {
    for (const end = performance.now() + 20_000; performance.now() < end;) {
      const now = await job(view);
      if (now['state'] === 'done' || now['state'] === 'failed') return now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the print job is not finished: ${JSON.stringify(await job(view))}`);
  }

  it('FRM-2 FRM-3 prints each form on its own and all in one PDF, soon after it was ordered', async () => {
    const forms = [form, await makeForm(agent), await makeForm(agent)];
    const before = await archived(db);
    const items = forms.map((each) => ({ subject: subjectOf(each), formCode: 'problem-form' }));
    const ordered = await agent.do('/forms/print-jobs', { items });
    expect(ordered).toMatchObject({ total: 3 });
    const done = await finished(ordered);
    expect(done).toMatchObject({ state: 'done', done: 3, total: 3, error: null });
    const parts = done['parts'] as string[];
    for (const [index, part] of parts.entries()) {
      expect((await textOf((await agent.pdf(part)).bytes)).join()).toContain(String(forms[index]?.['number']));
    }
    const whole = await textOf((await agent.pdf(String(done['url']))).bytes);
    expect(whole).toHaveLength(3);
    forms.forEach((each, index) => expect(whole[index]).toContain(String(each['number'])));
    expect(await archived(db)).toEqual({
      filed: before.filed + 3,
      prints: before.prints + 3,
      copies: before.copies + 3,
    });
    expect((await timeline()).at(-1)).toMatchObject({ action: 'form-printed', actor: { id: agent.employeeId } });
  });

  it('FRM-2 a wrong item is refused with its place, and nothing is ordered', async () => {
    const good = { subject: subjectOf(form), formCode: 'problem-form' };
    for (const [bad, pointer] of [
      [{ ...good, subject: 'hotline' }, '/items/1/subject'],
      [{ ...good, subject: `hotline:contact:${String(form['id'])}` }, '/items/1/subject'],
      [{ ...good, formCode: 'call-tally' }, '/items/1/formCode'],
      [{ ...good, copies: 7 }, '/items/1/copies'],
    ] as const) {
      const refused = await agent.post('/forms/print-jobs', { items: [good, bad] });
      expect([refused.status, pointers(refused)]).toEqual([422, [pointer]]);
    }
    expect((await agent.post('/forms/print-jobs', { items: [] })).status).toBe(422);
    expect((await agent.post('/forms/print-jobs', { items: [{ ...good, formCode: 'no-such-form' }] })).status).toBe(
      404,
    );
  });

  it('FRM-2 a record that is not his to read fails the job; the job itself is nobody else’s to see', async () => {
    const other = await suite.as('engineer2');
    const items = [{ subject: subjectOf(form), formCode: 'problem-form' }];
    const ordered = await other.do('/forms/print-jobs', { items });
    await suite.clock('2026-09-17T09:00:00+08:00');
    const address = `/forms/print-jobs/${String(ordered['id'])}`;
    expect((await other.get(address)).body).toMatchObject({ state: 'failed', error: 'not-found', done: 0, parts: [] });
    expect((await other.get(`${address}.pdf`)).status).toBe(409);
    expect((await agent.get(address)).status).toBe(404);
  });

  it('FRM-2 a job whose process died is taken up again where it stopped, and prints nothing twice', async () => {
    const forms = [form, await makeForm(agent)];
    const items = forms.map((each) => ({ subject: subjectOf(each), formCode: 'problem-form' }));
    const done = await finished(await agent.do('/forms/print-jobs', { items }));
    const prints = (done['parts'] as string[]).map((part) => /[0-9a-f-]{36}/.exec(part)?.[0]);
    const before = await archived(db);
    // As a process leaves it that died after the first of the two forms; its lease still runs.
    const dead = randomUUID();
    await db.query(
      `insert into forms.print_job (id, state, items, prints, attempts, lease_until, ordered_by, actor, ordered_at)
       select $1, 'running', items, prints[1:1], 1, $3, ordered_by, actor, ordered_at
       from forms.print_job where id = $2`,
      [dead, done['id'], new Date(realNow().getTime() + 60_000)],
    );
    await suite.clock('2026-09-17T09:00:00+08:00');
    expect(await job({ id: dead })).toMatchObject({ state: 'running', done: 1 });
    await db.query('update forms.print_job set lease_until = $2 where id = $1', [dead, realNow()]);
    await suite.clock('2026-09-17T09:00:00+08:00');
    expect(await job({ id: dead })).toMatchObject({
      state: 'done',
      done: 2,
      parts: [`/api/forms/prints/${prints[0]}.pdf`, expect.any(String)],
    });
    expect((await archived(db)).prints).toBe(before.prints + 1);
  });
});
