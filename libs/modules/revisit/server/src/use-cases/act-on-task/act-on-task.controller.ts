/** `GET /api/revisit/tasks` and what is done with a task. */
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { MoveTask, RevisitTaskView, TaskResult } from '@bihuan/revisit-contract';
import * as contract from '@bihuan/revisit-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, IfMatch, ListParams, Payload, withVersion } from '@bihuan/http';
import { readTask } from '../../data/revisit-task.store';
import { RevisitTaskList, taskView } from '../../queries/revisit-task.query';
import { ActOnTaskHandler } from './act-on-task.handler';

const { REVISIT_PERMISSIONS: MAY } = contract;

@Controller('revisit/tasks')
export class ActOnTaskController {
  constructor(
    private readonly handler: ActOnTaskHandler,
    private readonly tasks: RevisitTaskList,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit(MAY.readTask)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<RevisitTaskView>> {
    return this.tasks.list(actor, query);
  }

  @Get(':id')
  @Permit(MAY.readTask)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<RevisitTaskView> {
    return taskView(await readTask(this.work, actor, id));
  }

  @Post(':id/prepare')
  @HttpCode(200)
  @Permit(MAY.call)
  async prepare(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.prepareTask) body: { text?: string; version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.prepare(actor, id, withVersion(body, version)));
  }

  @Post(':id/start')
  @HttpCode(200)
  @Permit(MAY.call)
  async start(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.startTask) body: { version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.call(actor, id, 'start', withVersion(body, version)));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Permit(MAY.call)
  async resume(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.resumeTask) body: { version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.call(actor, id, 'resume', withVersion(body, version)));
  }

  @Post(':id/result')
  @HttpCode(200)
  @Permit(MAY.call)
  async result(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.taskResult) body: TaskResult,
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.result(actor, id, withVersion(body, version)));
  }

  @Post(':id/not-reached')
  @HttpCode(200)
  @Permit(MAY.call)
  async notReached(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.notReachedTask) body: { text?: string; version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.notReached(actor, id, withVersion(body, version)));
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit(MAY.call)
  async move(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.moveTask) body: MoveTask,
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.move(actor, id, withVersion(body, version)));
  }

  @Post(':id/send')
  @HttpCode(200)
  @Permit(MAY.call)
  async send(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.sendTask) body: { way: string; version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.send(actor, id, withVersion(body, version)));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Permit(MAY.call)
  async cancel(
    @Actor() actor: UserActor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Payload(contract.cancelTask) body: { reason: string; version?: number },
  ): Promise<RevisitTaskView> {
    return taskView(await this.handler.cancel(actor, id, withVersion(body, version)));
  }
}
