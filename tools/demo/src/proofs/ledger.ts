/** The month's figures and the equations between them, company by company: a figure of one module against another's. */
import type { Proof } from '../summary/count';

export interface Figure {
  /** Module the figure is read from. */
  readonly module: string;
  readonly zh: string;
  readonly en: string;
  readonly value: number;
}

export class Ledger {
  private readonly said: Figure[] = [];
  private readonly equations: Proof[] = [];

  get figures(): readonly Figure[] {
    return this.said;
  }

  get proofs(): readonly Proof[] {
    return this.equations;
  }

  figure(module: string, zh: string, en: string, value: number): number {
    this.said.push({ module, zh, en, value });
    return value;
  }

  /** Two figures that must be the same, to a millionth: shares are quotients. */
  equal(zh: string, en: string, left: number, right: number): void {
    this.equations.push({ zh, en, left, right, holds: Math.abs(left - right) < 1e-6 });
  }
}
