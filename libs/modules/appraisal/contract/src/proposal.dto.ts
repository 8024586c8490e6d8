/** Consequences are proposed and decided by a person with a name; the suite carries none out (APR-6). */
import { input, lineFrame, matterFrame, personRef } from '@bihuan/events';
import { z } from 'zod';
import { title } from './template.dto';

export const PROPOSAL_STATES = ['proposed', 'agreed', 'rejected', 'impossible'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const makeProposal = z.strictObject({
  employeeId: z.uuid(),
  consequence: z.string().min(1).max(60),
  /** One of the grounds of the consequence, where it lists any. */
  cause: z.string().min(1).max(60).optional(),
  ground: input.words(2000),
});

export const decideProposal = z.strictObject({
  /** `impossible`: agreed in principle and cannot be done, such as no post for a transfer (APR-6c). */
  decision: z.enum(['agreed', 'rejected', 'impossible']),
  text: input.words(2000),
  version: input.version,
});

const fields = {
  employee: personRef,
  consequence: z.string(),
  title,
  cause: z.string().nullable(),
  ground: z.string(),
  /** The figures it rests on: months with their totals, number of complaints. */
  facts: z.object({
    months: z.array(z.object({ period: z.string(), total: z.number() })),
    count: z.int().nullable(),
    follows: z.string().nullable(),
  }),
  proposedBy: z.string(),
  decided: z.object({ by: personRef, at: z.string(), text: z.string() }).nullable(),
};

export const proposalView = z.object({ ...matterFrame, ...fields });
export const proposalLine = z.object({
  ...lineFrame,
  ...fields,
  version: z.int(),
  allowedActions: z.array(z.string()),
});

export type MakeProposal = z.infer<typeof makeProposal>;
export type DecideProposal = z.infer<typeof decideProposal>;
export type ProposalView = z.infer<typeof proposalView>;
export type ProposalLine = z.infer<typeof proposalLine>;
