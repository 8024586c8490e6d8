/** The running month is open and everybody has his sheet, whenever the module began and whoever came since (APR-1, APR-5). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { findPeriod, unfrozenPeriods } from '../data/period.store';
import { cutOffsOf, periodOf, previousPeriod } from '../domain/cut-off.rules';
import type { Period } from '../domain/period.state';
import { AppraisalPack } from '../pack.settings';
import { MonthSheets } from './month-sheets.part';

@Injectable()
export class MonthsBegin implements OnModuleInit {
  /** Month and state of the organisation that were looked after last. */
  private settled = '';

  constructor(
    private readonly pumps: Pumps,
    private readonly work: UnitOfWork,
    private readonly pack: AppraisalPack,
    private readonly months: MonthSheets,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    // What falls due in a month is a clock of its own; here only what is missing is made.
    this.pumps.add('appraisal.months', { nextDue: () => Promise.resolve(null), pump: () => this.ensure() });
  }

  /** Answers 1 where something had to be looked after, 0 where all was known to be well. */
  async ensure(): Promise<number> {
    const snapshot = await this.org.snapshot();
    // Before a company is set up there is nobody to appraise.
    if (!snapshot.unitsByCode.has(this.pack.section.unit) || (await this.pack.appraised()).length === 0) return 0;
    const state = `${periodOf(await this.pack.day(await this.work.now()))}/${snapshot.version}`;
    if (state === this.settled) return 0;
    await this.lookAfter();
    this.settled = state;
    return 1;
  }

  /**
   * The month before, asked for while its cut-offs are still to come: a company that begins in the first days of a month
   * appraises it too, once somebody says so.
   */
  async wanted(tx: Transaction, period: string): Promise<Period | undefined> {
    const known = await findPeriod(tx, period);
    if (known) return known;
    const calendar = await this.pack.calendar();
    if (period !== previousPeriod(periodOf(calendar.dateOf(tx.now)))) return undefined;
    if (tx.now >= cutOffsOf(period, this.pack.section.cutOffs, calendar).latest.dueAt) return undefined;
    return this.months.open(tx, period);
  }

  /** The same for whoever looks at the month. */
  async asked(period: string): Promise<void> {
    await this.ensure();
    if (await findPeriod(this.work, period)) return;
    await this.work.run(systemActor('appraisal'), (tx) => this.wanted(tx, period));
  }

  private lookAfter(): Promise<void> {
    return this.work.run(systemActor('appraisal'), async (tx) => {
      const period = periodOf(await this.pack.day(tx.now));
      // The months' rows before the makers' lock, as whoever closes a month takes them.
      const unfrozen = await unfrozenPeriods(tx);
      if (!(await findPeriod(tx, period))) await this.months.open(tx, period);
      for (const month of unfrozen) await this.months.complete(tx, month);
    });
  }
}
