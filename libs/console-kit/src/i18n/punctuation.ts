/** Marks between words as the reader's language writes them: full-width in Chinese, half-width with a space in English. */
import { useMemo } from 'react';
import type { Language } from './language';
import { useLanguage } from './texts';

export interface Punctuation {
  /** Between a label and what is said of it. */
  readonly colon: string;
  /** `甲、乙` */
  readonly list: (words: readonly string[]) => string;
  /** `甲；乙` */
  readonly clauses: (words: readonly string[]) => string;
  /** `甲（乙）` */
  readonly aside: (text: string, note: string) => string;
}

export const punctuation = (language: Language): Punctuation =>
  language === 'zh'
    ? {
        colon: '：',
        list: (words) => words.join('、'),
        clauses: (words) => words.join('；'),
        aside: (text, note) => `${text}（${note}）`,
      }
    : {
        colon: ': ',
        list: (words) => words.join(', '),
        clauses: (words) => words.join('; '),
        aside: (text, note) => `${text} (${note})`,
      };

export function usePunctuation(): Punctuation {
  const language = useLanguage();
  return useMemo(() => punctuation(language), [language]);
}
