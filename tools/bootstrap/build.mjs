/** `npm run build`: Node is checked before anything newer is read. */
import { checkNode } from './node-check.mjs';

checkNode();
import('./commands/build.mjs');
