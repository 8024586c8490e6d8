/** Filed prints on a real IPP printer service: given as jobs, asked about until they are done, tried again, told (FRM-6). */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:tls';
import { FORMS_PERMISSIONS, type SendingView } from '@bihuan/forms-contract';
import { realNow } from '@bihuan/clock';
import type { UserActor } from '@bihuan/plugin-kit';
import { ippPrinter, type IppPrinter, readPdf } from '@bihuan/testing-kit';
import { desk, type Desk } from '../archive/test/note-forms';
import { printJob } from './ipp/ipp-jobs';
import { SendingPump } from './sending-pump';

/** The browser and the printer start with the first test. Milliseconds. */
const LIMIT = 90_000;
const never = new AbortController().signal;

let test: Desk;
let there: IppPrinter | string;
let admin: UserActor;
let person: UserActor;

beforeAll(async () => {
  there = await ippPrinter();
  // Said aloud: without a printer nothing of this is proven. In CI that is a failure.
  if (typeof there === 'string') process.stderr.write(`${there}\n`);
  test = await desk();
  admin = await test.person('company', new Map([[FORMS_PERMISSIONS.printers, 'all' as const]]));
  person = await test.person('technical-support');
}, LIMIT);
afterAll(async () => {
  await test.close();
  if (typeof there !== 'string') await there.close();
}, LIMIT);
afterEach(async () => {
  await test.db.query("update forms.sending set state = 'done', try_at = null where try_at is not null");
  if (typeof there !== 'string') there.onPaper('exit 0');
});

/** Runs with the printer service; where there is none the test says so by its name. */
const atPrinter = (title: string, run: (printer: IppPrinter) => Promise<void>) =>
  it(
    title,
    async () => {
      if (typeof there !== 'string') await run(there);
      else process.stderr.write(`not run, there is no printer: ${title}\n`);
    },
    LIMIT,
  );

async function added(url: string, more: object = {}): Promise<string> {
  test.as(admin);
  const body = { name: '三楼', url, unitId: person.unitId, ...more };
  const { status, body: made } = await test.post('/forms/printers', body);
  expect([status, made['errors']]).toEqual([201, undefined]);
  test.as(person);
  return String(made['id']);
}

async function filed(text = '吞卡', customer?: string) {
  const id = await test.write(text, customer);
  test.as(person);
  const { body } = await test.post(`/forms/notes/${id}/forms/note/prints`, { copies: [1] });
  return { note: id, print: String(body['id']), url: body['url'] };
}

const pump = () => test.app.get(SendingPump).pump();
/** What is waited for in real time is due now. */
const due = () => test.db.query('update forms.sending set try_at = $1 where try_at is not null', [realNow()]);
const view = async (id: unknown) => (await test.get(`/forms/sendings/${String(id)}`)).body as unknown as SendingView;

async function until(id: unknown, state: string): Promise<SendingView> {
  for (const end = performance.now() + 20_000; performance.now() < end;) {
    await due();
    await pump();
    const now = await view(id);
    if (now.state === state) return now;
  }
  throw new Error(`not ${state}: ${JSON.stringify(await view(id))}`);
}

const send = (print: string, printerId: string, more: object = {}) =>
  test.post(`/forms/prints/${print}/send`, { printerId, ...more });

atPrinter(
  'FRM-6 a filed print goes to the printer as it was filed, and is asked about until it is done',
  async (printer) => {
    const id = await added(printer.url);
    const { print, url } = await filed();
    const { status, body } = await send(print, id, { copies: 2 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'waiting', copies: 2, printerName: '三楼', printId: print, jobId: null });
    const before = printer.papers().length;
    await pump();
    expect(await view(body['id'])).toMatchObject({ state: 'printing', jobId: expect.any(Number) });
    expect(await until(body['id'], 'done')).toMatchObject({ error: null });
    const [paper, ...more] = printer.papers().slice(before);
    expect(more).toEqual([]);
    expect(paper?.bytes.equals((await test.pdf(url)).bytes)).toBe(true);
    expect(paper?.name).toBe(`bihuan-${String(body['id'])}`);
    const story = await test.db.query("select data from audit.entry where action = 'form-sent-to-printer'");
    expect(story).toMatchObject([{ data: { form: 'note', print, printer: id, copies: 2 } }]);
  },
);

atPrinter(
  'FRM-6 FRM-3 a print with a printer named is filed, counted and sent at once; a marked reprint carries its mark',
  async (printer) => {
    const id = await added(printer.url);
    const { note } = await filed('补打');
    const { status, body } = await test.post(`/forms/notes/${note}/forms/note/prints`, {
      copies: [1],
      reprintMark: true,
      printer: id,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ reprint: true, copies: [{ copy: 1, print: 2 }], sending: { state: 'waiting' } });
    await until((body['sending'] as SendingView).id, 'done');
    const paper = printer.papers().find(({ name }) => name.endsWith((body['sending'] as SendingView).id));
    expect((await readPdf(paper?.bytes ?? Buffer.of()))[0]?.text).toMatch(/第1次/);
  },
);

atPrinter('FRM-6 a printer that is off is tried again until it is on, and prints once', async (printer) => {
  const id = await added(printer.url);
  const { print } = await filed();
  await printer.stop();
  const { body } = await send(print, id);
  await pump();
  expect(await view(body['id'])).toMatchObject({ state: 'waiting', error: 'printer-unreachable', attempts: 1 });
  // Not before its time.
  expect(await pump()).toBe(0);
  const before = printer.papers().length;
  await printer.start();
  await until(body['id'], 'done');
  expect(printer.papers().length - before).toBe(1);
});

