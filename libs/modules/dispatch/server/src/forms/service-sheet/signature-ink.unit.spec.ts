import { drawnSignature } from '../../test/drawn-signature';
import { inkOf } from './signature-ink.part';

describe('signature on paper', () => {
  it('DSP-8a the drawn signature stands in the page itself, whole', () => {
    const bytes = drawnSignature();
    const { picture, beside } = inkOf('image/png', bytes);
    expect(beside).toBeUndefined();
    const [head, body] = (picture ?? '').split(',');
    expect(head).toBe('data:image/png;base64');
    expect(Buffer.from(body ?? '', 'base64').equals(bytes)).toBe(true);
  });

  it('DSP-8a what is no picture for paper is named as lying beside: a text, too many bytes, too many pixels, a broken head', () => {
    const huge = Buffer.concat([drawnSignature(), Buffer.alloc(3 * 1_048_576)]);
    const wide = drawnSignature(10, 10);
    wide.writeUInt32BE(9_000, 16);
    wide.writeUInt32BE(9_000, 20);
    expect(inkOf('text/plain', Buffer.from('王建国'))).toEqual({ beside: true });
    expect(inkOf('image/png', huge)).toEqual({ beside: true });
    expect(inkOf('image/png', wide)).toEqual({ beside: true });
    expect(inkOf('image/jpeg', Buffer.from([0xff, 0xd8, 0xff]))).toEqual({ beside: true });
  });
});
