/** The console's language: Chinese first, English by switch, kept in the browser. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';

/** A text in both languages, as the server and the manifests give titles. */
export interface Title {
  readonly zh: string;
  readonly en?: string | undefined;
}

const KEPT = 'bihuan.language';

const tag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

/** The language the reader chose in this browser; Chinese unless he did. */
export function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
}

/** Keeps the choice; texts follow at once. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = tag(language);
  await i18next.changeLanguage(language);
}

/** The one i18next instance, ready when this returns; rooms add their texts to it. */
export function setUpTexts(): typeof i18next {
  if (i18next.isInitialized) return i18next;
  const language = keptLanguage();
  document.documentElement.lang = tag(language);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    keySeparator: false,
    nsSeparator: ':',
    resources: {},
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
  return i18next;
}
