/** Reads customers: one in full, several as hits of a search (CUS-1). */
import { Injectable } from '@nestjs/common';
import type {
  CustomerContactView,
  CustomerSummary,
  CustomerView,
  EquipmentView,
  SiteView,
} from '@bihuan/customers-contract';
import { UnitOfWork } from '@bihuan/database';
import type { ContactRow, CustomerRow, EquipmentRow, SiteRow } from './customer.rows';
import { CONTACT_COLUMNS, CUSTOMER_COLUMNS, EQUIPMENT_COLUMNS, SITE_COLUMNS } from './customer.rows';

/** A customer in full, without what the reader may do. */
export type CustomerRecord = Omit<CustomerView, 'allowedActions'>;

@Injectable()
export class CustomerReader {
  constructor(private readonly work: UnitOfWork) {}

  /** `undefined` where there is none. */
  async get(id: string): Promise<CustomerRecord | undefined> {
    const [[row], contacts, sites, equipment] = await Promise.all([
      this.work.query<CustomerRow>(`select ${CUSTOMER_COLUMNS} from customers.customer where id = $1`, [id]),
      this.contacts([id]),
      this.sites([id]),
      this.work.query<EquipmentRow>(
        `select ${EQUIPMENT_COLUMNS} from customers.equipment where customer_id = $1 order by created_at, id`,
        [id],
      ),
    ]);
    if (!row) return undefined;
    return {
      ...summaryOf(row, contacts, []),
      sites: sites.map(siteOf),
      state: row.erased_at ? 'erased' : 'active',
      version: row.version,
      businessLines: row.business_lines,
      since: row.since,
      meanMonthlySpending: row.mean_monthly_spending === null ? null : Number(row.mean_monthly_spending),
      groupName: row.group_name,
      namedAccount: row.named_account,
      erasedAt: row.erased_at,
      equipment: equipment.map(equipmentOf),
    };
  }

  /** In the order of the ids; unknown ones are left out. */
  async summaries(ids: readonly string[]): Promise<CustomerSummary[]> {
    if (ids.length === 0) return [];
    const [rows, contacts, sites] = await Promise.all([
      this.work.query<CustomerRow>(`select ${CUSTOMER_COLUMNS} from customers.customer where id = any($1)`, [ids]),
      this.contacts(ids),
      this.sites(ids),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [summaryOf(row, contacts.filter(of(id)), sites.filter(of(id)))] : [];
    });
  }

  private contacts(ids: readonly string[]): Promise<ContactRow[]> {
    return this.work.query<ContactRow>(
      `select ${CONTACT_COLUMNS} from customers.contact where customer_id = any($1) order by created_at, id`,
      [ids],
    );
  }

  private sites(ids: readonly string[]): Promise<SiteRow[]> {
    return this.work.query<SiteRow>(
      `select ${SITE_COLUMNS} from customers.site where customer_id = any($1) order by created_at, id`,
      [ids],
    );
  }
}

const of = (id: string) => (row: { customer_id: string }) => row.customer_id === id;

const summaryOf = (row: CustomerRow, contacts: readonly ContactRow[], sites: readonly SiteRow[]): CustomerSummary => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  number: row.number,
  level: row.level,
  brand: row.brand,
  region: row.region,
  contacts: contacts.map(contactOf),
  sites: sites.map(({ id, name, address }) => ({ id, name, address })),
});

const contactOf = ({ id, name, phone, office, email }: ContactRow): CustomerContactView => ({
  id,
  name,
  phone,
  office,
  email,
});

const siteOf = (row: SiteRow): SiteView => ({
  id: row.id,
  name: row.name,
  address: row.address,
  region: row.region,
  unitId: row.unit_id,
  houseRules: row.house_rules,
});

const equipmentOf = (row: EquipmentRow): EquipmentView => ({
  id: row.id,
  serial: row.serial,
  model: row.model,
  productLine: row.product_line,
  siteId: row.site_id,
  installedOn: row.installed_on,
  warrantyEnd: row.warranty_end,
  acceptanceSheet: row.acceptance_sheet,
  entitlements: row.entitlements,
});
