/** The forms revisit prints: 5 of forms.md. */
export { revisitSheet, type RevisitSheetPaper } from './revisit-sheet/revisit-sheet.form';
