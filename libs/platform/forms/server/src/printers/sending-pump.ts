/** Gives printers what waits for them and asks how their jobs fare; several processes share it, one that dies loses nothing (FRM-6). */
import type { OnModuleDestroy } from '@nestjs/common';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeError, SuiteError, systemActor } from '@bihuan/plugin-kit';
import type { Pump } from '@bihuan/clock';
import { PUMP_CHANNEL, realNow } from '@bihuan/clock';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Notices } from '@bihuan/notices';
import { FiledStore } from '../archive/filed.store';
import { holding } from '../lease';
import { Paper } from './paper';
import type { JobFate } from './ipp/ipp-jobs';
import { findJob, jobFate, printJob, PrinterFault } from './ipp/ipp-jobs';
import { printerSubject } from './printer.store';
import { nextLook, nextTry, nextWhenBusy } from './sending.rules';
import type { Claimed, SendingChange } from './sending.store';
import { SendingStore } from './sending.store';
import { SENDINGS_PUMP } from './sendings';

const ACTOR = systemActor('printers');
/** Code of the notice in the pack's templates. */
const TEMPLATE = 'printing-failed';

/** A job is known by this at the printer, whoever gave it; sent anew it is another job. */
const nameOf = ({ id, round }: Claimed): string => (round === 1 ? `bihuan-${id}` : `bihuan-${id}-${round}`);

/** What a printer's last word about a job means. */
const FATES: Readonly<Record<Exclude<JobFate, 'at-work'>, Pick<SendingChange, 'state' | 'error'>>> = {
  done: { state: 'done', error: null },
  // It took the job and keeps no list of what is over.
  gone: { state: 'done', error: null },
  canceled: { state: 'failed', error: 'canceled-at-printer' },
  aborted: { state: 'failed', error: 'aborted-by-printer' },
};

@Injectable()
export class SendingPump implements Pump, OnModuleDestroy {
  private readonly logger = new Logger('Printers');
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: SendingStore,
    private readonly paper: Paper,
    private readonly filed: FiledStore,
    private readonly recorder: Recorder,
    @Inject(Notices) private readonly notices: Pick<Notices, 'send'>,
    private readonly bus: WakeBus,
  ) {}

  /** Printers live in real time: the manual clock waits for none. */
  nextDue(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  /** Answers how many were sent or looked at. */
  async pump(): Promise<number> {
    const claimed = this.stop.signal.aborted ? [] : await this.store.claim();
    await Promise.all(claimed.map((sending) => this.goOn(sending)));
    if (claimed.length === 0) await this.callAgain();
    return claimed.length;
  }

  /** What is under way is broken off and given back before the database closes. */
  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.stop.abort();
  }

  /** Never throws: what could not be noted is found again when its lease is over. */
  private async goOn(sending: Claimed): Promise<void> {
    try {
      const change = await holding(
        () => this.store.renew(sending),
        () => this.step(sending),
      );
      if (change === undefined) return await this.store.giveBack(sending);
      await this.work.run(ACTOR, async (tx) => {
        if (!(await this.store.change(tx, sending, change)) || change.state !== 'failed') return;
        const told = sending.printId === null ? undefined : await this.filed.paperOf(tx, sending.printId);
        const subject = told?.subject ?? printerSubject(sending.printerId);
        const { printerId, printerName, orderedBy } = sending;
        await this.recorder.record(tx, {
          subject,
          action: 'form-not-printed',
          data: { form: told?.formCode ?? null, printer: printerId, print: sending.printId, error: change.error },
        });
        await this.notices.send(tx, { subject, to: [orderedBy], template: TEMPLATE, params: { printer: printerName } });
      });
      if (change.error) this.logger.warn(`printer ${sending.printerId}: ${change.error} (${change.state})`);
    } catch (error) {
      this.logger.warn(`what became of a sending was not noted: ${describeError(error)}`);
    }
  }

  /** One step with the printer; undefined where the process is going down. */
  private async step(sending: Claimed): Promise<SendingChange | undefined> {
    try {
      return sending.jobId === null ? await this.give(sending) : await this.look(sending, sending.jobId);
    } catch (error) {
      if (this.stop.signal.aborted) return undefined;
      if (error instanceof PrinterFault && error.code === 'printer-busy') return busy(sending);
      if (error instanceof PrinterFault) return failed(sending, error.code, error.permanent);
      // A paper that cannot be made or opened any more: its customer was erased, the browser is down.
      if (error instanceof SuiteError) return failed(sending, error.code, error.kind !== 'unavailable');
      throw error;
    }
  }

  private async give(sending: Claimed): Promise<SendingChange> {
    if (!sending.enabled) return failed(sending, 'printer-disabled', true);
    const { attempts, copies } = sending;
    // Whoever held it before may have given it to the printer and died before he noted it.
    const known = attempts > 1 ? await findJob(sending, nameOf(sending), this.stop.signal) : undefined;
    const jobId =
      known ??
      (await printJob(
        sending,
        { name: nameOf(sending), pdf: await this.paper.pdf(sending), copies },
        this.stop.signal,
      ));
    return { state: 'printing', jobId, error: null, failures: 0, looks: 0, tryAt: nextLook(0, realNow()) };
  }

  private async look(sending: Claimed, jobId: number): Promise<SendingChange> {
    const fate = await jobFate(sending, jobId, this.stop.signal);
    const looks = sending.looks + 1;
    if (fate !== 'at-work') return { ...FATES[fate], failures: 0, looks, tryAt: null };
    return { state: 'printing', error: null, failures: 0, looks, tryAt: nextLook(looks, realNow()) };
  }

  /** Looks again when the next one is due; the sweeper does, too, should this process end before. */
  private async callAgain(): Promise<void> {
    const next = await this.store.nextTry();
    clearTimeout(this.timer);
    if (!next || this.stop.signal.aborted) return;
    const wait = Math.max(250, next.getTime() - realNow().getTime());
    this.timer = setTimeout(() => this.bus.call(PUMP_CHANNEL, SENDINGS_PUMP), Math.min(wait, 30_000)).unref();
  }
}

function busy(sending: Claimed): SendingChange {
  const tryAt = nextWhenBusy(sending.looks, realNow());
  const { failures, looks } = sending;
  return { state: tryAt ? sending.state : 'failed', error: 'printer-busy', failures, looks: looks + 1, tryAt };
}

function failed(sending: Claimed, error: string, permanent: boolean): SendingChange {
  const failures = sending.failures + 1;
  const tryAt = nextTry(failures, permanent, realNow());
  return { state: tryAt ? sending.state : 'failed', error, failures, looks: sending.looks, tryAt };
}
