/** The forms dispatch prints: 16 and 11 of forms.md. */
export { faultGrades, type FaultGradesPaper } from './fault-grades/fault-grades.form';
export { serviceSheet, type ServiceSheetPaper } from './service-sheet/service-sheet.form';
