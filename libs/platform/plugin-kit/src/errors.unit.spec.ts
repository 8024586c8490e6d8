/** The error catalogue: code, words in two languages, kind; never a status. */
import { commonErrors, defineErrors, describeError, invalidField, SuiteError } from './errors';

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

describe('what is kept of an error', () => {
  it('CUS-5 says its own words, and of a driver or a parser only kind and code: they quote what was handled', () => {
    const driver = Object.assign(new Error('invalid input syntax for type uuid: "13812345678"'), { code: '22P02' });
    const parser = (() => {
      try {
        return JSON.parse('13812345678 王');
      } catch (error) {
        return error;
      }
    })() as unknown;
    expect(describeError(new Error('no such unit'))).toBe('Error: no such unit');
    expect(describeError(errors['too-late']({ params: { at: '18:00' } }))).toBe(
      'SuiteError: too-late: It closed at 18:00 ({unknown}).',
    );
    expect(describeError(driver)).toBe('Error 22P02');
    expect(describeError(parser)).toBe('SyntaxError');
    expect(describeError('13812345678')).toBe('unknown error');
    expect(describeError(new Error('x'.repeat(900)))).toHaveLength(500);
  });
});
