/** The file for HR and its receipt (api.md; APR-9). */
import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { HrFile, HrReceipt, ReceiptView } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY, HR_FILE_FORMATS, hrReceipt } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { writeTable } from '@bihuan/exchange';
import { Actor, parseInput, Payload } from '@bihuan/http';
import { HrFileHandler } from './hr-file.handler';
import { hrTable } from './hr-table.part';

const fileQuery = z.strictObject({
  format: z.enum(HR_FILE_FORMATS).default('json'),
  /** Headings of the table: field names for machines unless said. */
  headings: z.enum(['key', 'zh', 'en']).default('key'),
});

@Controller('appraisal/periods/:period')
export class HrFileController {
  constructor(private readonly handler: HrFileHandler) {}

  @Get('hr-file')
  @Permit(MAY.exportFile)
  async file(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @Query() query: Record<string, unknown>,
  ): Promise<HrFile | StreamableFile> {
    const { format, headings } = parseInput(fileQuery, query);
    const file = await this.handler.export(actor, period, format);
    if (format === 'json') return file;
    const { bytes, type, ending } = await writeTable(format, hrTable(file, headings));
    const disposition = `attachment; filename="hr-${file.batch}.${ending}"`;
    return new StreamableFile(bytes, { type, disposition, length: bytes.length });
  }

  @Post('hr-receipt')
  @HttpCode(200)
  @Permit(MAY.receipt)
  receipt(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @Payload(hrReceipt) body: HrReceipt,
  ): Promise<ReceiptView> {
    return this.handler.receipt(actor, period, body);
  }

  @Get('hr-batches')
  @Permit(MAY.exportFile)
  batches(@Param('period') period: string) {
    return this.handler.batches(period);
  }

  @Get('hr-batches/:batch')
  @Permit(MAY.exportFile)
  answers(@Param('period') period: string, @Param('batch') batch: string): Promise<ReceiptView> {
    return this.handler.answers(period, batch);
  }
}
