/** Nest wiring of the hotline. */
import { Module } from '@nestjs/common';
import { HotlineEraser } from './data/hotline.eraser';
import { HotlineAccess } from './data/subject-access';
import { ChaseStep } from './deadlines/chase.step';
import { ConcludeSilentStep } from './deadlines/conclude-silent.step';
import { MovedListener } from './deadlines/moved.listener';
import { OnMatterRevisited } from './events/on-matter-revisited';
import { RegisterPapers } from './forms/register-papers';
import { SubjectPapers } from './forms/subject-papers';
import { HotlinePack } from './hotline.pack';
import { ContactList } from './queries/contact-list.query';
import { ContactViews } from './queries/contact.view';
import { HotlineHistory } from './queries/customer-history.part';
import { HotlineWork } from './queries/hotline.work.part';
import { ProblemFormList } from './queries/problem-form-list.query';
import { ProblemFormViews } from './queries/problem-form.view';
import { ActOnContactController } from './use-cases/act-on-contact/act-on-contact.controller';
import { ActOnContactHandler } from './use-cases/act-on-contact/act-on-contact.handler';
import { ActOnForm } from './use-cases/act-on-problem-form/act-on-form';
import { ActOnProblemFormController } from './use-cases/act-on-problem-form/act-on-problem-form.controller';
import { AnswerFormHandler } from './use-cases/act-on-problem-form/answer-form.handler';
import { FormCircle } from './use-cases/act-on-problem-form/form-circle';
import { FormClocks } from './use-cases/act-on-problem-form/form-clocks';
import { HandleFormHandler } from './use-cases/act-on-problem-form/handle-form.handler';
import { ReferFormHandler } from './use-cases/act-on-problem-form/refer-form.handler';
import { MakeProblemFormController } from './use-cases/make-problem-form/make-problem-form.controller';
import { MakeProblemFormHandler } from './use-cases/make-problem-form/make-problem-form.handler';
import { TakeContactController } from './use-cases/take-contact/take-contact.controller';
import { TakeContactHandler } from './use-cases/take-contact/take-contact.handler';

@Module({
  controllers: [TakeContactController, ActOnContactController, MakeProblemFormController, ActOnProblemFormController],
  providers: [
    HotlinePack,
    HotlineAccess,
    HotlineEraser,
    TakeContactHandler,
    ActOnContactHandler,
    MakeProblemFormHandler,
    ActOnForm,
    FormClocks,
    FormCircle,
    ReferFormHandler,
    HandleFormHandler,
    AnswerFormHandler,
    ContactViews,
    ContactList,
    ProblemFormViews,
    ProblemFormList,
    HotlineWork,
    HotlineHistory,
    ChaseStep,
    ConcludeSilentStep,
    MovedListener,
    OnMatterRevisited,
    SubjectPapers,
    RegisterPapers,
  ],
})
export class HotlineModule {}
