/** `POST /api/appraisal/samples/:id/result` (APR-1a). */
import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { NoteSample } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY, noteSample } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, Payload } from '@bihuan/http';
import { NoteSampleHandler } from './note-sample.handler';

@Controller('appraisal/samples')
export class NoteSampleController {
  constructor(private readonly handler: NoteSampleHandler) {}

  @Post(':id/result')
  @HttpCode(200)
  @Permit(MAY.noteSample)
  async note(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string, @Payload(noteSample) body: NoteSample) {
    const { number, state, good, at } = await this.handler.note(actor, id, body);
    return { id, number, state, good, at: at?.toISOString() ?? null };
  }
}
