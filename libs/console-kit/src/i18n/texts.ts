/** Texts of a room in both languages; a missing English text fails the type check. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { setUpTexts, type Language, type Title } from './language';

/** Handle of the texts of one room. */
export interface Texts<Key extends string> {
  readonly namespace: string;
  readonly keys: readonly Key[];
}

/** Registers flat texts under a namespace; `{{name}}` stands for a parameter. */
export function defineTexts<const Chinese extends Readonly<Record<string, string>>>(
  namespace: string,
  zh: Chinese,
  en: Readonly<Record<keyof Chinese, string>>,
): Texts<keyof Chinese & string> {
  const i18n = setUpTexts();
  i18n.addResourceBundle('zh', namespace, zh, true, true);
  i18n.addResourceBundle('en', namespace, en, true, true);
  return { namespace, keys: Object.keys(zh) as (keyof Chinese & string)[] };
}

export type Translate<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** The room's texts in the reader's language. */
export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const { t } = useTranslation(texts.namespace);
  return useCallback((key, values) => t(key, { ...values }), [t]);
}

/** The text of a code the server sent (state, action, category); the code itself where nobody worded it. */
export function useWords<Key extends string>(texts: Texts<Key>, prefix: string): (code: string) => string {
  const { t } = useTranslation(texts.namespace);
  return useCallback((code) => t(`${prefix}.${code}`, { defaultValue: code }), [t, prefix]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** A title the server sent, in the reader's language. */
export function useTitle(): (title: Title | string | undefined) => string {
  const language = useLanguage();
  return useCallback(
    (title) => {
      if (title === undefined) return '';
      if (typeof title === 'string') return title;
      return (language === 'en' ? title.en : undefined) ?? title.zh;
    },
    [language],
  );
}
