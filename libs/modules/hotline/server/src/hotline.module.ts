/** Nest wiring of the hotline. */
import { Module } from '@nestjs/common';
import { ChaseStep } from './deadlines/chase.deadline';
import { ConcludeSilentStep } from './deadlines/conclude-silent.deadline';
import { OnWorkOrderConcluded } from './events/on-work-order-concluded';
import { OnMatterRevisited } from './events/on-matter-revisited';
import { OnRemarkMade } from './events/on-remark-made';
import { RegisterPapers } from './forms/register-papers.part';
import { SubjectPapers } from './forms/subject-papers.part';
import { bound, matterParts } from '@bihuan/matters';
import { contactPart } from './contact.part';
import { problemForm } from './problem-form.matter';
import { HotlinePack } from './pack.settings';
import { ContactList } from './queries/contact-list.query';
import { ContactViews } from './queries/contact-view.query';
import { ContactWork } from './queries/work.part';
import { ProblemFormList } from './queries/problem-form-list.query';
import { ProblemFormViews } from './queries/problem-form-view.query';
import { ContactRoutes, PassOnContactRoutes } from './use-cases/act-on-contact/act-on-contact.controller';
import { ActOnContactHandler } from './use-cases/act-on-contact/act-on-contact.handler';
import { ActOnContact } from './use-cases/act-on-contact/contact-frame.handler';
import { PassOnContactHandler } from './use-cases/act-on-contact/pass-on-contact.handler';
import {
  AnswerFormRoutes,
  HandleFormRoutes,
  ReferFormRoutes,
} from './use-cases/act-on-problem-form/act-on-problem-form.controller';
import { AnswerFormHandler } from './use-cases/act-on-problem-form/answer-form.handler';
import { ContactFacts, FormCircle } from './events/publish';
import { FormClocks } from './deadlines/form-clocks.deadline';
import { HandleFormHandler } from './use-cases/act-on-problem-form/handle-form.handler';
import { ReferFormHandler } from './use-cases/act-on-problem-form/refer-form.handler';
import { MakeProblemFormController } from './use-cases/make-problem-form/make-problem-form.controller';
import { MakeProblemFormHandler } from './use-cases/make-problem-form/make-problem-form.handler';
import { TakeContactController } from './use-cases/take-contact/take-contact.controller';
import { TakeContactHandler } from './use-cases/take-contact/take-contact.handler';

@Module({
  controllers: [
    TakeContactController,
    ContactRoutes,
    PassOnContactRoutes,
    MakeProblemFormController,
    ReferFormRoutes,
    HandleFormRoutes,
    AnswerFormRoutes,
  ],
  providers: [
    HotlinePack,
    matterParts([contactPart, bound(problemForm)]),
    TakeContactHandler,
    ActOnContact,
    ActOnContactHandler,
    PassOnContactHandler,
    MakeProblemFormHandler,
    FormClocks,
    ContactFacts,
    FormCircle,
    ReferFormHandler,
    HandleFormHandler,
    AnswerFormHandler,
    ContactViews,
    ContactList,
    ProblemFormViews,
    ProblemFormList,
    ContactWork,
    ChaseStep,
    ConcludeSilentStep,
    OnMatterRevisited,
    OnWorkOrderConcluded,
    OnRemarkMade,
    SubjectPapers,
    RegisterPapers,
  ],
})
export class HotlineModule {}
