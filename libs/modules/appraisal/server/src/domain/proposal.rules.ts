/** What may be proposed by hand, and what a decision makes of it (APR-6c, APR-6d). */
import type { DecideProposal, MakeProposal } from '@bihuan/appraisal-contract';
import { invalidField } from '../appraisal.errors';
import type { Consequence } from '../appraisal.settings';
import type { Proposal } from './proposal.state';

export type ProposalAct = 'decide';

export const proposalActs = ({ state }: Pick<Proposal, 'state'>): readonly ProposalAct[] =>
  state === 'proposed' ? ['decide'] : [];

/** The consequence, where its cause is one of those it lists; 422 else. */
export function demandConsequence(
  consequences: readonly Consequence[],
  { consequence: code, cause }: Pick<MakeProposal, 'consequence' | 'cause'>,
): Consequence {
  const known = consequences.find((one) => one.code === code);
  if (!known) throw invalidField('/consequence', 'unknown-consequence', consequences.map((one) => one.code).join(', '));
  const causes = known.causes.map((one) => one.code);
  if (causes.length > 0 && !causes.includes(cause ?? '')) {
    throw invalidField('/cause', 'unknown-cause', causes.join(', '));
  }
  if (causes.length === 0 && cause !== undefined) {
    throw invalidField('/cause', 'not-here', '该事项不列事由。 / This consequence lists no causes.');
  }
  return known;
}

/** A decision has a name and a text; nothing follows by itself but another proposal (APR-6). */
export const decided = (
  proposal: Proposal,
  { decision, text }: Pick<DecideProposal, 'decision' | 'text'>,
  by: { readonly id: string; readonly name: string },
  now: Date,
): Proposal => ({
  ...proposal,
  state: decision,
  decidedById: by.id,
  decidedBy: by.name,
  decidedAt: now,
  decision: text,
});

/** APR-6c: unfit and no post agreed: the next consequence is proposed, to be decided anew. */
export const followUp = (consequence: Consequence | undefined, { state }: Proposal): string | undefined =>
  state === 'impossible' ? consequence?.then : undefined;
