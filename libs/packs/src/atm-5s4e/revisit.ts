/** The revisit's section: when faults are called back, and when nobody is called (packs.md; RVT-1a, RVT-2, RD-5). */
export const revisit = {
  faultRevisit: { calendar: 'hotline-365', afterDays: 1, policy: 'revisit.fault' },
  restHours: [['21:00', '08:00']],
  ways: ['phone'],
  fairIsSatisfied: true,
};
