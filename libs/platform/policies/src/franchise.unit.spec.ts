/** Figures of packs.md `franchise` that the company and its hotline carry (PCK-1, ORG-2, ORG-3c). */
import { compileCalendar } from '@bihuan/domain';
import { PACKS } from '@bihuan/packs';
import { packSchema } from './pack/pack.schema';
import { filledPosts } from './pack/posts';

const pack = packSchema.parse(PACKS.get('franchise'));
const { organisation } = pack;
const titles = (entries: readonly { title: { zh: string } }[]) => entries.map(({ title }) => title.zh);

describe('franchise', () => {
  it('PCK-1 seven days, 09–21, also on statutory holidays', () => {
    const calendar = pack.calendars.find(({ code }) => code === 'service-days');
    expect(calendar?.worksOnHolidays).toBe(true);
    const week = compileCalendar({ weekly: calendar?.weekly ?? {} });
    expect(week.between(new Date('2026-09-14T00:00:00Z'), new Date('2026-09-21T00:00:00Z'))).toBe(7 * 12 * 3600);
    expect(week.isOpen(new Date('2026-09-20T20:59:00+08:00'))).toBe(true);
    expect(week.isOpen(new Date('2026-09-20T21:00:00+08:00'))).toBe(false);
  });

  it('ORG-2 head-counts: 1 manager, 1–2 supervisors, 7–21 specialists, 1–3 a region, 1–3 a province later', () => {
    expect(
      organisation.posts.map(({ position, unit, function: at, below, min, max }) => [
        position,
        unit ?? at,
        below,
        min,
        max,
      ]),
    ).toEqual([
      ['service-manager', 'customer-service', false, 1, 1],
      ['service-supervisor', 'customer-service', false, 1, 2],
      ['service-specialist', 'customer-service', true, 7, 21],
      ['service-specialist', 'hotline', false, 1, 3],
      ['provincial-specialist', 'provincial-service', false, 1, 3],
    ]);
    const specialists = filledPosts(organisation).filter(({ post }) => post.position === 'service-specialist');
    expect(specialists.map(({ unit, count }) => [unit, count])).toEqual([
      ['customer-service', 7],
      ...['east', 'south', 'southwest', 'central', 'northeast', 'northwest', 'north'].map((each) => [
        `region-${each}`,
        1,
      ]),
    ]);
  });

  it('ORG-1 the seven regions are the seed’s, each with its provinces, all 31 once', () => {
    const regions = organisation.units.filter(({ function: purpose }) => purpose === 'hotline');
    expect(regions.map((unit) => unit.regions?.[0])).toEqual([
      '华东区',
      '华南区',
      '西南区',
      '华中区',
      '东北区',
      '西北区',
      '华北区',
    ]);
    const provinces = regions.flatMap((unit) => unit.regions?.slice(1) ?? []);
    expect([provinces.length, new Set(provinces).size]).toEqual([31, 31]);
  });

  it('ORG-3c a specialist types 80 characters a minute, speaks Mandarin and knows office software', () => {
    const needs = organisation.positions.find(({ code }) => code === 'service-specialist')?.requirements;
    expect(needs?.map(({ code, atLeast, unit }) => [code, atLeast, unit?.zh])).toEqual([
      ['typing', 80, '字/分钟'],
      ['mandarin', undefined, undefined],
      ['office-software', undefined, undefined],
    ]);
  });

  it('PCK-1 the posts are those of the manual', () => {
    expect(titles(organisation.positions)).toEqual(
      expect.arrayContaining(['客服经理', '客服主管', '客服专员', '省级客服专员', '董事长']),
    );
    expect(organisation.units.map(({ name }) => name)).toContain('人力行政部');
  });

  it('PCK-1 levels of customers and grades of faults are none in the seed: the lists are empty', () => {
    expect([pack.customerLevels, pack.faultGrades]).toEqual([[], []]);
  });

  it('PCK-1 it has these modules, and no appeals', () => {
    expect(Object.keys(pack.modules).sort()).toEqual([
      'appraisal',
      'complaints',
      'dispatch',
      'hotline',
      'reporting',
      'revisit',
    ]);
  });

  it('HOT-1a SCR-1 phone, e-mail and SMS are channels; a silent caller gets two prompts', () => {
    const { channels } = pack.modules['hotline'] as { channels: readonly { code: string }[] };
    expect(channels.map(({ code }) => code)).toEqual(expect.arrayContaining(['phone', 'e-mail', 'sms']));
    const steps = pack.scripts.filter(({ desk }) => desk === 'hotline').map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(['no-answer', 'no-answer-again', 'suggestion', 'complaint-apology']));
    expect(pack.scripts.find(({ step }) => step === 'cannot-solve-now')?.text.zh).toContain('{promisedTime}');
  });
});
