/** Nest wiring of the hotline. */
import { Module } from '@nestjs/common';
import { HotlineEraser } from './data/eraser.part';
import { HotlineAccess } from './data/subject-access.part';
import { ChaseStep } from './deadlines/chase.deadline';
import { ConcludeSilentStep } from './deadlines/conclude-silent.deadline';
import { MovedListener } from './deadlines/moved.deadline';
import { OnMatterRevisited } from './events/on-matter-revisited';
import { RegisterPapers } from './forms/register-papers.part';
import { SubjectPapers } from './forms/subject-papers.part';
import { HotlinePack } from './pack.settings';
import { ContactList } from './queries/contact-list.query';
import { ContactViews } from './queries/contact-view.query';
import { HotlineHistory } from './queries/customer-history.part';
import { HotlineWork } from './queries/work.part';
import { ProblemFormList } from './queries/problem-form-list.query';
import { ProblemFormViews } from './queries/problem-form-view.query';
import { ActOnContactController } from './use-cases/act-on-contact/act-on-contact.controller';
import { ActOnContactHandler } from './use-cases/act-on-contact/act-on-contact.handler';
import { ActOnContact } from './use-cases/act-on-contact/contact-frame.handler';
import { PassOnContactHandler } from './use-cases/act-on-contact/pass-on-contact.handler';
import { ActOnForm } from './use-cases/act-on-problem-form/act-on-form.handler';
import { ActOnProblemFormController } from './use-cases/act-on-problem-form/act-on-problem-form.controller';
import { AnswerFormHandler } from './use-cases/act-on-problem-form/answer-form.handler';
import { FormCircle } from './events/publish';
import { FormClocks } from './deadlines/form-clocks.deadline';
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
    ActOnContact,
    ActOnContactHandler,
    PassOnContactHandler,
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
