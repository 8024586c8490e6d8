/** Wires the clocks: ports to their rooms, the pumps, the worker side, and what the room tells of itself. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { CalendarChanged, Calendars } from '@bihuan/calendars';
import { Pumps } from '@bihuan/clock';
import { LiveSources } from '@bihuan/live';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { Policies } from '@bihuan/policies';
import { AlarmState } from './alarm-state';
import { DeadlineChanges } from './changes';
import { Deadlines } from './deadlines';
import { DeadWorkers } from './fire/deaths';
import { StepEffects } from './fire/effects';
import { GroupAttempts } from './fire/attempts';
import { Firing } from './fire/firing';
import { OwnSteps } from './fire/own-steps';
import { FiringGroup } from './fire/group';
import { ParkedSteps } from './fire/parked';
import { Repeats } from './fire/repeats';
import { BoardQuery } from './http/board.query';
import { DeadlinesController } from './http/deadlines.controller';
import { DEADLINES_TOPIC, DeadlineNotes } from './notes';
import { CalendarSource, NoticeSender, PolicySource, RecipientSource } from './ports';
import { AlarmCalls } from './queue/alarm-calls';
import { PumpRunner } from './queue/pump-runner';
import { QueueChecks } from './queue/ready';
import { SuiteQueues } from './queue/suite-queues';
import { Sweeper } from './queue/sweeper';
import { WorkerHost } from './queue/worker-host';
import { Recount } from './recount/recount';
import { DeadlineMoved, StepHandlers } from './registries';
import { Rescheduling } from './rescheduling';

const ports = [
  { provide: CalendarSource, useExisting: Calendars },
  { provide: PolicySource, useExisting: Policies },
  { provide: RecipientSource, useExisting: Org },
  { provide: NoticeSender, useExisting: Notices },
];

const clocks = [
  AlarmCalls,
  DeadlineChanges,
  DeadlineNotes,
  Rescheduling,
  Deadlines,
  StepHandlers,
  DeadlineMoved,
  Recount,
];
const firing = [StepEffects, FiringGroup, GroupAttempts, Repeats, OwnSteps, DeadWorkers, Firing, ParkedSteps];
const workers = [PumpRunner, SuiteQueues, Sweeper, WorkerHost, QueueChecks, AlarmState];

@Global()
@Module({
  controllers: [DeadlinesController],
  providers: [...ports, ...clocks, ...firing, ...workers, BoardQuery],
  exports: [Deadlines, StepHandlers, DeadlineMoved, Firing],
})
export class AlarmsModule implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly firing: Firing,
    private readonly recount: Recount,
    private readonly calendars: CalendarChanged,
    private readonly live: LiveSources,
    private readonly board: BoardQuery,
  ) {}

  onModuleInit(): void {
    this.pumps.add('alarms', { nextDue: () => this.firing.nextDue(), pump: () => this.firing.fireDue() });
    this.pumps.add('recount', { nextDue: () => Promise.resolve(null), pump: () => this.recount.recount() });
    this.calendars.add('alarms', (tx, codes) => {
      this.recount.note(tx, codes);
      return Promise.resolve();
    });
    this.live.add(DEADLINES_TOPIC, this.board);
  }
}
