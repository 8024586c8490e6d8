/** Removes a customer's values from what revisit knows beside its cases (CUS-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Erasers } from '@bihuan/privacy';

@Injectable()
export class RevisitEraser implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('revisit-beside-cases', {
      erase: async (tx, customerId) => {
        const rest = await tx.query('delete from revisit.rest_hours where id = $1 returning id', [customerId]);
        const known = await tx.query(
          `update revisit.matter set customer_name = '', phone = '', site = '', version = version + 1
           where customer_id = $1 or key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
          [customerId],
        );
        return rest.length + known.length;
      },
    });
  }
}
