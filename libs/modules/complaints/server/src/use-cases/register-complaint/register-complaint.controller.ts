/** `POST /api/complaints/complaints`, the three-field form, lists and reading (api.md Complaints). */
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ComplaintLine,
  ComplaintLists,
  ComplaintView,
  PassOnComplaint,
  RegisterComplaint,
} from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY, passOnComplaint, registerComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, Payload } from '@bihuan/http';
import { Matters } from '@bihuan/matters';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintList } from '../../queries/complaint-list.query';
import { ComplaintViews } from '../../queries/complaint-view.query';
import { PackLists } from '../../queries/pack-lists.query';
import { RegisterComplaintHandler } from './register-complaint.handler';

@ApiTags('complaints')
@Controller('complaints')
export class RegisterComplaintController {
  constructor(
    private readonly handler: RegisterComplaintHandler,
    private readonly views: ComplaintViews,
    private readonly complaints: ComplaintList,
    private readonly packLists: PackLists,
    private readonly matters: Matters,
  ) {}

  @Post('complaints')
  @Permit(MAY.register)
  async open(@Actor() actor: UserActor, @Payload(registerComplaint) body: RegisterComplaint): Promise<ComplaintView> {
    const { complaint, deadlines } = await this.handler.open(actor, body);
    return this.views.view(actor, complaint, deadlines);
  }

  @Post('passed-on')
  @Permit(MAY.passOn)
  async passOn(@Actor() actor: UserActor, @Payload(passOnComplaint) body: PassOnComplaint): Promise<ComplaintView> {
    const { complaint, deadlines } = await this.handler.passOn(actor, body);
    return this.views.view(actor, complaint, deadlines);
  }

  @Get('complaints')
  @Permit(MAY.read)
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery): Promise<Page<ComplaintLine>> {
    return this.complaints.list(actor, query);
  }

  @Get('complaints/:id')
  @Authenticated()
  async one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<ComplaintView> {
    return this.views.view(actor, await this.matters.get(actor, matter, id));
  }

  @Get('lists')
  @Authenticated()
  lists(): Promise<ComplaintLists> {
    return this.packLists.lists();
  }
}
