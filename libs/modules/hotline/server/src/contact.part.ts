/** What contacts add to the house: access, the customer's history, erasure (IDN-2, CUS-2, CUS-5). */
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import { visible } from '@bihuan/identity';
import type { HousePart } from '@bihuan/matters';
import { contactSubject, contacts } from './data/contact.store';
import { CONTACT_SCOPE } from './data/scoped.store';

const LIMIT = 200;

export const contactPart: HousePart = {
  module: 'hotline',
  kind: 'contact',
  seen: { table: contacts.table, permission: HOTLINE_PERMISSIONS.readContact, scope: CONTACT_SCOPE },
  history: async (work, actor, { customerId, siteId }) => {
    const scope = visible(actor, HOTLINE_PERMISSIONS.readContact, CONTACT_SCOPE, 3);
    const rows = await contacts.find(
      work,
      `r.customer_id = $1 and ($2::uuid is null or r.site_id = $2) and ${scope.sql}
       order by r.started_at desc limit ${LIMIT}`,
      [customerId, siteId ?? null, ...scope.parameters],
    );
    return rows.map((contact) => ({
      subject: contactSubject(contact.id),
      kind: 'contact',
      at: contact.startedAt,
      state: contact.state,
      title: { zh: '来电来访', en: 'Contact' },
    }));
  },
  erase: async (tx, customerId) => {
    const rows = await tx.query(
      `update hotline.contact r set caller_name = '', caller_phone = '', site = '', summary = '', purpose = '',
         answer = case when answer is null then null else '' end, call_id = null, recording = null, version = version + 1
       where r.customer_id = $1 or r.key_id in (select id from privacy.data_key where customer_id = $1) returning id`,
      [customerId],
    );
    return rows.length;
  },
};
