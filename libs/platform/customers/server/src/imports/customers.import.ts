/** Import of customers, each with up to one contact (CUS-4). */
import type { CreateCustomer } from '@bihuan/customers-contract';
import { createCustomer, CUSTOMER_KINDS, CUSTOMERS_PERMISSIONS } from '@bihuan/customers-contract';
import type { ImportKind, TableColumn, TableRow } from '@bihuan/exchange';
import { faultsOf, twiceIn } from '@bihuan/exchange';
import { parseInput } from '@bihuan/http';
import type { CustomerCodes } from '../codes';
import type { Customers } from '../customers';
import { customersByNumber } from './known-customers';

const KINDS: Readonly<Record<(typeof CUSTOMER_KINDS)[number], { zh: string; en: string }>> = {
  company: { zh: '单位', en: 'Company' },
  person: { zh: '个人', en: 'Person' },
  franchisee: { zh: '加盟商', en: 'Franchisee' },
};

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', title: { zh: '客户编号', en: 'Number' }, type: 'text' },
  { key: 'name', title: { zh: '客户名称', en: 'Customer' }, type: 'text', required: true },
  {
    key: 'kind',
    title: { zh: '客户类型', en: 'Kind' },
    type: 'code',
    required: true,
    codes: CUSTOMER_KINDS.map((code) => ({ code, title: KINDS[code] })),
  },
  { key: 'level', title: { zh: '级别', en: 'Level' }, type: 'text' },
  { key: 'brand', title: { zh: '品牌', en: 'Brand' }, type: 'text' },
  { key: 'businessLines', title: { zh: '业务', en: 'Business lines' }, type: 'list' },
  { key: 'region', title: { zh: '地区', en: 'Region' }, type: 'text' },
  { key: 'since', title: { zh: '入网日期', en: 'Since' }, type: 'date' },
  { key: 'contactName', title: { zh: '联系人', en: 'Contact' }, type: 'text' },
  { key: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'text' },
  { key: 'office', title: { zh: '办公电话', en: 'Office phone' }, type: 'text' },
  { key: 'email', title: { zh: '电子邮件', en: 'E-mail' }, type: 'text' },
];

export const customersImport = (customers: Customers, codes: CustomerCodes): ImportKind => ({
  title: { zh: '客户', en: 'Customers' },
  permission: CUSTOMERS_PERMISSIONS.edit,
  columns: () => COLUMNS,

  async check(rows, { read }) {
    const known = await customersByNumber(read, rows, 'number');
    return [
      ...twiceIn(rows, 'number'),
      ...rows.flatMap((row) =>
        faultsOf(
          row,
          () => {
            const { level, brand } = inputOf(row);
            if (level !== undefined) codes.level(level);
            if (brand !== undefined) codes.brand(brand);
          },
          { 'contacts/name': 'contactName' },
        ),
      ),
      ...rows.flatMap(({ row, values }) =>
        values['number'] === undefined || known.of(values['number']) === undefined
          ? []
          : [{ row, column: 'number', code: 'number-taken', detail: '该客户编号已存在 / This number is taken' }],
      ),
    ];
  },

  async apply(tx, rows) {
    for (const row of rows) await customers.create(tx, inputOf(row));
    return { customers: rows.length };
  },
});

function inputOf({ values }: TableRow): CreateCustomer {
  const { contactName, phone, office, email, ...customer } = values;
  const someone = [contactName, phone, office, email].some((value) => value !== undefined);
  // Who is reached under a company's phone is the company, where no person is named.
  const contact = { name: contactName ?? values['name'], phone: phone ?? '', office, email };
  return parseInput(createCustomer, { ...customer, ...(someone ? { contacts: [contact] } : {}) });
}
