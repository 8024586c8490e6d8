/** The reports that send themselves: when next, to whom, and whether what prints them is deployed (RPT-7). */
import { Injectable } from '@nestjs/common';
import type { ScheduleView } from '@bihuan/reporting-contract';
import { RegisterPrints } from '@bihuan/forms';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { nextDue } from '../domain/schedule.rules';
import { ReportingPack } from '../pack.settings';

@Injectable()
export class ScheduleList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly prints: RegisterPrints,
    private readonly org: Org,
    private readonly pack: ReportingPack,
  ) {}

  async all(): Promise<ScheduleView[]> {
    const now = await this.work.now();
    const { day } = this.pack.local(now);
    return Promise.all(
      this.pack.section.schedules.map(async (schedule) => {
        const { code, title, formCode, module, cadence, positions, channels } = schedule;
        const next = nextDue(schedule, now, day, (on) => this.pack.at(on, schedule.at));
        const holders = (await Promise.all(positions.map((one) => this.org.inPosition(one)))).flat();
        return {
          code,
          title,
          formCode,
          cadence,
          nextAt: next.at.toISOString(),
          period: next.period.text,
          channels: [...channels],
          recipients: [...new Set(holders.map(({ name }) => name))],
          deployed: this.prints.has(module, formCode),
        };
      }),
    );
  }
}
