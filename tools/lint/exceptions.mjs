/** Files outside a fence, each with its reason. The list is short on purpose; a new entry is a decision. */

/** The clock itself: `SystemClock` and `realNow()`. */
export const REAL_CLOCK = ['libs/platform/clock/src/clock.ts'];

/** The one statement that fires deadlines also demands `due_at <= clock_timestamp()` (architecture.md rule 2). */
export const SQL_CLOCK = [
  'libs/platform/alarms/src/fire/claim.sql.ts',
  'libs/platform/database/src/lease.ts', // leases run on real time, and on one clock for all processes
  'apps/server-e2e/src/faults/support/time-keeper.ts', // judges workers whose own clocks are wrong (R9)
];

/** Timers of the machine, on which no promise to a customer depends. */
export const MEMORY_TIMERS = [
  'libs/platform/database/src/wake-bus.ts', // gathers wake-up calls; reconnects
  'libs/platform/{alarms,outbox,webhooks,engine}/src/**', // sweeper, relay, senders: what they miss they find again in the table
  'libs/platform/forms/server/src/render/{browser,apart}/**', // a browser or a template that does not answer is killed
  'libs/platform/forms/server/src/printers/**', // printers are asked again soon; what is missed is found again in the table
  'libs/platform/forms/server/src/{lease,archive/print-jobs}.ts', // leases are renewed, and looked at when they run out; the sweeper looks too
  'libs/platform/{live,http}/**', // heartbeats and draining
  'libs/platform/exchange/src/table/grid-reader.ts', // a thread that does not answer is ended
  'libs/console-kit/**', // a page counting down
  'libs/**/console/src/**',
  'apps/{console,server,server-e2e,console-e2e}/**',
  'libs/testing/**',
  'tools/**',
];
