/** A small house for the checks: some of the lists of a pack, two officers. */
import { House } from '../house';

const entry = (code: string, zh: string, en: string) => ({ code, title: { zh, en } });

export const house = new House(
  {
    channels: [
      { ...entry('phone', '电话（800）', 'Phone (800)'), phone: true },
      { ...entry('fax', '传真', 'Fax'), phone: false },
    ],
    contactCategories: [
      entry('consultation', '咨询', 'Consultation'),
      entry('praise', '表扬', 'Praise'),
      entry('nuisance', '骚扰或打错', 'Nuisance or wrong number'),
    ],
    problemCategories: [
      {
        ...entry('technical', '技术质量', 'Technical quality'),
        kinds: [entry('hardware', '硬件', 'Hardware'), entry('other', '其它', 'Other')],
      },
      { ...entry('other', '其它', 'Other'), kinds: [] },
    ],
  },
  ['01', '02'],
);
