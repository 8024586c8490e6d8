/** Fills form 15 from a sheet; the blank one has the words of the company's template (APR-12, FRM-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { FormSources } from '@bihuan/forms';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { monthSources } from '../data/month-sources.store';
import { findPeriod } from '../data/period.store';
import { sheet } from '../sheet.matter';
import { scoreSheet } from '../domain/sheet-score.rules';
import { AppraisalPack } from '../pack.settings';
import { appraisalSheet } from './appraisal-sheet/appraisal-sheet.form';
import { paperOf, wordsOf } from './appraisal-sheet/paper-of.form';

@Injectable()
export class AppraisalPapers implements OnModuleInit {
  constructor(
    private readonly sources: FormSources,
    private readonly matters: Matters,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: AppraisalPack,
  ) {}

  onModuleInit(): void {
    this.sources.add(appraisalSheet.code, {
      kind: 'subject',
      definition: appraisalSheet,
      resource: 'sheets',
      permission: sheet.read,
      subjectOf: (id) => sheet.subject(id),
      blank: async (actor) => ({
        ...(await this.keeper()),
        unitName: (await this.org.unit(actor.unitId))?.name ?? '',
        ...wordsOf(this.pack.section.template),
      }),
      load: async (actor, id) => {
        const row = await this.matters.get(actor, sheet, id);
        const month = await findPeriod(this.work, row.period);
        if (!month) throw new Error(`The sheet of ${row.period} has no month.`);
        const sources = row.sources ?? (await monthSources(this.work, row.period, row.employeeId))(row.employeeId);
        const { self, head } = row;
        const scored = row.result?.scored ?? scoreSheet(month.template, { self, head, sources });
        const incentives = sources.entries.filter(({ kind }) => kind === 'incentive');
        const unitName = row.result?.unit ?? (await this.org.unit(row.unitId))?.name ?? '';
        return { data: { ...paperOf(row, month, scored, incentives, unitName), ...(await this.keeper()) }, keyIds: [] };
      },
    });
  }

  /** HR keeps the copy. */
  private async keeper(): Promise<{ readonly keeper: string }> {
    return { keeper: (await this.org.unitByCode(this.pack.section.unit))?.name ?? '' };
  }
}
