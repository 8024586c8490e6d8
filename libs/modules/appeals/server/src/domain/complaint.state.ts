/** A complaint as this module knows it from the complaints module's events (APL-1). */

export interface KnownComplaint {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly registeredAt: Date;
  readonly channel: string;
  readonly business: string | null;
  readonly kind: string | null;
  readonly customerId: string | null;
  /** Digits only; empty once the customer was erased. */
  readonly phone: string;
  readonly matter: string;
  readonly answeredAt: Date | null;
  readonly outcome: string | null;
  readonly inTime: boolean | null;
  readonly keyId: string;
}
