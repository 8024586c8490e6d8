/** Removes a customer's values from the hotline's own tables; numbers, codes and instants stay for statistics (CUS-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Erasers } from '@bihuan/privacy';

const MINE = `(r.customer_id = $1 or r.key_id in (select id from privacy.data_key where customer_id = $1))`;

@Injectable()
export class HotlineEraser implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('hotline', { erase: (tx, customerId) => this.erase(tx, customerId) });
  }

  private async erase(tx: Transaction, customerId: string): Promise<number> {
    const forms = await tx.query(
      `update hotline.problem_form r set description = '', customer_name = '', site = '', address = '', mobile = '',
         office = '', waiting_for = null, acceptance = case when acceptance is null then null else
           acceptance || '{"place": "", "text": "", "judgement": "", "parts": ""}'::jsonb end,
         rounds = (select coalesce(jsonb_agg(jsonb_build_object(
           'round', e->'round', 'satisfied', e->'satisfied', 'dissatisfaction', null,
           'plan', hotline.without_text(e->'plan'), 'result', hotline.without_text(e->'result'),
           'audit', hotline.without_text(e->'audit'), 'answer', hotline.without_text(e->'answer')) order by o), '[]'::jsonb)
           from jsonb_array_elements(rounds) with ordinality as x(e, o)), version = version + 1
       where ${MINE} returning id`,
      [customerId],
    );
    const contacts = await tx.query(
      `update hotline.contact r set caller_name = '', caller_phone = '', site = '', summary = '', purpose = '',
         answer = case when answer is null then null else '' end, call_id = null, recording = null, version = version + 1
       where ${MINE} returning id`,
      [customerId],
    );
    return forms.length + contacts.length;
  }
}
