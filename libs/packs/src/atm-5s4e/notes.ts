/** Where the figures of atm-5s4e come from: which are the seed's, which were chosen, which reading was taken. */

const seed = (path: string, text: string) => ({ path, kind: 'seed', text });
const chosen = (path: string, text: string) => ({ path, kind: 'chosen', text });
const reading = (path: string, text: string) => ({ path, kind: 'reading', text });

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
  reading('deadlinePolicies.hotline.referral', 'RD-2: 2 working hours on the calendar of the handlers.'),
  reading(
    'deadlinePolicies.hotline.result',
    'RD-3: from `refer`, start day not counted, close of the second working day.',
  ),
  chosen('deadlinePolicies.hotline.contact-customer', 'RD-4: 1 working hour; the seed says 立即.'),
  seed(
    'deadlinePolicies.hotline.awaiting-customer',
    '000 ch.3 §4.5.4: answer of the customer within 24 hours, else solved.',
  ),
  reading('modules.hotline.firstContactWindowDays', 'RD-44: 7 days.'),
  reading('deadlinePolicies.revisit.fault', 'RD-5: the next calendar day of the hotline’s calendar.'),
  chosen('modules.revisit.restHours', 'Rest hours of customers are in no seed of this firm.'),
  chosen('modules.revisit.fairIsSatisfied', 'RVT-3b: the seed has no answer between satisfied and not satisfied.'),
  reading('deadlinePolicies.hotline.requested-time', 'HOT-9d: the customer names the due time, there is no limit.'),
  chosen('deadlinePolicies.warnShare', 'The share 0.9 is the default of DLN-1.'),
  chosen('deadlinePolicies.steps', 'Who is told, beyond HOT-8c, is in no seed.'),
  chosen('faultGrades', 'RD-7: four grades, 1 the gravest, weights 4-3-2-1.'),
  reading('numbering.problem-form', 'RD-8: serial per officer and day, width 3.'),
  reading('modules.hotline.routing', 'RD-39: the text as default, the units of the chart as choices.'),
  seed('modules.hotline.problemCategories', '000 form 1: 技术质量, 服务, 销售, 其它; ch.3 §4.5.6 B, C.'),
  chosen('modules.hotline.channels', '000 names phone, fax, web and BBS; the others are the suite’s common list.'),
  chosen('customerLevels', '000 has no levels of customers.'),
  chosen('organisation.employees', 'The people are invented, for demonstration only.'),
];
