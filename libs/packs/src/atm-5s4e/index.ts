/** The pack of a maker of ATMs and self-service machines: 5S4E (packs.md `atm-5s4e`; seed 000). */
import { compose } from '../compose';
import { platformTemplates } from '../shared/templates';
import { appeals } from './appeals';
import { appraisal } from './appraisal';
import { calendars } from './calendars';
import { complaints } from './complaints';
import { customerLevels, faultGrades, productLines } from './dictionaries';
import { dispatch } from './dispatch';
import { hotline } from './hotline';
import { notes } from './notes';
import { organisation, recipients } from './organisation';
import { reporting } from './reporting';
import { revisit } from './revisit';
import { roles } from './roles';

export const atm5s4e = compose(
  {
    id: 'atm-5s4e',
    title: { zh: 'ATM与自助设备（5S4E）', en: 'ATM and self-service machines (5S4E)' },
    company: { zh: '闭环电子', en: 'Bihuan Electronics' },
    source: '000',
    timezone: 'Asia/Shanghai',
    organisation,
    calendars,
    recipients,
    roles,
    productLines,
    customerLevels,
    faultGrades,
    templates: platformTemplates,
    notes,
  },
  { hotline, revisit, dispatch, complaints, appeals, appraisal, reporting },
);
