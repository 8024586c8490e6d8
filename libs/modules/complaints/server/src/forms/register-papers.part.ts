/** Form 7 from the register, form 9 from our own rows, form 26a from the policies in force (CMP-1, CMP-16, RD-43). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { Clock } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import type { ComplaintRatePaper, RegisterRange } from '@bihuan/forms';
import { complaintRate, complaintRateForm, rateTotals } from '@bihuan/forms';
import { visible } from '@bihuan/identity';
import { Papers } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { complaint as matter } from '../complaint.matter';
import { complaints } from '../data/complaint.store';
import type { Complaint } from '../domain/complaint.state';
import { periodOf } from '../domain/rate.rules';
import { ComplaintRates, dayAfter } from '../queries/complaint-rate.query';
import type { ComplaintRegisterPaper, ServicePledgePaper } from './index';
import { complaintRegister, servicePledge } from './index';
import { PaperWords } from './paper-words.part';

/** Lines of one register; a span with more is refused by the form's own limit. */
const LIMIT = 5_000;

@Injectable()
export class RegisterPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly words: PaperWords,
    private readonly rates: ComplaintRates,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const permission = MAY.printRegister;
    this.papers.register(complaintRegister, {
      permission,
      load: async (actor, range, unitName) => {
        const rows = await this.ofDays(actor, range);
        return { data: await this.register(range, unitName, rows), keyIds: rows.map(({ keyId }) => keyId) };
      },
    });
    this.papers.register(complaintRateForm('complaints'), {
      permission,
      load: async (actor, range, unitName) => ({ data: await this.rate(actor, range, unitName), keyIds: [] }),
    });
    if (this.words.pack.section.pledge) {
      const load = async (_: UserActor, __: RegisterRange, unitName: string) => ({
        data: this.pledge(unitName, await this.clock.now()),
        keyIds: [],
      });
      this.papers.register(servicePledge, { permission: MAY.read, load });
      // forms.md lists it under the hotline: the same paper at that address too.
      this.papers.register({ ...servicePledge, module: 'hotline' }, { permission: MAY.read, load });
    }
  }

  private async ofDays(actor: UserActor, { from, to, officer }: RegisterRange): Promise<Complaint[]> {
    const { pack } = this.words;
    const calendar = await pack.calendarOf((await pack.centreOf(actor.unitId)).id);
    const scope = visible(actor, MAY.read, matter.scope, 4);
    return complaints.find(
      this.work,
      `r.heard_at >= $1 and r.heard_at < $2 and ($3::uuid is null or r.officer_id = $3) and ${scope.sql}
       order by r.heard_at, r.number limit ${LIMIT}`,
      [calendar.startOf(from), calendar.startOf(dayAfter(to)), officer ?? null, ...scope.parameters],
    );
  }

  private async register(
    { from, to }: RegisterRange,
    unitName: string,
    rows: readonly Complaint[],
  ): Promise<ComplaintRegisterPaper> {
    const first = await this.numbersOf(rows.flatMap(({ followsId }) => (followsId ? [followsId] : [])));
    return {
      unitName,
      from,
      ...(to === from ? {} : { until: to }),
      rows: rows.map((row) => ({
        number: row.number,
        complainant: row.customerName,
        matter: row.matter,
        at: row.heardAt.toISOString(),
        contact: row.contact,
        phone: row.phone,
        officer: row.officerName ?? undefined,
        relayedAt: row.relay?.at ?? row.dispatchedAt?.toISOString(),
        relayedBy: row.relay?.by.name ?? row.road[0]?.by?.name,
        report: row.report?.number,
        follows: row.followsId ? first.get(row.followsId) : undefined,
      })),
    };
  }

  private async numbersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.work.query<{ id: string; number: string }>(
      'select id, number from complaints.complaint where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  private async rate(actor: UserActor, { from, to }: RegisterRange, unitName: string): Promise<ComplaintRatePaper> {
    const [rows, unit, now] = await Promise.all([this.rates.rows(from, to), this.words.units(), this.clock.now()]);
    const entered = rows.some(({ source }) => source !== 'counted');
    return {
      unitName,
      ...periodOf(from, to),
      rows: rows.map(({ unitId, complaints: count, repairs, source }) => ({
        unit: unit(unitId).name,
        complaints: count,
        repairs,
        source,
        rate: complaintRate(count, repairs),
      })),
      totals: rateTotals(rows),
      ...(entered ? { note: '标注的维修次数为录入或导入数据，未由派单模块统计。' } : {}),
      madeBy: actor.name,
      madeAt: now.toISOString(),
    };
  }

  private pledge(unitName: string, at: Date): ServicePledgePaper {
    const { pledge } = this.words.pack.section;
    if (!pledge) throw new Error('The pack has no service pledge.');
    const { promises, ...texts } = pledge;
    return {
      unitName,
      ...texts,
      promises: promises
        .filter(({ on }) => on)
        .map(({ text, policy }) => ({ text: policy ? text.replace('{limit}', this.words.limit(policy, at)) : text })),
      date: at.toISOString(),
    };
  }
}
