/** Working time of atm-5s4e (packs.md Calendar; RD-2, RD-5, RD-6). */

const everyDay = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to]]]));

const handlerHours = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

export const calendars = [
  {
    code: 'handlers',
    title: { zh: '处理部门工作日', en: 'Working days of the handlers' },
    weekly: { mon: handlerHours, tue: handlerHours, wed: handlerHours, thu: handlerHours, fri: handlerHours },
    worksOnHolidays: false,
  },
  {
    code: 'hotline-365',
    title: { zh: '热线全年无休', en: 'Hotline, 365 days' },
    weekly: everyDay('08:30', '20:30'),
    worksOnHolidays: true,
  },
  {
    code: 'around-the-clock',
    title: { zh: '全天候', en: 'Around the clock' },
    weekly: everyDay('00:00', '24:00'),
    worksOnHolidays: true,
  },
  {
    code: 'stations-365',
    title: { zh: '节假日无休服务站', en: 'Stations that work on statutory holidays' },
    weekly: everyDay('09:00', '18:00'),
    worksOnHolidays: true,
  },
];
