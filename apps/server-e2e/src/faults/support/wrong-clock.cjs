/**
 * Preloaded into a process whose clock is wrong, in the place of libfaketime, which is not on every machine: `Date` is off
 * by FAULTS_CLOCK_OFF milliseconds, and by FAULTS_CLOCK_STEP more from the signal SIGUSR2 on. Timers run as they do.
 */
const RealDate = Date;
let off = Number(process.env.FAULTS_CLOCK_OFF ?? 0);
process.on('SIGUSR2', () => {
  off += Number(process.env.FAULTS_CLOCK_STEP ?? 0);
});

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
