/** Figures from outside are entered: all rows or none; of a closed period what stands is not replaced (RPT-1c, RPT-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EnterBaseFigures } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import { BaseFigureStore } from '../../data/base-figure.store';
import { TermStore } from '../../data/term.store';
import { monthsOf, parsePeriod } from '../../domain/period.rules';
import { commonErrors, reportingErrors } from '../../reporting.errors';

@Injectable()
export class EnterBaseFiguresHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly figures: BaseFigureStore,
    private readonly terms: TermStore,
    private readonly recorder: Recorder,
    private readonly org: Org,
  ) {}

  /** @throws 422 naming the rows with an unknown unit, or that come twice */
  async enter(actor: UserActor, body: EnterBaseFigures): Promise<{ readonly rows: number }> {
    const units = await Promise.all(body.rows.map(({ unitId }) => (unitId ? this.org.unit(unitId) : true)));
    const seen = new Map<string, number>();
    const errors = body.rows.flatMap(({ unitId, business, level, brand }, at) => {
      const key = JSON.stringify([unitId, business, level, brand]);
      const first = seen.get(key);
      seen.set(key, first ?? at);
      return [
        ...(units[at]
          ? []
          : [
              {
                pointer: `/rows/${at}/unitId`,
                code: 'unknown-unit',
                detail: '没有这个部门，请从 /api/units 选择。 / There is no such unit; choose one of /api/units.',
              },
            ]),
        ...(first === undefined
          ? []
          : [
              {
                pointer: `/rows/${at}`,
                code: 'comes-twice',
                detail: `与 rows/${first} 重复。 / The same as rows/${first}.`,
              },
            ]),
      ];
    });
    if (errors.length > 0) throw commonErrors['invalid-input']({ errors });
    await this.work.run(actor, (tx) => this.put(tx, body, 'entered', actor.employeeId));
    return { rows: body.rows.length };
  }

  /** In the caller's transaction. @throws 409 period-closed where a row would replace one of a closed period */
  async put(
    tx: Transaction,
    body: EnterBaseFigures,
    source: 'entered' | 'imported',
    employeeId: string | null,
  ): Promise<void> {
    const replaced = await this.figures.put(tx, body, source, employeeId);
    if (replaced > 0 && (await this.isClosed(body.period))) {
      throw reportingErrors['period-closed']({ state: 'closed', allowedActions: [] });
    }
    await this.recorder.record(tx, {
      subject: { module: 'reporting', kind: 'base-figures', id: randomUUID() },
      action: 'base-figures-entered',
      data: { figure: body.figure, period: body.period, rows: body.rows.length, source, replaced },
    });
  }

  /** A period that is made of closed months alone, or touches one. */
  private async isClosed(text: string): Promise<boolean> {
    const period = parsePeriod(text, text);
    const closed = await this.terms.closedMonths(period);
    return monthsOf(period).some((month) => closed.includes(month));
  }
}
