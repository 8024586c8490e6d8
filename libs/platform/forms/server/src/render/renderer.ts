/** The form renderer: checked data → template → Chromium → stamped copies (FRM-1, FRM-2). */
import { randomUUID } from 'node:crypto';
import { TemplateProcess } from './apart/template-process';
import { cacheFolder } from './browser/user-folder';
import { ChromiumLauncher } from './browser/chromium-process';
import { PrintPool } from './browser/print-pool';
import { copyCount, copyText } from './copies';
import type { AnyFormDefinition } from './form-definition';
import { beginAddress, documentHtml, type PageItem, templateCall, textAt } from './page/form-page';
import { renderErrors } from './render.errors';
import type {
  FormRenderer,
  RenderedForm,
  RendererHealth,
  RendererOptions,
  RenderItem,
  RenderOptions,
  ReprintMark,
} from './renderer.types';
import { sideBySide } from './side-by-side';
import { cutForms, type PaperMarks, stampDocument, type StampedDocument } from './stamp/assemble';
import { markReprint } from './stamp/reprint';
import { StampFonts } from './stamp/stamp-font';
import { TemplateEngine, TemplateError } from './template/engine';

/** Forms printed in one document: below the least the browser's fixed cost weighs, above the most its memory (performance.md §1). */
const LEAST = 10;
const MOST = 50;

const DEFAULTS = {
  pages: 2,
  queueLimit: 200,
  timeout: 30_000,
  uploadedTimeout: 10_000,
  contextLife: 200,
  memoryLimit: 1.2e9,
  zone: 'Asia/Shanghai',
  log: () => undefined,
} as const;

/** A renderer with its own browser, which starts with the first form. */
export const createRenderer = (options: RendererOptions = {}): FormRenderer => new Renderer(options);

class Renderer implements FormRenderer {
  private readonly engine = new TemplateEngine();
  private readonly apart = new TemplateProcess();
  private readonly fonts = new StampFonts();
  private readonly pool: PrintPool;
  private readonly zone: string;
  private readonly pages: number;

  constructor(options: RendererOptions) {
    const settings = { ...DEFAULTS, ...options };
    this.zone = settings.zone;
    this.pages = settings.pages;
    this.pool = new PrintPool(new ChromiumLauncher(cacheFolder(options.cacheFolder), options.executablePath), settings);
  }

  async render(definition: AnyFormDefinition, data: unknown, options: RenderOptions = {}): Promise<RenderedForm> {
    const [form] = await this.renderBatch([{ definition, data, ...options }]);
    return form as RenderedForm;
  }

  async renderBatch(items: readonly RenderItem[]): Promise<RenderedForm[]> {
    const ready = items.map((item) => ({ page: checked(item), marks: marksOf(item) }));
    // A batch is spread over the pages, and is at as many of them at once.
    const size = Math.min(MOST, Math.max(LEAST, Math.ceil(items.length / this.pages)));
    const done = await sideBySide(this.pages, chunksOf(ready, size), async (chunk) => {
      const papers = chunk.map(({ marks }) => marks);
      const stamped = await this.printChunk(
        chunk.map(({ page }) => page),
        papers,
      );
      return cutAll(stamped, papers);
    });
    return done.flat();
  }

  html(definition: AnyFormDefinition, data: unknown, options: RenderOptions = {}): string {
    const item = { definition, data, ...options };
    return this.whole([checked(item)]);
  }

  async page(definition: AnyFormDefinition, data: unknown, options: RenderOptions = {}): Promise<string> {
    return this.whole(await this.ready([checked({ definition, data, ...options })]));
  }

  markReprint(pdf: Uint8Array, mark: ReprintMark): Promise<Uint8Array> {
    return markReprint(pdf, mark, this.fonts);
  }

  health(): Promise<RendererHealth> {
    return this.pool.health();
  }

  close(): Promise<void> {
    this.apart.close();
    return this.pool.close();
  }

  private async printChunk(pages: readonly PageItem[], marks: readonly PaperMarks[]): Promise<StampedDocument> {
    const key = randomUUID();
    const uploaded = isUploaded(pages[0]);
    const printed = await this.pool.print(this.whole(await this.ready(pages), key), { uploaded });
    const begins = pages.map((_page, index) => beginAddress(key, index));
    return stampDocument(printed, marks, begins, this.fonts);
  }

  /** The items with what uploaded templates make of them; shipped ones are run with the page. */
  private async ready(items: readonly PageItem[]): Promise<PageItem[]> {
    const made: PageItem[] = [];
    for (const item of items) {
      if (!isUploaded(item)) made.push(item);
      else made.push({ ...item, body: await this.apart.body(...templateCall(item, this.zone)).catch(refused(items)) });
    }
    return made;
  }

  private whole(items: readonly PageItem[], key?: string): string {
    try {
      return documentHtml(this.engine, items, this.zone, key);
    } catch (error) {
      return refused(items)(error);
    }
  }
}

/** A template that cannot be run is told with the forms it is of. */
const refused =
  (items: readonly PageItem[]) =>
  (error: unknown): never => {
    if (!(error instanceof TemplateError)) throw error;
    const form = [...new Set(items.map(({ definition }) => definition.code))].join(', ');
    throw renderErrors['form-template-invalid']({ params: { form, reason: error.message } });
  };

const isUploaded = (item: PageItem | undefined): boolean => item?.definition.uploaded ?? false;

/** Documents of at most `size` forms, in the order given; an uploaded template shares none with another (S6). */
function chunksOf<Item extends { readonly page: PageItem }>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (const item of items) {
    const chunk = chunks.at(-1);
    const before = chunk?.[0]?.page;
    const apart = isUploaded(before) || isUploaded(item.page);
    const fits = !apart || before?.definition.template === item.page.definition.template;
    if (chunk && chunk.length < size && fits) chunk.push(item);
    else chunks.push([item]);
  }
  return chunks;
}

async function cutAll(document: StampedDocument, papers: readonly PaperMarks[]): Promise<RenderedForm[]> {
  const parts = await cutForms(document, papers);
  return parts.map((pdf, index) => ({ pdf, pages: (document.forms[index] ?? []).length }));
}

/** The item with its data checked against the form's schema; a blank form has no data to check. */
function checked({ definition, data, blank = false, lang = 'zh-CN' }: RenderItem): PageItem {
  if (blank) return { definition, data, blank, lang };
  const result = definition.schema.safeParse(data);
  if (result.success) return { definition, data: result.data, blank, lang };
  const errors = result.error.issues.map(({ path, code, message }) => ({
    pointer: path.map((key) => `/${String(key)}`).join(''),
    code,
    detail: message,
  }));
  throw renderErrors['form-data-invalid']({ params: { form: definition.code }, errors });
}

function marksOf({ definition, data, blank, lang = 'zh-CN', copies, reprint }: RenderItem): PaperMarks {
  // A blank paper goes to nobody yet.
  const printed = blank && definition.copiesKey !== undefined ? {} : data;
  const wanted = copies ?? Array.from({ length: copyCount(definition, printed) }, (_copy, index) => index);
  return {
    title: definition.title[lang],
    lang,
    number: blank ? '' : textAt(data, definition.numberKey),
    copies: wanted.map((index) => {
      const text = copyText(definition, index, printed, lang);
      if (text === undefined) {
        throw renderErrors['form-copy-unknown']({ params: { form: definition.code, copy: index + 1 } });
      }
      return { text, reprint: reprint?.[index] };
    }),
  };
}
