/** Where the figures of the company atm-5s4e come from; the modules' figures are noted in their parts (PCK-1). */
import { passMarkNote } from '../shared/organisation';
import { chosen, seed } from '../shared/words';

export const notes = [
  seed('calendars.hotline-365', '000 ch.1 §三: the hotline works 365 days a year.'),
  chosen('calendars.hotline-365.weekly', 'The hours 08:30–20:30 are in no seed.'),
  seed('calendars.around-the-clock', '000 ch.1 §三: the complaint line is open 24 hours.'),
  chosen('calendars.handlers', 'Mon–Fri 09–12, 13–18 is in no seed (RD-6).'),
  seed(
    'calendars.stations-365',
    '000 ch.1 §三: stations of 40 cities work on statutory holidays, others later (CAL-1).',
  ),
  chosen('calendars.stations-365.weekly', 'The hours 09–18 are in no seed.'),
  chosen('deadlinePolicies.warnShare', 'The share 0.9 is the default of DLN-1.'),
  chosen('deadlinePolicies.steps', 'Who is told, beyond HOT-8c, is in no seed.'),
  chosen('faultGrades', 'RD-7: four grades, 1 the gravest, weights 4-3-2-1.'),
  chosen('customerLevels', '000 has no levels of customers.'),
  passMarkNote,
  chosen('organisation.employees', 'The people are invented, for demonstration only.'),
];
