/** The customers room (CUS). */
import type { Manifest } from '@bihuan/plugin-kit';
import { CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import { customersMigrations } from './customers.migrations';
import { CustomersModule } from './customers.module';
import { customersPackSection } from './pack-section';

export const customersRoom: Manifest = {
  id: 'customers',
  title: { zh: '客户', en: 'Customers' },
  version: '0.1.0',
  needs: [],
  permissions: [
    { id: CUSTOMERS_PERMISSIONS.read, title: { zh: '查看客户', en: 'See customers' } },
    { id: CUSTOMERS_PERMISSIONS.edit, title: { zh: '登记和修改客户', en: 'Record and change customers' } },
    { id: CUSTOMERS_PERMISSIONS.erase, title: { zh: '删除客户个人信息', en: 'Erase a customer' } },
  ],
  entities: [],
  migrations: customersMigrations,
  schema: 'customers',
  events: { out: [], in: [] },
  forms: [],
  packSection: customersPackSection,
  module: CustomersModule,
};
