import { randomUUID } from 'node:crypto';
import type { CreateCustomer, SearchCustomers } from '@bihuan/customers-contract';
import type { CustomersScene } from './test/customers-scene';
import { customersScene, officer } from './test/customers-scene';

describe('search', () => {
  let scene: CustomersScene;

  const names = async (question: SearchCustomers) => (await scene.search.find(question)).map(({ name }) => name);

  const add = async (input: CreateCustomer, site?: { name: string; address?: string }, serial?: string) =>
    scene.work.run(officer, async (tx) => {
      const { id } = await scene.customers.create(tx, input);
      if (site) await scene.customers.addSite(tx, id, site);
      if (serial) await scene.customers.addEquipment(tx, id, { serial, model: 'H22', productLine: 'atm' });
      return id;
    });

  beforeAll(async () => {
    scene = await customersScene();
    await add(
      {
        name: '招商银行深圳分行',
        kind: 'company',
        number: 'KH-0001',
        contacts: [{ name: '欧阳修', phone: '138-1234-5678', office: '0755-86131234' }],
      },
      { name: '福田支行', address: '深南大道7088号' },
      'GRG-H22-000123',
    );
    await add(
      { name: '工商银行', kind: 'company', contacts: [{ name: '李白', phone: '13900005678' }] },
      { name: '福田营业部' },
      'GRG-H22-000999',
    );
    await add({ name: '中国工商银行深圳市分行', kind: 'company' });
    await add({ name: '银工商', kind: 'company' });
    await add({ name: "O'Hara & Söhne \\ 100%_", kind: 'company' });
  });
  afterAll(() => scene.close());

  it('CUS-1 finds a name by any two characters in it, the same name first', async () => {
    expect(await names({ name: '工商银行' })).toEqual(['工商银行', '中国工商银行深圳市分行']);
    expect(await names({ name: '深圳' })).toEqual(['招商银行深圳分行', '中国工商银行深圳市分行']);
    expect(await names({ name: '商银' })).toEqual(['工商银行', '招商银行深圳分行', '中国工商银行深圳市分行']);
  });

  it('CUS-1 asks for the words in their order, not for pairs that stand apart', async () => {
    expect(await names({ name: '工商银工' })).toEqual([]);
  });

  it('CUS-1 finds a name by one character at its beginning, and by a contact', async () => {
    expect(await names({ name: '招' })).toEqual(['招商银行深圳分行']);
    expect(await names({ name: '欧阳' })).toEqual(['招商银行深圳分行']);
  });

  it('CUS-1 finds a phone however it is written, by its last digits, and the office phone', async () => {
    expect(await names({ phone: '+86 138 1234 5678' })).toEqual(['招商银行深圳分行']);
    expect((await names({ phone: '5678' })).sort()).toEqual(['工商银行', '招商银行深圳分行']);
    expect(await names({ phone: '86131234' })).toEqual(['招商银行深圳分行']);
    expect(await names({ phone: '1234' })).toEqual(['招商银行深圳分行']);
    expect(await names({ phone: '138' })).toEqual([]);
  });

  it('CUS-1 finds a site by name and address, a serial whole, by its beginning and its end', async () => {
    expect(await names({ site: '营业' })).toEqual(['工商银行']);
    expect(await names({ site: '南大' })).toEqual(['招商银行深圳分行']);
    expect(await names({ serial: 'grg-h22-000123' })).toEqual(['招商银行深圳分行']);
    expect(await names({ serial: '0999' })).toEqual(['工商银行']);
    expect((await names({ serial: 'GRG-H22' })).length).toBe(2);
  });

  it('CUS-1 finds the number of a customer, and that of a module’s record', async () => {
    expect(await names({ number: 'kh-0001' })).toEqual(['招商银行深圳分行']);
    const id = (await scene.search.find({ name: '银工商' }))[0]?.id ?? randomUUID();
    scene.finders.add('hotline', {
      customersOf: (number) => Promise.resolve(number === '2026091701001' ? [id] : []),
    });
    expect(await names({ number: '2026091701001' })).toEqual(['银工商']);
    expect(await names({ text: '2026091701001' })).toEqual(['银工商']);
  });

  it('CUS-1 looks for a text everywhere', async () => {
    expect((await names({ text: '福田' })).sort()).toEqual(['工商银行', '招商银行深圳分行']);
    expect(await names({ text: '13812345678' })).toEqual(['招商银行深圳分行']);
    expect(await names({ text: '000123' })).toEqual(['招商银行深圳分行']);
    expect(await names({ text: '没有这个' })).toEqual([]);
  });

  it('CUS-1 meets every field given', async () => {
    expect(await names({ name: '银行', site: '福田', phone: '5678' })).toHaveLength(2);
    expect(await names({ name: '招商', site: '福田', phone: '5678' })).toEqual(['招商银行深圳分行']);
    expect(await names({ name: '招商', serial: '0999' })).toEqual([]);
    expect(await names({ text: '深圳', number: 'KH-0001' })).toEqual(['招商银行深圳分行']);
    expect(await names({ name: '工商', phone: '86131234' })).toEqual([]);
  });

  it('CUS-1 finds by one telling field among fields that very many share', async () => {
    await scene.db.query(
      `insert into customers.customer (id, kind, name, name_key, grams, business_lines, region, group_name, named_account, key_id, created_at)
       select gen_random_uuid(), 'company', '普通商户' || n, '普通商户' || n, array_to_tsvector(array['普通', '通商', '商户']), '[]', '', '', false,
         gen_random_uuid(), '2026-01-01T00:00:00Z' from generate_series(1, 1500) n`,
    );
    await scene.db.query(
      `insert into customers.site (id, customer_id, name, address, name_key, grams, region, house_rules, created_at)
       select gen_random_uuid(), id, '人民路店', '', '人民路店', array_to_tsvector(array['人民', '民路', '路店']), '', '',
         '2026-01-01T00:00:00Z' from customers.customer where name_key like '普通商户%'`,
    );
    await add({ name: '特别商户', kind: 'company' }, { name: '人民路店' });
    expect(await names({ name: '特别', site: '人民路' })).toEqual(['特别商户']);
    expect(await names({ name: '普通商户1499', site: '人民路' })).toEqual(['普通商户1499']);
  });

  it('CUS-1 takes signs of SQL and tsquery as they are', async () => {
    expect(await names({ name: "o'hara & s" })).toHaveLength(1);
    expect(await names({ name: '100%_' })).toHaveLength(1);
    expect(await names({ name: '%%' })).toEqual([]);
    expect(await names({ text: "'; drop table --" })).toEqual([]);
    expect(await names({ serial: 'GRG%' })).toEqual([]);
  });

  it('CUS-1 knows the caller by his phone, a stored number without area code too', async () => {
    expect((await scene.customers.byPhone('13812345678')).map(({ name }) => name)).toEqual(['招商银行深圳分行']);
    expect((await scene.customers.byPhone('86131234')).map(({ name }) => name)).toEqual(['招商银行深圳分行']);
    expect(await scene.customers.byPhone('5678')).toEqual([]);
    expect(await scene.customers.byPhone('')).toEqual([]);
  });
});
