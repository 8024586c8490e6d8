/** How values stand on paper: dates, times and phone numbers; an absent value leaves the room to write it by hand. */
import { DateTime } from 'luxon';

const NBSP = '\u00a0';
/** What a date cell shows when its value is to be written by hand. */
const OPEN_DATE = {
  'zh-CN': `${NBSP.repeat(8)}年${NBSP.repeat(5)}月${NBSP.repeat(5)}日`,
  en: NBSP.repeat(16),
} as const;

export type PaperLanguage = keyof typeof OPEN_DATE;

/** An ISO date or instant in the office's zone; undefined where there is none or it cannot be read. */
function moment(value: unknown, zone: string): DateTime | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const time = value instanceof Date ? DateTime.fromJSDate(value, { zone }) : DateTime.fromISO(String(value), { zone });
  return time.isValid ? time : undefined;
}

/** `2026年9月17日`, or the open 年 月 日 of a signature. */
export function signatureDate(value: unknown, zone: string, language: PaperLanguage): string {
  const time = moment(value, zone);
  if (!time) return OPEN_DATE[language];
  return language === 'en' ? time.toFormat('d LLLL yyyy', { locale: 'en' }) : time.toFormat('yyyy年L月d日');
}

/** `2026-09-17`, empty without a value. */
export const plainDate = (value: unknown, zone: string): string => moment(value, zone)?.toFormat('yyyy-LL-dd') ?? '';

/** `2026-09-17 14:05`, empty without a value. */
export const dateTime = (value: unknown, zone: string): string =>
  moment(value, zone)?.toFormat('yyyy-LL-dd HH:mm') ?? '';

/** `14:05`, empty without a value. */
export const clockTime = (value: unknown, zone: string): string => moment(value, zone)?.toFormat('HH:mm') ?? '';

/** The groups a phone number is read in: 138 1234 5678, 0755 8200 1234; what is not a plain number stays whole. */
export function phoneGroups(value: unknown): string[] {
  const text = value === undefined || value === null ? '' : String(value).trim();
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(text);
  if (mobile) return mobile.slice(1);
  const land = /^(0[12]\d|0[3-9]\d{2})-?(\d{3,4})(\d{4})$/.exec(text);
  return land ? land.slice(1) : text ? [text] : [];
}
