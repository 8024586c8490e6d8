/** Notes how an endpoint fares; when it took nothing for a day, the administrators are told, once (EVT-3). */
import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { endpointSubject } from '../endpoints/endpoint.row';
import { isFailing, pausedUntil } from './delivery.rules';

/** Code of the notice in the pack's templates. */
const TEMPLATE = 'webhook-failing';

@Injectable()
export class EndpointHealth {
  constructor(
    private readonly recorder: Recorder,
    @Inject(Notices) private readonly notices: Pick<Notices, 'send'>,
    @Inject(Org) private readonly org: Pick<Org, 'recipients' | 'units'>,
  ) {}

  /** It took something: whatever was wrong is over. */
  async succeeded(tx: Transaction, id: string): Promise<void> {
    const [row] = await tx.query<{ told: boolean }>(
      `update webhooks.endpoint e set failing_since = null, failing_at = null, failures = 0, not_before = null
       from webhooks.endpoint old
       where e.id = $1 and old.id = e.id and e.failing_since is not null returning old.failing_at is not null as told`,
      [id],
    );
    if (row?.told) await this.recorder.record(tx, { subject: endpointSubject(id), action: 'webhook-recovered' });
  }

  /** It took nothing. @param error a word of ours @param manual under the manual clock nothing waits */
  async failed(tx: Transaction, id: string, error: string | null, manual: boolean): Promise<void> {
    const [row] = await tx.query<{ name: string; since: Date; told: boolean; failures: number }>(
      `update webhooks.endpoint set failing_since = coalesce(failing_since, $2), failures = failures + 1 where id = $1
       returning name, failing_since as since, failing_at is not null as told, failures`,
      [id, tx.now],
    );
    const until = row && pausedUntil(row.failures, tx.now, manual);
    if (until) await tx.query('update webhooks.endpoint set not_before = $2 where id = $1', [id, until]);
    if (!row || row.told || !isFailing(row.since, tx.now)) return;
    await tx.query('update webhooks.endpoint set failing_at = $2 where id = $1', [id, tx.now]);
    const subject = endpointSubject(id);
    await this.recorder.record(tx, { subject, action: 'webhook-failing', data: { error } });
    const [top] = await this.org.units();
    await this.notices.send(tx, {
      subject,
      to: top ? await this.org.recipients('administrator', { unitId: top.id }) : [],
      template: TEMPLATE,
      params: { name: row.name },
    });
  }
}
