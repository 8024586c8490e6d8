/** The month's sheet as its checkers see it: the rows of their units (RPT-1d, IDN-2). */
import { Injectable } from '@nestjs/common';
import type { FlowCheckLine, FlowSheet } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { reachOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { FlowCheck } from '../data/flow-check.store';
import { FlowCheckStore } from '../data/flow-check.store';
import { TermStore } from '../data/term.store';
import { lateStages } from '../domain/flow-check.rules';
import { parsePeriod } from '../domain/period.rules';
import { ReportingPack } from '../pack.settings';
import { reportingErrors } from '../reporting.errors';

@Injectable()
export class FlowSheets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: FlowCheckStore,
    private readonly terms: TermStore,
    private readonly pack: ReportingPack,
  ) {}

  async sheet(actor: UserActor, text: string): Promise<FlowSheet> {
    const today = this.pack.local(await this.work.now()).day;
    const month = parsePeriod(text, today);
    if (month.kind !== 'month') {
      throw reportingErrors['not-a-month']({
        errors: [{ pointer: '/period', code: 'not-a-month', detail: '2026-09' }],
      });
    }
    const [closed, drawnAt, all] = await Promise.all([
      this.terms.closedMonths(month),
      this.checks.drawnAt(month.text),
      this.checks.list(month.text),
    ]);
    const reach = reachOf(actor, MAY.checkFlow) ?? [];
    const mine = reach === 'all' ? all : all.filter(({ dims }) => reach.includes(dims['unit'] ?? ''));
    const isClosed = closed.includes(month.text);
    const size = this.pack.section.flowSample?.size ?? 0;
    return {
      period: month.text,
      state: isClosed ? 'closed' : drawnAt === null ? 'not-drawn' : 'open',
      drawnAt: drawnAt?.toISOString() ?? null,
      size,
      checked: mine.filter(({ verdict }) => verdict !== null).length,
      wrong: mine.filter(({ verdict }) => verdict === 'wrong').length,
      rows: mine.map((row) => lineOf(row, isClosed)),
      allowedActions: isClosed || all.length >= size || month.from > today ? [] : ['draw'],
    };
  }
}

const lineOf = (row: FlowCheck, closed: boolean): FlowCheckLine => ({
  id: row.id,
  version: row.version,
  module: row.module,
  kind: row.kind,
  caseId: row.case_id,
  number: row.number,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  unitId: row.dims['unit'] ?? null,
  personId: row.dims['person'] ?? null,
  returns: row.measures['returns'] ?? 0,
  late: lateStages(row.measures),
  verdict: row.verdict,
  reason: row.reason,
  checkedById: row.checked_by,
  checkedAt: row.checked_at?.toISOString() ?? null,
  allowedActions: closed ? [] : ['check'],
});
