/** HR's own scores and breaches as a file: all rows or none, a batch once (APR-7, APR-9). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { APPRAISAL_PERMISSIONS as MAY, PERIOD } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { CheckContext, ImportResult, RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { faultsOf, ImportKinds } from '@bihuan/exchange';
import type { Employee } from '@bihuan/org';
import { countedUnder } from '../../data/entry.store';
import { findPeriod } from '../../data/period.store';
import { entryTerms } from '../../domain/entry.rules';
import type { HrScore } from '../../domain/hr-score.rules';
import { hrScoreOf, scoreKey } from '../../domain/hr-score.rules';
import { AppraisalPack } from '../../pack.settings';
import { EnterRecord } from '../enter-record.part';

const column = (key: string, zh: string, en: string, type: TableColumn['type'], required = false): TableColumn => ({
  key,
  title: { zh, en },
  type,
  required,
});

const COLUMNS: readonly TableColumn[] = [
  column('batch', '批次', 'Batch', 'text'),
  column('period', '考核月份', 'Period', 'text', true),
  column('staffNumber', '工号', 'Staff number', 'text', true),
  column('code', '违纪代码', 'Breach code', 'text'),
  column('date', '日期', 'Date', 'date'),
  column('points', '分值', 'Points', 'number'),
  column('ground', '依据', 'Ground', 'text'),
  column('witness', '见证人', 'Witness', 'text'),
];

@Injectable()
export class HrScoresImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly work: UnitOfWork,
    private readonly pack: AppraisalPack,
    private readonly records: EnterRecord,
  ) {}

  onModuleInit(): void {
    this.kinds.add('hr-scores', {
      title: { zh: '人力评分与违纪', en: 'Scores and breaches of HR' },
      permission: MAY.importScores,
      columns: () => COLUMNS,
      check: (rows, context) => this.check(rows, context),
      apply: (tx, rows, actor) => this.apply(tx, rows, actor),
    });
  }

  private async check(rows: readonly TableRow[], { read }: CheckContext): Promise<readonly RowError[]> {
    const people = await this.people();
    const today = await this.pack.day(await this.work.now());
    const months = new Map<string, string | undefined>();
    const seen = new Map<string, number>();
    const errors: RowError[] = [];
    for (const row of rows) {
      const say = (column: string, code: string, detail: string) => errors.push({ row: row.row, column, code, detail });
      const score = hrScoreOf(row.values);
      if (!people.has(score.staffNumber))
        say('staffNumber', 'unknown', '没有此工号或不在考核范围 / Nobody who is appraised');
      if (!PERIOD.test(score.period)) {
        say('period', 'bad-period', '2026-09');
        continue;
      }
      if (!months.has(score.period)) months.set(score.period, (await findPeriod(read, score.period))?.state);
      const state = months.get(score.period);
      if (state === undefined) say('period', 'no-period', '该月没有考核 / There is no appraisal of this month');
      errors.push(...this.terms(row, score, state));
      if (score.date > today) say('date', 'in-the-future', '日期不能晚于今天 / It lies in the future');
      const key = scoreKey(score);
      const before = seen.get(key);
      if (before !== undefined)
        say('staffNumber', 'comes-twice', `与第 ${before} 行重复 / The same as in row ${before}`);
      else seen.set(key, row.row);
    }
    return errors;
  }

  /** A breach as one that is entered by hand; a score within the weight, while the month is not frozen. */
  private terms(row: TableRow, score: HrScore, state: string | undefined): RowError[] {
    if (score.code !== undefined) {
      const { code, points } = score;
      return faultsOf(row, () => entryTerms(this.pack.section, { entry: 'breach', code, points }));
    }
    const say = (column: string, code: string, detail: string): RowError[] => [{ row: row.row, column, code, detail }];
    const weight = this.item()?.weight;
    if (weight === undefined)
      return say('points', 'no-item', '本公司考核表没有人力评分项 / The sheet has no item of HR');
    if (state === 'frozen') {
      return say('period', 'frozen', '该月已截止，请以违纪记录更正 / The month stands: correct it by a breach');
    }
    if (score.points === undefined || score.points < 0 || score.points > weight) {
      return say('points', 'out-of-range', `0–${weight}`);
    }
    return [];
  }

  private async apply(tx: Transaction, rows: readonly TableRow[], actor: UserActor): Promise<ImportResult> {
    const people = await this.people();
    let entered = 0;
    for (const { values } of rows) {
      const score = hrScoreOf(values);
      const person = people.get(score.staffNumber);
      const naturalKey = scoreKey(score);
      // The same batch again has no second effect.
      if (!person || (await countedUnder(tx, naturalKey))) continue;
      const terms =
        score.code === undefined
          ? { code: this.item()?.code ?? null, points: score.points ?? null }
          : entryTerms(this.pack.section, { entry: 'breach', code: score.code, points: score.points });
      await this.records.enter(tx, {
        kind: score.code === undefined ? 'hr-score' : 'breach',
        employeeId: person.id,
        unitId: person.unitId,
        date: score.date,
        ...terms,
        ground: score.ground,
        witness: score.witness,
        naturalKey,
        byId: actor.employeeId,
        byName: [actor.name, score.batch].filter(Boolean).join(' · '),
        forPeriod: score.period,
      });
      entered++;
    }
    return { rows: rows.length, entered, knownBefore: rows.length - entered };
  }

  private async people(): Promise<ReadonlyMap<string, Employee>> {
    return new Map((await this.pack.appraised()).map((person) => [person.staffNumber, person]));
  }

  /** The item HR scores. */
  private item() {
    return this.pack.section.template.parts.flatMap(({ items }) => items).find(({ scoredBy }) => scoredBy === 'hr');
  }
}
