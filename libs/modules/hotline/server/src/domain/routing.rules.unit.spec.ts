/** Which unit a form goes to, by the pack of this version (HOT-7, RD-39). */
import { section } from '../test/section';
import { demandCategory, demandContactCodes, routeOf } from './routing.rules';

const unitOf = (category: string, kind: string | null = null) => routeOf(section, category, kind)?.unit;
const refused = (pointer: string, ...codes: string[]) =>
  expect.objectContaining({
    details: {
      errors: [expect.objectContaining({ pointer, detail: expect.stringMatching(codes.join('.*')) as string })],
    },
  });

describe('routing', () => {
  it('SYS-07 HOT-7a technical: software goes to software development, the rest to technical support', () => {
    expect(unitOf('technical', 'software')).toBe('software-development');
    expect(['hardware', 'other', null].map((kind) => unitOf('technical', kind))).toEqual(
      Array.from({ length: 3 }, () => 'technical-support'),
    );
  });

  it('SYS-07 HOT-7b sales goes to the product division', () => {
    expect(unitOf('sales')).toBe('product-division');
  });

  it('SYS-07 HOT-7c service quality goes to user service', () => {
    expect(unitOf('service')).toBe('user-service');
  });

  it('SYS-07 HOT-7d other goes to technical support, with the chart’s units as choices', () => {
    expect(unitOf('other')).toBe('technical-support');
    expect(routeOf(section, 'technical', 'hardware')?.alternatives).toContain('software-development');
    expect(routeOf(section, 'other', null)?.alternatives.length).toBeGreaterThan(0);
  });

  it('HOT-7 a sub-kind without a row of its own takes its category’s; what the table has not goes nowhere', () => {
    const table = { ...section, routing: [{ category: 'a', unit: 'u', alternatives: [] }] };
    expect(routeOf(table, 'a', 'x')?.unit).toBe('u');
    expect(routeOf(table, 'b', null)).toBeUndefined();
    const special = [{ category: 'a', kind: 'x', unit: 'v', alternatives: [] }, ...table.routing];
    expect(routeOf({ ...section, routing: special }, 'a', 'x')?.unit).toBe('v');
    expect(routeOf({ ...section, routing: special }, 'a', null)?.unit).toBe('u');
  });
});

describe('codes', () => {
  it('HOT-6 a category or sub-kind the pack has not is refused with the list', () => {
    expect(() => demandCategory(section, 'weather', undefined)).toThrow(
      refused('/category', 'technical', 'service', 'sales', 'other'),
    );
    expect(() => demandCategory(section, 'technical', 'gas')).toThrow(
      refused('/kind', 'hardware', 'software', 'other'),
    );
    for (const kind of [undefined, 'hardware', 'software', 'other']) {
      expect(() => demandCategory(section, 'technical', kind)).not.toThrow();
    }
  });

  it('HOT-1a a contact’s channel and category come from the pack', () => {
    expect(() => demandContactCodes(section, 'pigeon', 'technical')).toThrow(refused('/channel', 'phone'));
    expect(() => demandContactCodes(section, 'phone', 'weather')).toThrow(refused('/category', 'technical'));
    for (const { code } of section.channels) expect(() => demandContactCodes(section, code, 'other')).not.toThrow();
  });

  it('HOT-1a every channel of the house is there, with what it is', () => {
    const flags = new Map(
      section.channels.map(({ code, phone, recorded, faceToFace }) => [code, { phone, recorded, faceToFace }]),
    );
    expect(flags.get('phone')).toEqual({ phone: true, recorded: true, faceToFace: false });
    expect([...flags.values()].some(({ faceToFace }) => faceToFace)).toBe(true);
  });
});
