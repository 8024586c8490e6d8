/** Routes of the work list and of tasks (api.md). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated } from '@bihuan/plugin-kit';
import { Actor, decodeCursor, IfMatch, ListParams, pageOf, Payload } from '@bihuan/http';
import type { ListQuery } from '@bihuan/http';
import { allowedActions } from './task';
import { Tasks } from './tasks';
import { after, positionOf, WorkList } from './work-list';

const doneBody = z.strictObject({ text: z.string().trim().min(1).max(4000), version: z.int().optional() });
type DoneBody = z.output<typeof doneBody>;

@Controller()
export class WorkController {
  constructor(
    private readonly list: WorkList,
    private readonly tasks: Tasks,
  ) {}

  /** What waits for me, the earliest due first. */
  @Get('work')
  @Authenticated()
  async mine(@Actor() actor: UserActor, @ListParams() list: ListQuery) {
    const all = await this.list.of(actor);
    const [due, key] = list.after === undefined ? [] : decodeCursor(list.after, 2).map(String);
    const rest = due === undefined || key === undefined ? all : after(all, [due, key]);
    return pageOf(rest, list.size, positionOf, (item) => item);
  }

  /** The rule who may do it knows the task, so it is in `Tasks.done`: the assignee needs no further right. */
  @Post('tasks/:id/done')
  @HttpCode(200)
  @Authenticated()
  async done(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(doneBody) body: DoneBody,
    @IfMatch() ifMatch: number | undefined,
  ) {
    const task = await this.tasks.done(actor, id, body.text, ifMatch ?? body.version);
    return { ...task, allowedActions: allowedActions(task.state) };
  }
}
