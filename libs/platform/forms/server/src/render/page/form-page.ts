/** Puts forms into one HTML document for printing; each begins with a link that says on which page it starts (FRM-2). */
import Handlebars from 'handlebars';
import type { AnyFormDefinition, FormLanguage } from '../form-definition';
import { type TemplateEngine } from '../template/engine';
import { PAPER_STYLE } from './paper-style';

/** A form ready for paper: its data is checked. */
export interface PageItem {
  readonly definition: AnyFormDefinition;
  readonly data: unknown;
  readonly blank: boolean;
  readonly lang: FormLanguage;
  /** The body, where it was made already: of uploaded templates, in a process apart. */
  readonly body?: string;
}

/** What a template is run with: source, data and language of one form. */
export function templateCall(
  item: PageItem,
  zone: string,
): readonly [source: string, data: unknown, paper: { zone: string; language: FormLanguage; blank: boolean }] {
  const { definition, blank, lang } = item;
  const source = lang === 'en' && definition.templateEn !== undefined ? definition.templateEn : definition.template;
  return [source, blank ? wordsOf(item) : item.data, { zone, language: lang, blank }];
}

/** Nothing may be fetched, run or framed, whatever a template says (S6). */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Characters a PDF or the browser's protocol cannot carry: controls, non-characters, halves of surrogate pairs. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu;

const escape = (text: string): string => Handlebars.escapeExpression(text);

/** The value at a dotted path of some data; undefined where there is none. Own properties only. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The same as text: empty for what is neither text nor number. */
export function textAt(data: unknown, path: string | undefined): string {
  const value = path === undefined ? undefined : valueAt(data, path);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The address of the link that opens form `index`; `key` is unguessable, so no template can forge one. */
export const beginAddress = (key: string, index: number): string => `bihuan:${key}/${index}`;

/**
 * The document. `key` marks where each form begins; without it (a page for editing) there are no marks.
 * Throws TemplateError.
 */
export function documentHtml(engine: TemplateEngine, items: readonly PageItem[], zone: string, key?: string): string {
  const styles = new Map(items.map(({ definition }) => [definition.code, styleOf(definition)]));
  const sections = items.map((item, index) => section(engine, item, zone, key && beginAddress(key, index)));
  const language = items[0]?.lang ?? 'zh-CN';
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escape(items[0]?.definition.title[language] ?? '')}</title>`,
    `<style>${PAPER_STYLE}${[...styles.values()].join('')}</style></head><body>`,
    ...sections,
    '</body></html>',
  ].join('');
  return html.replace(UNPRINTABLE, '\ufffd');
}

function styleOf(definition: AnyFormDefinition): string {
  // A style sheet that closes its own element would become markup.
  return definition.style ? `.form-${definition.code} { ${definition.style.replaceAll('<', '')} }` : '';
}

function section(engine: TemplateEngine, item: PageItem, zone: string, begin: string | undefined): string {
  const { definition, lang } = item;
  const body = item.body ?? engine.body(...templateCall(item, zone));
  const unit = textAt(item.data, definition.unitKey);
  const paper = definition.paper.landscape ? 'landscape' : 'portrait';
  return [
    `<section class="form form-${definition.code} ${paper}">`,
    begin ? `<a class="begin" href="${begin}">&nbsp;</a>` : '',
    `<header class="head"><p>${escape(unit)}</p><h1>${escape(definition.title[lang])}</h1></header>`,
    body,
    '</section>',
  ].join('');
}

/** What stands on a form before anybody writes on it. */
function wordsOf({ definition, data }: PageItem): Record<string, unknown> {
  const given = (data ?? {}) as Record<string, unknown>;
  return Object.fromEntries((definition.printedBlank ?? []).map((key) => [key, given[key]]));
}
