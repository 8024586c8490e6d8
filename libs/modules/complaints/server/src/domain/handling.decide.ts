/** From the check to the carrying out: (complaint, command, who, now) → the complaint afterwards (CMP-5, CMP-6, CMP-8b). */
import type {
  CarryOut,
  DecideHandling,
  InvestigateComplaint,
  JudgeComplaint,
  ProposeHandling,
} from '@bihuan/complaints-contract';
import { complaintsErrors, invalidField } from '../complaints.errors';
import type { Complaint, LiablePerson, Person, Signed } from './complaint.state';

export const signed = (text: string | undefined, by: Person, now: Date): Signed => ({
  text: text ?? '',
  by,
  at: now.toISOString(),
});

export const checked = (complaint: Complaint, text: string | undefined, by: Person, now: Date): Complaint => ({
  ...complaint,
  state: 'checked',
  checked: signed(text, by, now),
  filledAt: complaint.filledAt ?? now,
});

/** CMP-8b: incomplete: back to the channel, counted against flow accuracy. */
export const returnedToChannel = (complaint: Complaint): Complaint => ({
  ...complaint,
  state: 'registered',
  returns: complaint.returns + 1,
  filledAt: null,
  checked: null,
});

/**
 * CMP-5: the grounds and the demand are judged apart; both must hold. Valid: on to the dispatch. Not valid: the end.
 *
 * @throws 422 where it is not valid and the customer's consent, given or not, is not noted
 */
export function judged(
  complaint: Complaint,
  { grounds, demand, consent }: JudgeComplaint,
  by: Person,
  now: Date,
): Complaint {
  const valid = grounds.sufficient && demand.reasonable;
  if (!valid && !consent) {
    throw invalidField(
      '/consent',
      'consent-required',
      '投诉不成立的，须记录客户是否同意及其原话（consent）。 / Not valid: note whether the customer consents, in his words.',
    );
  }
  const validity = {
    valid,
    sufficient: grounds.sufficient,
    groundsReason: grounds.reason,
    reasonable: demand.reasonable,
    demandReason: demand.reason,
    consent: consent ?? null,
    by,
    at: now.toISOString(),
  };
  const was = complaint.state === 'registered' ? checked(complaint, undefined, by, now) : complaint;
  return valid ? { ...was, validity } : { ...was, validity, state: 'not-valid', answeredAt: now };
}

export function investigated(
  complaint: Complaint,
  { facts, cause, causeText }: InvestigateComplaint,
  persons: readonly LiablePerson[],
  by: Person,
  now: Date,
): Complaint {
  return {
    ...complaint,
    state: 'investigating',
    investigation: { facts, cause, causeText: causeText ?? '', persons, by, at: now.toISOString() },
    handlerId: by.id,
    handlerName: by.name,
  };
}

/** CMP-6, CMP-6a: several proposals, each with what it would cost and whose account bears it. */
export function proposed(
  complaint: Complaint,
  { proposals, customersChoice }: ProposeHandling,
  newId: () => string,
  by: Person,
  now: Date,
): Complaint {
  const all = [
    ...complaint.proposals,
    ...proposals.map(({ text, compensation }) => ({
      id: newId(),
      text,
      by,
      at: now.toISOString(),
      compensation: compensation ?? null,
    })),
  ];
  const least = complaint.procedure.proposalsAtLeast;
  if (all.length < least) {
    const way = `请至少提出 ${least} 个方案。 / Put at least ${least} proposals.`;
    throw invalidField('/proposals', 'too-few', way);
  }
  return {
    ...complaint,
    state: 'proposal',
    proposals: all,
    customersChoice: customersChoice ?? complaint.customersChoice,
    // The unit's own person proposes; who had it before keeps it.
    handlerId: complaint.handlerId ?? by.id,
    handlerName: complaint.handlerName ?? by.name,
  };
}

/** CMP-6: the supervisor chooses one and instructs. @throws 422 for a proposal that is not one of them */
export function decided(
  complaint: Complaint,
  { proposalId, instruction, customersChoice }: DecideHandling,
  by: Person,
  now: Date,
): Complaint {
  if (!complaint.proposals.some(({ id }) => id === proposalId)) {
    throw invalidField('/proposalId', 'unknown-proposal', '没有这个方案。 / There is no such proposal.');
  }
  return {
    ...complaint,
    state: 'decided',
    decision: { ...signed(instruction, by, now), proposalId },
    customersChoice: customersChoice ?? complaint.customersChoice,
  };
}

/** @throws 409 before the decision (CMP-6) */
export function carriedOut(complaint: Complaint, { text, consent }: CarryOut, by: Person, now: Date): Complaint {
  if (!complaint.decision && complaint.proposals.length > 0) throw complaintsErrors['decision-first']();
  return {
    ...complaint,
    state: 'carried-out',
    carriedOut: { ...signed(text, by, now), consent: consent ?? '' },
    handlerId: by.id,
    handlerName: by.name,
  };
}
