/** The plugins by name, loaded only when they are deployed: what is left out is not even read (PLG-1). */
import type { Manifest } from '@bihuan/plugin-kit';

const LOADERS: Readonly<Record<string, () => Promise<{ manifest: Manifest }>>> = {
  hotline: () => import('@bihuan/hotline-server'),
  dispatch: () => import('@bihuan/dispatch-server'),
  complaints: () => import('@bihuan/complaints-server'),
  appeals: () => import('@bihuan/appeals-server'),
  revisit: () => import('@bihuan/revisit-server'),
  appraisal: () => import('@bihuan/appraisal-server'),
  reporting: () => import('@bihuan/reporting-server'),
};

/** All seven of the suite. */
export const NAMED_PLUGINS: readonly string[] = [
  'hotline',
  'dispatch',
  'complaints',
  'appeals',
  'revisit',
  'appraisal',
  'reporting',
];

export const BUILT_PLUGINS: readonly string[] = Object.keys(LOADERS);

/** Manifests of these plugins, in the order given. */
export function loadPlugins(names: readonly string[]): Promise<Manifest[]> {
  return Promise.all(
    names.map(async (name) => {
      const load = LOADERS[name];
      if (!load) throw new Error(`There is no plugin "${name}".`);
      return (await load()).manifest;
    }),
  );
}
