/** Wires tasks, work list, their routes and the eraser of what was said on tasks. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Erasers } from '@bihuan/privacy';
import { WorkPush } from './live';
import { TaskKinds, WorkSources } from './registries';
import { taskEraser } from './task-eraser';
import { Tasks } from './tasks';
import { WorkController } from './work.controller';
import { WorkList } from './work-list';

@Global()
@Module({
  controllers: [WorkController],
  providers: [TaskKinds, WorkSources, WorkPush, Tasks, WorkList],
  exports: [TaskKinds, WorkSources, WorkPush, Tasks],
})
export class WorkModule implements OnModuleInit {
  constructor(private readonly erasers: Erasers) {}

  onModuleInit(): void {
    this.erasers.add('work', taskEraser);
  }
}
