/** Months are opened, and everybody who is appraised has a sheet in them (APR-1, APR-5). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import type { Employee } from '@bihuan/org';
import { findPeriod, periods, periodSubject } from '../data/period.store';
import { sheet as sheetMatter } from '../sheet.matter';
import { NO_KEY, sheets } from '../data/sheet.store';
import { cutOffsOf, endOfPeriod } from '../domain/cut-off.rules';
import type { Period } from '../domain/period.state';
import type { Sheet } from '../domain/sheet.state';
import { AppraisalPack } from '../pack.settings';

/** Clocks of a month and of a sheet. */
export const MONTH_END = 'month-end';
export const FREEZE = 'freeze';
export const RELEASE = 'release';
export const SELF_SCORE = 'self-score';
export const HEAD_SCORE = 'head-score';

/** One maker of months and sheets at a time: a second process finds what the first made. */
const alone = (tx: Transaction) => tx.query("select pg_advisory_xact_lock(hashtext('appraisal.period'))");

@Injectable()
export class MonthSheets {
  constructor(
    private readonly pack: AppraisalPack,
    private readonly deadlines: Deadlines,
    private readonly recorder: Recorder,
  ) {}

  /** The month, opened if it is not yet, with a sheet for everybody. */
  async open(tx: Transaction, period: string): Promise<Period> {
    await alone(tx);
    const known = await findPeriod(tx, period);
    const month = known ?? (await this.make(tx, period));
    await this.complete(tx, month);
    return month;
  }

  /** Makes the sheets that are missing: people who came while the month ran. Who came after it has none of it. */
  async complete(tx: Transaction, month: Period): Promise<void> {
    if (month.state !== 'open') return;
    await alone(tx);
    for (const person of await this.missing(tx, month)) await this.add(tx, month, person);
    await tx.flush();
  }

  /** Who should have a sheet of the month and has none. */
  async missing(reader: Pick<Transaction, 'query'>, { id }: Period): Promise<readonly Employee[]> {
    const rows = await reader.query<{ employee_id: string }>(
      'select employee_id from appraisal.sheet where period_id = $1',
      [id],
    );
    const known = new Set(rows.map(({ employee_id }) => employee_id));
    return (await this.pack.appraised()).filter((person) => !known.has(person.id));
  }

  private async make(tx: Transaction, period: string): Promise<Period> {
    const { section } = this.pack;
    const calendar = await this.pack.calendar();
    const month: Period = {
      id: randomUUID(),
      version: 1,
      period,
      state: 'open',
      seed: randomUUID(),
      template: section.template,
      cutOffs: cutOffsOf(period, section.cutOffs, calendar),
      endsAt: endOfPeriod(period, calendar),
      openedAt: tx.now,
      closedAt: null,
      frozenAt: null,
    };
    periods.add(tx, month);
    const subject = periodSubject(month.id);
    await this.recorder.record(tx, { subject, action: 'opened', data: { period } });
    await this.deadlines.arm(tx, {
      subject,
      stage: MONTH_END,
      policy: section.policies.monthEnd,
      startedAt: tx.now,
      // A month that is over already is closed at the next occasion.
      dueAt: month.endsAt > tx.now ? month.endsAt : tx.now,
      owner: { unitId: await this.pack.ownerUnitId(), employeeId: null },
      calendar: section.calendar,
      label: period,
      first: true,
    });
    return month;
  }

  private async add(tx: Transaction, month: Period, person: Employee): Promise<void> {
    const row: Sheet = {
      id: randomUUID(),
      version: 1,
      number: `${month.period.replace('-', '')}-${person.staffNumber}`,
      state: 'open',
      customerId: null,
      keyId: NO_KEY,
      dueAt: null,
      createdAt: tx.now,
      periodId: month.id,
      period: month.period,
      employeeId: person.id,
      staffNumber: person.staffNumber,
      employeeName: person.name,
      unitId: person.unitId,
      headId: (await this.pack.headOf(person))?.id ?? null,
      ownerUnitId: await this.pack.ownerUnitId(),
      selfAt: null,
      headAt: null,
      self: null,
      head: null,
      sources: null,
      frozenAt: null,
      result: null,
      hash: null,
      total: null,
      releasedAt: null,
    };
    sheets.add(tx, row);
    await this.recorder.record(tx, {
      subject: sheetMatter.subject(row.id),
      action: 'opened',
      data: { number: row.number, period: month.period },
    });
  }
}
