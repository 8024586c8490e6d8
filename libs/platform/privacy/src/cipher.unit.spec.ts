/** Personal values under a key: readable with it, and only with it; a paper of several needs all their keys (CUS-5). */
import { combineKeys, decryptBytes, decryptJson, encryptBytes, encryptJson, newKey } from './cipher';

const flipped = (sealed: Buffer, at: number): Buffer => {
  const copy = Buffer.from(sealed);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

describe('sealed values', () => {
  const key = newKey();
  const value = { name: '王建国', phone: '13812345678', none: null, words: ['吞卡', '"\\'] };

  it('CUS-5 come back as they were, bytes too', () => {
    expect(decryptJson(key, encryptJson(key, value))).toEqual(value);
    const bytes = Buffer.from([0, 255, 10]);
    expect(decryptBytes(key, encryptBytes(key, bytes))).toEqual(bytes);
    expect(decryptBytes(key, encryptBytes(key, Buffer.alloc(0)))).toHaveLength(0);
  });

  it('CUS-5 show nothing of what they hold, and differ each time', () => {
    const [one, two] = [encryptJson(key, value), encryptJson(key, value)];
    expect(one.equals(two)).toBe(false);
    for (const text of ['王建国', '13812345678', 'phone']) expect(one.includes(Buffer.from(text))).toBe(false);
  });

  it('CUS-5 open with no other key', () => {
    expect(() => decryptJson(newKey(), encryptJson(key, value))).toThrow();
  });

  it('IDN-3 do not open when a single bit was changed, wherever it is', () => {
    const sealed = encryptJson(key, value);
    for (const place of [0, 12, 28, sealed.length - 1])
      expect(() => decryptJson(key, flipped(sealed, place))).toThrow();
  });
});

describe('keys of a paper', () => {
  const [a, b, c] = [newKey(), newKey(), newKey()];

  it('CUS-5 the key of one customer is his own; of several a new one, in whatever order they stand', () => {
    expect(combineKeys([a])).toEqual(a);
    const both = combineKeys([a, b]);
    expect(both).toHaveLength(32);
    expect(combineKeys([b, a])).toEqual(both);
    for (const single of [a, b]) expect(both.equals(single)).toBe(false);
  });

  it('CUS-5 without one of the keys it cannot be made: another set gives another key', () => {
    const all = combineKeys([a, b, c]);
    for (const some of [
      [a, b],
      [b, c],
      [a, c],
    ])
      expect(combineKeys(some).equals(all)).toBe(false);
    expect(combineKeys([a, b, newKey()]).equals(all)).toBe(false);
  });
});
