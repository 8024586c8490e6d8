/** The error catalogue: code, words in two languages, kind; never a status. */
import { commonErrors, defineErrors, invalidField, SuiteError } from './errors';

const errors = defineErrors({
  'too-late': { kind: 'wrong-state', zh: '已于 {at} 截止。', en: 'It closed at {at} ({unknown}).' },
});

describe('errors', () => {
  it('an error of a catalogue has its code, its kind and a sentence in each language', () => {
    const error = errors['too-late']({ params: { at: '18:00' }, state: 'closed', allowedActions: ['reopen'] });
    expect(error).toBeInstanceOf(SuiteError);
    expect(error).toMatchObject({ code: 'too-late', kind: 'wrong-state' });
    expect(error.details).toMatchObject({ state: 'closed', allowedActions: ['reopen'] });
    expect(error.sentence('zh')).toBe('已于 18:00 截止。');
    // A place nobody filled stays visible instead of becoming "undefined".
    expect(error.sentence('en')).toBe('It closed at 18:00 ({unknown}).');
  });

  it('a refused field names its pointer, code and way out', () => {
    const error = invalidField('/phone', 'too-short', '至少 4 位');
    expect(error).toMatchObject({ kind: 'invalid', code: 'invalid-input' });
    expect(error.details.errors).toEqual([{ pointer: '/phone', code: 'too-short', detail: '至少 4 位' }]);
  });

  it('every common error speaks both languages', () => {
    for (const make of Object.values(commonErrors)) {
      const error = make();
      expect(error.sentence('zh')).toMatch(/[一-鿿]/);
      expect(error.sentence('en')).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});
