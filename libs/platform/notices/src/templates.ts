/** Texts of notices by pack, code and language (NTF-1). */
import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Policies } from '@bihuan/policies';
import type { NoticeParams, Texts } from './notice';

@Injectable()
export class NoticeTemplates {
  constructor(@Inject(Policies) private readonly policies: Pick<Policies, 'pack'>) {}

  /**
   * Title and text of a template with its places filled in. A code the pack does not have still makes a notice: a
   * missing text must not undo the step that tells somebody.
   */
  render(code: string, params: NoticeParams): { title: Texts; text: Texts } {
    const pack = this.policies.pack();
    const template = pack.templates.find((one) => one.code === code);
    const number = params['number'] === undefined ? '' : ` ${asText(params['number'], 'zh', pack.timezone)}`;
    const bare = { zh: `${code}${number}`, en: `${code}${number}` };
    const filled = (texts: Texts): Texts => ({
      zh: fill(texts.zh, params, 'zh', pack.timezone),
      en: fill(texts.en, params, 'en', pack.timezone),
    });
    return { title: filled(template?.title ?? bare), text: filled(template?.text ?? bare) };
  }
}

const fill = (text: string, params: NoticeParams, language: keyof Texts, zone: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : asText(value, language, zone);
  });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Instants as clocks on the wall show them, to the minute. */
function asText(value: NoticeParams[string], language: keyof Texts, zone: string): string {
  if (typeof value === 'object') return value[language];
  if (typeof value === 'string' && INSTANT.test(value)) {
    return DateTime.fromISO(value, { zone }).toFormat('yyyy-MM-dd HH:mm');
  }
  return String(value);
}
