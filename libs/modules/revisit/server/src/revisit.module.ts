/** Nest wiring of the revisit module. */
import { Module } from '@nestjs/common';
import { RevisitEraser } from './data/eraser.part';
import { OnProblemForm } from './events/on-problem-form';
import { RegisterPapers } from './forms/register-papers.part';
import { RevisitTaskList } from './queries/revisit-task.query';
import { RevisitParts } from './queries/revisit.part';
import { RevisitPack } from './pack.settings';
import { ActOnTaskController } from './use-cases/act-on-task/act-on-task.controller';
import { ActOnTaskHandler } from './use-cases/act-on-task/act-on-task.handler';
import { PlanFaultRevisit } from './use-cases/plan-fault-revisit.handler';

@Module({
  controllers: [ActOnTaskController],
  providers: [
    RevisitPack,
    RevisitEraser,
    PlanFaultRevisit,
    OnProblemForm,
    ActOnTaskHandler,
    RevisitTaskList,
    RevisitParts,
    RegisterPapers,
  ],
})
export class RevisitModule {}
