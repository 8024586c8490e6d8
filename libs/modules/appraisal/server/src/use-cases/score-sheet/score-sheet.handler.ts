/** The person rates himself, the head scores, HR releases (APR-2, APR-5, APR-7). */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReleaseInput, ScoreInput } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { monthSources } from '../../data/month-sources.store';
import { findPeriod, periodSubject } from '../../data/period.store';
import { sheet } from '../../sheet.matter';
import { HEAD_SCORE, RELEASE, SELF_SCORE } from '../../deadlines/month-sheets.part';
import { canonical } from '../../domain/hr-file.rules';
import type { Period } from '../../domain/period.state';
import { headScored, released, resultOf, selfScored } from '../../domain/sheet.decide';
import type { Sheet } from '../../domain/sheet.state';
import type { Sources } from '../../domain/source.state';
import { SampleRequests } from '../../events/publish';
import { ProposeConsequences } from '../propose/propose-consequences.part';

const personOf = ({ employeeId, name }: UserActor) => ({ id: employeeId, name });

@Injectable()
export class ScoreSheetHandler {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly org: Org,
    private readonly events: SampleRequests,
    private readonly consequences: ProposeConsequences,
  ) {}

  selfScore(actor: UserActor, id: string, input: ScoreInput): Promise<Sheet> {
    return this.matters.act(actor, sheet, id, 'self-score', input, async (tx, before) => {
      const { template } = await this.month(tx, before);
      const row = selfScored(before, template, input.items, personOf(actor), tx.now);
      await this.deadlines.meet(tx, sheet.subject(id), SELF_SCORE);
      return { row, action: 'self-scored', data: { items: input.items.length } };
    });
  }

  headScore(actor: UserActor, id: string, input: ScoreInput): Promise<Sheet> {
    return this.matters.act(actor, sheet, id, 'head-score', input, async (tx, before) => {
      const { template } = await this.month(tx, before);
      const sources = await this.sources(tx, before);
      const row = headScored(before, { template, sources }, input.items, personOf(actor), tx.now);
      if (row.state === 'head-scored') await this.deadlines.meet(tx, sheet.subject(id), HEAD_SCORE);
      const points = Object.fromEntries(input.items.map((each) => [each.item, each.points]));
      return { row, action: 'head-scored', data: { points, complete: row.state === 'head-scored' } };
    });
  }

  /** From here on nothing of it changes: the hash is over the whole result, and the table refuses updates (APR-7). */
  release(actor: UserActor, id: string, input: ReleaseInput): Promise<Sheet> {
    return this.matters.act(actor, sheet, id, 'release', input, async (tx, before) => {
      const month = await this.month(tx, before);
      const unit = (await this.org.unit(before.unitId))?.name ?? '';
      const result = resultOf(before, { ...month, unit }, { text: input.text ?? '', by: personOf(actor), now: tx.now });
      const hash = hashOf(result);
      const row = released(before, result, hash, tx.now);
      await this.deadlines.cancelAll(tx, sheet.subject(id), 'released');
      await this.events.released(tx, row, result, hash);
      await this.consequences.after(tx, row);
      await this.endMonth(tx, month, id);
      return { row, action: 'released', data: { total: row.total, hash } };
    });
  }

  /** The last sheet of the month ends HR's clock. */
  private async endMonth(tx: Transaction, { id }: Period, sheetId: string): Promise<void> {
    const [left] = await tx.query(
      "select 1 from appraisal.sheet where period_id = $1 and id <> $2 and state <> 'released' limit 1",
      [id, sheetId],
    );
    if (!left) await this.deadlines.meet(tx, periodSubject(id), RELEASE);
  }

  private async month(tx: Transaction, { period }: Sheet): Promise<Period> {
    const month = await findPeriod(tx, period, 'for share');
    if (!month) throw new Error(`The sheet of ${period} has no month.`);
    return month;
  }

  private async sources(tx: Transaction, { sources, period, employeeId }: Sheet): Promise<Sources> {
    return sources ?? (await monthSources(tx, period, employeeId))(employeeId);
  }
}

/** SHA-256 over the result, whatever order its fields are kept in. */
export const hashOf = (result: unknown): string => createHash('sha256').update(canonical(result)).digest('hex');
