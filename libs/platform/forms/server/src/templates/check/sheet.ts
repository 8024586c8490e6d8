/** The style of a template: plain rules of listed properties; nothing that fetches, escapes its form or fills memory (FRM-4, S5). */
import type { TemplateFault } from './fault';
import { piece } from './fault';
import { FUNCTIONS, isAllowedProperty, POSITIONS } from './markup-lists';

/** Larger than anything on paper, in whatever unit. */
const NUMBER_AT_MOST = 3_000;

/** Escapes, rules that load or change the page, markup, and what only old browsers ran. */
const NEVER = /\\|\/\*|@[\w-]*|<|\{\{|!ie|expression|javascript:|-moz-binding|behavior|url\s*\(/i;
const SELECTOR = /^[-\w\s.,>+~*&:()[\]="'|^$]+$/;
/** Selectors that look out of the form: Chromium would apply them to the whole page. */
const OUTSIDE = /:has\b|:root\b|:host\b|(^|[\s>+~,(&])(html|body|head)\b/i;

/** Faults of a whole style sheet. @param line on which it begins */
export function sheetFaults(css: string, line: number): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const plain = bare(css);
  const lineAt = (index: number) => line + (plain.slice(0, index).match(/\n/g)?.length ?? 0);
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of plain.matchAll(/[;{}]/g)) {
    const text = plain.slice(start, index);
    const where = lineAt(start + text.search(/\S|$/));
    if (mark === '{') {
      faults.push(...selectorFaults(text, where));
      depth++;
    } else {
      faults.push(...ruleFaults(text, where, depth));
      if (mark === '}' && --depth < 0) return [...faults, { line: lineAt(index), code: 'bad-style', what: '}' }];
    }
    start = index + 1;
  }
  const rest = plain.slice(start).trim();
  if (rest || depth > 0) faults.push({ line: lineAt(plain.length), code: 'bad-style', what: piece(rest) || '{' });
  return faults;
}

/** Faults of what stands in a `style` attribute. */
export function declarationFaults(css: string, line: number): TemplateFault[] {
  const plain = bare(css);
  if (/[{}]/.test(plain)) return [{ line, code: 'bad-style', what: piece(css) }];
  return plain.split(';').flatMap((text) => ruleFaults(text, line, 1));
}

function selectorFaults(text: string, line: number): TemplateFault[] {
  const selector = text.trim();
  const never = NEVER.exec(selector);
  if (never) return [{ line, code: 'not-allowed-style', what: piece(never[0]) }];
  if (!SELECTOR.test(selector) || /["']/.test(selector.replaceAll('""', '')))
    return [{ line, code: 'bad-style', what: piece(selector) || '{' }];
  return OUTSIDE.test(selector) ? [{ line, code: 'not-allowed-style', what: piece(selector) }] : [];
}

function ruleFaults(text: string, line: number, depth: number): TemplateFault[] {
  const rule = text.trim();
  if (!rule) return [];
  const never = NEVER.exec(rule);
  if (never) return [{ line, code: 'not-allowed-style', what: piece(never[0]) }];
  const [, property = '', value = ''] = /^([-a-zA-Z]+)\s*:\s*([\s\S]+)$/.exec(rule) ?? [];
  // Outside any rule a declaration would be of the form itself, which is fine: it is nested under it.
  if (!property || depth < 0 || /["']/.test(rule.replaceAll('""', '')))
    return [{ line, code: 'bad-style', what: piece(rule) }];
  if (!isAllowedProperty(property.toLowerCase())) return [{ line, code: 'not-allowed-style', what: property }];
  return valueFaults(property.toLowerCase(), value.toLowerCase(), line);
}

function valueFaults(property: string, value: string, line: number): TemplateFault[] {
  const fault = (what: string): TemplateFault[] => [{ line, code: 'not-allowed-style', what: piece(what) }];
  for (const [, name = ''] of value.matchAll(/([-\w]*)\(/g))
    if (name && !FUNCTIONS.has(name)) return fault(`${name}()`);
  for (const [number] of value.matchAll(/(?<![#\w.])\d+(\.\d+)?(e[-+]?\d+)?/g)) {
    if (Number(number) > NUMBER_AT_MOST) return fault(number);
  }
  const word = value.replace('!important', '').trim();
  return property === 'position' && !POSITIONS.has(word) ? fault(`position: ${word}`) : [];
}

/**
 * Comments as spaces, strings without what they say, in one walk: neither hides in the other. Lines stay where they are;
 * what has no end stays too, and is refused.
 */
const bare = (css: string): string =>
  css.replace(/\/\*[\s\S]*?\*\/|"[^"\\\n<]*"|'[^'\\\n<]*'/g, (part) =>
    part.startsWith('/*') ? part.replace(/[^\n]/g, ' ') : '""',
  );
