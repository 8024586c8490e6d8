/** An officer says whether a very dissatisfied evaluation is a complaint (RVT-8b, SYS-18). */
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { DataKeys } from '@bihuan/privacy';
import type { EvaluationAct } from '../../domain/evaluation.rules';
import { complaintText, decided } from '../../domain/evaluation.rules';
import type { Evaluation } from '../../domain/evaluation.state';
import { evaluation } from '../../evaluation.part';
import { RevisitNews } from '../../events/publish';
import { RevisitPack } from '../../pack.settings';
import { CONFIRM_STAGE } from '../give-evaluation/give-evaluation.handler';

interface Seen {
  readonly version?: number | undefined;
}

@Injectable()
export class ActOnEvaluationHandler {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly pack: RevisitPack,
    private readonly news: RevisitNews,
    private readonly keys: DataKeys,
  ) {}

  confirm(actor: UserActor, id: string, input: Seen & { readonly text?: string | undefined }): Promise<Evaluation> {
    return this.decide(actor, id, 'confirm', input, input.text ?? '', async (tx, row) => {
      const { items, complaintChannel } = this.pack.evaluation;
      const title = items.find(({ code }) => code === row.item)?.title.zh ?? '';
      await this.news.confirmed(tx, row, actor.employeeId, complaintChannel, complaintText(row, title));
    });
  }

  dismiss(actor: UserActor, id: string, input: Seen & { readonly reason: string }): Promise<Evaluation> {
    return this.decide(actor, id, 'dismiss', input, input.reason, () => Promise.resolve());
  }

  private decide(
    actor: UserActor,
    id: string,
    act: EvaluationAct,
    seen: Seen,
    text: string,
    told: (tx: Transaction, row: Evaluation) => Promise<void>,
  ): Promise<Evaluation> {
    return this.matters.act(actor, evaluation, id, act, seen, async (tx, before) => {
      const words = (await this.keys.lives(tx, before.keyId)) ? text : '';
      const row = decided(before, act, words, actor.employeeId, tx.now);
      await this.deadlines.meet(tx, evaluation.subject(id), CONFIRM_STAGE);
      await told(tx, row);
      return { row, action: row.state, personal: { text: words } };
    });
  }
}
