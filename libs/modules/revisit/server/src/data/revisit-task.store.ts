/** The only reader and writer of `revisit.task`. */
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { RowStore } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import type { RevisitTask } from '../domain/revisit-task.state';

export const revisitTasks = new RowStore<RevisitTask>('revisit.task', {
  id: 'uuid',
  version: 'int',
  state: 'text',
  callId: 'uuid',
  module: 'text',
  kind: 'text',
  subjectId: 'uuid',
  number: 'text',
  round: 'int',
  category: 'text',
  customerId: 'uuid',
  siteId: 'uuid',
  customerName: 'text',
  phone: 'text',
  site: 'text',
  description: 'text',
  handling: 'text',
  handlerId: 'uuid',
  handlerName: 'text',
  unitId: 'uuid',
  officerId: 'uuid',
  plannedFor: 'timestamptz',
  day: 'text',
  dueAt: 'timestamptz',
  preparedAt: 'timestamptz',
  callerId: 'uuid',
  callerName: 'text',
  attempts: 'jsonb',
  satisfied: 'text',
  machineWorks: 'boolean',
  rating: 'int',
  words: 'text',
  revisitedAt: 'timestamptz',
  cancelReason: 'text',
  keyId: 'uuid',
});

export const taskSubject = (id: string) => ({ module: 'revisit', kind: 'task', id });

export const TASK_SCOPE = { ownerColumn: 'r.caller_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' };

/** The task, if the reader may see it; 404 else (IDN-2). */
export async function readTask(
  reader: Pick<Transaction, 'query'>,
  actor: UserActor,
  id: string,
  lock = false,
): Promise<RevisitTask> {
  const scope = visible(actor, REVISIT_PERMISSIONS.readTask, TASK_SCOPE, 2);
  const [row] = await revisitTasks.find(reader, `r.id = $1 and ${scope.sql} ${lock ? 'for update' : ''}`, [
    id,
    ...scope.parameters,
  ]);
  if (!row) throw commonErrors['not-found']();
  return row;
}
