/** Working time of atm-5s4e (packs.md Calendar; RD-2, RD-5, RD-6). */
import { aroundTheClock, everyDay, officeDays } from '../shared/calendars';

export const calendars = [
  officeDays('handlers', '处理部门工作日', 'Working days of the handlers'),
  {
    code: 'hotline-365',
    title: { zh: '热线全年无休', en: 'Hotline, 365 days' },
    weekly: everyDay(['08:30', '20:30']),
    worksOnHolidays: true,
  },
  aroundTheClock,
  {
    code: 'stations-365',
    title: { zh: '节假日无休服务站', en: 'Stations that work on statutory holidays' },
    weekly: everyDay(['09:00', '18:00']),
    worksOnHolidays: true,
  },
];
