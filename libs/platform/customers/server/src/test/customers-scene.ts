/** Customers on a fresh database with the pack of the ATM maker, without Nest. */
import { randomUUID } from 'node:crypto';
import type { UserActor } from '@bihuan/plugin-kit';
import { auditRoom, Recorder, Sealer, Timeline } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { outboxRoom } from '@bihuan/outbox';
import { PACKS } from '@bihuan/packs';
import { checkPack, Policies } from '@bihuan/policies';
import { DataKeys, Erasers, privacyRoom } from '@bihuan/privacy';
import { testRooms } from '@bihuan/testing-harness';
import { CustomerCodes } from '../codes';
import { CustomerReader } from '../customer.reader';
import { CustomerSearch } from '../customer.search';
import { Customers } from '../customers';
import { customersRoom } from '../customers.manifest';
import { customerEraser, EraseCustomer } from '../erase-customer';
import { customersPackSection } from '../pack-section';
import { NumberFinders } from '../registries';

export const NOW = new Date('2026-09-17T08:00:00+08:00');

export const officer: UserActor = {
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '王晓',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(),
};

/** The pack with these changes, as the policies read it. */
export function policiesWith(changes: object, section: object = {}): Policies {
  const raw = PACKS.get('atm-5s4e') as { modules: object };
  const modules = { ...raw.modules, customers: section };
  const sections = new Map([['customers', customersPackSection]]);
  const checked = checkPack({ ...raw, ...changes, modules }, { sections, permissions: new Map() });
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  return new Policies([{ version: 1, effectiveFrom: NOW, pack: checked.pack }]);
}

export async function customersScene(policies = policiesWith({})) {
  const rooms = await testRooms([clockRoom, privacyRoom, auditRoom, outboxRoom, customersRoom], NOW);
  const { work } = rooms;
  const keys = new DataKeys(work);
  const recorder = new Recorder(keys);
  const erasers = new Erasers();
  erasers.add('customers', customerEraser);
  const reader = new CustomerReader(work);
  const finders = new NumberFinders();
  const search = new CustomerSearch(work, reader, finders);
  return {
    ...rooms,
    keys,
    recorder,
    erasers,
    finders,
    search,
    customers: new Customers(reader, search, new CustomerCodes(policies), keys, recorder),
    erasing: new EraseCustomer(work, erasers, keys, recorder),
    sealer: new Sealer(work),
    timeline: new Timeline(work, keys),
  };
}

export type CustomersScene = Awaited<ReturnType<typeof customersScene>>;
