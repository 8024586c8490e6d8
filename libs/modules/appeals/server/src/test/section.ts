/** The appeals sections of the packs of this version, checked as at start. */
import { PACKS } from '@bihuan/packs';
import { appealsSection } from '@bihuan/appeals-contract';

const sectionOf = (id: string) => {
  const pack = PACKS.get(id) as { modules: { appeals: unknown } };
  return appealsSection.parse(pack.modules.appeals);
};

export const telecom = sectionOf('telecom');
export const atm = sectionOf('atm-5s4e');
