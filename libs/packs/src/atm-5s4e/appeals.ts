/** Appeals of atm-5s4e: seed 000 has none, so lists are open and figures are those of 002 part 1 §4 (packs.md). */
import type { PackPart } from '../pack-part';
import { appealPolicies, appealTemplates } from '../shared/appeal-clocks';
import { appealForms, appealGrants, appealNumbering, appealsCommon } from '../shared/appeals';
import { chosen } from '../shared/words';

const vipLevels = ['vip'];

export const appeals: PackPart = {
  section: {
    ...appealsCommon,
    clocks: {
      ...appealsCommon.clocks,
      outer: { policy: 'appeals.outer', calendar: 'handlers', notShorterThanHours: 168 },
    },
    regulators: [],
    channels: [],
    businesses: [],
    natures: [],
    vipLevels,
    causes: [],
    liabilities: [],
    tagGroups: [],
  },
  deadlinePolicies: appealPolicies(vipLevels),
  templates: appealTemplates,
  numbering: appealNumbering,
  forms: appealForms,
  grants: {
    ...appealGrants,
    // One person is desk and contact person in one (申诉联系责任人).
    'appeals-desk': { ...appealGrants?.['appeals-desk'], 'appeals.appeal.handle': 'all' },
  },
  notes: [
    chosen(
      'modules.appeals',
      'Seed 000 speaks of appeals nowhere: limits, conclusions and principles are those of 002 part 1 §4.',
    ),
    chosen(
      'modules.appeals.regulators',
      'No list in the seed: any regulator, business, nature, cause and kind of liability in words.',
    ),
  ],
};
