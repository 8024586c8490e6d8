/** Which papers of a complaint exist by now (forms 8, 27a, 27b, 27c). */
import type { Complaint } from './complaint.state';

export const hasReport = ({ report }: Complaint): boolean => report !== null;

export const hasRehandling = ({ rehandlings }: Complaint): boolean => rehandlings.length > 0;

/** @param supervised there is a supervision order */
export const printable = (complaint: Complaint, supervised: boolean): readonly string[] => [
  'complaint-order',
  ...(hasReport(complaint) ? ['complaint-report'] : []),
  ...(supervised ? ['supervision-order'] : []),
  ...(hasRehandling(complaint) ? ['rehandling-order'] : []),
];
