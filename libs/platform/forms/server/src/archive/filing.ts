/** What was printed is filed: template version, data, PDF, hash; a reprint is the same bytes but for the mark (FRM-3). */
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { combineKeys, DataKeys, decryptBytes, decryptJson, encryptBytes, encryptJson } from '@bihuan/privacy';
import { Renderer } from '../renderer.provider';
import type { PaperRequest } from './paper-request';
import { loadPaper } from './paper-request';

/** A print: where the filed PDF lies, and which print of each copy it is. */
export interface PrintView {
  readonly id: string;
  readonly filedId: string;
  /** Address of the PDF. */
  readonly url: string;
  readonly sha256: string;
  readonly pages: number;
  readonly copies: readonly { readonly copy: number; readonly print: number }[];
  /** The same paper was filed before; this is a reprint of it. */
  readonly reprint: boolean;
}

interface Filed {
  id: string;
  key_ids: string[];
  sealed_data: Buffer;
  sealed_pdf: Buffer;
  sha256: string;
  pages: number;
  copies: number[];
}

@Injectable()
export class Filing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
    private readonly renderer: Renderer,
  ) {}

  /** Renders, files, counts and audits. @param marked stamp which reprint a copy is */
  async print(actor: UserActor, request: PaperRequest, marked: boolean): Promise<PrintView> {
    const paper = await loadPaper(actor, request);
    const { definition } = request.source;
    // Rendered before the transaction: a slow browser holds no locks.
    const known = await this.findSame(request, paper.data);
    const options = { copies: request.copies.map((copy) => copy - 1), blank: request.blank };
    const rendered = known ? null : await this.renderer.render(definition, paper.data, options);
    return this.work.run(actor, async (tx) => {
      const filed =
        known ?? (await this.file(tx, actor, request, paper, rendered as { pdf: Uint8Array; pages: number }));
      const counts = await this.count(tx, request);
      const id = randomUUID();
      const reprints = counts.filter(({ print }) => print > 1).map(({ copy, print }) => [copy, print - 1]);
      await tx.query(
        `insert into forms.print (id, filed_id, copies, reprint, marked, printed_by, printed_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, filed.id, request.copies, JSON.stringify(Object.fromEntries(reprints)), marked, actor.employeeId, tx.now],
      );
      await this.recorder.record(tx, {
        subject: request.subject ?? { module: definition.module, kind: 'register', id: filed.id },
        action: known ? 'form-reprinted' : 'form-printed',
        data: { form: definition.code, copies: counts, sha256: filed.sha256, marked, blank: request.blank, print: id },
      });
      return {
        id,
        filedId: filed.id,
        url: `/api/forms/prints/${id}.pdf`,
        sha256: filed.sha256,
        pages: filed.pages,
        copies: counts,
        reprint: known !== undefined,
      };
    });
  }

  /** The PDF of a print, opened with the keys of all customers on it; 404 when one of them was erased. */
  async pdf(actor: UserActor, printId: string): Promise<Buffer> {
    const [row] = await this.work.query<
      Filed & { reprint: Record<string, number>; marked: boolean; form_code: string; printed_by: string }
    >(
      `select f.id, f.key_ids, f.sealed_pdf, f.sha256, f.pages, f.copies, f.form_code, p.reprint, p.marked, p.printed_by
       from forms.print p join forms.filed f on f.id = p.filed_id where p.id = $1`,
      [printId],
    );
    const mayRead =
      row && (row.printed_by === actor.employeeId || actor.permissions.get('forms.archive.read') === 'all');
    if (!mayRead) throw commonErrors['not-found']();
    const key = await this.key(row.key_ids);
    if (!key) throw commonErrors['not-found']();
    const pdf = decryptBytes(key, row.sealed_pdf);
    const marks = Object.entries(row.reprint).map(([copy, n]) => [row.copies.indexOf(Number(copy)), n] as const);
    if (!row.marked || marks.length === 0) return pdf;
    return Buffer.from(
      await this.renderer.markReprint(pdf, { copies: row.copies.length, reprint: Object.fromEntries(marks) }),
    );
  }

  /** The newest filed paper of the same record, copies and template whose data has not changed since. */
  private async findSame(request: PaperRequest, data: unknown): Promise<Filed | undefined> {
    const { definition } = request.source;
    const [row] = await this.work.query<Filed>(
      `select id, key_ids, sealed_data, sealed_pdf, sha256, pages, copies from forms.filed
       where form_code = $1 and template_version = $2 and blank = $3 and copies = $4::int[]
         and subject_id is not distinct from $5::uuid and range_from is not distinct from $6
         and range_to is not distinct from $7 and officer_id is not distinct from $8::uuid
       order by filed_at desc, id limit 1`,
      [
        definition.code,
        definition.version,
        request.blank,
        request.copies,
        request.subject?.id ?? null,
        request.range?.from ?? null,
        request.range?.to ?? null,
        request.range?.officer ?? null,
      ],
    );
    const key = row && (await this.key(row.key_ids));
    if (!row || !key) return undefined;
    return JSON.stringify(decryptJson(key, row.sealed_data)) === JSON.stringify(data) ? row : undefined;
  }

  private async file(
    tx: Transaction,
    actor: UserActor,
    request: PaperRequest,
    paper: { data: unknown; keyIds: readonly string[] },
    { pdf, pages }: { pdf: Uint8Array; pages: number },
  ): Promise<Filed> {
    const { definition } = request.source;
    const keyIds = paper.keyIds.length > 0 ? [...new Set(paper.keyIds)].sort() : [this.keys.create(tx, null)];
    await tx.flush();
    const key = await this.key(keyIds, tx);
    if (!key) throw commonErrors['not-found']();
    const sealedPdf = encryptBytes(key, pdf);
    const filed: Filed = {
      id: randomUUID(),
      key_ids: keyIds,
      sealed_data: encryptJson(key, paper.data),
      sealed_pdf: sealedPdf,
      sha256: createHash('sha256').update(sealedPdf).digest('hex'),
      pages,
      copies: [...request.copies],
    };
    await tx.query(
      `insert into forms.filed (id, module, form_code, template_version, kind, subject_id, range_from, range_to, officer_id,
         blank, copies, key_ids, sealed_data, sealed_pdf, sha256, pages, filed_by, filed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        filed.id,
        definition.module,
        definition.code,
        definition.version,
        request.subject?.kind ?? null,
        request.subject?.id ?? null,
        request.range?.from ?? null,
        request.range?.to ?? null,
        request.range?.officer ?? null,
        request.blank,
        filed.copies,
        keyIds,
        filed.sealed_data,
        sealedPdf,
        filed.sha256,
        pages,
        actor.employeeId,
        tx.now,
      ],
    );
    return filed;
  }

  /** Which print of each copy this is: counted per form and copy of the record (FRM-2). */
  private async count(tx: Transaction, { source, subject, range, blank, copies }: PaperRequest) {
    const scope = blank ? 'blank' : subject ? subject.id : `${range?.from}/${range?.to}/${range?.officer ?? ''}`;
    return tx.query<{ copy: number; print: number }>(
      `insert into forms.print_count as c (scope, form_code, copy, count)
       select $1, $2, copy, 1 from unnest($3::int[]) as copy order by copy
       on conflict (scope, form_code, copy) do update set count = c.count + 1 returning copy, count as print`,
      [scope, source.definition.code, copies],
    );
  }

  private async key(keyIds: readonly string[], tx?: Transaction): Promise<Buffer | undefined> {
    const keys = await this.keys.load(keyIds, tx);
    return keys.size === keyIds.length ? combineKeys([...keys.values()]) : undefined;
  }
}