atPrinter('FRM-6 R10 a process that died after the printer took the job does not print it twice', async (printer) => {
  const id = await added(printer.url);
  const { print, url } = await filed();
  const { body } = await send(print, id);
  // As a process leaves it that was killed between the printer's answer and its own note: job given, lease running.
  const pdf = (await test.pdf(url)).bytes;
  await printJob(
    { url: printer.url, fingerprint: null },
    { name: `bihuan-${String(body['id'])}`, pdf, copies: 1 },
    never,
  );
  await test.db.query('update forms.sending set attempts = 1, leased_until = $2 where id = $1', [
    body['id'],
    new Date(realNow().getTime() + 60_000),
  ]);
  expect(await pump()).toBe(0);
  await test.db.query('update forms.sending set leased_until = $2 where id = $1', [body['id'], realNow()]);
  await until(body['id'], 'done');
  expect(printer.papers().filter(({ name }) => name === `bihuan-${String(body['id'])}`)).toHaveLength(1);
});

atPrinter('FRM-6 two processes send a paper once', async (printer) => {
  const id = await added(printer.url);
  const { print } = await filed();
  const { body } = await send(print, id);
  expect((await Promise.all([pump(), pump(), pump()])).sort()).toEqual([0, 0, 1]);
  await until(body['id'], 'done');
  expect(printer.papers().filter(({ name }) => name.endsWith(String(body['id'])))).toHaveLength(1);
});

atPrinter(
  'FRM-6 a printer that takes one paper at a time gets them all, in the order of sending; being busy is no failure',
  async (printer) => {
    const id = await added(printer.url);
    const { print } = await filed();
    printer.onPaper('sleep 0.3');
    const sent: unknown[] = [];
    for (let paper = 0; paper < 4; paper++) sent.push((await send(print, id)).body['id']);
    const before = printer.papers().length;
    await until(sent.at(-1), 'done');
    const names = printer
      .papers()
      .slice(before)
      .map(({ name }) => name);
    expect(names).toEqual(sent.map((one) => `bihuan-${String(one)}`));
    const failures = await test.db.query('select sum(failures)::int as n from forms.sending where printer_id = $1', [
      id,
    ]);
    expect(failures).toEqual([{ n: 0 }]);
  },
);

atPrinter(
  'FRM-6 NTF-1 what a printer throws away is told to whoever sent it, and can be sent again',
  async (printer) => {
    const id = await added(printer.url);
    const { print } = await filed();
    printer.onPaper('exit 1');
    const { body } = await send(print, id);
    expect(await until(body['id'], 'failed')).toMatchObject({ error: 'aborted-by-printer' });
    const told = await test.db.query('select template, text_zh as text from notices.notice where employee_id = $1', [
      person.employeeId,
    ]);
    expect(told).toMatchObject([{ template: 'printing-failed', text: expect.stringContaining('三楼') }]);
    printer.onPaper('exit 0');
    expect((await test.post(`/forms/sendings/${String(body['id'])}/again`)).status).toBe(200);
    await until(body['id'], 'done');
    expect(await test.post(`/forms/sendings/${String(body['id'])}/again`)).toMatchObject({
      status: 409,
      body: { code: 'sending-not-failed', state: 'done' },
    });
  },
);

atPrinter('FRM-6 CUS-5 a paper whose customer was erased since is not printed any more', async (printer) => {
  const customer = randomUUID();
  const id = await added(printer.url);
  const { print } = await filed('将被删除', customer);
  const before = printer.papers().length;
  const { body } = await send(print, id);
  await test.erase(customer);
  expect(await until(body['id'], 'failed')).toMatchObject({ error: 'not-found' });
  expect(printer.papers()).toHaveLength(before);
});

atPrinter('FRM-6 with TLS a printer’s own certificate is trusted by its fingerprint, and no other', async (printer) => {
  const { port } = new URL(printer.secureUrl.replace('ipps', 'https'));
  const fingerprint = await new Promise<string>((done) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false }, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
  });
  const state = async (more: object) => {
    const id = await added(printer.secureUrl, more);
    const { body } = await send((await filed()).print, id);
    await pump();
    return view(body['id']);
  };
  expect(await state({})).toMatchObject({ state: 'failed', error: 'printer-certificate' });
  expect(await state({ fingerprint: '00'.repeat(32) })).toMatchObject({
    state: 'failed',
    error: 'printer-certificate',
  });
  expect(await state({ fingerprint })).toMatchObject({ state: 'printing' });
});

atPrinter('FRM-6 the test page comes out and is not filed', async (printer) => {
  const id = await added(printer.url);
  const count = async () =>
    ((await test.db.query('select count(*)::int as n from forms.filed')) as { n: number }[])[0]?.n;
  const before = await count();
  test.as(admin);
  const { status, body } = await test.post(`/forms/printers/${id}/test-page`);
  expect(status).toBe(201);
  await until(body['id'], 'done');
  const paper = printer.papers().find(({ name }) => name.endsWith(String(body['id'])));
  expect((await readPdf(paper?.bytes ?? Buffer.of()))[0]?.text).toContain('三楼');
  expect(await count()).toBe(before);
});
