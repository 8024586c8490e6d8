/** Routes of imports: kinds with their columns and templates, upload, dry run, commit (api.md Imports). */
import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, commonErrors } from '@bihuan/plugin-kit';
import { Actor, parseInput, Payload, Upload } from '@bihuan/http';
import { ImportKinds } from './import-kinds';
import { Imports } from './imports';
import { writeTable } from './table/write-table';

const uploadFields = z.strictObject({ kind: z.string().min(1).max(60) });
const templateQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') });
const nothing = z.strictObject({});

/** What a person may import is decided by the kind's own permission. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly kinds: ImportKinds,
  ) {}

  /** What I may import, and the columns of each. */
  @Get('kinds')
  @Authenticated()
  known(@Actor() { permissions }: UserActor) {
    const mine = this.kinds.entries().filter(([, { permission }]) => permissions.has(permission));
    return { data: mine.map(([kind, each]) => ({ kind, title: each.title, columns: each.columns() })), page: {} };
  }

  /** An empty table with the headings. */
  @Get('kinds/:kind/template')
  @Authenticated()
  async template(
    @Actor() { permissions }: UserActor,
    @Param('kind') name: string,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const kind = this.kinds.get(name);
    if (!kind || !permissions.has(kind.permission)) throw commonErrors['not-found']();
    const { format } = parseInput(templateQuery, query);
    const columns = kind.columns();
    const { bytes, type, ending } = await writeTable(format, { name: kind.title.zh, columns, rows: [] });
    return new StreamableFile(bytes, {
      type,
      disposition: `attachment; filename="${name}.${ending}"`,
      length: bytes.length,
    });
  }

  @Post()
  @Authenticated()
  upload(@Actor() actor: UserActor, @Upload(uploadFields) { file, fields }: Upload<z.infer<typeof uploadFields>>) {
    return this.imports.upload(actor, fields.kind, file);
  }

  @Get(':id')
  @Authenticated()
  one(@Actor() actor: UserActor, @Param('id') id: string) {
    return this.imports.view(actor, id);
  }

  @Post(':id/dry-run')
  @HttpCode(200)
  @Authenticated()
  dryRun(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nothing) _body: z.infer<typeof nothing>) {
    return this.imports.dryRun(actor, id);
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Authenticated()
  commit(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nothing) _body: z.infer<typeof nothing>) {
    return this.imports.commit(actor, id);
  }
}
