import type { CreateCustomer } from '@bihuan/customers-contract';
import { createCustomer } from '@bihuan/customers-contract';
import type { CustomersScene } from './test/customers-scene';
import { customersScene, NOW, officer, policiesWith } from './test/customers-scene';

describe('customers', () => {
  let scene: CustomersScene;

  beforeAll(async () => {
    scene = await customersScene(
      policiesWith(
        { customerLevels: [{ code: 'vip', title: { zh: '贵宾', en: 'VIP' } }] },
        { entitlements: [{ kind: 'warranty', months: 12 }] },
      ),
    );
  });
  afterAll(() => scene.close());

  const create = (input: CreateCustomer) => scene.work.run(officer, (tx) => scene.customers.create(tx, input));

  it('CUS-1a keeps what is known of a customer and gives it back', async () => {
    const { id } = await create(
      createCustomer.parse({
        name: '招商银行深圳分行',
        kind: 'company',
        level: 'vip',
        brand: '金卡',
        businessLines: ['3g', { code: 'atm-lease', since: '2020-05-01' }],
        region: '深圳',
        since: '2015-01-31',
        meanMonthlySpending: 9_007_199_254,
        groupName: '招商局',
        namedAccount: true,
        contacts: [{ name: '张三', phone: '138-1234-5678', office: '0755-86131234', email: 'zs@example.com' }],
      }),
    );
    expect(await scene.customers.get(id)).toMatchObject({
      name: '招商银行深圳分行',
      level: 'vip',
      businessLines: [{ code: '3g' }, { code: 'atm-lease', since: '2020-05-01' }],
      since: '2015-01-31',
      meanMonthlySpending: 9_007_199_254,
      groupName: '招商局',
      namedAccount: true,
      state: 'active',
      version: 1,
      contacts: [{ name: '张三', phone: '138-1234-5678', office: '0755-86131234', email: 'zs@example.com' }],
      sites: [],
      equipment: [],
    });
  });

  it('CUS-1a takes a level by code or title and refuses any other with the list of the pack', async () => {
    const { id } = await create({ name: '某行', kind: 'company', level: '贵宾' });
    expect((await scene.customers.get(id))?.level).toBe('vip');
    await expect(create({ name: '某行', kind: 'company', level: 'gold' })).rejects.toMatchObject({
      kind: 'invalid',
      details: { errors: [{ pointer: '/level', detail: 'vip 贵宾' }] },
    });
  });

  it('CUS-1b 1d keep sites with house rules and equipment with the rights of the pack', async () => {
    const { id } = await create({ name: '设备客户', kind: 'company' });
    const siteId = await scene.work.run(officer, (tx) =>
      scene.customers.addSite(tx, id, { name: '福田网点', address: '深南大道1号', houseRules: '须登记' }),
    );
    const thing = { serial: 'SN-0001', model: 'H22', productLine: 'atm', siteId, installedOn: '2026-09-01' };
    await scene.work.run(officer, (tx) => scene.customers.addEquipment(tx, id, thing));
    expect(await scene.customers.get(id)).toMatchObject({
      version: 3,
      sites: [{ id: siteId, name: '福田网点', address: '深南大道1号', houseRules: '须登记' }],
      equipment: [{ ...thing, entitlements: [{ kind: 'warranty', from: '2026-09-01', until: '2027-08-31' }] }],
    });
  });

  it('CUS-1b refuses a site of another customer and a product line the pack does not have', async () => {
    const [one, other] = [await create({ name: '甲', kind: 'company' }), await create({ name: '乙', kind: 'company' })];
    const siteId = await scene.work.run(officer, (tx) => scene.customers.addSite(tx, other.id, { name: '网点' }));
    const thing = { serial: 'S', model: 'M', productLine: 'atm' };
    const add = (more: object) =>
      scene.work.run(officer, (tx) => scene.customers.addEquipment(tx, one.id, { ...thing, ...more }));
    await expect(add({ siteId })).rejects.toMatchObject({ details: { errors: [{ pointer: '/siteId' }] } });
    await expect(add({ productLine: 'tank' })).rejects.toMatchObject({
      details: { errors: [{ pointer: '/productLine' }] },
    });
  });

  it('CUS-1 refuses a change by somebody who has seen an older version', async () => {
    const { id } = await create({ name: '版本', kind: 'company' });
    const save = (version: number) =>
      scene.work.run(officer, (tx) =>
        scene.customers.saveContact(tx, id, { name: '李四', phone: '13900000000', version }),
      );
    await save(1);
    await expect(save(1)).rejects.toMatchObject({ code: 'stale-version' });
    expect((await scene.customers.get(id))?.contacts).toHaveLength(1);
  });

  it('CUS-1 changes a contact in the fields given, and finds him by the new phone only', async () => {
    const { id } = await create({ name: '联系', kind: 'company', contacts: [{ name: '赵六', phone: '13711112222' }] });
    const contactId = (await scene.customers.get(id))?.contacts[0]?.id;
    await scene.work.run(officer, (tx) => scene.customers.saveContact(tx, id, { id: contactId, phone: '13733334444' }));
    expect((await scene.customers.get(id))?.contacts).toMatchObject([{ name: '赵六', phone: '13733334444' }]);
    expect(await scene.customers.byPhone('13733334444')).toMatchObject([{ id }]);
    expect(await scene.customers.byPhone('13711112222')).toEqual([]);
  });

  it('IDN-4 CUS-5 notes personal values in the timeline under the key of the customer only', async () => {
    const { id, keyId } = await create({
      name: '加密客户',
      kind: 'person',
      contacts: [{ name: '加密', phone: '13655556666' }],
    });
    const [item] = await scene.timeline.of({ module: 'customers', kind: 'customer', id });
    expect(item).toMatchObject({ action: 'created', at: NOW, personal: { name: '加密客户' } });
    const rows: { key_id: string; data: unknown }[] = await scene.db.query(
      'select key_id, data from audit.entry where subject_id = $1',
      [id],
    );
    expect(rows).toEqual([{ key_id: keyId, data: { kind: 'person', level: null, brand: null } }]);
  });

  it('CUS-5 makes the key of an unknown caller the key of the customer he becomes', async () => {
    const { id, keyId } = await scene.work.run(officer, async (tx) => {
      const caller = scene.keys.create(tx, null);
      return scene.customers.create(tx, { name: '来电', kind: 'person' }, { keyId: caller });
    });
    const rows = await scene.db.query('select customer_id from privacy.data_key where id = $1', [keyId]);
    expect(rows).toEqual([{ customer_id: id }]);
  });
});
