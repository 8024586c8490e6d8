/** Removes a customer's values from the revisit tasks (CUS-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Erasers } from '@bihuan/privacy';

@Injectable()
export class RevisitEraser implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('revisit', {
      erase: async (tx, customerId) => {
        const rows = await tx.query(
          `update revisit.task r set customer_name = '', phone = '', site = '', description = '', handling = '', words = '',
             cancel_reason = case when cancel_reason is null then null else '' end,
             attempts = (select coalesce(jsonb_agg(a || '{"text": ""}'::jsonb), '[]'::jsonb) from jsonb_array_elements(attempts) a),
             version = version + 1
           where r.customer_id = $1 or r.key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
          [customerId],
        );
        return rows.length;
      },
    });
  }
}
