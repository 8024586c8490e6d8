/** Pages of the revisit. */
import { definePages } from '@bihuan/console-kit';

export const revisitPages = definePages({ room: 'revisit', pages: [] });
