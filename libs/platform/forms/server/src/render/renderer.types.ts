/** The renderer's public face: what is asked of it and what it gives back (FRM-1, FRM-2). */
import type { AnyFormDefinition, FormLanguage } from './form-definition';

export interface RenderOptions {
  /** Which copies, by their index in the definition; all by default. */
  readonly copies?: readonly number[];
  /** Print the empty form for handwriting; the data is ignored apart from `unitName`-like texts the caller leaves in. */
  readonly blank?: boolean;
  readonly lang?: FormLanguage;
  /** Copy index → which reprint this is (1 = first reprint); a copy not named carries no mark. */
  readonly reprint?: Readonly<Record<number, number>>;
}

export interface RenderItem extends RenderOptions {
  readonly definition: AnyFormDefinition;
  readonly data: unknown;
}

export interface RenderedForm {
  readonly pdf: Uint8Array;
  /** Pages of all copies together. */
  readonly pages: number;
}

export interface RendererHealth {
  /** `idle` = not started yet (it starts with the first form); `unhealthy` = two probes in a row failed. */
  readonly state: 'idle' | 'ready' | 'unhealthy' | 'closed';
  readonly failedProbes: number;
  /** Documents waiting for a page. */
  readonly waiting: number;
  /** Documents printed and browsers started since the start. */
  readonly printed: number;
  readonly starts: number;
  /** Resident memory of the browser's processes, bytes; 0 where it cannot be read. */
  readonly memory: number;
}

export interface RendererOptions {
  /** Chromium to use (PUPPETEER_EXECUTABLE_PATH); without it the packaged headless shell, else Debian's. */
  readonly executablePath?: string;
  /** Folder for the unpacked browser and the font cache; by default /var/lib/bihuan as root, else the user's cache folder. */
  readonly cacheFolder?: string;
  /** Warm pages that print side by side; 2. */
  readonly pages?: number;
  /** Documents that may wait for a page before `render-queue-full`; 200. */
  readonly queueLimit?: number;
  /** Limit for one document, milliseconds; 30,000. */
  readonly timeout?: number;
  /** Limit for one document of an uploaded template, milliseconds; 10,000. */
  readonly uploadedTimeout?: number;
  /** Forms after which a page gets a fresh browser context; 200. */
  readonly contextLife?: number;
  /** Resident memory of the browser's processes above which it is replaced, bytes; 1.2 GB. */
  readonly memoryLimit?: number;
  /** IANA time zone of the dates on paper; Asia/Shanghai. */
  readonly zone?: string;
  /** Told about starts, recycles and crashes of the browser; never about data. */
  readonly log?: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

export interface FormRenderer {
  /** One form. Errors: form-data-invalid, form-template-invalid, render-queue-full, render-failed. */
  render(definition: AnyFormDefinition, data: unknown, options?: RenderOptions): Promise<RenderedForm>;
  /** Many forms at once, each on its own (FRM-3), in the order of the items. Same errors; all or nothing. */
  renderBatch(items: readonly RenderItem[]): Promise<RenderedForm[]>;
  /** The page of one form as HTML, whoever wrote its template. Errors: form-data-invalid, form-template-invalid. */
  page(definition: AnyFormDefinition, data: unknown, options?: RenderOptions): Promise<string>;
  /** The page of one shipped form as HTML, for tests and measurements. */
  html(definition: AnyFormDefinition, data: unknown, options?: RenderOptions): string;
  /**
   * Stamps a reprint mark on a filed PDF. The filed bytes stay untouched at the front; the mark is appended as an
   * incremental update, so the reprint is byte-identical apart from the mark (FRM-3).
   */
  markReprint(pdf: Uint8Array, mark: ReprintMark): Promise<Uint8Array>;
  /** Probes the browser if it runs. */
  health(): Promise<RendererHealth>;
  /** Ends the browser; afterwards no process of ours is left. */
  close(): Promise<void>;
}

export interface ReprintMark {
  /** How many copies the filed PDF holds. */
  readonly copies: number;
  /** Copy index within that PDF → which reprint. */
  readonly reprint: Readonly<Record<number, number>>;
  readonly lang?: FormLanguage;
}
