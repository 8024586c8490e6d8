/** Which company is started: the pack of the database, or the one asked for, and which modules of it (PCK-2, PLG-1). Pure. */

/** With which pack an empty database is set up where nothing is said (api.md Settings). */
export const DEFAULT_PACK = 'atm-5s4e';

export interface CompanyQuestion {
  /** SUITE_PACK and SUITE_MODULES, where they are set. */
  readonly pack?: string | undefined;
  readonly modules?: readonly string[] | undefined;
  /** What the database was set up with; undefined where it is empty. */
  readonly stored?: { readonly packId: string; readonly shipped: boolean; readonly data: unknown } | undefined;
  /** Packs that came with the suite: id → data, unchecked. */
  readonly shipped: ReadonlyMap<string, unknown>;
  /** Modules this version has. */
  readonly built: readonly string[];
}

export type CompanyAnswer =
  | { readonly ok: true; readonly pack: string; readonly modules: readonly string[] }
  | { readonly ok: false; readonly reasons: readonly string[] };

export function chooseCompany({ pack: asked, modules, stored, shipped, built }: CompanyQuestion): CompanyAnswer {
  if (asked !== undefined && !shipped.has(asked) && asked !== stored?.packId) {
    return refused(`SUITE_PACK: expected ${[...shipped.keys()].join(' or ')}, got "${asked}"`);
  }
  if (stored && asked !== undefined && asked !== stored.packId) {
    return refused(
      `SUITE_PACK: 本数据库已按“${stored.packId}”建立公司，不能改用“${asked}”；请去掉 SUITE_PACK，或用 DATABASE_URL 指定另一个数据库。`,
      `SUITE_PACK: this database is a company set up with "${stored.packId}" and stays one; take SUITE_PACK=${asked} out, or name another database in DATABASE_URL.`,
    );
  }
  const pack = stored?.packId ?? asked ?? DEFAULT_PACK;
  const data = stored && !(stored.shipped && shipped.has(pack)) ? stored.data : shipped.get(pack);
  const sections = sectionsOf(data);
  const used = built.filter((name) => sections.has(name));
  const missing = (modules ?? []).filter((name) => !sections.has(name));
  if (missing.length > 0) {
    return refused(
      ...missing.flatMap((name) => [
        `SUITE_MODULES: 政策包“${pack}”不使用模块“${name}”；可用：${used.join('、')}。`,
        `SUITE_MODULES: the pack "${pack}" does not use the module "${name}"; it has ${used.join(', ')}.`,
      ]),
    );
  }
  return { ok: true, pack, modules: modules ?? used };
}

const refused = (...reasons: readonly string[]): CompanyAnswer => ({ ok: false, reasons });

/** Names of the sections; none where the data is no pack at all, which the check of the pack then says better. */
function sectionsOf(data: unknown): ReadonlySet<string> {
  const modules = typeof data === 'object' && data !== null ? Reflect.get(data, 'modules') : undefined;
  return new Set(typeof modules === 'object' && modules !== null ? Object.keys(modules) : []);
}
