/** Jobs at a printer: given, found again, and asked how they fare (RFC 8011; FRM-6). */
import { ask, type Printer, PrinterFault } from './ipp-call';
import type { Attribute, IppAnswer } from './ipp-message';
import { GROUP, OPERATION } from './ipp-message';

export type { Printer } from './ipp-call';
export { PrinterFault } from './ipp-call';

export interface NewJob {
  /** By which it is found again; nothing personal. */
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly copies: number;
}

/** How a job fares: `gone` = the printer does not know it any more. */
export type JobFate = 'at-work' | 'done' | 'canceled' | 'aborted' | 'gone';

const USER: Attribute = ['requesting-user-name', 'name', 'bihuan'];

/** Statuses (RFC 8011, appendix B). */
const DONE_BELOW = 0x0100;
const NOT_FOUND = 0x0406;
/** The printer refuses for now: stopped, busy, or it cannot just yet. */
const LATER = new Set([0x0404, 0x0405, 0x0410]);
const NO_SUCH_FORMAT = 0x040a;

const FATES: Readonly<Record<number, JobFate>> = { 7: 'canceled', 8: 'aborted', 9: 'done' };

/** Gives the printer a PDF; answers the job's number. @throws PrinterFault */
export async function printJob(printer: Printer, { name, pdf, copies }: NewJob, stop: AbortSignal): Promise<number> {
  const answer = await done(
    ask(
      printer,
      {
        operation: OPERATION.printJob,
        id: 1,
        attributes: [
          ['printer-uri', 'uri', printer.url],
          USER,
          ['job-name', 'name', name],
          ['document-format', 'mimeType', 'application/pdf'],
        ],
        ...(copies > 1 ? { job: [['copies', 'integer', copies] as Attribute] } : {}),
        document: pdf,
      },
      stop,
    ),
  );
  const id = jobsOf(answer)[0]?.get('job-id')?.[0];
  if (typeof id !== 'number') throw new PrinterFault('no-printer-there', true);
  return id;
}

/** The job of that name, where the printer has one: given before, by a try that heard no answer. @throws PrinterFault */
export async function findJob(printer: Printer, name: string, stop: AbortSignal): Promise<number | undefined> {
  for (const which of ['not-completed', 'completed']) {
    const answer = await done(
      ask(
        printer,
        {
          operation: OPERATION.getJobs,
          id: 1,
          attributes: [
            ['printer-uri', 'uri', printer.url],
            USER,
            ['requested-attributes', 'keyword', 'job-id', 'job-name'],
            ['which-jobs', 'keyword', which],
          ],
        },
        stop,
      ),
    );
    const id = jobsOf(answer)
      .find((job) => job.get('job-name')?.[0] === name)
      ?.get('job-id')?.[0];
    if (typeof id === 'number') return id;
  }
  return undefined;
}

/** @throws PrinterFault */
export async function jobFate(printer: Printer, jobId: number, stop: AbortSignal): Promise<JobFate> {
  const answer = await ask(
    printer,
    {
      operation: OPERATION.getJobAttributes,
      id: 1,
      attributes: [
        ['printer-uri', 'uri', printer.url],
        ['job-id', 'integer', jobId],
        USER,
        ['requested-attributes', 'keyword', 'job-state'],
      ],
    },
    stop,
  );
  if (answer.status === NOT_FOUND) return 'gone';
  const state = jobsOf(refuseOrKeep(answer))[0]?.get('job-state')?.[0];
  return FATES[Number(state)] ?? 'at-work';
}

const jobsOf = ({ groups }: IppAnswer) =>
  groups.filter(({ tag }) => tag === GROUP.job).map(({ attributes }) => attributes);

const done = async (answer: Promise<IppAnswer>): Promise<IppAnswer> => refuseOrKeep(await answer);

function refuseOrKeep(answer: IppAnswer): IppAnswer {
  const { status } = answer;
  if (status < DONE_BELOW) return answer;
  if (status === NO_SUCH_FORMAT) throw new PrinterFault('printer-takes-no-pdf', true);
  // 0x05xx: trouble of the printer's own, which passes, unless it does not know the operation at all.
  const passes = LATER.has(status) || (status >= 0x0500 && status !== 0x0501 && status !== 0x0503);
  throw new PrinterFault(passes ? 'printer-busy' : 'printer-refused', !passes);
}
