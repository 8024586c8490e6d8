/** CMP-2: pairs, levels, symptoms as the pack lists them; everything else is refused with its list. */
import type { SuiteError } from '@bihuan/plugin-kit';
import { sectionOf } from '../test/section';
import { causeOf, classified } from './classification.rules';

const telecom = sectionOf('telecom');
const atm = sectionOf('atm-5s4e');
const franchise = sectionOf('franchise');
const home = { crossProvince: false };

function refusal(run: () => unknown): { pointer: string; code: string; detail: string } | undefined {
  try {
    run();
  } catch (error) {
    return (error as SuiteError).details.errors?.[0];
  }
  return undefined;
}

describe('classification', () => {
  it('CMP-2 every pair of the pack is taken, every other one refused with the kinds of that line', () => {
    let pairs = 0;
    for (const { code, kinds } of telecom.businesses) {
      for (const { code: kind } of telecom.kinds) {
        const run = () => classified(telecom, { business: code, kind, level: 'ordinary' }, home);
        if (kinds.includes(kind)) {
          expect(run()).toMatchObject({ business: code, kind, missing: [] });
          pairs += 1;
        } else {
          const refused = refusal(run);
          expect(refused).toMatchObject({ pointer: '/kind', code: 'not-on-the-list' });
          for (const allowed of kinds) expect(refused?.detail).toContain(`${allowed}（`);
          expect(refused?.detail).not.toMatch(new RegExp(`[ 、]${kind}（`));
        }
      }
    }
    expect(pairs).toBe(3 * 7 + 7 * 5 + 5 * 7 + 8 * 2);
  });

  it('CMP-2 cross-province is nation, whatever was said', () => {
    const across = { crossProvince: true };
    const pair = { business: 'gsm', kind: 'roaming' };
    expect(classified(telecom, { ...pair, level: 'ordinary' }, across).level).toBe('nation');
    expect(classified(telecom, pair, across)).toMatchObject({ level: 'nation', missing: [] });
    expect(classified(atm, { kind: 'sales' }, across).level).toBeNull();
  });

  it('CMP-2 what the pack lists is required, unless it is not known yet', () => {
    expect(refusal(() => classified(telecom, {}, home))).toMatchObject({ pointer: '/business', code: 'required' });
    expect(classified(telecom, {}, { ...home, partly: true }).missing).toEqual(['business', 'kind', 'level']);
    expect(refusal(() => classified(atm, {}, home))).toMatchObject({ pointer: '/kind' });
  });

  it('CMP-2 a list the pack has not is refused; kind is free text there', () => {
    expect(refusal(() => classified(atm, { kind: 'sales', level: 'nation' }, home))).toMatchObject({
      pointer: '/level',
      code: 'not-in-this-pack',
    });
    expect(refusal(() => classified(atm, { kind: 'sales', business: 'gsm' }, home))).toMatchObject({
      pointer: '/business',
    });
    expect(refusal(() => classified(franchise, { symptom: 'slow' }, home))).toMatchObject({ pointer: '/symptom' });
    expect(classified(franchise, { kind: '发错货' }, home)).toMatchObject({ kind: '发错货', missing: [] });
  });

  it('CMP-6 a cause by code or title; other words are ‘other’ and stay as text', () => {
    expect(causeOf(telecom.causes, 'staff-conduct')).toEqual({ cause: 'staff-conduct', text: '' });
    expect(causeOf(telecom.causes, '通信资源故障')).toEqual({ cause: 'resource-fault', text: '' });
    expect(causeOf(telecom.causes, '光缆被挖断')).toEqual({ cause: 'other', text: '光缆被挖断' });
    expect(causeOf(atm.causes, '备件未到')).toEqual({ cause: '', text: '备件未到' });
    expect(refusal(() => causeOf([{ code: 'a', title: { zh: '甲' } }], '乙'))).toMatchObject({ pointer: '/cause' });
  });
});
