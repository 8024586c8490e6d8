/** Nest wiring of the appeals module. */
import { Module } from '@nestjs/common';
import { bound, matterParts } from '@bihuan/matters';
import { appeal } from './appeal.matter';
import { circulation } from './circulation.matter';
import { AppealEntriesEraser } from './data/eraser.part';
import { AppealClocks } from './deadlines/appeal-clocks.deadline';
import { CirculationProposals } from './deadlines/circulation-proposals.deadline';
import { DelayedStep } from './deadlines/delayed.deadline';
import { OnComplaint } from './events/on-complaint';
import { Liabilities } from './events/publish';
import { AppealPapers } from './forms/appeal-papers.part';
import { AppealsPack } from './pack.settings';
import { AppealList } from './queries/appeal-list.query';
import { AppealViews } from './queries/appeal-view.query';
import { Archives } from './queries/archive.query';
import { Candidates } from './queries/candidates.query';
import { CirculationViews } from './queries/circulation.query';
import { ClockLines } from './queries/clock-lines.query';
import { ContactViews } from './queries/contact-person.query';
import { BranchActs, DeskActs, EntryActs, HeadquartersActs } from './use-cases/act-on-appeal/act-on-appeal.controller';
import { BranchHandler } from './use-cases/act-on-appeal/branch.handler';
import { DeskHandler } from './use-cases/act-on-appeal/desk.handler';
import { EntriesHandler } from './use-cases/act-on-appeal/entries.handler';
import { HeadquartersHandler } from './use-cases/act-on-appeal/headquarters.handler';
import { CloseActs } from './use-cases/close-appeal/close-appeal.controller';
import { CloseAppealHandler } from './use-cases/close-appeal/close-appeal.handler';
import { SealArchive } from './use-cases/close-appeal/seal-archive.handler';
import { CirculationActs, CirculationController } from './use-cases/decide-circulation/decide-circulation.controller';
import { DecideCirculationHandler } from './use-cases/decide-circulation/decide-circulation.handler';
import { LinkComplaint } from './use-cases/link-complaint.handler';
import { NameContactController } from './use-cases/name-contact/name-contact.controller';
import { NameContactHandler } from './use-cases/name-contact/name-contact.handler';
import { AppealPeople } from './use-cases/people.handler';
import { AppealDrafts } from './use-cases/receive-appeal/draft-appeal.handler';
import { ReceiveAppealController } from './use-cases/receive-appeal/receive-appeal.controller';
import { ReceiveAppealHandler } from './use-cases/receive-appeal/receive-appeal.handler';

@Module({
  controllers: [
    ReceiveAppealController,
    DeskActs,
    BranchActs,
    HeadquartersActs,
    CloseActs,
    EntryActs,
    NameContactController,
    CirculationController,
    CirculationActs,
  ],
  providers: [
    matterParts([bound(appeal), bound(circulation)]),
    AppealsPack,
    AppealEntriesEraser,
    AppealClocks,
    CirculationProposals,
    DelayedStep,
    OnComplaint,
    Liabilities,
    AppealPapers,
    AppealList,
    AppealViews,
    Archives,
    Candidates,
    CirculationViews,
    ClockLines,
    ContactViews,
    AppealPeople,
    LinkComplaint,
    AppealDrafts,
    ReceiveAppealHandler,
    DeskHandler,
    BranchHandler,
    HeadquartersHandler,
    EntriesHandler,
    CloseAppealHandler,
    SealArchive,
    NameContactHandler,
    DecideCirculationHandler,
  ],
})
export class AppealsModule {}
