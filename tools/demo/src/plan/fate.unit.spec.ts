/** What happens to a form is decided by seed and row alone. */
import type { CallBack, Way } from './fate';
import { CALL_BACKS, fateOf, WAYS } from './fate';

const rows = Array.from({ length: 4000 }, (_, index) => index + 1);

test('npm run demo: the same seed and row have the same fate in every run; another seed has another', () => {
  const all = (seed: string) => JSON.stringify(rows.slice(0, 200).map((row) => fateOf(seed, row)));
  expect(all('a')).toBe(all('a'));
  expect(all('a')).not.toBe(all('b'));
  // Written down once: a change here changes every paper of every demonstration.
  expect(fateOf('bihuan-demo', 1)).toEqual({
    way: 'in-time',
    callBack: 'satisfied',
    referAfter: 2,
    acceptAfter: 34,
    planAfter: 35,
    handleAfter: 354,
    auditAfter: 5,
    answerAfter: 28,
    lateDays: 2,
    lateMinutes: 60,
    againAfter: 189,
    rating: 4,
  });
});

test('npm run demo: a row’s fate does not depend on what stands around it', () => {
  const alone = fateOf('seed', 17);
  rows.forEach((row) => fateOf('seed', row));
  expect(fateOf('seed', 17)).toEqual(alone);
});

test('npm run demo: most forms go in time and every other way comes, each about as often as it is meant to', () => {
  const fates = rows.map((row) => fateOf('seed', row));
  for (const way of Object.keys(WAYS) as Way[]) {
    const share = (100 * fates.filter((fate) => fate.way === way).length) / rows.length;
    expect(Math.abs(share - WAYS[way])).toBeLessThan(2.5);
  }
  for (const callBack of Object.keys(CALL_BACKS) as CallBack[]) {
    const share = (100 * fates.filter((fate) => fate.callBack === callBack).length) / rows.length;
    expect(Math.abs(share - CALL_BACKS[callBack])).toBeLessThan(2.5);
  }
});

test('HOT-9a HOT-8 what is meant to be in time fits into the handler’s hour and his two working days', () => {
  const WORKING_HOUR = 60;
  // Referred a minute before closing, the rest of that day is lost: two days of eight hours remain.
  const TWO_DAYS = 2 * 8 * 60;
  for (const row of rows) {
    const { referAfter, acceptAfter, planAfter, handleAfter, againAfter, lateMinutes } = fateOf('seed', row);
    expect(referAfter).toBeLessThan(WORKING_HOUR);
    expect(acceptAfter).toBeLessThan(WORKING_HOUR);
    expect(acceptAfter + planAfter + handleAfter).toBeLessThan(TWO_DAYS);
    expect(2 * againAfter).toBeLessThan(TWO_DAYS);
    expect(lateMinutes).toBeGreaterThan(10);
  }
});
