/** Dates and durations as people read them: `2026-11-21 周六 14:05`, `1 小时 20 分`. */
import type { Language } from '../i18n/language';

/** Everything is shown and typed in the suite's zone, wherever the browser stands (CAL-1). */
export const ZONE = 'Asia/Shanghai';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Fields of the suite's wall clock at an instant. */
export function wallClock(at: Date | string): { date: string; time: string; seconds: string; weekday: number } {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(typeof at === 'string' ? new Date(at) : at)) found[type] = value;
  const date = `${found['year']}-${found['month']}-${found['day']}`;
  const time = `${found['hour']}:${found['minute']}`;
  return { date, time, seconds: `${time}:${found['second']}`, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() };
}

/** `2026-11-21 周六 14:05` */
export function formatInstant(at: Date | string, language: Language): string {
  const { date, time, weekday } = wallClock(at);
  return `${date} ${WEEKDAYS[language][weekday]} ${time}`;
}

/** `11-21 周六 14:05`, or `今天 14:05` on the day itself. */
export function formatShort(at: Date | string, now: Date, language: Language): string {
  const { date, time, weekday } = wallClock(at);
  const today = wallClock(now).date;
  if (date === today) return `${language === 'zh' ? '今天' : 'today'} ${time}`;
  const day = date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date;
  return `${day} ${WEEKDAYS[language][weekday]} ${time}`;
}

/** `2026-11-21 周六` */
export function formatDay(date: string, language: Language): string {
  return `${date} ${WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}

/** `1 小时 20 分`; below an hour `20 分`, below a minute `不到 1 分`. Minutes are rounded down. */
export function formatDuration(seconds: number, language: Language): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const [hour, minute] = language === 'zh' ? [' 小时', ' 分'] : [' h', ' min'];
  if (minutes === 0) return language === 'zh' ? '不到 1 分' : 'under 1 min';
  if (hours === 0) return `${rest}${minute}`;
  return rest === 0 ? `${hours}${hour}` : `${hours}${hour} ${rest}${minute}`;
}

/** The instant at which the suite's wall clock shows `2026-09-18 14:00`, with its offset; `undefined` if unreadable. */
export function wallToIso(wall: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(wall.trim());
  if (!match) return undefined;
  const asUtc = Date.parse(`${match[1]}T${match[2]}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const shown = wallClock(new Date(asUtc));
  const offset = (Date.parse(`${shown.date}T${shown.seconds}Z`) - asUtc) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${match[1]}T${match[2]}:00${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** `138 1234 5678`, `010-8888 1234`; a masked number keeps its stars. */
export function formatPhone(phone: string): string {
  if (/^1[\d*]{10}$/.test(phone)) return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
  return phone;
}
