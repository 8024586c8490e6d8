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

  /** One statement: the PDFs travel as bytes, not as text. */
  async add(
    tx: Transaction,
    papers: readonly { readonly filed: Filed; readonly request: PaperRequest }[],
    by: string,
  ): Promise<void> {
    if (papers.length === 0) return;
    const rows = papers.map(({ filed, request: { definition, subject, range, blank } }) => [
      filed.id,
      definition.module,
      definition.code,
      definition.version,
      subject?.kind ?? null,
      subject?.id ?? null,
      range?.from ?? null,
      range?.to ?? null,
      range?.officer ?? null,
      blank,
      filed.copies,
      filed.keyIds,
      filed.sealedData,
      filed.sealedPdf,
      filed.sha256,
      filed.pages,
      by,
      tx.now,
      filed.number,
    ]);
    const width = rows[0]?.length ?? 0;
    const places = rows.map((row, at) => `(${row.map((_value, index) => `$${at * width + index + 1}`).join(', ')})`);
    await tx.query(
      `insert into forms.filed (id, module, form_code, template_version, kind, subject_id, range_from, range_to, officer_id,
         blank, copies, key_ids, sealed_data, sealed_pdf, sha256, pages, filed_by, filed_at, number)
       values ${places.join(', ')}`,
      rows.flat(),
    );
  }

  async addPrints(tx: Transaction, prints: readonly Print[]): Promise<void> {
    const rows = prints.map(({ id, filedId, copies, reprint, marked, printedBy }) => ({
      ...{ id, copies, reprint, marked },
      filed_id: filedId,
      printed_by: printedBy,
    }));
    await tx.query(
      `insert into forms.print (id, filed_id, copies, reprint, marked, printed_by, printed_at)
       select id, filed_id, copies, reprint, marked, printed_by, $2 from json_to_recordset($1::json)
         as r(id uuid, filed_id uuid, copies int[], reprint jsonb, marked boolean, printed_by uuid)`,
      [JSON.stringify(rows), tx.now],
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

  /**
   * Which print of each copy of each paper this is: counted per form and copy of the record, the days, or the blank form
   * (FRM-2). A paper that stands in the list twice is counted twice, in its order.
   */
  async count(tx: Transaction, requests: readonly PaperRequest[]): Promise<{ copy: number; print: number }[][]> {
    const asked = requests.map((request) => request.copies.map((copy) => ({ copy, ...countedAs(request) })));
    const times = new Map<string, (typeof asked)[number][number] & { times: number }>();
    for (const one of asked.flat()) {
      const key = keyOf(one);
      times.set(key, { ...one, times: (times.get(key)?.times ?? 0) + 1 });
    }
    // In one order everywhere, so that two batches never wait for one another.
    const rows = await tx.query<ReturnType<typeof countedAs> & { copy: number; count: number }>(
      `insert into forms.print_count as c (module, scope, form_code, copy, count)
       select module, scope, form_code, copy, times from json_to_recordset($1::json)
         as r(module text, scope text, form_code text, copy int, times int) order by module, scope, form_code, copy
       on conflict (module, scope, form_code, copy) do update set count = c.count + excluded.count
       returning module, scope, form_code, copy, count`,
      [JSON.stringify([...times.values()])],
    );
    const last = new Map(rows.map((row) => [keyOf(row), row.count - (times.get(keyOf(row))?.times ?? 0)]));
    return asked.map((copies) =>
      copies.map((one) => {
        const print = (last.get(keyOf(one)) ?? 0) + 1;
        last.set(keyOf(one), print);
        return { copy: one.copy, print };
      }),
    );
  }
}

const countedAs = ({ definition, subject, range, blank }: PaperRequest) => ({
  module: definition.module,
  scope: blank ? 'blank' : subject ? subject.id : `${range?.from}/${range?.to}/${range?.officer ?? ''}`,
  form_code: definition.code,
});

const keyOf = (one: ReturnType<typeof countedAs> & { readonly copy: number }): string =>
  [one.module, one.scope, one.form_code, one.copy].join(' ');
