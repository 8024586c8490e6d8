/** What `GET /api/packs/active` shows: every code with its titles, no people and no addresses (PCK-1, api.md). */
import type { PackVersion } from './policies';

export function packView({ version, effectiveFrom, pack }: PackVersion) {
  const { organisation } = pack;
  return {
    id: pack.id,
    title: pack.title,
    company: pack.company,
    version,
    effectiveFrom: effectiveFrom.toISOString(),
    timezone: pack.timezone,
    functions: organisation.functions,
    units: organisation.units,
    positions: organisation.positions,
    roles: pack.roles.map(({ id, title, positions }) => ({ code: id, title, positions })),
    calendars: pack.calendars.map(({ code, title, worksOnHolidays }) => ({ code, title, worksOnHolidays })),
    deadlinePolicies: pack.deadlinePolicies.map(({ code, title, limit, warnShare }) => ({
      code,
      title,
      limit,
      warnShare,
    })),
    productLines: pack.productLines,
    customerLevels: pack.customerLevels,
    faultGrades: pack.faultGrades,
    forms: pack.forms,
    numbering: pack.numbering,
    modules: pack.modules,
    notes: pack.notes,
  };
}
