/** Nest wiring of the revisit module. */
import { Module } from '@nestjs/common';
import { bound, matterParts } from '@bihuan/matters';
import { RevisitEraser } from './data/eraser.part';
import { UnansweredStep } from './deadlines/unanswered.deadline';
import { evaluation } from './evaluation.part';
import { OnComplaint } from './events/on-complaint';
import { OnProblemForm } from './events/on-problem-form';
import { OnSampleCall } from './events/on-sample-call';
import { OnWorkOrder } from './events/on-work-order';
import { RevisitNews } from './events/publish';
import { EvaluationPapers } from './forms/evaluation-papers.part';
import { RegisterPapers } from './forms/register-papers.part';
import { RevisitPack } from './pack.settings';
import { CoverageQuery } from './queries/coverage.query';
import { EvaluationList, EvaluationViews } from './queries/evaluation.query';
import { RevisitTaskList, TaskViews } from './queries/revisit-task.query';
import { revisitTask } from './revisit-task.part';
import { ActOnEvaluation } from './use-cases/act-on-evaluation/act-on-evaluation.controller';
import { ActOnEvaluationHandler } from './use-cases/act-on-evaluation/act-on-evaluation.handler';
import { ReadEvaluationsController } from './use-cases/act-on-evaluation/read-evaluations.controller';
import { ActOnTask, SendToCustomer } from './use-cases/act-on-task/act-on-task.controller';
import { ActOnTaskHandler } from './use-cases/act-on-task/act-on-task.handler';
import { SendQuestionnaire } from './use-cases/act-on-task/send-questionnaire.handler';
import { TakeAnswer } from './use-cases/act-on-task/take-answer.handler';
import { AnswerQuestionnaireHandler } from './use-cases/answer-questionnaire/answer-questionnaire.handler';
import { GiveEvaluationHandler } from './use-cases/give-evaluation/give-evaluation.handler';
import { ProveMatter } from './use-cases/give-evaluation/prove-matter.handler';
import { RevisitPortalController } from './use-cases/give-evaluation/portal.controller';
import { PlanRevisit } from './use-cases/plan-revisit/plan-revisit.handler';
import { WaitForMatter } from './use-cases/plan-revisit/wait-for-matter.handler';
import { ReadTasksController } from './use-cases/read-tasks/read-tasks.controller';
import { RestHoursController } from './use-cases/set-rest-hours/rest-hours.controller';
import { RestHoursHandler } from './use-cases/set-rest-hours/rest-hours.handler';

@Module({
  controllers: [
    ReadTasksController,
    ActOnTask,
    SendToCustomer,
    ReadEvaluationsController,
    ActOnEvaluation,
    RestHoursController,
    RevisitPortalController,
  ],
  providers: [
    matterParts([bound(revisitTask), bound(evaluation)]),
    RevisitPack,
    RevisitEraser,
    RevisitNews,
    PlanRevisit,
    WaitForMatter,
    OnProblemForm,
    OnComplaint,
    OnWorkOrder,
    OnSampleCall,
    UnansweredStep,
    TakeAnswer,
    ActOnTaskHandler,
    SendQuestionnaire,
    AnswerQuestionnaireHandler,
    ProveMatter,
    GiveEvaluationHandler,
    ActOnEvaluationHandler,
    RestHoursHandler,
    TaskViews,
    RevisitTaskList,
    CoverageQuery,
    EvaluationViews,
    EvaluationList,
    RegisterPapers,
    EvaluationPapers,
  ],
})
export class RevisitModule {}
