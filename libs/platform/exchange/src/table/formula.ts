/** Text that a spreadsheet would take for a formula: marked when it is written, as it was when it is read (S4). */

/** Signs that begin a formula in some program, blanks that hide one, and our own mark. */
const LEADING = /^['=+\-@\t\r\n \0＝＋－＠|%"\ufeff]/u;

/** Put in front, so that nothing of the above leads. */
export const markText = (text: string): string => (LEADING.test(text) ? `'${text}` : text);

/** What `markText` marked, as it was; other text unchanged. */
export const unmarkText = (text: string): string =>
  text.startsWith("'") && LEADING.test(text.slice(1)) ? text.slice(1) : text;
