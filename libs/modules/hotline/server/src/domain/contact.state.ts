/** A contact as its rules see it (HOT-1, HOT-2, HOT-5). */
import type { Conclusion, ContactState } from '@bihuan/hotline-contract';

/** One contact: the record of one customer utterance and who answers for its flow. */
export interface Contact {
  readonly id: string;
  readonly version: number;
  readonly state: ContactState;
  readonly channel: string;
  readonly callerName: string;
  readonly callerPhone: string;
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly equipmentId: string | null;
  readonly site: string;
  readonly summary: string;
  readonly category: string;
  readonly purpose: string;
  /** First-inquiry owner. */
  readonly ownerId: string;
  /** Who took it; the tally counts his strokes. */
  readonly takenById: string;
  readonly officerNumber: string | null;
  readonly unitId: string;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly callId: string | null;
  readonly recording: string | null;
  readonly answer: string | null;
  readonly solutionId: string | null;
  readonly understood: boolean | null;
  readonly satisfied: boolean | null;
  readonly conclusion: Conclusion | null;
  readonly concludedAt: Date | null;
  /** How and when it ended the first time, and when it was opened again after that: what first-contact resolution asks. */
  readonly firstConclusion: Conclusion | null;
  readonly firstConcludedAt: Date | null;
  readonly firstReopenedAt: Date | null;
  /** Local day of the call, for tally and log. */
  readonly day: string;
  readonly keyId: string;
}
