/** How names, numbers and phones are compared: one spelling, whatever was typed (CUS-1). */

/** Full-width to half-width, lower case, no blanks: `ＡＴＭ 一部` → `atm一部`. */
export const nameKey = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What follows is an extension. */
const EXTENSION = /(?:转|#|\*|ext\.?|x|,|;).*$/i;

/** Digits that are dialled: without extension, country code of China and international prefix. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').trim().replace(EXTENSION, '').replace(/\D/g, '');
  return digits.replace(/^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/, '');
}

/** Can these words be a phone, or its last digits? At least four digits and nothing but what stands in numbers. */
export const looksLikePhone = (text: string): boolean =>
  /^[\d\s+()（）-]+$/.test(text.normalize('NFKC')) && phoneDigits(text).length >= 4;
