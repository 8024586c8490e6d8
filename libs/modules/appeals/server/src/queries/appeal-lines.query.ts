/** Parts of an appeal's view, from stored to shown. */
import type {
  AppealNoteView,
  AppealRoundView,
  AppealsSection,
  ConcludedView,
  FilingView,
  KnownComplaintView,
} from '@bihuan/appeals-contract';
import type { Filing, Note } from '../data/entry.store';
import type { Appeal, Concluded, Round } from '../domain/appeal.state';
import { shown } from '../domain/codes.rules';
import type { KnownComplaint } from '../domain/complaint.state';
import { handledBefore } from '../domain/conclusion.rules';

export const roundLine = ({ round, accepted, facts, plan, answer, report, review }: Round): AppealRoundView => ({
  round,
  accepted,
  facts: facts && { ...facts, evidence: [...facts.evidence] },
  plan,
  answer,
  report: report && { ...report, evidence: [...report.evidence] },
  review,
});

export const complaintLine = (
  complaint: KnownComplaint,
  { receivedAt }: Pick<Appeal, 'receivedAt'>,
): KnownComplaintView => ({
  complaintId: complaint.id,
  number: complaint.number,
  registeredAt: complaint.registeredAt.toISOString(),
  channel: complaint.channel,
  business: complaint.business,
  kind: complaint.kind,
  answeredAt: complaint.answeredAt?.toISOString() ?? null,
  outcome: complaint.outcome,
  inTime: complaint.inTime,
  handledBefore: handledBefore(complaint, receivedAt),
});

export const filingLine = (filing: Filing): FilingView => ({
  number: filing.number,
  to: filing.receiver,
  text: filing.text,
  impact: filing.impact,
  measures: filing.measures,
  opinion: filing.opinion,
  by: filing.filedBy,
  approvedBy: filing.approvedBy,
  at: filing.filedAt.toISOString(),
  receipt:
    filing.receivedAt && filing.receipt !== null ? { text: filing.receipt, at: filing.receivedAt.toISOString() } : null,
});

export const noteLine = ({ id, text, documents, writtenBy, writtenAt, afterArchive }: Note): AppealNoteView => ({
  id,
  text,
  documents: [...documents],
  by: writtenBy,
  at: writtenAt.toISOString(),
  afterArchive,
});

type Lists = Pick<AppealsSection, 'conclusions' | 'causes' | 'attributions' | 'liabilities'>;

export function concludedLine(section: Lists, concluded: Concluded, unitName: string): ConcludedView {
  const grounds = section.conclusions.find(({ code }) => code === concluded.conclusion)?.grounds ?? [];
  const coded = (list: Parameters<typeof shown>[0], code: string | null) => {
    if (code === null) return null;
    const { title } = shown(list, code);
    return { code, title };
  };
  return {
    conclusion: concluded.conclusion,
    ground: coded(grounds, concluded.ground),
    groundText: concluded.groundText,
    body: concluded.body,
    cause: coded(section.causes, concluded.cause),
    causeText: concluded.causeText,
    attribution: shown(section.attributions, concluded.attribution),
    liability: coded(section.liabilities, concluded.liability),
    liabilityText: concluded.liabilityText,
    unit: concluded.unitId ? { id: concluded.unitId, name: unitName } : null,
    persons: [...concluded.persons],
    tags: [...concluded.tags],
    by: concluded.by,
    at: concluded.at,
  };
}
