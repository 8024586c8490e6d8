/** `npm run demo`: a day of calls played through the public API on the manual clock, into papers and a summary (issue 2). */
import { command } from './command';

export { command } from './command';
export { companies } from './companies';
export { dayStart, SAMPLE } from './day';
export { runCompany, runDemo } from './demo';
export type { CompanySummary } from './summary/company-summary';
export type { DemoOptions } from './demo';
export { DemoRefusal } from './problems';
export type { Finding } from './problems';
export type { DaySummary, Proof } from './summary/count';

if (require.main === module) {
  const { stdout, stderr } = process;
  command(process.argv.slice(2), process.env['SUITE_URL'], {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  }).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      stderr.write(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
