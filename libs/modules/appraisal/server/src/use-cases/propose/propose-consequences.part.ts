/** What a released month gives ground for is proposed to HR; nothing of it happens by itself (APR-6). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import type { Consequence } from '../../appraisal.settings';
import { attendanceOf, NONE } from '../../data/attendance.store';
import { proposalsOf } from '../../data/proposal.store';
import { proposal } from '../../proposal.matter';
import { NO_KEY, sheets } from '../../data/sheet.store';
import type { Ground, Month } from '../../domain/consequence.rules';
import { groundsOf, monthsBetween } from '../../domain/consequence.rules';
import type { Proposal, ProposalFacts } from '../../domain/proposal.state';
import type { Sheet } from '../../domain/sheet.state';
import { absentAllMonth } from '../../domain/source.state';
import { AppraisalPack } from '../../pack.settings';

/** Months that are looked back, more than any rule asks for. */
const LOOK_BACK = 24;

export interface NewProposal {
  readonly person: { readonly id: string; readonly name: string; readonly unitId: string };
  readonly consequence: string;
  readonly groundKey: string;
  readonly cause: string | null;
  readonly ground: string;
  readonly facts: ProposalFacts;
  readonly proposedBy: string;
}

@Injectable()
export class ProposeConsequences {
  constructor(
    private readonly pack: AppraisalPack,
    private readonly matters: Matters,
    private readonly numbering: Numbering,
  ) {}

  /** @param released as it will stand after the transaction */
  async after(tx: Transaction, released: Sheet): Promise<void> {
    const { consequences } = this.pack.section;
    const earlier = await proposalsOf(tx, released.employeeId);
    const used = new Map<string, Set<string>>();
    for (const { consequence, facts } of earlier) {
      const periods = used.get(consequence) ?? new Set<string>();
      for (const { period } of facts.months) periods.add(period);
      used.set(consequence, periods);
    }
    const history = await this.history(tx, released);
    for (const ground of groundsOf(consequences, released.period, { ...history, used })) {
      if (earlier.some((one) => one.consequence === ground.consequence && one.groundKey === ground.key)) continue;
      const consequence = consequences.find(({ code }) => code === ground.consequence);
      if (!consequence) continue;
      await this.propose(tx, {
        person: { id: released.employeeId, name: released.employeeName, unitId: released.unitId },
        consequence: ground.consequence,
        groundKey: ground.key,
        cause: consequence.rule.kind === 'records' ? (consequence.rule.cause ?? null) : null,
        ground: wordsOf(consequence, ground),
        facts: { months: ground.months, count: ground.count, follows: null },
        proposedBy: 'appraisal',
      });
    }
  }

  async propose(tx: Transaction, { person, ...given }: NewProposal): Promise<Proposal> {
    const row: Proposal = {
      id: randomUUID(),
      version: 1,
      number: await this.numbering.next(tx, 'appraisal-proposal', { at: tx.now }),
      state: 'proposed',
      customerId: null,
      keyId: NO_KEY,
      dueAt: null,
      createdAt: tx.now,
      employeeId: person.id,
      employeeName: person.name,
      unitId: person.unitId,
      ownerUnitId: await this.pack.ownerUnitId(),
      decidedById: null,
      decidedBy: null,
      decidedAt: null,
      decision: null,
      ...given,
    };
    return this.matters.open(tx, proposal, row, {
      action: 'proposed',
      data: { consequence: row.consequence, months: row.facts.months, count: row.facts.count },
    });
  }

  private async history(tx: Transaction, released: Sheet) {
    const rows = await sheets.find(tx, `r.employee_id = $1 order by r.period desc limit ${LOOK_BACK}`, [
      released.employeeId,
    ]);
    const known = new Map(rows.map((row) => [row.period, row.id === released.id ? released : row]));
    const periods = [...known.keys()].sort();
    const months: Month[] = [];
    for (const period of monthsBetween(periods[0] ?? released.period, periods.at(-1) ?? released.period)) {
      const total = known.get(period)?.total ?? null;
      const marks =
        total === null ? (await attendanceOf(tx, period, released.employeeId)).get(released.employeeId) : NONE;
      months.push({ period, total, absent: total === null && absentAllMonth(marks ?? NONE) });
    }
    return { months, records: await recordsOf(tx, released.employeeId) };
  }

  /** How many records of these kinds a person has, all told. */
  async recordsOf(tx: Transaction, employeeId: string, kinds: readonly string[]): Promise<number> {
    return (await recordsOf(tx, employeeId)).filter(({ kind }) => kinds.includes(kind)).length;
  }
}

/** Records by kind and month, a check with its code; what only gives back is none. */
const recordsOf = (tx: Transaction, employeeId: string) =>
  tx.query<{ kind: string; period: string }>(
    `select case when kind = 'check' then 'check:' || coalesce(code, '') else kind end as kind, period
     from appraisal.entry where employee_id = $1 and state = 'counted'
       and case when kind = 'sanction' then points < 0 or amount < 0 else coalesce(points, 1) >= 0 end`,
    [employeeId],
  );

/** What the proposal rests on, in a sentence. */
function wordsOf({ title, rule }: Consequence, { months, count }: Ground): string {
  const totals = months.map(({ period, total }) => `${period}：${total}分`).join('，');
  switch (rule.kind) {
    case 'total-at-least':
      return `${totals}，达到 ${rule.total} 分，${title.zh}。`;
    case 'total-below':
      return `连续 ${rule.months} 个月低于 ${rule.total} 分（${totals}）。`;
    case 'records':
      return `${rule.months} 个月内投诉、处罚记录 ${count ?? 0} 次。`;
    case 'by-hand':
      return title.zh;
  }
}
