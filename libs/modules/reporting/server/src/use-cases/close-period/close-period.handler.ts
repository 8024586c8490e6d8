/** Closes a month by hand, lists the months, and computes a closed one anew (RPT-4). */
import { Injectable } from '@nestjs/common';
import type { PeriodCheck, PeriodView } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { CloseMonths } from '../../deadlines/close-months.part';
import type { ClosedPeriod } from '../../data/period.store';
import { PeriodStore } from '../../data/period.store';
import { parsePeriod } from '../../domain/period.rules';
import { ReportingPack } from '../../pack.settings';
import { reportingErrors } from '../../reporting.errors';

@Injectable()
export class ClosePeriodHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: PeriodStore,
    private readonly months: CloseMonths,
    private readonly pack: ReportingPack,
  ) {}

  /** @throws 409 period-open while it lasts, period-closed where it is closed */
  close(actor: UserActor, text: string): Promise<PeriodView> {
    return this.work.run(actor, async (tx) => {
      const today = this.pack.local(tx.now).day;
      const month = monthOnly(text, today);
      if (month.to >= today) throw reportingErrors['period-open']({ state: 'open', allowedActions: [] });
      if (await this.periods.lock(tx, month.text)) {
        throw reportingErrors['period-closed']({ state: 'closed', allowedActions: ['check'] });
      }
      return closedView(await this.months.close(tx, month.text, actor.employeeId));
    });
  }

  /** The hash over the frozen rows, computed now: the same as at the close. */
  check(actor: UserActor, text: string): Promise<PeriodCheck> {
    return this.work.run(actor, async (tx) => {
      const month = monthOnly(text, this.pack.local(tx.now).day);
      const closed = await this.periods.lock(tx, month.text);
      if (!closed) throw commonErrors['wrong-state']({ state: 'open', allowedActions: ['close'] });
      const { hash } = await this.periods.hashOf(tx, month.text);
      return { ...closedView(closed), computed: hash, same: hash === closed.hash };
    });
  }

  /** Closed months, and open ones that are over and have cases; the newest first. */
  async list(): Promise<PeriodView[]> {
    const today = this.pack.local(await this.work.now()).day;
    const [closed, open] = await Promise.all([this.periods.list(), this.periods.openMonths(today.slice(0, 7))]);
    return [
      ...closed.map(closedView),
      ...open.map(({ month, cases }) => ({
        period: month,
        state: 'open' as const,
        closedAt: null,
        closedBy: null,
        hash: null,
        cases,
      })),
    ].sort((a, b) => (a.period < b.period ? 1 : -1));
  }
}

function monthOnly(text: string, today: string) {
  const period = parsePeriod(text, today);
  if (period.kind !== 'month')
    throw reportingErrors['not-a-month']({ errors: [{ pointer: '/period', code: 'not-a-month', detail: '2026-09' }] });
  return period;
}

const closedView = ({ month, closed_at, closed_by, hash, cases }: ClosedPeriod): PeriodView => ({
  period: month,
  state: 'closed',
  closedAt: closed_at.toISOString(),
  closedBy: closed_by,
  hash,
  cases,
});
