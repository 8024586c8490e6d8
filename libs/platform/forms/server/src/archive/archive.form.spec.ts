/** The archive with a form of two copies: each copy counted and marked for itself, erased customers, jobs (FRM-2, FRM-3). */
import { randomUUID } from 'node:crypto';
import { realNow } from '@bihuan/clock';
import { readPdf } from '@bihuan/testing-kit';
import { PrintJobs } from './print-jobs';
import { clerk, desk, notes, type Desk, type Note } from './test/note-forms';

/** The browser starts with the first form. Milliseconds. */
const LIMIT = 60_000;

let test: Desk;
beforeAll(async () => (test = await desk()));
afterAll(() => test.close());
beforeEach(() => notes.clear());

const print = async (id: string, body: object = {}) =>
  (await test.post(`/forms/notes/${id}/forms/note/prints`, body)).body;
const pages = async (path: unknown) => (await readPdf((await test.pdf(path)).bytes)).map(({ text }) => text);

describe('copies', () => {
  it(
    'FRM-2 each copy is a page with its label and holder; numbers pick the first ones or some',
    async () => {
      const id = await test.write('吞卡');
      const address = `/api/forms/notes/${id}/forms/note.pdf`;
      const both = [expect.stringContaining('第一联存根'), expect.stringContaining('第二联客户')];
      expect(await pages(address)).toEqual(both);
      expect(await pages(`${address}?copies=2`)).toEqual(both);
      expect(await pages(`${address}?copies=1`)).toEqual(both.slice(0, 1));
      expect(await pages(`${address}?copies=1,2`)).toEqual(both);
      const second = await print(id, { copies: [2] });
      expect(await pages(second['url'])).toEqual(both.slice(1));
    },
    LIMIT,
  );

  it(
    'FRM-2 copies are counted each for itself, and a marked reprint says so on each copy for itself',
    async () => {
      const id = await test.write('吞卡');
      await print(id, { copies: [1] });
      await print(id, { copies: [1] });
      const both = await print(id, { copies: [1, 2], reprintMark: true });
      expect(both['copies']).toEqual([
        { copy: 1, print: 3 },
        { copy: 2, print: 1 },
      ]);
      const [first, second] = await pages(both['url']);
      // The third print of copy 1 is its second reprint; copy 2 was never printed before.
      expect(first).toMatch(/第2次/);
      expect(second).not.toMatch(/第\d次/);
    },
    LIMIT,
  );

  it(
    'FRM-2 twenty prints at the same time are counted 1 to 20',
    async () => {
      const id = await test.write('吞卡');
      await print(id);
      const views = await Promise.all(Array.from({ length: 19 }, () => print(id)));
      const counts = views.map(({ copies }) => (copies as { print: number }[])[0]?.print ?? 0);
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 2));
    },
    LIMIT,
  );
});

describe('erased customers', () => {
  it(
    'CUS-5 the filed paper of an erased customer is gone for good, and his record prints without him',
    async () => {
      const customer = randomUUID();
      const id = await test.write('吞卡', customer);
      const view = await print(id);
      expect((await test.pdf(view['url'])).status).toBe(200);
      await test.erase(customer);
      expect((await test.pdf(view['url'])).status).toBe(404);
      const again = await print(id);
      expect(again).toMatchObject({ reprint: false });
      expect((await pages(again['url'])).join()).not.toMatch(/王建国|吞卡/);
    },
    LIMIT,
  );

  it(
    'CUS-5 a paper of several customers goes with the first that is erased; the day prints on without him',
    async () => {
      const customer = randomUUID();
      await test.write('吞卡', customer);
      await test.write('不出钞');
      const list = async () => (await test.post('/forms/registers/note-list/prints', { date: '2026-09-17' })).body;
      const before = await list();
      expect((await pages(before['url'])).join()).toMatch(/吞卡.*不出钞/);
      await test.erase(customer);
      expect((await test.pdf(before['url'])).status).toBe(404);
      const after = await list();
      expect((await pages(after['url'])).join()).toContain('不出钞');
      expect((await pages(after['url'])).join()).not.toContain('吞卡');
    },
    LIMIT,
  );
});

