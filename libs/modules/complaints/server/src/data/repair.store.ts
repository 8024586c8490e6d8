/** The only reader and writer of repairs: one row an order, and what was entered by month (CMP-16). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';

export interface Repair {
  readonly orderId: string;
  readonly version: number;
  /** Local day of the intake. */
  readonly day: string;
  readonly unitId: string | null;
  readonly counts: boolean;
}

export interface Count {
  readonly unitId: string;
  readonly count: number;
}

export interface EnteredCount extends Count {
  readonly source: 'entered' | 'imported';
}

export interface EnteredRepairs {
  /** `2026-09` */
  readonly month: string;
  readonly unitId: string;
  readonly repairs: number;
  /** Employee. */
  readonly by: string;
  readonly source: 'entered' | 'imported';
}

@Injectable()
export class RepairStore {
  constructor(private readonly work: UnitOfWork) {}

  /** A later version replaces the earlier; an older one is passed over. */
  async note(tx: Transaction, { orderId, version, day, unitId, counts }: Repair): Promise<void> {
    await tx.query(
      `insert into complaints.repair as r (order_id, version, day, unit_id, counts) values ($1, $2, $3, $4, $5)
       on conflict (order_id) do update set version = $2, day = $3, unit_id = $4, counts = $5 where r.version < $2`,
      [orderId, version, day, unitId, counts],
    );
  }

  /** Has dispatch ever told of an order? Without it repairs are entered. */
  async isCounted(): Promise<boolean> {
    const [row] = await this.work.query<{ known: boolean }>('select exists (select 1 from complaints.repair) as known');
    return row?.known ?? false;
  }

  /** @param from, to local days, both included */
  counted(from: string, to: string): Promise<Count[]> {
    return this.work.query<Count>(
      `select unit_id as "unitId", count(*)::int as count from complaints.repair
       where counts and unit_id is not null and day between $1 and $2 group by unit_id`,
      [from, to],
    );
  }

  /** Months that lie in the span as a whole; `imported` where none of them was entered by hand. */
  entered(from: string, to: string): Promise<EnteredCount[]> {
    return this.work.query<EnteredCount>(
      `select unit_id as "unitId", sum(repairs)::int as count, min(source) as source from complaints.entered_repairs
       where (month || '-01')::date >= $1::date
         and ((month || '-01')::date + interval '1 month' - interval '1 day')::date <= $2::date group by unit_id`,
      [from, to],
    );
  }

  /** Complaints by responsible unit, else by the centre, heard on local days of the span; withdrawn ones do not count. */
  complaints(from: Date, until: Date): Promise<Count[]> {
    return this.work.query<Count>(
      `select coalesce(unit_id, centre_unit_id) as "unitId", count(*)::int as count from complaints.complaint
       where heard_at >= $1 and heard_at < $2 and state <> 'withdrawn' group by 1`,
      [from, until],
    );
  }

  async enter(tx: Transaction, { month, unitId, repairs, by, source }: EnteredRepairs): Promise<void> {
    await tx.query(
      `insert into complaints.entered_repairs (month, unit_id, repairs, entered_at, entered_by, source)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (month, unit_id) do update set repairs = $3, entered_at = $4, entered_by = $5, source = $6`,
      [month, unitId, repairs, tx.now, by, source],
    );
  }
}
