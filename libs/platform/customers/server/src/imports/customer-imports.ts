/** What of customers can be imported: themselves, their sites, their equipment (CUS-4, api.md Imports). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable, Optional } from '@nestjs/common';
import { ImportKinds } from '@bihuan/exchange';
import { CustomerCodes } from '../codes';
import { Customers } from '../customers';
import { customersImport } from './customers.import';
import { equipmentImport } from './equipment.import';
import { sitesImport } from './sites.import';

@Injectable()
export class CustomerImports implements OnModuleInit {
  constructor(
    private readonly customers: Customers,
    private readonly codes: CustomerCodes,
    // Absent where an application takes single rooms and no imports (PLG-2).
    @Optional() private readonly kinds?: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds?.add('customers', customersImport(this.customers, this.codes));
    this.kinds?.add('sites', sitesImport(this.customers));
    this.kinds?.add('equipment', equipmentImport(this.customers, this.codes));
  }
}
