/** `npm run test:faults`: Node is checked before anything newer is read. */
import { checkNode } from './node-check.mjs';

checkNode();
import('./commands/faults.mjs');
