/** Where things are: everything is found from this file, so a copy of the folder works on its own. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** What this checkout keeps between runs: database, build marks, logs. */
export const DATA = join(ROOT, '.data');

export const inRoot = (...parts) => join(ROOT, ...parts);
export const tool = (...parts) => join(ROOT, 'node_modules', ...parts);

/** Where a program of the machine lies, undefined when it is not there. */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
