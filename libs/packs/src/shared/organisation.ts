/** Short ways to write units, people and certificates of a pack (ORG-1, ORG-3). */
import { chosen } from './words';

/** A unit; `parent` is the code of the unit above, `regions` are the areas it serves. */
export const unit = (
  code: string,
  name: string,
  en: string,
  at: {
    readonly function: string;
    readonly parent?: string;
    readonly calendar: string;
    readonly regions?: readonly string[];
  },
) => ({ code, name, title: { zh: name, en }, ...at });

/** Somebody who works here; the phone is invented from his four-digit staff number, so that SMS has somewhere to go. */
export const person = (staffNumber: string, name: string, own: string, position: string, more: object = {}) => ({
  staffNumber,
  name,
  unit: own,
  position,
  phone: `1380000${staffNumber}`,
  ...more,
});

/** Least mark of the test on which a licence is issued (ORG-3b). */
export const PASS_MARK = 60;

export const passMarkNote = chosen(
  'organisation.certificatePassMark',
  '000 ch.1 §三 gives a licence (上岗证) only on a test that was passed and names no mark: 60 of 100 is the usual one.',
);

/** A licence (上岗证) for these product lines that does not run out, for demonstration only. */
export const licence = (productLines: readonly string[], examiner: string, expiresOn = '2099-12-31') => ({
  productLines,
  issuedOn: '2020-01-13',
  expiresOn,
  training: { date: '2020-01-06' },
  test: { date: '2020-01-10', examiner, mark: 92 },
});
