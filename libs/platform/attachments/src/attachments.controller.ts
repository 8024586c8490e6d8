/** Routes of attachments: upload, list of a subject, download (api.md Everywhere, IDN-5). */
import { Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, invalidField, parseSubject } from '@bihuan/plugin-kit';
import type { ListQuery } from '@bihuan/http';
import { Actor, ListParams, SubjectAccess, Upload } from '@bihuan/http';
import { Attachments } from './attachments';
import { ENDINGS } from './content/content-type';

const uploadFields = z.strictObject({ subject: z.string().max(160).optional() });

@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly access: SubjectAccess,
  ) {}

  /** Everybody may upload; what it can be attached to is decided by the subject. */
  @Post()
  @Authenticated()
  upload(@Actor() actor: UserActor, @Upload(uploadFields) { file, fields }: Upload<z.infer<typeof uploadFields>>) {
    const subject = fields.subject === undefined ? undefined : parseSubject(fields.subject);
    if (fields.subject !== undefined && !subject) throw invalidField('/subject', 'bad-subject', 'module:kind:id');
    return this.attachments.keep(actor, file, subject);
  }

  @Get()
  @Authenticated()
  async ofSubject(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery) {
    const subject = await this.access.readable(actor, filter['subject']);
    return { data: await this.attachments.of(subject), page: {} };
  }

  /** Handed out under a name of ours, to be saved and never run (S7). */
  @Get(':id')
  @Header('cache-control', 'private, no-store')
  @Authenticated()
  async download(@Actor() actor: UserActor, @Param('id') id: string): Promise<StreamableFile> {
    const { type, bytes } = await this.attachments.content(actor, id);
    return new StreamableFile(bytes, {
      type: type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      disposition: `attachment; filename="attachment-${id}.${ENDINGS[type][0]}"`,
      length: bytes.length,
    });
  }
}
