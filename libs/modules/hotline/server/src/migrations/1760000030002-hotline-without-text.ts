/** Takes the words out of a signed entry when a customer is erased (CUS-5). */
import type { Migration } from '@bihuan/plugin-kit';

export const withoutTextMigration: Migration = {
  name: '1760000030002-hotline-without-text',
  up: [
    `create function hotline.without_text(signed jsonb) returns jsonb language sql immutable as
      $$ select case when jsonb_typeof(signed) = 'object' then signed || '{"text": ""}'::jsonb else signed end $$`,
    // Planner statistics keep samples of values: none of what is personal, so that erasing leaves nothing.
    `alter table hotline.contact ${[
      'caller_name',
      'caller_phone',
      'site',
      'summary',
      'purpose',
      'answer',
      'call_id',
      'recording',
    ]
      .map((column) => `alter column ${column} set statistics 0`)
      .join(', ')}`,
    `alter table hotline.problem_form ${[
      'description',
      'customer_name',
      'site',
      'address',
      'mobile',
      'office',
      'waiting_for',
      'acceptance',
      'rounds',
    ]
      .map((column) => `alter column ${column} set statistics 0`)
      .join(', ')}`,
  ],
  down: ['drop function hotline.without_text(jsonb)'],
};
