/** Events the reporting module publishes. */
import { z } from 'zod';
import { defineEvent } from './define-event';
import { instant } from './matter';

/** A period is closed: its figures stand (RPT-4). */
export const periodClosed = defineEvent({
  name: 'reporting.period.closed.v1',
  title: { zh: '统计期间已关账', en: 'Period closed' },
  handOffTo: [],
  payload: z.object({ period: z.string(), closedAt: instant, hash: z.string() }),
  personal: z.object({}),
});
