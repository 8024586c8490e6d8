/** What rooms ask of a pack comes from their manifests (PCK-1). */
import type { Manifest } from '@bihuan/plugin-kit';
import { z } from 'zod';
import { demandsOf } from './demands';
import { packProblems } from './pack/pack-problems';
import type { Pack } from './pack/pack.schema';
import { editPack } from './test/edit-pack';

const room = (id: string, more: Partial<Manifest>): Manifest => ({
  id,
  title: { zh: id, en: id },
  version: '0.1.0',
  needs: [],
  permissions: [],
  entities: [],
  migrations: [],
  schema: id,
  events: { out: [], in: [] },
  forms: [],
  module: class {},
  ...more,
});

describe('demands', () => {
  it('PCK-1 a section is read by its room’s schema, and the room’s check sees it so, with the whole pack', () => {
    const seen: unknown[] = [];
    const weather = room('weather', {
      packSection: z.strictObject({ window: z.int().transform((days) => `${days} days`) }),
      packCheck: (pack: Pack, section: { window: string }) => {
        seen.push(pack.id, section.window);
        return ['modules.weather.window: too long'];
      },
    });
    const pack = editPack({ 'modules.weather': { window: 7 } });
    const problems = packProblems(pack, demandsOf([weather, room('clock', {})]));
    expect(seen).toEqual(['atm-5s4e', '7 days']);
    expect(problems).toEqual(['modules.weather.window: too long']);
  });

  it('IDN-2 what a room declares is all that may be granted of it', () => {
    const declared = [{ id: 'hotline.contact.read', title: { zh: '查看', en: 'Read' } }];
    const problems = packProblems(editPack({}), demandsOf([room('hotline', { permissions: declared })]));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((line) => line.includes('expected a permission of "hotline" (hotline.contact.read)'))).toBe(
      true,
    );
  });
});
