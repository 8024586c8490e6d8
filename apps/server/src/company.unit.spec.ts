/** Which company is started, and with which modules (PCK-2, PLG-1). */
import { chooseCompany, type CompanyQuestion } from './company';

const pack = (...modules: string[]) => ({ modules: Object.fromEntries(modules.map((name) => [name, {}])) });
const shipped = new Map<string, unknown>([
  ['atm-5s4e', pack('revisit', 'hotline', 'appeals', 'customers')],
  ['franchise', pack('hotline', 'revisit')],
]);
const built = ['hotline', 'appeals', 'revisit'];
const choose = (question: Partial<CompanyQuestion> = {}) => chooseCompany({ shipped, built, ...question });
const stored = (packId: string, data: unknown = shipped.get(packId), wasShipped = true) => ({
  packId,
  data,
  shipped: wasShipped,
});

describe('the company of a start', () => {
  it('PCK-2 an empty database becomes atm-5s4e where nothing is said, with the modules of the pack that are built', () => {
    expect(choose()).toEqual({ ok: true, pack: 'atm-5s4e', modules: ['hotline', 'appeals', 'revisit'] });
  });

  it('PCK-2 the pack asked for, and only its modules', () => {
    expect(choose({ pack: 'franchise' })).toEqual({ ok: true, pack: 'franchise', modules: ['hotline', 'revisit'] });
  });

  it('PCK-1 a pack that does not exist is refused with the list', () => {
    expect(choose({ pack: 'nowhere' })).toEqual({
      ok: false,
      reasons: ['SUITE_PACK: expected atm-5s4e or franchise, got "nowhere"'],
    });
  });

  it('PCK-2 a database knows its company: nothing need be said, and the same may be said', () => {
    for (const asked of [undefined, 'franchise']) {
      expect(choose({ pack: asked, stored: stored('franchise') })).toMatchObject({ ok: true, pack: 'franchise' });
    }
  });

  it('PCK-2 another pack than that of the database is refused in Chinese and English, with what to do', () => {
    const answer = choose({ pack: 'franchise', stored: stored('atm-5s4e') });
    expect(answer).toEqual({
      ok: false,
      reasons: [
        expect.stringContaining('请去掉 SUITE_PACK'),
        'SUITE_PACK: this database is a company set up with "atm-5s4e" and stays one; take SUITE_PACK=franchise out, or name another database in DATABASE_URL.',
      ],
    });
  });

  it('PLG-1 a module the pack does not use is refused by name, with those it has', () => {
    const answer = choose({ pack: 'franchise', modules: ['hotline', 'appeals'] });
    expect(answer).toEqual({
      ok: false,
      reasons: [
        expect.stringContaining('不使用模块“appeals”；可用：hotline、revisit'),
        'SUITE_MODULES: the pack "franchise" does not use the module "appeals"; it has hotline, revisit.',
      ],
    });
  });

  it('PLG-1 fewer modules than the pack has may be named', () => {
    expect(choose({ modules: ['revisit'] })).toEqual({ ok: true, pack: 'atm-5s4e', modules: ['revisit'] });
  });

  it('PCK-2 a pack that people have edited says itself which modules it has; an untouched one follows the release', () => {
    const edited = stored('atm-5s4e', pack('hotline'), false);
    expect(choose({ stored: edited })).toMatchObject({ modules: ['hotline'] });
    expect(choose({ stored: { ...edited, shipped: true } })).toMatchObject({ modules: built });
  });

  it('PCK-2 a pack that no longer ships is still the company of its database', () => {
    const old = stored('old', pack('hotline'));
    expect(choose({ stored: old })).toEqual({ ok: true, pack: 'old', modules: ['hotline'] });
    expect(choose({ stored: old, pack: 'old' })).toMatchObject({ ok: true, pack: 'old' });
  });

  it('PCK-1 what is no pack has no modules; its check says what is wrong', () => {
    const broken = new Map<string, unknown>([['broken', 'text']]);
    expect(choose({ pack: 'broken', shipped: broken })).toEqual({ ok: true, pack: 'broken', modules: [] });
  });
});
