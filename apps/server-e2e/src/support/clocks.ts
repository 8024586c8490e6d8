/** Deadlines armed by the suite's own code, many a transaction. */
import { randomUUID } from 'node:crypto';
import { Deadlines } from '@bihuan/alarms';
import { UnitOfWork } from '@bihuan/database';
import { systemActor } from '@bihuan/plugin-kit';
import type { RunningSuite } from '@bihuan/server';

/** Clocks armed in one transaction. */
const TOGETHER = 100;

export const STAGE = 'requested-time';

/** Warning, breach, and a notice with each. */
export const STEPS_EACH = 4;

export async function armClocks(
  { app }: RunningSuite,
  count: number,
  due: (index: number) => Date,
  label: (index: number) => string = () => 'bench',
): Promise<void> {
  const [deadlines, work] = [app.get(Deadlines), app.get(UnitOfWork)];
  const owners = await work.query<{ id: string; unit: string }>(
    'select id, unit_id as unit from org.employee order by staff_number',
  );
  for (let done = 0; done < count; done += TOGETHER) {
    await work.run(systemActor('bench'), async (tx) => {
      for (let index = done; index < Math.min(count, done + TOGETHER); index++) {
        const owner = owners[index % owners.length] as { id: string; unit: string };
        await deadlines.arm(tx, {
          subject: { module: 'hotline', kind: 'problem-form', id: randomUUID() },
          stage: STAGE,
          policy: 'hotline.requested-time',
          startedAt: tx.now,
          dueAt: due(index),
          owner: { unitId: owner.unit, employeeId: owner.id },
          people: { officer: owner.id },
          label: label(index),
          first: true,
        });
      }
    });
  }
}
