/** Sections of the shipped packs, as their schema reads them, for tests of the rules. */
import { PACKS } from '@bihuan/packs';
import type { AppraisalSection } from '../appraisal.settings';
import { appraisalPackSection } from '../appraisal.settings';

export function sectionOf(pack: string): AppraisalSection {
  const { modules } = PACKS.get(pack) as { modules: Record<string, unknown> };
  return appraisalPackSection.parse(modules['appraisal']);
}

export const franchise = sectionOf('franchise');
