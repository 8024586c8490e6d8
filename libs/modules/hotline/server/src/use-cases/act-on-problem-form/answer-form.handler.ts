/** What the hotline does with the result: answer, conclude, not satisfied, withdraw (HOT-9c). */
import { Injectable } from '@nestjs/common';
import type { AnswerForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { answered, concluded, dissatisfied, withdrawn } from '../../domain/problem-form.decide';
import type { ProblemForm } from '../../domain/problem-form.state';
import type { Outcome } from '@bihuan/matters';
import { Matters } from '@bihuan/matters';
import { problemForm } from '../../problem-form.matter';
import { FormCircle } from '../../events/publish';
import { FormClocks } from '../../deadlines/form-clocks.deadline';

@Injectable()
export class AnswerFormHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: FormClocks,
    private readonly circle: FormCircle,
  ) {}

  answer(actor: UserActor, id: string, input: AnswerForm): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'answer', input, async (tx, before) => {
      const satisfied = typeof input.satisfied === 'boolean' ? input.satisfied : null;
      const by = { id: actor.employeeId, name: actor.name };
      const form = answered(before, { text: input.text ?? '', satisfied }, by, tx.now);
      return {
        ...(await this.followed(tx, before, form)),
        action: 'answered',
        data: { satisfied },
        personal: { text: input.text },
      };
    });
  }

  conclude(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'conclude', input, async (tx, before) => ({
      ...(await this.followed(tx, before, concluded(before, tx.now))),
      action: 'concluded',
      personal: { text: input.text },
    }));
  }

  dissatisfied(actor: UserActor, id: string, input: { text: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'dissatisfied', input, (tx, before) =>
      this.nextRound(tx, before, input.text),
    );
  }

  /** The customer's words open the next round; used by the revisit's subscriber too (RVT-4). */
  async nextRound(tx: Transaction, before: ProblemForm, words: string): Promise<Outcome<ProblemForm>> {
    return {
      ...(await this.followed(tx, before, dissatisfied(before, words))),
      action: 'dissatisfied',
      personal: { text: words },
    };
  }

  withdraw(actor: UserActor, id: string, input: { reason: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'withdraw', input, async (tx, before) => {
      const form = withdrawn(before);
      await this.clocks.withdrawn(tx, form);
      return { row: form, action: 'withdrawn', personal: { reason: input.reason } };
    });
  }

  /** Clocks, contact and neighbours follow where the form closed or opened again. */
  private async followed(tx: Transaction, before: ProblemForm, form: ProblemForm): Promise<{ row: ProblemForm }> {
    if (form.state === 'concluded') await this.circle.closed(tx, form);
    if (form.round === before.round) return { row: form };
    if (before.state === 'concluded') await this.circle.opened(tx, form);
    await this.clocks.nextRound(tx, form);
    return { row: form };
  }
}
