/** A customer's keys: made, given to him, destroyed; after that nothing under them opens again (CUS-5). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { DataKeys } from './data-keys';
import { NOW, scene, type Scene } from './test/scene';

let test: Scene;
let keys: DataKeys;
beforeAll(async () => {
  test = await scene();
  keys = new DataKeys(test.work);
});
afterAll(() => test.close());

const run = <T>(use: (tx: Transaction) => Promise<T>) => test.work.run(systemActor('test'), use);
const made = (customer: string | null) => run((tx) => Promise.resolve(keys.create(tx, customer)));
const sealed = (keyId: string, value: unknown) => run((tx) => keys.seal(tx, keyId, value));
const opened = async (keyId: string, value: Buffer | null, by = keys) => by.open(await by.load([keyId]), keyId, value);

it('CUS-5 a value sealed in the transaction that makes its key opens afterwards', async () => {
  const { keyId, value } = await run(async (tx) => {
    const keyId = keys.create(tx, null);
    return { keyId, value: await keys.seal(tx, keyId, { name: '王' }) };
  });
  expect(await opened(keyId, value)).toEqual({ name: '王' });
});

it('CUS-5 a key of a transaction that failed does not exist', async () => {
  let keyId = '';
  const failed = run((tx) => {
    keyId = keys.create(tx, null);
    return Promise.reject(new Error('refused'));
  });
  await expect(failed).rejects.toThrow('refused');
  expect((await keys.load([keyId])).size).toBe(0);
});

it('CUS-5 the key of an unknown caller goes with the customer he becomes, and stays with him', async () => {
  const [customer, other] = [randomUUID(), randomUUID()];
  const keyId = await made(null);
  await run((tx) => keys.assign(tx, keyId, customer));
  await run((tx) => keys.assign(tx, keyId, other));
  expect(await run((tx) => keys.destroy(tx, other))).toBe(0);
  expect(await run((tx) => keys.ofCustomer(tx, customer))).toBe(keyId);
  expect(await run((tx) => keys.destroy(tx, customer))).toBe(1);
});

it('CUS-5 a key made in the same transaction can be given to a customer', async () => {
  const customer = randomUUID();
  await run((tx) => keys.assign(tx, keys.create(tx, null), customer));
  expect(await run((tx) => keys.destroy(tx, customer))).toBe(1);
});

it('CUS-5 a customer has one key to go on with, made when he has none', async () => {
  const customer = randomUUID();
  const first = await run((tx) => keys.ofCustomer(tx, customer));
  expect(await run((tx) => keys.ofCustomer(tx, customer))).toBe(first);
});

it('CUS-5 destroying takes all keys of the customer and of nobody else', async () => {
  const [customer, neighbour] = [randomUUID(), randomUUID()];
  const [one, two, his] = await Promise.all([made(customer), made(customer), made(neighbour)]);
  const value = await sealed(one, 'secret');
  const kept = await sealed(his, 'kept');
  expect(await run((tx) => keys.destroy(tx, customer))).toBe(2);
  expect(await opened(one, value)).toBeUndefined();
  expect([...(await keys.load([one, two, his])).keys()]).toEqual([his]);
  expect(await opened(his, kept)).toBe('kept');
  // The row stays as proof, the key itself is in no column.
  const [row] = await test.work.query<{ key: null; destroyed_at: Date }>(
    'select * from privacy.data_key where id = $1',
    [one],
  );
  expect([row?.key, row?.destroyed_at]).toEqual([null, NOW]);
  expect(await run((tx) => keys.destroy(tx, customer))).toBe(0);
});

it('CUS-5 after that nothing more is sealed under it, by the process that destroyed it or by another', async () => {
  const customer = randomUUID();
  const keyId = await made(customer);
  const other = new DataKeys(test.work);
  await sealed(keyId, 'here');
  await run((tx) => keys.destroy(tx, customer));
  expect(await sealed(keyId, 'more')).toBeNull();
  expect(await run((tx) => other.seal(tx, keyId, 'more'))).toBeNull();
  await expect(run((tx) => keys.demandLiving(tx, keyId))).rejects.toMatchObject({ code: 'customer-erased' });
  expect(await run((tx) => keys.lives(tx, keyId))).toBe(false);
  const living = await made(customer);
  await expect(run((tx) => keys.demandLiving(tx, living))).resolves.toBeUndefined();
});

it('CUS-5 a key destroyed elsewhere opens nothing here, although this process has sealed with it', async () => {
  const customer = randomUUID();
  const keyId = await made(customer);
  const value = await sealed(keyId, 'secret');
  const other = new DataKeys(test.work);
  await run((tx) => other.destroy(tx, customer));
  expect(await opened(keyId, value)).toBeUndefined();
});

it('CUS-5 what fails after destroying destroys nothing', async () => {
  const customer = randomUUID();
  const keyId = await made(customer);
  const value = await sealed(keyId, 'secret');
  const failed = run(async (tx) => {
    await keys.destroy(tx, customer);
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await opened(keyId, value)).toBe('secret');
  expect(await opened(keyId, await sealed(keyId, 'again'))).toBe('again');
});
