/** CMP-3a: which of the named seats are on duty now. */
import { Injectable } from '@nestjs/common';
import { Clock } from '@bihuan/clock';
import { Duty, Org } from '@bihuan/org';
import { ComplaintsPack } from '../pack.settings';

@Injectable()
export class ReservedSeats {
  constructor(
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
    private readonly duty: Duty,
    private readonly clock: Clock,
  ) {}

  /** Employee ids; empty where the pack keeps no queue, or nobody of its seats is planned at this instant. */
  async onDuty(): Promise<readonly string[]> {
    const positions = this.pack.section.reserved.flatMap((one) => one.positions);
    if (positions.length === 0) return [];
    const holders = (await Promise.all(positions.map((position) => this.org.inPosition(position)))).flat();
    const ids = new Set(holders.map(({ id }) => id));
    const units = [...new Set(holders.map(({ unitId }) => unitId))];
    const now = await this.clock.now();
    const answers = await Promise.all(units.map((unit) => this.duty.onDuty(unit, now)));
    return answers
      .filter(({ fallback }) => !fallback)
      .flatMap(({ data }) => data.map(({ employeeId }) => employeeId))
      .filter((id) => ids.has(id));
  }
}
