/** A customer evaluates: proven by number and phone, once a month and project, both kept (RVT-8, RD-1). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { KnownCase } from '@bihuan/matters';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { systemActor } from '@bihuan/plugin-kit';
import type { EvaluationReceipt, GiveEvaluation } from '@bihuan/revisit-contract';
import { evaluations } from '../../data/evaluation.store';
import { demandEvaluation, isVeryDissatisfied } from '../../domain/evaluation.rules';
import type { Evaluation } from '../../domain/evaluation.state';
import { evaluation } from '../../evaluation.part';
import { RevisitNews } from '../../events/publish';
import { RevisitPack } from '../../pack.settings';
import { ProveMatter } from './prove-matter.handler';

/** An officer says whether it is a complaint. */
export const CONFIRM_STAGE = 'confirm';

@Injectable()
export class GiveEvaluationHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly pack: RevisitPack,
    private readonly org: Org,
    private readonly proof: ProveMatter,
    private readonly news: RevisitNews,
  ) {}

  /** 404 for a number nobody has and for a phone that is not his: from outside they look the same. */
  async give(input: GiveEvaluation): Promise<EvaluationReceipt> {
    const { evaluation: section } = this.pack;
    demandEvaluation(input, section);
    const underWay = await this.proof.underWay(input);
    return this.work.run(systemActor('portal'), async (tx) => {
      const matter = await this.proof.proven(tx, input, underWay);
      const draft = await this.draft(tx, matter, input);
      const earlier = await this.takePlaceOf(tx, draft);
      const clocks = draft.state === 'to-confirm' ? [await this.armed(tx, draft)] : [];
      await this.matters.open(tx, evaluation, draft, {
        action: 'evaluated',
        data: { item: draft.item, technicalLevel: draft.technicalLevel, attitude: draft.attitude },
        personal: { remark: draft.remark, evaluator: draft.evaluator },
        clocks,
      });
      await this.news.evaluated(tx, draft, earlier?.id ?? null);
      if (draft.remark) await this.news.remark(tx, draft);
      return { id: draft.id, month: draft.month, replaced: earlier !== undefined };
    });
  }

  private async draft(tx: Transaction, matter: KnownCase, input: GiveEvaluation): Promise<Evaluation> {
    const { evaluation: section } = this.pack;
    const engineer = matter.handlerId ? await this.org.employee(matter.handlerId) : undefined;
    const officerUnitId = await this.pack.unitId(section.officer.unit);
    const calendar = await this.pack.calendarOfUnit(officerUnitId);
    const { technicalLevel, attitude } = input;
    return {
      id: randomUUID(),
      version: 1,
      number: matter.number,
      state: isVeryDissatisfied({ technicalLevel, attitude }, section) ? 'to-confirm' : 'given',
      customerId: matter.customerId,
      keyId: matter.keyId,
      dueAt: null,
      createdAt: tx.now,
      module: matter.module,
      kind: matter.kind,
      matterId: matter.id,
      item: input.item,
      // Where no project is named, the matter itself is the project.
      project: input.project || matter.number,
      technicalLevel,
      attitude,
      remark: input.remark ?? '',
      month: calendar.dateOf(tx.now).slice(0, 7),
      customerName: matter.customerName,
      evaluator: input.evaluator ?? '',
      phone: matter.phone,
      site: matter.site,
      engineerId: matter.handlerId,
      engineerName: matter.handlerName,
      unitId: engineer?.unitId ?? matter.unitId,
      divisionId: section.division ? await this.pack.unitId(section.division.unit) : null,
      officerUnitId,
      replacedBy: null,
      decidedById: null,
      decidedAt: null,
      decision: '',
      complaintId: null,
      complaintNumber: null,
    };
  }

  /** RVT-8: once per evaluator, project and month; a later one takes the earlier one's place, both are kept. */
  private async takePlaceOf(tx: Transaction, draft: Evaluation): Promise<Evaluation | undefined> {
    const { phone, item, project, month } = draft;
    // One after another for the same evaluator: two at once must not both be the first.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [[phone, item, project, month].join('|')]);
    const [earlier] = await evaluations.find(
      tx,
      'r.month = $1 and r.phone = $2 and r.item = $3 and r.project = $4 and r.replaced_by is null for update',
      [month, phone, item, project],
    );
    if (!earlier) return undefined;
    const row = { ...earlier, replacedBy: draft.id };
    await this.matters.keep(tx, evaluation, earlier, { row, action: 'replaced', data: { by: draft.id } });
    return earlier;
  }

  private armed(tx: Transaction, draft: Evaluation): Promise<DeadlineView> {
    return this.deadlines.arm(tx, {
      subject: evaluation.subject(draft.id),
      stage: CONFIRM_STAGE,
      policy: this.pack.evaluation.policy,
      startedAt: tx.now,
      owner: { unitId: draft.officerUnitId, employeeId: null },
      label: draft.number,
      first: true,
    });
  }
}
