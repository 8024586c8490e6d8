/** A file's name as it is shown: one line without folders, controls or marks that turn the writing round (S7). */

const LONGEST = 120;

/** Controls, format marks such as right-to-left overrides, and halves of surrogate pairs. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** The ending is kept where the name is cut. */
export function shownName(given: string): string {
  const name = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '').replace(STRANGE, '').trim();
  if (name === '' || /^\.+$/.test(name)) return 'file';
  if (name.length <= LONGEST) return name;
  const [ending = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? [];
  return name.slice(0, LONGEST - ending.length) + ending;
}
