/**
 * Reading all code at the start leaves much garbage, and V8 answers with a young generation of 32 MB which an idle process
 * keeps for good. It stays small until the suite is ready; under load it grows as usual.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');

/** From now on the young generation grows with the work. */
export const letYoungHeapGrow = (): void => setFlagsFromString('--semi-space-growth-factor=2');
