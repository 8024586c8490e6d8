/** Import of sites of customers who have a number (CUS-4, CUS-1d). */
import type { AddSite } from '@bihuan/customers-contract';
import { addSite, CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import type { ImportKind, TableColumn, TableRow } from '@bihuan/exchange';
import { faultsOf } from '@bihuan/exchange';
import { parseInput } from '@bihuan/http';
import type { Customers } from '../customers';
import { customersByNumber, unknownCustomer } from './known-customers';

const COLUMNS: readonly TableColumn[] = [
  { key: 'customerNumber', title: { zh: '客户编号', en: 'Customer number' }, type: 'text', required: true },
  { key: 'name', title: { zh: '网点名称', en: 'Site' }, type: 'text', required: true },
  { key: 'address', title: { zh: '地址', en: 'Address' }, type: 'text' },
  { key: 'region', title: { zh: '地区', en: 'Region' }, type: 'text' },
  { key: 'houseRules', title: { zh: '进场规定', en: 'House rules' }, type: 'text', longest: 2000 },
];

export const sitesImport = (customers: Customers): ImportKind => ({
  title: { zh: '网点', en: 'Sites' },
  permission: CUSTOMERS_PERMISSIONS.edit,
  columns: () => COLUMNS,

  async check(rows, { read }) {
    const known = await customersByNumber(read, rows, 'customerNumber');
    return rows.flatMap((row) => [
      ...(known.of(row.values['customerNumber']) === undefined ? [unknownCustomer(row)] : []),
      ...faultsOf(row, () => inputOf(row)),
    ]);
  },

  async apply(tx, rows) {
    const known = await customersByNumber(tx, rows, 'customerNumber');
    for (const row of rows) await customers.addSite(tx, known.of(row.values['customerNumber']) ?? '', inputOf(row));
    return { sites: rows.length };
  },
});

function inputOf({ values: { customerNumber: _, ...site } }: TableRow): AddSite {
  return parseInput(addSite, site);
}
