/** What rows of an import point at: customers by their number, their sites, serials that exist (CUS-4). */
import type { Transaction } from '@bihuan/database';
import type { RowError, TableRow } from '@bihuan/exchange';
import { nameKey } from '../normalise';

type Reader = Pick<Transaction, 'query'>;

const keysOf = (rows: readonly TableRow[], column: string): string[] => [
  ...new Set(rows.flatMap(({ values }) => (values[column] === undefined ? [] : [nameKey(String(values[column]))]))),
];

/** Customers by the key of their number; those who were erased are not known. */
export async function customersByNumber(read: Reader, rows: readonly TableRow[], column: string) {
  const found = await read.query<{ id: string; number_key: string }>(
    'select id, number_key from customers.customer where number_key = any($1) and erased_at is null',
    [keysOf(rows, column)],
  );
  const ids = new Map(found.map(({ id, number_key }) => [number_key, id]));
  return { of: (number: unknown): string | undefined => ids.get(nameKey(String(number))) };
}

/** Serials of the rows that stand in the tables already. */
export async function knownSerials(read: Reader, rows: readonly TableRow[]): Promise<ReadonlySet<string>> {
  const found = await read.query<{ serial_key: string }>(
    'select distinct serial_key from customers.equipment where serial_key = any($1)',
    [keysOf(rows, 'serial')],
  );
  return new Set(found.map(({ serial_key }) => serial_key));
}

/** Sites by customer and name. */
export async function sitesByName(read: Reader, customerIds: readonly string[]) {
  const found = await read.query<{ id: string; customer_id: string; name: string }>(
    'select id, customer_id, name from customers.site where customer_id = any($1)',
    [customerIds],
  );
  const ids = new Map(found.map(({ id, customer_id, name }) => [`${customer_id}/${nameKey(name)}`, id]));
  return {
    of: (customerId: string, name: unknown): string | undefined => ids.get(`${customerId}/${nameKey(String(name))}`),
  };
}

export const unknownCustomer = ({ row }: TableRow): RowError => ({
  row,
  column: 'customerNumber',
  code: 'unknown-customer',
  detail: '没有此编号的客户，请先导入客户 / No customer has this number; import customers first',
});
