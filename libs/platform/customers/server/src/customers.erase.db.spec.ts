import { randomUUID } from 'node:crypto';
import { createCustomer } from '@bihuan/customers-contract';
import { problemFormConcluded } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { findValue } from '@bihuan/testing-kit';
import type { CustomersScene } from './test/customers-scene';
import { customersScene, NOW, officer } from './test/customers-scene';

/** A value in every field; each is looked for afterwards. */
const CANARIES = {
  name: '金丝雀甲有限公司',
  number: 'KH-CANARY-77',
  groupName: '金丝雀集团',
  contact: '金丝雀丙',
  phone: '13877771111',
  office: '075577772222',
  email: 'canary@canary.example',
  site: '金丝雀网点',
  address: '金丝雀大道99号',
  houseRules: '金丝雀门禁须登记',
  serial: 'SN-CANARY-0042',
  sheet: 'YS-CANARY-0007',
  words: '金丝雀说机器吞卡',
};

describe('erasing a customer', () => {
  let scene: CustomersScene;
  let id: string;

  const found = async () => {
    const all: string[] = [];
    for (const [field, value] of Object.entries(CANARIES)) {
      all.push(...(await findValue(scene.db, value)).map((place) => `${field} in ${place}`));
    }
    return all;
  };

  beforeAll(async () => {
    scene = await customersScene();
    const publisher = new Publisher(scene.keys, scene.bus);
    id = await scene.work.run(officer, async (tx) => {
      const { name, number, groupName, contact, phone, office, email } = CANARIES;
      const input = {
        name,
        kind: 'person',
        number,
        groupName,
        meanMonthlySpending: 4711,
        contacts: [{ name: contact, phone, office, email }],
      };
      const made = await scene.customers.create(tx, createCustomer.parse(input));
      const { site, address, houseRules, serial, sheet, words } = CANARIES;
      const siteId = await scene.customers.addSite(tx, made.id, { name: site, address, houseRules });
      const thing = { serial, model: 'H22', productLine: 'atm', siteId, acceptanceSheet: sheet };
      await scene.customers.addEquipment(tx, made.id, thing);
      // What a module keeps of him: timeline under a caller's key that became his, and an event on its way.
      const callerKey = scene.keys.create(tx, null);
      await scene.keys.assign(tx, callerKey, made.id);
      const subject = { module: 'hotline', kind: 'problem-form', id: randomUUID() };
      await scene.recorder.record(tx, { subject, action: 'created', personal: { words, phone }, keyId: callerKey });
      const payload = {
        formId: subject.id,
        number: '2026091701001',
        round: 1,
        category: 'technical',
        concludedAt: NOW.toISOString(),
        customerId: made.id,
        siteId,
        unitId: randomUUID(),
        officerId: randomUUID(),
        handlerId: null,
        handlerName: null,
        keyId: callerKey,
      };
      const values = { customerName: name, phone, site, description: words, result: words };
      await publisher.publish(tx, problemFormConcluded, subject, payload, { keyId: callerKey, values });
      return made.id;
    });
    while ((await scene.sealer.seal()) > 0);
    await scene.db.query('analyze');
  });
  afterAll(() => scene.close());

  it('CUS-5 finds the canaries before, so that finding none means something', async () => {
    const places = await found();
    for (const field of Object.keys(CANARIES).filter((name) => name !== 'words')) {
      expect(places.some((place) => place.startsWith(`${field} in customers.`))).toBe(true);
    }
    expect(places.filter((place) => !place.includes(' in customers.'))).toEqual([]);
  });

  it('CUS-5 looks into bytes, Base64 and escaped JSON as well', async () => {
    const { contact, email } = CANARIES;
    await scene.db.query('create table public.kept (bytes bytea, base64 text, escaped text, nested jsonb)');
    for (const [column, value] of Object.entries({
      bytes: Buffer.from(`x${contact}y`),
      base64: Buffer.from(`xy${contact}z`).toString('base64'),
      escaped: JSON.stringify([contact]).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
      nested: JSON.stringify({ a: [{ b: contact }] }),
    })) {
      await scene.db.query(`insert into public.kept (${column}) values ($1)`, [value]);
    }
    expect(await findValue(scene.db, contact)).toContain('public.kept: base64, bytes, escaped, nested');
    expect(await findValue(scene.db, email)).not.toContain(expect.stringContaining('public.kept'));
    await scene.db.query('drop table public.kept');
  });

  it('CUS-5 refuses a reason that names the customer, and keeps everything then', async () => {
    for (const reason of ['金丝雀丙本人要求', '来电 138 7777 1111 要求删除']) {
      await expect(scene.erasing.erase(officer, id, { reason })).rejects.toMatchObject({
        code: 'reason-names-customer',
      });
    }
    expect((await scene.customers.get(id))?.state).toBe('active');
  });

  it('CUS-5 leaves no value of his in any table, and every chain whole', async () => {
    const erasure = await scene.erasing.erase(officer, id, { reason: '本人书面要求' });
    expect(erasure).toMatchObject({ id, rows: { customers: 4 }, keysDestroyed: 2 });
    while ((await scene.sealer.seal()) > 0);
    await scene.db.query('analyze');
    expect(await found()).toEqual([]);
    expect(await scene.sealer.verify()).toMatchObject({ whole: true, waiting: 0 });
    expect(await scene.customers.get(id)).toMatchObject({
      name: '已删除',
      state: 'erased',
      contacts: [{ name: '已删除', phone: '' }],
      sites: [{ name: '已删除', address: '' }],
      equipment: [],
      meanMonthlySpending: null,
    });
    const [thing] = await scene.db.query(
      'select customer_id, site_id, serial, model, product_line from customers.equipment',
    );
    expect(thing).toEqual({ customer_id: null, site_id: null, serial: '', model: 'H22', product_line: 'atm' });
  });

  it('CUS-5 keeps the story without the words, and the reason', async () => {
    const story = await scene.timeline.of({ module: 'customers', kind: 'customer', id });
    expect(story.map(({ action, personal }) => [action, personal])).toEqual([
      ['created', undefined],
      ['site-added', undefined],
      ['equipment-added', undefined],
      ['erased', undefined],
    ]);
    expect(story.at(-1)?.data).toMatchObject({ reason: '本人书面要求', keysDestroyed: 2 });
  });

  it('CUS-5 finds him no more and takes nothing more of him', async () => {
    expect(await scene.customers.byPhone(CANARIES.phone)).toEqual([]);
    expect(await scene.search.find({ text: '金丝雀' })).toEqual([]);
    expect(await scene.search.find({ text: '已删除' })).toEqual([]);
    const again = scene.erasing.erase(officer, id, { reason: '再次' });
    await expect(again).rejects.toMatchObject({
      code: 'customer-erased',
      kind: 'wrong-state',
      details: { state: 'erased' },
    });
    const add = scene.work.run(officer, (tx) => scene.customers.addSite(tx, id, { name: '新网点' }));
    await expect(add).rejects.toMatchObject({ code: 'customer-erased' });
    await expect(scene.work.run(officer, (tx) => scene.customers.hold(tx, id))).rejects.toMatchObject({
      code: 'customer-erased',
    });
  });

  it('CUS-5 waits for whoever is storing something of him, and erases that too', async () => {
    const { id: other } = await scene.work.run(officer, (tx) =>
      scene.customers.create(tx, { name: '并发客户', kind: 'person' }),
    );
    let erasure: Promise<unknown> | undefined;
    await scene.work.run(officer, async (tx) => {
      await scene.customers.hold(tx, other);
      erasure = scene.erasing.erase(officer, other, { reason: '要求' });
      await waitForLock(scene);
      const contact = [randomUUID(), other, '并发联系人', NOW];
      const sql = `insert into customers.contact (id, customer_id, name, phone, office, email, created_at) values ($1, $2, $3, '', '', '', $4)`;
      await tx.query(sql, contact);
    });
    await erasure;
    expect(await findValue(scene.db, '并发联系人')).toEqual([]);
  });

  it('CUS-5 answers not-found for a customer there is not', async () => {
    await expect(scene.erasing.erase(officer, randomUUID(), { reason: '要求' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

/** Until a statement of this database waits for a row lock. */
async function waitForLock({ db }: CustomersScene): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const rows: unknown[] = await db.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
    await db.query('select pg_sleep(0.01)');
  }
  throw new Error('The erasure did not wait for the customer’s row.');
}
