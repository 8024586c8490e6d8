/** The timeline of a subject, for its people (IDN-4). */
import { Controller, Get } from '@nestjs/common';
import { Timeline } from '@bihuan/audit';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated } from '@bihuan/plugin-kit';
import type { ListQuery } from '../request/list-params';
import { ListParams } from '../request/list-params';
import { Actor } from '../request/request-values';
import { SubjectAccess } from './subject-access';

@Controller('timeline')
export class TimelineController {
  constructor(
    private readonly access: SubjectAccess,
    private readonly timeline: Timeline,
  ) {}

  @Authenticated()
  @Get()
  async list(@Actor() actor: UserActor, @ListParams() list: ListQuery) {
    const subject = await this.access.readable(actor, list.filter['subject']);
    return { data: await this.timeline.of(subject), page: {} };
  }
}
