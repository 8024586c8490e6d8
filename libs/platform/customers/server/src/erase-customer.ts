/** Erases one customer: every room forgets his values, then his keys go; chains and statistics stay (CUS-5). */
import { Injectable } from '@nestjs/common';
import type { EraseCustomer as EraseBody } from '@bihuan/customers-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Eraser } from '@bihuan/privacy';
import { DataKeys, Erasers } from '@bihuan/privacy';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { customerSubject } from './customers';
import { customersErrors } from './customers.errors';
import { nameKey, phoneDigits } from './normalise';

export interface Erasure {
  readonly id: string;
  readonly erasedAt: Date;
  /** Room → rows it overwrote. */
  readonly rows: Readonly<Record<string, number>>;
  readonly keysDestroyed: number;
}

/** What stands where a name stood. */
const ERASED = '已删除';

@Injectable()
export class EraseCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasers: Erasers,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
  ) {}

  /** @throws not-found; customer-erased a second time; stale-version; reason-names-customer */
  async erase(actor: UserActor, id: string, { reason, version }: EraseBody): Promise<Erasure> {
    return this.work.run(actor, async (tx) => {
      // `for update` waits for whoever holds the customer: what they store is committed, and so erased, before this.
      const [row] = await tx.query<{ name: string; version: number; erased: boolean }>(
        'select name, version, erased_at is not null as erased from customers.customer where id = $1 for update',
        [id],
      );
      if (!row) throw commonErrors['not-found']();
      if (row.erased) throw customersErrors['customer-erased']({ state: 'erased', allowedActions: [] });
      if (version !== undefined && version !== row.version) throw commonErrors['stale-version']();
      await this.mustNotName(tx, id, row.name, reason);
      const rows: Record<string, number> = {};
      for (const [room, eraser] of this.erasers.entries()) rows[room] = await eraser.erase(tx, id);
      // Rows appended above must not outlive the key they were sealed with.
      await tx.flush();
      const keysDestroyed = await this.keys.destroy(tx, id);
      await this.recorder.record(tx, {
        subject: customerSubject(id),
        action: 'erased',
        data: { reason, rows, keysDestroyed },
      });
      return { id, erasedAt: tx.now, rows, keysDestroyed };
    });
  }

  /** The reason stays readable for good. */
  private async mustNotName(tx: Transaction, id: string, name: string, reason: string): Promise<void> {
    const contacts = await tx.query<{ name: string; phone: string; office: string; email: string }>(
      'select name, phone, office, email from customers.contact where customer_id = $1',
      [id],
    );
    const words = nameKey(reason);
    const digits = reason.normalize('NFKC').replace(/\D/g, '');
    const named = [name, ...contacts.flatMap((contact) => [contact.name, contact.email])]
      .map(nameKey)
      .some((key) => key.length > 1 && words.includes(key));
    const phoned = contacts
      .flatMap(({ phone, office }) => [phoneDigits(phone), phoneDigits(office)])
      .some((number) => number.length > 4 && digits.includes(number));
    if (named || phoned) throw customersErrors['reason-names-customer']();
  }
}

/**
 * This room's own tables. What kind of customer, where and since when stays for the statistics; equipment stays as a
 * thing of its model and line, without serial, sheet or owner.
 */
export const customerEraser: Eraser = {
  async erase(tx, customerId) {
    let rows = 0;
    for (const [sql, ...values] of ownRows(tx.now)) rows += (await tx.query(sql, [customerId, ...values])).length;
    return rows;
  },
};

const ownRows = (now: Date): readonly (readonly [sql: string, ...values: unknown[]])[] => [
  [
    `update customers.customer set name = $2, name_key = null, grams = null, number = null, number_key = null,
       group_name = '', mean_monthly_spending = null, erased_at = $3, version = version + 1
     where id = $1 returning id`,
    ERASED,
    now,
  ],
  [
    `update customers.contact set name = $2, name_key = null, grams = null, phone = '', phone_digits = null,
       office = '', office_digits = null, email = '' where customer_id = $1 returning id`,
    ERASED,
  ],
  [
    `update customers.equipment set serial = '', serial_key = null, acceptance_sheet = '', customer_id = null,
       site_id = null where customer_id = $1 returning id`,
  ],
  [
    `update customers.site set name = $2, address = '', name_key = null, grams = null, house_rules = ''
     where customer_id = $1 returning id`,
    ERASED,
  ],
];
