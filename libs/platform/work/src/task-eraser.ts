/** Takes a customer's values out of the tasks: what was said when they were done (CUS-5). */
import type { Eraser } from '@bihuan/privacy';

export const taskEraser: Eraser = {
  async erase(tx, customerId) {
    const rows = await tx.query(
      `update work.task set text = null where text is not null
         and key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
      [customerId],
    );
    return rows.length;
  },
};
