/** Who enters printers, who prints on them, and whose sendings are whose (FRM-6, IDN-2). */
import { randomUUID } from 'node:crypto';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { desk, type Desk } from '../archive/test/note-forms';

/** The browser starts with the first form. Milliseconds. */
const LIMIT = 90_000;

let test: Desk;
let admin: UserActor;
let person: UserActor;

beforeAll(async () => {
  test = await desk();
  admin = await test.person('company', new Map([[FORMS_PERMISSIONS.printers, 'all' as const]]));
  person = await test.person('technical-support');
}, LIMIT);
afterAll(() => test.close());

async function added(url: string): Promise<string> {
  test.as(admin);
  const { body } = await test.post('/forms/printers', { name: '三楼', url, unitId: person.unitId });
  test.as(person);
  return String(body['id']);
}

async function filed() {
  const id = await test.write('吞卡');
  test.as(person);
  const { body } = await test.post(`/forms/notes/${id}/forms/note/prints`, { copies: [1] });
  return { print: String(body['id']) };
}

const send = (print: string, printerId: string, more: object = {}) =>
  test.post(`/forms/prints/${print}/send`, { printerId, ...more });

describe('who may', () => {
  it(
    'FRM-6 IDN-2 only whoever manages printers enters them; their addresses nobody else sees',
    async () => {
      const id = await added('ipp://10.1.2.3/ipp/print');
      const own = (await test.get('/forms/printers')).body['data'] as Record<string, unknown>[];
      expect(own.find((one) => one['id'] === id)).toEqual({
        id,
        version: 1,
        name: '三楼',
        unitId: person.unitId,
        unitName: '技术支持',
        enabled: true,
      });
      const body = { name: 'x', url: 'ipp://10.1.2.3/', unitId: person.unitId };
      expect((await test.post('/forms/printers', body)).status).toBe(403);
      expect((await test.post(`/forms/printers/${id}/change`, { name: 'x' })).status).toBe(403);
      expect((await test.post(`/forms/printers/${id}/test-page`)).status).toBe(403);
      test.as(admin);
      expect((await test.get('/forms/printers')).body['data']).toEqual(
        expect.arrayContaining([expect.objectContaining({ id, url: 'ipp://10.1.2.3/ipp/print' })]),
      );
      expect((await test.post(`/forms/printers/${id}/change`, { name: '四楼', version: 1 })).body).toMatchObject({
        version: 2,
      });
      expect((await test.post(`/forms/printers/${id}/change`, { name: '五楼', version: 1 })).status).toBe(412);
      const subject = `forms:printer:${id}`;
      const story = (await test.get(`/timeline?filter[subject]=${subject}`)).body['data'] as { action: string }[];
      expect(story.map(({ action }) => action)).toEqual(['printer-added', 'printer-changed']);
    },
    LIMIT,
  );

  it(
    'FRM-6 IDN-2 other departments’ printers, other people’s prints and sendings are not there; a printer switched off takes nothing',
    async () => {
      const { print } = await filed();
      const id = await added('ipp://10.1.2.3/ipp/print');
      const sending = await send(print, id);
      const stranger = await test.person('hotline', new Map([[FORMS_PERMISSIONS.print, 'unit' as const]]));
      test.as(stranger);
      expect((await test.get('/forms/printers')).body['data']).not.toContainEqual(expect.objectContaining({ id }));
      expect((await send(print, id)).status).toBe(404);
      expect((await test.get(`/forms/sendings/${String(sending.body['id'])}`)).status).toBe(404);
      expect((await test.post(`/forms/sendings/${String(sending.body['id'])}/again`)).status).toBe(404);
      const own = (await test.post(`/forms/notes/${await test.write('x')}/forms/note/prints`, { copies: [1] })).body;
      expect((await send(String(own['id']), id)).status).toBe(404);
      test.as(admin);
      await test.post(`/forms/printers/${id}/change`, { enabled: false });
      test.as(person);
      expect((await send(print, id)).status).toBe(404);
      expect((await send(randomUUID(), id)).status).toBe(404);
      expect((await send(print, id, { copies: 0 })).status).toBe(422);
      expect((await send(print, id, { url: 'ipp://x/' })).status).toBe(422);
      // Nobody but an administrator names an address.
      expect((await send(print, 'ipp://127.0.0.1/')).status).toBe(422);
    },
    LIMIT,
  );
});
