/** The hotline's section of the pack of this version, checked as at start. */
import { PACKS } from '@bihuan/packs';
import { hotlinePackSection } from '../hotline.settings';

const pack = PACKS.get('atm-5s4e') as { modules: { hotline: unknown } };

export const section = hotlinePackSection.parse(pack.modules.hotline);
