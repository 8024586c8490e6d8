/** Routes of departments' own templates (FRM-4). */
import type { StreamableFile } from '@nestjs/common';
import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, Permit } from '@bihuan/plugin-kit';
import type {
  ActivateTemplate,
  FormTemplatesView,
  RollBackTemplate,
  TemplateFile,
  UploadTemplate,
} from '@bihuan/forms-contract';
import {
  activateTemplateSchema,
  FORMS_PERMISSIONS,
  rollBackTemplateSchema,
  uploadTemplateSchema,
} from '@bihuan/forms-contract';
import { Actor, IfMatch, parseInput, Payload, withVersion } from '@bihuan/http';
import { pdfFile } from '../pdf-file';
import { Templates } from './templates';
import { TemplateViews } from './template-views';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const previewQuery = z.strictObject({
  blank: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});

@Permit(FORMS_PERMISSIONS.templates)
@Controller('forms/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly views: TemplateViews,
  ) {}

  @Get()
  async list(@Actor() actor: UserActor) {
    return { data: await this.views.list(actor), page: {} };
  }

  @Get(':formCode')
  one(@Actor() actor: UserActor, @Param('formCode') formCode: string): Promise<FormTemplatesView> {
    return this.views.one(actor, formCode);
  }

  @Get(':formCode/shipped.pdf')
  @Header('cache-control', 'no-store')
  async shipped(
    @Actor() actor: UserActor,
    @Param('formCode') formCode: string,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const { blank = false } = parseInput(previewQuery, query);
    return pdfFile(await this.templates.preview(actor, formCode, 'shipped', blank), `${formCode}.pdf`);
  }

  @Post(':formCode/versions')
  async upload(
    @Actor() actor: UserActor,
    @Param('formCode') formCode: string,
    @Payload(uploadTemplateSchema) body: UploadTemplate,
    @IfMatch() seen: number | undefined,
  ): Promise<FormTemplatesView & { readonly id: string }> {
    const id = await this.templates.upload(actor, formCode, withVersion(body, seen));
    return { ...(await this.views.one(actor, formCode)), id };
  }

  /** The file as it was uploaded, or (`.pdf`) the sample printed with it. */
  @Get(':formCode/versions/:file')
  @Header('cache-control', 'no-store')
  async version(
    @Actor() actor: UserActor,
    @Param('formCode') formCode: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
  ): Promise<TemplateFile | StreamableFile> {
    const id = file.replace(/\.pdf$/, '');
    if (!UUID.test(id)) throw commonErrors['not-found']();
    const { blank = false } = parseInput(previewQuery, query);
    if (id === file) return this.views.file(actor, formCode, id);
    return pdfFile(await this.templates.preview(actor, formCode, id, blank), `${formCode}.pdf`);
  }

  @Post(':formCode/versions/:id/activate')
  @HttpCode(200)
  async activate(
    @Actor() actor: UserActor,
    @Param('formCode') formCode: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Payload(activateTemplateSchema) body: ActivateTemplate,
    @IfMatch() seen: number | undefined,
  ): Promise<FormTemplatesView> {
    await this.templates.activate(actor, formCode, id, withVersion(body, seen).version);
    return this.views.one(actor, formCode);
  }

  @Post(':formCode/roll-back')
  @HttpCode(200)
  async rollBack(
    @Actor() actor: UserActor,
    @Param('formCode') formCode: string,
    @Payload(rollBackTemplateSchema) body: RollBackTemplate,
    @IfMatch() seen: number | undefined,
  ): Promise<FormTemplatesView> {
    await this.templates.rollBack(actor, formCode, withVersion(body, seen));
    return this.views.one(actor, formCode);
  }
}
