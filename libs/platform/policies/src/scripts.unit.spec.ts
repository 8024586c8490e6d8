/** The script library of atm-5s4e by step (SCR-1). */
import { PACKS } from '@bihuan/packs';
import { packSchema } from './pack/pack.schema';
import { scriptTexts } from './scripts';

const pack = packSchema.parse(PACKS.get('atm-5s4e'));
const steps = (desk: string) =>
  scriptTexts(pack, { desk }).map(({ step, branch }) => (branch ? `${step}/${branch}` : step));

describe('scripts', () => {
  it('SCR-1 every step of a call has its text, in Chinese and English', () => {
    expect(steps('hotline')).toEqual(
      expect.arrayContaining([
        'opening',
        'no-answer',
        'wrong-number',
        'hold',
        'transfer',
        'complaint-apology',
        'cannot-solve-now',
        'praise',
        'closing',
      ]),
    );
    for (const { text, title } of scriptTexts(pack)) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(title.zh && title.en).toBeTruthy();
    }
  });

  it('SCR-1 the revisit divides by satisfied and not satisfied', () => {
    expect(steps('revisit')).toEqual(expect.arrayContaining(['opening', 'revisit/satisfied', 'revisit/not-satisfied']));
  });

  it('SCR-1 the company’s name stands in the text, what depends on the call stays a variable', () => {
    const [opening] = scriptTexts(pack, { desk: 'revisit', step: 'opening' });
    expect(opening?.text.zh).toContain('闭环电子');
    expect(opening?.text.en).toContain('Bihuan Electronics');
    expect(opening?.variables).toEqual(['customer', 'site', 'equipment', 'engineer']);
    expect(scriptTexts(pack).flatMap(({ variables }) => variables)).not.toContain('company');
  });

  it('SCR-1 both languages of a text name the same variables', () => {
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { text } of scriptTexts(pack))
      expect([...new Set(named(text.en))]).toEqual([...new Set(named(text.zh))]);
  });
});
