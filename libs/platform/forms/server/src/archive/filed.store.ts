/** Rows of the archive: filed papers, prints of them, counts per form and copy (FRM-2, FRM-3). */
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { PaperRequest } from './paper-request';

/** A paper as it is filed: data and PDF under the keys of the customers on it. */
export interface Filed {
  readonly id: string;
  readonly keyIds: readonly string[];
  readonly sealedData: Buffer;
  readonly sealedPdf: Buffer;
  /** Over the stored ciphertext, so that erasing a customer changes nothing (CUS-5). */
  readonly sha256: string;
  readonly pages: number;
  readonly copies: readonly number[];
  /** The number that stands on it with its bar code; `null` where none does (NUM-2). */
  readonly number: string | null;
}

/** One print of a filed paper. */
export interface Print {
  readonly id: string;
  readonly filedId: string;
  readonly copies: readonly number[];
  /** Copy number → which reprint. */
  readonly reprint: Readonly<Record<string, number>>;
  readonly marked: boolean;
  readonly printedBy: string;
}

const FILED = `f.id, f.key_ids as "keyIds", f.sealed_data as "sealedData", f.sealed_pdf as "sealedPdf", f.sha256, f.pages,
  f.copies, f.number`;

@Injectable()
export class FiledStore {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest filed paper of the same record or days, copies and template. */
  async newest({ definition, subject, range, blank, copies }: PaperRequest): Promise<Filed | undefined> {
    const [row] = await this.work.query<Filed>(
      `select ${FILED} from forms.filed f
       where f.form_code = $1 and f.template_version = $2 and f.blank = $3 and f.copies = $4::int[] and f.module = $9
         and f.subject_id is not distinct from $5::uuid and f.range_from is not distinct from $6
         and f.range_to is not distinct from $7 and f.officer_id is not distinct from $8::uuid
       order by f.filed_at desc, f.id limit 1`,
      [
        definition.code,
        definition.version,
        blank,
        copies,
        subject?.id ?? null,
        range?.from ?? null,
        range?.to ?? null,
        range?.officer ?? null,
        definition.module,
      ],
    );
    return row;
  }

  async add(tx: Transaction, filed: Filed, request: PaperRequest, by: string): Promise<void> {
    const { definition } = request;
    await tx.query(
      `insert into forms.filed (id, module, form_code, template_version, kind, subject_id, range_from, range_to, officer_id,
         blank, copies, key_ids, sealed_data, sealed_pdf, sha256, pages, filed_by, filed_at, number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
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
        filed.keyIds,
        filed.sealedData,
        filed.sealedPdf,
        filed.sha256,
        filed.pages,
        by,
        tx.now,
        filed.number,
      ],
    );
  }

  async addPrint(tx: Transaction, { id, filedId, copies, reprint, marked, printedBy }: Print): Promise<void> {
    await tx.query(
      `insert into forms.print (id, filed_id, copies, reprint, marked, printed_by, printed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, filedId, copies, JSON.stringify(reprint), marked, printedBy, tx.now],
    );
  }

  async print(id: string): Promise<(Filed & Pick<Print, 'reprint' | 'marked' | 'printedBy'>) | undefined> {
    const [row] = await this.work.query<Filed & Pick<Print, 'reprint' | 'marked' | 'printedBy'>>(
      `select ${FILED}, p.reprint, p.marked, p.printed_by as "printedBy"
       from forms.print p join forms.filed f on f.id = p.filed_id where p.id = $1`,
      [id],
    );
    return row;
  }

  /** Of what a print is: the record, or the register as it was filed. */
  async paperOf(tx: Transaction, printId: string): Promise<{ formCode: string; subject: Subject } | undefined> {
    const [row] = await tx.query<{ formCode: string; module: string; kind: string | null; id: string }>(
      `select f.form_code as "formCode", f.module, f.kind, coalesce(f.subject_id, f.id) as id
       from forms.print p join forms.filed f on f.id = p.filed_id where p.id = $1`,
      [printId],
    );
    if (!row) return undefined;
    const { formCode, module, kind, id } = row;
    return { formCode, subject: { module, kind: kind ?? 'register', id } };
  }

  /** Records of which a paper with exactly this number was filed, the latest first (NUM-2). */
  numbered(number: string, limit: number): Promise<{ module: string; kind: string; id: string; formCode: string }[]> {
    return this.work.query(
      `select f.module, f.kind, f.subject_id as id, min(f.form_code) as "formCode" from forms.filed f
       where f.number = $1 and f.subject_id is not null and f.kind is not null
       group by f.module, f.kind, f.subject_id order by max(f.filed_at) desc, f.subject_id limit $2`,
      [number, limit],
    );
  }

  /** Which print of each copy this is: counted per form and copy of the record, the days, or the blank form (FRM-2). */
  count(tx: Transaction, { definition, subject, range, blank, copies }: PaperRequest) {
    const scope = blank ? 'blank' : subject ? subject.id : `${range?.from}/${range?.to}/${range?.officer ?? ''}`;
    return tx.query<{ copy: number; print: number }>(
      `insert into forms.print_count as c (module, scope, form_code, copy, count)
       select $1, $2, $3, copy, 1 from unnest($4::int[]) as copy order by copy
       on conflict (module, scope, form_code, copy) do update set count = c.count + 1 returning copy, count as print`,
      [definition.module, scope, definition.code, copies],
    );
  }
}
