/** A pack is a company and the parts of its modules (PCK-1, PLG-1). */
import { compose } from './compose';
import type { PackBase, PackPart } from './pack-part';
import { form } from './shared/words';

const title = { zh: '标题', en: 'Title' };
const base: PackBase = {
  id: 'small',
  title,
  company: title,
  source: '000',
  timezone: 'Asia/Shanghai',
  organisation: {},
  calendars: [],
  recipients: {},
  roles: [
    { id: 'staff', title, grants: { 'work.task.done': 'own' }, positions: ['clerk'] },
    { id: 'handler', title, grants: { 'forms.form.print': 'unit' }, positions: ['clerk'] },
  ],
  productLines: [],
  customerLevels: [],
  faultGrades: [],
  templates: ['company'],
  sections: { customers: { brands: [] } },
  notes: [{ path: 'calendars', kind: 'chosen', text: 'none' }],
};
const part = (more: Partial<PackPart>): PackPart => ({ section: {}, ...more });
const grantsOf = (modules: Record<string, PackPart>, id: string) =>
  (compose(base, modules).roles as { id: string; grants: object }[]).find((role) => role.id === id)?.grants;

describe('compose', () => {
  it('PLG-1 a module without a part is not in the pack; sections of platform rooms are', () => {
    const pack = compose(base, { hotline: part({ section: { calendar: 'days' } }) });
    expect(pack.modules).toEqual({ hotline: { calendar: 'days' }, customers: { brands: [] } });
  });

  it('IDN-2 grants of the parts are added to the roles they name', () => {
    const modules = {
      hotline: part({ grants: { staff: { 'hotline.contact.read': 'own' } } }),
      dispatch: part({ grants: { staff: { 'dispatch.work-order.read': 'unit' }, handler: { 'dispatch.x.y': 'all' } } }),
    };
    expect(grantsOf(modules, 'staff')).toEqual({
      'work.task.done': 'own',
      'hotline.contact.read': 'own',
      'dispatch.work-order.read': 'unit',
    });
    expect(grantsOf(modules, 'handler')).toEqual({ 'forms.form.print': 'unit', 'dispatch.x.y': 'all' });
  });

  it.each([
    ['own', 'all', 'all'],
    ['all', 'own', 'all'],
    ['unit', 'unit-and-below', 'unit-and-below'],
  ] as const)('IDN-2 a right given twice keeps the wider reach: %s and %s', (one, other, widest) => {
    const modules = {
      a: part({ grants: { staff: { 'forms.form.print': one } } }),
      b: part({ grants: { staff: { 'forms.form.print': other } } }),
    };
    expect(grantsOf(modules, 'staff')).toMatchObject({ 'forms.form.print': widest });
  });

  it('PCK-1 grants to a role the company has not are not lost: the role has no title and is refused at load', () => {
    const { roles } = compose(base, { a: part({ grants: { hr: { 'a.b.c': 'all' } } }) });
    expect(roles.at(-1)).toEqual({ id: 'hr', grants: { 'a.b.c': 'all' } });
  });

  it('PCK-1 lists of the parts follow in their order, those of the company first', () => {
    const modules = {
      a: part({ templates: ['a'], deadlinePolicies: ['p1'], scripts: ['s1'] }),
      b: part({ templates: ['b'], deadlinePolicies: ['p2'], notes: [{ path: 'modules.b', kind: 'seed', text: 'x' }] }),
    };
    const pack = compose(base, modules);
    expect([pack.templates, pack.deadlinePolicies, pack.scripts]).toEqual([
      ['company', 'a', 'b'],
      ['p1', 'p2'],
      ['s1'],
    ]);
    expect(pack.notes.map(({ path }) => path)).toEqual(['calendars', 'modules.b']);
  });

  it('FRM-1 a form that several modules print stands once', () => {
    const modules = {
      a: part({ forms: [form('circulation', '通报', 'Circulation', ['甲'])] }),
      b: part({ forms: [form('circulation', '通报', 'Circulation', ['乙'])] }),
    };
    expect(compose(base, modules).forms).toEqual([
      { code: 'circulation', title: { zh: '通报', en: 'Circulation' }, copies: ['甲'] },
    ]);
  });

  it('NUM-1 one number has one pattern: two different ones are an error, the same one twice is not', () => {
    const modules = (other: string) => ({
      a: part({ numbering: { n: 'A{seq:3}' } }),
      b: part({ numbering: { n: other } }),
    });
    expect(compose(base, modules('A{seq:3}')).numbering).toEqual({ n: 'A{seq:3}' });
    expect(() => compose(base, modules('B{seq:3}'))).toThrow('Two modules number "n" in different ways.');
  });
});
