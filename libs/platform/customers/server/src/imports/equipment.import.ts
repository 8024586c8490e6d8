/** Import of equipment at sites of customers who have a number (CUS-4, CUS-1b). */
import type { AddEquipment } from '@bihuan/customers-contract';
import { addEquipment, CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import type { ImportKind, TableColumn, TableRow } from '@bihuan/exchange';
import { faultsOf, twiceIn } from '@bihuan/exchange';
import { parseInput } from '@bihuan/http';
import type { CustomerCodes } from '../codes';
import type { Customers } from '../customers';
import { nameKey } from '../normalise';
import { customersByNumber, knownSerials, sitesByName, unknownCustomer } from './known-customers';

const COLUMNS: readonly TableColumn[] = [
  { key: 'customerNumber', title: { zh: '客户编号', en: 'Customer number' }, type: 'text', required: true },
  { key: 'site', title: { zh: '网点名称', en: 'Site' }, type: 'text' },
  { key: 'serial', title: { zh: '序列号', en: 'Serial' }, type: 'text', required: true },
  { key: 'model', title: { zh: '型号', en: 'Model' }, type: 'text', required: true },
  { key: 'productLine', title: { zh: '产品线', en: 'Product line' }, type: 'text', required: true },
  { key: 'installedOn', title: { zh: '安装日期', en: 'Installed on' }, type: 'date' },
  { key: 'warrantyEnd', title: { zh: '保修截止', en: 'Warranty end' }, type: 'date' },
  { key: 'acceptanceSheet', title: { zh: '验收单号', en: 'Acceptance sheet' }, type: 'text' },
];

export const equipmentImport = (customers: Customers, codes: CustomerCodes): ImportKind => ({
  title: { zh: '设备', en: 'Equipment' },
  permission: CUSTOMERS_PERMISSIONS.edit,
  columns: () => COLUMNS,

  async check(rows, { read }) {
    const { customerOf, siteOf } = await placesOf(read, rows);
    const serials = await knownSerials(read, rows);
    return [
      ...twiceIn(rows, 'serial'),
      ...rows.flatMap((row) => {
        const { row: at, values } = row;
        const taken = serials.has(nameKey(String(values['serial'])));
        return [
          ...(customerOf(row) === undefined ? [unknownCustomer(row)] : []),
          ...(customerOf(row) !== undefined && values['site'] !== undefined && siteOf(row) === undefined
            ? [
                {
                  row: at,
                  column: 'site',
                  code: 'unknown-site',
                  detail: '该客户没有此网点 / No such site of this customer',
                },
              ]
            : []),
          ...(taken
            ? [{ row: at, column: 'serial', code: 'serial-taken', detail: '该序列号已存在 / This serial is taken' }]
            : []),
          ...faultsOf(row, () => codes.productLine(inputOf(row, undefined).productLine)),
        ];
      }),
    ];
  },

  async apply(tx, rows) {
    const { customerOf, siteOf } = await placesOf(tx, rows);
    for (const row of rows) await customers.addEquipment(tx, customerOf(row) ?? '', inputOf(row, siteOf(row)));
    return { equipment: rows.length };
  },
});

/** Where the rows point: each customer and his site. */
async function placesOf(read: Parameters<typeof customersByNumber>[0], rows: readonly TableRow[]) {
  const known = await customersByNumber(read, rows, 'customerNumber');
  const customerOf = ({ values }: TableRow) => known.of(values['customerNumber']);
  const sites = await sitesByName(read, [...new Set(rows.flatMap((row) => customerOf(row) ?? []))]);
  return { customerOf, siteOf: (row: TableRow) => sites.of(customerOf(row) ?? '', row.values['site'] ?? '') };
}

function inputOf(
  { values: { customerNumber: _, site: __, ...thing } }: TableRow,
  siteId: string | undefined,
): AddEquipment {
  return parseInput(addEquipment, siteId === undefined ? thing : { ...thing, siteId });
}
