/** CMP-10: the report in two copies, the arrival of each, and the phone note of a holiday. */
import type { ReportComplaint } from '@bihuan/complaints-contract';
import { invalidField } from '../complaints.errors';
import type { Complaint, Person, Report } from './complaint.state';
import { signed } from './handling.decide';

/** The paper exists from the handling on. @param holders of copy 1 and 2 (RD-41) */
export const newReport = (number: string, holders: readonly [string, string]): Report => ({
  number,
  phoneNote: null,
  paper: null,
  attachmentId: null,
  missingReason: '',
  repairReport: null,
  copies: [
    { copy: 1, holder: holders[0], arrivedAt: null, by: null },
    { copy: 2, holder: holders[1], arrivedAt: null, by: null },
  ],
});

/**
 * The report is in, or a copy has arrived, or it was phoned.
 *
 * @param holiday the day after the handling is closed: only then a phone note stands for the paper
 * The paper may come before the division's repair report does: until that is attached, or a reason is given, it is owed.
 *
 * @throws 422 for a phone note of a working day, or of a copy; for a paper handed in anew that still brings neither
 */
export function reported(
  complaint: Complaint,
  report: Report,
  input: ReportComplaint,
  { by, now, holiday }: { readonly by: Person; readonly now: Date; readonly holiday: boolean },
): Complaint {
  const word = signed(input.text, by, now);
  if (input.way === 'phone-note') {
    if (input.copy !== undefined) {
      throw invalidField('/copy', 'no-copy-by-phone', '电话转述没有联次。 / A phone note has no copies.');
    }
    if (!holiday) {
      throw invalidField(
        '/way',
        'paper-is-due',
        '处理次日不是节假日，请提交书面汇报单（paper）。 / The next day is a working day: hand in the paper.',
      );
    }
    return { ...complaint, report: { ...report, phoneNote: { ...word, opinion: input.opinion ?? '' } } };
  }
  const attachmentId = input.attachmentId ?? report.attachmentId;
  const missingReason = input.missingReason ?? report.missingReason;
  const given = missingReason === '' ? report.repairReport : 'missing';
  const repairReport = attachmentId === null ? given : 'attached';
  if (report.paper && repairReport === null && input.copy === undefined) {
    throw invalidField(
      '/attachmentId',
      'repair-report-owed',
      '请附上事业部原维修汇报单（attachmentId），或说明没有的原因（missingReason）。 / ' +
        'Attach the division’s own repair report (attachmentId), or say why there is none (missingReason).',
    );
  }
  return {
    ...complaint,
    report: {
      ...report,
      paper: report.paper ?? word,
      attachmentId,
      missingReason,
      repairReport,
      copies: report.copies.map((copy) =>
        copy.copy === input.copy && copy.arrivedAt === null ? { ...copy, arrivedAt: now.toISOString(), by } : copy,
      ),
    },
  };
}

/** Has anything come in from which the revisit can start (RVT-1b)? */
export const isReported = ({ report }: Complaint): boolean => report?.paper != null || report?.phoneNote != null;

/** The paper is in, the division's repair report is not, and nobody said why. */
export const owesRepairReport = ({ report }: Pick<Complaint, 'report'>): boolean =>
  report?.paper != null && report.repairReport === null;

/** RD-41: where the responsible unit is a branch its name, else the division. */
export const holdersOf = (
  first: string,
  second: string,
  unit: { readonly name: string } | undefined,
): readonly [string, string] => [first, unit?.name ?? second];
