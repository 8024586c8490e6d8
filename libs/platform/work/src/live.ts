/** Tells the console that somebody's list changed (DLN-6): a call after the commit, never an effect. */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';

const CHANNEL = 'bihuan_live';

@Injectable()
export class WorkPush {
  constructor(private readonly bus: WakeBus) {}

  /** The work list of this person is to be read again. Sources call it when what they list changed. */
  changed(tx: Transaction, employeeId: string): void {
    tx.memo(`work-push:${employeeId}`, () => tx.afterCommit(() => this.bus.call(CHANNEL, `work:${employeeId}`)));
  }

  /** The same for everybody of a unit: its tasks without an assignee. */
  unitChanged(tx: Transaction, unitId: string): void {
    tx.memo(`work-push-unit:${unitId}`, () => tx.afterCommit(() => this.bus.call(CHANNEL, `work-unit:${unitId}`)));
  }
}
