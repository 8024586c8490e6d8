/** A sheet is drawn by hand, and its rows are checked: right, or wrong and why; until the month closes (RPT-1d, RPT-4). */
import { Injectable } from '@nestjs/common';
import type { CheckFlow } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit, reachOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { FactStore } from '../../data/fact.store';
import type { FlowCheck } from '../../data/flow-check.store';
import { FlowCheckStore } from '../../data/flow-check.store';
import { DrawFlowSample } from '../../deadlines/draw-flow-sample.part';
import { demandReason } from '../../domain/flow-check.rules';
import { parsePeriod } from '../../domain/period.rules';
import { ReportingPack } from '../../pack.settings';
import { reportingErrors } from '../../reporting.errors';

@Injectable()
export class CheckFlowHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: FlowCheckStore,
    private readonly facts: FactStore,
    private readonly sample: DrawFlowSample,
    private readonly recorder: Recorder,
    private readonly pack: ReportingPack,
  ) {}

  /** @throws 422 for what is no month, 409 where it is closed or has not begun */
  draw(actor: UserActor, text: string): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const today = this.pack.local(tx.now).day;
      const month = parsePeriod(text, today);
      if (month.kind !== 'month') throw notAMonth();
      if (month.from > today) throw reportingErrors['period-open']({ state: 'not-drawn', allowedActions: [] });
      await this.sample.draw(tx, month.text);
    });
  }

  /** Answers the month of the sheet. @throws 404, 409 of a closed month, 412, 422 for a wrong way without a reason */
  check(actor: UserActor, id: string, input: CheckFlow): Promise<string> {
    return this.work.run(actor, async (tx) => {
      const found = await this.checks.get(tx, id);
      if (!found || !reaches(actor, found)) throw commonErrors['not-found']();
      const closed = await this.facts.closedOf(tx, new Set([found.month]));
      if (closed.has(found.month)) throw reportingErrors['period-closed']({ state: 'closed', allowedActions: [] });
      const row = await this.checks.get(tx, id, 'for update of x');
      if (!row) throw commonErrors['not-found']();
      if (input.version !== undefined && input.version !== row.version) throw commonErrors['stale-version']();
      demandReason(input);
      await this.checks.check(tx, id, input, actor.employeeId);
      await this.recorder.record(tx, {
        subject: { module: 'reporting', kind: 'flow-check', id },
        action: 'flow-checked',
        data: { period: row.month, number: row.number, verdict: input.verdict, before: row.verdict },
      });
      return row.month;
    });
  }
}

const notAMonth = () =>
  reportingErrors['not-a-month']({ errors: [{ pointer: '/period', code: 'not-a-month', detail: '2026-09' }] });

/** What nobody is responsible for is checked by whoever reaches all. */
function reaches(actor: UserActor, { dims }: FlowCheck): boolean {
  const unit = dims['unit'];
  return unit ? reachesUnit(actor, MAY.checkFlow, unit) : reachOf(actor, MAY.checkFlow) === 'all';
}
