/** Language of an answer: what Accept-Language asks for, Chinese where it says nothing (console.md). */
import type { Language } from '../request/input';

export function languageOf(header: string | undefined): Language {
  let zh = 0;
  let en = 0;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(parameters.find((p) => p.trim().startsWith('q='))?.split('=')[1] ?? 1);
    if (Number.isNaN(quality)) continue;
    if (range === 'zh' || range.startsWith('zh-')) zh = Math.max(zh, quality);
    if (range === 'en' || range.startsWith('en-')) en = Math.max(en, quality);
  }
  return en > zh ? 'en' : 'zh';
}
