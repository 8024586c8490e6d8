import { afterFailure, channelsOf, firstStep, TRIES_BEFORE_NEXT } from './delivery.rules';
import { CHANNELS } from './notice';

const NOW = new Date('2026-09-17T08:00:00Z');

describe('delivery rules', () => {
  it('NTF-1 keeps the channels a policy step names, in its order; the inbox where it names none', () => {
    expect(channelsOf(['sms', 'inbox', 'sms'], CHANNELS)).toEqual(['sms', 'inbox']);
    expect(channelsOf(undefined, CHANNELS)).toEqual(['inbox']);
    expect(channelsOf(['pigeon'], CHANNELS)).toEqual(['inbox']);
  });

  it('NTF-1 puts a notice into the inbox at once and tries the first outer channel', () => {
    expect(firstStep(['e-mail', 'inbox', 'sms'])).toEqual({ inbox: true, outer: ['e-mail', 'sms'] });
    expect(firstStep(['sms'])).toEqual({ inbox: false, outer: ['sms'] });
  });

  it('NTF-1 falls through once, after the third failed try or at once where trying again cannot help', () => {
    const falls = (permanentFrom: number) =>
      Array.from({ length: 9 }, (_, index) => index + 1).filter(
        (attempt) => afterFailure(attempt, attempt >= permanentFrom, NOW).fallThrough,
      );
    expect(falls(Infinity)).toEqual([TRIES_BEFORE_NEXT]);
    expect(afterFailure(1, true, NOW)).toEqual({ state: 'failed', tryAt: null, fallThrough: true });
    expect(afterFailure(5, true, NOW)).toMatchObject({ state: 'failed', fallThrough: false });
  });

  it('NTF-1 goes on trying for more than an hour, then gives the channel up', () => {
    let at = NOW;
    let attempts = 0;
    for (;;) {
      const next = afterFailure(++attempts, false, at);
      if (next.tryAt === null) break;
      expect(next.tryAt.getTime()).toBeGreaterThan(at.getTime());
      at = next.tryAt;
    }
    expect(attempts).toBe(8);
    expect(at.getTime() - NOW.getTime()).toBeGreaterThan(3_600_000);
  });
});
