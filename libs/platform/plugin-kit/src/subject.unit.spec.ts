/** `module:kind:id` is read exactly: what is guessed or cut off is no subject (IDN-2). */
import { parseSubject, subjectKey } from './subject';

const id = '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f1';

describe('subjects', () => {
  it('IDN-2 a subject is read back from its key', () => {
    const subject = { module: 'hotline', kind: 'problem-form', id };
    expect(subjectKey(subject)).toBe(`hotline:problem-form:${id}`);
    expect(parseSubject(subjectKey(subject))).toEqual(subject);
  });

  it.each([
    ['nothing', ''],
    ['no id', 'hotline:problem-form'],
    ['an id that is no UUID', 'hotline:problem-form:1'],
    ['SQL behind the id', `hotline:problem-form:${id}' or 1=1`],
    ['a part too many', `hotline:problem-form:${id}:x`],
    ['no kind', `hotline::${id}`],
    ['no module', `:problem-form:${id}`],
  ])('IDN-2 %s is no subject', (_, text) => {
    expect(parseSubject(text)).toBeUndefined();
  });
});
