/** What was printed is filed: template version, data, PDF, hash; a reprint is the same bytes but for the mark (FRM-3). */
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { combineKeys, DataKeys, decryptBytes, decryptJson, encryptBytes, encryptJson } from '@bihuan/privacy';
import type { AnyFormDefinition } from '../render/form-definition';
import type { RenderedForm } from '../render/renderer.types';
import { textAt } from '../render/page/form-page';
import { sideBySide } from '../render/side-by-side';
import { Renderer } from '../renderer.provider';
import { TemplateChoice } from '../templates/template-choice';
import type { Filed, Print } from './filed.store';
import { FiledStore } from './filed.store';
import type { Paper } from './form-sources';
import type { PaperRequest } from './paper-request';
import { loadPaper, withCopies } from './paper-request';

/** Papers of a batch read at once: each asks several tables, one after another. */
const READ_AT_ONCE = 4;

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

/** A paper ready to be filed: one that was filed before with the same data, or a new rendering. */
interface Ready {
  readonly request: PaperRequest;
  readonly paper: Paper;
  readonly known: Filed | undefined;
  readonly rendered: RenderedForm | undefined;
}

export interface PrintOptions {
  readonly also?: (tx: Transaction, views: readonly PrintView[]) => Promise<void>;
  readonly as?: Actor;
}

