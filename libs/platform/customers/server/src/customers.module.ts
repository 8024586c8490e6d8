/** Wires customers, their search, history and erasure. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Erasers } from '@bihuan/privacy';
import { CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import { SubjectAccess } from '@bihuan/http';
import { CustomerCodes } from './codes';
import { CustomerReader } from './customer.reader';
import { CustomerSearch } from './customer.search';
import { Customers } from './customers';
import { CustomersController } from './customers.controller';
import { customerEraser, EraseCustomer } from './erase-customer';
import { CustomerHistory } from './history';
import { CustomerImports } from './imports/customer-imports';
import { HistoryParts, NumberFinders } from './registries';

@Global()
@Module({
  controllers: [CustomersController],
  providers: [
    HistoryParts,
    NumberFinders,
    CustomerCodes,
    CustomerReader,
    CustomerSearch,
    Customers,
    CustomerHistory,
    EraseCustomer,
    CustomerImports,
  ],
  exports: [HistoryParts, NumberFinders, Customers, CustomerSearch, EraseCustomer],
})
export class CustomersModule implements OnModuleInit {
  constructor(
    private readonly erasers: Erasers,
    private readonly access: SubjectAccess,
    private readonly customers: Customers,
  ) {}

  onModuleInit(): void {
    this.erasers.add('customers', customerEraser);
    // Customers belong to no unit: whoever may see customers sees the timeline of each.
    this.access.add('customers', {
      mayRead: async ({ permissions }, { kind, id }) =>
        kind === 'customer' &&
        permissions.has(CUSTOMERS_PERMISSIONS.read) &&
        (await this.customers.get(id)) !== undefined,
    });
  }
}
