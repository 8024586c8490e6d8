/** Months as the API shows them: cut-offs, and how far the sheets are that the reader may see (APR-5). */
import { Injectable } from '@nestjs/common';
import type { PeriodView } from '@bihuan/appraisal-contract';
import { PERIOD } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { Page } from '@bihuan/http';
import { visible } from '@bihuan/identity';
import { appraisalErrors } from '../appraisal.errors';
import { allPeriods, findPeriod } from '../data/period.store';
import { sheet } from '../sheet.matter';
import type { CutOff } from '../domain/cut-off.rules';
import type { Period } from '../domain/period.state';
import { AppraisalPack } from '../pack.settings';

interface Counts {
  readonly period_id: string;
  readonly total: number;
  readonly self: number;
  readonly head: number;
  readonly released: number;
  readonly self_at: number;
  readonly head_at: number;
}

@Injectable()
export class PeriodViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pack: AppraisalPack,
  ) {}

  async list(actor: UserActor): Promise<Page<PeriodView>> {
    const months = await allPeriods(this.work);
    return { data: await this.views(actor, months), page: {} };
  }

  async one(actor: UserActor, period: string): Promise<PeriodView> {
    const [view] = await this.views(actor, [await this.find(period)]);
    return view as PeriodView;
  }

  /** The month; 404 with what that means where it is not (yet) there. */
  async find(period: string): Promise<Period> {
    const month = PERIOD.test(period) ? await findPeriod(this.work, period) : undefined;
    if (!month) throw appraisalErrors['no-period']({ params: { period } });
    return month;
  }

  private async views(actor: UserActor, months: readonly Period[]): Promise<PeriodView[]> {
    const scope = visible(actor, sheet.read, sheet.scope, 2);
    const counts = await this.work.query<Counts>(
      `select r.period_id, count(*)::int as total, count(r.self_at)::int as self, count(r.head_at)::int as head,
         count(*) filter (where r.state = 'released')::int as released,
         count(*) filter (where r.self_at is null or r.self_at > (p.cut_offs #>> '{self,dueAt}')::timestamptz)::int as self_at,
         count(*) filter (where r.head_at is null or r.head_at > (p.cut_offs #>> '{head,dueAt}')::timestamptz)::int as head_at
       from appraisal.sheet r join appraisal.period p on p.id = r.period_id
       where r.period_id = any($1) and ${scope.sql} group by 1`,
      [months.map(({ id }) => id), ...scope.parameters],
    );
    const now = await this.work.now();
    const calendar = await this.pack.calendar();
    const cutOff = ({ day, nominal, dueAt }: CutOff) => ({ day, nominal, dueAt: calendar.toIso(dueAt) });
    return months.map((month) => {
      const { self, head, latest } = month.cutOffs;
      const count = counts.find(({ period_id }) => period_id === month.id);
      return {
        id: month.id,
        period: month.period,
        state: month.state,
        cutOffs: { self: cutOff(self), head: cutOff(head), latest: cutOff(latest) },
        frozenAt: month.frozenAt?.toISOString() ?? null,
        sheets: {
          total: count?.total ?? 0,
          selfScored: count?.self ?? 0,
          headScored: count?.head ?? 0,
          released: count?.released ?? 0,
          selfLate: now > self.dueAt ? (count?.self_at ?? 0) : 0,
          headLate: now > head.dueAt ? (count?.head_at ?? 0) : 0,
        },
      };
    });
  }
}
