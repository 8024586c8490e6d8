/** A record finds the month in which it counts, and takes the place of an earlier one about the same (APR-7). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { countedUnder, entries, entrySubject } from '../data/entry.store';
import { unfrozenPeriods } from '../data/period.store';
import { MonthSheets } from '../deadlines/month-sheets.part';
import { MonthsBegin } from '../deadlines/months-begin.part';
import { periodOf } from '../domain/cut-off.rules';
import { countingPeriod, difference } from '../domain/entry.rules';
import type { Entry } from '../domain/entry.state';

export type NewRecord = Pick<Entry, 'kind' | 'employeeId' | 'unitId' | 'date' | 'byName'> &
  Partial<Pick<Entry, 'code' | 'points' | 'amount' | 'ground' | 'witness' | 'number' | 'naturalKey' | 'byId'>> & {
    /** Month it is about, where that is not the month of its day. */
    readonly forPeriod?: string;
  };

@Injectable()
export class EnterRecord {
  constructor(
    private readonly recorder: Recorder,
    private readonly months: MonthSheets,
    private readonly begin: MonthsBegin,
  ) {}

  /** Answers the record as it counts; the months are held in share until the transaction ends, so that none is frozen. */
  async enter(tx: Transaction, { forPeriod, ...record }: NewRecord): Promise<Entry> {
    const stands = record.naturalKey ? await this.drop(tx, record.naturalKey) : undefined;
    const wanted = forPeriod ?? stands?.period ?? periodOf(record.date);
    const { period, correctionOf: of } = await this.periodOf(tx, wanted);
    const entry: Entry = {
      id: randomUUID(),
      version: 1,
      state: 'counted',
      period,
      correctionOf: of,
      code: null,
      points: null,
      amount: 0,
      ground: '',
      witness: '',
      number: null,
      naturalKey: null,
      byId: null,
      createdAt: tx.now,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawReason: null,
      ...record,
      ...(stands ? difference(stands, record) : {}),
    };
    entries.add(tx, entry);
    await this.recorder.record(tx, {
      subject: entrySubject(entry.id),
      action: of ? 'entered-as-correction' : 'entered',
      data: {
        kind: entry.kind,
        period,
        ...(of ? { correctionOf: of } : {}),
        code: entry.code,
        points: entry.points,
        amount: entry.amount,
      },
    });
    return entry;
  }

  /** Is the month of this record frozen by now? */
  async isFrozen(tx: Transaction, period: string): Promise<boolean> {
    return !(await unfrozenPeriods(tx)).some((month) => month.period === period);
  }

  /**
   * The record of this key leaves its month while that is not frozen; after that it stands, and what follows corrects it.
   *
   * @returns the record that stands
   */
  async drop(tx: Transaction, naturalKey: string): Promise<Entry | undefined> {
    const before = await countedUnder(tx, naturalKey);
    if (!before) return undefined;
    const frozen = await this.isFrozen(tx, before.period);
    const gone = frozen
      ? { ...before, naturalKey: null }
      : { ...before, state: 'withdrawn' as const, withdrawnAt: tx.now, withdrawnBy: tx.actor.name, withdrawReason: '' };
    await entries.save(tx, before, gone);
    await this.recorder.record(tx, { subject: entrySubject(before.id), action: frozen ? 'superseded' : 'replaced' });
    return frozen ? before : undefined;
  }

  private async periodOf(tx: Transaction, wanted: string): Promise<{ period: string; correctionOf: string | null }> {
    await this.begin.wanted(tx, wanted);
    const open = (await unfrozenPeriods(tx)).map(({ period }) => period);
    const found = countingPeriod(wanted, open);
    if (found) return found;
    // Later than every month that is open: its own is opened for it.
    const month = await this.months.open(tx, wanted);
    return { period: month.period, correctionOf: null };
  }
}