describe('jobs', () => {
  const ordered = async (ids: readonly string[]) =>
    (
      await test.post('/forms/print-jobs', {
        items: ids.map((id) => ({ subject: `forms:note:${id}`, formCode: 'note' })),
      })
    ).body;
  const jobs = () => test.app.get(PrintJobs);
  const view = (job: Record<string, unknown>) => jobs().view(clerk, String(job['id']));
  const prints = async () =>
    ((await test.db.query('select count(*)::int as count from forms.print')) as { count: number }[])[0]?.count;

  it(
    'FRM-2 FRM-3 a big batch goes on fifty at a time, each form filed, with progress',
    async () => {
      const ids = await Promise.all(Array.from({ length: 60 }, (_, n) => test.write(`事项${n}`)));
      const job = await ordered(ids);
      expect(await jobs().runNext()).toBe(1);
      expect(await view(job)).toMatchObject({ state: 'running', done: 50, total: 60, url: null });
      expect(await jobs().runNext()).toBe(1);
      const done = await view(job);
      expect(done).toMatchObject({ state: 'done', done: 60, total: 60 });
      expect(await jobs().runNext()).toBe(0);
      expect(await pages(done.parts[59])).toEqual([
        expect.stringContaining('事项59'),
        expect.stringContaining('事项59'),
      ]);
      expect(await pages(done.url)).toHaveLength(120);
    },
    LIMIT,
  );

  it(
    'FRM-2 two workers take one job once',
    async () => {
      const job = await ordered([await test.write('吞卡')]);
      const before = await prints();
      expect((await Promise.all([jobs().runNext(), jobs().runNext()])).sort()).toEqual([0, 1]);
      expect(await prints()).toBe((before ?? 0) + 1);
      expect(await view(job)).toMatchObject({ state: 'done', done: 1 });
    },
    LIMIT,
  );

  it(
    'FRM-2 R15 a job whose process died five times is given up, and the next one is printed',
    async () => {
      const [deadly, next] = [await ordered([await test.write('慢')]), await ordered([await test.write('吞卡')])];
      const before = await prints();
      await test.db.query(
        "update forms.print_job set state = 'running', attempts = 5, lease_until = $2 where id = $1",
        [deadly['id'], realNow()],
      );
      expect((await jobs().runNext()) + (await jobs().runNext())).toBe(2);
      expect(await view(deadly)).toMatchObject({ state: 'failed', done: 0, error: 'ProcessDied' });
      expect(await view(next)).toMatchObject({ state: 'done', done: 1 });
      expect(await prints()).toBe((before ?? 0) + 1);
    },
    LIMIT,
  );

  it(
    'FRM-2 a worker that hangs until another took its job over files nothing when it goes on',
    async () => {
      const id = await test.write('慢');
      const job = await ordered([id]);
      const before = await prints();
      let goOn = () => {};
      const hung = new Promise<void>((resolve) => (goOn = resolve));
      let times = 0;
      const first = await new Promise<{ run: Promise<number> }>((begun) => {
        const asked = async () => {
          if (++times > 1) return;
          begun({ run });
          await hung;
        };
        notes.set(id, { ...(notes.get(id) as Note), asked });
        const run = jobs().runNext();
      });
      await test.db.query('update forms.print_job set lease_until = $2 where id = $1', [job['id'], realNow()]);
      expect(await jobs().runNext()).toBe(1);
      expect(await view(job)).toMatchObject({ state: 'done', done: 1 });
      goOn();
      await first.run;
      expect(await view(job)).toMatchObject({ state: 'done', done: 1, error: null });
      expect(await prints()).toBe((before ?? 0) + 1);
    },
    LIMIT,
  );
});
