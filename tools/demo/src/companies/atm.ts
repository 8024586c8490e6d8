/** The maker of ATMs (5S4E): a day of 300 calls and all that follows, repairs, evaluations, a complaint over the holiday, the month's reports. */
import type { Company } from './company';
import { playAtm } from '../stories/atm-month';

export const atm: Company = {
  pack: 'atm-5s4e',
  title: { zh: '闭环电子', en: 'Maker of ATMs' },
  from: '2026-09-17 00:00',
  play: playAtm,
};
