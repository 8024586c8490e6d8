/** Printed forms of records and registers: looking files nothing, printing files, counts and audits (FRM-3). */
import type { StreamableFile } from '@nestjs/common';
import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Query, StreamableFile as File } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, commonErrors, Permit } from '@bihuan/plugin-kit';
import { Actor, parseInput, Payload } from '@bihuan/http';
import { pdfFile } from '../pdf-file';
import { Renderer } from '../renderer.provider';
import { TemplateChoice } from '../templates/template-choice';
import { Filing } from './filing';
import type { PrintAndSent } from '../printers/print-and-send';
import { PrintAndSend } from '../printers/print-and-send';
import { FormSources } from './form-sources';
import type { PaperRequest, PreviewQuery, PrintBody } from './paper-request';
import { copiesOf, findSource, loadPaper, previewQuery, printBody, rangeOf, withCopies } from './paper-request';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Controller()
export class FormsController {
  constructor(
    private readonly sources: FormSources,
    private readonly renderer: Renderer,
    private readonly filing: Filing,
    private readonly choice: TemplateChoice,
    private readonly printing: PrintAndSend,
  ) {}

  @Get('forms/prints/:file')
  @Authenticated()
  async filed(@Actor() actor: UserActor, @Param('file') file: string): Promise<StreamableFile> {
    const id = file.replace(/\.pdf$/, '');
    if (!UUID.test(id)) throw commonErrors['not-found']();
    return pdfFile(await this.filing.pdf(actor, id), 'form.pdf');
  }

  @Get(':module/registers/:file')
  @Header('cache-control', 'no-store')
  @Authenticated()
  register(
    @Actor() actor: UserActor,
    @Param('module') module: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const { code, type } = split(file);
    return this.look(actor, this.registerRequest(actor, module, code, parseInput(previewQuery, query)), type);
  }

  @Post(':module/registers/:code/prints')
  @Permit('forms.form.print')
  printRegister(
    @Actor() actor: UserActor,
    @Param('module') module: string,
    @Param('code') code: string,
    @Payload(printBody) body: PrintBody,
  ): Promise<PrintAndSent> {
    return this.printing.print(actor, this.registerRequest(actor, module, code, body), body);
  }

  @Get(':module/:resource/:id/forms/:file')
  @Header('cache-control', 'no-store')
  @Authenticated()
  subject(
    @Actor() actor: UserActor,
    @Param('module') module: string,
    @Param('resource') resource: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const { code, type } = split(file);
    const request = this.subjectRequest(actor, { module, resource, id, code }, parseInput(previewQuery, query));
    return this.look(actor, request, type);
  }

  @Post(':module/:resource/:id/forms/:code/prints')
  @Permit('forms.form.print')
  printSubject(
    @Actor() actor: UserActor,
    @Param('module') module: string,
    @Param('resource') resource: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code') code: string,
    @Payload(printBody) body: PrintBody,
  ): Promise<PrintAndSent> {
    const request = this.subjectRequest(actor, { module, resource, id, code }, body);
    return this.printing.print(actor, request, body);
  }

  private async look(actor: UserActor, request: PaperRequest, type: 'pdf' | 'html'): Promise<StreamableFile> {
    const paper = await loadPaper(actor, request);
    const definition = await this.choice.chosen(actor.unitId, request.definition);
    const { copies } = withCopies(request, paper.data);
    const options = { copies: copies.map((copy) => copy - 1), blank: request.blank };
    if (type === 'html') {
      return new File(Buffer.from(await this.renderer.page(definition, paper.data, options)), {
        type: 'text/html; charset=utf-8',
      });
    }
    const { pdf } = await this.renderer.render(definition, paper.data, options);
    return pdfFile(pdf, `${definition.code}.pdf`);
  }

  private registerRequest(actor: UserActor, module: string, code: string, query: PreviewQuery): PaperRequest {
    const source = findSource(this.sources, actor, module, code);
    if (source.kind !== 'register') throw commonErrors['not-found']();
    const blank = query.blank ?? false;
    return {
      source,
      definition: source.definition,
      subject: null,
      range: blank ? null : rangeOf(query),
      copies: copiesOf(source, query.copies),
      blank,
    };
  }

  private subjectRequest(
    actor: UserActor,
    { module, resource, id, code }: { module: string; resource: string; id: string; code: string },
    query: PreviewQuery,
  ): PaperRequest {
    const source = findSource(this.sources, actor, module, code);
    if (source.kind !== 'subject' || source.resource !== resource) throw commonErrors['not-found']();
    return {
      source,
      definition: source.definition,
      subject: source.subjectOf(id),
      range: null,
      copies: copiesOf(source, query.copies),
      blank: query.blank ?? false,
    };
  }
}

/** `problem-form.pdf` → code and type; 404 for anything else. */
function split(file: string): { code: string; type: 'pdf' | 'html' } {
  const [, code, type] = /^([a-z0-9-]+)\.(pdf|html)$/.exec(file) ?? [];
  if (!code || !type) throw commonErrors['not-found']();
  return { code, type: type as 'pdf' | 'html' };
}
