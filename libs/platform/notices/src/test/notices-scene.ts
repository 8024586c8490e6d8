/** Notices on a fresh database, without Nest; people are known by id, texts are those of the ATM maker's pack. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { auditRoom, Recorder, Timeline } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { SideConnection } from '@bihuan/database';
import type { Employee } from '@bihuan/org';
import { PACKS } from '@bihuan/packs';
import { checkPack, Policies } from '@bihuan/policies';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import { testRooms } from '@bihuan/testing-harness';
import { Codes } from '../customer/codes';
import { CustomerMessages } from '../customer/customer-messages';
import { CustomerPump } from '../customer/customer-pump';
import { DeliveryPump } from '../delivery-pump';
import { Inbox } from '../inbox';
import type { NewNotice } from '../notices';
import { Notices } from '../notices';
import { noticesRoom } from '../notices.manifest';
import { noticeSettings } from '../notices.settings';
import { SentNotices } from '../sent-notices';
import { NoticeTemplates } from '../templates';

export const NOW = new Date('2026-09-17T08:00:00+08:00');
export const subject = { module: 'hotline', kind: 'problem-form', id: randomUUID() };

const actorOf = (employeeId: string): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId,
  name: '李工',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(),
});

/** @param env settings of the channels besides the folder */
export async function noticesScene(
  env: NodeJS.ProcessEnv = {},
  { production = false, templates: more = [] as object[] } = {},
) {
  const rooms = await testRooms([clockRoom, privacyRoom, auditRoom, noticesRoom], NOW);
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-notices-'));
  const { work } = rooms;
  const keys = new DataKeys(work);
  const recorder = new Recorder(keys);
  const shipped = PACKS.get('atm-5s4e') as { templates: object[] };
  const pack = checkPack(
    { ...shipped, templates: [...shipped.templates, ...more] },
    { sections: new Map(), permissions: new Map() },
  );
  if (!pack.ok) throw new Error(pack.problems.join('\n'));
  const policies = new Policies([{ version: 1, effectiveFrom: NOW, pack: pack.pack }]);
  const templates = new NoticeTemplates(policies);
  const messages = new CustomerMessages(templates, keys, recorder, rooms.bus);
  const notices = new Notices(templates, recorder, rooms.bus, messages);
  const side = new SideConnection(rooms.deployment);
  const settings = noticeSettings({ SUITE_DATA_DIR: folder, ...env }, production);
  const people = new Map<string, Employee>();
  const org = { employee: (id: string) => Promise.resolve(people.get(id)) };
  return {
    ...rooms,
    folder: join(folder, 'outgoing'),
    notices,
    inbox: new Inbox(work, recorder, notices),
    keys,
    codes: new Codes(side, messages),
    sent: new SentNotices(work, keys, settings),
    timeline: new Timeline(work, keys),
    pump: new DeliveryPump(work, recorder, notices, org, settings),
    customerPump: new CustomerPump(work, keys, recorder, settings),
    /** Somebody who can be told. */
    person(phone?: string): UserActor {
      const actor = actorOf(randomUUID());
      people.set(actor.employeeId, {
        id: actor.employeeId,
        version: 1,
        staffNumber: `N${people.size + 1}`,
        name: actor.name,
        unitId: actor.unitId,
        furtherUnitIds: [],
        position: 'engineer',
        head: false,
        ...(phone ? { phone } : {}),
      });
      return actor;
    },
    send: (to: readonly UserActor[], more: Partial<NewNotice> = {}) =>
      work.run(systemActor('deadlines'), (tx) =>
        notices.send(tx, {
          subject,
          to: to.map(({ employeeId }) => employeeId),
          template: 'referral-overdue',
          params: { number: '2026091701001', dueAt: NOW.toISOString() },
          ...more,
        }),
      ),
    async close() {
      await side.onApplicationShutdown();
      await rooms.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type NoticesScene = Awaited<ReturnType<typeof noticesScene>>;
