/** Reads PostgreSQL's instants: pages of them are read on hot paths, and V8 knows ISO 8601 far faster than a pattern does. */
import { types } from 'pg';

/** `2026-11-22 03:42:26.354+00`, as the server writes it in every zone of whole hours. */
const USUAL = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d$/;

const INSTANT = types.builtins.TIMESTAMPTZ;
const usually = types.getTypeParser(INSTANT, 'text') as (text: string) => Date | number;

/** Infinity, years before Christ and odd zones go to the driver's own reader. */
const instant = (text: string): Date | number =>
  USUAL.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`) : usually(text);

/** For `types` of a connection. */
export const typeParsers = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): unknown =>
    oid === INSTANT && format === 'text' ? instant : types.getTypeParser(oid, format as 'text'),
};
