/** What a revisit or an evaluation tells the other modules, and the person responsible (RVT-3, RVT-4, RVT-8). */
import { Injectable } from '@nestjs/common';
import { complaintHeard, evaluationGiven, matterRevisited, remarkMade, urgentOrderRequested } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { Publisher } from '@bihuan/outbox';
import type { Evaluation } from '../domain/evaluation.state';
import type { RevisitTask } from '../domain/revisit-task.state';
import { evaluation as evaluationMatter } from '../evaluation.part';
import { taskSubject } from '../revisit-task.part';

@Injectable()
export class RevisitNews {
  constructor(
    private readonly publisher: Publisher,
    private readonly notices: Notices,
    private readonly org: Org,
  ) {}

  /** The customer was reached: the matter's own module files it, or opens its next round. */
  revisited(tx: Transaction, task: RevisitTask, callerId: string): Promise<void> {
    return this.publisher.publish(
      tx,
      matterRevisited,
      taskSubject(task.id),
      {
        taskId: task.id,
        subject: { module: task.module, kind: task.kind, id: task.subjectId },
        round: task.round,
        satisfied: task.countsAsSatisfied === true && task.trouble === null,
        machineWorks: task.machineWorks,
        proposal: task.suggestion !== '',
        revisitedAt: tx.now.toISOString(),
        callerId,
        keyId: task.keyId,
      },
      { keyId: task.keyId, values: { words: wordsOf(task) } },
    );
  }

  /** RVT-4: the machine does not work: back to dispatch at once. */
  async urgentOrder(tx: Transaction, task: RevisitTask, officerId: string): Promise<void> {
    const engineer = task.handlerId ? await this.org.employee(task.handlerId) : undefined;
    await this.publisher.publish(
      tx,
      urgentOrderRequested,
      taskSubject(task.id),
      {
        taskId: task.id,
        matter: { module: task.module, kind: task.kind, id: task.subjectId },
        number: task.number,
        requestedAt: tx.now.toISOString(),
        customerId: task.customerId,
        siteId: task.siteId,
        unitId: engineer?.unitId ?? null,
        engineerId: task.handlerId,
        officerId,
        keyId: task.keyId,
      },
      {
        keyId: task.keyId,
        values: { ...customerOf(task), description: wordsOf(task) || task.description, site: task.site },
      },
    );
  }

  /** RVT-4: a problem, quarrel or complaint heard in the talk. */
  async heard(tx: Transaction, task: RevisitTask, officerId: string, channel: string): Promise<void> {
    const engineer = task.handlerId ? await this.org.employee(task.handlerId) : undefined;
    const description = [wordsOf(task), task.about, task.description].filter(Boolean).join('；');
    await this.publisher.publish(
      tx,
      complaintHeard,
      taskSubject(task.id),
      {
        source: taskSubject(task.id),
        number: task.number,
        channel,
        heardAt: tx.now.toISOString(),
        officerId,
        customerId: task.customerId,
        employeeId: task.handlerId,
        unitId: engineer?.unitId ?? null,
        keyId: task.keyId,
      },
      { keyId: task.keyId, values: { ...customerOf(task), description } },
    );
  }

  /** RVT-4: the person responsible is told at once; where nobody handled it, the head of the unit. */
  async toldResponsible(tx: Transaction, task: RevisitTask): Promise<void> {
    const to = task.handlerId ? [task.handlerId] : await this.org.recipients('unit-head', { unitId: task.unitId });
    await this.notices.send(tx, {
      subject: taskSubject(task.id),
      to,
      template: 'revisit-not-good',
      params: { number: task.number },
      channels: ['inbox', 'e-mail'],
    });
  }

  /** RVT-8a: into the month's appraisal. */
  evaluated(tx: Transaction, row: Evaluation, replaces: string | null): Promise<void> {
    return this.publisher.publish(
      tx,
      evaluationGiven,
      evaluationMatter.subject(row.id),
      {
        evaluationId: row.id,
        replaces,
        month: row.month,
        item: row.item,
        technicalLevel: row.technicalLevel,
        attitude: row.attitude,
        engineerId: row.engineerId,
        unitId: row.unitId,
        divisionId: row.divisionId,
        givenAt: row.createdAt.toISOString(),
      },
      null,
    );
  }

  /** RVT-8b: a remark is a contact that must be answered. */
  remark(tx: Transaction, row: Evaluation): Promise<void> {
    return this.publisher.publish(
      tx,
      remarkMade,
      evaluationMatter.subject(row.id),
      {
        evaluationId: row.id,
        number: row.number,
        madeAt: tx.now.toISOString(),
        customerId: row.customerId,
        siteId: null,
        keyId: row.keyId,
      },
      {
        keyId: row.keyId,
        values: { customerName: row.evaluator || row.customerName, phone: row.phone, remark: row.remark },
      },
    );
  }

  /** RVT-8b: an officer confirmed that it is a complaint. */
  confirmed(tx: Transaction, row: Evaluation, officerId: string, channel: string, description: string): Promise<void> {
    return this.publisher.publish(
      tx,
      complaintHeard,
      evaluationMatter.subject(row.id),
      {
        source: evaluationMatter.subject(row.id),
        number: row.number,
        channel,
        heardAt: row.createdAt.toISOString(),
        officerId,
        customerId: row.customerId,
        employeeId: row.engineerId,
        unitId: row.unitId,
        keyId: row.keyId,
      },
      { keyId: row.keyId, values: { customerName: row.customerName, phone: row.phone, description } },
    );
  }
}

const customerOf = ({ customerName, phone }: RevisitTask) => ({ customerName, phone });

/** His own words, and what he proposes. */
const wordsOf = ({ words, suggestion }: RevisitTask): string => [words, suggestion].filter(Boolean).join('；');
