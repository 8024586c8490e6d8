/** Takes the words out of a signed entry when a customer is erased (CUS-5). */
import type { Migration } from '@bihuan/plugin-kit';

export const withoutTextMigration: Migration = {
  name: '1760000030002-hotline-without-text',
  up: [
    `create function hotline.without_text(signed jsonb) returns jsonb language sql immutable as
      $$ select case when jsonb_typeof(signed) = 'object' then signed || '{"text": ""}'::jsonb else signed end $$`,
  ],
  down: ['drop function hotline.without_text(jsonb)'],
};
