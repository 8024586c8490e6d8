/** What the engine page says of messages: what waits to leave the house, and since when (NTF-1, NTF-2). */
import type { EnginePart } from '@bihuan/plugin-kit';
import { capped } from '@bihuan/plugin-kit';
import type { UnitOfWork } from '@bihuan/database';

const waiting = (table: string) => capped(`${table} d where d.state = 'pending'`);
const oldest = (table: string) => `(select min(d.try_at) from ${table} d where d.state = 'pending')`;

export class NoticeState implements EnginePart {
  constructor(private readonly work: UnitOfWork) {}

  async shared(): Promise<unknown> {
    const [row] = await this.work.query(
      `select ${waiting('notices.delivery')} as "toEmployees", ${waiting('notices.outgoing')} as "toCustomers",
         least(${oldest('notices.delivery')}, ${oldest('notices.outgoing')}) as "nextTryAt"`,
    );
    return row;
  }
}
