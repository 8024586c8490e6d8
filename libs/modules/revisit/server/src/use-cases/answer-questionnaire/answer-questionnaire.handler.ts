/** A customer answers through the link he was sent; a link is good for one answer (RVT-2). */
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { commonErrors, systemActor } from '@bihuan/plugin-kit';
import type { AnswerQuestionnaire } from '@bihuan/revisit-contract';
import { revisitTasks } from '../../data/revisit-task.store';
import { revisitTask } from '../../revisit-task.part';
import { linkHashOf } from '../act-on-task/send-questionnaire.handler';
import { TakeAnswer } from '../act-on-task/take-answer.handler';

@Injectable()
export class AnswerQuestionnaireHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matters: Matters,
    private readonly answers: TakeAnswer,
  ) {}

  /** 404 for a code nobody was sent, and for one that was used or ran out. */
  answer({ code, ...given }: AnswerQuestionnaire): Promise<void> {
    return this.work.run(systemActor('portal'), async (tx) => {
      const [task] = await revisitTasks.find(tx, "r.link_hash = $1 and r.state = 'calling' for update", [
        linkHashOf(code),
      ]);
      if (!task) throw commonErrors['not-found']();
      const sender = { id: task.callerId ?? task.officerId, name: task.callerName ?? '' };
      const outcome = await this.answers.take(tx, task, { outcome: 'reached', ...given }, sender);
      await this.matters.keep(tx, revisitTask, task, outcome);
    });
  }
}
