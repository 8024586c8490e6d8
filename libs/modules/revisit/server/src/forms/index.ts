/** The forms revisit prints: 5, 10, 26c of forms.md. */
export { revisitSheet, type RevisitSheetPaper } from './revisit-sheet/revisit-sheet.form';
export { revisitWeekly, type RevisitWeeklyPaper } from './revisit-weekly/revisit-weekly.form';
export { evaluationSheet, type EvaluationSheetPaper } from './evaluation-sheet/evaluation-sheet.form';
