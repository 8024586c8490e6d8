/** The customer answered, in a talk or through his link: judged, told to whom it concerns, kept (RVT-3, RVT-4). */
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import type { Outcome } from '@bihuan/matters';
import { DataKeys } from '@bihuan/privacy';
import type { TaskResult } from '@bihuan/revisit-contract';
import { reached } from '../../domain/revisit-task.decide';
import { countsAsSatisfied, isGood, sentTo } from '../../domain/revisit-task.rules';
import type { Caller, RevisitTask } from '../../domain/revisit-task.state';
import { RevisitNews } from '../../events/publish';
import { RevisitPack } from '../../pack.settings';
import { taskSubject } from '../../revisit-task.part';
import { ANSWER_STAGE, REVISIT_STAGE } from '../plan-revisit/plan-revisit.handler';

@Injectable()
export class TakeAnswer {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly pack: RevisitPack,
    private readonly news: RevisitNews,
    private readonly keys: DataKeys,
  ) {}

  async take(tx: Transaction, before: RevisitTask, input: TaskResult, caller: Caller): Promise<Outcome<RevisitTask>> {
    const { section } = this.pack;
    const plan = this.pack.planOf(before);
    const good = isGood(input, section);
    const judged = {
      good,
      counts: countsAsSatisfied(input, section),
      sentTo: sentTo(before, input, { complaintFrom: plan?.complaintFrom ?? [] }, section),
    };
    const calendar = await this.pack.calendar(plan, before.unitId);
    const row = reached(before, input, judged, caller, tx.now, calendar.dateOf(tx.now));
    await this.deadlines.meet(tx, taskSubject(row.id), ANSWER_STAGE);
    if (row.state !== 'prepared') {
      await this.deadlines.meet(tx, taskSubject(row.id), REVISIT_STAGE);
      await this.news.revisited(tx, row, caller.id);
    }
    await this.passOn(tx, row, caller.id, good);
    return {
      row,
      action: row.state === 'waiting' ? 'sent-back' : row.state === 'prepared' ? 'reached' : 'revisited',
      data: {
        satisfied: row.satisfied,
        machineWorks: row.machineWorks,
        rating: row.rating,
        way: row.attempts.at(-1)?.way,
        ...(row.waitsFor.length > 0 ? { sentTo: row.waitsFor } : {}),
      },
      personal: {
        text: row.words,
        about: row.about,
        improve: row.improve,
        promised: row.promised,
        suggestion: row.suggestion,
        leftScript: row.leftScript,
      },
    };
  }

  /** RVT-4: at once to dispatch, to complaints, to the person responsible. */
  private async passOn(tx: Transaction, row: RevisitTask, officerId: string, good: boolean): Promise<void> {
    if (row.waitsFor.includes('order')) await this.news.urgentOrder(tx, row, officerId);
    if (row.waitsFor.includes('complaint')) {
      await this.news.heard(tx, row, officerId, this.pack.section.complaintChannel);
    }
    if (!good) await this.news.toldResponsible(tx, row);
  }

  /** Nothing more is written of a customer who was erased. */
  async livingWords(tx: Transaction, { keyId }: RevisitTask, words: string): Promise<string> {
    return (await this.keys.lives(tx, keyId)) ? words : '';
  }
}
