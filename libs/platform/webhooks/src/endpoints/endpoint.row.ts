/** An endpoint as the database keeps it, and what of it an administrator sees (EVT-3). */
import { RowStore } from '@bihuan/database';
import type { Subject } from '@bihuan/plugin-kit';

export interface EndpointRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  /** It gets customers' values too (CUS-5). */
  readonly personal: boolean;
  readonly enabled: boolean;
  readonly secret: string;
  /** Signs beside the new one until then, real time. */
  readonly previousSecret: string | null;
  readonly previousUntil: Date | null;
  /** First failure after the last success. */
  readonly failingSince: Date | null;
  /** Since when it counts as failing; administrators were told then. */
  readonly failingAt: Date | null;
  /** Failures in a row, and until when it is left alone because of them. */
  readonly failures: number;
  readonly notBefore: Date | null;
  readonly createdAt: Date;
}

export const endpointStore = new RowStore<EndpointRow>('webhooks.endpoint', {
  id: 'uuid',
  version: 'int',
  name: 'text',
  url: 'text',
  events: 'text[]',
  personal: 'boolean',
  enabled: 'boolean',
  secret: 'text',
  previousSecret: 'text',
  previousUntil: 'timestamptz',
  failingSince: 'timestamptz',
  failingAt: 'timestamptz',
  failures: 'int',
  notBefore: 'timestamptz',
  createdAt: 'timestamptz',
});

export const endpointSubject = (id: string): Subject => ({ module: 'webhooks', kind: 'endpoint', id });

export type EndpointState = 'enabled' | 'disabled' | 'failing';

export function stateOf({ enabled, failingAt }: Pick<EndpointRow, 'enabled' | 'failingAt'>): EndpointState {
  if (!enabled) return 'disabled';
  return failingAt ? 'failing' : 'enabled';
}

export const allowedActions = (row: Pick<EndpointRow, 'enabled' | 'failingAt'>): string[] => [
  'change',
  'rotate-secret',
  'replay',
  stateOf(row) === 'disabled' ? 'enable' : 'disable',
];

/** The secret that signs, and the one before it while both are good. @param real real time */
export function secretsOf(
  row: Pick<EndpointRow, 'secret' | 'previousSecret' | 'previousUntil'>,
  real: Date,
): readonly string[] {
  const before = row.previousUntil && row.previousUntil > real ? row.previousSecret : null;
  return before === null ? [row.secret] : [row.secret, before];
}
