/** CMP-11: proposed by rule, decided by the head by name, told to the person, open to objection. */
import type { DecideSanction, Liability, SanctionState } from '@bihuan/complaints-contract';
import { complaintsErrors } from '../complaints.errors';
import type { ComplaintsSection } from '../complaints.settings';
import { demandEntry } from './classification.rules';
import type { Complaint, Person } from './complaint.state';
import { signed } from './handling.decide';
import type { Sanction } from './sanction.state';

export type SanctionAct = 'decide' | 'object' | 'review';

const ACTIONS: Readonly<Record<SanctionState, readonly SanctionAct[]>> = {
  proposed: ['decide'],
  decided: ['object'],
  objected: ['review'],
  confirmed: [],
  lifted: [],
  dropped: [],
};

export const sanctionActions = ({ state }: Pick<Sanction, 'state'>): readonly SanctionAct[] => ACTIONS[state];

/** What is held against whom; no names: ids only. */
export interface ProposedSanction {
  readonly employeeId: string;
  readonly liability: Liability;
  readonly breach: string;
  readonly stage: string | null;
  readonly points: number;
  readonly amount: number;
}

type Rules = ComplaintsSection['sanctions'];

/**
 * The sanctions that one breach asks for: of the person, and where the pack holds the head liable with him, of the head.
 *
 * @param headId head of the person's department; nobody answers twice for himself
 * @throws 422 with the list for a breach the pack does not have
 */
export function sanctionsOf(
  { breaches }: Rules,
  {
    employeeId,
    breach,
    stage,
  }: { readonly employeeId: string; readonly breach: string; readonly stage?: string | null },
  headId: string | undefined,
): readonly ProposedSanction[] {
  demandEntry('/breach', breaches, breach);
  return breaches
    .filter(({ code }) => code === breach)
    .flatMap((rule) => {
      const about = { breach, stage: stage ?? rule.stage ?? null };
      const direct: ProposedSanction = { employeeId, liability: 'direct', ...about, ...rule.direct };
      if (!rule.head || headId === undefined || headId === employeeId) return [direct];
      return [direct, { employeeId: headId, liability: 'head' as const, ...about, ...rule.head }];
    });
}

/** Persons of an investigation against whom the pack proposes something by itself. */
export function heldLiable(
  rules: Rules,
  { investigation }: Pick<Complaint, 'investigation'>,
): readonly { readonly employeeId: string; readonly breach: string; readonly stage: string | null }[] {
  return (investigation?.persons ?? []).flatMap(({ employeeId, breach, stage }) => {
    const code = breach ?? rules.onInvestigation;
    return employeeId === null || code === undefined ? [] : [{ employeeId, breach: code, stage }];
  });
}

/** Decided by name; dropped where the head does not uphold it. @param objectUntil end of the time to object */
export function sanctionDecided(
  sanction: Sanction,
  { uphold, text, points, amount }: DecideSanction,
  by: Person,
  now: Date,
  objectUntil: Date,
): Sanction {
  const decision = signed(text, by, now);
  if (!uphold) return { ...sanction, state: 'dropped', decision };
  return {
    ...sanction,
    state: 'decided',
    decision,
    points: points ?? sanction.points,
    amount: amount ?? sanction.amount,
    toldAt: now,
    objectUntil,
  };
}

/** @throws 409 after the time to object */
export function sanctionObjected(sanction: Sanction, text: string, now: Date): Sanction {
  if (sanction.objectUntil && now > sanction.objectUntil) {
    throw complaintsErrors['objection-too-late']({ state: sanction.state, allowedActions: [] });
  }
  return { ...sanction, state: 'objected', objection: { text, at: now.toISOString() } };
}

export const sanctionReviewed = (
  sanction: Sanction,
  { uphold, text }: { readonly uphold: boolean; readonly text: string },
  by: Person,
  now: Date,
): Sanction => ({ ...sanction, state: uphold ? 'confirmed' : 'lifted', review: signed(text, by, now) });

/** What appraisal counts: nothing once it was lifted. */
export const weightOf = ({ state, points, amount }: Sanction): { readonly points: number; readonly amount: number } =>
  state === 'lifted' ? { points: 0, amount: 0 } : { points, amount };
