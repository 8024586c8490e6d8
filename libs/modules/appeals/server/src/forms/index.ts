/** The papers of the appeals module; form 28 is shared (forms.md). */
export { appealReport, type AppealReportPaper } from './appeal-report/appeal-report.form';
export { appealLetter, type AppealLetterPaper } from './appeal-letter/appeal-letter.form';
export { appealRecordFiling, type AppealRecordFilingPaper } from './appeal-record-filing/appeal-record-filing.form';
