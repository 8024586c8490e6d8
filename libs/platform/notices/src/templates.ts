/** Texts of notices by pack, code and language (NTF-1). */
import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Policies } from '@bihuan/policies';
import type { NoticeParams, Texts } from './notice';

/** Instants in words that are kept: what is told of a storm names the same ones thousands of times. */
const KEPT = 1_000;

@Injectable()
export class NoticeTemplates {
  private readonly walls = new Map<string, string>();

  constructor(@Inject(Policies) private readonly policies: Pick<Policies, 'pack'>) {}

  /**
   * Title and text of a template with its places filled in. A code the pack does not have still makes a notice: a
   * missing text must not undo the step that tells somebody.
   */
  render(code: string, params: NoticeParams): { title: Texts; text: Texts } {
    const { templates, timezone } = this.policies.pack();
    const template = templates.find((one) => one.code === code);
    const inWords = (value: NoticeParams[string], language: keyof Texts) => this.inWords(value, language, timezone);
    const number = params['number'] === undefined ? '' : ` ${inWords(params['number'], 'zh')}`;
    const bare = { zh: `${code}${number}`, en: `${code}${number}` };
    const filled = (texts: Texts): Texts => ({
      zh: fill(texts.zh, params, (value) => inWords(value, 'zh')),
      en: fill(texts.en, params, (value) => inWords(value, 'en')),
    });
    return { title: filled(template?.title ?? bare), text: filled(template?.text ?? bare) };
  }

  private inWords(value: NoticeParams[string], language: keyof Texts, zone: string): string {
    if (typeof value === 'object') return value[language];
    return typeof value === 'string' && INSTANT.test(value) ? this.onTheWall(value, zone) : String(value);
  }

  /** Instants as clocks on the wall show them, to the minute. */
  private onTheWall(instant: string, zone: string): string {
    const key = `${zone} ${instant}`;
    const known = this.walls.get(key);
    if (known !== undefined) return known;
    const text = DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
    if (this.walls.size >= KEPT) this.walls.clear();
    this.walls.set(key, text);
    return text;
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const fill = (text: string, params: NoticeParams, inWords: (value: NoticeParams[string]) => string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : inWords(value);
  });
