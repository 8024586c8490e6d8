/** The form the appraisal prints: 15 of forms.md. */
export { appraisalSheet, type AppraisalSheetPaper } from './appraisal-sheet/appraisal-sheet.form';
