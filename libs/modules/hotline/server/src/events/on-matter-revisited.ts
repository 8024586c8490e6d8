/** The revisit of a form: satisfied is noted; not satisfied or not working goes back into the form (RVT-4, HOT-9c). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { matterRevisited } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Subscribers } from '@bihuan/outbox';
import { problemForms } from '../data/problem-form.store';
import { revisited } from '../domain/problem-form.decide';
import { Matters } from '@bihuan/matters';
import { problemForm } from '../problem-form.matter';
import { AnswerFormHandler } from '../use-cases/act-on-problem-form/answer-form.handler';

@Injectable()
export class OnMatterRevisited implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly matters: Matters,
    private readonly answers: AnswerFormHandler,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'hotline.on-matter-revisited',
      event: matterRevisited,
      handle: async (tx, { payload, personal }) => {
        const { subject, round, satisfied, machineWorks, revisitedAt } = payload;
        if (subject.module !== 'hotline' || subject.kind !== 'problem-form') return;
        const good = satisfied && machineWorks !== false;
        await this.note(tx, { id: subject.id, round, good, at: new Date(revisitedAt), words: personal?.words ?? '' });
      },
    });
  }

  /** A form that went into another round since is past this call. */
  private async note(
    tx: Transaction,
    call: { id: string; round: number; good: boolean; at: Date; words: string },
  ): Promise<void> {
    const form = await problemForms.lock(tx, call.id);
    if (form.round !== call.round || form.state !== 'concluded') return;
    const outcome = call.good
      ? { row: revisited(form, call.at), action: 'revisited' }
      : await this.answers.nextRound(tx, form, call.words || '回访：用户不满意或机器运行不正常');
    await this.matters.keep(tx, problemForm, form, outcome);
  }
}
