/** Every pack that ships passes the schemas and checks of all rooms and of the modules it uses (PCK-1, PLG-1). */
import { PACKS } from '@bihuan/packs';
import { demandsOf, packProblems } from '@bihuan/policies';
import { chooseCompany } from './company';
import { BUILT_PLUGINS, loadPlugins } from './plugins';
import { PLATFORM_ROOMS } from './rooms';

const modulesOf = (pack: string): readonly string[] => {
  const company = chooseCompany({ pack, shipped: PACKS, built: BUILT_PLUGINS });
  return company.ok ? company.modules : [];
};

describe('packs', () => {
  it.each([...PACKS.keys()])('PCK-1 %s is right by the schemas and checks of every room it uses', async (id) => {
    const rooms = [...PLATFORM_ROOMS, ...(await loadPlugins(modulesOf(id)))];
    expect(packProblems(PACKS.get(id), demandsOf(rooms))).toEqual([]);
  });

  it('PLG-1 each pack has the modules of its company', () => {
    const without = (...names: string[]) => BUILT_PLUGINS.filter((name) => !names.includes(name));
    expect(Object.fromEntries([...PACKS.keys()].map((id) => [id, modulesOf(id)]))).toEqual({
      'atm-5s4e': BUILT_PLUGINS,
      franchise: without('appeals'),
      telecom: BUILT_PLUGINS,
      'cable-tv': without('appeals'),
    });
  });

  it('PCK-1 every module of a pack that has figures says by a schema what it expects', async () => {
    const plugins = await loadPlugins(BUILT_PLUGINS);
    expect(plugins.filter(({ packSection }) => !packSection).map(({ id }) => id)).toEqual([]);
  });
});
