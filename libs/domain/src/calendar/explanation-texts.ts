/** The sentences of an explanation, in both languages: why an answer about working time is what it is. */
import type { Texts } from '../errors';
import type { DayRule } from './definition';

export const WEEKDAY_NAMES: readonly Texts[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
];

export const RULE_NAMES: Readonly<Record<DayRule, Texts>> = {
  'special-day': { zh: '指定日（含调休）', en: 'named day (make-up days too)' },
  holiday: { zh: '节假日', en: 'holiday' },
  'recurring-holiday': { zh: '每年休息日', en: 'yearly holiday' },
  'unconfirmed-holiday': { zh: '该年安排未公布，按法定日休息', en: 'notice of the year not out, statutory day' },
  weekly: { zh: '每周工时', en: 'weekly hours' },
};

export const CLOSED: Texts = { zh: '休息', en: 'closed' };
export const NEXT_DAY: Texts = { zh: '次日', en: 'next day ' };

export const SENTENCES = {
  from: (at: string): Texts => ({ zh: `从 ${at} 起算`, en: `Counted from ${at}` }),
  question: (at: string): Texts => ({ zh: `所问时刻 ${at}`, en: `The moment asked about is ${at}` }),
  result: (at: string): Texts => ({ zh: `结果：${at}`, en: `Result: ${at}` }),
  pauses: (count: number): Texts => ({ zh: `扣除暂停 ${count} 段`, en: `Pauses taken off: ${count}` }),
  provisional: (): Texts => ({
    zh: '涉及尚未公布放假安排的年份，结果为暂定，公布后会调整',
    en: 'A year without its holiday notice is touched: the answer is provisional and moves with the notice',
  }),
  left: (days: number, counted: Texts): Texts => ({
    zh: `其余 ${days} 天共计入 ${counted.zh}`,
    en: `The ${days} days left count ${counted.en} together`,
  }),
  workingDay: (line: Texts, ordinal: number): Texts => ({
    zh: `${line.zh}，第 ${ordinal} 个工作日`,
    en: `${line.en}; working day ${ordinal}`,
  }),
  counted: (line: Texts, counted: Texts): Texts => ({
    zh: `${line.zh}，计入 ${counted.zh}`,
    en: `${line.en}; ${counted.en} counted`,
  }),
  day: (date: string, weekday: Texts, hours: Texts, rule: Texts): Texts => ({
    zh: `${date} ${weekday.zh} ${hours.zh}（${rule.zh}）`,
    en: `${date} ${weekday.en} ${hours.en} (${rule.en})`,
  }),
};

/** Seconds in words: 1 小时 20 分. */
export function amount(seconds: number): Texts {
  const parts = [
    [Math.floor(seconds / 3_600), '小时', 'h'],
    [Math.floor((seconds % 3_600) / 60), '分', 'min'],
    [Math.round((seconds % 60) * 1_000) / 1_000, '秒', 's'],
  ] as const;
  const shown = parts.filter(([value]) => value > 0);
  if (shown.length === 0) return { zh: '0 秒', en: '0 s' };
  return {
    zh: shown.map(([value, zh]) => `${value} ${zh}`).join(' '),
    en: shown.map(([value, , en]) => `${value} ${en}`).join(' '),
  };
}
