/** Removes a customer's values from what stands beside the cases: filings, notes, known complaints (CUS-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Erasers } from '@bihuan/privacy';

const KEYS = 'key_id in (select id from privacy.data_key where customer_id = $1)';

@Injectable()
export class AppealEntriesEraser implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('appeals-entries', { erase: (tx, customerId) => this.erase(tx, customerId) });
  }

  private async erase(tx: Transaction, customerId: string): Promise<number> {
    const statements = [
      `update appeals.filing set text = '', impact = '', measures = '', opinion = '',
         receipt = case when receipt is null then null else '' end, version = version + 1 where ${KEYS} returning id`,
      `update appeals.note set text = '', version = version + 1 where ${KEYS} returning id`,
      `update appeals.known_complaint set phone = '', matter = '', version = version + 1
       where customer_id = $1 or ${KEYS} returning id`,
    ];
    let rows = 0;
    for (const sql of statements) rows += (await tx.query(sql, [customerId])).length;
    return rows;
  }
}
