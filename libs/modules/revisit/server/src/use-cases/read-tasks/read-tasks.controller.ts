/** `GET /api/revisit/tasks`, one task, and how many were covered (api.md, RVT-1c). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { CoverageView, RevisitTaskDetail, RevisitTaskView } from '@bihuan/revisit-contract';
import { REVISIT_PERMISSIONS as MAY } from '@bihuan/revisit-contract';
import { CoverageQuery } from '../../queries/coverage.query';
import { RevisitTaskList, TaskViews } from '../../queries/revisit-task.query';
import { revisitTask } from '../../revisit-task.part';

@Controller('revisit')
export class ReadTasksController {
  constructor(
    private readonly matters: Matters,
    private readonly tasks: RevisitTaskList,
    private readonly views: TaskViews,
    private readonly coverage: CoverageQuery,
  ) {}

  @Get('tasks')
  @Permit(MAY.readTask)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<RevisitTaskView>> {
    return this.tasks.list(actor, query);
  }

  @Get('tasks/:id')
  @Permit(MAY.readTask)
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<RevisitTaskDetail> {
    return this.views.view(actor, await this.matters.get(actor, revisitTask, id));
  }

  @Get('coverage')
  @Permit(MAY.readTask)
  covered(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery): Promise<CoverageView> {
    return this.coverage.of(actor, filter);
  }
}
