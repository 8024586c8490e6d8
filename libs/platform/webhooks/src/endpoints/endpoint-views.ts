/** Endpoints as an administrator sees them: without secrets, with what waits and what is parked (EVT-3). */
import { Injectable } from '@nestjs/common';
import { commonErrors } from '@bihuan/plugin-kit';
import { EVENTS } from '@bihuan/events';
import { realNow } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import type { EndpointRow, EndpointState } from './endpoint.row';
import { allowedActions, endpointStore, secretsOf, stateOf } from './endpoint.row';

/** Counted no further: more is said as this many. */
export const COUNTED = 1_000;

export interface EndpointView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly personal: boolean;
  readonly state: EndpointState;
  readonly failingSince: Date | null;
  /** Until then the secret before is good too; `null` where it no longer is. */
  readonly previousSecretUntil: Date | null;
  readonly createdAt: Date;
  /** Deliveries not yet sent, at most `COUNTED`. */
  readonly waiting: number;
  readonly parked: number;
  readonly allowedActions: readonly string[];
}

type Counted = EndpointRow & { readonly waiting: number; readonly parked: number };

const count = (state: string) =>
  `(select count(*) from (select 1 from webhooks.delivery d where d.endpoint_id = r.id and d.state = '${state}'
     limit ${COUNTED}) x)::int`;

@Injectable()
export class EndpointViews {
  constructor(private readonly work: UnitOfWork) {}

  /** All of them, by name. */
  async list(): Promise<EndpointView[]> {
    return (await this.read('true', [])).map(viewOf);
  }

  /** @throws 404 */
  async one(id: string): Promise<EndpointView> {
    const [row] = await this.read('r.id = $1', [id]);
    if (!row) throw commonErrors['not-found']();
    return viewOf(row);
  }

  /** What can be subscribed to. */
  events(): { name: string; title: { zh: string; en: string } }[] {
    return [...EVENTS.values()].map(({ name, title }) => ({ name, title })).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private read(condition: string, parameters: readonly unknown[]): Promise<Counted[]> {
    return this.work.query<Counted>(
      `select ${endpointStore.select('r')}, ${count('pending')} as waiting, ${count('parked')} as parked
       from webhooks.endpoint r where ${condition} order by r.name, r.id`,
      parameters,
    );
  }
}

const viewOf = (row: Counted): EndpointView => ({
  id: row.id,
  version: row.version,
  name: row.name,
  url: row.url,
  events: row.events,
  personal: row.personal,
  state: stateOf(row),
  failingSince: row.failingSince,
  previousSecretUntil: secretsOf(row, realNow()).length > 1 ? row.previousUntil : null,
  createdAt: row.createdAt,
  waiting: row.waiting,
  parked: row.parked,
  allowedActions: allowedActions(row),
});
