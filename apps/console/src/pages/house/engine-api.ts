/** The answer of `GET /api/engine`, as the page reads it: every part may be missing, a room may have said nothing. */
import { api, type ListAnswer, type SubjectRef, type Title } from '@bihuan/console-kit';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

/** Figures of the server stop here: one more means "more than". */
export const CAPPED_AT = 5_000;

/** Milliseconds between two looks: nobody tells the console what goes on in the engines. */
const REFRESH = 10_000;

export interface EngineParts {
  readonly alarms?: {
    readonly open: readonly { readonly module: string; readonly state: string; readonly count: number }[];
    readonly estimated: boolean;
    readonly overdue: number;
    readonly dueSteps: number;
    readonly oldestDueAt: string | null;
    readonly parkedSteps: number;
  } | null;
  readonly outbox?: {
    readonly unrelayed: number;
    readonly oldestUnrelayedAt: string | null;
    readonly pending: number;
    readonly retrying: number;
    readonly parked: number;
    readonly handOffs: number;
  } | null;
  readonly notices?: {
    readonly channels: readonly (Sendings & { readonly channel: string })[];
    readonly nextTryAt: string | null;
  } | null;
  readonly webhooks?: {
    readonly waiting: number;
    readonly parked: number;
    readonly failing: number;
    readonly oldest: string | null;
  } | null;
  readonly forms?: {
    readonly waiting: number;
    readonly running: number;
    readonly failed: number;
    readonly oldestAt: string | null;
    /** On the way to printers. */
    readonly printers: Sendings & { readonly printing: number; readonly oldestAt: string | null };
  } | null;
}

/** What leaves the house one by one. */
export interface Sendings {
  readonly waiting: number;
  readonly retrying: number;
  /** Given up within a day. */
  readonly failed: number;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
}

export interface ProcessParts {
  readonly alarms?: {
    readonly workers: boolean;
    readonly queues: {
      readonly backend: 'postgresql' | 'redis';
      readonly open: boolean;
      readonly error: string | null;
      readonly queues: readonly { readonly name: string; readonly counts: QueueCounts | null }[];
    };
    readonly sweeps: readonly {
      readonly at: string;
      readonly milliseconds: number;
      readonly found: number;
      readonly unwoken: boolean;
    }[];
  } | null;
  readonly forms?: {
    readonly state: string;
    readonly waiting: number;
    readonly printed: number;
    readonly starts: number;
    readonly memory: number;
    readonly lastFailure: { readonly at: string; readonly reason: string } | null;
  } | null;
  readonly process?: {
    readonly memory: number;
    readonly loop: {
      readonly p99: number;
      readonly max: number;
      readonly alarm: { readonly at: string; readonly milliseconds: number } | null;
    };
  };
}

export interface EngineProcess {
  readonly id: string;
  readonly role: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly state: 'running' | 'ended' | 'gone';
  readonly here: boolean;
  readonly parts: ProcessParts;
}

export interface Engine {
  /** Real time; the suite's may be another. */
  readonly at: string;
  readonly suiteTime: string;
  readonly parts: EngineParts;
  readonly processes: readonly EngineProcess[];
}

export interface ParkedEvent {
  readonly id: string;
  readonly title: Title;
  readonly module: string;
  readonly subject: SubjectRef;
  readonly at: string;
  readonly error: string | null;
}

export interface ParkedStep {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly stage: string;
  readonly action: string;
  readonly at: string;
  readonly attempts: number;
  readonly error: string | null;
}

export interface FailedMessage {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly channel: string;
  readonly audience: 'employee' | 'customer';
  readonly employeeId: string | null;
  readonly at: string;
  readonly attempts: number;
  readonly error: string | null;
}

export const useEngine = (): UseQueryResult<Engine> =>
  useQuery({ queryKey: ['engine'], queryFn: () => api.get<Engine>('/api/engine'), refetchInterval: REFRESH });

/** @param may whoever may not see it does not ask */
export const useParked = <Line>(address: string, may: boolean): UseQueryResult<ListAnswer<Line>> =>
  useQuery({
    queryKey: ['engine', address],
    queryFn: () => api.get<ListAnswer<Line>>(address),
    enabled: may,
    refetchInterval: REFRESH,
  });
