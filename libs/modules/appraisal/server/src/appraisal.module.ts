/** Nest wiring of the appraisal module. */
import { Module } from '@nestjs/common';
import { bound, matterParts } from '@bihuan/matters';
import { proposal } from './proposal.matter';
import { sheet } from './sheet.matter';
import { SampleEraser } from './data/eraser.part';
import { CloseMonth } from './deadlines/close-month.deadline';
import { DrawSamples } from './deadlines/draw-samples.part';
import { FreezeMonth } from './deadlines/freeze.deadline';
import { MonthSheets } from './deadlines/month-sheets.part';
import { MonthsBegin } from './deadlines/months-begin.part';
import { MoveCutOffs } from './deadlines/move-cut-offs.part';
import { OnContactChanged } from './events/on-contact-changed';
import { OnDecisions } from './events/on-decisions';
import { OnMarks } from './events/on-marks';
import { OnMatterRevisited } from './events/on-matter-revisited';
import { SampleRequests } from './events/publish';
import { AppraisalPapers } from './forms/appraisal-papers.part';
import { AppraisalPack } from './pack.settings';
import { EntryList } from './queries/entry-list.query';
import { PeriodViews } from './queries/period-view.query';
import { ProposalViews } from './queries/proposal-view.query';
import { SheetFrames } from './queries/sheet-frame.query';
import { SheetList } from './queries/sheet-list.query';
import { SheetViews } from './queries/sheet-view.query';
import { EnterRecord } from './use-cases/enter-record.part';
import { HrFileController } from './use-cases/hr-file/hr-file.controller';
import { HrFileHandler } from './use-cases/hr-file/hr-file.handler';
import { AttendanceImport } from './use-cases/import-records/attendance.part';
import { HrReceiptImport } from './use-cases/import-records/hr-receipt.part';
import { HrScoresImport } from './use-cases/import-records/hr-scores.part';
import { MakeEntryController } from './use-cases/make-entry/make-entry.controller';
import { MakeEntryHandler } from './use-cases/make-entry/make-entry.handler';
import { NoteSampleController } from './use-cases/note-sample/note-sample.controller';
import { NoteSampleHandler } from './use-cases/note-sample/note-sample.handler';
import { ProposeConsequences } from './use-cases/propose/propose-consequences.part';
import { ActOnProposal, ProposeController } from './use-cases/propose/propose.controller';
import { ProposeHandler } from './use-cases/propose/propose.handler';
import { ScoreSheetHandler } from './use-cases/score-sheet/score-sheet.handler';
import { ActOnSheet, SheetController } from './use-cases/score-sheet/sheet.controller';

@Module({
  controllers: [
    SheetController,
    ActOnSheet,
    MakeEntryController,
    NoteSampleController,
    HrFileController,
    ProposeController,
    ActOnProposal,
  ],
  providers: [
    AppraisalPack,
    matterParts([bound(sheet), bound(proposal)]),
    SampleEraser,
    MonthSheets,
    MonthsBegin,
    CloseMonth,
    DrawSamples,
    FreezeMonth,
    MoveCutOffs,
    OnContactChanged,
    OnMatterRevisited,
    OnDecisions,
    OnMarks,
    SampleRequests,
    EnterRecord,
    MakeEntryHandler,
    NoteSampleHandler,
    ScoreSheetHandler,
    ProposeConsequences,
    ProposeHandler,
    HrFileHandler,
    HrScoresImport,
    AttendanceImport,
    HrReceiptImport,
    EntryList,
    PeriodViews,
    SheetFrames,
    SheetList,
    SheetViews,
    ProposalViews,
    AppraisalPapers,
  ],
})
export class AppraisalModule {}
