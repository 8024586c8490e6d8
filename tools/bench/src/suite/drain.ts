/** Waits until what was opened has had its consequences: they would be at work beside what is measured next. */
import type { DataSource } from 'typeorm';

const LIMIT = 120_000;
const LOOK_EVERY = 50;

/** Until no event waits for anybody. */
export async function drain(db: DataSource): Promise<void> {
  const began = performance.now();
  for (;;) {
    const [left] = (await db.query(
      `select (select count(*)::int from outbox.event where not relayed) as events,
              (select count(*)::int from outbox.delivery where done_at is null and state not in ('waiting', 'parked')) as deliveries`,
    )) as { events: number; deliveries: number }[];
    if (left?.events === 0 && left.deliveries === 0) return;
    if (performance.now() - began > LIMIT) throw new Error(`Events are still waiting: ${JSON.stringify(left)}`);
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
  }
}
