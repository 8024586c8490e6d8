/** The companies of the demonstration, one for each pack the stories of issue 3 use. */
import { atm } from './atm';
import { cable } from './cable';
import type { Company } from './company';
import { franchise } from './franchise';
import { telecom } from './telecom';

export const companies: readonly Company[] = [atm, telecom, franchise, cable];
