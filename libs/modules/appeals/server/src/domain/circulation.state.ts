/** A circulation (通报) that a case proposed, and what was decided (APL-8, form 28). */
import type { CirculationGround, CirculationState } from '@bihuan/appeals-contract';
import type { Signer } from './appeal.state';

/** A unit on the distribution list and who reads for it. */
export interface Addressee {
  readonly unitId: string;
  readonly readerId: string | null;
}

export interface Circulation {
  readonly id: string;
  readonly version: number;
  /** 期号. */
  readonly number: string;
  readonly state: CirculationState;
  readonly appealId: string;
  readonly appealNumber: string;
  readonly caseNumber: string;
  readonly ground: CirculationGround;
  /** Branch named in it. */
  readonly unitId: string;
  readonly persons: readonly Signer[];
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly basis: string;
  readonly decision: string;
  readonly demand: string;
  readonly reason: string;
  readonly decidedBy: Signer | null;
  readonly decidedAt: Date | null;
  readonly distribution: readonly Addressee[];
  readonly customerId: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly keyId: string;
}
