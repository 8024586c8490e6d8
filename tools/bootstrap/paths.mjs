/** Where things are: everything is found from this file, so a copy of the folder works on its own. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** What this checkout keeps between runs: database, build marks, logs. */
export const DATA = join(ROOT, '.data');

export const inRoot = (...parts) => join(ROOT, ...parts);
export const tool = (...parts) => join(ROOT, 'node_modules', ...parts);