@Injectable()
export class Filing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
    private readonly renderer: Renderer,
    private readonly store: FiledStore,
    private readonly choice: TemplateChoice,
  ) {}

  /** Renders, files, counts and audits one paper. @param marked stamp which reprint a copy is */
  async print(
    actor: UserActor,
    request: PaperRequest,
    marked: boolean,
    options: PrintOptions = {},
  ): Promise<PrintView> {
    const [view] = await this.printAll(actor, [request], marked, options);
    return view as PrintView;
  }

  /**
   * Several papers in one rendering and one transaction: all of them are filed and counted, or none.
   *
   * @param also runs in that transaction, last
   * @param as who stands in the audit, where the suite prints by itself
   */
  async printAll(
    actor: UserActor,
    requests: readonly PaperRequest[],
    marked: boolean,
    { also, as = actor }: PrintOptions = {},
  ): Promise<readonly PrintView[]> {
    // Rendered before the transaction: a slow browser holds no locks.
    const ready = await this.render(await this.papers(actor, requests));
    return this.work.run(as, async (tx) => {
      const views = await this.note(tx, actor, ready, marked);
      await also?.(tx, views);
      return views;
    });
  }

  /** The PDF of a print he may open, with the keys of all customers on it; 404 when one of them was erased. */
  async pdf(actor: UserActor, printId: string): Promise<Buffer> {
    await this.demandReadable(actor, printId);
    return this.open(printId);
  }

  /** Whoever printed it, and whoever reads the whole archive. @throws 404 */
  async demandReadable(actor: UserActor, printId: string): Promise<void> {
    const row = await this.store.print(printId);
    const mayRead =
      row && (row.printedBy === actor.employeeId || actor.permissions.get('forms.archive.read') === 'all');
    if (!mayRead) throw commonErrors['not-found']();
  }

  /** The PDF of a print as it came out, for the suite's own use. @throws 404 when a customer on it was erased */
  async open(printId: string): Promise<Buffer> {
    const row = await this.store.print(printId);
    const key = row && (await this.key(row.keyIds));
    if (!row || !key) throw commonErrors['not-found']();
    const pdf = decryptBytes(key, row.sealedPdf);
    const marks = Object.entries(row.reprint).map(([copy, n]) => [row.copies.indexOf(Number(copy)), n] as const);
    if (!row.marked || marks.length === 0) return pdf;
    const mark = { copies: row.copies.length, reprint: Object.fromEntries(marks) };
    return Buffer.from(await this.renderer.markReprint(pdf, mark));
  }

  private papers(actor: UserActor, requests: readonly PaperRequest[]): Promise<Omit<Ready, 'rendered'>[]> {
    // One template a form in a batch, also where another is activated meanwhile.
    const chosen = new Map<AnyFormDefinition, Promise<AnyFormDefinition>>();
    return sideBySide(READ_AT_ONCE, requests, async (asked) => {
      const choice = chosen.get(asked.definition) ?? this.choice.chosen(actor.unitId, asked.definition);
      chosen.set(asked.definition, choice);
      const paper = await this.livingPaper(actor, asked);
      const request = withCopies({ ...asked, definition: await choice }, paper.data);
      return { request, paper, known: await this.findSame(request, paper.data) };
    });
  }

  /** Of erased customers nothing is on the paper any more, so it does not stand under their keys. */
  private async livingPaper(actor: UserActor, request: PaperRequest): Promise<Paper> {
    const first = await loadPaper(actor, request);
    const keys = await this.keys.load(first.keyIds);
    if (first.keyIds.every((id) => keys.has(id))) return first;
    // Read again: what was erased between the two readings is gone from this one.
    const again = await loadPaper(actor, request);
    return { data: again.data, keyIds: again.keyIds.filter((id) => keys.has(id)) };
  }

  private async render(papers: readonly Omit<Ready, 'rendered'>[]): Promise<Ready[]> {
    const fresh = papers.filter(({ known }) => !known);
    const items = fresh.map(({ request, paper }) => ({
      definition: request.definition,
      data: paper.data,
      copies: request.copies.map((copy) => copy - 1),
      blank: request.blank,
    }));
    const parts = items.length > 0 ? await this.renderer.renderBatch(items) : [];
    const byPaper = new Map(fresh.map((each, index) => [each, parts[index]]));
    return papers.map((each) => ({ ...each, rendered: byPaper.get(each) }));
  }

  /** The newest filed paper of the same kind whose data has not changed since. */
  private async findSame(request: PaperRequest, data: unknown): Promise<Filed | undefined> {
    const filed = await this.store.newest(request);
    const key = filed && (await this.key(filed.keyIds));
    if (!filed || !key) return undefined;
    return JSON.stringify(decryptJson(key, filed.sealedData)) === JSON.stringify(data) ? filed : undefined;
  }

  /** Files what is new, counts the copies, and notes who printed what: a statement each, however many papers. */
  private async note(
    tx: Transaction,
    actor: UserActor,
    ready: readonly Ready[],
    marked: boolean,
  ): Promise<PrintView[]> {
    const filed = await this.file(tx, actor, ready);
    const counts = await this.store.count(
      tx,
      ready.map(({ request }) => request),
    );
    const prints = ready.map(({ request }, index): Print => {
      const reprints = (counts[index] ?? []).filter(({ print }) => print > 1);
      return {
        id: randomUUID(),
        filedId: (filed[index] as Filed).id,
        copies: request.copies,
        reprint: Object.fromEntries(reprints.map(({ copy, print }) => [copy, print - 1])),
        marked,
        printedBy: actor.employeeId,
      };
    });
    await this.store.addPrints(tx, prints);
    const views: PrintView[] = [];
    for (const [index, { request, known }] of ready.entries()) {
      const { id } = prints[index] as Print;
      const { id: filedId, sha256, pages } = filed[index] as Filed;
      const copies = counts[index] ?? [];
      await this.recorder.record(tx, {
        subject: request.subject ?? { module: request.definition.module, kind: 'register', id: filedId },
        action: known ? 'form-reprinted' : 'form-printed',
        data: {
          form: request.definition.code,
          template: request.definition.version,
          copies,
          sha256,
          marked,
          blank: request.blank,
          ...(request.range ? { range: request.range } : {}),
          print: id,
        },
      });
      views.push({
        id,
        filedId,
        url: `/api/forms/prints/${id}.pdf`,
        sha256,
        pages,
        copies,
        reprint: known !== undefined,
      });
    }
    return views;
  }

  /** The papers as they are filed, those that were before among them. */
  private async file(tx: Transaction, actor: UserActor, ready: readonly Ready[]): Promise<Filed[]> {
    const keyIds = ready.map(({ known, paper }) => {
      if (known) return [];
      return paper.keyIds.length > 0 ? [...new Set(paper.keyIds)].sort() : [this.keys.create(tx, null)];
    });
    await tx.flush();
    const keys = await this.keys.load(keyIds.flat(), tx);
    const filed = ready.map(({ known, request, paper, rendered }, index): Filed => {
      if (known) return known;
      if (!rendered) throw new Error('A paper that is filed was rendered.');
      const own = keyIds[index] ?? [];
      // Erased since it was read.
      if (own.some((id) => !keys.has(id))) throw commonErrors['not-found']();
      const key = combineKeys(own.map((id) => keys.get(id) as Buffer));
      const sealedPdf = encryptBytes(key, rendered.pdf);
      return {
        id: randomUUID(),
        keyIds: own,
        sealedData: encryptJson(key, paper.data),
        sealedPdf,
        sha256: createHash('sha256').update(sealedPdf).digest('hex'),
        pages: rendered.pages,
        copies: [...request.copies],
        number: request.blank ? null : textAt(paper.data, request.definition.numberKey) || null,
      };
    });
    const fresh = ready.flatMap(({ known, request }, index) =>
      known ? [] : [{ filed: filed[index] as Filed, request }],
    );
    await this.store.add(tx, fresh, actor.employeeId);
    return filed;
  }

  private async key(keyIds: readonly string[]): Promise<Buffer | undefined> {
    const keys = await this.keys.load(keyIds);
    return keys.size === keyIds.length ? combineKeys([...keys.values()]) : undefined;
  }
}
