/**
 * Leases: what a process does outside a transaction it holds by an instant on the row, so that what it leaves undone when
 * it dies is taken up again. They go by PostgreSQL's clock alone (architecture.md rule 2): a process whose own clock is
 * wrong takes nothing out of another's hands, and holds nothing longer than it may.
 */

/** Nobody holds the row. @param column of the lease, `d.leased_until` */
export const leaseIsOver = (column: string): string => `(${column} is null or ${column} <= clock_timestamp())`;

/** Until when a row is held that is taken now. */
export const leaseFor = (milliseconds: number): string => `clock_timestamp() + interval '${milliseconds} milliseconds'`;
