/** Sends a report again by hand: one that failed, or whose module was not deployed at the time (RPT-7). */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { ReportStore } from '../../data/report.store';
import { MakeReport } from '../../deadlines/make-report.part';

@Injectable()
export class SendReportHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly maker: MakeReport,
  ) {}

  /** @throws 404, 409 where it was sent */
  async send(actor: UserActor, id: string): Promise<void> {
    const report = await this.work.run(actor, async (tx) => {
      const row = await this.reports.lock(tx, id);
      if (!row) throw commonErrors['not-found']();
      if (row.state === 'sent') throw commonErrors['wrong-state']({ state: 'sent', allowedActions: [] });
      return this.reports.taken(tx, row, null);
    });
    await this.maker.make(report);
  }
}
