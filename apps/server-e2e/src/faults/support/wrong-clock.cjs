/**
 * Preloaded into a process whose clock is wrong, where libfaketime is not to be had: `Date` is off by the milliseconds in
 * the file FAULTS_CLOCK_OFF, which is read anew every half second. Timers run as they do.
 */
const { readFileSync } = require('node:fs');

const RealDate = Date;
const read = () => Number(readFileSync(process.env.FAULTS_CLOCK_OFF, 'utf8'));
let off = read();
setInterval(() => (off = read()), 500).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + off);
    else super(...given);
  }

  static now() {
    return RealDate.now() + off;
  }

  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
};
