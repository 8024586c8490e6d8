/** The forms the hotline prints: 1, 2, 3 and 6 of forms.md. */
export { acceptanceRecord, type AcceptanceRecordPaper } from './acceptance-record/acceptance-record.form';
export { callTally, type CallTallyPaper } from './call-tally/call-tally.form';
export { consultationLog, type ConsultationLogPaper } from './consultation-log/consultation-log.form';
export { problemForm, type ProblemFormPaper } from './problem-form/problem-form.form';
