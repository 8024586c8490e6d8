/** Finds customers by phone, name, site, serial or number; each branch reads an index (CUS-1). */
import { Injectable } from '@nestjs/common';
import type { CustomerSummary, SearchCustomers } from '@bihuan/customers-contract';
import { UnitOfWork } from '@bihuan/database';
import { tsQuery } from './bigrams';
import { CustomerReader } from './customer.reader';
import { looksLikePhone, nameKey, phoneDigits } from './normalise';
import { NumberFinders } from './registries';
import type { Criterion } from './search-criteria';
import { Parameters, searchSql } from './search-criteria';

/** Hits shown; whoever has more asks more exactly. */
const MOST = 50;

@Injectable()
export class CustomerSearch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: CustomerReader,
    private readonly finders: NumberFinders,
  ) {}

  /** The best hits first: the same, then what begins alike, then what contains it. */
  async find(question: SearchCustomers): Promise<CustomerSummary[]> {
    const parameters = new Parameters();
    const sql = searchSql(await this.criteria(question), parameters, MOST);
    if (sql === null) return [];
    const rows = await this.work.search<{ id: string }>(sql, parameters.values);
    return this.reader.summaries(rows.map(({ id }) => id));
  }

  /** Who is called from this number: the same digits, else the same ending of at least seven. */
  async byPhone(phone: string): Promise<CustomerSummary[]> {
    const digits = phoneDigits(phone);
    if (digits.length < 5) return [];
    const end = reversed(digits);
    const same = await this.withPhone('=', end);
    const ids = same.length > 0 || digits.length < 7 ? same : await this.withPhone('like', `${end}%`);
    return this.reader.summaries(ids);
  }

  private async withPhone(is: '=' | 'like', end: string): Promise<string[]> {
    const column = (name: string) =>
      `(select customer_id from customers.contact where reverse(${name}) ${is} $1 order by reverse(${name}) using ~<~ limit ${MOST})`;
    const rows = await this.work.search<{ customer_id: string }>(
      `select distinct customer_id from (${column('phone_digits')} union all ${column('office_digits')}) found order by 1`,
      [end],
    );
    return rows.map(({ customer_id }) => customer_id);
  }

  private async criteria(question: SearchCustomers): Promise<Criterion[][]> {
    const { text, phone, name, site, serial, number } = question;
    const fields: Criterion[][] = [];
    if (phone !== undefined) fields.push([{ by: 'phone', digits: phoneDigits(phone) }]);
    if (serial !== undefined) fields.push([{ by: 'serial', key: nameKey(serial) }]);
    if (number !== undefined) fields.push([await this.byNumber(number)]);
    if (site !== undefined) fields.push([words('site', site)]);
    if (name !== undefined) fields.push([words('name', name)]);
    if (text !== undefined) {
      const any: Criterion[] = [words('name', text), words('site', text), { by: 'serial', key: nameKey(text) }];
      any.push(await this.byNumber(text));
      if (looksLikePhone(text)) any.push({ by: 'phone', digits: phoneDigits(text) });
      fields.push(any);
    }
    return fields;
  }

  private async byNumber(number: string): Promise<Criterion> {
    const found = await Promise.all(this.finders.values().map((finder) => finder.customersOf(number.trim())));
    return { by: 'number', key: nameKey(number), ids: found.flat() };
  }
}

const words = (by: 'name' | 'site', text: string): Criterion => {
  const key = nameKey(text);
  return { by, key, grams: tsQuery(key) };
};

const reversed = (digits: string): string => [...digits].reverse().join('');
