/** Who has which role in atm-5s4e (packs.md Roles; api.md Demo data). */
import { rolesFor } from '../shared/roles';

const engineers = ['support-engineer', 'service-engineer'];
const heads = ['product-division-head', 'software-head', 'decision-centre-head'];

export const roles = rolesFor({
  staff: [
    'hotline-officer',
    ...engineers,
    'technical-manager',
    'dispatcher',
    'product-division-head',
    'product-manager',
    'software-head',
    'complaint-supervisor',
    'decision-centre-head',
    'deputy-general-manager',
    'general-manager',
    'hr-specialist',
    'appeal-contact',
  ],
  'hotline-officer': ['hotline-officer'],
  handler: [...engineers, 'product-division-head', 'product-manager', 'software-head'],
  engineer: engineers,
  'technical-manager': ['technical-manager'],
  dispatcher: ['dispatcher'],
  'complaint-officer': ['complaint-supervisor'],
  'department-head': ['technical-manager', ...heads],
  'back-office': ['complaint-supervisor'],
  'appeals-desk': ['appeal-contact'],
  supervisor: ['complaint-supervisor'],
  management: ['deputy-general-manager', 'general-manager', 'decision-centre-head'],
  hr: ['hr-specialist'],
  administrator: ['administrator'],
});
