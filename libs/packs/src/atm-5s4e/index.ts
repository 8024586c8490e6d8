/** The pack of a maker of ATMs and self-service machines: 5S4E (packs.md `atm-5s4e`; seed 000). */
import { calendars } from './calendars';
import { deadlinePolicies } from './deadline-policies';
import { customerLevels, faultGrades, forms, numbering, productLines } from './dictionaries';
import { hotline } from './hotline';
import { notes } from './notes';
import { organisation, recipients } from './organisation';
import { revisit } from './revisit';
import { roles } from './roles';
import { scripts } from './scripts';
import { templates } from './templates';

export const atm5s4e = {
  id: 'atm-5s4e',
  title: { zh: 'ATM与自助设备（5S4E）', en: 'ATM and self-service machines (5S4E)' },
  company: { zh: '闭环电子', en: 'Bihuan Electronics' },
  source: '000',
  timezone: 'Asia/Shanghai',
  organisation,
  calendars,
  deadlinePolicies,
  recipients,
  roles,
  productLines,
  customerLevels,
  faultGrades,
  forms,
  numbering,
  scripts,
  templates,
  modules: { hotline, revisit },
  notes,
};
