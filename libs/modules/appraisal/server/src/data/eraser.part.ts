/** Removes what was noted of a customer's sample call; that it was made, and how it counts, stays (CUS-5, APR-1a). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Erasers } from '@bihuan/privacy';

@Injectable()
export class SampleEraser implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('appraisal-samples', { erase: (tx, customerId) => this.erase(tx, customerId) });
  }

  private async erase(tx: Transaction, customerId: string): Promise<number> {
    const rows = await tx.query(
      `update appraisal.sample set ground = '', version = version + 1
       where ground <> '' and contact_id in (select id from appraisal.contact where customer_id = $1) returning id`,
      [customerId],
    );
    return rows.length;
  }
}
