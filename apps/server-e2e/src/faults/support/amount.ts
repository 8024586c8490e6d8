/** How much of a fault: a twentieth in `npm test`, all of it in `npm run test:faults` (reliability.md §4). */

export const FULL = process.env['FAULTS'] === 'full';

/** @param small where a twentieth would prove nothing, what `npm test` plays */
export const amount = (full: number, small = Math.max(1, Math.ceil(full / 20))): number => (FULL ? full : small);
