/** The error catalogue of calendars: what can be wrong with a definition, a question or a walk (CAL-1…3). */
import { DomainError, type Texts } from '../errors';

const CATALOGUE = {
  'not-an-object': { zh: '应为对象', en: 'An object is expected' },
  'not-a-list': { zh: '应为数组', en: 'A list is expected' },
  'unknown-field': { zh: '未知字段', en: 'This field is not known' },
  required: { zh: '缺少必填字段', en: 'This field is required' },
  'bad-timezone': { zh: '未知时区', en: 'This time zone is not known' },
  'bad-weekday': { zh: '星期应为 mon…sun', en: 'A weekday is one of mon … sun' },
  'bad-window': { zh: '时段应为 ["HH:mm","HH:mm"]', en: 'A window is ["HH:mm","HH:mm"]' },
  'bad-time': { zh: '时刻应为 00:00…23:59，结束可为 24:00', en: 'A time is 00:00 … 23:59; an end may be 24:00' },
  'bad-date': { zh: '日期应为真实存在的 YYYY-MM-DD', en: 'A date is YYYY-MM-DD and exists' },
  'bad-month-day': { zh: '应为真实存在的 MM-DD', en: 'A yearly date is MM-DD and exists' },
  'bad-year': { zh: '年份应为 1…9999 的整数', en: 'A year is a whole number from 1 to 9999' },
  'bad-instant': {
    zh: '时间应为带时区偏移的 ISO 8601',
    en: 'An instant is ISO 8601 with an offset, such as 2026-09-18T17:30:00+08:00',
  },
  'bad-seconds': { zh: '秒数应为不小于 0 的整数', en: 'Seconds are a whole number, 0 or more' },
  'bad-days': { zh: '天数应为整数', en: 'Days are a whole number' },
  'bad-flag': { zh: '应为 true 或 false', en: 'true or false is expected' },
  'bad-operation': { zh: '未知的问题类型', en: 'This operation is not known' },
  'bad-duration': { zh: '时限的单位或数值不正确', en: 'The unit or value of this duration is wrong' },
  'bad-pause': { zh: '暂停的结束早于开始', en: 'A pause ends before it begins' },
  'changes-not-in-order': { zh: '变更日期应递增', en: 'Changes must be in order of their dates' },
  'never-open': { zh: '该日历没有任何工作时间', en: 'This calendar is never open' },
  'no-end': {
    zh: '在可计算的范围内没有足够的工作时间',
    en: 'There is not enough open time within reach of this calendar',
  },
} as const satisfies Record<string, Texts>;

export type CalendarErrorCode = keyof typeof CATALOGUE;

/** A calendar, a question about it or a walk on it is refused; `path` is a JSON pointer into what was given. */
export class CalendarError extends DomainError {
  constructor(code: CalendarErrorCode, path = '') {
    super(code, path, CATALOGUE[code]);
  }

  /** The same error seen from outside: its path begins with `prefix`. */
  under(prefix: string): CalendarError {
    return new CalendarError(this.code as CalendarErrorCode, prefix + this.path);
  }
}
