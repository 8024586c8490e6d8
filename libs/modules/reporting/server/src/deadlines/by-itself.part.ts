/** What reporting does by itself, in this order: roll-ups of this version, closed months, reports (RPT-4, RPT-7, RPT-8). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { PeriodStore } from '../data/period.store';
import { RebuildStore } from '../data/rebuild.store';
import { CUBES, cubesOf } from '../domain/fact.rules';
import { ROLLED } from '../domain/indicators';
import { ReportingPack } from '../pack.settings';
import { CloseMonths } from './close-months.part';
import { DueReports } from './due-reports.part';

/** What the cells of this version hold. */
const KEPT = JSON.stringify([CUBES, [...ROLLED].map(([matter, measures]) => [matter, [...measures]])]);

@Injectable()
export class ByItself implements OnModuleInit {
  private begun = false;

  constructor(
    private readonly pumps: Pumps,
    private readonly work: UnitOfWork,
    private readonly periods: PeriodStore,
    private readonly rollUps: RebuildStore,
    private readonly months: CloseMonths,
    private readonly reports: DueReports,
    private readonly pack: ReportingPack,
  ) {}

  onModuleInit(): void {
    this.pumps.add('reporting', { nextDue: () => this.nextDue(), pump: () => this.pump() });
  }

  private async nextDue(): Promise<Date | null> {
    const [month, report] = await Promise.all([this.months.next(), this.reports.nextAt()]);
    if (!month || !report) return month?.at ?? report;
    return month.at < report ? month.at : report;
  }

  /** One step a call; 0 when nothing is left. */
  private async pump(): Promise<number> {
    if (await this.begin()) return 1;
    if (await this.months.closeNext()) return 1;
    return (await this.reports.step()) ? 1 : 0;
  }

  /** The first look of a company, of a process, or of a new version. */
  private async begin(): Promise<boolean> {
    if (this.begun) return false;
    await this.work.run(systemActor('reporting'), async (tx) => {
      await this.periods.begin(tx, this.pack.local(tx.now).day, KEPT);
      if (await this.rollUps.differs(tx, KEPT)) await this.rollUps.rebuild(tx, cubesOf, ROLLED);
      await this.reports.begin(tx);
    });
    this.begun = true;
    return true;
  }
}
